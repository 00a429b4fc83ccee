//! The map of an area's wards, drawn by us from their boundaries: shapes on a sheet, where each name stands, and which ward
//! lies in which direction. Numbers only: colours and words belong to the view.
//!
//! **Architecture invariant:** nothing here knows a figure, so a map can never be coloured by one.

use crate::plan::area::boundaries::{Boundaries, Point, Run};
use crate::plan::{Plan, WardId};

/// How wide every sheet is, in its own units; a narrow phone shows it with about a tenth of a pixel for each.
pub const WIDTH: f64 = 3000.0;
/// Room around the area, for outlines.
const MARGIN: f64 = 40.0;
/// The size of type on a narrow page, and on one where the map is shown large, in units of the sheet.
const TYPE: [f64; 2] = [104.0, 85.0];
/// About how wide a bold letter is, in sizes of type: of the widest fonts in use.
const LETTER: f64 = 0.66;
/// How far names keep from each other, in sizes of type.
const APART: f64 = 0.3;
/// How much of a name must fit inside its ward: a name may reach a little over a boundary, as on any map.
const INSIDE: f64 = 0.86;

/// A ward as the boundaries have it.
pub struct Outline<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its rings: longitude and latitude, in degrees. A ring inside another is a hole.
    pub rings: Vec<Vec<[f64; 2]>>,
    /// A point well inside it.
    pub label: [f64; 2],
}

/// The map, ready to be drawn.
pub struct Sheet {
    /// How high it is, in the units in which it is [`WIDTH`] wide.
    pub height: i32,
    /// The wards, in the order in which they were given.
    pub shapes: Vec<Shape>,
}

/// A ward on the map.
pub struct Shape {
    /// Its outline, as the `d` of a path with the even-odd rule.
    pub path: String,
    /// The middle of its name.
    pub at: [i32; 2],
    /// When its name fits.
    pub fit: Fit,
}

/// When a name fits into its ward. Where it does not, a number stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// At any size.
    Always,
    /// Where the map is shown large.
    Large,
    /// Never.
    Never,
}

/// A direction on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// North.
    Up,
    /// South.
    Down,
    /// West.
    Left,
    /// East.
    Right,
}

impl Direction {
    /// The direction that an arrow key stands for.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowUp" => Self::Up,
            "ArrowDown" => Self::Down,
            "ArrowLeft" => Self::Left,
            "ArrowRight" => Self::Right,
            _ => return None,
        })
    }

    fn step(self) -> [f64; 2] {
        match self {
            Self::Up => [0.0, -1.0],
            Self::Down => [0.0, 1.0],
            Self::Left => [-1.0, 0.0],
            Self::Right => [1.0, 0.0],
        }
    }
}

/// The map of all wards of an area, in the order of the plan's list of wards; none where the area has no boundaries.
#[must_use]
pub fn of(plan: &Plan, boundaries: &Boundaries) -> Option<Sheet> {
    let degrees = |it: Point| [f64::from(it.x) / 1e6, f64::from(it.y) / 1e6];
    let outline = |ward: WardId| {
        let shape = boundaries.shape(ward)?;
        let ring = |runs: &Vec<Run>| boundaries.ring(runs).into_iter().map(degrees).collect();
        Some(Outline {
            name: plan.ward(ward).name.as_str(),
            rings: shape.rings.iter().map(ring).collect(),
            label: degrees(shape.label),
        })
    };
    let outlines: Option<Vec<Outline<'_>>> = plan.ward_ids().map(outline).collect();
    outlines.filter(|it| !it.is_empty()).map(|it| sheet(&it))
}

