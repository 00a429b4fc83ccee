//! Official figures from the files in which they are published, for `plan import-crime` and `plan import-postcodes`.
//!
//! | file | does |
//! | --- | --- |
//! | [`crime`] | puts street-level records into the table of recorded crime |
//! | [`postcodes`], `codelist` | puts Code-Point Open into the table of postcodes, with names from its code list |
//! | `sources`, `salvage` | finds files in folders and zips, whole and broken ones |
//! | `crew`, `feed`, `rows` | shares files among the cores, block by block, and takes lines apart |
//! | `columns`, `when`, `place`, `grid` | what a record tells: its columns, its month, its ward |
//! | `tally`, `left_out`, `copies` | counts records, and those that it leaves out, and decides which of several copies counts |
//! | `merge`, `provenance`, `report` | what becomes of each month, how the table came about, and what whoever imports is told |
//! | `proof`, `write` | checks new files before they replace old ones, and replaces all or none |
//!
//! Whatever goes wrong, the files in `data/` stay as they were: see [`Refusal`].

mod codelist;
mod columns;
mod copies;
mod crew;
pub mod crime;
mod feed;
mod grid;
mod left_out;
mod merge;
mod place;
pub mod postcodes;
mod proof;
mod provenance;
mod report;
mod rows;
mod salvage;
mod sources;
mod tally;
mod when;
mod write;

use std::fmt;
use std::path::Path;

pub use crew::Progress;

/// Why an import was not carried out, in plain words. Nothing has been changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal(pub String);

impl Refusal {
    /// About a path.
    fn at(path: &Path, why: &str) -> Self {
        Self(format!("{}: {why}", path.display()))
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refusal {}
