//! A heading at a level that fits the outline of the page that the explorer stands on.

use leptos::prelude::*;

/// A heading of `level` 1 to 6 that the keyboard can be moved to.
pub(super) fn heading(level: u8, class: &'static str, id: String, words: impl IntoView + 'static) -> AnyView {
    let words = words.into_any();
    match level {
        1 => view! { <h1 class=class id=id tabindex="-1">{words}</h1> }.into_any(),
        2 => view! { <h2 class=class id=id tabindex="-1">{words}</h2> }.into_any(),
        3 => view! { <h3 class=class id=id tabindex="-1">{words}</h3> }.into_any(),
        4 => view! { <h4 class=class id=id tabindex="-1">{words}</h4> }.into_any(),
        5 => view! { <h5 class=class id=id tabindex="-1">{words}</h5> }.into_any(),
        _ => view! { <h6 class=class id=id tabindex="-1">{words}</h6> }.into_any(),
    }
}
