//! What whoever starts from a document is told.

use std::fmt;
use std::path::PathBuf;

use super::find::Found;
use super::renew::Changes;
use crate::plan::figures::counted;

/// What came of `plan start` or `plan renew`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub(super) folder: PathBuf,
    pub(super) document: PathBuf,
    pub(super) edition: String,
    pub(super) counts: Vec<(usize, &'static str)>,
    /// How many lines are marked `# check:`.
    pub(super) guesses: usize,
    /// How many mistakes the check names, as the folder stands.
    pub(super) mistakes: usize,
    pub(super) remarks: Vec<String>,
    /// What has changed since the edition before, where there is one.
    pub(super) changes: Option<Changes>,
}

impl Report {
    /// What has changed since the edition before, where there is one.
    #[must_use]
    pub fn changes(&self) -> Option<&Changes> {
        self.changes.as_ref()
    }

    /// How many mistakes the check names, as the folder stands.
    #[must_use]
    pub fn mistakes(&self) -> usize {
        self.mistakes
    }
}

/// What is counted, by the name of its record.
const COUNTED: [(&str, &str); 16] = [
    ("section", "sections"),
    ("priority", "priorities"),
    ("action", "actions"),
    ("achievement", "achievements"),
    ("measure", "lines on the direction of travel"),
    ("strategy", "strategies"),
    ("partner", "organisations"),
    ("funding", "sums of money"),
    ("figure", "survey figures"),
    ("principle", "principles"),
    ("theme", "themes"),
    ("governance", "statements on who runs the plan"),
    ("footnote", "footnotes"),
    ("sentence", "other sentences"),
    ("term", "abbreviations"),
    ("link", "links"),
];

pub(super) fn counts(found: &Found) -> Vec<(usize, &'static str)> {
    COUNTED.iter().map(|(kind, what)| (found.count(kind), *what)).collect()
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let folder = self.folder.display();
        writeln!(f, "{folder}: edition {}, from {}", self.edition, self.document.display())?;
        for (number, what) in &self.counts {
            writeln!(f, "{number:>6} {what}")?;
        }
        for remark in &self.remarks {
            writeln!(f, "{remark}.")?;
        }
        if let Some(changes) = &self.changes {
            write!(f, "{changes}")?;
        }
        let guesses = counted(self.guesses, "line is a guess", "lines are guesses");
        writeln!(f, "{guesses}, marked “# check:”. Correct or confirm each, and take the mark out.")?;
        match self.mistakes {
            0 => writeln!(
                f,
                "`plan check {folder}` finds no mistake. Plain lines can be added one by one; until then the page shows the plan's words."
            ),
            number => {
                let number = counted(number, "thing", "things");
                writeln!(
                    f,
                    "`plan check {folder}` names {number} that must be added or mended before a page can be made."
                )
            }
        }
    }
}
