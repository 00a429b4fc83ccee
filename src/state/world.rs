//! The world outside, as the state sees it.

use crate::plan::Plan;
use crate::query::{Query, link::Parsed};
use std::cell::RefCell;

/// Whether a change of the address can be gone back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A deliberate choice: "Back" returns to what was before.
    Push,
    /// Typing, or something private: no trail.
    Replace,
}

/// What a call back is for. Each is waited for once: a new one takes the place of the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Moving the keyboard.
    Focus,
    /// The end of typing.
    Typing,
}

/// What the explorer asks of the page that it is on. Nothing here can fail: what a page refuses is left undone.
pub trait World {
    /// The query that the address holds.
    fn read(&self, plan: &Plan) -> Parsed;

    /// Puts a query into the address.
    fn write(&self, plan: &Plan, query: &Query, step: Step);

    /// Tells whoever else is on the page what the visitor wants now.
    fn tell(&self, plan: &Plan, query: &Query, count: usize);

    /// The address that holds a query, for a link.
    fn address(&self, plan: &Plan, query: &Query) -> String;

    /// Moves the keyboard to the element with this name, once the page has been brought up to date, and shows it.
    fn focus(&self, name: &str);

    /// Calls back after so many milliseconds, in place of what this slot waits for.
    fn later(&self, slot: Slot, milliseconds: u32, call: Box<dyn FnOnce()>);

    /// Waits no more for what this slot waits for.
    fn forget(&self, slot: Slot);

    /// Leaves the page for a harmless one, and takes it out of the history.
    fn leave(&self);

    /// Opens the print dialogue.
    fn print(&self);

    /// The address of the folder that the site stands in, with a slash at its end.
    fn folder(&self) -> String {
        "./".to_owned()
    }
}

/// A world that stands still: for tests and for rendering without a browser. It remembers its address.
#[derive(Default)]
pub struct Still {
    /// The query part of the address, without `?`.
    pub address: RefCell<String>,
    /// What was written, and how.
    pub steps: RefCell<Vec<(String, Step)>>,
}

impl World for Still {
    fn read(&self, plan: &Plan) -> Parsed {
        crate::query::link::from_params(plan, &self.address.borrow())
    }

    fn write(&self, plan: &Plan, query: &Query, step: Step) {
        let text = crate::query::link::to_params(plan, query);
        self.steps.borrow_mut().push((text.clone(), step));
        self.address.replace(text);
    }

    fn tell(&self, _plan: &Plan, _query: &Query, _count: usize) {}

    fn address(&self, plan: &Plan, query: &Query) -> String {
        format!("?{}", crate::query::link::to_params(plan, query))
    }

    fn focus(&self, _name: &str) {}

    fn later(&self, _slot: Slot, _milliseconds: u32, call: Box<dyn FnOnce()>) {
        call();
    }

    fn forget(&self, _slot: Slot) {}

    fn leave(&self) {}

    fn print(&self) {}
}
