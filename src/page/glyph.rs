//! Small drawings of our own (`chart::glyph`) beside words.

use crate::chart::glyph;
use crate::plan::Kind;
use leptos::prelude::*;

/// The drawing of a kind.
#[component]
pub fn KindGlyph(kind: Kind) -> impl IntoView {
    view! { <Glyph path=glyph::of_kind(kind)/> }
}

/// An arrow to the right, for what leads on.
#[component]
pub fn Onward() -> impl IntoView {
    view! { <Glyph path=glyph::ONWARD/> }
}

/// A dash, for what there is none of.
#[component]
pub fn Dash() -> impl IntoView {
    view! { <Glyph path=glyph::DASH/> }
}

/// A triangle with a mark, for what to beware of.
#[component]
pub fn Beware() -> impl IntoView {
    view! { <Glyph path=glyph::BEWARE/> }
}

/// Says nothing to a screen reader, because the word stands beside it.
#[component]
fn Glyph(path: &'static str) -> impl IntoView {
    view! {
        <svg class="cp-glyph" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            <path fill="currentColor" fill-rule="evenodd" d=path></path>
        </svg>
    }
}