/// Draws the map. An area is small enough for a plain projection: degrees, with those of longitude shortened as they are in
/// its middle.
#[must_use]
pub fn sheet(outlines: &[Outline<'_>]) -> Sheet {
    let points = || outlines.iter().flat_map(|it| it.rings.iter().flatten());
    let edge = |axis: usize, pick: fn(f64, f64) -> f64| points().map(|it| it[axis]).reduce(pick).unwrap_or(0.0);
    let (west, east) = (edge(0, f64::min), edge(0, f64::max));
    let (south, north) = (edge(1, f64::min), edge(1, f64::max));
    let shortened = shortened(f64::midpoint(south, north));
    let scale = (WIDTH - 2.0 * MARGIN) / ((east - west) * shortened).max(f64::MIN_POSITIVE);
    let place =
        |[x, y]: [f64; 2]| [(x - west) * shortened * scale + MARGIN, (north - y) * scale + MARGIN].map(f64::round);
    let mut shapes: Vec<Shape> = outlines
        .iter()
        .map(|outline| {
            let rings: Vec<Vec<[f64; 2]>> =
                outline.rings.iter().map(|ring| ring.iter().map(|it| place(*it)).collect()).collect();
            shape(outline.name, &rings, place(outline.label))
        })
        .collect();
    part_names(&mut shapes, outlines);
    Sheet { shapes, height: whole((north - south) * scale + 2.0 * MARGIN) }
}

/// How much shorter a degree of longitude is at a latitude than one of latitude: its cosine, as a series that is exact to
/// ten digits and a fraction of the size of the library's.
#[must_use]
pub fn shortened(latitude: f64) -> f64 {
    let square = latitude.to_radians().powi(2);
    let (mut sum, mut term) = (1.0, 1.0);
    for step in 1..=8_u32 {
        term *= -square / f64::from(2 * step * (2 * step - 1));
        sum += term;
    }
    sum
}

fn shape(name: &str, rings: &[Vec<[f64; 2]>], label: [f64; 2]) -> Shape {
    let mut path = String::new();
    for ring in rings {
        for (at, [x, y]) in ring.iter().enumerate() {
            path.push(if at == 0 { 'M' } else { 'L' });
            path.push_str(&whole(*x).to_string());
            path.push(' ');
            path.push_str(&whole(*y).to_string());
        }
        path.push('Z');
    }
    let wide = TYPE.map(|size| width(name, size));
    let (at, room) = roomiest(rings, label, wide[0]);
    let fits = |wide: f64| room >= wide * INSIDE;
    let fit = if fits(wide[0]) {
        Fit::Always
    } else if fits(wide[1]) {
        Fit::Large
    } else {
        Fit::Never
    };
    Shape { path, at: at.map(whole), fit }
}

/// Has a number take the place of a name that would stand in another one's way: a name reaches a little over its ward, and so may two.
fn part_names(shapes: &mut [Shape], outlines: &[Outline<'_>]) {
    for (size, shown) in [(TYPE[0], [Fit::Always].as_slice()), (TYPE[1], &[Fit::Always, Fit::Large])] {
        for at in 1..shapes.len() {
            let (before, rest) = shapes.split_at_mut(at);
            let (Some(shape), Some(outline)) = (rest.first_mut(), outlines.get(at)) else { continue };
            let in_the_way = before.iter().zip(outlines).any(|(other, it)| {
                let wide = f64::midpoint(width(it.name, size), width(outline.name, size)) + APART * size;
                let [aside, apart] = [0, 1].map(|axis| f64::from((other.at[axis] - shape.at[axis]).abs()));
                shown.contains(&other.fit) && aside < wide && apart < size * (1.0 + APART)
            });
            if in_the_way && shown.contains(&shape.fit) {
                shape.fit = if size > TYPE[1] { Fit::Large } else { Fit::Never };
            }
        }
    }
}

/// About how wide a name is in this size of type.
fn width(name: &str, size: f64) -> f64 {
    f64::from(u32::try_from(name.chars().count()).unwrap_or(u32::MAX)) * LETTER * size
}

/// Where a line of type of this width has the most room: its middle, and how much room there is. Of places with room enough,
/// the one nearest to the label point.
fn roomiest(rings: &[Vec<[f64; 2]>], label: [f64; 2], wide: f64) -> ([f64; 2], f64) {
    /// How many rows of a ward are tried.
    const ROWS: u32 = 160;
    let half = TYPE[0] / 2.0;
    let heights = || rings.iter().flatten().map(|it| it[1]);
    let top = heights().reduce(f64::min).unwrap_or(label[1]);
    let step = (heights().reduce(f64::max).unwrap_or(top) - top) / f64::from(ROWS);
    let (mut best, mut best_room, mut best_far) = (label, 0.0, f64::INFINITY);
    for row in 0..=ROWS {
        let y = top + f64::from(row) * step;
        // A line of type has a height: the room is what its upper edge, middle and lower edge have in common.
        let mut spans = spans_at(rings, y);
        for edge in [y - half, y + half] {
            spans = common(&spans, &spans_at(rings, edge));
        }
        for [from, to] in spans {
            let room = (to - from).min(wide * 1.1);
            let middle = if to - from > wide {
                // Not `clamp`: how it can fail would bring all of writing numbers into the download.
                label[0].max(from + wide / 2.0).min(to - wide / 2.0)
            } else {
                f64::midpoint(from, to)
            };
            let far = (middle - label[0]).powi(2) + (y - label[1]).powi(2);
            if room > best_room + 1.0 || (room > best_room - 1.0 && far < best_far) {
                (best, best_room, best_far) = ([middle, y], room, far);
            }
        }
    }
    (best, best_room)
}

/// The stretches of a row that lie inside.
fn spans_at(rings: &[Vec<[f64; 2]>], y: f64) -> Vec<[f64; 2]> {
    let mut crossings: Vec<f64> = Vec::new();
    for ring in rings {
        for (at, [x1, y1]) in ring.iter().enumerate() {
            let [x2, y2] = ring[(at + 1) % ring.len()];
            if (*y1 > y) != (y2 > y) {
                crossings.push(x1 + (y - y1) / (y2 - y1) * (x2 - x1));
            }
        }
    }
    crossings.sort_by(f64::total_cmp);
    crossings.chunks_exact(2).map(|it| [it[0], it[1]]).collect()
}

fn common(some: &[[f64; 2]], others: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let both = some.iter().flat_map(|a| others.iter().map(|b| [a[0].max(b[0]), a[1].min(b[1])]));
    both.filter(|it| it[0] < it[1]).collect()
}

impl Sheet {
    /// The ward in a direction from another: among those that it touches the one that lies straightest that way; where none of
    /// them does, the nearest of all that do.
    #[must_use]
    pub fn towards(&self, from: usize, direction: Direction, touches: impl Fn(usize) -> bool) -> Option<usize> {
        let start = self.shapes.get(from)?.at.map(f64::from);
        let [along_x, along_y] = direction.step();
        let mut best: Option<(bool, f64, usize)> = None;
        for (at, shape) in self.shapes.iter().enumerate().filter(|(at, _)| *at != from) {
            let [x, y] = shape.at.map(f64::from);
            let (dx, dy) = (x - start[0], y - start[1]);
            let along = dx * along_x + dy * along_y;
            let aside = (dx * along_y - dy * along_x).abs();
            // Straight enough: no more to the side than ahead.
            if along <= 0.0 || aside > along {
                continue;
            }
            let touches = touches(at);
            let far = if touches { aside / along } else { along + aside };
            if best.is_none_or(|(touching, least, _)| (touches, -far) > (touching, -least)) {
                best = Some((touches, far, at));
            }
        }
        best.map(|it| it.2)
    }
}

#[expect(clippy::cast_possible_truncation, reason = "units of a sheet: some thousands")]
fn whole(number: f64) -> i32 {
    number.round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A square of one hundredth of a degree, at a column and a row from the north-west.
    fn square(name: &str, column: i32, row: i32) -> Outline<'_> {
        let (x, y) = (f64::from(column) / 100.0, 50.0 - f64::from(row) / 100.0);
        let ring = vec![[x, y], [x + 0.01, y], [x + 0.01, y - 0.01], [x, y - 0.01]];
        Outline { name, rings: vec![ring], label: [x + 0.005, y - 0.005] }
    }

    fn chessboard() -> Sheet {
        let outlines: Vec<Outline<'_>> = (0..9).map(|it| square("Ward", it % 3, it / 3)).collect();
        sheet(&outlines)
    }

    #[test]
    fn neighbours_share_their_edge_to_the_unit() {
        let sheet = chessboard();
        // Three squares of 973 1/3 units of width beside one another, in the margin of 40; north is up.
        assert_eq!(sheet.shapes[0].path, "M40 40L1013 40L1013 1554L40 1554Z");
        assert!(sheet.shapes[1].path.starts_with("M1013 40L"), "{}", sheet.shapes[1].path);
        assert!(sheet.shapes[3].path.starts_with("M40 1554L"), "{}", sheet.shapes[3].path);
    }

    #[test]
    fn arrows_go_to_the_ward_that_lies_there() {
        let sheet = chessboard();
        let go = |from, direction| sheet.towards(from, direction, |_| true);
        assert_eq!(go(4, Direction::Up), Some(1));
        assert_eq!(go(4, Direction::Down), Some(7));
        assert_eq!(go(4, Direction::Left), Some(3));
        assert_eq!(go(4, Direction::Right), Some(5));
        assert_eq!((go(0, Direction::Up), go(0, Direction::Left), go(9, Direction::Up)), (None, None, None));
        // What touches comes first, even where something else is nearer.
        assert_eq!(sheet.towards(0, Direction::Down, |it| it == 6), Some(6));
        assert_eq!(sheet.towards(0, Direction::Down, |_| false), Some(3), "the nearest, where nothing touches");
    }

    #[test]
    fn a_name_stands_where_it_has_room() {
        let fit = |name| sheet(&[square(name, 0, 0), square("East", 2, 0)]).shapes[0].fit;
        assert_eq!(fit("Castle"), Fit::Always);
        assert_eq!(fit("Upper and Lower Mere"), Fit::Large);
        assert_eq!(fit("Upper Mere with Lower Mere and the Islands"), Fit::Never);
        // A ward like an L: the name goes where it is wide, and not to the label point.
        let bent = vec![[0.0, 50.0], [0.002, 50.0], [0.002, 49.97], [0.03, 49.97], [0.03, 49.965], [0.0, 49.965]];
        let drawn = sheet(&[Outline { name: "Stonydelph", rings: vec![bent], label: [0.001, 49.99] }]);
        assert_eq!(drawn.shapes[0].fit, Fit::Always);
        assert!(drawn.shapes[0].at[1] > drawn.height * 3 / 4, "{:?} of {}", drawn.shapes[0].at, drawn.height);
    }

    #[test]
    fn names_keep_clear_of_each_other() {
        // Two wards so narrow that names reach over both sides of them: as long as the wards are wide, and a little longer.
        let names = ["Glascote Common", "Belgrave Common"];
        let sheet = sheet(&[square(names[0], 0, 0), square(names[1], 1, 0), square("East", 2, 0)]);
        let fits: Vec<Fit> = sheet.shapes.iter().map(|it| it.fit).collect();
        assert_eq!(
            fits,
            [Fit::Always, Fit::Large, Fit::Always],
            "the first stays, and both fit where the map is large"
        );
    }

    #[test]
    fn degrees_are_shortened_by_the_cosine() {
        for latitude in [-89.0, -33.9, 0.0, 52.6, 60.0, 89.9] {
            assert!((shortened(latitude) - f64::to_radians(latitude).cos()).abs() < 1e-9, "{latitude}");
        }
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert!(sheet(&[]).shapes.is_empty());
        let flat = sheet(&[Outline { name: "", rings: vec![vec![[1.0, 50.0]]], label: [1.0, 50.0] }]);
        assert_eq!(flat.shapes.len(), 1);
    }
}
