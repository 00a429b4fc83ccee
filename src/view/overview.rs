//! The priorities as plain rows: name, one line, what is going on. A press filters and moves to the results.

use super::el::{El, Node, el, keyed};
use super::glyph::{kind_glyph, none, onward};
use super::heading::heading;
use super::link::link;
use crate::chart;
use crate::plan::{Kind, PriorityId};
use crate::query::{Query, priorities_in_order};
use crate::state::Explorer;

/// The rows, while nothing is chosen yet.
pub(super) fn overview(explorer: Explorer) -> El {
    let plan = explorer.plan;
    let title = ["The plan’s ", &plan.priorities.len().to_string(), " priorities"].concat();
    let rows = keyed(
        move || priorities_in_order(plan, explorer.order()).iter().map(|id| id.0).collect(),
        move |key| el("li").with(row(explorer, PriorityId(key))).node(),
    );
    el("section")
        .class("cp-overview")
        .hidden_when(move || !explorer.with_query(Query::is_empty))
        .set("aria-labelledby", "cp-overview-title")
        .with(heading(explorer.heading(1), "cp-overview__title", "cp-overview-title", title))
        .with(el("ul").class("cp-rows").with(rows))
}

fn row(explorer: Explorer, id: PriorityId) -> El {
    let plan = explorer.plan;
    let priority = plan.priority(id);
    let count = |kind| plan.entries.iter().filter(|it| it.kind == kind && it.priorities.contains(&id)).count();
    // No tick beside what was not done.
    let done = match count(Kind::Done) {
        0 => (none(), "none reported as done".to_owned()),
        done => (kind_glyph(Kind::Done), [&done.to_string(), " reported as done"].concat()),
    };
    let fact = |(glyph, words): (Node, String)| el("span").class("cp-row__fact").with((glyph, words));
    let facts = (
        fact((kind_glyph(Kind::Promised), [&count(Kind::Promised).to_string(), " promised"].concat())),
        fact(done),
        chart::going(plan, id).map(|words| fact((kind_glyph(Kind::Direction), words))),
    );
    let new = priority.new.then(|| (" ", el("span").class("cp-tag").with("New")));
    let words = (
        el("span").class("cp-row__name").with((priority.short.as_str(), new)),
        el("span").class("cp-row__plain").with(priority.plain.as_str()),
        el("span").class("cp-row__facts").with(facts),
        el("span").class("cp-row__onward").with(onward()),
    );
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
