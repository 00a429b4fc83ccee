//! Bars from left to right: under their names where it is narrow, beside them where it is wide or names are short.

use super::layout::{Bar, Pen, Plot, Side, Style, float};
use crate::chart::sheet::{Lie, Panel, Row};

/// Where the names of rows stand.
#[derive(Clone, Copy, PartialEq)]
enum Names {
    /// Over the bars.
    Above,
    /// To the left of the bars, with what must be read with them.
    Left(f64),
    /// To the left of the bars, in a column as wide as the longest; what must be read with them stands under the bars.
    Short(f64),
}

/// How far words keep from bars and from the line of nought, in sizes of text.
const OFF: f64 = 0.4;

/// How values become pixels.
struct Scale {
    /// Where nought is, from the plot's left.
    zero: f64,
    /// Pixels for one.
    unit: f64,
}

pub(super) fn rows(pen: &mut Pen<'_>, at: usize, panel: &Panel, (x, y): (f64, f64), width: f64) -> f64 {
    let em = pen.em;
    let names = names(pen, panel, width);
    let gap = em;
    let (left, room) = match names {
        Names::Above => (x, width),
        Names::Left(names) | Names::Short(names) => (x + names + gap, width - names - gap),
    };
    let thick = if panel.series.len() > 1 { 0.95 * em } else { 1.15 * em };
    let lifted = lifted(pen, at, panel, room);
    let scale = scale(pen, at, panel, room, &lifted);
    let mut bars: Vec<Vec<Bar>> = panel.series.iter().map(|_| Vec::new()).collect();
    let mut grounds = Vec::new();
    let mut top = y;
    for (place, row) in panel.rows.iter().enumerate() {
        if place > 0 {
            top += if panel.rows.iter().any(|it| !it.detail.is_empty()) { 1.1 * em } else { 0.8 * em };
        }
        let mut words_end = top;
        let mut marks_top = top;
        if let Names::Above | Names::Left(_) = names {
            let most = if let Names::Left(names) = names { names } else { width };
            words_end = pen.block((x, top), most, &row.label, Style::Name);
            words_end = pen.block((x, words_end), most, &row.detail, Style::Quiet);
        }
        if names == Names::Above {
            marks_top = words_end + 0.25 * em;
        }
        let marks: Vec<(usize, usize, i64, String)> = pen
            .marks(at, place)
            .into_iter()
            .map(|(point, it)| (point, it.series, it.value, it.shown.clone()))
            .collect();
        let mut mark = marks_top;
        for (nth, (point, series, value, shown)) in marks.into_iter().enumerate() {
            if nth > 0 {
                mark += 0.3 * em;
            }
            let end = scale.zero + float(value) * scale.unit;
            let line = pen.line(Style::Number);
            if lifted.contains(&point) {
                // Off the line of nought, where that is at the edge.
                let off = if scale.zero < OFF * em { OFF * em } else { 0.0 };
                mark = pen.block((left + off, mark), room - off, &shown, Style::Number);
            } else {
                let beside = mark + (thick - line) / 2.0;
                let (number, side) =
                    if value < 0 { (end - OFF * em, Side::Right) } else { (end + OFF * em, Side::Left) };
                pen.set((left + number, beside), side, vec![shown], Style::Number);
            }
            if let Some(bars) = bars.get_mut(series) {
                bars.push(Bar { at: mark + thick / 2.0 - y, point });
            }
            mark += thick;
        }
        grounds.push((marks_top - y, mark - y));
        if let Names::Short(_) = names {
            let middle = marks_top + (mark - marks_top - pen.line(Style::Name)) / 2.0;
            pen.set((x, middle), Side::Left, vec![row.label.clone()], Style::Name);
            if !row.detail.is_empty() {
                mark = pen.block((x, mark + 0.5 * em), width, &row.detail, Style::Quiet);
            }
        }
        top = mark.max(words_end);
    }
    let ends = (-scale.zero / scale.unit, (room - scale.zero) / scale.unit);
    let height = top - y;
    // With all words beside them the rows share one line.
    if let Names::Left(_) = names {
        grounds = vec![(0.0, height)];
    }
    pen.out.plots.push(Plot { left, top: y, width: room, height, lie: Lie::Rows, ends, grounds, thick, bars });
    top
}

