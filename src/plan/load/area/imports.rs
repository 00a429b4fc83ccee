//! Reading how the table of recorded crime came about month by month (`recorded-crime-import.toml`), and older names of its
//! types (`recorded-crime.toml`). This is for `plan import-crime`, which adds to what it finds; the browser does not get it.

use super::super::super::Month;
use super::super::super::area::crime::{Crime, Gap, Tally};
use super::super::people::each;
use super::super::problem::Problems;
use super::super::reader::Row;
use super::super::table::show_month;
use super::texts::month_of;

/// How the records of one month came into the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedMonth {
    /// The month.
    pub month: Month,
    /// When, as `2026-11-22`, where that is known.
    pub on: Option<String>,
    /// The records that were read for it.
    pub read: u32,
    /// The police forces whose records are in the table, as their files name them.
    pub forces: Vec<String>,
    /// How the records were tied to their wards.
    pub placed: Vec<Tally>,
    /// Those that were left out, by reason.
    pub rejected: Vec<Tally>,
    /// Why some of its records may be missing.
    pub incomplete: Option<String>,
}

/// What `plan import-crime` must know of the table as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// The months that it brought.
    pub months: Vec<ImportedMonth>,
    /// Other names of types, each with the name of its column.
    pub also: Vec<(String, String)>,
}

/// Reads the months, and checks each against the table.
pub(super) fn months(rows: Vec<Row<'_>>, crime: &mut Crime, sound: bool, problems: &Problems) -> Vec<ImportedMonth> {
    let mut months: Vec<ImportedMonth> = Vec::new();
    for row in rows {
        let tallies = |key| {
            let tally = |row: &Row<'_>| Tally { what: row.text("what"), records: row.some_number("records") };
            each(row.tables(key), tally).into_iter().map(|it| it.value).collect::<Vec<Tally>>()
        };
        let found = month_of(&row, "month");
        let record = ImportedMonth {
            month: found.unwrap_or(Month { year: 0, month: 1 }),
            on: row.optional("on"),
            read: row.some_number("read"),
            forces: row.texts("forces").into_iter().map(|it| it.value).collect(),
            placed: tallies("placed"),
            rejected: tallies("rejected"),
            incomplete: row.optional("incomplete"),
        };
        if let (Some(month), true) = (found, sound) {
            check(&row, &record, crime, problems);
            if months.iter().any(|it| it.month == month) {
                row.wrong("month", format!("{} is there twice. Take one of them out", show_month(month)));
            }
        }
        if found.is_some() {
            months.push(record);
        }
        row.finish();
    }
    months.sort_by_key(|it| it.month);
    let incomplete = |it: &ImportedMonth| Some(Gap { month: it.month, reason: it.incomplete.clone()? });
    crime.incomplete = months.iter().filter_map(incomplete).collect();
    months
}

fn check(row: &Row<'_>, record: &ImportedMonth, crime: &Crime, _: &Problems) {
    let month = show_month(record.month);
    let Some(at) = crime.month_at(record.month) else {
        let message =
            format!("recorded-crime.csv has no rows for {month}. Take the record out, or import the month anew");
        return row.wrong("month", message);
    };
    let each = crime.wards() * crime.types.len();
    let counts = crime.counts.iter().skip(at * each).take(each);
    let counted: u64 = counts.map(|it| u64::from(*it)).sum();
    let sum = |list: &[Tally]| list.iter().map(|it| u64::from(it.records)).sum::<u64>();
    let (placed, rejected) = (sum(&record.placed), sum(&record.rejected));
    if placed != counted {
        row.wrong(
            "placed",
            format!(
                "the records under “placed” add up to {placed}, but the counts for {month} in recorded-crime.csv to \
                 {counted}. Import the month anew, or correct one of them"
            ),
        );
    }
    if u64::from(record.read) != placed + rejected {
        row.wrong(
            "read",
            format!(
                "“read” is {}, but {placed} placed and {rejected} rejected make {}. Correct one",
                record.read,
                placed + rejected
            ),
        );
    }
}
