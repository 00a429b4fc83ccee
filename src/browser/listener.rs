//! Listening for events.

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::{Event, EventTarget};

/// A listener that is taken off again when this is dropped.
pub struct Listener(#[expect(dead_code, reason = "kept for its Drop")] Option<EventListener>);

impl Listener {
    /// Listens for an event on the window.
    #[must_use]
    pub fn on_window(event: &'static str, call: impl FnMut(&Event) + 'static) -> Self {
        let window = web_sys::window();
        Self(window.map(|window| listen(&window, event, Box::new(call))))
    }

    /// Keeps what listens already.
    pub(super) fn holding(listener: EventListener) -> Self {
        Self(Some(listener))
    }
}

/// Of one type whatever is called, so that its code is there once.
#[inline(never)]
pub(super) fn listen(target: &EventTarget, event: &'static str, call: Box<dyn FnMut(&Event)>) -> EventListener {
    // Listeners of ours may keep the browser from what it would do.
    EventListener::new_with_options(target, event, EventListenerOptions::enable_prevent_default(), call)
}
