//! Open data: what the explorer shows, as files for others to work with.
//!
//! | file | made by |
//! | --- | --- |
//! | `plan.json` and its JSON Schema, `plan.schema.json` | `records` |
//! | `plan.csv` and its description, `plan.csv-metadata.json` (CSVW) | `table` |
//! | `wards.geojson` | `map` |
//! | `changes.csv`, where an edition before is held | `changes` |
//!
//! Names and shapes are promised to others. [`compare`] reads a file back, to see whether it still says what the data says.

mod changes;
mod compare;
mod map;
mod records;
mod table;

use std::fs;
use std::io;
use std::path::Path;

use serde::Serialize;

use crate::changes::Editions;
use crate::plan::{Area, Plan};

pub use compare::compare;

/// A file of open data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub text: String,
}

/// The JSON Schema of `plan.json`.
const SCHEMA: &str = include_str!("plan.schema.json");

/// All files.
#[must_use]
pub fn files(plan: &Plan, area: &Area) -> Vec<File> {
    let file = |name, text| File { name, text };
    vec![
        file("plan.json", json(&records::Export::of(plan))),
        file("plan.schema.json", SCHEMA.to_owned()),
        file("plan.csv", table::csv(plan)),
        file("plan.csv-metadata.json", json(&table::description(plan))),
        file("wards.geojson", json(&map::wards(plan, area))),
    ]
}

/// What changed since the edition before; none where none is held.
#[must_use]
pub fn changes(editions: Editions) -> Option<File> {
    editions.before().map(|before| File { name: "changes.csv", text: changes::csv(editions, before) })
}

/// Writes all files into a folder, which is made if it is not there.
///
/// # Errors
/// Fails where the folder cannot be written.
pub fn write(folder: &Path, plan: &Plan, area: &Area) -> io::Result<Vec<File>> {
    fs::create_dir_all(folder)?;
    let files = files(plan, area);
    for file in &files {
        fs::write(folder.join(file.name), &file.text)?;
    }
    Ok(files)
}

/// As JSON, with a line end after its last line.
fn json(it: &impl Serialize) -> String {
    // Nothing here has keys that are no text, which is all that could fail.
    serde_json::to_string_pretty(it).unwrap_or_default() + "\n"
}
