//! How the table came about, as `recorded-crime-import.toml` says it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::dates::show;
use super::merge::{BEGINNINGS, NOTHING, New};
use crate::plan::Month;
use crate::plan::area::crime::{Crime, Gap, Tally};
use crate::plan::load::ImportedMonth;

const BY_CODE: &str = "by LSOA code";
const BY_PLACE: &str = "by place on the map";
/// For records of a month of which it is not known how they were placed.
const EARLIER: &str = "in an earlier import";

/// Why a month is missing of which there was no file.
const NO_FILE: &str = "This month was in none of the files that were imported.";

/// The record of a month that the files brought.
pub(super) fn record(month: Month, new: &New, on: &str) -> ImportedMonth {
    let tally = |what: &str, records| Tally { what: what.to_owned(), records };
    let some = |list: Vec<Tally>| list.into_iter().filter(|it| it.records > 0).collect();
    let rejected = new.counts.left_out.iter().map(|(reason, records)| tally(reason.words(), records));
    ImportedMonth {
        month,
        on: Some(on.to_owned()),
        read: new.counts.read,
        forces: new.forces.clone(),
        placed: some(vec![tally(BY_CODE, new.counts.by_code), tally(BY_PLACE, new.counts.by_place)]),
        rejected: rejected.collect(),
        incomplete: new.incomplete(),
    }
}

/// Adds up tallies of the same words, in the order of their first appearance.
pub(super) fn sum<'a>(lists: impl Iterator<Item = &'a Tally>) -> Vec<Tally> {
    let mut sums: Vec<Tally> = Vec::new();
    for tally in lists {
        match sums.iter_mut().find(|it| it.what == tally.what) {
            Some(it) => it.records += tally.records,
            None => sums.push(tally.clone()),
        }
    }
    sums
}

/// What is known of the months in the table that no import has a record of.
struct Unrecorded {
    kept: u32,
    read: Option<u32>,
    placed: Vec<Tally>,
    rejected: Vec<Tally>,
}

/// Takes the recorded months away from what the old table says of all. Where one of the unrecorded months is not in the
/// new table, what is left cannot be told apart.
fn unrecorded(
    crime: &Crime,
    before: &[ImportedMonth],
    table: &BTreeMap<Month, Vec<u32>>,
    anew: &BTreeSet<Month>,
) -> Unrecorded {
    let recorded: BTreeSet<Month> = before.iter().map(|it| it.month).collect();
    let of_old = |it: &&Month| !recorded.contains(it);
    let stays = |it: &Month| table.contains_key(it) && !anew.contains(it);
    let kept = crime.months.iter().filter(of_old).filter(|it| stays(it));
    let kept = kept.filter_map(|it| table.get(it)).flatten().sum();
    let all_stay = crime.months.iter().filter(of_old).all(stays);
    let less = |all: &[Tally], known: Vec<Tally>| -> Vec<Tally> {
        let left = all.iter().map(|it| {
            let known = known.iter().find(|known| known.what == it.what).map_or(0, |it| it.records);
            Tally { what: it.what.clone(), records: it.records.saturating_sub(known) }
        });
        left.filter(|it| it.records > 0).collect()
    };
    let placed = less(&crime.import.placed, sum(before.iter().flat_map(|it| &it.placed)));
    let rejected = less(&crime.import.rejected, sum(before.iter().flat_map(|it| &it.rejected)));
    let read = crime.import.read.map(|read| read.saturating_sub(before.iter().map(|it| it.read).sum()));
    if all_stay {
        return Unrecorded { kept, read, placed, rejected };
    }
    let what = match placed.as_slice() {
        [one] => one.what.clone(),
        _ => EARLIER.to_owned(),
    };
    let placed = if kept == 0 { Vec::new() } else { vec![Tally { what, records: kept }] };
    Unrecorded { kept, read: (kept == 0).then_some(0), placed, rejected: Vec::new() }
}

/// Whether an import has written why a month is missing.
fn is_ours(reason: &str) -> bool {
    [NO_FILE, NOTHING].contains(&reason) || BEGINNINGS.iter().any(|it| reason.starts_with(it))
}

