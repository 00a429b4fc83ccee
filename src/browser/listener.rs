//! Listening for events.

use super::Place;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, Event, EventTarget, KeyboardEvent};

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

    /// Listens for an event of ours on an element; told what it says.
    #[must_use]
    pub fn on_place(place: &Place, event: &'static str, mut call: impl FnMut(String) + 'static) -> Self {
        Self(Some(listen(
            &place.0,
            event,
            Box::new(move |event| {
                call(event.unchecked_ref::<CustomEvent>().detail().as_string().unwrap_or_default());
            }),
        )))
    }

    /// Listens for keys on the window: which, whether it is held down, and when, in milliseconds.
    #[must_use]
    pub fn on_keys(call: impl FnMut(&str, bool, f64) + 'static) -> Self {
        Self::on_window("keydown", keys(call))
    }

    /// Listens for keys inside an element.
    #[must_use]
    pub fn on_keys_in(place: &Place, call: impl FnMut(&str, bool, f64) + 'static) -> Self {
        Self(Some(listen(&place.0, "keydown", Box::new(keys(call)))))
    }
}

fn keys(mut call: impl FnMut(&str, bool, f64) + 'static) -> impl FnMut(&Event) + 'static {
    move |event| {
        if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
            call(&key.key(), key.repeat(), event.time_stamp());
        }
    }
}

/// Of one type whatever is called, so that its code is there once.
#[inline(never)]
pub(super) fn listen(target: &EventTarget, event: &'static str, call: Box<dyn FnMut(&Event)>) -> EventListener {
    EventListener::new(target, event, call)
}
