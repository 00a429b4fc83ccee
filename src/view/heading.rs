//! Headings at a level that fits the outline of the page that the explorer stands on, and what begins with one.

use super::el::{Content, El, Words, el};
use crate::query::View;
use crate::query::wording::view_name;
use crate::state::Explorer;

/// A heading of `level` 1 to 6 that the keyboard can be moved to.
pub(super) fn heading(level: u8, class: &'static str, id: impl Into<Words>, words: impl Content) -> El {
    bare(level, class, id.into()).with(words)
}

#[inline(never)]
fn bare(level: u8, class: &'static str, id: Words) -> El {
    let tag = match level {
        1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    };
    el(tag).class(class).id(id).set("tabindex", "-1")
}

/// A view with its title and a line on what it holds.
#[inline(never)]
pub(super) fn view(explorer: Explorer, view: View, lead: &'static str) -> El {
    // On the leaflet there are several.
    #[cfg(not(target_arch = "wasm32"))]
    let id =
        if explorer.is_leaflet() { Words::Owned(["cp-view-", view.slug()].concat()) } else { "cp-view-title".into() };
    #[cfg(target_arch = "wasm32")]
    let id = Words::Borrowed("cp-view-title");
    el("section")
        .class("cp-view")
        .set("aria-labelledby", id.clone())
        .with(heading(explorer.heading(1), "cp-view__title", id, view_name(view)))
        .with(el("p").class("cp-lead").with(lead))
}

/// The heading of a part of a view.
pub(super) fn part_title(explorer: Explorer, id: impl Into<Words>, title: &'static str) -> El {
    #[inline(never)]
    fn made(explorer: Explorer, id: Words, title: &'static str) -> El {
        heading(explorer.heading(2), "cp-view__part", id, title)
    }
    made(explorer, id.into(), title)
}
