//! "Exit this page": one press, or the Shift key three times, and a harmless page is there instead, with no way back.

use super::el::{El, button, el};
use crate::state::Explorer;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

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
pub(super) fn on_key(explorer: Explorer) -> impl FnMut(KeyboardEvent) + 'static {
    let presses = StoredValue::new(0_u8);
    move |event| {
        if event.key() != "Shift" {
            presses.set_value(0);
            return;
        }
        if event.repeat() {
            return;
        }
        let count = presses.get_value() + 1;
        presses.set_value(count);
        if count == 1 {
            explorer.later(TIME, move || {
                presses.try_set_value(0);
            });
        }
        if count >= 3 {
            explorer.leave();
        }
    }
}
