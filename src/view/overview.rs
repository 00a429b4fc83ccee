//! The priorities as plain rows: name, one line, what is going on. A press filters and moves to the results.

use super::glyph::{kind_glyph, onward};
use super::heading::heading;
use super::link::link;
use crate::chart;
use crate::plan::{Kind, Plan, PriorityId};
use crate::query::{Query, priorities_in_order};
use crate::state::Explorer;
use leptos::prelude::*;

/// The rows, while nothing is chosen yet.
#[component]
pub(super) fn Overview(explorer: Explorer) -> impl IntoView {
    let plan = explorer.plan;
    let order = move || priorities_in_order(plan, explorer.order.get());
    let count = plan.priorities.len();
    view! {
        <section class="cp-overview" hidden=move || !explorer.with_query(Query::is_empty) aria-labelledby="cp-overview-title">
            {heading(explorer.heading(1), "cp-overview__title", "cp-overview-title".to_owned(), format!("The plan’s {count} priorities"))}
            <ul class="cp-rows">
                <For each=order key=|id| *id children=move |id| view! { <li>{row(explorer, id)}</li> } />
            </ul>
        </section>
    }
}

fn row(explorer: Explorer, id: PriorityId) -> AnyView {
    let plan = explorer.plan;
    let priority = plan.priority(id);
    let of = |kind| count(plan, id, kind);
    let (promised, done) = (of(Kind::Promised), of(Kind::Done));
    let done_words = if done == 0 { "none reported as done".to_owned() } else { format!("{done} reported as done") };
    let going =
        going(plan, id).map(|words| view! { <span class="cp-row__fact">{kind_glyph(Kind::Direction)} {words}</span> });
    let words = view! {
        <span class="cp-row__name">
            {priority.short.as_str()} {priority.new.then(|| view! { " " <span class="cp-tag">"New"</span> })}
        </span>
        <span class="cp-row__plain">{priority.plain.as_str()}</span>
        <span class="cp-row__facts">
            <span class="cp-row__fact">{kind_glyph(Kind::Promised)} {format!("{promised} promised")}</span>
            <span class="cp-row__fact">{kind_glyph(Kind::Done)} {done_words}</span>
            {going}
        </span>
        <span class="cp-row__onward">{onward()}</span>
    };
    link(
        explorer,
        "cp-row",
        move |mut query| {
            query.priorities = [id].into();
            query
        },
        words,
    )
}

fn count(plan: &Plan, id: PriorityId, kind: Kind) -> usize {
    plan.entries.iter().filter(|it| it.kind == kind && it.priorities.contains(&id)).count()
}

/// The first number that the plan gives for a priority's direction of travel, in words.
fn going(plan: &Plan, id: PriorityId) -> Option<String> {
    plan.entries
        .iter()
        .filter(|it| it.kind == Kind::Direction && it.priorities.contains(&id))
        .filter_map(|it| it.measure.as_ref())
        .find(|it| it.change.is_some())
        .map(|measure| {
            let words = chart::figure(measure);
            if measure.counts.is_some() { format!("{}, {}", words.headline, words.base) } else { words.headline }
        })
}
