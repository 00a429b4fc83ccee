//! The views: all of them stand on the page, one is on show.

use super::links::asked_by;
use crate::browser::{Element, scroll_by, scrolled};
use crate::query::{Facts, Query, View};
use crate::state::Snapshot;

/// The views on the page.
pub(super) struct Sections {
    root: Element,
    all: Vec<(View, Element)>,
}

/// What is being read, and how far from the top of the window that is, in pixels.
pub(super) struct Reading(Option<(Element, f64)>);

impl Reading {
    /// What is being read on the page now.
    pub(super) fn of(root: &Element) -> Self {
        if scrolled() <= 0.0 {
            return Self(None);
        }
        let seen = root.all(SEEN).into_iter().find(|it| it.is_shown() && it.top() >= 0.0);
        Self(seen.map(|it| (it.clone(), it.top())))
    }

    /// Brings it back to where it was, whatever has changed above it.
    pub(super) fn keep(&self) {
        let moved = self.0.as_ref().filter(|(it, _)| it.is_shown()).map_or(0.0, |(it, top)| it.top() - top);
        // Where the browser has brought it back already, a scroll by nothing would undo that.
        if moved.abs() >= 1.0 {
            scroll_by(moved);
        }
    }
}

/// What a visitor may be reading, but for what stays in the window however far it is scrolled.
const SEEN: &str = ":is(h1, h2, h3, h4, h5, p, li, summary):not(.cp-filters *, .cp-exit-bar *)";

impl Sections {
    pub(super) fn find(root: &Element) -> Self {
        let all = root.all("[data-section]").into_iter();
        let all = all.filter_map(|it| Some((View::from_slug(&it.data("section"))?, it)));
        Self { root: root.clone(), all: all.collect() }
    }

    /// What a link has led to on the page as it was written, where the stylesheet shows just that; and what is being read there.
    pub(super) fn read_so_far(&self, facts: &Facts) -> (Query, Reading) {
        let target = self.root.find(":target");
        let shown = target.map_or_else(Query::default, |it| asked_by(facts, &it));
        let reading = Reading::of(&self.root);
        self.only(shown.view);
        (shown, reading)
    }

    pub(super) fn show(&self, before: &Snapshot, now: &Snapshot) {
        if before.query.view != now.query.view {
            self.only(now.query.view);
        }
    }

    fn only(&self, view: View) {
        self.all.iter().for_each(|(it, element)| element.hide(*it != view.section()));
    }
}
