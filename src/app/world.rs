//! The standalone page as the state's [`World`]: the query is in the ordinary parameters of its address.

use super::parts::QUERY;
use crate::browser::{self, Address, Place, Timers};
use crate::query::link::{self, Parsed};
use crate::query::{Facts, Query};
use crate::state::{HARMLESS, Slot, Step, World};

/// The world of the standalone page.
pub(super) struct PageWorld {
    place: Place,
    /// Asked for once: a page has hundreds of links, each with an address.
    path: String,
    timers: Timers,
}

impl PageWorld {
    pub(super) fn new(place: Place) -> Self {
        Self { place, path: Address::path(), timers: Timers::default() }
    }
}

impl World for PageWorld {
    fn read(&self, facts: &Facts) -> Parsed {
        link::from_params(facts, &Address::params())
    }

    fn write(&self, facts: &Facts, query: &Query, step: Step) {
        Address::write(&self.address(facts, query), step == Step::Push);
    }

    fn tell(&self, facts: &Facts, query: &Query, _count: usize) {
        self.place.fire(QUERY, &link::to_params_in_full(facts, query));
    }

    fn address(&self, facts: &Facts, query: &Query) -> String {
        Address::of(&self.path, &link::to_params(facts, query))
    }

    fn focus(&self, name: &str) {
        let (place, id) = (self.place.clone(), format!("cp-{name}"));
        // Not at once: Leptos brings the page up to date after the command has returned.
        self.timers.later(Slot::Focus as usize, 0, Box::new(move || place.focus(&id)));
    }

    fn later(&self, slot: Slot, milliseconds: u32, call: Box<dyn FnOnce()>) {
        self.timers.later(slot as usize, milliseconds, call);
    }

    fn forget(&self, slot: Slot) {
        self.timers.forget(slot as usize);
    }

    fn leave(&self) {
        self.place.empty();
        browser::leave_for(HARMLESS);
    }
}
