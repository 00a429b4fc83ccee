//! `plan import-postcodes`: a new Code-Point Open file into the table of postcodes.
//!
//! Here what is not in the files means something: a postcode that has gone is withdrawn. So damaged files are refused where
//! they could be about the area, and nothing is changed.

mod guards;
mod reading;
mod report;
mod table;
mod text;

use std::collections::{BTreeMap, BTreeSet};

use super::sources::{self, has_ending};
use super::{Refusal, dry_run, write};
use crate::plan::area::Use;
use crate::plan::load;
use crate::plan::{Area, Plan, Postcode, WardId};
use reading::{Found, Reading};
use table::{Lie, Table, old_table};
use text::{about_text, table_text};

pub use report::{Options, Report};

const TABLE: &str = "postcodes.csv";
const ABOUT: &str = "postcodes.toml";

fn is_wanted(name: &str) -> bool {
    let lower = name.to_lowercase();
    let list = lower.contains("codelist") && !lower.contains("nhs");
    (has_ending(name, "csv") && !lower.contains("column_headers"))
        || (list && (has_ending(name, "xlsx") || has_ending(name, "txt")))
}

/// Reads the postcodes and rewrites the table.
///
/// # Errors
/// Says in plain words what is wrong and how to mend it. Then nothing has been changed.
pub fn import(options: &Options) -> Result<Report, Refusal> {
    let area = load::area_folder(&options.folder).map_err(|it| Refusal(dry_run::list(&it)))?;
    let base = load::edition(&options.folder);
    let (Some(plan), Some(figures)) = (&base.plan, &base.area) else {
        return Err(Refusal(dry_run::mistakes(&base)));
    };
    let found = sources::find(&options.paths, is_wanted)?;
    if let Some((what, why)) = found.passed_over.first() {
        return Err(Refusal(format!("{what}: {why}. Nothing was changed.")));
    }
    let old = old_table(figures);
    let wards: BTreeMap<&str, WardId> =
        plan.wards.iter().filter_map(|it| Some((it.code.as_str(), plan.find_ward(it.id.as_str())?))).collect();
    let mut reading = Reading::new(&old, &wards);
    reading.all(&found.sources)?;
    // A first half that is new to the area is also one of others: they are found when all is read once more.
    if reading.more_outcodes() {
        reading.all(&found.sources)?;
    }
    let Reading { rows, names, read, per_outcode, mut notes, .. } = reading;
    if read == 0 {
        return Err(Refusal(String::from(
            "There is no file of postcodes (such as Data/CSV/b.csv of Code-Point Open) in what was named. Nothing was changed.",
        )));
    }
    guards::check_outcodes(&old, &per_outcode)?;
    guards::check_wards(&old, &rows, plan)?;

    let mut report = Report { read, ..Report::default() };
    let (new, nowhere) = new_table(&old, rows, &wards, &mut report)?;
    guards::check_changes(&old, &report, nowhere.len(), options)?;
    if !nowhere.is_empty() {
        notes.push(format!("In use, but without a place in the files: {}.", nowhere.join(", ")));
    }
    notes.extend(wards_without(&new, plan));
    report.notes = notes;
    let councils = councils(&new, figures, &names)?;
    let origin = figures.origin(figures.postcodes.origin).id.as_str();
    let files = [(TABLE, table_text(&new, &councils, plan)), (ABOUT, about_text(&councils, origin))];
    dry_run::prove(&options.folder, &area, &files)?;
    report.notes.push(format!(
        "Now bring the period, and the years in the statement, of “{origin}” in origins.toml up to date: the download's licence and \
         metadata give them."
    ));
    if !options.dry {
        write::replace(&area, &files)?;
        report.written = true;
    }
    Ok(report)
}

