//! The menu of views: its links are addresses that keep the choices, and one of them is the page on show.

use crate::browser::Element;
use crate::query::{Query, View};
use crate::state::{Explorer, Snapshot};

/// The menu on the page.
pub(super) struct Menu {
    explorer: Explorer,
    links: Vec<(View, Element)>,
}

impl Menu {
    pub(super) fn find(explorer: Explorer, root: &Element) -> Self {
        if let Some(opener) = root.find(".cp-menu__opener") {
            opener.set("role", Some("button"));
            opener.set("aria-expanded", Some("false"));
        }
        let links = root.all(".cp-menu__link").into_iter();
        Self { explorer, links: links.filter_map(|it| Some((View::from_slug(&it.data("view"))?, it))).collect() }
    }

    pub(super) fn show(&self, now: &Snapshot) {
        for (view, link) in &self.links {
            let query = Query { view: *view, ..now.query.clone() };
            link.set("href", Some(&self.explorer.address_of(&query)));
            link.set("aria-current", (now.query.view == *view).then_some("page"));
        }
    }
}

/// Opens the list of a menu, or closes it.
pub(super) fn toggle(opener: &Element, root: &Element) {
    open(root, opener.get("aria-expanded").as_deref() != Some("true"));
}

/// Closes the list of the menu.
pub(super) fn close(root: &Element) {
    open(root, false);
}

fn open(root: &Element, open: bool) {
    if let Some(opener) = root.find(".cp-menu__opener") {
        opener.set("aria-expanded", Some(if open { "true" } else { "false" }));
    }
    if let Some(list) = root.find(".cp-menu__list") {
        list.class("cp-menu__list--open", open);
    }
}
