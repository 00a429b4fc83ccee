//! What was published, as a list with sizes.

use std::fmt;
use std::path::{Path, PathBuf};

use super::folder::Folder;
use crate::plan::figures::thousands;

/// The files of the site and their sizes.
#[derive(Clone, Debug)]
pub struct Report {
    out: PathBuf,
    lines: Vec<Line>,
    /// Whether there are compressed copies.
    compressed: bool,
}

#[derive(Clone, Debug)]
struct Line {
    name: String,
    /// How many files it stands for.
    files: usize,
    raw: usize,
    /// With the compressed copies in the place of what they are copies of.
    weight: usize,
}

impl Report {
    pub(super) fn of(folder: &Folder, out: &Path) -> Self {
        let mut lines: Vec<Line> = Vec::new();
        for (name, content) in &folder.files {
            // The files of a folder inside the site are one line.
            let name = name.split_once('/').map_or_else(|| name.clone(), |(folder, _)| format!("{folder}/"));
            let (raw, weight) = (content.bytes.len(), content.weight());
            match lines.last_mut() {
                Some(line) if line.name == name => {
                    line.files += 1;
                    line.raw += raw;
                    line.weight += weight;
                }
                _ => lines.push(Line { name, files: 1, raw, weight }),
            }
        }
        let compressed = folder.files.values().any(|it| it.compressed.is_some());
        Self { out: out.to_owned(), lines, compressed }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = |number: usize| u32::try_from(number).map_or_else(|_| number.to_string(), thousands);
        let name = |line: &Line| match line.files {
            1 => line.name.clone(),
            more => format!("{} ({more} files)", line.name),
        };
        let widest = self.lines.iter().map(|it| name(it).len()).max().unwrap_or_default().max(9);
        let mut row = |name: &str, raw: &str, weight: &str| {
            let weight = if self.compressed { weight } else { "" };
            writeln!(f, "{}", format!("{name:widest$} {raw:>11} {weight:>11}").trim_end())
        };
        row("bytes", "raw", "brotli")?;
        for line in &self.lines {
            row(&name(line), &bytes(line.raw), &bytes(line.weight))?;
        }
        let sum = |of: fn(&Line) -> usize| bytes(self.lines.iter().map(of).sum());
        row("all files", &sum(|it| it.raw), &sum(|it| it.weight))?;
        write!(f, "The site is in {}.", self.out.display())
    }
}