/// The months that lie between others and are missing, each with its reason. `empty` are those of which there were files, and
/// nothing in them could be counted.
fn gaps(table: &BTreeMap<Month, Vec<u32>>, before: &[Gap], empty: &BTreeMap<Month, String>) -> Vec<Gap> {
    let mut gaps = Vec::new();
    if let (Some((first, _)), Some((last, _))) = (table.first_key_value(), table.last_key_value()) {
        let mut month = *first;
        while month < *last {
            if !table.contains_key(&month) {
                let known = before.iter().find(|it| it.month == month).map(|it| it.reason.clone());
                let now = empty.get(&month);
                // What somebody has written stays; what an import has said gives way to what a later one says.
                let known = known.filter(|it| now.is_none() || !is_ours(it));
                let reason = known.or_else(|| now.cloned()).unwrap_or_else(|| String::from(NO_FILE));
                gaps.push(Gap { month, reason });
            }
            month = month.next();
        }
    }
    gaps
}

/// What is told of the import as a whole.
pub(super) struct Told {
    /// The text of `recorded-crime-import.toml`.
    pub(super) text: String,
    pub(super) gaps: Vec<Gap>,
}

/// The months that files bring.
pub(super) struct Brought {
    /// Those that the table takes.
    pub(super) anew: Vec<ImportedMonth>,
    /// Those of which nothing could be counted, with the reason.
    pub(super) empty: BTreeMap<Month, String>,
}

/// The file, for a table that is made of months from before and months that were brought.
pub(super) fn tell(
    crime: &Crime,
    before: &[ImportedMonth],
    table: &BTreeMap<Month, Vec<u32>>,
    Brought { anew, empty }: Brought,
    on: &str,
) -> Told {
    let new: BTreeSet<Month> = anew.iter().map(|it| it.month).collect();
    let rest = unrecorded(crime, before, table, &new);
    let stay = before.iter().filter(|it| table.contains_key(&it.month) && !new.contains(&it.month)).cloned();
    let mut months: Vec<ImportedMonth> = stay.chain(anew).collect();
    months.sort_by_key(|it| it.month);
    let placed = sum(rest.placed.iter().chain(months.iter().flat_map(|it| &it.placed)));
    let rejected = sum(rest.rejected.iter().chain(months.iter().flat_map(|it| &it.rejected)));
    let kept: u32 = table.values().flatten().sum();
    debug_assert_eq!(kept, rest.kept + months.iter().flat_map(|it| &it.placed).map(|it| it.records).sum::<u32>());
    let read = rest.read.map(|read| read + months.iter().map(|it| it.read).sum::<u32>());
    let gaps = gaps(table, &crime.gaps, &empty);

    let mut text = String::from(
        "# How recorded-crime.csv came about. `plan import-crime` writes this file anew; edit recorded-crime.toml instead.\n\n[import]\n",
    );
    let mut line = |args: std::fmt::Arguments<'_>| {
        // Writing to a string cannot fail.
        writeln!(text, "{args}").unwrap_or_default();
    };
    line(format_args!("on = {}", quoted(on)));
    match read {
        Some(read) => line(format_args!("read = {read}")),
        None => line(format_args!("# How many records were read is not known for all months.")),
    }
    line(format_args!("kept = {kept}"));
    for (kind, list) in [("placed", &placed), ("rejected", &rejected)] {
        for it in list {
            line(format_args!("\n[[{kind}]]\nwhat = {}\nrecords = {}", quoted(&it.what), it.records));
        }
    }
    for gap in &gaps {
        line(format_args!("\n[[gap]]\nmonth = {}\nreason = {}", quoted(&show(gap.month)), quoted(&gap.reason)));
    }
    for it in &months {
        line(format_args!("\n[[month]]\nmonth = {}", quoted(&show(it.month))));
        if let Some(on) = &it.on {
            line(format_args!("on = {}", quoted(on)));
        }
        let forces: Vec<String> = it.forces.iter().map(|it| quoted(it)).collect();
        line(format_args!("read = {}\nforces = [{}]", it.read, forces.join(", ")));
        for (kind, list) in [("placed", &it.placed), ("rejected", &it.rejected)] {
            let list: Vec<String> =
                list.iter().map(|it| format!("{{ what = {}, records = {} }}", quoted(&it.what), it.records)).collect();
            if !list.is_empty() {
                line(format_args!("{kind} = [{}]", list.join(", ")));
            }
        }
        if let Some(why) = &it.incomplete {
            line(format_args!("incomplete = {}", quoted(why)));
        }
    }
    Told { text, gaps }
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    // What cannot be seen would be refused by the check.
    let text: String = text.chars().filter(|it| !it.is_control()).collect();
    toml::Value::String(text).to_string()
}
