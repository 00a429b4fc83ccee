//! The view "Related strategies": each with how the plan uses it and how sure its address is.

use super::heading::heading;
use super::origin::{cite, entry_origin};
use super::wording::standing_sentence;
use super::words::{marked, quotation};
use crate::plan::{EntryId, StrategyUse};
use crate::state::Explorer;
use leptos::prelude::*;

/// The view "Related strategies".
#[component]
pub(super) fn Strategies(explorer: Explorer) -> impl IntoView {
    let part = move |used_as: StrategyUse, id: &'static str, title: &'static str, lead: &'static str| {
        let rows = explorer
            .plan
            .entry_ids()
            .filter(|id| explorer.plan.entry(*id).strategy.as_ref().is_some_and(|it| it.used_as == used_as))
            .map(|id| row(explorer, id))
            .collect_view();
        view! {
            {heading(explorer.heading(2), "cp-view__part", id.to_owned(), title)}
            <p>{lead}</p>
            <ul class="cp-list__cards cp-list__cards--wide">{rows}</ul>
        }
    };
    view! {
        <section class="cp-view" aria-labelledby="cp-view-title">
            {heading(explorer.heading(1), "cp-view__title", "cp-view-title".to_owned(), "Related strategies")}
            <p class="cp-lead">"Other documents that the plan rests on or links to. We link only to addresses that we have checked."</p>
            {part(
                StrategyUse::Source,
                "cp-sources",
                "Where the priorities come from",
                "The plan says that its priorities were found from these documents.",
            )}
            {part(StrategyUse::Linked, "cp-linked", "Linked strategies", "The plan lists these as linked to it.")}
        </section>
    }
}

fn row(explorer: Explorer, id: EntryId) -> AnyView {
    let entry = explorer.plan.entry(id);
    let quote = entry.source().map(|it| quotation(explorer, &it.quote, cite(explorer, it.section)));
    view! {
        <li class="cp-card cp-card--strategy" id=format!("cp-strategy-{}", entry.id)>
            {details(explorer, id)}
            {quote}
            {entry_origin(explorer, entry)}
        </li>
    }
    .into_any()
}

/// The name of a strategy, its address with standing, and why it is shown where it is.
pub(super) fn details(explorer: Explorer, id: EntryId) -> Option<AnyView> {
    let plan = explorer.plan;
    let strategy = plan.entry(id).strategy.as_ref()?;
    let link = plan.link(strategy.link);
    let name = match link.offered() {
        Some(url) => view! { <a href=url rel="noreferrer external">{marked(explorer, &strategy.name)}</a> }.into_any(),
        None => view! { <b>{marked(explorer, &strategy.name)}</b> }.into_any(),
    };
    let standing = (link.offered().is_none()).then(|| standing_sentence(link.standing));
    view! {
        <p class="cp-strategy__name">{name}</p>
        <p class="cp-strategy__standing">{standing} " " {link.about.as_deref()}</p>
        {strategy.related.as_deref().map(|it| view! { <p class="cp-quiet">{it}</p> })}
    }
    .into_any()
    .into()
}
