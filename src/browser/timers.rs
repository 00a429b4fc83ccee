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
        self.put(slot, later(milliseconds, call));
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

/// Calls back after so many milliseconds; not at all where the page is being left. A document that has lost its window gets no timer in
/// `WebKit`, and `gloo` takes that for a fault that ends the program.
pub(super) fn later(milliseconds: u32, call: impl FnOnce() + 'static) -> Option<Timeout> {
    let document = web_sys::window().and_then(|it| it.document());
    document.and_then(|it| it.default_view()).map(|_| Timeout::new(milliseconds, call))
}
