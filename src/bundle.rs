//! The plan and the official figures of its area that were compiled in: `build.rs` loaded and checked them.
//!
//! A program that never asks for the area does not carry it: the first module of the page does not.

use std::sync::OnceLock;

use crate::plan::{Area, Plan, unpack, unpack_area, unpack_with};
use crate::query::Facts;

static PLAN: OnceLock<Option<Plan>> = OnceLock::new();

/// The plan that this build is for; none where the bytes in it are damaged.
///
/// The same plan every time, so that views can hold it for as long as they live.
pub fn plan() -> Option<&'static Plan> {
    PLAN.get_or_init(|| unpack(include_bytes!(concat!(env!("OUT_DIR"), "/plan.bin")))).as_ref()
}

/// The same, where the words of the plan come from the page, which shows them already (`xtask/src/words.rs`); none where they
/// are not those that were packed.
pub fn plan_in_words(words: &str) -> Option<&'static Plan> {
    PLAN.get_or_init(|| unpack_with(include_bytes!(concat!(env!("OUT_DIR"), "/plan-numbers.bin")), words)).as_ref()
}

static FACTS: OnceLock<Option<Facts>> = OnceLock::new();

/// What filters and addresses must know of the plan; none where the JSON of it is damaged.
///
/// The same ones every time, so that views can hold them for as long as they live.
pub fn facts() -> Option<&'static Facts> {
    FACTS.get_or_init(|| Facts::read(include_str!(concat!(env!("OUT_DIR"), "/facts.json")))).as_ref()
}

static AREA: OnceLock<Option<Area>> = OnceLock::new();

/// The official figures of the plan's area; none where the bytes in them are damaged.
///
/// The same ones every time, so that views can hold them for as long as they live.
pub fn area() -> Option<&'static Area> {
    AREA.get_or_init(|| unpack_area(include_bytes!(concat!(env!("OUT_DIR"), "/area.bin")), plan()?)).as_ref()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_bundled_plan_unpacks() {
        let plan = super::plan().expect("build.rs packed it");
        assert!(!plan.priorities.is_empty());
    }

    #[test]
    fn the_plan_unpacks_with_its_words_and_with_no_others() {
        let numbers = include_bytes!(concat!(env!("OUT_DIR"), "/plan-numbers.bin"));
        let words = include_str!(concat!(env!("OUT_DIR"), "/plan-words.txt"));
        let unpack = |words: &str| crate::plan::unpack_with(numbers, words);
        assert_eq!(unpack(words).as_ref(), super::plan());
        assert_eq!(unpack(&words.replacen('a', "e", 1)), None);
        assert_eq!(unpack(""), None);
    }

    #[test]
    fn the_bundled_facts_are_those_of_the_plan() {
        let plan = super::plan().expect("build.rs packed it");
        assert_eq!(super::facts(), Some(&crate::query::Facts::of(plan)));
    }

    #[test]
    fn the_bundled_area_unpacks() {
        let area = super::area().expect("build.rs packed it");
        assert!(!area.origins.is_empty());
    }
}
