//! What the state asks of its surroundings.

use crate::query::link::Parsed;
use crate::query::{Facts, Query};

/// Whether a change of the address can be gone back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A deliberate choice: "Back" returns to what was before.
    Push,
    /// Typing, or something private: no trail.
    Replace,
}

/// What a timer is for. Each runs once at a time: setting it again cancels what it waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timer {
    /// Moving the keyboard, once the page has been brought up to date.
    Focus,
    /// The debounce of typing: after a pause the change is announced, once.
    Typing,
    /// The debounce of marking what was found.
    Marks,
}

/// The page that an explorer is on, as the state sees it. Nothing here can fail: what a page refuses is left undone.
pub trait Host {
    /// The query that the address holds.
    fn read(&self, facts: &Facts) -> Parsed;

    /// Puts a query into the address.
    fn write(&self, facts: &Facts, query: &Query, step: Step);

    /// Reports to whoever else is on the page what the visitor wants now, and how many results that has.
    fn report(&self, facts: &Facts, query: &Query, count: usize);

    /// The address that holds a query, for a link.
    fn address(&self, facts: &Facts, query: &Query) -> String;

    /// Moves the keyboard to the element with this name, once the page has been brought up to date, and shows it.
    fn focus(&self, name: &str);

    /// Moves the keyboard to the element with this name as [`Host::focus`] does, and leaves the page where it is.
    fn focus_in_place(&self, name: &str);

    /// Calls back after so many milliseconds, in place of what this timer waits for.
    fn later(&self, timer: Timer, milliseconds: u32, call: Box<dyn FnOnce()>);

    /// Cancels what this timer waits for.
    fn cancel(&self, timer: Timer);
}

#[cfg(not(target_arch = "wasm32"))]
mod fake {
    use super::{Facts, Host, Parsed, Query, Step, Timer};
    use crate::query::link;
    use std::cell::RefCell;

    /// A host for tests: it remembers its address, and timers are up at once.
    #[derive(Default)]
    pub struct FakeHost {
        /// The query part of the address, without `?`.
        pub address: RefCell<String>,
        /// What was written, and how.
        pub steps: RefCell<Vec<(String, Step)>>,
    }

    impl Host for FakeHost {
        fn read(&self, facts: &Facts) -> Parsed {
            link::from_params(facts, &self.address.borrow())
        }

        fn write(&self, facts: &Facts, query: &Query, step: Step) {
            let text = link::to_params(facts, query);
            self.steps.borrow_mut().push((text.clone(), step));
            self.address.replace(text);
        }

        fn report(&self, _facts: &Facts, _query: &Query, _count: usize) {}

        fn address(&self, facts: &Facts, query: &Query) -> String {
            format!("?{}", link::to_params(facts, query))
        }

        fn focus(&self, _name: &str) {}

        fn focus_in_place(&self, _name: &str) {}

        fn later(&self, _timer: Timer, _milliseconds: u32, call: Box<dyn FnOnce()>) {
            call();
        }

        fn cancel(&self, _timer: Timer) {}
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub use fake::FakeHost;
