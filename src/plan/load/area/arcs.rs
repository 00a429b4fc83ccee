//! From closed lines of points to lines that neighbours share.

use std::collections::{BTreeMap, BTreeSet};

use super::super::super::area::boundaries::{Arc, Point, Run};
use super::lines::Lines;

/// All arcs, and by ward the closed lines that are made of them.
pub(super) fn arcs(lines: &Lines, wards: usize) -> (Vec<Arc>, Vec<Vec<Vec<Run>>>) {
    let mut next: BTreeMap<Point, BTreeSet<Point>> = BTreeMap::new();
    for border in &lines.borders {
        for pair in border.points.windows(2) {
            next.entry(pair[0].0).or_default().insert(pair[1].0);
            next.entry(pair[1].0).or_default().insert(pair[0].0);
        }
    }
    let is_junction = |point: &Point| next.get(point).is_some_and(|it| it.len() != 2);
    let mut arcs = Vec::new();
    let mut known: BTreeMap<Vec<Point>, u16> = BTreeMap::new();
    let mut rings: Vec<Vec<Vec<Run>>> = vec![Vec::new(); wards];
    for border in &lines.borders {
        let mut ring: Vec<Point> = border.points[1..].iter().map(|it| it.0).collect();
        // One without a junction begins at its lowest point, so that the other side finds the same arc.
        let junction = ring.iter().position(is_junction);
        let lowest = || (0..ring.len()).min_by_key(|at| ring[*at]);
        let start = junction.or_else(lowest).unwrap_or(0);
        ring.rotate_left(start);
        ring.push(ring[0]);
        let mut runs = Vec::new();
        let mut from = 0;
        for to in 1..ring.len() {
            if to + 1 == ring.len() || is_junction(&ring[to]) {
                runs.push(run(&ring[from..=to], &mut arcs, &mut known));
                from = to;
            }
        }
        if let Some(rings) = rings.get_mut(border.ward.index()) {
            rings.push(runs);
        }
    }
    (arcs, rings)
}

/// A stretch of points as an arc, the same one whichever way round it is met.
fn run(points: &[Point], arcs: &mut Vec<Arc>, known: &mut BTreeMap<Vec<Point>, u16>) -> Run {
    let forwards = points.to_vec();
    let mut reversed = forwards.clone();
    reversed.reverse();
    let backwards = reversed < forwards;
    let key = if backwards { reversed } else { forwards };
    let arc = *known.entry(key).or_insert_with_key(|key| {
        arcs.push(Arc(key.clone()));
        u16::try_from(arcs.len() - 1).unwrap_or(u16::MAX)
    });
    Run { arc, backwards }
}
