//! Listening for events of the window.

use gloo::events::EventListener;
use web_sys::Event;

/// A listener on the window that is taken off again when this is dropped.
pub struct Listener(#[expect(dead_code, reason = "kept for its Drop")] Option<EventListener>);

impl Listener {
    /// Listens for an event on the window.
    #[must_use]
    pub fn on_window(event: &'static str, call: impl FnMut(&Event) + 'static) -> Self {
        Self(web_sys::window().map(|window| EventListener::new(&window, event, call)))
    }
}
