//! Reading the map: `wards.geojson`, as mapping programs write it, with the line of every mistake.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::super::super::area::boundaries::{Boundaries, Point, Shape, Side, side_of_ring};
use super::super::super::{OriginId, WardId};
use super::super::context::LoadContext;
use super::super::file::File;
use super::super::files::Text;
use super::super::problem::{Place, Problems};
use super::arcs;
use super::lines::{Border, Lines};
use super::wards::Wards;

#[derive(Deserialize)]
struct Collection<'a> {
    #[serde(borrow)]
    origin: Option<&'a RawValue>,
    #[serde(borrow)]
    features: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct Feature<'a> {
    #[serde(borrow)]
    properties: &'a RawValue,
    #[serde(borrow)]
    geometry: &'a RawValue,
}

/// What is read of a ward's properties; a file of the mapping agency has many more.
#[derive(Deserialize)]
struct Properties {
    code: String,
    label_lon: f64,
    label_lat: f64,
    area_ha: f64,
}

#[derive(Deserialize)]
struct Geometry<'a> {
    r#type: String,
    #[serde(borrow)]
    coordinates: &'a RawValue,
}

/// The text with the lines on which its values stand.
struct Source<'a> {
    text: &'a str,
    problems: &'a Problems,
}

impl Source<'_> {
    /// Where a piece of the text begins.
    fn place(&self, piece: &str) -> Place {
        let at = (piece.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        let before = self.text.get(..at).unwrap_or_default();
        Place { file: File::Boundaries, line: 1 + before.matches('\n').count() }
    }

    fn read<'b, T: Deserialize<'b>>(&self, value: &'b RawValue, what: &str) -> Option<T> {
        match serde_json::from_str(value.get()) {
            Ok(it) => Some(it),
            Err(error) => {
                let place = self.place(value.get());
                let line = place.line + error.line().saturating_sub(1);
                let told = in_plain_words(&error.to_string());
                self.problems.add(Place { line, ..place }, format!("{what}: {told}"));
                None
            }
        }
    }
}

/// What the parser says, without its count of lines, which starts in the middle of the file.
fn in_plain_words(message: &str) -> String {
    let message = message.split(" at line ").next().unwrap_or(message);
    let told = message.strip_prefix("missing field ").map(|it| format!("{} is missing. Add it", it.replace('`', "”")));
    let told = told.map(|it| it.replacen('”', "“", 1));
    told.unwrap_or_else(|| format!("it cannot be read ({message}). See data/README.md for its form"))
}

/// The boundaries of all wards; none where the file could not be read or has no feature.
pub(super) fn boundaries(text: Option<&Text>, wards: &Wards<'_>, context: &LoadContext<'_>) -> Boundaries {
    let problems = context.problems;
    let mut boundaries = Boundaries { origin: OriginId(0), arcs: Vec::new(), shapes: Vec::new() };
    let Some(text) = text else { return boundaries };
    let source = Source { text: &text.text, problems };
    let collection: Collection<'_> = match serde_json::from_str(&text.text) {
        Ok(it) => it,
        Err(error) => {
            let place = Place { file: File::Boundaries, line: error.line() };
            problems.add(place, format!("this file is no GeoJSON: {}", in_plain_words(&error.to_string())));
            problems.mute(File::Boundaries);
            return boundaries;
        }
    };
    if collection.features.is_empty() {
        return boundaries;
    }
    boundaries.origin = origin(&collection, &source, context);
    let mut lines = Lines::default();
    let mut labels: Vec<Option<Label>> = wards.list.iter().map(|_| None).collect();
    for feature in &collection.features {
        read_feature(feature, &source, wards, &mut lines, &mut labels);
    }
    if wards.whole {
        let have: Vec<bool> = labels.iter().map(Option::is_some).collect();
        wards.check_all_there(&have, File::Boundaries, "feature", problems);
    }
    lines.check(wards, problems);
    check_neighbours(&lines, wards, problems);
    check_labels(&lines, &labels, wards, problems);
    if !problems.is_empty() {
        return boundaries;
    }
    let (arcs, rings) = arcs::arcs(&lines, wards.list.len());
    boundaries.arcs = arcs;
    let shapes = rings.into_iter().zip(labels);
    boundaries.shapes = shapes
        .map(|(rings, label)| {
            let label = label.unwrap_or_default();
            Shape { rings, label: label.point, tenths_of_hectares: label.tenths }
        })
        .collect();
    boundaries
}

