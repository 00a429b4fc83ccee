//! Which ward a record lies in: by the code of its small area, or else by the place that it gives.

use std::collections::{BTreeSet, HashMap};

use super::grid;
use crate::plan::WardId;
use crate::plan::area::{Boundaries, Point};
use crate::plan::load::SmallArea;

/// What is known of the area.
pub(super) struct Places {
    codes: HashMap<Box<[u8]>, WardId>,
    /// The beginnings of the small areas' names, which are those of districts: `Anytown 003A` is in `Anytown`.
    districts: BTreeSet<Vec<u8>>,
    boundaries: Boundaries,
    /// The corners of a box around all wards.
    corners: (Point, Point),
}

/// How a record was tied to its ward.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    Code,
    Place,
}

/// Where a record lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    Ward(WardId, By),
    Outside,
    /// Its small area is named as one of the area, but its place lies in no ward.
    NoWard,
    /// It gives neither a small area nor a place.
    Nowhere,
}

/// Places looked up a short while ago: the police publish few, and many records for each.
#[derive(Default)]
pub(super) struct Recent(Vec<(Point, Option<WardId>)>);

const RECENT: usize = 4096;

impl Places {
    pub(super) fn new(small_areas: &[SmallArea], boundaries: &Boundaries) -> Self {
        let points = || boundaries.arcs.iter().flat_map(|it| &it.0);
        let least = |of: fn(&Point) -> i32| points().map(of).min().unwrap_or(i32::MAX);
        let most = |of: fn(&Point) -> i32| points().map(of).max().unwrap_or(i32::MIN);
        Self {
            codes: small_areas.iter().map(|it| (it.code.as_bytes().into(), it.ward)).collect(),
            districts: small_areas.iter().filter_map(|it| district(it.name.as_bytes())).map(<[u8]>::to_vec).collect(),
            corners: (
                Point { x: least(|it| it.x), y: least(|it| it.y) },
                Point { x: most(|it| it.x), y: most(|it| it.y) },
            ),
            boundaries: boundaries.clone(),
        }
    }

    /// Whether this is the code of one of the area's small areas.
    pub(super) fn knows(&self, code: &[u8]) -> bool {
        self.codes.contains_key(code)
    }

    /// Where a record lies. A code that is not the area's may be from a later year than our list, so the district in the
    /// small area's name decides whether the place is worth a look; where there is no name, the place decides alone.
    pub(super) fn find(&self, code: &[u8], name: &[u8], place: Option<Point>, recent: &mut Recent) -> Found {
        if let Some(ward) = self.codes.get(code) {
            return Found::Ward(*ward, By::Code);
        }
        let district = district(name);
        let ours = district.is_some_and(|it| self.districts.contains(it));
        if district.is_some() && !ours {
            return Found::Outside;
        }
        let Some(place) = place else {
            return match (ours, code.is_empty()) {
                (true, _) => Found::NoWard,
                (false, true) => Found::Nowhere,
                (false, false) => Found::Outside,
            };
        };
        match self.ward_at(place, recent) {
            Some(ward) => Found::Ward(ward, By::Place),
            None if ours => Found::NoWard,
            None => Found::Outside,
        }
    }

    fn ward_at(&self, place: Point, recent: &mut Recent) -> Option<WardId> {
        let (least, most) = self.corners;
        if !(least.x..=most.x).contains(&place.x) || !(least.y..=most.y).contains(&place.y) {
            return None;
        }
        if recent.0.is_empty() {
            // Nothing lies here, so the entry is right as it stands.
            recent.0 = vec![(Point { x: i32::MIN, y: i32::MIN }, None); RECENT];
        }
        let mixed =
            place.x.cast_unsigned().wrapping_mul(0x9E37_79B1) ^ place.y.cast_unsigned().wrapping_mul(0x85EB_CA6B);
        let entry = &mut recent.0[(mixed >> 20) as usize % RECENT];
        if entry.0 != place {
            *entry = (place, self.boundaries.ward_at(place));
        }
        entry.1
    }
}

/// The part of a small area's name that names its district.
fn district(name: &[u8]) -> Option<&[u8]> {
    let end = name.iter().rposition(|it| *it == b' ')?;
    Some(name[..end].trim_ascii()).filter(|it| !it.is_empty())
}

/// A place from longitude and latitude, or from metres on the national grid.
pub(super) fn point(x: &[u8], y: &[u8], on_grid: bool) -> Option<Point> {
    if on_grid {
        return grid::degrees(number(x)?, number(y)?);
    }
    Some(Point { x: millionths(x, 180)?, y: millionths(y, 90)? })
}

fn number(text: &[u8]) -> Option<f64> {
    std::str::from_utf8(text).ok()?.parse().ok()
}

/// Degrees in millionths: `-1.656799`.
fn millionths(text: &[u8], most: i32) -> Option<i32> {
    let (minus, digits) = match text.split_first()? {
        (b'-', rest) => (true, rest),
        _ => (false, text),
    };
    let mut number = 0_i32;
    let mut behind = None;
    for digit in digits {
        match (digit, behind) {
            (b'.', None) => behind = Some(0),
            (b'0'..=b'9', None) if number <= most => number = number * 10 + i32::from(digit - b'0'),
            (b'0'..=b'9', Some(6)) => {
                number += i32::from(*digit >= b'5');
                behind = Some(7);
            }
            (b'0'..=b'9', Some(at)) if at < 6 => {
                number = number.checked_mul(10)?.checked_add(i32::from(digit - b'0'))?;
                behind = Some(at + 1);
            }
            (b'0'..=b'9', Some(_)) => {}
            // Written with an exponent, as some programs do near zero.
            _ => return exponent(text, most),
        }
    }
    for _ in behind.unwrap_or(0)..6 {
        number = number.checked_mul(10)?;
    }
    (!digits.is_empty() && number <= most * 1_000_000).then_some(if minus { -number } else { number })
}

fn exponent(text: &[u8], most: i32) -> Option<i32> {
    let degrees = number(text)?;
    #[expect(clippy::cast_possible_truncation, reason = "its size is looked at first")]
    (degrees.abs() <= f64::from(most)).then_some((degrees * 1e6).round() as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_become_millionths() {
        for (text, found) in [
            ("-1.656799", Some(-1_656_799)),
            ("52.63371", Some(52_633_710)),
            ("0", Some(0)),
            ("-0.0000014", Some(-1)),
            ("0.0000015", Some(2)),
            ("0.99999999999", Some(1_000_000)),
            ("1.2e-05", Some(12)),
            ("179.9", Some(179_900_000)),
            ("180.1", None),
            ("99999999999", None),
            ("", None),
            ("-", None),
            ("1.2.3", None),
            ("x", None),
            ("NaN", None),
            ("1,5", None),
        ] {
            assert_eq!(millionths(text.as_bytes(), 180), found, "{text}");
        }
    }

    #[test]
    fn names_of_small_areas_begin_with_their_district() {
        assert_eq!(district(b"Anytown 003A"), Some(&b"Anytown"[..]));
        assert_eq!(district(b"Any Town 003A"), Some(&b"Any Town"[..]));
        assert_eq!(district(b"003A"), None);
        assert_eq!(district(b""), None);
    }
}
