//! What is asked of the window as a whole.

use super::timers::after;
use web_sys::Window;

/// How long a browser may take to leave before a frame goes alone, in milliseconds: `WebKit` refuses without a word.
const SOON: u32 = 1000;

/// Leaves for another page, in place of the whole tab and of its step in the history, after clearing the title. A frame that may
/// not take the tab along goes alone. `public/leave.js` does the same before there is a program.
pub fn leave_for(address: &'static str) {
    let Some(window) = web_sys::window() else { return };
    if let Some(document) = window.document() {
        document.set_title("");
    }
    let alone = |window: &Window| drop(window.location().replace(address));
    match window.top().ok().flatten() {
        Some(top) if top != window && top.location().replace(address).is_ok() => {
            after(SOON, move || alone(&window));
        }
        _ => alone(&window),
    }
}

/// Opens the print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        drop(window.print());
    }
}

/// Says in the console why something did not work, for whoever looks after the page.
pub fn complain(why: &str) {
    web_sys::console::error_1(&why.into());
}
