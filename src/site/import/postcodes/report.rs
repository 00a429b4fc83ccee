//! What is to be done with the table of postcodes, and what was.

use std::fmt;
use std::path::PathBuf;

use crate::plan::thousands;

/// What is to be done.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The data folder.
    pub folder: PathBuf,
    /// The zip, or the folder, with the files.
    pub paths: Vec<PathBuf>,
    /// Only tell what would be done.
    pub dry: bool,
    /// Take it as right that many postcodes are withdrawn.
    pub many_withdrawn: bool,
    /// Take it as right that many postcodes have moved into, out of or between the wards.
    pub many_moved: bool,
}

/// What was done.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Rows that were read.
    pub read: usize,
    /// Postcodes in use in the area's wards.
    pub live: usize,
    /// Those that are withdrawn, and how many of them were not yet.
    pub withdrawn: usize,
    /// How many of these were in use, or not marked, before.
    pub newly_withdrawn: usize,
    /// How many the table did not have.
    pub new: usize,
    /// How many lie in another ward or council than before.
    pub moved: usize,
    /// Of these, those that lay in a ward of the area or lie in one now.
    pub moved_here: usize,
    /// Those of other councils with the same first halves.
    pub outside: usize,
    /// What else must be known, in sentences.
    pub notes: Vec<String>,
    /// Whether the table was written.
    pub written: bool,
}

/// A number to be shown.
pub(super) fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = |it: usize| thousands(small(it));
        writeln!(f, "{} rows read", number(self.read))?;
        writeln!(f, "{} postcodes in use in the wards", number(self.live))?;
        writeln!(
            f,
            "{} withdrawn, {} of them since the last import",
            number(self.withdrawn),
            number(self.newly_withdrawn)
        )?;
        writeln!(f, "{} in other councils", number(self.outside))?;
        let here = match (self.moved - self.moved_here, self.moved_here) {
            (0, _) => String::new(),
            (_, here) => format!(", {} of them into, out of or between the wards", number(here)),
        };
        writeln!(f, "{} new, {} in another place than before{here}", number(self.new), number(self.moved))?;
        for note in &self.notes {
            writeln!(f, "{note}")?;
        }
        Ok(())
    }
}
