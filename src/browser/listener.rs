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

    /// Listens for an event of ours on the window; told which element it is about.
    #[must_use]
    pub fn on_places(event: &'static str, mut call: impl FnMut(Place) + 'static) -> Self {
        Self::on_window(event, move |event| {
            if let Ok(element) = event.unchecked_ref::<CustomEvent>().detail().dyn_into() {
                call(Place(element));
            }
        })
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

/// Of one type whatever is called, so that its code is there once.
#[inline(never)]
fn listen(target: &EventTarget, event: &'static str, call: Box<dyn FnMut(&Event)>) -> EventListener {
    EventListener::new(target, event, call)
}
