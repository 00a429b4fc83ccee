//! The priorities as plain rows: name, one line, what is going on.

use super::context::context;
use super::glyph::{Dash, KindGlyph, Onward};
use super::heading::Heading;
use super::link::QueryLink;
use crate::chart;
use crate::plan::{Kind, PriorityId};
use crate::query::{Order, Query, priorities_in_order};
use leptos::prelude::*;

/// The rows, seen while nothing is chosen yet.
#[component]
pub fn Overview() -> impl IntoView {
    let plan = context().plan;
    let rows = priorities_in_order(plan, Order::default()).into_iter().map(|id| {
        view! { <li data-priority=plan.priority(id).id.as_str()><PriorityRow id/></li> }
    });
    view! {
        <section class="cp-overview" aria-labelledby="cp-overview-title">
            <Heading below=1 class="cp-overview__title" id="cp-overview-title">
                {format!("The plan’s {} priorities", plan.priorities.len())}
            </Heading>
            <ul class="cp-rows">{rows.collect_view()}</ul>
        </section>
    }
}

#[component]
fn PriorityRow(id: PriorityId) -> impl IntoView {
    let plan = context().plan;
    let priority = plan.priority(id);
    let count = |kind| plan.entries.iter().filter(|it| it.kind == kind && it.priorities.contains(&id)).count();
    let promised = count(Kind::Promised);
    // No tick beside what was not done.
    let done = match count(Kind::Done) {
        0 => view! { <Dash/> "none reported as done" }.into_any(),
        done => view! { <KindGlyph kind=Kind::Done/> {done} " reported as done" }.into_any(),
    };
    let going = chart::going(plan, id).map(|words| {
        view! { <span class="cp-row__fact"><KindGlyph kind=Kind::Direction/> {words}</span> }
    });
    let query = Query { priorities: [id].into(), ..Query::default() };
    // With spaces between its lines, for whatever reads them without the stylesheet.
    view! {
        <QueryLink query class="cp-row">
            <span class="cp-row__name">
                {priority.short.as_str()} {priority.new.then(|| view! { " " <span class="cp-tag">"New"</span> })}
            </span>
            " " <span class="cp-row__plain">{priority.plain.as_str()}</span> " "
            <span class="cp-row__facts">
                <span class="cp-row__fact"><KindGlyph kind=Kind::Promised/> {promised} " promised"</span> " "
                <span class="cp-row__fact">{done}</span> " " {going}
            </span>
            <span class="cp-row__onward"><Onward/></span>
        </QueryLink>
    }
}
