//! What becomes of each month: those that the files bring, and those that the table has.

use std::collections::{BTreeMap, BTreeSet};

use super::copies::{Choice, Chosen};
use super::tally::Unit;
use super::when::{same_force, show};
use crate::plan::Month;
use crate::plan::area::Crime;
use crate::plan::load::ImportedMonth;

/// What a month of the files would bring.
#[derive(Debug, Default)]
pub(super) struct New {
    pub(super) unit: Unit,
    /// Forces with records in the area, by the names that records give them.
    pub(super) forces: Vec<String>,
    /// All forces of which there was a file, in lower case.
    given: BTreeSet<String>,
    /// Why some records may be missing.
    pub(super) incomplete: Option<String>,
}

/// What became of a month of the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The table did not have it.
    Added,
    /// It took the place of what the table had: so many records.
    Replaced(u32),
    /// The table's own stays, with so many records, for this reason.
    NotTaken(u32, String),
    /// None of its records lies in the area, so the files say nothing about it.
    Nothing,
}

/// Puts what was chosen together by month.
pub(super) fn by_month(choice: &Choice, before: &[ImportedMonth]) -> BTreeMap<Month, New> {
    let mut months: BTreeMap<Month, New> = BTreeMap::new();
    for ((month, force), Chosen { unit, broken }) in &choice.units {
        let new = months.entry(*month).or_default();
        new.unit.add(unit);
        new.given.insert(force.clone());
        let name = choice.forces.get(force).unwrap_or(force);
        if unit.kept() + unit.strange.values().sum::<u32>() > 0 {
            new.forces.push(name.clone());
        }
        if let Some(why) = broken {
            let reason = format!("The file of {name} for this month is damaged: {why}.");
            new.incomplete = Some(new.incomplete.take().map_or(reason.clone(), |it| format!("{it} {reason}")));
        }
    }
    let expected = expected(choice, before);
    for new in months.values_mut() {
        for (_, name) in expected.iter().filter(|(force, _)| !new.given.contains(*force)) {
            let reason = format!("There was no file of {name} for this month.");
            new.incomplete = Some(new.incomplete.take().map_or(reason.clone(), |it| format!("{it} {reason}")));
        }
    }
    months
}

/// The forces without whose file a month is incomplete: the one that has most records of the area, if it has more than half,
/// and those that have records in every month that was imported before.
fn expected(choice: &Choice, before: &[ImportedMonth]) -> BTreeMap<String, String> {
    let mut kept: BTreeMap<&str, u32> = BTreeMap::new();
    for ((_, force), chosen) in &choice.units {
        *kept.entry(force).or_default() += chosen.unit.kept();
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
    let records = new.unit.kept();
    if records == 0 {
        return Fate::Nothing;
    }
    let Some(at) = crime.month_at(month) else { return Fate::Added };
    let was = of_month(crime, at).iter().sum();
    let whole = !crime.incomplete.iter().any(|it| it.month == month);
    match &new.incomplete {
        _ if replace => Fate::Replaced(was),
        Some(why) if whole => Fate::NotTaken(was, why.clone()),
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
