//! Calling back later.

use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Timers that still run; dropping this ends them all.
#[derive(Default)]
pub struct Timers(Rc<RefCell<Running>>);

#[derive(Default)]
struct Running {
    last: u32,
    timeouts: BTreeMap<u32, Timeout>,
}

impl Timers {
    /// Calls back after so many milliseconds.
    pub fn later(&self, milliseconds: u32, call: Box<dyn FnOnce()>) {
        let running = Rc::downgrade(&self.0);
        let mut all = self.0.borrow_mut();
        all.last = all.last.wrapping_add(1);
        let key = all.last;
        let timeout = Timeout::new(milliseconds, move || {
            // Taken out before the call, which may start timers of its own, and freed after it.
            let done = running.upgrade().and_then(|it| it.borrow_mut().timeouts.remove(&key));
            call();
            drop(done);
        });
        all.timeouts.insert(key, timeout);
    }
}
