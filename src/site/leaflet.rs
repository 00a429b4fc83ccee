//! The explorer as a leaflet: the whole plan on one page, for whoever has no script or not yet.

use crate::plan::{Plan, Slug};
use crate::query::link::Parsed;
use crate::query::{Engine, Facts, Query, View};
use crate::state::{Explorer, Slot, Step, World};
use crate::view::{self, Page};
use leptos::prelude::Owner;
use std::rc::Rc;

/// The page of the plan with all views on it, as HTML that filters itself.
#[must_use]
pub fn leaflet(plan: &'static Plan, facts: &'static Facts, engine: &'static Engine) -> String {
    written(plan, facts, engine, 1, Page::slim_html)
}

/// The same as plain HTML for another page, which has a title of its own.
#[must_use]
pub(super) fn plain(plan: &'static Plan, facts: &'static Facts, engine: &'static Engine) -> String {
    written(plan, facts, engine, 2, Page::plain_html)
}

fn written(
    plan: &'static Plan,
    facts: &'static Facts,
    engine: &'static Engine,
    level: u8,
    write: fn(&Page) -> String,
) -> String {
    Owner::new().with(|| write(&view::leaflet(Explorer::new(plan, facts, engine, level, Rc::new(Paper)))))
}

/// The world of a page that does nothing: addresses lead to places on it.
struct Paper;

impl World for Paper {
    fn read(&self, _: &Facts) -> Parsed {
        Parsed::default()
    }

    fn write(&self, _: &Facts, _: &Query, _: Step) {}

    fn tell(&self, _: &Facts, _: &Query, _: usize) {}

    /// Where on the page a query's results stand; empty where that is no single place.
    fn address(&self, facts: &Facts, query: &Query) -> String {
        // It makes lines to paste, which only the app can.
        if query.view == View::Embed {
            return String::new();
        }
        if query.view != View::Explore {
            return format!("#cp-view-{}", query.view.slug());
        }
        let only = |found: Option<&Slug>, of: usize| found.filter(|_| of == 1).cloned();
        let priority = query.priorities.first().and_then(|it| facts.priority(*it)).map(|it| &it.id);
        if let Some(id) = only(priority, query.priorities.len()) {
            return format!("#cp-group-{id}");
        }
        let partner = query.partners.first().and_then(|it| facts.partner(*it)).map(|it| &it.id);
        if let Some(id) = only(partner, query.partners.len()) {
            return format!("#cp-org-{id}");
        }
        if query.is_empty() { "#cp-overview-title".to_owned() } else { String::new() }
    }

    fn focus(&self, _: &str) {}

    fn later(&self, _: Slot, _: u32, _: Box<dyn FnOnce()>) {}

    fn forget(&self, _: Slot) {}

    fn leave(&self) {}

    fn is_leaflet(&self) -> bool {
        true
    }
}
