//! The keyboard's way out of the page.

use crate::browser::{Listener, Place, Shift};
use crate::state::{ExitShortcut, Input};
use std::cell::Cell;

/// What offers the way out (`view::exit`) and is not hidden, in a frame also by `public/frame.js`. Where there is none, Shift is a key
/// like any other.
const OFFER: &str = ".cp-exit:not([hidden] *, [data-held] *)";

/// Calls when Shift is pressed three times while the explorer in `place` offers the way out. Where `within` is given, only presses
/// that it gets count.
pub(super) fn on_shortcut(place: &Place, within: Option<&Place>, leave: impl Fn() + 'static) -> [Listener; 4] {
    let place = place.clone();
    let presses = Cell::new(ExitShortcut::default());
    Listener::on_shift(within, move |shift, now| {
        let input = match shift {
            Shift::Down => Input::ShiftDown,
            Shift::Up => Input::ShiftUp,
            Shift::Other => Input::Other,
        };
        let mut shortcut = presses.get();
        let complete = shortcut.notice(input, now);
        presses.set(shortcut);
        if complete && place.has(OFFER) {
            leave();
        }
    })
}
