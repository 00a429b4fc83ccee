//! The panels of a chart, in their places.

use super::picture::{Mark, Picture, Place};
use super::style::Style;
use super::{columns, rows};
use crate::chart::sheet::{Chart, Lie, Panel, Point};

/// Sets all panels: those that have titles side by side where there is room, else one under the other.
pub(super) fn panels(picture: &mut Picture<'_>, chart: &Chart) {
    let (gap, width) = (2.5 * picture.em, picture.width());
    let half = (width - gap) / 2.0;
    let beside = picture.wide && chart.panels.iter().any(|it| !it.title.is_empty());
    let (mut y, mut lowest) = (picture.y, picture.y);
    for (at, panel) in chart.panels.iter().enumerate() {
        let second = beside && at % 2 == 1;
        if at > 0 && !second {
            y = lowest + 1.75 * picture.em;
        }
        let x = if second { picture.edge + half + gap } else { picture.edge };
        let place = Place { x, y, width: if beside { half } else { width } };
        let points: Vec<&Point> = chart.points.iter().filter(|it| it.panel == at).collect();
        lowest = lowest.max(set(picture, panel, &points, place));
    }
    picture.y = lowest;
}

fn set(picture: &mut Picture<'_>, panel: &Panel, points: &[&Point], mut place: Place) -> f64 {
    if !panel.title.is_empty() {
        place.y = picture.title(place, &panel.title, Style::Strong) + 0.5 * picture.em;
    }
    let marks = marks(picture, panel, points, place.width);
    let room = match panel.lie {
        Lie::Rows | Lie::Stack => None,
        Lie::Columns => Some(place.width),
        Lie::Steps => Some(picture.steady(place.width)),
    };
    if room.is_some_and(|it| columns::fit(picture, panel, &marks, it)) {
        columns::columns(picture, panel, &marks, place)
    } else {
        rows::rows(picture, panel, &marks, place)
    }
}

/// The marks of a panel, by series and row.
fn marks<'c>(picture: &Picture<'_>, panel: &Panel, points: &[&'c Point], width: f64) -> Vec<Vec<Option<Mark<'c>>>> {
    let room = 0.55 * picture.steady(width);
    let of = |series: usize, row: usize| {
        let point = points.iter().find(|it| (it.series, it.row) == (series, row))?;
        Some(Mark { point, shown: picture.lines(&point.shown, Style::Strong, room) })
    };
    (0..panel.series.len()).map(|series| (0..panel.rows.len()).map(|row| of(series, row)).collect()).collect()
}
