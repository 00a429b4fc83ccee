//! The explorer as a leaflet: the whole plan on one page, for whoever has no script or not yet.

use crate::plan::Plan;
use crate::query::link::Parsed;
use crate::query::{Engine, Query, View};
use crate::state::{Explorer, Slot, Step, World};
use crate::view::{self, Page};
use leptos::prelude::Owner;
use std::rc::Rc;

/// The page of the plan with all views on it, as HTML that filters itself.
#[must_use]
pub fn leaflet(plan: &'static Plan, engine: &'static Engine) -> String {
    written(plan, engine, 1, Page::slim_html)
}

/// The same as plain HTML for another page, which has a title of its own.
#[must_use]
pub fn plain(plan: &'static Plan, engine: &'static Engine) -> String {
    written(plan, engine, 2, Page::plain_html)
}

fn written(plan: &'static Plan, engine: &'static Engine, level: u8, write: fn(&Page) -> String) -> String {
    Owner::new().with(|| write(&view::leaflet(Explorer::new(plan, engine, level, Rc::new(Paper)))))
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

    fn is_leaflet(&self) -> bool {
        true
    }
}