/// The collection's own member `origin`: the id of a record in origins.toml.
fn origin(collection: &Collection<'_>, source: &Source<'_>, context: &LoadContext<'_>) -> OriginId {
    let Some(value) = collection.origin else {
        let message =
            "“origin” is missing. Add \"origin\": \"…\", with the id of a record in origins.toml, beside “features”";
        source.problems.add(Place { file: File::Boundaries, line: 1 }, message);
        return OriginId(0);
    };
    let id: String = source.read(value, "“origin”").unwrap_or_default();
    let found = context.origins.look_up(&id, source.place(value.get()), source.problems);
    OriginId(found.unwrap_or_default())
}

#[derive(Clone, Copy)]
pub(super) struct Label {
    point: Point,
    tenths: u32,
    place: Place,
}

impl Default for Label {
    fn default() -> Self {
        Self { point: Point::default(), tenths: 0, place: Place::whole(File::Boundaries) }
    }
}

fn read_feature(
    value: &RawValue,
    source: &Source<'_>,
    wards: &Wards<'_>,
    lines: &mut Lines,
    labels: &mut [Option<Label>],
) {
    let problems = source.problems;
    let Some(feature) = source.read::<Feature<'_>>(value, "this feature") else { return };
    let place = source.place(feature.properties.get());
    let Some(properties) = source.read::<Properties>(feature.properties, "the properties of this feature") else {
        return;
    };
    let Some(ward) = wards.by_code(&properties.code) else {
        if wards.whole {
            let code = &properties.code;
            problems.add(
                place,
                format!("no ward in wards.toml has the code “{code}”. Correct it, or take the feature out"),
            );
        }
        return;
    };
    if labels[ward.index()].is_some() {
        problems.add(place, format!("ward “{}” has two features. Take one of them out", wards.name(ward)));
        return;
    }
    let hectares = properties.area_ha * 10.0;
    if !(0.5..1e8).contains(&hectares) {
        problems.add(place, "“area_ha” should be the extent of the ward in hectares, such as 469.8");
    }
    let point = point([properties.label_lon, properties.label_lat]);
    if point.is_none() {
        problems.add(place, "“label_lon” and “label_lat” should be degrees, such as -1.65641 and 52.63385");
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "its range was looked at")]
    let tenths = hectares.round().clamp(0.0, 1e8) as u32;
    labels[ward.index()] = Some(Label { point: point.unwrap_or_default(), tenths, place });
    let Some(geometry) = source.read::<Geometry<'_>>(feature.geometry, "the geometry of this feature") else { return };
    let coordinates = geometry.coordinates;
    let polygons: Vec<&RawValue> = match geometry.r#type.as_str() {
        "Polygon" => vec![coordinates],
        "MultiPolygon" => source.read(coordinates, "these coordinates").unwrap_or_default(),
        other => {
            let message = format!("the geometry is a “{other}”, but should be a Polygon or a MultiPolygon");
            return problems.add(source.place(feature.geometry.get()), message);
        }
    };
    for polygon in polygons {
        let rings: Vec<&RawValue> = source.read(polygon, "this polygon").unwrap_or_default();
        for ring in rings {
            let points: Vec<&RawValue> = source.read(ring, "this polygon").unwrap_or_default();
            read_ring(&points, source.place(ring.get()), source, ward, lines);
        }
    }
}

