//! People and homes, ward by ward: columns of numbers, each with what it counts, when, and where it comes from.

use super::super::ids::{OriginId, WardId};
use serde::{Deserialize, Serialize};

/// Which ranking of small areas by deprivation a column speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Index {
    /// Deprivation as a whole.
    Overall,
    /// The part of it that is about crime.
    Crime,
}

/// What a column counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Subject {
    /// People, by an estimate for the middle of a year.
    Population,
    /// Of the population: people from this age to that one, both included; to any age where there is no second.
    Age(u8, Option<u8>),
    /// Of the population: boys and men.
    Male,
    /// Of the population: girls and women.
    Female,
    /// Of the population: people for each square kilometre.
    Density,
    /// Usual residents, by the census.
    Residents,
    /// Of the residents: those who are disabled under the Equality Act.
    Disabled,
    /// Households, by the census.
    Households,
    /// Of the households: those that own their home, wholly, with a mortgage or in part.
    Owned,
    /// Of the households: those that rent from a council or a housing association.
    SocialRented,
    /// Of the households: those that rent from anyone else, or live rent free.
    PrivateRented,
    /// Of the households: those deprived in at least one of the census's four dimensions.
    HouseholdsDeprived,
    /// Small areas (LSOAs) that make up the ward.
    SmallAreas,
    /// The lowest decile of any of its small areas.
    LowestDecile(Index),
    /// The highest decile of any of its small areas.
    HighestDecile(Index),
    /// The mean decile of its small areas, weighted by population; in tenths.
    MeanDecile(Index),
    /// How many of its small areas are among the most deprived fifth of the country: deciles 1 and 2.
    InMostDeprivedFifth(Index),
    /// How many of its small areas are among the most deprived tenth of the country: decile 1.
    InMostDeprivedTenth(Index),
    /// Of the population: the share that lives in the most deprived fifth, in tenths of a per cent.
    ShareInMostDeprivedFifth,
}

impl Subject {
    /// Whether its numbers are tenths.
    #[must_use]
    pub fn in_tenths(self) -> bool {
        matches!(self, Self::MeanDecile(_) | Self::ShareInMostDeprivedFifth)
    }

    /// What it is a part of, where it may be set beside a whole.
    #[must_use]
    pub fn part_of(self) -> Option<Self> {
        match self {
            Self::Age(..) | Self::Male | Self::Female => Some(Self::Population),
            Self::Disabled => Some(Self::Residents),
            Self::Owned | Self::SocialRented | Self::PrivateRented | Self::HouseholdsDeprived => Some(Self::Households),
            Self::InMostDeprivedFifth(_) | Self::InMostDeprivedTenth(_) => Some(Self::SmallAreas),
            _ => None,
        }
    }

    /// Whether the numbers of several wards may be added up.
    #[must_use]
    pub fn adds_up(self) -> bool {
        !matches!(
            self,
            Self::Density
                | Self::LowestDecile(_)
                | Self::HighestDecile(_)
                | Self::MeanDecile(_)
                | Self::ShareInMostDeprivedFifth
        )
    }
}

/// One number for each ward.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// What is counted.
    pub subject: Subject,
    /// The year that it speaks of.
    pub year: u16,
    /// Where it comes from.
    pub origin: OriginId,
    /// The numbers, by ward; none where a number is not available.
    pub values: Vec<Option<u32>>,
}

impl Column {
    /// The number of one ward.
    #[must_use]
    pub fn value(&self, ward: WardId) -> Option<u32> {
        self.values.get(ward.index()).copied().flatten()
    }

    /// The sum of all wards, where they may be added up and each has its number.
    #[must_use]
    pub fn sum(&self) -> Option<u32> {
        if !self.subject.adds_up() || self.values.is_empty() {
            return None;
        }
        self.values.iter().try_fold(0_u32, |sum, it| sum.checked_add((*it)?))
    }
}

/// All columns.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Profile {
    /// In the order of the file.
    pub columns: Vec<Column>,
}

impl Profile {
    /// The newest column of a subject.
    #[must_use]
    pub fn newest(&self, subject: Subject) -> Option<&Column> {
        let mut found: Option<&Column> = None;
        for column in self.columns.iter().filter(|it| it.subject == subject) {
            if found.is_none_or(|it| it.year < column.year) {
                found = Some(column);
            }
        }
        found
    }

    /// A column of a subject for one year.
    #[must_use]
    pub fn of_year(&self, subject: Subject, year: u16) -> Option<&Column> {
        self.columns.iter().find(|it| it.subject == subject && it.year == year)
    }
}
