//! What every part of the page is made from.

use crate::changes::Editions;
use crate::plan::Plan;
use crate::query::{Facts, Selection};
use leptos::prelude::*;

/// What every part of the page is made from, as a Leptos context.
#[derive(Clone, Copy)]
pub(super) struct PageContext {
    /// The plan.
    pub(super) plan: &'static Plan,
    /// All editions, and which of them it is.
    pub(super) editions: Editions,
    /// What filters and addresses know of it.
    pub(super) facts: &'static Facts,
    /// What the empty query leaves: everything, with the counts beside all choices.
    pub(super) selection: &'static Selection,
    /// The heading level of the title, 1 to 4.
    pub(super) level: u8,
}

impl PageContext {
    /// The heading level that stands `below` so many levels under the title, at most 6.
    pub(super) fn heading(self, below: u8) -> u8 {
        (self.level + below).min(6)
    }
}

/// What the page is made from.
pub(super) fn context() -> PageContext {
    expect_context()
}
