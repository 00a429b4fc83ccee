//! The lines of all polygons together: whether they part the area into wards without a gap, an overlap or a crossing.
//!
//! Every step from one point of a polygon to the next is an edge. Where edges meet only at points that both have, the
//! wards lie side by side as on a map, and an edge belongs to two wards (a line between them) or to one (the outer line).

use std::collections::{BTreeMap, BTreeSet};

use super::super::super::WardId;
use super::super::super::area::boundaries::{Point, Side, side_of_ring, turn};
use super::super::file::File;
use super::super::problem::{Place, Problems};
use super::wards::Wards;

/// One closed line of a ward: its points with their lines in the file, the first repeated at the end.
pub(super) struct Border {
    pub(super) ward: WardId,
    pub(super) points: Vec<(Point, usize)>,
}

/// All of them.
#[derive(Default)]
pub(super) struct Lines {
    pub(super) borders: Vec<Border>,
}

/// An edge of a polygon, from its lower point (by order) to its higher.
type Edge = (Point, Point);

#[derive(Clone, Copy)]
struct Used {
    ward: WardId,
    line: usize,
}

fn place(line: usize) -> Place {
    Place { file: File::Boundaries, line }
}

impl Lines {
    pub(super) fn add(&mut self, border: Border) {
        self.borders.push(border);
    }

    fn edges(&self) -> BTreeMap<Edge, Vec<Used>> {
        let mut edges: BTreeMap<Edge, Vec<Used>> = BTreeMap::new();
        for border in &self.borders {
            for pair in border.points.windows(2) {
                let ((a, line), (b, _)) = (pair[0], pair[1]);
                edges.entry((a.min(b), a.max(b))).or_default().push(Used { ward: border.ward, line });
            }
        }
        edges
    }

    /// The wards that share a line.
    pub(super) fn neighbours(&self) -> BTreeSet<(WardId, WardId)> {
        let pairs = self.edges().into_values().filter_map(|used| match used.as_slice() {
            [a, b] if a.ward != b.ward => Some((a.ward.min(b.ward), a.ward.max(b.ward))),
            _ => None,
        });
        pairs.collect()
    }

    /// Notes whatever keeps the wards from lying side by side.
    pub(super) fn check(&self, wards: &Wards<'_>, problems: &Problems) {
        let edges = self.edges();
        for used in edges.values().filter(|it| it.len() > 2 || (it.len() == 2 && it[0].ward == it[1].ward)) {
            let message = "more than two polygons, or one polygon twice, run along the line that begins here. A line may only \
                           lie between two wards";
            problems.add(place(used[used.len() - 1].line), message);
        }
        // What follows takes for granted that lines meet only where both have a point.
        if self.check_crossings(&edges, wards, problems) {
            self.check_nesting(wards, problems);
            check_gaps(&edges, &self.borders, wards, problems);
        }
    }

    /// Notes lines that cross or touch anywhere else than at a point that both have; tells whether there are none.
    fn check_crossings(&self, edges: &BTreeMap<Edge, Vec<Used>>, wards: &Wards<'_>, problems: &Problems) -> bool {
        // In the order of their western ends, so that each need only be compared with those that begin before it ends.
        let list: Vec<(&Edge, Used)> = edges.iter().filter_map(|(edge, used)| Some((edge, *used.first()?))).collect();
        let mut sound = true;
        let mut told = BTreeSet::new();
        for (at, (edge, used)) in list.iter().enumerate() {
            for (other, also) in list[at + 1..].iter().take_while(|(it, _)| it.0.x <= edge.1.x) {
                if !meet_wrongly(edge, other) {
                    continue;
                }
                sound = false;
                let pair = (used.ward.min(also.ward), used.ward.max(also.ward));
                if told.insert(pair) {
                    let (here, there) = (used.line.max(also.line), used.line.min(also.line));
                    let (one, two) = (wards.name(used.ward), wards.name(also.ward));
                    let whose = if used.ward == also.ward {
                        format!("the boundary of ward “{one}” crosses or touches itself")
                    } else {
                        format!(
                            "the boundaries of wards “{one}” and “{two}” cross, or meet where one of them has no point"
                        )
                    };
                    problems.add(
                        place(here),
                        format!(
                            "{whose}, here and on line {there}. Correct the points, so that both have the same ones"
                        ),
                    );
                }
            }
        }
        sound && !self.borders.is_empty()
    }

