//! What components reach from where they are mounted. Asked for at the top of a component, and not in its handlers: an event may come
//! when the owner has ended.

use super::surroundings::Surroundings;
use crate::plan::{Area, Plan};
use crate::state::{Explorer, Finder};
use leptos::prelude::*;
use std::rc::Rc;

/// What the second module brings: the records of the plan and of its area, and the page that its components stand on.
#[derive(Clone, Copy)]
pub struct Records {
    /// The plan.
    pub plan: &'static Plan,
    /// The official figures of its area; none where they could not be read.
    pub area: Option<&'static Area>,
    /// The heading level of the page's title, 1 to 4.
    pub level: u8,
    surroundings: StoredValue<Rc<dyn Surroundings>, LocalStorage>,
}

impl Records {
    /// Must be called under a Leptos owner that lives as long as the components do.
    #[must_use]
    pub fn new(
        plan: &'static Plan,
        area: Option<&'static Area>,
        level: u8,
        surroundings: Rc<dyn Surroundings>,
    ) -> Self {
        Self { plan, area, level: level.clamp(1, 4), surroundings: StoredValue::new_local(surroundings) }
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
pub(super) fn records() -> Records {
    expect_context()
}

/// The records of the plan.
pub(super) fn plan() -> &'static Plan {
    records().plan
}

/// The heading level that stands `below` so many levels under the title, at most 6.
pub(super) fn heading(below: u8) -> u8 {
    (records().level + below).min(6)
}
