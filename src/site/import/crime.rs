//! `plan import-crime`: street-level records, as data.police.uk publishes them, into the table of recorded crime.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::counts::Rules;
use super::dates::{show, today};
use super::merge::{self, New, of_month};
use super::place::Places;
use super::pool::{self, Progress};
use super::provenance::{self, Brought};
use super::sources::{self, Found, has_ending};
use super::{Refusal, dry_run, duplicates, report, write};
use crate::plan::area::Crime;
use crate::plan::load::{self, Loaded};
use crate::plan::{Month, Plan};

pub use super::merge::Fate;
pub use super::report::Report;

const TABLE: &str = "recorded-crime.csv";
const RECORD: &str = "recorded-crime-import.toml";

/// The types that the police have published since May 2013. Others are asked about: an older name may stand for less or
/// for more than any of these.
const TYPES: [&str; 14] = [
    "Anti-social behaviour",
    "Bicycle theft",
    "Burglary",
    "Criminal damage and arson",
    "Drugs",
    "Other crime",
    "Other theft",
    "Possession of weapons",
    "Public order",
    "Robbery",
    "Shoplifting",
    "Theft from the person",
    "Vehicle crime",
    "Violence and sexual offences",
];

/// The first month of these types.
const SINCE: Month = Month { year: 2013, month: 5 };

/// What is to be done.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The data folder.
    pub folder: PathBuf,
    /// Folders, zips and files with records.
    pub paths: Vec<PathBuf>,
    /// Take the files' months even where the table has more of them.
    pub replace: bool,
    /// Make the table from the files alone.
    pub fresh: bool,
    /// Only tell what would be done.
    pub dry: bool,
    /// Types that shall have columns of their own.
    pub add_types: Vec<String>,
    /// The date to be noted; today's where none is given.
    pub on: Option<String>,
}

/// Whether a file of this name may hold street-level records. Beside them the police publish outcomes and searches.
fn is_wanted(name: &str) -> bool {
    let name = name.to_lowercase();
    has_ending(&name, "csv") && !name.contains("-outcomes") && !name.contains("-stop-and-search")
}

/// Reads the records and rewrites the table; `tell` is called with how far it has come.
///
/// # Errors
/// Says in plain words what is wrong and how to mend it. Then nothing has been changed.
pub fn import(options: &Options, tell: &mut dyn FnMut(Progress)) -> Result<Report, Refusal> {
    let area = load::area_folder(&options.folder).map_err(|it| Refusal(dry_run::list(&it)))?;
    let base = base(options, &area)?;
    let loaded = (base.plan.as_ref(), base.area.as_ref());
    let (Some(plan), Some(figures)) = loaded else {
        return Err(Refusal(describe_problems(&base, options)));
    };
    let crime = &figures.crime;
    let found = sources::find(&options.paths, is_wanted)?;
    if found.sources.is_empty() {
        return Err(nothing_found(&found));
    }
    let names = column_names(crime, &options.add_types);
    let rules = rules(&base, figures, plan, &names);
    let mut outcome = pool::count_all(&found.sources, is_wanted, &rules, tell);
    let choice = duplicates::choose(&mut outcome);
    let new = merge::by_month(&choice, &base.imported.months);
    let fates = merge::decide(&new, crime, options.replace);
    let taken: BTreeSet<Month> = fates.iter().filter(|it| it.1.is_taken()).map(|it| *it.0).collect();
    refuse_strange_types(&new, &taken)?;

    let mut report = report::of(&found, &outcome, &choice, &new, &fates);
    if taken.is_empty() {
        if report.months.iter().any(|it| matches!(it.2, Fate::NotTaken(..))) {
            return Ok(report);
        }
        return Err(Refusal(format!("{report}{} Nothing was changed.", report.why_nothing())));
    }

    let table = table(crime, &new, &taken, names.len(), plan.wards.len());
    report.notes.extend(merge::strikingly_few(&table, &taken));
    if taken.first().is_some_and(|it| *it < SINCE) {
        report.notes.push(format!(
            "The police changed their types in {}: numbers by type from before cannot be set beside later ones.",
            show(SINCE)
        ));
    }
    let used: Vec<usize> = (0..names.len())
        .filter(|at| *at < crime.types.len() || table.values().any(|it| column(it, *at, names.len()).any(|it| it > 0)))
        .collect();
    let on = options.on.clone().unwrap_or_else(today);
    let anew = taken.iter().map(|it| provenance::record(*it, &new[it], &on)).collect();
    let empty =
        new.iter().filter(|it| it.1.counts.kept() == 0).map(|(month, new)| (*month, new.why_nothing())).collect();
    let told = provenance::tell(crime, &base.imported.months, &table, Brought { anew, empty }, &on);
    report.gaps = told.gaps.iter().map(|it| it.month).collect();
    let files = [(TABLE, text(&table, &names, &used, plan)?), (RECORD, told.text)];
    dry_run::prove(&options.folder, &area, &files)?;
    if !options.dry {
        write::replace(&area, &files)?;
        report.written = true;
    }
    Ok(report)
}

/// The data folder as it is, or with an empty table.
fn base(options: &Options, area: &Path) -> Result<Loaded, Refusal> {
    if !options.fresh {
        return Ok(load::edition(&options.folder));
    }
    let old = fs::read_to_string(area.join(TABLE)).unwrap_or_default();
    let head = old.trim_start_matches('\u{feff}').lines().next().unwrap_or_default().trim();
    let head =
        if head.starts_with("month,ward,") { head.to_owned() } else { format!("month,ward,{}", TYPES.join(",")) };
    dry_run::load_with(&options.folder, area, &[(TABLE, format!("{head}\n")), (RECORD, String::from("# none\n"))])
}

