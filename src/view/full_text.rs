//! The view "Full text": every passage of the document, in its own order and its own words.

use super::el::{El, el};
use super::heading::heading;
use super::words::marked;
use crate::plan::SectionId;
use crate::query::passages::{self, Passage};
use crate::state::Explorer;

/// The view "Full text".
pub(super) fn full_text(explorer: Explorer) -> El {
    let plan = explorer.plan;
    let mut view = el("section")
        .class("cp-view cp-text")
        .set("aria-labelledby", "cp-view-title")
        .with(heading(explorer.heading(1), "cp-view__title", "cp-view-title", "Full text"))
        .with(
            el("p")
                .class("cp-lead")
                .with("Every sentence of the plan, word for word and in its order. The contents page and page marks are left out."),
        )
        .with(
            el("p")
                .class("cp-text__title")
                .with((plan.edition.title.quote.as_str(), ", ", plan.edition.update.quote.as_str())),
        );
    for (section, passages) in passages::by_section(plan) {
        view = view.with(of_section(explorer, section, passages));
    }
    view
}

fn of_section(explorer: Explorer, id: SectionId, passages: Vec<Passage<'static>>) -> El {
    let section = explorer.plan.section(id);
    let rows: Vec<El> = passages
        .into_iter()
        .map(|it| {
            el("p")
                .class("cp-passage")
                .id(["cp-text-", it.id.as_str()].concat())
                .set("tabindex", "-1")
                .with(marked(explorer, it.quote))
        })
        .collect();
    let id = ["cp-section-", section.id.as_str()].concat();
    el("section")
        .class("cp-text__section")
        .with(heading(explorer.heading(2), "cp-view__part", id, section.heading.as_str()))
        .with(rows)
}
