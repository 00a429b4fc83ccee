//! The view "Words explained": every abbreviation and term of the trade.

use super::el::{Each, El, el};
use super::heading::view;
use crate::chart::listed;
use crate::query::View;
use crate::state::Explorer;

/// The view "Words explained".
pub(super) fn glossary(explorer: Explorer) -> El {
    let rows = Each(explorer.plan.glossary.iter().map(|term| {
        let stands_for = term.stands_for.as_deref().map(|it| (el("b").with((it, ". ")), " "));
        let also = (!term.also.is_empty())
            .then(|| (" ", el("span").class("cp-quiet").with(("Also: ", listed(&term.also), "."))));
        el("div")
            .class("cp-glossary__term")
            .id(["cp-term-", term.id.as_str()].concat())
            .with(el("dt").with(term.term.as_str()))
            .with(el("dd").with((stands_for, term.meaning.as_str(), also)))
    }));
    view(explorer, View::Glossary, "The plan uses these words without explaining them. The explanations are ours.")
        .with(el("dl").class("cp-glossary").with(rows))
}
