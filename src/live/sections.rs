//! The views: all of them stand on the page, one is on show.

use crate::browser::{Element, scroll_by, scrolled};
use crate::query::View;
use crate::state::Snapshot;

/// The views on the page.
pub(super) struct Sections {
    root: Element,
    all: Vec<(View, Element)>,
}

/// What a visitor may be reading.
const SEEN: &str = "h1, h2, h3, h4, h5, p, li, summary";

impl Sections {
    pub(super) fn find(root: &Element) -> Self {
        let all = root.all("[data-section]").into_iter();
        let all = all.filter_map(|it| Some((View::from_slug(&it.data("section"))?, it)));
        Self { root: root.clone(), all: all.collect() }
    }

    /// The view that somebody has scrolled to, or that a link leads into, on the page as it was written: there they stand one below
    /// another. From now on just that one is on show, and what is being read stays where it is.
    pub(super) fn read_so_far(&self) -> View {
        let reading = |it: &&(View, Element)| scrolled() > 0.0 && it.1.is_shown() && it.1.top() <= 1.0;
        let view = self.all.iter().rev().find(reading).map_or_else(View::default, |it| it.0);
        let seen = self.seen();
        let top = seen.as_ref().map(Element::top);
        self.only(view);
        if let (Some(seen), Some(top)) = (seen, top) {
            scroll_by(seen.top() - top);
        }
        view
    }

    /// Something that is being read.
    fn seen(&self) -> Option<Element> {
        if scrolled() <= 0.0 {
            return None;
        }
        self.root.all(SEEN).into_iter().find(|it| it.is_shown() && it.top() >= 0.0)
    }

    pub(super) fn show(&self, before: &Snapshot, now: &Snapshot) {
        if before.query.view != now.query.view {
            self.only(now.query.view);
        }
    }

    fn only(&self, view: View) {
        self.all.iter().for_each(|(it, element)| element.hide(*it != view));
    }
}
