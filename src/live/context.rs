//! What components reach from where they are mounted. Asked for at the top of a component, and not in its handlers: an event may come
//! when the owner has ended.

use crate::plan::Plan;
use crate::state::{Explorer, Finder};
use leptos::prelude::expect_context;

/// The explorer that the component belongs to.
pub(super) fn explorer() -> Explorer {
    expect_context()
}

/// What finds wards for it.
pub(super) fn finder() -> Finder {
    expect_context()
}

/// The records of the plan: the one way to them.
pub(super) fn plan() -> &'static Plan {
    explorer().plan
}