fn describe_problems(loaded: &Loaded, options: &Options) -> String {
    let ours = |it: &load::Problem| it.file.ends_with(TABLE) || it.file.ends_with(RECORD);
    let hint = if loaded.problems.iter().all(ours) && !options.fresh {
        "\nMend the table, or make it anew from these files alone with --fresh."
    } else {
        ""
    };
    dry_run::mistakes(loaded) + hint
}

fn nothing_found(found: &Found) -> Refusal {
    let passed: Vec<String> = found.passed_over.iter().map(|(what, why)| format!("  {what}: {why}\n")).collect();
    Refusal(format!(
        "{}There is no file of street-level records (such as 2019-03-anyshire-street.csv) in what was named. Nothing was changed.",
        passed.concat()
    ))
}

/// The columns of types: the table's, those that the police publish, and those that are asked for.
fn column_names(crime: &Crime, more: &[String]) -> Vec<String> {
    let mut names: Vec<String> = crime.types.iter().map(|it| it.name.clone()).collect();
    for name in TYPES.into_iter().chain(more.iter().map(String::as_str)) {
        if !names.iter().any(|it| it == name) {
            names.push(name.to_owned());
        }
    }
    names
}

fn rules(base: &Loaded, figures: &crate::plan::Area, plan: &Plan, names: &[String]) -> Rules {
    let kind = |name: &str, column: &str| Some((name.as_bytes().into(), names.iter().position(|it| it == column)?));
    let own = names.iter().filter_map(|it| kind(it, it));
    let others = base.imported.also.iter().filter_map(|(name, column)| kind(name, column));
    Rules {
        places: Places::new(&base.small_areas, &figures.boundaries),
        wards: plan.wards.len(),
        // Another name that was written down by hand goes before a column that is only known in general.
        kinds: others.chain(own).collect(),
        columns: names.len(),
    }
}

/// Types that the table does not know are never left out in silence, nor put where they may not belong.
fn refuse_strange_types(new: &BTreeMap<Month, New>, taken: &BTreeSet<Month>) -> Result<(), Refusal> {
    let mut strange: BTreeMap<&[u8], (u32, Month, Month)> = BTreeMap::new();
    for (month, new) in new.iter().filter(|it| taken.contains(it.0)) {
        for (name, records) in &new.counts.strange {
            let entry = strange.entry(name).or_insert((0, *month, *month));
            *entry = (entry.0 + records, entry.1, *month);
        }
    }
    if strange.is_empty() {
        return Ok(());
    }
    let list: Vec<String> = strange
        .iter()
        .map(|(name, (records, from, to))| {
            let name = String::from_utf8_lossy(name);
            format!("  “{name}”: {records} records in the area, {} to {}\n", show(*from), show(*to))
        })
        .collect();
    let first = strange.keys().next().map(|it| String::from_utf8_lossy(it).into_owned()).unwrap_or_default();
    Err(Refusal(format!(
        "The files have records of types that {TABLE} does not know. Nothing was changed.\n{}\
         Either tell in recorded-crime.toml which type it is another name of:\n  [[type]]\n  name = \"…\"\n  also = [\"{first}\"]\n\
         or give it a column of its own with --add-type \"{first}\".",
        list.concat()
    )))
}

/// The new table: for each month the counts, in each ward column by column.
fn table(
    crime: &Crime,
    new: &BTreeMap<Month, New>,
    taken: &BTreeSet<Month>,
    columns: usize,
    wards: usize,
) -> BTreeMap<Month, Vec<u32>> {
    let mut table = BTreeMap::new();
    for (at, month) in crime.months.iter().enumerate() {
        let mut counts = vec![0; wards * columns];
        for (ward, old) in of_month(crime, at).chunks(crime.types.len().max(1)).enumerate() {
            counts[ward * columns..ward * columns + old.len()].copy_from_slice(old);
        }
        table.insert(*month, counts);
    }
    for month in taken {
        table.insert(*month, new[month].counts.by_ward.clone());
    }
    table
}

fn column(counts: &[u32], at: usize, columns: usize) -> impl Iterator<Item = u32> + '_ {
    counts.iter().skip(at).step_by(columns).copied()
}

fn text(table: &BTreeMap<Month, Vec<u32>>, names: &[String], used: &[usize], plan: &Plan) -> Result<String, Refusal> {
    let mut writer = csv_reader::WriterBuilder::new().from_writer(Vec::new());
    let head = ["month", "ward"].into_iter().chain(used.iter().map(|at| names[*at].as_str()));
    let mut written = writer.write_record(head);
    for (month, counts) in table {
        for (ward, counts) in plan.wards.iter().zip(counts.chunks(names.len())) {
            let start = [show(*month), ward.id.as_str().to_owned()];
            let row = start.into_iter().chain(used.iter().map(|at| counts[*at].to_string()));
            written = written.and_then(|()| writer.write_record(row));
        }
    }
    let bytes = written.ok().and_then(|()| writer.into_inner().ok());
    let text = bytes.and_then(|it| String::from_utf8(it).ok());
    text.ok_or_else(|| Refusal(String::from("The new table cannot be put into words. Nothing was changed.")))
}
