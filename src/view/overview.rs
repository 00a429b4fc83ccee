//! The priorities as plain rows: name, one line, what is going on. A press filters and moves to the results.

use super::el::{El, Node, el, keyed};
use super::glyph::{kind_glyph, none, onward};
use super::heading::heading;
use super::link::link;
use crate::chart;
use crate::plan::{Kind, Plan, PriorityId};
use crate::query::{Query, priorities_in_order};
use crate::state::Explorer;

/// The rows, while nothing is chosen yet.
pub(super) fn overview(explorer: Explorer) -> El {
    let plan = explorer.plan;
    let title = ["The plan’s ", &plan.priorities.len().to_string(), " priorities"].concat();
    let rows = keyed(
        move || priorities_in_order(explorer.facts, explorer.order()).iter().map(|id| id.0).collect(),
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
        going(plan, id).map(|words| fact((kind_glyph(Kind::Direction), words))),
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

/// The first number that the plan gives for a priority's direction of travel, in words that name what it counts (under a priority
/// the plan may give a figure of something else), with all that it must not stand without.
fn going(plan: &Plan, id: PriorityId) -> Option<String> {
    let of_priority = plan.entries.iter().filter(|it| it.kind == Kind::Direction && it.priorities.contains(&id));
    let measure = of_priority.filter_map(|it| it.measure.as_ref()).find(|it| it.change.is_some())?;
    let words = chart::figure(measure);
    let base = if measure.counts.is_some() { words.base.as_str() } else { "counts not published" };
    let caveat = plan.edition.caveat.as_ref().filter(|_| measure.disturbed);
    let caveat = caveat.map(|it| [" ", &it.short, "."].concat()).unwrap_or_default();
    // Its first word is ours and plain English: the tables for all letters of the world would weigh 5 kB.
    let mut headline = words.headline;
    if let Some(first) = headline.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    Some([&measure.name, ": ", &headline, ", ", base, ". ", &words.period, ".", &caveat].concat())
}
