//! Where the wards lie.
//!
//! A line between two wards is kept once, as an [`Arc`] that both use. So whatever is done to lines (rounding them,
//! leaving points out) is done to both sides alike, and neither a gap nor an overlap can come of it.

use super::super::ids::{OriginId, WardId};
use serde::{Deserialize, Serialize};

/// A place on the map: millionths of a degree, as the boundary files have them, so that nothing is rounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Point {
    /// Degrees of longitude in millionths, growing to the east.
    pub x: i32,
    /// Degrees of latitude in millionths, growing to the north.
    pub y: i32,
}

/// A line from one junction of boundaries to the next, both ends included; one that meets no other line ends where it
/// began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Steps", into = "Steps")]
pub struct Arc(pub Vec<Point>);

/// An arc as files have it: its first point, then the steps from each to the next, most of which take a byte or two.
#[derive(Serialize, Deserialize)]
struct Steps(Vec<(i32, i32)>);

impl From<Arc> for Steps {
    fn from(arc: Arc) -> Self {
        let mut last = Point::default();
        let step = |point: Point| {
            let step = (point.x.wrapping_sub(last.x), point.y.wrapping_sub(last.y));
            last = point;
            step
        };
        Self(arc.0.into_iter().map(step).collect())
    }
}

impl From<Steps> for Arc {
    fn from(steps: Steps) -> Self {
        let mut last = Point::default();
        let point = |(x, y): (i32, i32)| {
            last = Point { x: last.x.wrapping_add(x), y: last.y.wrapping_add(y) };
            last
        };
        Self(steps.0.into_iter().map(point).collect())
    }
}

/// An arc as one side of a ring.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// Its place in [`Boundaries::arcs`].
    pub arc: u16,
    /// Whether the ring follows it from its last point to its first.
    pub backwards: bool,
}

/// The shape of one ward.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shape {
    /// Closed lines, each a chain of arcs. A place is inside where an odd number of them lies around it, so islands and
    /// holes need no marks.
    pub rings: Vec<Vec<Run>>,
    /// Where the ward's name is written; it lies inside.
    pub label: Point,
    /// Its extent, in tenths of a hectare.
    pub tenths_of_hectares: u32,
}

/// The boundaries of all wards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Boundaries {
    /// Where they come from.
    pub origin: OriginId,
    /// All lines, each once.
    pub arcs: Vec<Arc>,
    /// One shape for each ward.
    pub shapes: Vec<Shape>,
}

impl Boundaries {
    /// The shape of a ward; none where the area has no boundaries.
    #[must_use]
    pub fn shape(&self, ward: WardId) -> Option<&Shape> {
        self.shapes.get(ward.index())
    }

    /// The points along a run, in its direction.
    pub fn points(&self, run: Run) -> impl Iterator<Item = Point> + '_ {
        let arc = self.arcs.get(usize::from(run.arc)).map(|it| it.0.as_slice()).unwrap_or_default();
        let last = arc.len().wrapping_sub(1);
        (0..arc.len()).map(move |at| arc[if run.backwards { last - at } else { at }])
    }

    /// A ring as points, the first not repeated at the end.
    #[must_use]
    pub fn ring(&self, runs: &[Run]) -> Vec<Point> {
        let mut ring = Vec::new();
        for run in runs {
            ring.extend(self.points(*run));
            // The next run begins where this one ends.
            ring.pop();
        }
        ring
    }
}

/// Where a place lies, seen from a closed line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Within.
    Inside,
    /// On the line itself.
    OnLine,
    /// Without.
    Outside,
}

impl Boundaries {
    /// Where a place lies, seen from a ward. Worked out in whole numbers, so that no rounding decides.
    #[must_use]
    pub fn side(&self, ward: WardId, place: Point) -> Side {
        let mut inside = false;
        for ring in self.shape(ward).iter().flat_map(|it| &it.rings) {
            match side_of_ring(&self.ring(ring), place) {
                Side::OnLine => return Side::OnLine,
                Side::Inside => inside = !inside,
                Side::Outside => {}
            }
        }
        if inside { Side::Inside } else { Side::Outside }
    }

    /// The ward in which a place lies; none where it lies in none.
    ///
    /// A place on the line between two wards belongs to the one that comes first by name, and one on the outer line of
    /// the area to the ward on whose line it lies: so every place of the area belongs to one ward, and to one alone.
    #[must_use]
    pub fn ward_at(&self, place: Point) -> Option<WardId> {
        let at = (0..self.shapes.len())
            .find(|at| u16::try_from(*at).is_ok_and(|at| self.side(WardId(at), place) != Side::Outside))?;
        u16::try_from(at).ok().map(WardId)
    }
}

/// Where a place lies, seen from one closed line, of which the first point is not repeated at the end.
#[must_use]
pub fn side_of_ring(ring: &[Point], place: Point) -> Side {
    let mut inside = false;
    let mut from = match ring.last() {
        Some(last) => *last,
        None => return Side::Outside,
    };
    for to in ring {
        let turn = turn(from, *to, place);
        let within = |a: i32, b: i32, at: i32| (a.min(b)..=a.max(b)).contains(&at);
        if turn == 0 && within(from.x, to.x, place.x) && within(from.y, to.y, place.y) {
            return Side::OnLine;
        }
        // A line to the east of the place crosses this one; its lower end counts, its upper does not.
        if (from.y > place.y) != (to.y > place.y) && (turn > 0) == (to.y > from.y) {
            inside = !inside;
        }
        from = *to;
    }
    if inside { Side::Inside } else { Side::Outside }
}

/// Above nought where the way from `a` to `b` to `c` turns left, below where it turns right, nought where it goes straight on.
#[must_use]
pub fn turn(a: Point, b: Point, c: Point) -> i64 {
    let step = |from: i32, to: i32| i64::from(to) - i64::from(from);
    step(a.x, b.x) * step(a.y, c.y) - step(a.y, b.y) * step(a.x, c.x)
}
