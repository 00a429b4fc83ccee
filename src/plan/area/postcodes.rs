//! Which postcode lies in which ward of the area, or in which other council.

use super::super::ids::{OriginId, WardId};

/// Whether a postcode is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Use {
    /// It is in use.
    Live,
    /// It has been withdrawn.
    Withdrawn,
    /// The source tells how many of these postcodes are withdrawn, and not which: see [`Postcodes::unmarked`].
    Unmarked,
}

impl Use {
    /// All, with the word that data files use.
    pub const WORDS: [(Self, &'static str); 3] =
        [(Self::Live, "live"), (Self::Withdrawn, "withdrawn"), (Self::Unmarked, "unmarked")];
}

/// Where postcodes lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// In a ward of the area.
    Ward(WardId, Use),
    /// In another council: its place in [`Postcodes::councils`]. These are in use.
    Outside(u16),
}

/// Another council, in which postcodes lie that people of the area may take for the area's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Council {
    /// Official code.
    pub code: String,
    /// Name.
    pub name: String,
}

/// The second half of a postcode, with where it lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The second half as a number: see [`super::super::Postcode`].
    pub incode: u16,
    /// Its place in [`Postcodes::places`].
    pub place: u16,
}

/// All postcodes that begin alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcode {
    /// The first half: `AB1`.
    pub name: String,
    /// The second halves, in order.
    pub units: Vec<Unit>,
}

/// All postcodes that are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Postcodes {
    /// Where they come from.
    pub origin: OriginId,
    /// What is to be said beside a postcode of [`Use::Unmarked`], in our words; there where such postcodes are.
    pub unmarked: Option<String>,
    /// Other councils.
    pub councils: Vec<Council>,
    /// Every combination of place and use that occurs.
    pub places: Vec<Place>,
    /// The postcodes, by first half.
    pub outcodes: Vec<Outcode>,
}
