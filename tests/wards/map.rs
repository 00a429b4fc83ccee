//! The map: which ward a place lies in, and that what is drawn has neither gaps nor overlaps and is large enough to press.

use crate::editions::{Edition, both, ours};
use geo::{
    Area as _, BooleanOps as _, Contains as _, Coord, Distance as _, Euclidean, LineString, MultiPolygon, Polygon,
};
use plan_explorer::chart::map::{self, Direction, Fit, Sheet, WIDTH};
use plan_explorer::plan::WardId;
use plan_explorer::plan::area::Point;
use std::collections::BTreeMap;

/// A ward as the reference sees it, from the file itself and not through the app's own reading of it.
fn reference(edition: &Edition) -> BTreeMap<WardId, MultiPolygon<f64>> {
    let text = std::fs::read_to_string(edition.folder().join("wards.geojson")).expect("it is there");
    let file: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    let ring = |it: &serde_json::Value| {
        let points = it.as_array().expect("a ring is a list");
        LineString::new(
            points
                .iter()
                .map(|it| Coord { x: it[0].as_f64().expect("a number"), y: it[1].as_f64().expect("a number") })
                .collect(),
        )
    };
    let polygon = |it: &serde_json::Value| {
        let mut rings = it.as_array().expect("a polygon is a list").iter().map(ring);
        Polygon::new(rings.next().expect("it has a ring"), rings.collect())
    };
    let features = file["features"].as_array().expect("there are features");
    features
        .iter()
        .map(|feature| {
            let code = feature["properties"]["code"].as_str().expect("it has a code");
            let ward =
                edition.plan().ward_ids().find(|it| edition.plan().ward(*it).code == code).expect("it is a ward");
            let shape = &feature["geometry"];
            let polygons = match shape["type"].as_str() {
                Some("Polygon") => vec![polygon(&shape["coordinates"])],
                _ => shape["coordinates"].as_array().expect("a list").iter().map(polygon).collect(),
            };
            (ward, MultiPolygon::new(polygons))
        })
        .collect()
}

fn coord(point: Point) -> Coord<f64> {
    Coord { x: f64::from(point.x) / 1e6, y: f64::from(point.y) / 1e6 }
}

#[test]
fn every_place_lies_in_the_ward_that_a_reference_says() {
    for edition in both() {
        let shapes = reference(&edition);
        let boundaries = &edition.records.area.boundaries;
        for ward in edition.plan().ward_ids() {
            let label = boundaries.shape(ward).expect("it has a shape").label;
            assert_eq!(boundaries.ward_at(label), Some(ward));
            assert!(shapes[&ward].contains(&coord(label)));
        }
        let points = || boundaries.arcs.iter().flat_map(|it| &it.0);
        let (west, east) = (points().map(|it| it.x).min().expect("some"), points().map(|it| it.x).max().expect("some"));
        let (south, north) =
            (points().map(|it| it.y).min().expect("some"), points().map(|it| it.y).max().expect("some"));
        let (mut inside, mut on_a_line) = (0, 0);
        for column in 0..100 {
            for row in 0..100 {
                // A little outside the area as well, and never on a round number.
                let x = west - 500 + (east - west + 1_000) / 100 * column + 7;
                let y = south - 500 + (north - south + 1_000) / 100 * row + 3;
                let point = Point { x, y };
                let found = boundaries.ward_at(point);
                let wanted: Vec<WardId> =
                    shapes.iter().filter(|(_, it)| it.contains(&coord(point))).map(|(ward, _)| *ward).collect();
                let near = |it: &MultiPolygon<f64>| {
                    it.iter()
                        .flat_map(|it| std::iter::once(it.exterior()).chain(it.interiors()))
                        .any(|ring| Euclidean.distance(&geo::Point(coord(point)), ring) < 1e-9)
                };
                if shapes.values().any(near) {
                    on_a_line += 1;
                    continue;
                }
                assert_eq!(found.into_iter().collect::<Vec<_>>(), wanted, "{point:?}");
                inside += usize::from(found.is_some());
            }
        }
        println!("{}: {inside} of 10,000 points inside, {on_a_line} on a line", edition.plan().edition.place);
        assert!(inside > 1_000 && on_a_line < 10);
    }
}

fn sheet(edition: &Edition) -> Sheet {
    map::of(edition.plan(), &edition.records.area.boundaries).expect("there are boundaries")
}

/// The rings of a path.
fn rings(path: &str) -> Vec<Vec<(i32, i32)>> {
    let number = |it: &str| it.parse().expect("a whole number");
    path.split('Z')
        .filter(|it| !it.is_empty())
        .map(|ring| {
            let points = ring.trim_start_matches('M').split('L');
            points.map(|it| it.split_once(' ').expect("two numbers")).map(|(x, y)| (number(x), number(y))).collect()
        })
        .collect()
}

