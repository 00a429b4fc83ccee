//! What the police recorded in the area: a count for each month, ward and type, and all that must be said beside it.

use super::super::figures::Month;
use super::super::ids::{OriginId, WardId};

/// A type of record, as the police publish it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrimeType {
    /// Its name in the files of the police.
    pub name: String,
    /// Whether it is a crime: anti-social behaviour is counted with crimes and is none.
    pub crime: bool,
    /// What must be said wherever its numbers are shown, in our words: that it is wider than something of the plan.
    pub note: Option<String>,
}

/// A month for which there is nothing, within the months that are covered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The month.
    pub month: Month,
    /// Why, in words.
    pub reason: String,
}

/// A stretch of months with what they are: `before this plan began`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spell {
    /// The first month.
    pub from: Month,
    /// The last month.
    pub to: Month,
    /// Our words, which stand beside every figure of these months.
    pub words: String,
    /// What these months cannot tell, in our words; it stands there too.
    pub note: Option<String>,
}

/// Something that must be said beside the figures, in our words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caution {
    /// The words.
    pub text: String,
    /// The wards whose figures it is about; empty where it is about all figures.
    pub wards: Vec<WardId>,
}

/// A number of records, with what happened to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// In words: `placed by LSOA code`.
    pub what: String,
    /// How many.
    pub records: u32,
}

/// How the table came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// When, as `2026-11-22`, where that is known.
    pub on: Option<String>,
    /// The records that were read, where their number is known.
    pub read: Option<u32>,
    /// The records that the table counts.
    pub kept: u32,
    /// How those were tied to their wards.
    pub placed: Vec<Tally>,
    /// Those that were left out, by reason.
    pub rejected: Vec<Tally>,
}

/// The table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crime {
    /// Where the records come from.
    pub origin: OriginId,
    /// The types, in the order of the table's columns.
    pub types: Vec<CrimeType>,
    /// The months that are covered, in order.
    pub months: Vec<Month>,
    /// The counts: month by month, in each ward by ward, in each type by type.
    pub counts: Vec<u32>,
    /// Months that are not covered and lie between others that are.
    pub gaps: Vec<Gap>,
    /// What the months are.
    pub spells: Vec<Spell>,
    /// What must be said beside the figures.
    pub cautions: Vec<Caution>,
    /// For how many residents a rate is given: per 1,000.
    pub rate_per: u32,
    /// How the table came about.
    pub import: Import,
}

impl Crime {
    /// How many wards there are counts for.
    #[must_use]
    pub fn wards(&self) -> usize {
        self.counts.len().checked_div(self.months.len() * self.types.len()).unwrap_or(0)
    }

    /// The count for a month and a type, by their places in the lists, in one ward.
    #[must_use]
    pub fn count(&self, month: usize, ward: WardId, kind: usize) -> u32 {
        let at = (month * self.wards() + ward.index()) * self.types.len() + kind;
        self.counts.get(at).copied().unwrap_or(0)
    }

    /// The place of a month in the list; none where it is not covered.
    #[must_use]
    pub fn month_at(&self, month: Month) -> Option<usize> {
        self.months.iter().position(|it| *it == month)
    }
}
