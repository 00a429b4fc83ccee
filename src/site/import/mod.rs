//! Official figures from the files in which they are published, for `plan import-crime` and `plan import-postcodes`.
//!
//! | file | does |
//! | --- | --- |
//! | [`crime`] | puts street-level records into the table of recorded crime |
//! | [`postcodes`], `codelist` | puts Code-Point Open into the table of postcodes, with names from its code list |
//! | `sources`, `zip_recovery` | finds files in folders and zips, whole and broken ones |
//! | `pool`, `chunks`, `rows` | shares files among the cores, chunk by chunk, and takes lines apart |
//! | `columns`, `dates`, `place`, `grid` | what a record tells: its columns, its month, its ward |
//! | `counts`, `left_out`, `duplicates` | counts records and what is left out, and decides which of several copies counts |
//! | `merge`, `provenance`, `report` | what becomes of each month, how the table came about, and what whoever imports is told |
//! | `dry_run`, `write` | tries new files on a copy before they replace old ones, and replaces all or none |
//!
//! Whatever goes wrong, the files in `data/` stay as they were: see [`Refusal`].

mod chunks;
mod codelist;
mod columns;
mod counts;
pub mod crime;
mod dates;
mod dry_run;
mod duplicates;
mod grid;
mod left_out;
mod merge;
mod place;
mod pool;
pub mod postcodes;
mod provenance;
mod report;
mod rows;
mod sources;
mod write;
mod zip_recovery;

use std::fmt;
use std::path::Path;

pub use pool::Progress;

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