fn polygons(path: &str) -> MultiPolygon<f64> {
    let line = |ring: &Vec<(i32, i32)>| {
        LineString::new(ring.iter().map(|(x, y)| Coord { x: f64::from(*x), y: f64::from(*y) }).collect())
    };
    MultiPolygon::new(rings(path).iter().map(|it| Polygon::new(line(it), vec![])).collect())
}

#[test]
fn what_is_drawn_has_neither_gaps_nor_overlaps() {
    for edition in both() {
        let sheet = sheet(&edition);
        let shapes: Vec<MultiPolygon<f64>> = sheet.shapes.iter().map(|it| polygons(&it.path)).collect();
        let sum: f64 = shapes.iter().map(geo::Area::unsigned_area).sum();
        for (at, one) in shapes.iter().enumerate() {
            for other in shapes.iter().skip(at + 1) {
                let common = one.intersection(other).unsigned_area();
                assert!(common < 1.0, "{common} square units lie in two wards");
            }
        }
        let whole = shapes.iter().skip(1).fold(shapes[0].clone(), |all, it| all.union(it));
        assert!((whole.unsigned_area() - sum).abs() < 1.0);
        // A gap between wards would be a hole in the whole.
        let holes: usize = whole.iter().map(|it| it.interiors().len()).sum();
        assert_eq!(holes, 0, "{}", edition.plan().edition.place);
    }
}

#[test]
fn names_lie_clear_of_each_other() {
    // How wide a letter may be in bold, in sizes of type; and the sizes in which the stylesheet sets names on the sheet.
    const LETTER: f64 = 0.66;
    for edition in both() {
        let sheet = sheet(&edition);
        for (size, shown) in [(104.0, [Fit::Always].as_slice()), (85.0, &[Fit::Always, Fit::Large])] {
            let names = sheet.shapes.iter().zip(&edition.plan().wards).filter(|(it, _)| shown.contains(&it.fit));
            let boxes: Vec<(&str, [f64; 2], f64)> = names
                .map(|(it, ward)| {
                    let letters = f64::from(u32::try_from(ward.name.chars().count()).expect("a name"));
                    (ward.name.as_str(), it.at.map(f64::from), letters * LETTER * size)
                })
                .collect();
            assert!(boxes.len() > 1, "names stand on it");
            for (at, (one, [x, y], wide)) in boxes.iter().enumerate() {
                for (other, [to_x, to_y], other_wide) in &boxes[at + 1..] {
                    let meet = (x - to_x).abs() < (wide + other_wide) / 2.0 && (y - to_y).abs() < size;
                    assert!(!meet, "{one} and {other} in size {size}");
                }
            }
        }
    }
}

#[test]
fn every_ward_is_large_enough_to_press_on_the_smallest_phone() {
    /// The map's width on a page of 320 pixels.
    const NARROW: f64 = 288.0;
    let edition = ours();
    let sheet = sheet(&edition);
    for (shape, ward) in sheet.shapes.iter().zip(&edition.plan().wards) {
        let area = polygons(&shape.path);
        let rings: Vec<&LineString<f64>> = area.iter().map(Polygon::exterior).collect();
        let mut widest = 0.0_f64;
        for x in (0..3_000).step_by(25) {
            for y in (0..sheet.height).step_by(25) {
                let at = Coord { x: f64::from(x), y: f64::from(y) };
                if area.contains(&at) {
                    let edge = rings.iter().map(|it| Euclidean.distance(&geo::Point(at), *it)).fold(f64::MAX, f64::min);
                    widest = widest.max(2.0 * edge);
                }
            }
        }
        let pixels = widest * NARROW / WIDTH;
        println!("{}: a circle of {pixels:.0} pixels", ward.name);
        assert!(pixels >= 24.0, "{}: {pixels}", ward.name);
    }
}

#[test]
fn arrows_reach_every_ward_and_go_where_they_point() {
    for edition in both() {
        let sheet = sheet(&edition);
        let arrows = [Direction::Up, Direction::Down, Direction::Left, Direction::Right];
        let go = |from: usize, arrow| {
            sheet.towards(from, arrow, |it| edition.plan().wards[from].neighbours.iter().any(|ward| ward.index() == it))
        };
        let (mut reached, mut queue) = (vec![false; sheet.shapes.len()], vec![0]);
        while let Some(from) = queue.pop() {
            if std::mem::replace(&mut reached[from], true) {
                continue;
            }
            for arrow in arrows {
                let Some(to) = go(from, arrow) else { continue };
                let ([x, y], [to_x, to_y]) = (sheet.shapes[from].at, sheet.shapes[to].at);
                assert!(match arrow {
                    Direction::Up => to_y < y,
                    Direction::Down => to_y > y,
                    Direction::Left => to_x < x,
                    Direction::Right => to_x > x,
                });
                queue.push(to);
            }
        }
        assert!(reached.iter().all(|it| *it), "{}: {reached:?}", edition.plan().edition.place);
    }
}
