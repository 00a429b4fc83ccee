//! Listening for events of the window.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// A listener on the window that is taken off again when this is dropped.
pub struct Listener(#[expect(dead_code, reason = "kept for its Drop")] Option<EventListener>);

impl Listener {
    /// Listens for an event on the window.
    #[must_use]
    pub fn on_window(event: &'static str, call: impl FnMut(&Event) + 'static) -> Self {
        Self(web_sys::window().map(|window| EventListener::new(&window, event, call)))
    }

    /// Listens for keys on the window: which, whether it is held down, and when, in milliseconds.
    #[must_use]
    pub fn on_keys(mut call: impl FnMut(&str, bool, f64) + 'static) -> Self {
        Self::on_window("keydown", move |event| {
            if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
                call(&key.key(), key.repeat(), event.time_stamp());
            }
        })
    }
}