fn read_ring(values: &[&RawValue], start: Place, source: &Source<'_>, ward: WardId, lines: &mut Lines) {
    let problems = source.problems;
    let mut ring: Vec<(Point, usize)> = Vec::new();
    for value in values {
        let place = source.place(value.get());
        let Some(degrees) = source.read::<[f64; 2]>(value, "this point") else { return };
        let Some(found) = point(degrees) else {
            return problems.add(place, "this point is nowhere on Earth. Write longitude, then latitude, in degrees");
        };
        if ring.last().is_some_and(|(last, _)| *last == found) {
            problems.add(place, "this point is the same as the one before it. Take one of the two out");
        } else {
            ring.push((found, place.line));
        }
    }
    if ring.len() < 4 {
        let message = "this polygon has too few points: a closed line needs four, of which the last is the first";
        return problems.add(start, message);
    }
    let (first, last) = (ring[0], ring[ring.len() - 1]);
    if first.0 != last.0 {
        let place = Place { line: last.1, ..start };
        let message = "this polygon is not closed. Write its first point once more, as its last";
        return problems.add(place, message);
    }
    lines.add(Border { ward, points: ring });
}

/// Degrees as a point; none where they are none.
fn point([lon, lat]: [f64; 2]) -> Option<Point> {
    let inside = (-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat);
    #[expect(clippy::cast_possible_truncation, reason = "its range was looked at")]
    let millionths = |degrees: f64| (degrees * 1e6).round() as i32;
    inside.then(|| Point { x: millionths(lon), y: millionths(lat) })
}

/// Neighbours in wards.toml are the wards that share a line.
fn check_neighbours(lines: &Lines, wards: &Wards<'_>, problems: &Problems) {
    let sharing = lines.neighbours();
    let has_border = |ward: WardId| lines.borders.iter().any(|it| it.ward == ward);
    for (at, ward) in wards.list.iter().enumerate() {
        let (one, name) = (Wards::id(at), &ward.value.id);
        for other in (0..wards.list.len()).map(Wards::id).filter(|it| *it != one && has_border(one) && has_border(*it))
        {
            let neighbour = &wards.list[other.index()].value.id;
            let listed = ward.value.neighbours.contains(&other);
            // Where only one of the two is without the other, that is told elsewhere.
            let listed_there = wards.list[other.index()].value.neighbours.contains(&one);
            let shares = sharing.contains(&(one.min(other), one.max(other)));
            let message = match (listed, shares) {
                (true, false) => format!(
                    "ward “{name}” has “{neighbour}” as a neighbour, but their boundaries in wards.geojson share no line. \
                     Take it out of its neighbours, or correct the boundaries"
                ),
                (false, true) if !listed_there && one < other => format!(
                    "ward “{name}” shares a line with “{neighbour}” in wards.geojson, but does not have it as a neighbour. \
                     Add it to its neighbours, or correct the boundaries"
                ),
                _ => continue,
            };
            problems.add(ward.place, message);
        }
    }
}

/// A ward's name is written where its label point is, and its extent is printed.
fn check_labels(lines: &Lines, labels: &[Option<Label>], wards: &Wards<'_>, problems: &Problems) {
    for (at, label) in labels.iter().enumerate() {
        let Some(label) = label else { continue };
        let ward = Wards::id(at);
        let mut rings = lines.borders.iter().filter(|it| it.ward == ward).peekable();
        if rings.peek().is_none() {
            continue;
        }
        let mut inside = false;
        let mut hectares = 0.0;
        for ring in rings {
            let ring: Vec<Point> = ring.points[1..].iter().map(|it| it.0).collect();
            inside ^= side_of_ring(&ring, label.point) == Side::Inside;
            hectares += lines.hectares(&ring);
        }
        let name = wards.name(ward);
        if !inside {
            let message = format!("the label point of ward “{name}” is not inside it. Move it there");
            problems.add(label.place, message);
        }
        let stated = f64::from(label.tenths) / 10.0;
        if (hectares.abs() - stated).abs() > (0.02 * stated).max(0.2) {
            let message = format!(
                "“area_ha” says that ward “{name}” has {stated} hectares, but its polygon has {:.1}. Correct one of them",
                hectares.abs()
            );
            problems.add(label.place, message);
        }
    }
}
