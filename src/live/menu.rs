//! The menu of views: its links are addresses that keep the choices, and one of them is the page on show.

use crate::browser::Element;
use crate::query::{Query, View};
use crate::state::{Explorer, Snapshot};

/// The menu on the page.
pub(super) struct Menu {
    explorer: Explorer,
    links: Vec<(View, Element)>,
    parts: Option<Element>,
}

impl Menu {
    pub(super) fn find(explorer: Explorer, root: &Element) -> Self {
        let links = root.all(".cp-menu a").into_iter();
        Self {
            explorer,
            links: links.filter_map(|it| Some((View::from_slug(&it.data("view"))?, it))).collect(),
            parts: root.find(".cp-menu__parts"),
        }
    }

    pub(super) fn show(&self, now: &Snapshot) {
        let view = now.query.view;
        for (to, link) in &self.links {
            link.set("href", Some(&self.explorer.address_of(&leads_to(&now.query, *to))));
            let is_part = link.has_class("cp-menu__part");
            let current = if is_part { view == *to } else { view.of_menu() == *to };
            link.set("aria-current", current.then_some("page"));
        }
        self.parts.iter().for_each(|it| it.hide(view.of_menu() != View::About));
    }
}

/// What a link to a view asks for: the choices stay, but for the priorities, of which it shows all.
pub(super) fn leads_to(now: &Query, view: View) -> Query {
    if view == View::Explore { Query { order: now.order, ..Query::default() } } else { Query { view, ..now.clone() } }
}
