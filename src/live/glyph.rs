//! Small drawings, which say nothing to a screen reader: the words stand beside them.

use leptos::prelude::*;

/// A pin, for what is known about places.
pub(super) const PIN: &str =
    "M8 0a5 5 0 0 1 5 5c0 3.6-5 11-5 11S3 8.6 3 5a5 5 0 0 1 5-5m0 3a2 2 0 1 0 0 4 2 2 0 0 0 0-4";
/// A triangle with a mark, for what to beware of.
pub(super) const BEWARE: &str = "M8 1.2 15.4 14.5H.6zM7.1 6v4.2h1.8V6zm0 5.3v1.8h1.8v-1.8z";

/// A drawing of one path.
#[component]
pub(super) fn Glyph(path: &'static str) -> impl IntoView {
    view! {
        <svg class="cp-glyph" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            <path fill="currentColor" fill-rule="evenodd" d=path></path>
        </svg>
    }
}

/// A cross, for what takes a choice back.
#[cfg(target_arch = "wasm32")]
pub(super) const CROSS: &str =
    "M3.6 2.2 8 6.6l4.4-4.4 1.4 1.4L9.4 8l4.4 4.4-1.4 1.4L8 9.4l-4.4 4.4-1.4-1.4L6.6 8 2.2 3.6z";
