//! The priorities as plain rows: name, one line, what is going on.

use super::context::context;
use super::glyph::{Dash, KindGlyph, Onward};
use super::heading::Heading;
use super::link::QueryLink;
use crate::chart;
use crate::plan::{Kind, Plan, PriorityId};
use crate::query::{Order, Query, priorities_in_order};
use leptos::prelude::*;

/// The rows, seen while nothing is chosen yet.
#[component]
pub fn Overview() -> impl IntoView {
    let plan = context().plan;
    let rows = priorities_in_order(context().facts, Order::default()).into_iter().map(|id| {
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
    let going = going(plan, id).map(|words| {
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

/// The first number that the plan gives for a priority's direction of travel, in words that name what it counts (under a priority
/// the plan may give a figure of something else), with all that it must not stand without.
fn going(plan: &Plan, id: PriorityId) -> Option<String> {
    let of_priority = plan.entries.iter().filter(|it| it.kind == Kind::Direction && it.priorities.contains(&id));
    let measure = of_priority.filter_map(|it| it.measure.as_ref()).find(|it| it.change.is_some())?;
    let words = chart::figure(measure);
    let base = if measure.counts.is_some() { words.base.as_str() } else { "counts not published" };
    let caveat = plan.edition.caveat.as_ref().filter(|_| measure.disturbed);
    let caveat = caveat.map(|it| format!(" {}.", it.short)).unwrap_or_default();
    // Its first word is ours.
    let mut headline = words.headline;
    if let Some(first) = headline.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    Some(format!("{}: {headline}, {base}. {}.{caveat}", measure.name, words.period))
}
