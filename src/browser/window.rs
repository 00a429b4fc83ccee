//! What is asked of the window as a whole.

/// Leaves for another page, in place of this one in the history, after clearing the title.
pub fn leave_for(address: &str) {
    let Some(window) = web_sys::window() else { return };
    if let Some(document) = window.document() {
        document.set_title("");
    }
    drop(window.location().replace(address));
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
