//! "Where does this come from": the way from any statement on the page to the words, section and edition it rests on.

use super::el::{Content, Each, El, el};
use super::leaflet::either;
use super::link::{external, link_to};
use crate::plan::{Entry, Gap, Local, Origin, SectionId, Source};
use crate::query::wording::{confidence_word, full_title, gap_sentence};
use crate::query::{Query, View, passages};
use crate::state::Explorer;

/// The opened explanation for a statement of the plan whose words stand above it.
pub(super) fn origin(explorer: Explorer, id: &'static str, source: &'static Source) -> El {
    opened(from_plan(explorer, id, source, false))
}

/// The opened explanation for what is taken from the plan, with its words.
pub(super) fn origin_in_full(explorer: Explorer, id: &'static str, source: &'static Source) -> El {
    opened(from_plan(explorer, id, source, true))
}

/// The opened explanation for an entry.
pub(super) fn entry_origin(explorer: Explorer, entry: &'static Entry) -> El {
    match &entry.origin {
        Origin::Plan(source) => opened(from_plan(explorer, entry.id.as_str(), source, false)).with(gaps(&entry.gaps)),
        Origin::Elsewhere(local) => opened(from_elsewhere(local)),
    }
}

fn opened(body: impl Content) -> El {
    el("details")
        .class("cp-origin")
        .with(el("summary").with("Where does this come from"))
        .with(el("div").class("cp-origin__body").with(body))
}

/// What the link to the passage says.
const WORDS: &str = "Read it in the full text";

fn from_plan(explorer: Explorer, id: &'static str, source: &'static Source, in_full: bool) -> impl Content {
    let plan = explorer.plan;
    let section = plan.section(source.section);
    let draft = if plan.edition.draft { " This edition is a draft." } else { "" };
    let holder = move || passages::holder(plan, source).map_or(id, |it| it.as_str());
    let passage = || {
        let to_text = |mut query: Query| {
            query.view = View::Text;
            query
        };
        link_to(explorer, "cp-onward", to_text, move |_| explorer.show_passage(holder()))
    };
    let passage = || {
        either(
            explorer,
            || passage().with(WORDS),
            // A name for each passage would weigh: the leaflet leads to the section.
            || el("a").class("cp-onward").set("href", ["#cp-section-", section.id.as_str()].concat()).with(WORDS),
        )
    };
    let words = || el("p").with(("“", source.quote.as_str(), "”"));
    (
        // The leaflet does not repeat words that stand just above.
        either(explorer, words, || in_full.then(words)),
        el("p").with((full_title(plan), ", ", section.cite.as_str())).with((
            ", under “",
            section.heading.as_str(),
            "”. Word for word.",
            draft,
        )),
        el("p").with(passage()),
    )
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
