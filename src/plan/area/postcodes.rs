//! Which postcode lies in which ward of the area, or in which other council.

use super::super::ids::{OriginId, WardId};
use super::super::postcode::Postcode;
use serde::{Deserialize, Serialize};

/// Whether a postcode is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Place {
    /// In a ward of the area.
    Ward(WardId, Use),
    /// In another council: its place in [`Postcodes::councils`]. These are in use.
    Outside(u16),
}

/// Another council, in which postcodes lie that people of the area may take for the area's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct Outcode {
    /// The first half: `AB1`.
    pub name: String,
    /// The second halves, in order.
    pub units: Vec<Unit>,
}

/// An outcode as files have it: the steps from each second half to the next, then the places, which are often the same many
/// times over.
#[derive(Serialize, Deserialize)]
struct Written {
    name: String,
    steps: Vec<u16>,
    places: Vec<u16>,
}

impl From<Outcode> for Written {
    fn from(outcode: Outcode) -> Self {
        let mut last = 0;
        let step = |unit: &Unit| unit.incode.wrapping_sub(std::mem::replace(&mut last, unit.incode));
        let steps = outcode.units.iter().map(step).collect();
        Self { name: outcode.name, steps, places: outcode.units.iter().map(|it| it.place).collect() }
    }
}

impl From<Written> for Outcode {
    fn from(Written { name, steps, places }: Written) -> Self {
        let mut last = 0_u16;
        let unit = |(step, place): (u16, u16)| {
            last = last.wrapping_add(step);
            Unit { incode: last, place }
        };
        Self { name, units: steps.into_iter().zip(places).map(unit).collect() }
    }
}

/// All postcodes that are known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

impl Postcodes {
    /// All postcodes that begin with this first half.
    #[must_use]
    pub fn outcode(&self, name: &str) -> Option<&Outcode> {
        let at = self.outcodes.binary_search_by(|it| it.name.as_str().cmp(name)).ok()?;
        self.outcodes.get(at)
    }

    /// Where a postcode lies; none where it is not on the list.
    #[must_use]
    pub fn place(&self, postcode: &Postcode) -> Option<Place> {
        let units = &self.outcode(&postcode.outcode)?.units;
        let at = units.binary_search_by_key(&postcode.incode, |it| it.incode).ok()?;
        self.places.get(usize::from(units.get(at)?.place)).copied()
    }

    /// Another council, by its place in the list.
    #[must_use]
    pub fn council(&self, at: u16) -> Option<&Council> {
        self.councils.get(usize::from(at))
    }

    /// A postcode of a ward, as an example of what to type.
    #[must_use]
    pub fn example(&self) -> Option<Postcode> {
        let in_ward = |unit: &&Unit| matches!(self.places.get(usize::from(unit.place)), Some(Place::Ward(..)));
        self.outcodes.iter().find_map(|outcode| {
            let unit = outcode.units.iter().find(in_ward)?;
            Some(Postcode { outcode: outcode.name.clone(), incode: unit.incode })
        })
    }
}
