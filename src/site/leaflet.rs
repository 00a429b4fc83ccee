//! The explorer as a leaflet: the whole plan on one page, for whoever has no script or not yet.

use crate::plan::Plan;
use crate::query::link::Parsed;
use crate::query::{Engine, Query, View};
use crate::state::{Explorer, Slot, Step, World};
use crate::view;
use leptos::prelude::Owner;
use std::rc::Rc;

/// The page of the plan with all views on it, as HTML.
#[must_use]
pub fn leaflet(plan: &'static Plan, engine: &'static Engine) -> String {
    let owner = Owner::new();
    owner.with(|| view::leaflet(Explorer::new(plan, engine, 1, Rc::new(Paper))).slim_html())
}

/// The same page twice: as HTML that filters itself, and as plain HTML for another page.
#[must_use]
pub(super) fn both(plan: &'static Plan, engine: &'static Engine) -> (String, String) {
    let owner = Owner::new();
    owner.with(|| {
        let page = view::leaflet(Explorer::new(plan, engine, 1, Rc::new(Paper)));
        let within = view::leaflet(Explorer::new(plan, engine, 2, Rc::new(Paper)));
        (page.slim_html(), within.plain_html())
    })
}

/// The world of a page that does nothing: addresses lead to places on it.
struct Paper;

impl World for Paper {
    fn read(&self, _: &Plan) -> Parsed {
        Parsed::default()
    }

    fn write(&self, _: &Plan, _: &Query, _: Step) {}

    fn tell(&self, _: &Plan, _: &Query, _: usize) {}

    /// Where on the page a query's results stand; empty where that is no single place.
    fn address(&self, plan: &Plan, query: &Query) -> String {
        // It makes lines to paste, which only the app can.
        if query.view == View::Embed {
            return String::new();
        }
        if query.view != View::Explore {
            return format!("#cp-view-{}", query.view.slug());
        }
        if let (Some(only), 1) = (query.priorities.first(), query.priorities.len()) {
            return format!("#cp-group-{}", plan.priority(*only).id);
        }
        if let (Some(only), 1) = (query.partners.first(), query.partners.len()) {
            return format!("#cp-org-{}", plan.partner(*only).id);
        }
        if query.is_empty() { "#cp-overview-title".to_owned() } else { String::new() }
    }

    fn focus(&self, _: &str) {}

    fn later(&self, _: Slot, _: u32, _: Box<dyn FnOnce()>) {}

    fn forget(&self, _: Slot) {}

    fn leave(&self) {}

    fn print(&self) {}

    fn is_leaflet(&self) -> bool {
        true
    }
}
