//! Listening for events.

use super::Place;
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
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
        let window = web_sys::window();
        let window: Option<&EventTarget> = window.as_deref();
        let keys: Option<&EventTarget> = within.map_or(window, |it| Some(&it.0));
        [("keydown", keys, true), ("keyup", keys, false), ("pointerdown", window, false), ("wheel", window, false)].map(
            |(name, on, down)| {
                let call = Rc::clone(&call);
                let told = Box::new(move |event: &Event| call(shift(event, down), event.time_stamp()));
                Self(on.map(|it| listen_in(it, name, EventListenerPhase::Capture, told)))
            },
        )
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

pub(super) fn listen(target: &EventTarget, event: &'static str, call: Box<dyn FnMut(&Event)>) -> EventListener {
    listen_in(target, event, EventListenerPhase::Bubble, call)
}

/// Of one type whatever is called, so that its code is there once.
#[inline(never)]
fn listen_in(
    target: &EventTarget,
    event: &'static str,
    phase: EventListenerPhase,
    call: Box<dyn FnMut(&Event)>,
) -> EventListener {
    EventListener::new_with_options(target, event, EventListenerOptions { phase, passive: true }, call)
}
