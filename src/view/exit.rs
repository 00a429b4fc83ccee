//! "Exit this page": one press, or the Shift key three times, and a harmless page is there instead, with no way back.

use super::el::{El, button, el};
use crate::state::Explorer;
use leptos::ev::KeyboardEvent;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering::Relaxed};

/// How long three presses of Shift may take, in milliseconds.
const TIME: u32 = 5000;

/// The button, for above sensitive content.
pub(super) fn exit_button(explorer: Explorer) -> El {
    button("cp-exit", move |_| explorer.leave()).with("Exit this page")
}

/// The button that stays in sight while what is on show may put somebody at risk.
pub(super) fn exit_bar(explorer: Explorer) -> El {
    el("div").class("cp-exit-bar").hidden_when(move || !explorer.is_private()).with(exit_button(explorer)).with(
        el("span")
            .class("cp-exit-bar__hint")
            .with("or press Shift three times. Your browser may still keep this visit in its history."),
    )
}

/// What to do with each key press inside the explorer: counts presses of Shift with nothing between them.
pub(super) fn on_key(explorer: Explorer) -> impl FnMut(KeyboardEvent) + Send + 'static {
    let presses = Arc::new(AtomicU8::new(0));
    move |event| {
        if event.key() != "Shift" {
            presses.store(0, Relaxed);
            return;
        }
        if event.repeat() {
            return;
        }
        let count = presses.fetch_add(1, Relaxed) + 1;
        if count == 1 {
            let presses = Arc::clone(&presses);
            explorer.later(TIME, move || presses.store(0, Relaxed));
        }
        if count >= 3 {
            explorer.leave();
        }
    }
}
