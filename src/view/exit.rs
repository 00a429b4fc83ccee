//! "Exit this page": one press, or the Shift key three times, and a harmless page is there instead, with no way back.

use super::el::{Content, El, button, el};
use super::leaflet::either;
use crate::state::{Explorer, HARMLESS};

/// The button, for above sensitive content.
pub(super) fn exit_button(explorer: Explorer) -> impl Content {
    either(
        explorer,
        || button("cp-exit", move |_| explorer.leave()).with("Exit this page"),
        || el("a").class("cp-exit").set("href", HARMLESS).set("rel", "noreferrer external").with("Exit this page"),
    )
}

/// The button that stays in sight while what is on show may put somebody at risk.
pub(super) fn exit_bar(explorer: Explorer) -> El {
    el("div").class("cp-exit-bar").hidden_when(move || !explorer.is_private()).with(exit_button(explorer)).with(
        el("span")
            .class("cp-exit-bar__hint")
            .with("or press Shift three times. Your browser may still keep this visit in its history."),
    )
}
