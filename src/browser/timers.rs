//! Calling back later.

use gloo::timers::callback::Timeout;
use std::cell::RefCell;

/// How many calls can be waited for at once.
const SLOTS: usize = 3;

/// Calls that are waited for, one in each slot; dropping this ends them all.
#[derive(Default)]
pub struct Timers(RefCell<[Option<Timeout>; SLOTS]>);

impl Timers {
    /// Calls back after so many milliseconds, in place of what the slot waited for.
    pub fn later(&self, slot: usize, milliseconds: u32, call: Box<dyn FnOnce()>) {
        self.put(slot, Some(Timeout::new(milliseconds, call)));
    }

    /// Cancels what the slot waits for.
    pub fn cancel(&self, slot: usize) {
        self.put(slot, None);
    }

    fn put(&self, slot: usize, timeout: Option<Timeout>) {
        if let Ok(mut slots) = self.0.try_borrow_mut()
            && let Some(place) = slots.get_mut(slot)
        {
            *place = timeout;
        }
    }
}
