//! Which rows are left out, why, and what is likely to be behind it.

use std::collections::BTreeMap;

use crate::plan::thousands;

/// Why a row is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reason {
    /// It lies elsewhere. Most records do: files are those of whole forces.
    Outside,
    /// It gives no place.
    Nowhere,
    /// It is named as one of the area, and its place is in no ward.
    NoWard,
    /// Cells are missing.
    Short,
    /// There are too many cells, and it cannot be told which are which.
    Long,
    /// A quotation mark is never closed.
    Torn,
    /// It has no month that can be read.
    NoMonth,
    /// In place of the month it has a date in another form.
    SheetDate,
    /// Its month is not that of its file.
    OtherMonth,
    /// It has no type.
    NoKind,
    /// It bears the same Crime ID as another and is the same in every cell: it is the same record, which counts once.
    Repeated,
}

impl Reason {
    /// All, in the order in which they are told.
    const ALL: [Self; 11] = [
        Self::Outside,
        Self::Nowhere,
        Self::NoWard,
        Self::Short,
        Self::Long,
        Self::Torn,
        Self::NoMonth,
        Self::SheetDate,
        Self::OtherMonth,
        Self::NoKind,
        Self::Repeated,
    ];

    /// The reason in words, as the published record of an import has it.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Outside => "outside the area",
            Self::Nowhere => "no place given",
            Self::NoWard => "in the area by the name of its small area, but in no ward",
            Self::Short => "cells are missing",
            Self::Long => "too many cells",
            Self::Torn => "a quotation mark is not closed",
            Self::NoMonth => "no month that can be read",
            Self::SheetDate => "a date in place of the month",
            Self::OtherMonth => "of another month than its file",
            Self::NoKind => "no type given",
            Self::Repeated => "repeated rows, counted once",
        }
    }

    /// What has probably happened to the file, or what else is to be known.
    fn cause(self) -> Option<&'static str> {
        match self {
            Self::Outside | Self::Nowhere | Self::NoWard => None,
            Self::Short | Self::Long | Self::Torn => {
                Some("It looks as if lines were cut or edited after the download.")
            }
            Self::NoMonth | Self::NoKind => Some("It looks as if cells were emptied or edited after the download."),
            Self::Repeated => Some("Rows without a Crime ID cannot be told apart, and count as they are."),
            Self::SheetDate => Some("It looks as if a spreadsheet has changed the dates."),
            Self::OtherMonth => Some(
                "It looks as if the file was renamed, months were put into one file, or a spreadsheet has counted on.",
            ),
        }
    }

    /// Whether the row itself is damaged. It may be one of the area, so its month may be counted too low.
    pub(super) fn is_damage(self) -> bool {
        self.is_of_area() && self != Self::NoWard
    }

    /// Whether the row is one of the area, or may be, and its record counts nowhere.
    pub(super) fn is_of_area(self) -> bool {
        !matches!(self, Self::Outside | Self::Nowhere | Self::Repeated)
    }
}

/// The most characters of a cell that are shown.
const SHOWN: usize = 20;

/// Numbers of rows that are left out, by reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct LeftOut {
    rows: [u32; Reason::ALL.len()],
    /// What stands in place of the month in one of them. The least, so that it does not depend on who counts first.
    samples: BTreeMap<Reason, Box<[u8]>>,
}

impl LeftOut {
    /// Notes a row, with what stands in place of its month.
    pub(super) fn note(&mut self, reason: Reason, month: &[u8]) {
        self.rows[reason as usize] += 1;
        if matches!(reason, Reason::NoMonth | Reason::SheetDate | Reason::OtherMonth) && !month.is_empty() {
            self.sample(reason, month);
        }
    }

