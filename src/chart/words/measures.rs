//! Measures of the plan in words, as the charts of changes and of counts name them.

use super::{lowered, sentence};
use crate::chart::figure::period;
use crate::chart::sheet::Ask;
use crate::plan::{Counts, Entry, Kind, Measure, Plan, Span, thousands};
use crate::query::Choice;

/// The measures that a query leaves, in the plan's order.
pub(in crate::chart) fn measures<'a>(ask: &Ask<'a>) -> Vec<&'a Measure> {
    let entries = ask.selection.entries.iter().filter_map(|id| ask.plan.entries.get(id.index()));
    entries.filter(|it| it.kind == Kind::Direction).filter_map(|it| it.measure.as_ref()).collect()
}

/// All measures of the plan that pass.
pub(in crate::chart) fn how_many(plan: &Plan, passes: impl Fn(&Measure) -> bool) -> usize {
    let measures = plan.entries.iter().filter(|it| it.kind == Kind::Direction).filter_map(|it| it.measure.as_ref());
    measures.filter(|it| passes(it)).count()
}

/// The priority that a measure stands under, where that is one.
pub(in crate::chart) fn leads(plan: &Plan, measure: &Measure) -> Option<Choice> {
    let of_measure = |it: &&Entry| it.measure.as_ref().is_some_and(|it| std::ptr::eq(it, measure));
    match plan.entries.iter().find(of_measure)?.priorities.as_slice() {
        [only] => Some(Choice::Priority(*only)),
        _ => None,
    }
}

/// What a reader must beware of with one measure.
pub(in crate::chart) fn beware(plan: &Plan, measure: &Measure) -> String {
    let edition = plan.edition.caveat.as_ref().filter(|_| measure.disturbed);
    let all = edition.map(|it| it.short.as_str()).into_iter().chain(measure.caveats.iter().map(String::as_str));
    all.map(sentence).collect::<Vec<_>>().join(" ")
}

/// Its period in words that can stand in a sentence, or that none is stated.
pub(in crate::chart) fn when(measure: &Measure) -> String {
    match measure.period.as_ref().map(|it| (it.span, period(it))) {
        None => "period not stated".to_owned(),
        Some((Span::To(_), words)) => {
            let end = words.split(';').next().unwrap_or_default();
            [&lowered(end), ", start not stated"].concat()
        }
        Some((_, words)) => lowered(&words),
    }
}

/// Two counts in words: `344, down from 656`.
pub(in crate::chart) fn compared(counts: Counts) -> String {
    let word = if counts.about_the_same() {
        "about the same as"
    } else if counts.now < counts.was {
        "down from"
    } else {
        "up from"
    };
    [&thousands(counts.now), ", ", word, " ", &thousands(counts.was)].concat()
}

/// Whether the edition's caveat concerns it.
pub(in crate::chart) fn marked(plan: &Plan, measure: &Measure) -> bool {
    measure.disturbed && plan.edition.caveat.is_some()
}
