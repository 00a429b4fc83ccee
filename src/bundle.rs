//! The plan, the official figures of its area and its facts that were compiled in: `build.rs` loaded and checked them.

use crate::plan::{Area, Plan, Records};
use crate::query::Facts;
use std::sync::OnceLock;

static RECORDS: OnceLock<Option<Records>> = OnceLock::new();

/// The records; none where the bytes in them are damaged.
///
/// The same ones every time, so that views can hold them for as long as they live.
fn records() -> Option<&'static Records> {
    RECORDS.get_or_init(|| Records::read(include_bytes!(concat!(env!("OUT_DIR"), "/records.bin")))).as_ref()
}

/// The plan that this build is for; none where the records cannot be read.
#[must_use]
pub fn plan() -> Option<&'static Plan> {
    records().map(|it| &it.plan)
}

/// The same: the words that the page has are not needed for it any more.
#[must_use]
pub fn plan_in_words(_words: &str) -> Option<&'static Plan> {
    plan()
}

/// The official figures of the plan's area; none where the records cannot be read.
#[must_use]
pub fn area() -> Option<&'static Area> {
    records().map(|it| &it.area)
}

static FACTS: OnceLock<Option<Facts>> = OnceLock::new();

/// What filters and addresses must know of the plan; none where the JSON of it is damaged.
///
/// The same ones every time, so that views can hold them for as long as they live.
pub fn facts() -> Option<&'static Facts> {
    FACTS.get_or_init(|| Facts::read(include_str!(concat!(env!("OUT_DIR"), "/facts.json")))).as_ref()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_bundled_records_are_read() {
        assert!(!super::plan().expect("build.rs wrote it").priorities.is_empty());
        assert!(!super::area().expect("build.rs wrote it").origins.is_empty());
    }

    #[test]
    fn the_bundled_facts_are_those_of_the_plan() {
        let plan = super::plan().expect("build.rs wrote it");
        assert_eq!(super::facts(), Some(&crate::query::Facts::of(plan)));
    }
}
