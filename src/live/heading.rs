//! Headings at a level that fits the outline of the page that the explorer stands on.

use leptos::html::custom;
use leptos::prelude::*;

/// The element of a heading of level 1 to 6.
#[must_use]
pub fn tag(level: u8) -> &'static str {
    match level {
        1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}

/// A heading of `level` 1 to 6 that the keyboard can be moved to.
#[component]
pub fn Heading(
    /// Its level in the outline.
    level: u8,
    /// Its class.
    class: &'static str,
    /// Its id.
    #[prop(into)]
    id: String,
    /// What it says.
    #[prop(into)]
    words: String,
) -> impl IntoView {
    // `view!` has no element whose name is known only when it runs, and six branches would be six views.
    custom(tag(level)).class(class).id(id).tabindex("-1").child(words)
}
