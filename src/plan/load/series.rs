//! Reading the counts of several periods of one measure, and checking that they can stand in a row.

use super::super::source_text::Scope;
use super::super::{Reading, SectionId};
use super::context::LoadContext;
use super::figures::{count, period};
use super::people::each;
use super::problem::At;
use super::reader::Row;

/// The series of a measure; empty where it has none.
pub(crate) fn series(row: &Row<'_>, context: &LoadContext<'_>) -> Vec<Reading> {
    // Told by the measure itself where its section is not known.
    let section = row.optional_at("section").and_then(|it| context.resolve_quietly(&it.value));
    let tables = row.tables("series");
    if row.has("series") && tables.len() < 2 {
        row.wrong(
            "series",
            "a series has at least two periods. Add the others that the plan gives, or take the line out",
        );
    }
    let readings = each(tables, |row| reading(row, context, section));
    let readings: Vec<At<Reading>> =
        readings.into_iter().filter_map(|it| Some(At { value: it.value?, place: it.place })).collect();
    check_order(row, &readings);
    readings.into_iter().map(|it| it.value).collect()
}

fn reading(row: &Row<'_>, context: &LoadContext<'_>, section: Option<usize>) -> Option<Reading> {
    let id = section.and_then(|it| u16::try_from(it).ok()).map(SectionId);
    let quote = row.text_at("quote");
    let source = context.quoted(row, quote.as_ref(), section.map_or(Scope::Anywhere, Scope::Section), id, true);
    for key in ["period", "count"] {
        if !row.has(key) {
            row.missing(key);
        }
    }
    let period = period(row, "period", &source.quote);
    let count = count(row, "count", &source.quote, "Correct it, or take the period out of the series");
    let (note, breaks, disturbed) = (row.optional("note"), row.optional("break"), row.flag("disturbed"));
    Some(Reading { period: period?, count: count?, source, note, breaks, disturbed })
}

/// Each period once, and none after one that ends later.
fn check_order(row: &Row<'_>, readings: &[At<Reading>]) {
    for (at, At { value: reading, place }) in readings.iter().enumerate() {
        let (text, span) = (&reading.period.text, reading.period.span);
        let before = readings.get(..at).unwrap_or_default();
        let Some(end) = span.end() else {
            row.wrong_at(
                *place,
                format!(
                    "the plan does not say when “{text}” ends, so it has no place in a series. Take it out of the series"
                ),
            );
            continue;
        };
        if let Some(same) = before.iter().find(|it| it.value.period.span.is_same(span)) {
            row.wrong_at(*place, format!("“{text}” is in the series already, on {}. Take one out", same.place));
        } else if let Some(later) = before.iter().find(|it| it.value.period.span.end().is_some_and(|it| it > end)) {
            row.wrong_at(
                *place,
                format!(
                    "“{text}” ends before “{}”, which stands before it. Put the periods into order, the earliest first",
                    later.value.period.text
                ),
            );
        }
    }
}
