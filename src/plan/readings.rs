//! The counts of a measure over time: its own, and those that other editions have of it.

use super::{Entry, Plan, Reading};

/// A count and the edition that gives it, so that the counts of several editions can stand in one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// What the edition is called: `Update 2031`.
    pub edition: String,
    /// The count.
    pub reading: Reading,
}

/// The counts that an edition itself has of one of its measures: those of its series, and the one that its change leads to, where it
/// says for which period that is.
#[must_use]
pub fn own_readings(entry: &Entry) -> Vec<Reading> {
    let Some(measure) = &entry.measure else { return Vec::new() };
    let mut readings = measure.series.clone();
    // Of a period whose beginning is not told, nobody knows what it is like.
    let period = measure.period.as_ref().filter(|it| it.span.months().is_some() && it.span.end().is_some());
    if let (Some(period), Some(counts), Some(source)) = (period, measure.counts, entry.source())
        && !readings.iter().any(|it| it.period.span.is_same(period.span))
    {
        readings.push(Reading {
            period: period.clone(),
            count: counts.now,
            source: source.clone(),
            note: None,
            breaks: None,
            disturbed: measure.disturbed,
        });
    }
    readings
}

/// The counts of a measure, those of the oldest edition first; with those of later editions where these are asked for, which an
/// edition itself does not know.
#[must_use]
pub fn readings(plan: &Plan, entry: &Entry, with_later: bool) -> Vec<Joined> {
    let elsewhere = || entry.measure.iter().flat_map(|it| &it.elsewhere);
    let joined = |later: bool| {
        let of_then = elsewhere().filter(move |it| it.later == later);
        of_then.map(|it| Joined { edition: it.edition.clone(), reading: it.reading.clone() })
    };
    let own = own_readings(entry).into_iter();
    let own = own.map(|reading| Joined { edition: plan.edition.update.quote.clone(), reading });
    let later = with_later.then(|| joined(true)).into_iter().flatten();
    joined(false).chain(own).chain(later).collect()
}

/// Whether there are counts of several periods.
#[must_use]
pub fn goes_over_time(plan: &Plan, entry: &Entry) -> bool {
    let readings = readings(plan, entry, false);
    let mut spans = readings.iter().map(|it| it.reading.period.span);
    let first = spans.next();
    first.is_some_and(|first| spans.any(|it| !it.is_same(first)))
}

/// A count as other editions show it: what its own edition says of a disturbed year goes with it.
#[cfg(not(target_arch = "wasm32"))]
fn for_others(plan: &Plan, reading: Reading) -> Reading {
    let caveat = plan.edition.caveat.as_ref().filter(|_| reading.disturbed);
    let said = [caveat.map(|it| it.short.clone()), reading.note.clone()].into_iter().flatten().collect::<Vec<_>>();
    let note = (!said.is_empty()).then(|| said.join(". "));
    Reading { note, disturbed: false, ..reading }
}

/// Gives each measure the counts that the others of these editions, which come newest first, have of it: of the same id and unit.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn join(editions: &mut [Plan]) {
    use super::records::Elsewhere;

    let counts: Vec<Vec<(String, String, Vec<Reading>)>> = editions
        .iter()
        .map(|plan| {
            let measures = plan.entries.iter().filter_map(|it| Some((it, it.measure.as_ref()?)));
            let elsewhere = |it| own_readings(it).into_iter().map(|it| for_others(plan, it)).collect();
            measures.map(|(it, measure)| (it.id.to_string(), measure.unit.clone(), elsewhere(it))).collect()
        })
        .collect();
    let names: Vec<String> = editions.iter().map(|it| it.edition.update.quote.clone()).collect();
    for (at, plan) in editions.iter_mut().enumerate() {
        for entry in &mut plan.entries {
            let Some(measure) = &mut entry.measure else { continue };
            // The oldest first.
            for (other, all) in counts.iter().enumerate().rev().filter(|(other, _)| *other != at) {
                let same = all.iter().filter(|(id, unit, _)| id == entry.id.as_str() && *unit == measure.unit);
                let readings = same.flat_map(|it| &it.2);
                measure.elsewhere.extend(readings.map(|reading| Elsewhere {
                    edition: names[other].clone(),
                    later: other < at,
                    reading: reading.clone(),
                }));
            }
        }
    }
}
