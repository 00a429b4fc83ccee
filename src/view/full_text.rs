//! The view "Full text": every passage of the document, in its own order and its own words.

use super::el::{Each, El, el};
use super::heading::{part_title, view};
use super::words::marked;
use crate::plan::SectionId;
use crate::query::View;
use crate::query::passages::{self, Passage};
use crate::state::Explorer;

/// The view "Full text".
pub(super) fn full_text(explorer: Explorer) -> El {
    let plan = explorer.plan;
    let mut view = view(
        explorer,
        View::Text,
        "Every sentence of the plan, word for word and in its order. The contents page and page marks are left out.",
    )
    .with(el("p").class("cp-text__title").with((
        plan.edition.title.quote.as_str(),
        ", ",
        plan.edition.update.quote.as_str(),
    )));
    for (section, passages) in passages::by_section(plan) {
        view = view.with(of_section(explorer, section, passages));
    }
    view
}

fn of_section(explorer: Explorer, id: SectionId, passages: Vec<Passage<'static>>) -> El {
    let section = explorer.plan.section(id);
    let rows = Each(passages.into_iter().map(|it| {
        el("p")
            .class("cp-passage")
            .id(["cp-text-", it.id.as_str()].concat())
            .set("tabindex", "-1")
            .with(marked(explorer, it.quote))
    }));
    let id = ["cp-section-", section.id.as_str()].concat();
    el("section").class("cp-text__section").with(part_title(explorer, id, section.heading.as_str())).with(rows)
}
