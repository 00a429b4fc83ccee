//! What every file of the site is made from.

use crate::changes::Editions;
use crate::plan::{Area, Plan, Records};
use crate::query::{Engine, Facts};

/// What is published.
pub(super) struct Publication {
    pub(super) plan: &'static Plan,
    /// All editions, and which of them this is.
    pub(super) editions: Editions,
    pub(super) area: &'static Area,
    pub(super) records: &'static Records,
    pub(super) facts: &'static Facts,
    pub(super) engine: &'static Engine,
    /// The whole address of the site's folder, where the data folder names it.
    pub(super) address: Option<String>,
    /// The title of the page, as text.
    pub(super) title: String,
    /// The edition in a few words.
    pub(super) edition: String,
    /// The date in words.
    pub(super) today: String,
}
