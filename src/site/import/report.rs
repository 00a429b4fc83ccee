//! What an import of recorded crime tells whoever runs it.

use std::collections::BTreeMap;
use std::fmt;

use super::dates::show;
use super::duplicates::Choice;
use super::left_out::{LeftOut, Reason};
use super::merge::{Fate, New};
use super::pool::Outcome;
use super::sources::Found;
use crate::plan::{Month, thousands};

/// What was done.
#[derive(Debug)]
pub struct Report {
    /// Files that were read.
    pub files: usize,
    /// All records that were read.
    pub read: u64,
    /// Of these, the ones that the months in the table now count.
    pub kept: u32,
    /// Those left out of these months, and those of no month, by reason.
    pub rejected: Vec<(&'static str, u32)>,
    /// What became of each month.
    pub months: Vec<(Month, u32, Fate)>,
    /// What was left out of which file, in sentences: by month, and where rows give none, for a file as a whole.
    pub left_out: Vec<(Option<Month>, String)>,
    /// Months that were taken although records may be missing, with the reason.
    pub incomplete: Vec<(Month, String)>,
    /// Months missing between others.
    pub gaps: Vec<Month>,
    /// What else must be known, in sentences.
    pub notes: Vec<String>,
    /// Whether the table was written.
    pub written: bool,
}

/// What can be told once it is known what becomes of each month.
pub(super) fn of(
    found: &Found,
    outcome: &Outcome,
    choice: &Choice,
    new: &BTreeMap<Month, New>,
    fates: &BTreeMap<Month, Fate>,
) -> Report {
    let taken = || {
        let taken = fates.iter().filter(|it| it.1.is_taken());
        taken.filter_map(|(month, _)| Some((*month, new.get(month)?)))
    };
    let mut rejected = LeftOut::default();
    for (_, left_out) in &choice.loose {
        rejected.add(left_out);
    }
    for (_, new) in taken() {
        rejected.add(&new.counts.left_out);
    }
    let kept = |month: &Month| new.get(month).map_or(0, |it| it.counts.kept());
    let by_month = new.iter().flat_map(|(month, new)| new.left_out.iter().map(|it| (Some(*month), it.clone())));
    let of_none = choice
        .loose
        .iter()
        .map(|(file, left_out)| (None, format!("left out of {file}, in rows that give no month: {}", left_out.told())));
    Report {
        files: found.sources.len() - outcome.refused.len(),
        read: choice.read,
        kept: taken().map(|(_, new)| new.counts.kept()).sum(),
        rejected: rejected.iter().map(|(reason, records)| (reason.words(), records)).collect(),
        months: fates.iter().map(|(month, fate)| (*month, kept(month), fate.clone())).collect(),
        left_out: by_month.chain(of_none).collect(),
        incomplete: taken().filter_map(|(month, new)| Some((month, new.incomplete()?))).collect(),
        gaps: Vec::new(),
        notes: notes(found, outcome, choice),
        written: false,
    }
}

/// What happened to files, in sentences.
fn notes(found: &Found, outcome: &Outcome, choice: &Choice) -> Vec<String> {
    let mut notes = Vec::new();
    notes.extend(found.passed_over.iter().map(|(what, why)| format!("Passed over {what}: {why}.")));
    notes.extend(outcome.refused.iter().map(|it| format!("Not read: {}: {}.", it.shown, it.why)));
    notes.extend(outcome.broken.iter().map(|(zip, files)| {
        format!("{zip} is cut off: {files} files could be found in it. Download it again if months are missing.")
    }));
    notes
        .extend(choice.damaged.iter().map(|(what, why)| format!("{what} is damaged: {why}. Its other records count.")));
    if choice.copies > 0 {
        notes.push(format!("{} files are there more than once; each counts once.", choice.copies));
    }
    notes.extend(choice.differing.iter().cloned());
    notes
}

impl Report {
    /// Why no month could be taken, in a sentence.
    pub(super) fn why_nothing(&self) -> &'static str {
        let elsewhere = self.months.iter().all(|it| it.2 == Fate::Nothing) && !self.months.is_empty();
        let loose = self.left_out.iter().any(|it| it.0.is_none());
        if elsewhere && !loose && self.notes.is_empty() {
            "No record in these files is known to lie in the area."
        } else {
            "No record of the area could be counted."
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = |it: u64| u32::try_from(it).map_or_else(|_| it.to_string(), thousands);
        for note in &self.notes {
            writeln!(f, "{note}")?;
        }
        writeln!(f, "{} files, {} records read", number(self.files as u64), number(self.read))?;
        for (month, records, fate) in &self.months {
            let shown = show(*month);
            let records = thousands(*records);
            match fate {
                Fate::Added => writeln!(f, "  {shown}: {records} records, added")?,
                Fate::Replaced(was) => {
                    writeln!(f, "  {shown}: {records} records, in place of {} before", thousands(*was))?;
                }
                Fate::NotTaken(was, why) => writeln!(
                    f,
                    "  {shown}: NOT TAKEN, {records} records; the table keeps its {}. {why} --replace takes it all the same",
                    thousands(*was)
                )?,
                Fate::Nothing => {
                    writeln!(f, "  {shown}: no record that is known to lie in the area, so the month is not taken")?;
                }
                Fate::LeftOut(was) => {
                    let keeps = was.map_or_else(String::new, |it| format!("; the table keeps its {}", thousands(it)));
                    writeln!(f, "  {shown}: NOT TAKEN, none of its records of the area could be counted{keeps}")?;
                }
            }
            for (_, told) in self.left_out.iter().filter(|it| it.0 == Some(*month)) {
                writeln!(f, "    {told}")?;
            }
        }
        for (_, told) in self.left_out.iter().filter(|it| it.0.is_none()) {
            writeln!(f, "  {told}")?;
        }
        for (month, why) in &self.incomplete {
            writeln!(f, "  {}: INCOMPLETE, and marked so. {why}", show(*month))?;
        }
        for month in &self.gaps {
            writeln!(f, "  {}: missing between other months, and named as a gap", show(*month))?;
        }
        writeln!(f, "{} records kept", thousands(self.kept))?;
        for (reason, records) in &self.rejected {
            let left_out = if *reason == Reason::Repeated.words() { "" } else { "left out: " };
            writeln!(f, "{} {left_out}{reason}", thousands(*records))?;
        }
        Ok(())
    }
}
