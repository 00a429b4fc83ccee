//! What the charts' specifications share: the axis that bars stand on, the axis along which they are long, and bars with a number
//! at the end of each.

use super::sheet::{Chart, MARK, Point, Row};
use charming::component::Axis;
use charming::datatype::{CompositeValue, DataPoint, DataPointItem};
use charming::element::{AxisType, Label, LabelPosition};
use charming::series::Bar;

/// The axis that bars stand on, from top to bottom, with a name for each row.
pub(super) fn names(rows: &[Row]) -> Axis {
    Axis::new().type_(AxisType::Category).inverse(true).data(rows.iter().map(written).collect())
}

/// The axis that columns stand on, with a short name for each.
pub(super) fn short_names(rows: &[Row]) -> Axis {
    Axis::new().type_(AxisType::Category).data(rows.iter().map(short).collect())
}

/// The axis along which bars are long, from the least to the most. Nought is always on it: bars start there.
pub(super) fn values(least: i64, most: i64) -> Axis {
    Axis::new().type_(AxisType::Value).min(least.min(0)).max(most.max(1))
}

/// The bars of one series of a chart, each with what is written at its mark. A row without a mark has an empty place.
pub(super) fn bars(chart: &Chart, series: usize, name: &str) -> Bar {
    let (points, rows) = (&chart.points, chart.rows().len());
    let bar = |row: usize| match points.iter().find(|it| (it.series, it.row) == (series, row)) {
        Some(point) => DataPoint::Item(DataPointItem::new(point.value).name(point.shown.as_str())),
        None => DataPoint::Value(CompositeValue::from("-")),
    };
    // `{b}` is the name of a bar, which is what is written at it.
    let label = Label::new().show(true).position(LabelPosition::Outside).formatter("{b}");
    Bar::new().id(series.to_string()).name(name).label(label).data((0..rows).map(bar).collect())
}

/// The largest value of some marks.
pub(super) fn most<'a>(points: impl IntoIterator<Item = &'a Point>) -> i64 {
    points.into_iter().map(|it| it.value).max().unwrap_or(0)
}

/// Whether columns have room for their names and numbers where a picture is wide: so many letters in all.
pub(super) fn fit_as_columns(rows: &[Row], points: &[Point]) -> bool {
    const LETTERS: usize = 64;
    let names = rows.iter().flat_map(|it| it.short.lines());
    let widest = names.chain(points.iter().map(|it| it.shown.as_str())).map(|it| it.chars().count()).max();
    widest.unwrap_or(0) * rows.len() <= LETTERS
}

/// A name under its column; its mark has a line of its own.
pub(super) fn short(row: &Row) -> String {
    if row.marked { [&row.short, "\n", MARK].concat() } else { row.short.clone() }
}

/// What stands over bars, as the library takes words of two looks.
fn written(row: &Row) -> String {
    let plain = |words: &str| words.replace(['{', '}', '|'], "");
    if row.detail.is_empty() {
        return plain(&row.label);
    }
    ["{name|", &plain(&row.label), "}{quiet|\n", &plain(&row.detail), "}"].concat()
}
