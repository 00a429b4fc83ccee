//! What becomes of each month: those that the files bring, and those that the table has.

use std::collections::{BTreeMap, BTreeSet};

use super::counts::ForceMonth;
use super::dates::{same_force, show};
use super::duplicates::{Choice, Chosen};
use super::left_out::{LeftOut, Reason};
use crate::plan::Month;
use crate::plan::area::Crime;
use crate::plan::load::ImportedMonth;

/// What a month of the files would bring.
#[derive(Debug, Default)]
pub(super) struct New {
    pub(super) counts: ForceMonth,
    /// Forces with records in the area, by the names that records give them.
    pub(super) forces: Vec<String>,
    /// All forces of which there was a file, in lower case.
    given: BTreeSet<String>,
    /// Why records may be missing, or why there are none, in sentences for the published record.
    missing: Vec<String>,
    /// Whether there was a file with something that is of the area, or may be, and could not be counted.
    lost: bool,
    /// What was left out of which file, for whoever imports.
    pub(super) left_out: Vec<String>,
}

impl New {
    /// Why records may be missing.
    pub(super) fn incomplete(&self) -> Option<String> {
        (!self.missing.is_empty()).then(|| self.missing.join(" "))
    }

    /// Why the table has nothing of a month of which there were files.
    pub(super) fn why_nothing(&self) -> String {
        self.incomplete().unwrap_or_else(|| String::from(NOTHING))
    }
}

/// Why a month is missing of which all records lie elsewhere, or give no place.
pub(super) const NOTHING: &str = "The files of this month have no record that is known to lie in the area.";

/// How the sentences of [`New::missing`] begin.
pub(super) const BEGINNINGS: [&str; 3] = ["The file of ", "In the file of ", "There was no file of "];

/// What became of a month of the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The table did not have it.
    Added,
    /// It took the place of what the table had: so many records.
    Replaced(u32),
    /// The table's own stays, with so many records, for this reason.
    NotTaken(u32, String),
    /// None of its records is known to lie in the area, so the files say nothing about it.
    Nothing,
    /// There are files of it, and none of their records of the area could be counted. What the table has of it, if anything,
    /// stays: so many records.
    LeftOut(Option<u32>),
}

impl Fate {
    /// Whether the table takes the month from the files.
    pub(super) fn is_taken(&self) -> bool {
        matches!(self, Self::Added | Self::Replaced(_))
    }
}

/// Puts what was chosen together by month.
pub(super) fn by_month(choice: &Choice, before: &[ImportedMonth]) -> BTreeMap<Month, New> {
    let mut months: BTreeMap<Month, New> = BTreeMap::new();
    let before_names = || before.iter().flat_map(|it| &it.forces);
    let name = |force: &String| {
        let known = choice.forces.get(force).or_else(|| before_names().find(|it| same_force(it) == *force));
        known.map_or_else(|| in_words(force), Clone::clone)
    };
    for ((month, force), Chosen { counts, .. }) in &choice.chosen {
        let new = months.entry(*month).or_default();
        new.counts.add(counts);
        new.given.insert(force.clone());
        if counts.kept() > 0 {
            new.forces.push(name(force));
        }
    }
    for ((month, force), Chosen { counts, broken, .. }) in &choice.chosen {
        let new = months.entry(*month).or_default();
        let damaged =
            broken.as_ref().map(|why| format!("The file of {} for this month is damaged: {why}.", name(force)));
        let some = if new.counts.kept() > 0 { Reason::is_damage } else { Reason::is_of_area };
        let lost = counts.left_out.lost(&name(force), some);
        new.lost |= damaged.is_some() || lost.is_some();
        new.missing.extend(damaged.into_iter().chain(lost));
    }
    for ((month, force), why) in &choice.unusable {
        let new = months.entry(*month).or_default();
        new.given.insert(force.clone());
        new.lost = true;
        new.missing.push(format!("The file of {} for this month could not be used: {why}.", name(force)));
    }
    let expected = expected(choice, before);
    for new in months.values_mut() {
        for (_, name) in expected.iter().filter(|(force, _)| !new.given.contains(*force)) {
            new.missing.push(format!("There was no file of {name} for this month."));
        }
    }
    tell_left_out(choice, &mut months);
    months
}

/// A force as the names of files have it, where no record gives its name: `british-transport` is British Transport.
fn in_words(force: &str) -> String {
    let words = force.split('-').map(|it| {
        let (first, rest) = it.split_at(it.chars().next().map_or(0, char::len_utf8));
        first.to_uppercase() + rest
    });
    words.collect::<Vec<_>>().join(" ")
}

