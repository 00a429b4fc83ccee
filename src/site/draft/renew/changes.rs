//! What has changed since the edition before.

use std::fmt;

use crate::plan::figures::counted;

/// What became of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// Its words are the same.
    Kept { name: String },
    /// Its words were these.
    Reworded { name: String, was: String, now: String },
    /// The edition before had no such words.
    New { name: String, words: String },
    /// Its words are not in the new document; this is the whole record.
    Gone { name: String, words: String, toml: String },
    /// It stays, but a person must look at it.
    Look { name: String, why: String },
}

/// Everything that has changed, every record named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes(pub(super) Vec<Change>);

impl Changes {
    /// How many records keep their words.
    #[must_use]
    pub fn kept(&self) -> usize {
        self.0.iter().filter(|it| matches!(it, Change::Kept { .. })).count()
    }

    /// How many records have other words.
    #[must_use]
    pub fn reworded(&self) -> usize {
        self.0.iter().filter(|it| matches!(it, Change::Reworded { .. })).count()
    }

    /// How many records are new.
    #[must_use]
    pub fn added(&self) -> usize {
        self.0.iter().filter(|it| matches!(it, Change::New { .. })).count()
    }

    /// How many records are gone.
    #[must_use]
    pub fn gone(&self) -> usize {
        self.0.iter().filter(|it| matches!(it, Change::Gone { .. })).count()
    }

    /// The list that stands beside the files, with the whole of each record that is gone.
    pub(in crate::site::draft) fn in_full(&self) -> String {
        let mut text = String::from(
            "What has changed since the edition before. Nothing reads this file: delete it when you are done.\n",
        );
        text.push_str(&self.to_string());
        text.push_str("\nKept as they were:\n");
        for change in &self.0 {
            if let Change::Kept { name } = change {
                text.extend(["  ", name, "\n"]);
            }
        }
        text.push_str("\nThe records that are gone, in full:\n");
        for change in &self.0 {
            if let Change::Gone { toml, .. } = change {
                text.extend(["\n", toml]);
            }
        }
        text
    }
}

/// What is told of a change, if it is of one sort.
type Told = fn(&Change) -> Option<String>;

impl fmt::Display for Changes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} kept with id, plain line and links.", counted(self.kept(), "record", "records"))?;
        let reworded: Told = |it| match it {
            Change::Reworded { name, was, now } => Some(format!("{name}: was “{was}”, now “{now}”")),
            _ => None,
        };
        let added: Told = |it| match it {
            Change::New { name, words } => Some(format!("{name}: “{words}”")),
            _ => None,
        };
        let gone: Told = |it| match it {
            Change::Gone { name, words, .. } => Some(format!("{name}: “{words}”")),
            _ => None,
        };
        let looks: Told = |it| match it {
            Change::Look { name, why } => Some(format!("{name}: {why}")),
            _ => None,
        };
        for (told, one, more) in [
            (reworded, "record is reworded:", "records are reworded:"),
            (added, "record is new:", "records are new:"),
            (gone, "record is gone:", "records are gone:"),
            (looks, "record must be looked at:", "records must be looked at:"),
        ] {
            let lines: Vec<String> = self.0.iter().filter_map(told).collect();
            if !lines.is_empty() {
                writeln!(f, "{}", counted(lines.len(), one, more))?;
            }
            for line in lines {
                writeln!(f, "  {line}")?;
            }
        }
        Ok(())
    }
}
