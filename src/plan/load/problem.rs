//! Mistakes in a data folder: where each stands, and in plain words what it is and how to mend it.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;
use std::path::PathBuf;

use super::file::{File, Layout};

/// One mistake in a data folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, or the folder, in which it stands.
    pub file: PathBuf,
    /// The line, counted from one; none where the file as a whole is meant.
    pub line: Option<usize>,
    /// What is wrong, what was expected, how to mend it.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.file.display())?;
        if let Some(line) = self.line {
            write!(f, "{line}:")?;
        }
        write!(f, " {}", self.message)
    }
}

/// The last line of every list of problems: `3 mistakes in 2 files`.
#[must_use]
pub fn tally(problems: &[Problem]) -> String {
    let files: BTreeSet<_> = problems.iter().map(|it| &it.file).collect();
    let plural = |n: usize, one: &str| if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") };
    format!("{} in {}", plural(problems.len(), "mistake"), plural(files.len(), "file"))
}

/// A line of one of the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) file: File,
    /// Counted from one; zero means the file as a whole.
    pub(crate) line: usize,
}

impl Place {
    /// The file as a whole.
    pub(crate) fn whole(file: File) -> Self {
        Self { file, line: 0 }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {} of {}", self.line, self.file.name())
    }
}

/// Something with the place where it was read.
#[derive(Clone, Debug)]
pub(crate) struct At<T> {
    pub(crate) value: T,
    pub(crate) place: Place,
}

enum Spot {
    Line(Place),
    Path(PathBuf),
}

/// The mistakes found so far. Shared by everything that reads, hence written through a shared reference.
#[derive(Default)]
pub(crate) struct Problems {
    list: RefCell<Vec<(Spot, String)>>,
    muted: RefCell<BTreeSet<File>>,
}

impl Problems {
    /// Notes a mistake on a line.
    pub(crate) fn add(&self, place: Place, message: impl Into<String>) {
        if !self.muted.borrow().contains(&place.file) {
            self.list.borrow_mut().push((Spot::Line(place), message.into()));
        }
    }

    /// Notes a mistake with a file or folder that is none of [`File`]'s.
    pub(crate) fn add_path(&self, path: PathBuf, message: impl Into<String>) {
        self.list.borrow_mut().push((Spot::Path(path), message.into()));
    }

    /// For an edition before the current one: the files of the area are checked with that.
    pub(crate) fn of_an_edition_alone() -> Self {
        let all = File::RECORDS.map(|it| it.0).into_iter().chain(File::TABLES).chain([File::Boundaries]);
        Self { muted: RefCell::new(all.filter(|it| it.is_of_area()).collect()), ..Self::default() }
    }

    /// Takes no further mistakes in this file: it could not be read to its end, so whatever else seems to be wrong in
    /// it may only follow from that.
    pub(crate) fn mute(&self, file: File) {
        self.muted.borrow_mut().insert(file);
    }

    /// How many there are by now.
    pub(crate) fn count(&self) -> usize {
        self.list.borrow().len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.list.borrow().is_empty()
    }

    /// All of them, by file and line, each once.
    pub(crate) fn finish(self, layout: &Layout) -> Vec<Problem> {
        let mut list: Vec<Problem> = self
            .list
            .into_inner()
            .into_iter()
            .map(|(spot, message)| match spot {
                Spot::Line(Place { file, line }) => {
                    Problem { file: layout.path(file), line: (line > 0).then_some(line), message }
                }
                Spot::Path(file) => Problem { file, line: None, message },
            })
            .collect();
        list.sort();
        list.dedup();
        list
    }
}
