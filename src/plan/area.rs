//! The official figures of an area: what is published for its wards by others than the plan.
//!
//! | file | holds |
//! | --- | --- |
//! | [`boundaries`] | where the wards lie |
//! | [`crime`] | what the police recorded, by month, ward and type |
//! | [`postcodes`] | which postcode lies in which ward, or in which other council |
//! | [`profile`] | people and homes, ward by ward |
//!
//! None of this is from the plan, and nothing here may be shown without its [`Origin`]: who published it, for which time,
//! and the words that its licence asks for.
//!
//! Every list "by ward" has one value for each ward, in the order of the plan's own list of wards.

pub mod boundaries;
pub mod crime;
pub mod postcodes;
pub mod profile;

pub use boundaries::{Arc, Boundaries, Point, Run, Shape};
pub use crime::{Caution, Crime, CrimeType, Gap, Import, Spell, Tally};
pub use postcodes::{Council, Outcode, Place, Postcodes, Unit, Use};
pub use profile::{Column, Index, Profile, Subject};

use super::ids::{OriginId, Slug};
use serde::{Deserialize, Serialize};

/// Where official figures come from. Shown wherever the figures are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Stable id.
    pub id: Slug,
    /// The publication: `Mid-2020 population estimates`.
    pub name: String,
    /// Who publishes it.
    pub publisher: String,
    /// The time that it speaks of, or its vintage, in words: `mid-2020`.
    pub period: String,
    /// The licence's name.
    pub licence: String,
    /// The words that the licence asks for, to be shown as they are.
    pub statement: String,
    /// Where it is found, where an address was seen in public use.
    pub url: Option<String>,
    /// What a reader must know to understand its figures, in our words: what a decile is.
    pub means: Option<String>,
}

/// All official figures of one area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// Where each figure comes from.
    pub origins: Vec<Origin>,
    /// Where the wards lie.
    pub boundaries: Boundaries,
    /// Which postcode lies where.
    pub postcodes: Postcodes,
    /// People and homes.
    pub profile: Profile,
    /// What the police recorded.
    pub crime: Crime,
}

impl Area {
    /// The origin with this id.
    #[must_use]
    pub fn origin(&self, id: OriginId) -> &Origin {
        &self.origins[id.index()]
    }
}
