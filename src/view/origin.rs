//! "Where does this come from": the way from any statement on the page to the words, section and edition it rests on.

use super::el::{Content, Each, El, el};
use super::link::{external, link_to};
use super::wording::{confidence_word, gap_sentence};
use super::words::full_title;
use crate::plan::{Entry, Gap, Local, Origin, SectionId, Source};
use crate::query::{View, passages};
use crate::state::Explorer;

/// The opened explanation for a statement of the plan.
pub(super) fn origin(explorer: Explorer, id: &'static str, source: &'static Source) -> El {
    opened(from_plan(explorer, id, source))
}

/// The opened explanation for an entry.
pub(super) fn entry_origin(explorer: Explorer, entry: &'static Entry) -> El {
    match &entry.origin {
        Origin::Plan(source) => opened(from_plan(explorer, entry.id.as_str(), source)).with(gaps(&entry.gaps)),
        Origin::Elsewhere(local) => opened(from_elsewhere(local)),
    }
}

fn opened(body: Vec<El>) -> El {
    el("details")
        .class("cp-origin")
        .with(el("summary").with("Where does this come from"))
        .with(el("div").class("cp-origin__body").with(body))
}

fn from_plan(explorer: Explorer, id: &'static str, source: &'static Source) -> Vec<El> {
    let plan = explorer.plan;
    let section = plan.section(source.section);
    let draft = if plan.edition.draft { " This edition is a draft." } else { "" };
    let passage = link_to(
        explorer,
        "cp-onward",
        |mut query| {
            query.view = View::Text;
            query
        },
        move |_| explorer.show_passage(passages::holder(plan, source).map_or(id, |it| it.as_str())),
    );
    vec![
        el("p").with(("“", source.quote.as_str(), "”")),
        el("p").with((full_title(plan), ", ", section.cite.as_str())).with((
            ", under “",
            section.heading.as_str(),
            "”. Word for word.",
            draft,
        )),
        el("p").with(passage.with("Read it in the full text")),
    ]
}

/// Who says so, when, and how sure that is.
pub(super) fn from_elsewhere(local: &'static Local) -> Vec<El> {
    vec![
        el("p").with("This is not from the plan."),
        el("p").with(("Source: ", external(&local.url, local.publisher.as_str()))).with((
            ". Date: ",
            local.date.as_str(),
            ".",
        )),
        el("p").with(("How we know the place: ", local.basis.as_str())).with((
            " In short: ",
            confidence_word(local.confidence),
            ".",
        )),
    ]
}

/// What the plan leaves unsaid about an entry.
fn gaps(gaps: &'static [Gap]) -> impl Content {
    (!gaps.is_empty()).then(|| {
        let rows = Each(gaps.iter().map(|gap| el("li").with(gap_sentence(*gap))));
        el("div").class("cp-origin__body").with(el("p").with("What the plan does not say:")).with(el("ul").with(rows))
    })
}

/// The section's citation, for a signature under a quote.
pub(super) fn cite(explorer: Explorer, section: SectionId) -> &'static str {
    explorer.plan.section(section).cite.as_str()
}
