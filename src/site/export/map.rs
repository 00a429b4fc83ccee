//! The wards as `GeoJSON` (RFC 7946).

use serde_json::{Value, json};

use crate::plan::area::boundaries::{Side, side_of_ring};
use crate::plan::area::{Boundaries, Point, Shape};
use crate::plan::{Area, Plan};

/// All wards, with where their lines come from and the words that the licence asks for.
pub(super) fn wards(plan: &Plan, area: &Area) -> Value {
    let features: Vec<Value> = plan
        .ward_ids()
        .map(|id| {
            let ward = plan.ward(id);
            let neighbours: Vec<&str> = ward.neighbours.iter().map(|it| plan.ward(*it).id.as_str()).collect();
            let shape = area.boundaries.shape(id);
            let hectares = shape.map(|it| f64::from(it.tenths_of_hectares) / 10.0);
            let label = shape.map(|it| degrees(it.label));
            json!({
                "type": "Feature",
                "id": ward.id.as_str(),
                "properties": {
                    "id": ward.id.as_str(),
                    "name": ward.name,
                    "code": ward.code,
                    "neighbours": neighbours,
                    "area_ha": hectares,
                    "label": label,
                },
                "geometry": shape.map(|it| geometry(&area.boundaries, it)),
            })
        })
        .collect();
    let origin = (!area.boundaries.shapes.is_empty()).then(|| area.origin(area.boundaries.origin));
    let source = origin.map(|it| {
        json!({ "name": it.name, "publisher": it.publisher, "period": it.period, "statement": it.statement, "url": it.url })
    });
    let name = format!("Wards of {}", plan.edition.place);
    json!({
        "type": "FeatureCollection",
        "name": name,
        "source": source,
        "licence": origin.map(|it| &it.licence),
        "features": features,
    })
}

fn degrees(point: Point) -> [f64; 2] {
    [f64::from(point.x) / 1e6, f64::from(point.y) / 1e6]
}

/// A ward's polygons. Its rings are not told apart by marks, so each is looked up in the others: one inside an odd number of
/// them is a hole.
fn geometry(boundaries: &Boundaries, shape: &Shape) -> Value {
    let rings: Vec<Vec<Point>> = shape.rings.iter().map(|it| boundaries.ring(it)).collect();
    let around = |at: usize| -> Vec<usize> {
        (0..rings.len()).filter(|other| *other != at && holds(&rings[*other], &rings[at])).collect()
    };
    let depth: Vec<Vec<usize>> = (0..rings.len()).map(around).collect();
    let outer = (0..rings.len()).filter(|at| depth[*at].len().is_multiple_of(2));
    let polygons: Vec<Value> = outer
        .map(|at| {
            // Its holes are one step deeper, and inside it.
            let holes =
                (0..rings.len()).filter(|it| depth[*it].len() == depth[at].len() + 1 && depth[*it].contains(&at));
            let rings: Vec<Value> =
                std::iter::once(closed(&rings[at], true)).chain(holes.map(|it| closed(&rings[it], false))).collect();
            Value::from(rings)
        })
        .collect();
    match polygons.as_slice() {
        [one] => json!({ "type": "Polygon", "coordinates": one }),
        _ => json!({ "type": "MultiPolygon", "coordinates": polygons }),
    }
}

/// Whether a ring lies inside another. Rings do not cross, so one point that is not on the other's line tells.
fn holds(outer: &[Point], inner: &[Point]) -> bool {
    let sides = inner.iter().map(|it| side_of_ring(outer, *it));
    sides.into_iter().find(|it| *it != Side::OnLine) == Some(Side::Inside)
}

/// A ring with its first point again at its end; counter-clockwise around what is inside, clockwise around a hole.
fn closed(ring: &[Point], outer: bool) -> Value {
    let next = ring.iter().cycle().skip(1);
    let twice_the_area: i64 =
        ring.iter().zip(next).map(|(a, b)| i64::from(a.x) * i64::from(b.y) - i64::from(b.x) * i64::from(a.y)).sum();
    let mut points: Vec<[f64; 2]> = ring.iter().map(|it| degrees(*it)).collect();
    if (twice_the_area > 0) != outer {
        points.reverse();
    }
    points.extend(points.first().copied());
    json!(points)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::OriginId;
    use crate::plan::area::{Arc, Run};

    fn square(from: i32, to: i32) -> Arc {
        let point = |x, y| Point { x: x * 1_000_000, y: y * 1_000_000 };
        // Clockwise, as no outer ring may be.
        Arc(vec![point(from, from), point(from, to), point(to, to), point(to, from), point(from, from)])
    }

    #[test]
    fn holes_and_islands_are_told_apart() {
        let boundaries = Boundaries {
            origin: OriginId(0),
            arcs: vec![square(4, 5), square(0, 10), square(2, 8), square(20, 30)],
            shapes: Vec::new(),
        };
        let run = |arc| vec![Run { arc, backwards: false }];
        let shape = |rings: Vec<Vec<Run>>| Shape { rings, label: Point::default(), tenths_of_hectares: 0 };
        let found = geometry(&boundaries, &shape(vec![run(0), run(1), run(2), run(3)]));
        assert_eq!(found["type"], "MultiPolygon");
        let polygons = found["coordinates"].as_array().unwrap();
        let sizes: Vec<usize> = polygons.iter().map(|it| it.as_array().unwrap().len()).collect();
        assert_eq!(sizes, [1, 2, 1]);
        // The outer ring turns left, the hole right; both are closed.
        assert_eq!(polygons[1][0], json!([[10.0, 0.0], [10.0, 10.0], [0.0, 10.0], [0.0, 0.0], [10.0, 0.0]]));
        assert_eq!(polygons[1][1], json!([[2.0, 2.0], [2.0, 8.0], [8.0, 8.0], [8.0, 2.0], [2.0, 2.0]]));
        assert_eq!(geometry(&boundaries, &shape(vec![run(3)]))["type"], "Polygon");
    }
}