    /// Notes a ward that lies inside another without being cut out of it.
    fn check_nesting(&self, wards: &Wards<'_>, problems: &Problems) {
        let ring = |it: &Border| -> Vec<Point> { it.points[1..].iter().map(|it| it.0).collect() };
        let rings: Vec<(WardId, Vec<Point>)> = self.borders.iter().map(|it| (it.ward, ring(it))).collect();
        for border in &self.borders {
            for ward in (0..wards.list.len()).map(Wards::id).filter(|it| *it != border.ward) {
                let inside = |point: Point| {
                    let sides = rings.iter().filter(|it| it.0 == ward).map(|it| side_of_ring(&it.1, point));
                    let sides: Vec<Side> = sides.collect();
                    !sides.contains(&Side::OnLine) && sides.iter().filter(|it| **it == Side::Inside).count() % 2 == 1
                };
                if let Some((_, line)) = border.points.iter().find(|it| inside(it.0)) {
                    let (one, two) = (wards.name(border.ward), wards.name(ward));
                    let message = format!(
                        "ward “{one}” overlaps ward “{two}” here. Every place belongs to one ward: \
                                           correct the points"
                    );
                    problems.add(place(*line), message);
                    break;
                }
            }
        }
    }

    /// The extent of a closed line, with its sign telling the way round.
    pub(super) fn hectares(&self, ring: &[Point]) -> f64 {
        // Metres to a degree of latitude; of longitude at the middle of the area. Good to a small part of a per cent.
        const DEGREE: f64 = 111_320.0;
        let ys = self.borders.iter().flat_map(|it| &it.points).map(|it| f64::from(it.0.y));
        let (low, high) = ys.fold((f64::MAX, f64::MIN), |(low, high), y| (low.min(y), high.max(y)));
        let middle = ((low + high) / 2e6).to_radians();
        let (origin, mut twice) = (ring.first().copied().unwrap_or_default(), 0.0);
        for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            let step = |it: &Point| (f64::from(it.x - origin.x) / 1e6, f64::from(it.y - origin.y) / 1e6);
            let ((ax, ay), (bx, by)) = (step(a), step(b));
            twice += ax * by - bx * ay;
        }
        twice / 2.0 * DEGREE * DEGREE * middle.cos() / 10_000.0
    }
}

/// Whether two edges have more in common than an end that both have.
fn meet_wrongly(one: &Edge, two: &Edge) -> bool {
    let (a, b) = *one;
    let (c, d) = *two;
    let apart = |a: i32, b: i32, c: i32, d: i32| a.max(b) < c.min(d) || c.max(d) < a.min(b);
    if apart(a.x, b.x, c.x, d.x) || apart(a.y, b.y, c.y, d.y) {
        return false;
    }
    let sides = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)].map(i64::signum);
    let shared = [a, b].into_iter().filter(|it| *it == c || *it == d).count();
    match shared {
        // With one end in common, they may only part in different directions.
        1 => {
            sides == [0; 4] && {
                let (end, one, two) = match (a == c, a == d, b == c) {
                    (true, ..) => (a, b, d),
                    (_, true, _) => (a, b, c),
                    (_, _, true) => (b, a, d),
                    _ => (b, a, c),
                };
                let ahead = |p: Point| (i64::from(p.x) - i64::from(end.x), i64::from(p.y) - i64::from(end.y));
                let ((ox, oy), (tx, ty)) = (ahead(one), ahead(two));
                ox.signum() * tx.signum() + oy.signum() * ty.signum() > 0
            }
        }
        2 => false,
        _ => sides[0] * sides[1] <= 0 && sides[2] * sides[3] <= 0,
    }
}

