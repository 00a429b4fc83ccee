//! Headings at a level that fits the outline of the page that the explorer stands on.

use super::context;
use crate::page::chart::heading_tag;
use leptos::html::custom;
use leptos::prelude::*;

/// A heading so many levels under the title, which the keyboard can be moved to.
#[component]
pub(super) fn Heading(below: u8, class: &'static str, id: &'static str, #[prop(into)] words: String) -> impl IntoView {
    let level = context::heading(below);
    custom(heading_tag(level)).class(class).id(id).tabindex("-1").child(words)
}