/// The new table, and the postcodes of which the files do not tell where they lie.
fn new_table(
    old: &Table,
    rows: BTreeMap<Postcode, Found>,
    wards: &BTreeMap<&str, WardId>,
    report: &mut Report,
) -> Result<(Table, Vec<String>), Refusal> {
    let own: BTreeSet<String> =
        rows.values().filter(|it| wards.contains_key(it.ward.as_str())).map(|it| it.district.clone()).collect();
    let mut table = Table::new();
    let mut nowhere = Vec::new();
    for (postcode, found) in rows {
        let lie = match wards.get(found.ward.as_str()) {
            Some(ward) => Lie::Ward(*ward, Use::Live),
            None if found.district.is_empty() || (found.ward.is_empty() && own.contains(&found.district)) => {
                nowhere.push(postcode.to_string());
                // It is in use, so it is not withdrawn; where it lies is as it was.
                match old.get(&postcode) {
                    Some(Lie::Ward(ward, _)) => Lie::Ward(*ward, Use::Live),
                    Some(outside) => outside.clone(),
                    None => continue,
                }
            }
            None if own.contains(&found.district) => {
                return Err(Refusal(format!(
                    "{}: {postcode} lies in ward {}, which wards.toml does not have, though the council ({}) is the area's. The \
                     wards have changed: bring wards.toml, wards.geojson and the other tables up to date first. Nothing was \
                     changed.",
                    found.shown, found.ward, found.district
                )));
            }
            None => Lie::Outside(found.district),
        };
        let (moved, here) = match (&lie, old.get(&postcode)) {
            (Lie::Ward(now, _), Some(Lie::Ward(was, _))) => (now != was, true),
            (Lie::Outside(now), Some(Lie::Outside(was))) => (now != was, false),
            (_, before) => (before.is_some(), true),
        };
        report.moved += usize::from(moved);
        report.moved_here += usize::from(moved && here);
        report.new += usize::from(!old.contains_key(&postcode));
        table.insert(postcode, lie);
    }
    for (postcode, lie) in old {
        if let (Lie::Ward(ward, used), false) = (lie, table.contains_key(postcode)) {
            report.newly_withdrawn += usize::from(*used != Use::Withdrawn);
            table.insert(postcode.clone(), Lie::Ward(*ward, Use::Withdrawn));
        }
    }
    let count = |fits: fn(&Lie) -> bool| table.values().filter(|it| fits(it)).count();
    report.live = count(|it| matches!(it, Lie::Ward(_, Use::Live)));
    report.withdrawn = count(|it| matches!(it, Lie::Ward(_, Use::Withdrawn)));
    report.outside = count(|it| matches!(it, Lie::Outside(_)));
    Ok((table, nowhere))
}

/// Wards in which no postcode is in use, in a sentence: that is rare, and may be a slip in wards.toml.
fn wards_without(table: &Table, plan: &Plan) -> Option<String> {
    let used: BTreeSet<WardId> =
        table.values().filter_map(|it| if let Lie::Ward(ward, Use::Live) = it { Some(*ward) } else { None }).collect();
    let without = plan.wards.iter().filter(|it| plan.find_ward(it.id.as_str()).is_some_and(|id| !used.contains(&id)));
    let names: Vec<String> = without.map(|it| format!("{} ({})", it.name, it.code)).collect();
    (!names.is_empty()).then(|| format!("No postcode in use lies in: {}.", names.join(", ")))
}

/// The councils that are needed, by code, each with its name: from the download's code list, or else from the table.
fn councils(
    table: &Table,
    figures: &Area,
    names: &BTreeMap<String, String>,
) -> Result<BTreeMap<String, String>, Refusal> {
    let mut councils = BTreeMap::new();
    let mut unnamed = BTreeSet::new();
    for code in table.values().filter_map(|it| if let Lie::Outside(code) = it { Some(code) } else { None }) {
        let known = || figures.postcodes.councils.iter().find(|it| it.code == *code).map(|it| it.name.clone());
        match names.get(code).cloned().or_else(known) {
            Some(name) => {
                councils.insert(code.clone(), name);
            }
            None => {
                unnamed.insert(code.as_str());
            }
        }
    }
    if unnamed.is_empty() {
        return Ok(councils);
    }
    let list: Vec<&str> = unnamed.into_iter().collect();
    Err(Refusal(format!(
        "Postcodes lie in councils whose names are not known: {}. Name the whole download, with its code list (Doc/Codelist.xlsx), \
         or a text file codelist.txt with lines such as “{},North Anyshire”. Nothing was changed.",
        list.join(", "),
        list[0]
    )))
}
