//! Where the wards lie.
//!
//! A line between two wards is kept once, as an [`Arc`] that both use. So whatever is done to lines (rounding them,
//! leaving points out) is done to both sides alike, and neither a gap nor an overlap can come of it.

use super::super::ids::{OriginId, WardId};

/// A place on the map: millionths of a degree, as the boundary files have them, so that nothing is rounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    /// Degrees of longitude in millionths, growing to the east.
    pub x: i32,
    /// Degrees of latitude in millionths, growing to the north.
    pub y: i32,
}

/// A line from one junction of boundaries to the next, both ends included; one that meets no other line ends where it
/// began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arc(pub Vec<Point>);

/// An arc as one side of a ring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its place in [`Boundaries::arcs`].
    pub arc: u16,
    /// Whether the ring follows it from its last point to its first.
    pub backwards: bool,
}

/// The shape of one ward.
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
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
