//! What the site under test should say, worked out natively from the plan in `data/`: so that journeys need not name the numbers of one
//! edition. The numbers are checked where the engine is (`src/query/rules.rs`, `oracle.rs`); `reading` and `announcements` have some of
//! the real plan's as it prints and tells them.

use plan_explorer::plan::counted;
use plan_explorer::query::link::from_params;
use plan_explorer::query::{self, Facts};
use plan_explorer::state::Snapshot;

#[expect(clippy::expect_used, reason = "a plan with mistakes has no journeys")]
#[path = "../reading/data.rs"]
mod data;

/// How things stand at an address of the site, such as `?priority=asb`.
fn at(address: &str) -> (&'static Facts, Snapshot) {
    let (facts, engine) = data::known();
    (facts, Snapshot::of(facts, engine, from_params(facts, address).query))
}

/// What stands above the results: `20 statements and 8 strategies for the whole plan`.
pub(crate) fn found(address: &str) -> String {
    at(address).1.results_title()
}

/// How many results that are.
pub(crate) fn how_many(address: &str) -> usize {
    at(address).1.total()
}

/// What the button says that leads to them: `Show 28 results`.
pub(crate) fn show(address: &str) -> String {
    at(address).1.show_results()
}

/// What is heard when they come: `20 statements for Anti-social behaviour, and 8 strategies for the whole plan.`
pub(crate) fn told(address: &str) -> String {
    let (facts, now) = at(address);
    query::announce(facts, now.tally, &now.query)
}

/// The link from the answer for the wards of an address to their statements: `Read all 59 statements`.
pub(crate) fn of_wards(address: &str) -> String {
    let (facts, now) = at(address);
    let wards: Vec<_> = now.query.wards.iter().copied().collect();
    query::ward_answer(facts, &wards).link
}

/// The link from the start to the list of all statements.
pub(crate) fn whole_list() -> String {
    format!("{}, with filters", found(""))
}

/// What stands above the rows of the start: `7 priorities`.
pub(crate) fn priorities() -> String {
    counted(data::records().plan.priorities.len(), "priority", "priorities")
}

/// The link back to them.
pub(crate) fn all_priorities() -> String {
    format!("All {}", priorities())
}
