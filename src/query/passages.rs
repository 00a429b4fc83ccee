//! The document as its records quote it, in document order: what the full-text view shows.

use crate::plan::{Plan, SectionId, Slug, Source};
use std::fmt;

/// What tells a passage from all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PassageId<'p> {
    /// The record that quotes it.
    record: &'p Slug,
    /// Which of the quotes of its series it is, counted from one; nought for its own.
    of_series: usize,
}

impl fmt::Display for PassageId<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.of_series {
            0 => self.record.fmt(f),
            // No record's id has a full stop.
            at => write!(f, "{}.{at}", self.record),
        }
    }
}

/// A passage of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage<'p> {
    /// By what it is found.
    pub id: PassageId<'p>,
    /// Its words.
    pub quote: &'p str,
}

/// Every section with its passages, both in document order; some have none but those of the sections inside them. A passage
/// that a longer one holds is left out: it stands there.
#[must_use]
pub fn by_section(plan: &Plan) -> Vec<(SectionId, Vec<Passage<'_>>)> {
    let mut sections: Vec<(SectionId, Vec<Passage<'_>>)> =
        (0..).zip(&plan.sections).map(|(at, _)| (SectionId(at), Vec::new())).collect();
    let mut end = 0;
    for (id, source) in in_order(plan) {
        let stop = source.at + length(source);
        if stop <= end {
            continue;
        }
        end = stop;
        let passage = Passage { id, quote: &source.quote };
        if let Some((_, passages)) = sections.get_mut(source.section.index()) {
            passages.push(passage);
        }
    }
    sections
}

/// The passage in the full text that holds a record's words: its own, or the longer one around it.
#[must_use]
pub fn holder<'p>(plan: &'p Plan, source: &Source) -> Option<PassageId<'p>> {
    let mut best = None;
    let mut end = 0;
    for (id, it) in in_order(plan) {
        let stop = it.at + length(it);
        if stop <= end {
            continue;
        }
        end = stop;
        if it.at <= source.at && source.at < stop {
            best = Some(id);
        }
    }
    best
}

/// Every record of the plan with its words, in document order; the longest first at each place, so that a passage inside
/// it can be told by where it ends.
fn in_order(plan: &Plan) -> Vec<(PassageId<'_>, &Source)> {
    let sentences = plan.sentences.iter().map(|it| (&it.id, &it.source));
    let priorities = plan.priorities.iter().map(|it| (&it.id, &it.name));
    let leads = plan.priorities.iter().filter_map(|it| it.lead.as_ref()).map(|it| (&it.id, &it.source));
    let entries = plan.entries.iter().filter_map(|it| Some((&it.id, it.source()?)));
    let partners = plan.partners.iter().map(|it| (&it.id, &it.source));
    let targets = plan.targets.iter().map(|it| (&it.id, &it.source));
    let survey = plan.survey.iter().map(|it| (&it.id, &it.source));
    let funding = plan.funding.iter().map(|it| (&it.id, &it.source));
    let principles = plan.principles.iter().chain(&plan.themes).map(|it| (&it.id, &it.source));
    let governance = plan.governance.iter().map(|it| (&it.id, &it.source));
    let footnotes = plan.footnotes.iter().map(|it| (&it.id, &it.source));
    let all = sentences.chain(priorities).chain(leads).chain(entries).chain(partners).chain(survey);
    let all = all.chain(funding).chain(principles).chain(governance).chain(footnotes).chain(targets);
    let all = all.map(|(record, source)| (PassageId { record, of_series: 0 }, source));
    let series = plan.entries.iter().flat_map(|entry| {
        let readings = entry.measure.iter().flat_map(|it| &it.series);
        (1..).zip(readings).map(|(of_series, it)| (PassageId { record: &entry.id, of_series }, &it.source))
    });
    let all = all.chain(series);
    let mut ordered: Vec<(PassageId<'_>, &Source)> = Vec::new();
    for (id, source) in all {
        // Put in where it belongs, from the end: most come in order already, and sorting would weigh more in the browser.
        let rank = |it: &Source| (it.at, std::cmp::Reverse(it.quote.len()));
        let at = ordered.iter().rposition(|(_, it)| rank(it) <= rank(source)).map_or(0, |at| at + 1);
        ordered.insert(at, (id, source));
    }
    ordered
}

fn length(source: &Source) -> u32 {
    u32::try_from(source.quote.chars().count()).unwrap_or(u32::MAX)
}
