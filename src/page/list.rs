//! The entries of one kind under one priority.

use super::card::Card;
use super::context::context;
use super::figure::MeasureCard;
use super::glyph::KindGlyph;
use super::heading::Heading;
use super::members::{belongs, place};
use super::wording::kind_heading;
use crate::plan::{EntryId, Kind, PriorityId};
use crate::query::marks;
use leptos::prelude::*;

/// A list with its heading and count; nothing where the plan has nothing of this kind there.
#[component]
pub fn EntryList(priority: Option<PriorityId>, kind: Kind) -> impl IntoView {
    let plan = context().plan;
    let is_here = |id: &EntryId| plan.entry(*id).kind == kind && belongs(plan, *id, priority);
    let members: Vec<EntryId> = plan.entry_ids().filter(is_here).collect();
    (!members.is_empty()).then(|| {
        let place = place(plan, priority);
        let title = format!("cp-{place}-{}", kind.slug());
        // With the priority's name: every priority has a list of the same heading.
        let names = format!("cp-group-{place} {title}");
        let count = members.len();
        let marks = marks::of_list(plan, &members);
        view! {
            <section
                class=format!("cp-list cp-list--{}", kind.slug())
                aria-labelledby=names
                data-kind=kind.slug()
                data-l=marks
            >
                <Heading below=3 class="cp-list__title" id=title>
                    <span class="cp-list__tag"><KindGlyph kind/> {kind_heading(kind)}</span>
                    <span class="cp-list__count">
                        " " <span class="cp-list__number">{count}</span>
                        <span class="cp-visually-hidden">" results"</span>
                    </span>
                </Heading>
                <ul class="cp-list__cards">{members.into_iter().map(entry).collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

/// An entry as it stands in a list: a measure with its figure set large, all others as plain cards.
fn entry(id: EntryId) -> AnyView {
    if context().plan.entry(id).measure.is_some() {
        view! { <MeasureCard id/> }.into_any()
    } else {
        view! { <Card id/> }.into_any()
    }
}
