//! What components reach from where they are mounted. Asked for at the top of a component, and not in its handlers: an event may come
//! when the owner has ended.

use super::surroundings::Surroundings;
use crate::plan::{Area, Plan, Records};
use crate::state::{Explorer, Finder};
use leptos::prelude::*;
use std::rc::Rc;

/// What components of the second module reach: the records of the plan and of its area, and the page that they stand on.
#[derive(Clone, Copy)]
pub struct Reach {
    /// The plan, and the official figures of its area.
    pub records: &'static Records,
    /// The heading level of the page's title, 1 to 4.
    pub level: u8,
    surroundings: StoredValue<Rc<dyn Surroundings>, LocalStorage>,
}

impl Reach {
    /// Must be called under a Leptos owner that lives as long as the components do.
    #[must_use]
    pub fn new(records: &'static Records, level: u8, surroundings: Rc<dyn Surroundings>) -> Self {
        Self { records, level: level.clamp(1, 4), surroundings: StoredValue::new_local(surroundings) }
    }

    /// Asks something of the page.
    pub(super) fn surroundings<T>(self, ask: impl FnOnce(&dyn Surroundings) -> T) -> T {
        self.surroundings.with_value(|it| ask(&**it))
    }
}

/// The explorer that the component belongs to.
pub(super) fn explorer() -> Explorer {
    expect_context()
}

/// What finds wards for it.
pub(super) fn finder() -> Finder {
    expect_context()
}

/// The records, and the page.
pub(super) fn reach() -> Reach {
    expect_context()
}

/// The plan.
pub(super) fn plan() -> &'static Plan {
    &reach().records.plan
}

/// The official figures of its area.
pub(super) fn area() -> &'static Area {
    &reach().records.area
}

/// The heading level that stands `below` so many levels under the title, at most 6.
pub(super) fn heading(below: u8) -> u8 {
    (reach().level + below).min(6)
}
