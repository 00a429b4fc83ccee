//! The entries of one kind under one priority.
//!
//! A plan's own lists are short: all their cards stand on the page, and a filter only hides and shows them, so that nothing
//! open, focused or scrolled to is lost. A list too long for that shows its first results and offers more.

use super::card::card;
use super::figure::figure;
use super::glyph::kind_glyph;
use super::heading::heading;
use super::wording::kind_heading;
use crate::plan::{Coverage, EntryId, Kind, PriorityId};
use crate::state::Explorer;
use leptos::prelude::*;

/// The longest list whose cards all stand on the page.
const AT_ONCE: usize = 150;
/// How many cards a longer list shows at first, and more at a press.
const PAGE: usize = 40;

/// A list with its heading and count; hidden while the choices leave nothing of it.
#[component]
pub(super) fn List(explorer: Explorer, priority: Option<PriorityId>, kind: Kind, place: &'static str) -> impl IntoView {
    let plan = explorer.plan;
    let members: Vec<EntryId> = plan
        .entry_ids()
        .filter(|id| {
            let entry = plan.entry(*id);
            entry.kind == kind && priority.map_or(entry.priorities.is_empty(), |it| entry.priorities.contains(&it))
        })
        .collect();
    if members.is_empty() {
        return ().into_any();
    }
    let short = members.len() <= AT_ONCE;
    let left = Memo::new(move |_| {
        explorer
            .groups
            .with(|groups| groups.iter().find(|it| it.priority == priority).map(|it| it.list(kind).to_vec()))
            .unwrap_or_default()
    });
    let shown = RwSignal::new(PAGE);
    let order = Memo::new(move |_| {
        if !short {
            return left.with(|left| left.iter().take(shown.get()).copied().collect());
        }
        let mut ids = members.clone();
        explorer.wards.with(|wards| {
            ids.sort_by_key(|id| match &plan.entry(*id).coverage {
                Coverage::Wards(own) => !own.iter().any(|it| wards.contains(it)),
                _ => true,
            });
        });
        ids
    });
    let more = move || left.with(|left| if short { 0 } else { left.len().saturating_sub(shown.get()) });
    let class = match kind {
        Kind::Promised => "cp-list cp-list--promised",
        Kind::Done => "cp-list cp-list--done",
        Kind::Direction => "cp-list cp-list--direction",
        Kind::Strategy => "cp-list cp-list--strategy",
        Kind::Local => "cp-list cp-list--local",
    };
    let title = view! {
        <span class="cp-list__tag">{kind_glyph(kind)} {kind_heading(kind)}</span>
        <span class="cp-list__count">
            " " {move || left.with(Vec::len)} <span class="cp-visually-hidden">" results"</span>
        </span>
    };
    view! {
        <section class=class hidden=move || left.with(Vec::is_empty) aria-labelledby=format!("cp-{place}-{}", kind.slug())>
            {heading(explorer.heading(3), "cp-list__title", format!("cp-{place}-{}", kind.slug()), title)}
            <ul class="cp-list__cards">
                <For
                    each=move || order.get()
                    key=|id| *id
                    children=move |id| {
                        figure(explorer, id, place).unwrap_or_else(|| card(explorer, id, place))
                    }
                />
            </ul>
            <button
                type="button"
                class="cp-button"
                hidden=move || more() == 0
                on:click=move |_| shown.update(|it| *it += PAGE)
            >
                "Show more ("
                {more}
                " left)"
            </button>
        </section>
    }
    .into_any()
}
