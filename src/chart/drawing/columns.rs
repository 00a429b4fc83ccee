//! Columns from the ground up, over their labels: where there is room for the labels.

use super::picture::{Mark, Picture, Place, float, ground, values};
use super::style::Style;
use crate::chart::sheet::Panel;
use charming::element::AxisLabel;

/// How high the highest column is, in sizes of text.
const HEIGHT: f64 = 9.0;

/// Whether each column has room for its label and its number.
pub(super) fn fit(picture: &Picture<'_>, panel: &Panel, marks: &[Vec<Option<Mark<'_>>>], width: f64) -> bool {
    let labels = panel.rows.iter().flat_map(|it| it.short.lines());
    let numbers = marks.iter().flatten().flatten().map(|it| it.point.shown.as_str());
    let widths = labels.chain(numbers).map(|it| picture.width_of(it, Style::Quiet));
    let needs = widths.fold(0.0, f64::max) + 0.35 * picture.em;
    panel.series.len() == 1 && panel.ends.0 >= 0 && needs <= slot(panel, width)
}

fn slot(panel: &Panel, width: f64) -> f64 {
    width / float(panel.rows.len().max(1))
}

/// Sets the panel, and says where it ends.
pub(super) fn columns(picture: &mut Picture<'_>, panel: &Panel, marks: &[Vec<Option<Mark<'_>>>], place: Place) -> f64 {
    let (em, line) = (picture.em, picture.line(Style::Quiet));
    let area = [place.x, place.y + 1.3 * line, place.width, HEIGHT * em];
    let labels = panel.rows.iter().map(|it| it.short.clone()).collect();
    let across = ground(labels).axis_label(AxisLabel::new().interval(0.0).font_size(Style::Quiet.size() * em));
    let grid = picture.grid(area, across, values(panel.ends));
    for series in marks {
        let thick = (0.62 * slot(panel, place.width)).min(3.0 * em);
        let bars = picture.bars(grid, series, thick, Style::Quiet);
        picture.add(|it| it.series(bars));
    }
    let lines = panel.rows.iter().map(|it| it.short.lines().count()).max().unwrap_or(0).max(1);
    area[1] + area[3] + 0.5 * em + float(lines) * line
}
