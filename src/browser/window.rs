//! What is asked of the window as a whole.

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
