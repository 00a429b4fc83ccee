//! The view "Words explained": every abbreviation and term of the trade.

use super::el::{El, el};
use super::heading::heading;
use super::place::join;
use crate::state::Explorer;

/// The view "Words explained".
pub(super) fn glossary(explorer: Explorer) -> El {
    let rows: Vec<El> = explorer
        .plan
        .glossary
        .iter()
        .map(|term| {
            let stands_for = term.stands_for.as_deref().map(|it| (el("b").with((it, ". ")), " "));
            let also = (!term.also.is_empty())
                .then(|| (" ", el("span").class("cp-quiet").with(("Also: ", join(&term.also), "."))));
            el("div")
                .class("cp-glossary__term")
                .id(["cp-term-", term.id.as_str()].concat())
                .with(el("dt").with(term.term.as_str()))
                .with(el("dd").with((stands_for, term.meaning.as_str(), also)))
        })
        .collect();
    el("section")
        .class("cp-view")
        .set("aria-labelledby", "cp-view-title")
        .with(heading(explorer.heading(1), "cp-view__title", "cp-view-title", "Words explained"))
        .with(
            el("p")
                .class("cp-lead")
                .with("The plan uses these words without explaining them. The explanations are ours."),
        )
        .with(el("dl").class("cp-glossary").with(rows))
}
