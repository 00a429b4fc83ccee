//! The choices made, each of which can be taken back by itself, and all at once.

use super::el::{Content, El, all, button, el, follow};
use super::glyph::cross;
use super::leaflet::{clear, either};
use crate::query::{Query, choice_label};
use crate::state::Explorer;

/// The choices made, as buttons that take them back.
pub(super) fn chosen(explorer: Explorer) -> impl Content {
    either(
        explorer,
        || chips(explorer),
        || {
            let words =
                "Your choices filter what is listed here. Where nothing is listed, the plan has nothing for them.";
            el("div").class("cp-chosen cp-when-chosen").with((el("p").with(words), clear()))
        },
    )
}

fn chips(explorer: Explorer) -> El {
    let chips = follow(move || {
        let chips = explorer.with_query(Query::choices).into_iter().map(|choice| {
            let words = choice_label(explorer.facts, &choice);
            el("li").with(button("cp-chip", move |_| explorer.remove(&choice)).with((
                el("span").class("cp-visually-hidden").with("Remove "),
                words,
                cross(),
            )))
        });
        all(chips.collect::<Vec<_>>())
    });
    el("div")
        .class("cp-chosen")
        .hidden_when(move || explorer.with_query(Query::is_empty))
        .with(el("ul").class("cp-chosen__list").set("aria-label", "Your choices").with(chips))
        .with(button("cp-button cp-button--quiet", move |_| explorer.clear()).with("Clear all choices"))
}
