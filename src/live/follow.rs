//! Single texts and elements that follow signals.

use super::keep;
use crate::browser::Element;
use leptos::prelude::*;

/// Has a text follow signals. What it says at first stands on the page already.
pub(super) fn text(element: Option<Element>, words: impl Fn() -> String + 'static) {
    let Some(element) = element else { return };
    keep(RenderEffect::new(move |before: Option<String>| {
        let words = words();
        if before.is_some_and(|before| before != words) {
            element.set_text(&words);
        }
        words
    }));
}

/// Has an element hidden while this is so.
pub(super) fn hidden(element: Option<Element>, is: impl Fn() -> bool + 'static) {
    let Some(element) = element else { return };
    keep(RenderEffect::new(move |_: Option<()>| element.hide(is())));
}
