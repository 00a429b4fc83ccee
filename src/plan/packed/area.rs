//! The packed form of the area's official figures.
//!
//! Lines and postcodes are lists of numbers that differ little from one to the next, so the differences are packed: most
//! take one or two bytes.

use super::super::area::{
    Arc, Area, Boundaries, Caution, Column, Council, Crime, CrimeType, Gap, Import, Index, Origin, Outcode, Place,
    Point, Postcodes, Profile, Run, Shape, Spell, Subject, Tally, Unit, Use,
};
use super::super::{OriginId, Plan};
use super::{Packed, Reader, apart, numbers_of};
#[cfg(not(target_arch = "wasm32"))]
use super::{Writer, framed, small};

/// The first bytes of every packed area: a name, and the version of the form.
const MARK: [u8; 4] = *b"are2";

/// The area in its packed form.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn pack_area(area: &Area) -> Vec<u8> {
    framed(MARK, area)
}

/// The area from its packed form; nothing where the bytes are not what [`pack_area`] made in this same version, or are for
/// another plan.
///
/// In an area that comes back, every id is the place of a record that is there.
#[must_use]
pub fn unpack_area(bytes: &[u8], plan: &Plan) -> Option<Area> {
    let (numbers, words) = apart(bytes)?;
    read(numbers_of(numbers, words, MARK)?, words, plan)
}

fn read(numbers: &[u8], words: &str, plan: &Plan) -> Option<Area> {
    let mut from = Reader::new(numbers, words);
    let area = Area::unpack(&mut from);
    let sound = from.is_done()
        && from.needed.is_met_by(plan)
        && from.needed.origins <= area.origins.len()
        && is_sound(&area, plan.wards.len());
    sound.then_some(area)
}

/// Whether every list by ward has one value for each, and every number that is a place in a list is one.
fn is_sound(area: &Area, wards: usize) -> bool {
    let by_ward = |length: usize| length == 0 || length == wards;
    let Area { boundaries, postcodes, profile, crime, .. } = area;
    let runs = boundaries.shapes.iter().flat_map(|it| it.rings.iter().flatten());
    let mut units = postcodes.outcodes.iter().flat_map(|it| &it.units);
    by_ward(boundaries.shapes.len())
        && { runs }.all(|it| usize::from(it.arc) < boundaries.arcs.len())
        && units.all(|it| usize::from(it.place) < postcodes.places.len())
        && postcodes.places.iter().all(|it| match it {
            Place::Ward(..) => true,
            Place::Outside(at) => usize::from(*at) < postcodes.councils.len(),
        })
        && profile.columns.iter().all(|it| by_ward(it.values.len()))
        && crime.counts.len() == crime.months.len() * crime.types.len() * wards
}

impl Packed for OriginId {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self, out: &mut Writer) {
        self.0.pack(out);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        let id = Self(from.short_number());
        from.needed.origins = from.needed.origins.max(id.index() + 1);
        id
    }
}

/// The first point, then the steps from each to the next.
impl Packed for Arc {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self, out: &mut Writer) {
        out.number(small(self.0.len()));
        let mut last = Point::default();
        for point in &self.0 {
            point.x.wrapping_sub(last.x).pack(out);
            point.y.wrapping_sub(last.y).pack(out);
            last = *point;
        }
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        let length = from.length();
        let mut last = Point::default();
        let point = |_| {
            last.x = last.x.wrapping_add(i32::unpack(from));
            last.y = last.y.wrapping_add(i32::unpack(from));
            last
        };
        Self((0..length).map(point).collect())
    }
}

/// The steps from each postcode to the next, then the places, which are often the same many times over.
impl Packed for Outcode {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self, out: &mut Writer) {
        self.name.pack(out);
        out.number(small(self.units.len()));
        let mut last = 0;
        for unit in &self.units {
            unit.incode.wrapping_sub(last).pack(out);
            last = unit.incode;
        }
        for unit in &self.units {
            unit.place.pack(out);
        }
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        let name = from.text();
        let length = from.length();
        let mut last = 0_u16;
        let step = |_| {
            last = last.wrapping_add(from.short_number());
            Unit { incode: last, place: 0 }
        };
        let mut units: Vec<Unit> = (0..length).map(step).collect();
        for unit in &mut units {
            unit.place = from.short_number();
        }
        Self { name, units }
    }
}

packed_records! {
    Area { origins, boundaries, postcodes, profile, crime }
    Origin { id, name, publisher, period, licence, statement, url, means }
    Boundaries { origin, arcs, shapes }
    Shape { rings, label, tenths_of_hectares }
    Point { x, y }
    Run { arc, backwards }
    Postcodes { origin, unmarked, councils, places, outcodes }
    Council { code, name }
    Profile { columns }
    Column { subject, year, origin, values }
    Crime { origin, types, months, counts, gaps, incomplete, spells, cautions, rate_per, import }
    CrimeType { name, crime, note }
    Gap { month, reason }
    Spell { from, to, words, note }
    Caution { text, wards }
    Import { on, read, kept, placed, rejected }
    Tally { what, records }
}

packed_choices! {
    Use { Live, Withdrawn, Unmarked }
    Place { Ward(ward, standing), Outside(council) }
    Index { Overall, Crime }
    Subject {
        Population, Age(from, to), Male, Female, Density, Residents, Disabled, Households, Owned, SocialRented,
        PrivateRented, HouseholdsDeprived, SmallAreas, LowestDecile(index), HighestDecile(index), MeanDecile(index),
        InMostDeprivedFifth(index), InMostDeprivedTenth(index), ShareInMostDeprivedFifth
    }
}
