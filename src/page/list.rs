//! The entries of one kind under one priority.

use super::card::Card;
use super::context::context;
use super::figure::MeasureCard;
use super::glyph::KindGlyph;
use super::heading::{Heading, SummaryHeading};
use super::members::{address, belongs, place};
use super::wording::kind_heading;
use crate::plan::{EntryId, Kind, PriorityId};
use crate::query::{kind_unit, marks};
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
        let head = view! {
            <span class="cp-list__tag"><KindGlyph kind/> {kind_heading(kind)}</span>
            <span class="cp-list__count">
                " " <span class="cp-list__number">{count}</span>
                " " <span class="cp-list__unit cp-visually-hidden">{kind_unit(kind, count)}</span>
            </span>
        };
        let cards = members.into_iter().map(|id| entry(id, priority)).collect_view();
        let cards = view! { <ul class="cp-list__cards">{cards}</ul> };
        // What is not of the plan itself, or belongs to most priorities, is one line until somebody asks or searches.
        let whole = if matches!(kind, Kind::Strategy | Kind::Local) {
            view! {
                <details class="cp-fold" data-open-in-list>
                    <summary id=title>
                        <SummaryHeading below=3 class="cp-list__title">{head}</SummaryHeading>
                    </summary>
                    {cards}
                </details>
            }
            .into_any()
        } else {
            view! { <Heading below=3 class="cp-list__title" id=title>{head}</Heading> {cards} }.into_any()
        };
        view! {
            <section
                class=format!("cp-list cp-list--{}", kind.slug())
                aria-labelledby=names
                data-kind=kind.slug()
                data-l=marks
            >
                {whole}
            </section>
        }
        .into_any()
    })
}

/// An entry as it stands in a list: a measure with its figure set large, all others as plain cards.
fn entry(id: EntryId, priority: Option<PriorityId>) -> AnyView {
    if context().plan.entry(id).measure.is_some() {
        view! { <MeasureCard id address=address(context().plan.entry(id), priority)/> }.into_any()
    } else {
        view! { <Card id priority/> }.into_any()
    }
}
