//! What is asked about, or refused, before the table of postcodes is replaced: files that are whole to look at and would still
//! spoil it.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Refusal;
use super::reading::Found;
use super::report::{Options, Report, small};
use super::table::{Lie, Table};
use crate::plan::area::Use;
use crate::plan::{Plan, Postcode, WardId, thousands};

/// Of 100 postcodes in use, as many may go or move and not be asked about.
const USUAL: usize = 10;

/// Of 100 postcodes in use, as many may be without a place in the files: each keeps the ward that it had.
const NOWHERE: usize = 25;

/// The most wards that a refusal names.
const NAMED: usize = 5;

fn is_in_use(lie: &Lie) -> bool {
    matches!(lie, Lie::Ward(_, Use::Live | Use::Unmarked))
}

/// How many postcodes of the area the table has in use.
fn in_use(old: &Table) -> usize {
    old.values().filter(|it| is_in_use(it)).count()
}

/// Every first half that has postcodes in use must be in the files.
pub(super) fn check_outcodes(old: &Table, per_outcode: &BTreeMap<String, usize>) -> Result<(), Refusal> {
    let used = old.iter().filter(|it| !matches!(it.1, Lie::Ward(_, Use::Withdrawn)));
    let used: BTreeSet<&str> = used.map(|it| it.0.outcode.as_str()).collect();
    let missing: Vec<&str> = used.into_iter().filter(|it| !per_outcode.contains_key(*it)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Refusal(format!(
        "The files have no postcode that begins with {}. They are not whole, or of another part of the country. Nothing was \
         changed.",
        missing.join(", ")
    )))
}

/// The code of every ward that has postcodes in use must be in the files. Where it is not, and its postcodes are, the ward has
/// a new code: whether the council has one, too, makes no difference.
pub(super) fn check_wards(old: &Table, rows: &BTreeMap<Postcode, Found>, plan: &Plan) -> Result<(), Refusal> {
    let codes: BTreeSet<&str> = rows.values().map(|it| it.ward.as_str()).collect();
    let is_known = |code: &str| code.is_empty() || plan.wards.iter().any(|it| it.code == code);
    let mut gone: BTreeMap<WardId, (&Postcode, &Found)> = BTreeMap::new();
    for (postcode, lie) in old.iter().filter(|it| is_in_use(it.1)) {
        let Lie::Ward(ward, _) = lie else { continue };
        let found = rows.get(postcode).filter(|it| !is_known(&it.ward));
        if let Some(found) = found.filter(|_| !codes.contains(plan.ward(*ward).code.as_str())) {
            gone.entry(*ward).or_insert((postcode, found));
        }
    }
    let Some((ward, (postcode, found))) = gone.first_key_value() else { return Ok(()) };
    let named = |id: &WardId| format!("{} ({})", plan.ward(*id).name, plan.ward(*id).code);
    let mut list: Vec<String> = gone.keys().take(NAMED).map(named).collect();
    if gone.len() > NAMED {
        list.push(format!("and {} more", gone.len() - NAMED));
    }
    Err(Refusal(format!(
        "The files have no postcode in {} of the {} wards of wards.toml: {}. {postcode}, which the table has in {}, lies in ward \
         {} of council {} there ({}). The wards have changed: bring wards.toml, wards.geojson and the other tables up to date \
         first. Nothing was changed.",
        gone.len(),
        plan.wards.len(),
        list.join(", "),
        plan.ward(*ward).name,
        found.ward,
        found.district,
        found.shown
    )))
}

/// Asks about changes that are larger than a new edition of the files brings, and refuses a table that knows no ward.
pub(super) fn check_changes(old: &Table, report: &Report, nowhere: usize, options: &Options) -> Result<(), Refusal> {
    if report.live == 0 {
        return Err(Refusal(String::from(
            "No postcode in the files lies in a ward of wards.toml. The codes of the wards there are not those of the files, or \
             the files are of another part of the country. Nothing was changed.",
        )));
    }
    let in_use = in_use(old);
    let more_than = |share: usize, changed: usize| changed * 100 > in_use * share && in_use > 0;
    let number = |it: usize| thousands(small(it));
    if more_than(USUAL, report.newly_withdrawn) && !options.many_withdrawn {
        return Err(Refusal(format!(
            "{} of the {} postcodes in the table are not in the files. That is more than is usual, so the files may not be \
             whole. Nothing was changed. If it is right, run again with --many-withdrawn.",
            number(report.newly_withdrawn),
            number(in_use)
        )));
    }
    if more_than(USUAL, report.moved_here) && !options.many_moved {
        return Err(Refusal(format!(
            "{} postcodes have moved into, out of or between the wards; the table has {} in use. That is more than is usual, so \
             the files may be damaged, or the boundaries of the wards have changed: then bring wards.toml, wards.geojson and \
             the other tables up to date first. Nothing was changed. If it is right, run again with --many-moved.",
            number(report.moved_here),
            number(in_use)
        )));
    }
    if more_than(NOWHERE, nowhere) {
        return Err(Refusal(format!(
            "The files do not say where {} postcodes lie; the table has {} in use. That is more than is usual, so the files may \
             be damaged. Download them again. Nothing was changed.",
            number(nowhere),
            number(in_use)
        )));
    }
    Ok(())
}
