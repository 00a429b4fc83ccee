//! A heading at a level that fits the outline of the page that the explorer stands on.

use super::el::{Content, El, Words, el};

/// A heading of `level` 1 to 6 that the keyboard can be moved to.
pub(super) fn heading(level: u8, class: &'static str, id: impl Into<Words>, words: impl Content) -> El {
    let tag = match level {
        1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    };
    el(tag).class(class).id(id).set("tabindex", "-1").with(words)
}
