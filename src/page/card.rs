//! One entry: our plain line, the plan's words, who is named, and the way to where it comes from.

use super::across::{AcrossEditions, Since};
use super::context::context;
use super::link::PartnerLink;
use super::members::address;
use super::origin::EntryOrigin;
use super::quote::{FootnoteLine, Quotation};
use super::strategies::StrategyDetails;
use super::wording::role_word;
use super::words::Explained;
use crate::chart::listed;
use crate::plan::{Amount, Coverage, EntryId, Local, Origin, Part, PriorityId, Role};
use crate::query::marks;
use leptos::prelude::*;

/// The card of an entry, under one of its priorities.
#[component]
pub fn Card(id: EntryId, priority: Option<PriorityId>) -> impl IntoView {
    let plan = context().plan;
    let entry = plan.entry(id);
    // Our line; the plan's own words where there is none yet, or what is known from elsewhere.
    let line = match (&entry.plain, &entry.origin) {
        (Some(words), _) => Some(view! { <p class="cp-plain">{words.as_str()}</p> }.into_any()),
        (None, Origin::Elsewhere(local)) => Some(view! { <LocalFact local/> }.into_any()),
        (None, Origin::Plan(_)) if entry.strategy.is_some() => None,
        (None, Origin::Plan(source)) => Some(view! { <Quotation source/> }.into_any()),
    };
    let footnotes = entry.footnotes.iter().map(|id| view! { <FootnoteLine source=&plan.footnote(*id).source/> });
    let quoted = entry.source().filter(|_| entry.plain.is_some() || entry.strategy.is_some());
    view! {
        <li
            class=format!("cp-card cp-card--{}", entry.kind.slug())
            id=address(entry, priority)
            tabindex="-1"
            data-entry=id.0.to_string()
            data-f=marks::of_entry(plan, id)
        >
            {line}
            {entry.strategy.as_ref().map(|strategy| view! { <StrategyDetails strategy/> })}
            <CoverageLine coverage=&entry.coverage/>
            <Since entry/>
            <AcrossEditions entry/>
            <EntryOrigin entry>
                {quoted.map(|source| view! { <Quotation source/> })}
                <Amounts amounts=&entry.amounts/>
                {footnotes.collect_view()}
                <NamedPartners partners=&entry.partners/>
            </EntryOrigin>
        </li>
    }
    .into_any()
}

/// A fact about a place, which is not from the plan.
#[component]
fn LocalFact(local: &'static Local) -> impl IntoView {
    view! {
        <p class="cp-card__fact"><Explained text=&local.fact/></p>
        <p class="cp-card__date">{local.date.as_str()} ". Not from the plan: " {local.publisher.as_str()} "."</p>
    }
}

#[component]
fn Amounts(amounts: &'static [Amount]) -> impl IntoView {
    let rows = amounts.iter().map(|it| {
        view! { <li><b class="cp-amount">{it.words()}</b> " " {it.what.as_str()}</li> }
    });
    (!amounts.is_empty()).then(|| view! { <ul class="cp-card__amounts">{rows.collect_view()}</ul> })
}

/// Who is named, but for the lead partners, who stand above.
#[component]
fn NamedPartners(partners: &'static [Part]) -> impl IntoView {
    let named: Vec<&Part> = partners.iter().filter(|it| it.role != Role::Lead).collect();
    (!named.is_empty()).then(|| {
        let rows = named.into_iter().map(|it| {
            let inferred = if it.inferred { ", inferred by us" } else { "" };
            let role = (it.role != Role::Named).then(|| format!(" ({}{inferred})", role_word(it.role).to_lowercase()));
            view! { <li><PartnerLink id=it.partner/> {role}</li> }
        });
        view! {
            <div class="cp-card__named">
                <span>"Named: "</span>
                <ul class="cp-inline">{rows.collect_view()}</ul>
            </div>
        }
    })
}

#[component]
fn CoverageLine(coverage: &'static Coverage) -> impl IntoView {
    let plan = context().plan;
    let words = match coverage {
        Coverage::Area => None,
        Coverage::County => Some(format!("Applies across {}", plan.edition.county)),
        Coverage::Wards(wards) => {
            let names: Vec<&str> = wards.iter().map(|it| plan.ward(*it).name.as_str()).collect();
            Some(format!("{}{}", if names.len() == 1 { "Ward: " } else { "Wards: " }, listed(&names)))
        }
    };
    words.map(|words| view! { <p class="cp-card__place">{words}</p> })
}
