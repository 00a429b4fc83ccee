//! Text of the plan on the page: what the search matched is marked, and terms of the glossary open in place.

use super::el::{Content, El, Node, all, button, el, keyed};
use crate::query::{search, terms};
use crate::state::Explorer;
use leptos::prelude::*;
use std::sync::atomic::AtomicU16;
use std::sync::atomic::Ordering::Relaxed;

/// A text with the search words marked. Most texts have none, before and after: those are left as they stand.
pub(super) fn marked(explorer: Explorer, text: &'static str) -> Node {
    let turn = AtomicU16::new(NONE);
    let key = move || {
        let found = explorer.with_words(|words| !words.is_empty() && search::mark(text, words).iter().any(|it| it.hit));
        // Never none, nor that of the turn before.
        vec![if found { turn.fetch_add(1, Relaxed) | 1 << 15 } else { NONE }]
    };
    keyed(key, move |key| {
        if key == NONE {
            return Node::Words(text.into());
        }
        let mut pieces = Vec::new();
        explorer.with_words(|words| {
            for piece in search::mark(text, words) {
                if piece.hit {
                    el("mark").with(piece.text).put(&mut pieces);
                } else {
                    piece.text.put(&mut pieces);
                }
            }
        });
        all(pieces)
    })
}

/// The key of a text without marks.
const NONE: u16 = 0;

/// A text with the search words marked, in which the first mention of each glossary term can be opened.
pub(super) fn explained(explorer: Explorer, text: &'static str) -> Node {
    // On the leaflet a link at each term would weigh; all terms are explained further down.
    #[cfg(not(target_arch = "wasm32"))]
    if explorer.is_leaflet() {
        return marked(explorer, text);
    }
    let mut pieces = Vec::new();
    for piece in terms::split(explorer.plan, text) {
        let words = marked(explorer, piece.text);
        match piece.term {
            None => words.put(&mut pieces),
            Some(term) => {
                let term = explorer.plan.term(term);
                let stands_for = term.stands_for.as_deref().map(|it| (el("b").with((it, ". ")), " "));
                in_place(words, (stands_for, term.meaning.as_str(), " ", is_ours())).put(&mut pieces);
            }
        }
    }
    all(pieces)
}

/// Words that open an explanation in place; on the leaflet, a link to where it stands.
#[cfg_attr(target_arch = "wasm32", inline)]
pub(super) fn either_term(
    explorer: Explorer,
    words: impl Content,
    meaning: impl Content,
    place: impl FnOnce() -> String,
) -> Node {
    #[cfg(not(target_arch = "wasm32"))]
    if explorer.is_leaflet() {
        return el("a").class("cp-term").set("href", place()).with(words).node();
    }
    let (..) = (explorer, place);
    in_place(words, meaning)
}

/// The mark of words that are ours.
pub(super) fn is_ours() -> El {
    el("span").class("cp-ours").with("In our words")
}

/// Words that open an explanation in place, inside their sentence.
pub(super) fn in_place(words: impl Content, explanation: impl Content) -> Node {
    let open = RwSignal::new(false);
    let opener = button("cp-term", move |_| open.update(|it| *it = !*it))
        .follow("aria-expanded", move || Some(if open.get() { "true" } else { "false" }.into()))
        .with(words);
    all((opener, el("span").class("cp-term__meaning").hidden_when(move || !open.get()).with(explanation)))
}

/// The plan's own words as a quotation, signed with their section.
pub(super) fn quotation(explorer: Explorer, quote: &'static str, cite: &'static str) -> El {
    el("blockquote")
        .class("cp-quote")
        .with(el("div").class("cp-quote__words").with(("“", explained(explorer, quote), "”")))
        .with(el("div").class("cp-quote__from").with(("Plan, ", cite)))
}

/// A line of ours beside the plan's words, marked as ours.
pub(super) fn ours(explorer: Explorer, plain: &'static str) -> El {
    el("p").class("cp-plain").with((marked(explorer, plain), " ", is_ours()))
}
