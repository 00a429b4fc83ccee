//! Bars from left to right. Names stand beside them where all are short, else each over its own.

use super::picture::{Mark, Picture, Place, float, ground, on, round, values};
use super::style::Style;
use crate::chart::sheet::{Lie, Panel, Row};
use charming::datatype::{DataPoint, DataPointItem};
use charming::element::{AxisLabel, AxisLine, ItemStyle, Label, LabelPosition};
use charming::series::Bar;

/// How thick a bar is, in sizes of text.
const THICK: f64 = 1.2;
/// The room between one row and the next.
const GAP: f64 = 1.1;
/// What lies between a name and the bars under it.
const UNDER: f64 = 0.3;
/// What lies between a name and the bars beside it, and between a bar and its number.
const OFF: f64 = 0.6;

/// Sets the panel, and says where it ends.
pub(super) fn rows(picture: &mut Picture<'_>, panel: &Panel, marks: &[Vec<Option<Mark<'_>>>], place: Place) -> f64 {
    let (em, count) = (picture.em, float(panel.rows.len()));
    let column = column(picture, panel, place.width);
    let names: Vec<Name> = panel.rows.iter().map(|it| name(picture, it, place.width)).collect();
    let name = names.iter().map(|it| it.high).fold(0.0, f64::max) + (GAP + UNDER) * em;
    let lines = shown(marks).map(|it| it.shown.len()).max().unwrap_or(1);
    let thick = (THICK * em).max(float(lines) * picture.line(Style::Strong));
    let bars = thick * if panel.lie == Lie::Stack { 1.0 } else { float(panel.series.len()) };
    // A row lies in the middle of its band: beside its name with half of the gap on each side, under it with all of the gap above.
    let (high, above) = match column {
        Some(_) => (picture.line(Style::Name).max(bars) + GAP * em, GAP * em / 2.0),
        None => (name + bars, GAP * em),
    };

    let beside = column.map_or(0.0, |it| it + OFF * em);
    let [left, right] = numbers(picture, marks, place.width - beside);
    let (x, width) = (place.x + beside + left, place.width - beside - left - right);
    let labels = panel.rows.iter().map(|it| it.label.clone()).collect();
    let across = ground(labels).inverse(true).axis_label(AxisLabel::new().show(column.is_some()).interval(0.0));
    let across = across.axis_line(AxisLine::new().show(false));
    let grid = picture.grid([x, place.y - above, width, count * high], values(panel.ends), across);
    if column.is_none() {
        let back = left + width * share(-panel.ends.0.min(0), panel.ends);
        let names = over(picture, &names, grid, name, back);
        picture.add(|it| it.series(names));
    }
    for series in marks {
        let mut bars = picture.bars(grid, series, thick, Style::Strong);
        if panel.lie == Lie::Stack {
            bars = bars.stack("whole");
        }
        picture.add(|it| it.series(bars));
    }
    place.y + count * high - GAP * em
}

/// Names over their bars: the labels of bars that come first in each row, as thick as names are high and of no length. From nought,
/// where these are, to the left edge of all it is so far `back`.
fn over(picture: &Picture<'_>, names: &[Name], grid: f64, thick: f64, back: f64) -> Bar {
    let items = names.iter().map(|it| DataPoint::Item(DataPointItem::new(0).name(it.lines.as_str())));
    let label = Label::new().show(true).silent(true).position(LabelPosition::InsideBottomLeft).distance(0.0);
    let label = label.offset((round(-back), round(-UNDER * picture.em))).formatter("{b}");
    // They would have an outline in a colour of the library's.
    let ground = ItemStyle::new().color(picture.theme.surface);
    on(grid, thick).item_style(ground).label(label).data(items.collect())
}

/// Which share of an axis lies within a part of it.
fn share(part: i64, (least, most): (i64, i64)) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "counts, shares and pounds are far smaller")]
    let share = part as f64 / (most.max(1) - least.min(0)) as f64;
    share
}

/// How much room numbers need to the left of the longest bars and to the right of them. Where that is nearly all, bars keep a
/// little.
fn numbers(picture: &Picture<'_>, marks: &[Vec<Option<Mark<'_>>>], all: f64) -> [f64; 2] {
    let sides = [true, false].map(|left| {
        let numbers = shown(marks).filter(|it| (it.point.value < 0) == left).flat_map(|it| &it.shown);
        numbers.map(|it| picture.width_of(it, Style::Strong) + OFF * picture.em).fold(0.0, f64::max)
    });
    let share = ((all - picture.em).max(0.0) / sides.iter().sum::<f64>()).min(1.0);
    sides.map(|it| it * share)
}

fn shown<'a>(marks: &'a [Vec<Option<Mark<'a>>>]) -> impl Iterator<Item = &'a Mark<'a>> {
    marks.iter().flatten().flatten()
}

/// How wide the column of names is; none where they stand over their bars.
fn column(picture: &Picture<'_>, panel: &Panel, width: f64) -> Option<f64> {
    let all = panel.rows.iter().map(|it| picture.width_of(&it.label, Style::Name)).fold(0.0, f64::max);
    let plain = panel.rows.iter().all(|it| it.detail.is_empty());
    (plain && all <= 0.3 * picture.steady(width)).then_some(all)
}

/// What stands at a row: its name, and under it what must be read with it.
struct Name {
    lines: String,
    high: f64,
}

fn name(picture: &Picture<'_>, row: &Row, width: f64) -> Name {
    let (mut lines, mut high) = (Vec::new(), 0.0);
    for (words, class, style) in [(&row.label, "name", Style::Name), (&row.detail, "quiet", Style::Quiet)] {
        for line in picture.lines(words, style, width) {
            lines.push(["{", class, "|", &line.replace(['{', '}'], ""), "}"].concat());
            high += picture.line(style);
        }
    }
    Name { lines: lines.join("\n"), high }
}