fn names(pen: &Pen<'_>, panel: &Panel, width: f64) -> Names {
    let longest = panel.rows.iter().map(|it| pen.wide(&it.label, Style::Name)).fold(0.0, f64::max);
    let detailed = |it: &Row| !it.detail.is_empty();
    if longest <= 0.3 * width && !(panel.rows.iter().all(detailed) && width > 36.0 * pen.em) {
        Names::Short(longest)
    } else if width >= 36.0 * pen.em {
        let most = 0.42 * width;
        Names::Left(if panel.rows.iter().any(detailed) { most } else { longest.min(most) })
    } else {
        Names::Above
    }
}

/// Marks whose words are so long that they stand over their bar and not at its end.
fn lifted(pen: &Pen<'_>, at: usize, panel: &Panel, room: f64) -> Vec<usize> {
    let most = panel.ends.0.unsigned_abs().max(panel.ends.1.unsigned_abs()).max(1);
    let of = pen.chart.points.iter().enumerate().filter(|(_, it)| it.panel == at);
    let long = of.filter(|(_, it)| {
        let words = pen.wide(&it.shown, Style::Number);
        #[expect(clippy::cast_precision_loss, reason = "a part of one")]
        let share = it.value.unsigned_abs() as f64 / most as f64;
        // What is left beside a bar that gets half of the room at most.
        words + OFF * pen.em > room * (1.0 - 0.55 * share)
    });
    let mut lifted: Vec<usize> = long.map(|(point, _)| point).collect();
    // Words to the left of nought and words to the right of it share the room.
    loop {
        let marks = marks(pen, at, &lifted);
        let (least, most) = ends(panel);
        let (left, right) = needs(&marks, (least, most), LEAST * room / (most - least).max(1.0));
        let widest = |left: bool| {
            let of = marks.iter().filter(move |it| (it.1 < 0.0) == left);
            of.max_by(|one, other| one.2.total_cmp(&other.2))
        };
        let next = widest(left >= right).or_else(|| widest(left < right));
        match next {
            Some(next) if left + right > room => lifted.push(next.0),
            _ => return lifted,
        }
    }
}

/// The least part of the room that the longest bars on both sides of nought have.
const LEAST: f64 = 0.2;

/// The two ends of the value axis.
fn ends(panel: &Panel) -> (f64, f64) {
    (float(panel.ends.0.min(0)), float(panel.ends.1.max(0)))
}

/// Marks with their words at their ends: place among the points, value, width of the words.
fn marks(pen: &Pen<'_>, at: usize, lifted: &[usize]) -> Vec<(usize, f64, f64)> {
    let of = pen.chart.points.iter().enumerate().filter(|(point, it)| it.panel == at && !lifted.contains(point));
    of.map(|(point, it)| (point, float(it.value), pen.wide(&it.shown, Style::Number) + 0.5 * pen.em)).collect()
}

/// How much room is needed on each side of nought in a scale.
fn needs(marks: &[(usize, f64, f64)], (least, most): (f64, f64), unit: f64) -> (f64, f64) {
    let left = marks.iter().filter(|it| it.1 < 0.0).map(|(_, value, words)| words - value * unit);
    let right = marks.iter().filter(|it| it.1 >= 0.0).map(|(_, value, words)| value * unit + words);
    (left.fold(-least * unit, f64::max), right.fold(most * unit, f64::max))
}

/// The greatest scale in which every bar has room with its words.
fn scale(pen: &Pen<'_>, at: usize, panel: &Panel, room: f64, lifted: &[usize]) -> Scale {
    let (least, most) = ends(panel);
    let marks = marks(pen, at, lifted);
    let (mut low, mut high) = (0.0, room / (most - least).max(1.0));
    for _ in 0..40 {
        let middle = f64::midpoint(low, high);
        let (left, right) = needs(&marks, (least, most), middle);
        if left + right <= room { low = middle } else { high = middle }
    }
    let unit = low.max(f64::EPSILON);
    Scale { zero: needs(&marks, (least, most), unit).0, unit }
}