/// What was left out: file by file where a file has, or may have, something of the area, all others together.
fn tell_left_out(choice: &Choice, months: &mut BTreeMap<Month, New>) {
    let mut others: BTreeMap<Month, (usize, LeftOut)> = BTreeMap::new();
    for ((month, _), Chosen { counts, shown, .. }) in choice.chosen.iter().filter(|it| it.1.counts.left_out.all() > 0) {
        if counts.kept() == 0 && counts.left_out.iter().all(|it| !it.0.is_of_area()) {
            let (files, left_out) = others.entry(*month).or_default();
            *files += 1;
            left_out.add(&counts.left_out);
        } else if let Some(new) = months.get_mut(month) {
            new.left_out.push(format!("left out of {shown}: {}", counts.left_out.told()));
        }
    }
    for (month, (files, left_out)) in others {
        let files = if files == 1 { String::from("another file") } else { format!("{files} other files") };
        if let Some(new) = months.get_mut(&month) {
            new.left_out.push(format!("left out of {files}: {}", left_out.told()));
        }
    }
}

/// The forces without whose file a month is incomplete: the one that has most records of the area, if it has more than half,
/// and those that have records in every month that was imported before.
fn expected(choice: &Choice, before: &[ImportedMonth]) -> BTreeMap<String, String> {
    let mut kept: BTreeMap<&str, u32> = BTreeMap::new();
    for ((_, force), chosen) in &choice.chosen {
        *kept.entry(force).or_default() += chosen.counts.kept();
    }
    let all: u32 = kept.values().sum();
    let most = kept.into_iter().find(|(_, records)| u64::from(*records) * 2 > u64::from(all));
    let name = |force: &str| choice.forces.get(force).map_or_else(|| force.to_owned(), Clone::clone);
    let mut expected: BTreeMap<String, String> =
        most.into_iter().map(|(force, _)| (force.to_owned(), name(force))).collect();
    let mut before = before.iter().filter(|it| it.incomplete.is_none());
    if let Some(first) = before.next() {
        let rest: Vec<BTreeSet<String>> =
            before.map(|it| it.forces.iter().map(|it| same_force(it)).collect()).collect();
        let always = first.forces.iter().filter(|it| rest.iter().all(|month| month.contains(&same_force(it))));
        expected.extend(always.map(|it| (same_force(it), it.clone())));
    }
    expected
}

/// Decides on each month: one that the table does not have is added, one that it has is replaced, unless that would put a
/// part in the place of the whole.
pub(super) fn decide(new: &BTreeMap<Month, New>, crime: &Crime, replace: bool) -> BTreeMap<Month, Fate> {
    new.iter().map(|(month, new)| (*month, fate(*month, new, crime, replace))).collect()
}

fn fate(month: Month, new: &New, crime: &Crime, replace: bool) -> Fate {
    let records = new.counts.kept();
    let was = crime.month_at(month).map(|at| of_month(crime, at).iter().sum());
    if records == 0 {
        return if new.lost { Fate::LeftOut(was) } else { Fate::Nothing };
    }
    let Some(was) = was else { return Fate::Added };
    let whole = !crime.incomplete.iter().any(|it| it.month == month);
    match new.incomplete() {
        _ if replace => Fate::Replaced(was),
        Some(why) if whole => Fate::NotTaken(was, why),
        _ if records < was => Fate::NotTaken(was, String::from("The files have fewer records of it than the table.")),
        _ => Fate::Replaced(was),
    }
}

/// The counts of a month, by its place in the table: in each ward type by type.
pub(super) fn of_month(crime: &Crime, at: usize) -> &[u32] {
    let each = crime.wards() * crime.types.len();
    crime.counts.get(at * each..(at + 1) * each).unwrap_or_default()
}

/// Months that are taken although they have far fewer records than others: less than half of the month in the middle.
pub(super) fn strikingly_few(table: &BTreeMap<Month, Vec<u32>>, taken: &BTreeSet<Month>) -> Vec<String> {
    let mut sums: Vec<u32> = table.values().map(|it| it.iter().sum()).collect();
    sums.sort_unstable();
    let middle = sums.get(sums.len() / 2).copied().unwrap_or(0);
    let few = table.iter().filter(|(month, counts)| taken.contains(month) && counts.iter().sum::<u32>() < middle / 2);
    few.map(|(month, counts)| {
        format!(
            "{} has {} records, where half of the months have {middle} or more. Look whether a file is missing.",
            show(*month),
            counts.iter().sum::<u32>()
        )
    })
    .collect()
}
