//! Small drawings of our own: each kind of entry has one, so that colour is never all that tells them apart.

#![expect(clippy::must_use_candidate, reason = "`view!` calls components")]

#[cfg(not(target_arch = "wasm32"))]
use crate::plan::Kind;
use leptos::prelude::*;

/// A pin, for what is known about places.
pub const PIN: &str = "M8 0a5 5 0 0 1 5 5c0 3.6-5 11-5 11S3 8.6 3 5a5 5 0 0 1 5-5m0 3a2 2 0 1 0 0 4 2 2 0 0 0 0-4";
/// A triangle with a mark, for what to beware of.
pub const BEWARE: &str = "M8 1.2 15.4 14.5H.6zM7.1 6v4.2h1.8V6zm0 5.3v1.8h1.8v-1.8z";
/// A tick, for what is done.
#[cfg(not(target_arch = "wasm32"))]
pub(super) const TICK: &str = "M6.2 13.4 1 8.2l1.7-1.7 3.5 3.5 7.1-7.1L15 4.6z";
/// A cross, for what takes a choice back.
pub const CROSS: &str = "M3.6 2.2 8 6.6l4.4-4.4 1.4 1.4L9.4 8l4.4 4.4-1.4 1.4L8 9.4l-4.4 4.4-1.4-1.4L6.6 8 2.2 3.6z";

/// The drawing of a kind.
#[cfg(not(target_arch = "wasm32"))]
#[component]
pub(super) fn KindGlyph(kind: Kind) -> impl IntoView {
    let path = match kind {
        // A ring still open: something to come.
        Kind::Promised => "M8 1.5a6.5 6.5 0 1 0 6.5 6.5h-2A4.5 4.5 0 1 1 8 3.5z",
        Kind::Done => TICK,
        // Bars of which none is the last word: an arrow would say up beside a figure that went down.
        Kind::Direction => "M1 8h3.5v7H1zm5.3-7h3.5v14H6.3zm5.3 4h3.4v10h-3.4z",
        // Two sheets, one linked to the other.
        Kind::Strategy => "M2 1h8v2H4v8H2zm4 4h8v10H6zm2 2v6h4V7z",
        Kind::Local => PIN,
    };
    view! { <Glyph path/> }
}

/// An arrow to the right, for what leads on.
#[cfg(not(target_arch = "wasm32"))]
#[component]
pub(super) fn Onward() -> impl IntoView {
    view! { <Glyph path="M6 2.5 11.5 8 6 13.5 4.6 12.1 8.7 8 4.6 3.9z"/> }
}

/// A dash, for what there is none of.
#[cfg(not(target_arch = "wasm32"))]
#[component]
pub(super) fn Dash() -> impl IntoView {
    view! { <Glyph path="M2 7h12v2H2z"/> }
}

/// A triangle with a mark, for what to beware of.
#[cfg(not(target_arch = "wasm32"))]
#[component]
pub(super) fn Beware() -> impl IntoView {
    view! { <Glyph path=BEWARE/> }
}

/// A drawing of one path. Says nothing to a screen reader, because the word stands beside it.
#[component]
pub fn Glyph(
    /// Its outline, in a square of 16.
    path: &'static str,
) -> impl IntoView {
    view! {
        <svg class="cp-glyph" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            <path fill="currentColor" fill-rule="evenodd" d=path></path>
        </svg>
    }
}
