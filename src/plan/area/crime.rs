//! What the police recorded in the area: a count for each month, ward and type, and all that must be said beside it.

use super::super::figures::{Counts, Month};
use super::super::ids::{OriginId, WardId};
use serde::{Deserialize, Serialize};

/// A type of record, as the police publish it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CrimeType {
    /// Its name in the files of the police.
    pub name: String,
    /// Whether it is a crime: anti-social behaviour is counted with crimes and is none.
    pub crime: bool,
    /// What must be said wherever its numbers are shown, in our words: that it is wider than something of the plan.
    pub note: Option<String>,
}

/// A month for which there is nothing, within the months that are covered, or not all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// The month.
    pub month: Month,
    /// Why, in words.
    pub reason: String,
}

/// A stretch of months with what they are: `before this plan began`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caution {
    /// The words.
    pub text: String,
    /// The wards whose figures it is about; empty where it is about all figures.
    pub wards: Vec<WardId>,
}

/// A number of records, with what happened to them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// In words: `placed by LSOA code`.
    pub what: String,
    /// How many.
    pub records: u32,
}

/// How the table came about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Months that are covered, of which some records may be missing, each with the reason.
    pub incomplete: Vec<Gap>,
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

/// The months of a year.
const YEAR: usize = 12;

/// Two whole years, the later right after the earlier, each from its first month to its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// The earlier.
    pub was: (Month, Month),
    /// The later.
    pub now: (Month, Month),
    /// The place of the first of these twenty-four months in [`Crime::months`].
    pub first: usize,
}

impl Crime {
    /// The two latest years that can be set side by side: twenty-four months in a row, of which none is missing and none is
    /// incomplete. Anything less says nothing of how one year went against the other, because crime has its seasons.
    #[must_use]
    pub fn latest_years(&self) -> Option<Years> {
        let whole = |it: &Month| !self.incomplete.iter().any(|gap| gap.month == *it);
        let in_a_row = |it: &[Month]| it.windows(2).all(|it| it[0].next() == it[1]);
        let first = (0..=self.months.len().checked_sub(2 * YEAR)?).rev().find(|first| {
            let months = &self.months[*first..first + 2 * YEAR];
            in_a_row(months) && months.iter().all(whole)
        })?;
        let year = |from: usize| (self.months[from], self.months[from + YEAR - 1]);
        Some(Years { was: year(first), now: year(first + YEAR), first })
    }

    /// The records of a ward in these two years; of the area where no ward is given, of all types where no type is.
    #[must_use]
    pub fn in_years(&self, years: &Years, ward: Option<WardId>, kind: Option<usize>) -> Counts {
        let wards = || (0..self.wards()).filter_map(|at| u16::try_from(at).ok().map(WardId));
        let types = || 0..self.types.len();
        let month = |month: usize| -> u32 {
            let of_ward = |it: WardId| -> u32 {
                kind.map_or_else(
                    || types().map(|kind| self.count(month, it, kind)).sum(),
                    |kind| self.count(month, it, kind),
                )
            };
            ward.map_or_else(|| wards().map(of_ward).sum(), of_ward)
        };
        let year = |from: usize| (from..from + YEAR).map(month).sum();
        Counts { now: year(years.first + YEAR), was: year(years.first) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::ids::OriginId;
    use super::*;

    /// So many months from January 2019 on, in two wards and with two types; without those at these places.
    fn covering(months: usize, missing: &[usize], incomplete: &[usize]) -> Crime {
        let mut all = vec![Month { year: 2019, month: 1 }];
        while all.len() < months {
            all.extend(all.last().map(|it| it.next()));
        }
        let gap = |at: &usize| Gap { month: all[*at], reason: String::new() };
        let (gaps, incomplete) = (missing.iter().map(gap).collect(), incomplete.iter().map(gap).collect());
        let months: Vec<Month> =
            all.iter().enumerate().filter(|(at, _)| !missing.contains(at)).map(|(_, it)| *it).collect();
        let kind = |name: &str| CrimeType { name: name.to_owned(), crime: true, note: None };
        Crime {
            origin: OriginId(0),
            types: vec![kind("a"), kind("b")],
            counts: (0..months.len()).flat_map(|at| [1, 0, 10, u32::from(at >= 12)]).collect(),
            months,
            gaps,
            incomplete,
            spells: Vec::new(),
            cautions: Vec::new(),
            rate_per: 1000,
            import: Import { on: None, read: None, kept: 0, placed: Vec::new(), rejected: Vec::new() },
        }
    }

    #[test]
    fn years_are_compared_where_both_are_whole() {
        let month = |year, month| Month { year, month };
        let to = |now: (Month, Month)| Some(now);
        for (months, missing, incomplete, now) in [
            (23, &[][..], &[][..], None),
            (0, &[], &[], None),
            (24, &[], &[], to((month(2020, 1), month(2020, 12)))),
            (24, &[3], &[], None),
            (24, &[], &[23], None),
            (30, &[], &[], to((month(2020, 7), month(2021, 6)))),
            // The last month is incomplete: the years end before it.
            (30, &[], &[29], to((month(2020, 6), month(2021, 5)))),
            (30, &[], &[0], to((month(2020, 7), month(2021, 6)))),
            (36, &[15], &[], None),
            (40, &[15], &[], to((month(2021, 5), month(2022, 4)))),
            (40, &[15], &[20], None),
        ] {
            let crime = covering(months, missing, incomplete);
            let years = crime.latest_years();
            assert_eq!(years.map(|it| it.now), now, "{months} without {missing:?}, {incomplete:?}");
            if let Some(years) = years {
                assert_eq!(years.was.1.next(), years.now.0);
                assert_eq!(years.was.0.month, years.now.0.month);
            }
        }
    }

    #[test]
    fn years_are_added_up() {
        let crime = covering(24, &[], &[]);
        let years = crime.latest_years().unwrap();
        let counts = |ward: Option<u16>, kind| {
            let found = crime.in_years(&years, ward.map(WardId), kind);
            (found.was, found.now)
        };
        assert_eq!(counts(None, None), (132, 144));
        assert_eq!(counts(Some(0), None), (12, 12));
        assert_eq!(counts(Some(1), None), (120, 132));
        assert_eq!(counts(Some(1), Some(1)), (0, 12));
        assert_eq!(counts(None, Some(0)), (132, 132));
    }
}
