//! Parts of the page that the second module fills: what is heavy (charts) or seldom wanted (a ward's page).
//!
//! In the first module a part is an empty place; `public/parts.js` sees to it that the second fills it when it comes near.
//! Natively all is in one, so that pages written as HTML are whole.

use super::chart::plan_chart;
use super::el::{El, el};
use super::render::Page;
use super::{embed, figures, finder, paper, wards};
use crate::chart::Which;
use crate::state::{Explorer, Finder, NoDevice};
use std::rc::Rc;

/// A part that the second module fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// One of the plan's charts.
    Chart(Which),
    /// What to paste into a page.
    Embed,
    /// Every figure, with its charts, the survey and the money.
    Figures,
    /// The answer to a postcode, a name or a place.
    Finder,
    /// The ways to print, and the way back from paper.
    Paper,
    /// The map, and what official sources say of wards.
    Wards,
}

impl Part {
    /// Its name in the page.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chart(which) => which.id(),
            Self::Embed => "embed",
            Self::Figures => "figures",
            Self::Finder => "finder",
            Self::Paper => "paper",
            Self::Wards => "wards",
        }
    }

    /// The part of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let charts = Which::ALL.into_iter().map(Self::Chart);
        charts.chain([Self::Embed, Self::Figures, Self::Finder, Self::Paper, Self::Wards]).find(|it| it.name() == name)
    }
}

/// The place of a part: filled natively, left open in the browser.
pub(super) fn part(explorer: Explorer, part: Part) -> El {
    let place = el("div").class("cp-part").set("data-part", part.name());
    // A constant, so that the first module does not hold what it does not show.
    let needs_app = matches!(part, Part::Embed | Part::Finder | Part::Paper | Part::Wards);
    if cfg!(target_arch = "wasm32") || is_open(explorer) && needs_app {
        place
    } else {
        place.with(content(explorer, Finder::new(explorer, Rc::new(NoDevice)), part))
    }
}

/// Whether parts stay open: in the browser, and on the leaflet those that are of no use without the app.
#[cfg_attr(target_arch = "wasm32", inline)]
pub(super) fn is_open(explorer: Explorer) -> bool {
    #[cfg(not(target_arch = "wasm32"))]
    return explorer.is_leaflet();
    #[cfg(target_arch = "wasm32")]
    {
        let _: Explorer = explorer;
        true
    }
}

/// A part as a page of its own, to put into its place.
#[must_use]
pub fn fill(explorer: Explorer, finder: Finder, part: Part) -> Page {
    Page(content(explorer, finder, part))
}

fn content(explorer: Explorer, finder: Finder, part: Part) -> El {
    match part {
        Part::Chart(which) => plan_chart(explorer, which),
        Part::Embed => embed::builder(explorer),
        Part::Figures => figures::content(explorer),
        Part::Finder => finder::answer(explorer, finder),
        Part::Paper => paper::paper(explorer),
        Part::Wards => wards::content(explorer, finder),
    }
}