/// Notes places between wards that belong to none.
fn check_gaps(edges: &BTreeMap<Edge, Vec<Used>>, borders: &[Border], wards: &Wards<'_>, problems: &Problems) {
    for face in outer_faces(edges, borders) {
        // Seen from the wards, what lies without is on the right: an outer line then runs against the clock, and the line
        // around a gap with it.
        let owners: BTreeSet<WardId> = face.iter().map(|it| it.used.ward).collect();
        let mut twice = 0_i128;
        for step in &face {
            let at = |it: Point| (i128::from(it.x), i128::from(it.y));
            let ((ax, ay), (bx, by)) = (at(step.from), at(step.to));
            twice += ax * by - bx * ay;
        }
        if twice < 0 && owners.len() > 1 {
            let names: Vec<&str> = owners.iter().map(|it| wards.name(*it)).collect();
            let line = face.iter().map(|it| it.used.line).min().unwrap_or(0);
            let message = format!(
                "there is a gap between the wards {}, which begins here. Give their boundaries the same points",
                names.join(", ")
            );
            problems.add(place(line), message);
        }
    }
}

/// A step along an edge that one ward alone has, with that ward on its left.
#[derive(Clone, Copy)]
struct Step {
    from: Point,
    to: Point,
    used: Used,
}

/// The closed lines around all places that belong to no ward, each with that place on its right.
fn outer_faces(edges: &BTreeMap<Edge, Vec<Used>>, borders: &[Border]) -> Vec<Vec<Step>> {
    let mut steps: BTreeMap<Point, Vec<Step>> = BTreeMap::new();
    for border in borders {
        let ring: Vec<Point> = border.points[1..].iter().map(|it| it.0).collect();
        let flip = !has_ward_on_left(&ring, border, borders);
        for pair in border.points.windows(2) {
            let ((a, line), (b, _)) = (pair[0], pair[1]);
            if edges.get(&(a.min(b), a.max(b))).is_some_and(|it| it.len() == 1) {
                let (from, to) = if flip { (b, a) } else { (a, b) };
                steps.entry(from).or_default().push(Step { from, to, used: Used { ward: border.ward, line } });
            }
        }
    }
    let mut faces = Vec::new();
    while let Some(first) = steps.values_mut().find_map(Vec::pop) {
        let mut face = vec![first];
        while let Some(next) = face.last().and_then(|last| take_next(&mut steps, last)) {
            face.push(next);
        }
        faces.push(face);
    }
    faces
}

/// The step that goes on from one around the same place on the right: the one most to the right.
fn take_next(waiting: &mut BTreeMap<Point, Vec<Step>>, last: &Step) -> Option<Step> {
    let steps = waiting.get_mut(&last.to)?;
    let angle = |it: Point| (f64::from(it.y - last.to.y)).atan2(f64::from(it.x - last.to.x));
    let back = angle(last.from);
    let turned = |it: &Step| {
        // How far against the clock from where we came: the least of it keeps the place on the right.
        let by = angle(it.to) - back;
        if by <= 0.0 { by + std::f64::consts::TAU } else { by }
    };
    let at = (0..steps.len()).min_by(|a, b| turned(&steps[*a]).total_cmp(&turned(&steps[*b])))?;
    Some(steps.swap_remove(at))
}

/// Whether a closed line has its own ward on the left, as it is written: an outer line against the clock does, and a hole
/// with it.
fn has_ward_on_left(ring: &[Point], border: &Border, borders: &[Border]) -> bool {
    let twice: i128 = ring
        .iter()
        .zip(ring.iter().cycle().skip(1))
        .map(|(a, b)| i128::from(a.x) * i128::from(b.y) - i128::from(b.x) * i128::from(a.y))
        .sum();
    // Inside an odd number of the ward's other lines it is a hole.
    let others = borders.iter().filter(|it| it.ward == border.ward && !std::ptr::eq(*it, border));
    let around = others.filter(|it| {
        let other: Vec<Point> = it.points[1..].iter().map(|it| it.0).collect();
        let first = ring.iter().map(|point| side_of_ring(&other, *point)).find(|it| *it != Side::OnLine);
        first == Some(Side::Inside)
    });
    (twice > 0) == (around.count() % 2 == 0)
}
