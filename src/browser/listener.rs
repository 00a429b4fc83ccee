//! Listening for events.

use super::Place;
use gloo::events::{EventListener, EventListenerOptions};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, Event, EventTarget, KeyboardEvent};

/// What is done with the Shift key.
#[derive(Clone, Copy, Debug)]
pub enum Shift {
    /// It goes down, or is held on, with neither Ctrl nor Alt.
    Down,
    /// It comes up, with neither of them.
    Up,
    /// Something else is done.
    Other,
}

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

    /// Listens for the Shift key, and for all else that is done with keys, pointer and wheel meanwhile: what, and when, in
    /// milliseconds. Keys are heard on the whole window, or only where they are for something in `within`.
    ///
    /// Before all others, so that no part of the page can keep anything back.
    #[must_use]
    pub fn on_shift(within: Option<&Place>, call: impl Fn(Shift, f64) + 'static) -> [Self; 4] {
        let call: Rc<dyn Fn(Shift, f64)> = Rc::new(call);
        ["keydown", "keyup", "pointerdown", "wheel"].map(|name| {
            let call = Rc::clone(&call);
            let is_key = name.starts_with('k');
            let told = move |event: &Event| call(shift(event, name == "keydown"), event.time_stamp());
            let first = EventListenerOptions::run_in_capture_phase();
            let window = web_sys::window();
            let on: Option<&EventTarget> = within.filter(|_| is_key).map_or(window.as_deref(), |it| Some(&it.0));
            Self(on.map(|it| EventListener::new_with_options(it, name, first, told)))
        })
    }
}

/// What an event is for the Shift key.
fn shift(event: &Event, down: bool) -> Shift {
    match event.dyn_ref::<KeyboardEvent>() {
        Some(key) if key.key() == "Shift" && !key.ctrl_key() && !key.alt_key() => {
            if down {
                Shift::Down
            } else {
                Shift::Up
            }
        }
        _ => Shift::Other,
    }
}

/// Of one type whatever is called, so that its code is there once.
#[inline(never)]
pub(super) fn listen(target: &EventTarget, event: &'static str, call: Box<dyn FnMut(&Event)>) -> EventListener {
    EventListener::new(target, event, call)
}
