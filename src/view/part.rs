//! Parts of the page that the second module fills: what is heavy (charts) or seldom wanted (a ward's page).
//!
//! In the first module a part is an empty place; `public/parts.js` sees to it that the second fills it when it comes near.
//! Natively all is in one, so that pages written as HTML are whole.

use super::el::{El, el};
use super::render::Page;
use super::{embed, figures};
use crate::state::Explorer;

/// A part that the second module fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Every percentage change of the plan.
    Directions,
    /// What to paste into a page.
    Embed,
}

impl Part {
    /// Every part.
    pub const ALL: [Self; 2] = [Self::Directions, Self::Embed];

    /// Its name in the page.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Directions => "directions",
            Self::Embed => "embed",
        }
    }

    /// The part of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// The place of a part: filled natively, left open in the browser.
pub(super) fn part(explorer: Explorer, part: Part) -> El {
    let place = el("div").class("cp-part").set("data-part", part.name());
    // A constant, so that the first module does not hold what it does not show.
    if cfg!(target_arch = "wasm32") { place } else { place.with(content(explorer, part)) }
}

/// A part as a page of its own, to put into its place.
#[must_use]
pub fn fill(explorer: Explorer, part: Part) -> Page {
    Page(content(explorer, part))
}

fn content(explorer: Explorer, part: Part) -> El {
    match part {
        Part::Directions => figures::changes(explorer),
        Part::Embed => embed::builder(explorer),
    }
}