    fn sample(&mut self, reason: Reason, month: &[u8]) {
        let known = self.samples.entry(reason).or_insert_with(|| month.into());
        if **known > *month {
            *known = month.into();
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        for (to, from) in self.rows.iter_mut().zip(other.rows) {
            *to += from;
        }
        for (reason, month) in &other.samples {
            self.sample(*reason, month);
        }
    }

    /// How many rows there are for each reason, without those that there are none for.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Reason, u32)> + '_ {
        Reason::ALL.into_iter().zip(self.rows).filter(|it| it.1 > 0)
    }

    /// All rows.
    pub(super) fn all(&self) -> u32 {
        self.rows.iter().sum()
    }

    /// Rows that are left out for one reason.
    pub(super) fn because(&self, reason: Reason) -> u32 {
        self.rows[reason as usize]
    }

    /// Rows that are damaged.
    pub(super) fn damaged(&self) -> u32 {
        self.iter().filter(|it| it.0.is_damage()).map(|it| it.1).sum()
    }

    /// All of it for whoever imports: how many, why, and what is likely to be behind it.
    pub(super) fn told(&self) -> String {
        let list: Vec<String> = self
            .iter()
            .map(|(reason, rows)| {
                let shown = |it: &[u8]| String::from_utf8_lossy(it).chars().take(SHOWN).collect::<String>();
                let sample = self.samples.get(&reason).map(|it| format!(", such as “{}”", shown(it)));
                format!("{} ({}{})", thousands(rows), reason.words(), sample.unwrap_or_default())
            })
            .collect();
        let mut causes: Vec<&str> = Vec::new();
        for cause in self.iter().filter_map(|it| it.0.cause()) {
            if !causes.contains(&cause) {
                causes.push(cause);
            }
        }
        causes.insert(0, "");
        format!("{}.{}", list.join(", "), causes.join(" "))
    }

    /// For the published record: how many rows of a force's file were lost, by reasons that count, and why. None where none was.
    pub(super) fn lost(&self, force: &str, counts: fn(Reason) -> bool) -> Option<String> {
        let list: Vec<(Reason, u32)> = self.iter().filter(|it| counts(it.0)).collect();
        let all: u32 = list.iter().map(|it| it.1).sum();
        let why = match list.as_slice() {
            [] => return None,
            [(reason, _)] => reason.words().to_owned(),
            list => {
                let each: Vec<String> =
                    list.iter().map(|(reason, rows)| format!("{} ({})", thousands(*rows), reason.words())).collect();
                each.join(", ")
            }
        };
        let rows = if all == 1 { "row" } else { "rows" };
        Some(format!("In the file of {force} for this month, {} {rows} could not be counted: {why}.", thousands(all)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_stand_in_their_order() {
        for (at, reason) in Reason::ALL.into_iter().enumerate() {
            assert_eq!(reason as usize, at);
        }
    }

    #[test]
    fn rows_are_told_with_what_is_behind_it() {
        let mut left_out = LeftOut::default();
        for month in ["Mar-19", "Apr-19", "May-19"] {
            left_out.note(Reason::SheetDate, month.as_bytes());
        }
        left_out.note(Reason::Outside, b"2019-03");
        assert_eq!(
            left_out.told(),
            "1 (outside the area), 3 (a date in place of the month, such as “Apr-19”). It looks as if a spreadsheet has \
             changed the dates."
        );
        assert_eq!((left_out.all(), left_out.damaged()), (4, 3));
        let lost = left_out.lost("Anyshire Police", Reason::is_damage);
        let told =
            "In the file of Anyshire Police for this month, 3 rows could not be counted: a date in place of the month.";
        assert_eq!(lost.as_deref(), Some(told));
        left_out.note(Reason::NoWard, b"2019-03");
        assert_eq!(left_out.lost("Anyshire Police", Reason::is_damage), lost);
        let all = left_out.lost("Anyshire Police", Reason::is_of_area).unwrap();
        assert!(all.contains("4 rows could not be counted: 1 (in the area by the name"), "{all}");
        assert_eq!(LeftOut::default().lost("Anyshire Police", Reason::is_of_area), None);
    }
}
