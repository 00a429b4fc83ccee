//! What a search found, marked in the texts on show.

use super::keep;
use crate::browser::{Element, Highlight};
use crate::query::search;
use crate::state::Explorer;
use leptos::prelude::*;

/// Texts in which words are looked for.
const TEXTS: &str =
    ".cp-results li[data-entry]:not([hidden]), .cp-group__title, .cp-group__names, .cp-group > .cp-lead, .cp-passage";
/// What is not text of the plan or of ours about it.
const NOT_IN: &str = ".cp-origin, .cp-ours, .cp-visually-hidden";

/// Has the marks follow the search, in the first pause of typing.
pub(super) fn tie(explorer: Explorer, root: &Element) {
    let (root, highlight) = (root.clone(), Highlight::default());
    keep(RenderEffect::new(move |before: Option<()>| {
        explorer.with_words(|words| {
            // Nothing is searched for as the page begins.
            if before.is_none() && words.is_empty() {
                return;
            }
            let texts = if words.is_empty() { Vec::new() } else { root.all(TEXTS) };
            highlight.mark(&texts, NOT_IN, |text| {
                let mut at = 0;
                let mut marks = Vec::new();
                for piece in search::mark(text, words) {
                    let from = at;
                    at += u32::try_from(piece.text.encode_utf16().count()).unwrap_or_default();
                    if piece.hit {
                        marks.push((from, at));
                    }
                }
                marks
            });
        });
    }));
}
