//! A ward beside its borough: two small panels, each with an axis of its own, because the one is part of the other and many
//! times smaller. Wards are never set beside each other.

use super::bars::{bars, fit_as_columns, most, names, short_names, values};
use super::beside::{Beside, Label, Series};
use super::sheet::{Chart, Nothing, Panel, Picture, Row, Shown};
use super::words::ward::{
    complete, counts_message, months_message, notes, place, points, share_points, shares_message, shares_spoken,
    spoken, subtitle, table, types_message,
};

use charming::component::Axis;

pub use super::words::ward::LEAST_FOR_A_SHARE;

/// The two series. A ward may have the name of its area, and series of one name have one look.
const PLACES: [&str; 2] = ["ward", "area"];

/// A chart of areas: its stable id, what it is called, and what its first column holds.
struct Kind {
    id: &'static str,
    name: &'static str,
    of: &'static str,
}

const MONTHS: Kind = Kind { id: "ward-by-month", name: "Month by month", of: "Month" };
const TYPES: Kind = Kind { id: "ward-by-type", name: "By type", of: "Type" };
const AGES: Kind = Kind { id: "ward-by-age", name: "People by age", of: "Age" };

/// Counts by month, of a ward and of the whole area: columns, where there is room.
#[must_use]
pub fn months(data: &Beside) -> Shown {
    counts(data, &MONTHS, months_message(data))
}

/// Counts by type, of a ward and of the whole area; most in the ward first.
#[must_use]
pub fn types(data: &Beside) -> Shown {
    let mut order: Vec<usize> = (0..data.labels.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(data.ward.counts.get(*at).copied().unwrap_or(0)));
    let pick = |series: &Series| Series {
        place: series.place.clone(),
        counts: order.iter().filter_map(|at| series.counts.get(*at).copied()).collect(),
    };
    let sorted = Beside {
        labels: order.iter().filter_map(|at| data.labels.get(*at).cloned()).collect(),
        ward: pick(&data.ward),
        area: pick(&data.area),
        ..data.clone()
    };
    counts(&sorted, &TYPES, types_message(&sorted))
}

/// People by age, of a ward and of the whole area: as shares, which can stand on one axis, where every count allows it.
#[must_use]
pub fn ages(data: &Beside) -> Shown {
    let all = |series: &Series| series.counts.iter().all(|it| *it >= LEAST_FOR_A_SHARE);
    if complete(data) && all(&data.ward) && all(&data.area) { shares(data) } else { counts(data, &AGES, String::new()) }
}

fn rows(labels: &[Label]) -> Vec<Row> {
    labels.iter().map(|it| Row::new(&*it.full, "", false).in_short(&*it.short)).collect()
}

/// Two panels of counts, each with axes of its own.
fn counts(data: &Beside, kind: &Kind, message: String) -> Shown {
    if !complete(data) {
        return nothing(data, kind);
    }
    let (rows, points) = (rows(&data.labels), points(data));
    let in_columns = kind.id == MONTHS.id && fit_as_columns(&rows, &points);
    let panel = |of: &Series| Panel { title: of.place.clone(), rows: rows.clone() };
    Shown::Chart(Box::new(Chart {
        id: kind.id.into(),
        name: kind.name.into(),
        sentence: spoken(data, in_columns),
        headline: counts_message(data, message),
        subtitle: subtitle(data, &data.measure),
        table: table(data, kind.of, false),
        source: ["Source: ", &data.source].concat(),
        key: vec![],
        notes: notes(data, "The two panels have axes of their own: compare the shape, not the height."),
        points,
        panels: vec![panel(&data.ward), panel(&data.area)],
        bars: 1,
        picture: Picture(panels),
        columns: in_columns.then_some(Picture(columns)),
    }))
}

/// For each panel a bar for each count, one under the other.
fn panels(chart: &Chart) -> charming::Chart {
    each(chart, |picture, long, axis| picture.x_axis(long).y_axis(names(chart.rows()).grid_index(axis)))
}

/// For each panel a column for each count.
fn columns(chart: &Chart) -> charming::Chart {
    each(chart, |picture, long, axis| picture.x_axis(short_names(chart.rows()).grid_index(axis)).y_axis(long))
}

/// The counts of each place in a panel of its own, on the axes that it is given: they get the one along which these counts are long.
fn each(chart: &Chart, axes: impl Fn(charming::Chart, Axis, i32) -> charming::Chart) -> charming::Chart {
    PLACES.into_iter().zip([0, 1]).enumerate().fold(charming::Chart::new(), |picture, (series, (name, axis))| {
        let long = values(0, most(chart.points.iter().filter(|it| it.series == series))).grid_index(axis);
        axes(picture, long, axis).series(bars(chart, series, name).x_axis_index(axis).y_axis_index(axis))
    })
}

/// For each row a bar of the ward over one of the area.
fn both(chart: &Chart) -> charming::Chart {
    charming::Chart::new()
        .x_axis(values(0, most(&chart.points)))
        .y_axis(names(chart.rows()))
        .series(bars(chart, 0, PLACES[0]))
        .series(bars(chart, 1, PLACES[1]))
}

/// One panel of shares, in which each row has a bar of the ward and one of the area.
fn shares(data: &Beside) -> Shown {
    let (rows, points) = (rows(&data.labels), share_points(data));
    Shown::Chart(Box::new(Chart {
        id: AGES.id.into(),
        name: AGES.name.into(),
        sentence: shares_spoken(data),
        headline: shares_message(data),
        subtitle: subtitle(data, &["share of ", &*data.measure, ", per cent"].concat()),
        table: table(data, AGES.of, true),
        source: ["Source: ", &data.source].concat(),
        key: vec![],
        notes: notes(data, "Shares are rounded to whole per cent, so they need not add up to 100."),
        points,
        panels: Panel::only(rows),
        bars: 2,
        picture: Picture(both),
        columns: None,
    }))
}

fn nothing(data: &Beside, kind: &Kind) -> Shown {
    Shown::Nothing(Nothing {
        id: kind.id.into(),
        name: kind.name.into(),
        what: "No figures to draw".to_owned(),
        why: ["There are no figures of this kind for ", place(&data.ward), "."].concat(),
        filtered: false,
    })
}
