//! A measure set large: the number with its words, base and period, and the caveat beside it.

use super::el::{El, Node, el};
use super::glyph::beware;
use super::origin::{cite, entry_origin};
use super::words::{either_term, marked, ours, quotation};
use crate::chart;
use crate::plan::{EntryId, Measure, Origin};
use crate::state::Explorer;

/// The figure of an entry that is a measure.
pub(super) fn figure(explorer: Explorer, id: EntryId, place: &str) -> Option<Node> {
    let entry = explorer.plan.entry(id);
    let measure = entry.measure.as_ref()?;
    let Origin::Plan(source) = &entry.origin else { return None };
    let words = chart::figure(measure);
    let has_number = !words.headline.is_empty();
    let line = |class: &'static str, words: String| el("p").class(class).with(words);
    let card = el("li")
        .class("cp-card cp-card--direction cp-figure")
        .id(["cp-", place, "-", entry.id.as_str()].concat())
        .hidden_when(move || !explorer.leaves(id))
        .marks_of_entry(explorer, id)
        .with(el("p").class("cp-figure__name").with(marked(explorer, &measure.name)))
        .with(has_number.then(|| line("cp-figure__number", words.headline)))
        .with(line("cp-figure__base", words.base))
        .with((!words.period.is_empty()).then(|| line("cp-figure__period", words.period + ".")))
        .with(has_number.then(|| el("p").class("cp-figure__polarity").with((words.polarity, "."))))
        .with(caveats(explorer, measure))
        .with(entry.plain.as_deref().map(|plain| ours(explorer, plain)))
        .with(quotation(explorer, &source.quote, cite(explorer, source.section)))
        .with(entry_origin(explorer, entry));
    Some(card.node())
}

fn caveats(explorer: Explorer, measure: &'static Measure) -> Option<El> {
    let edition = measure.disturbed.then_some(explorer.plan.edition.caveat.as_ref()).flatten();
    let row = |words: El| el("li").with((beware(), words));
    let mut rows = Vec::new();
    if let Some(caveat) = edition {
        let quote = ("“", caveat.source.quote.as_str(), "” Plan, ", cite(explorer, caveat.source.section), ".");
        let opened = either_term(explorer, caveat.short.as_str(), quote, || "#cp-caveat".to_owned());
        rows.push(row(el("span").with(opened)));
    }
    rows.extend(measure.caveats.iter().map(|it| row(el("span").with(it.as_str()))));
    (!rows.is_empty()).then(|| el("ul").class("cp-caveats").with(rows))
}
