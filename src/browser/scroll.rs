//! Where the page is scrolled to.

use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Brings an element to the top of the window.
pub(super) fn to_start(element: &HtmlElement) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Start);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// How far the page is scrolled, in pixels.
#[must_use]
pub fn scrolled() -> f64 {
    web_sys::window().and_then(|it| it.scroll_y().ok()).unwrap_or_default()
}

/// Scrolls by so many pixels.
pub fn scroll_by(pixels: f64) {
    if let Some(window) = web_sys::window() {
        window.scroll_by_with_x_and_y(0.0, pixels);
    }
}
