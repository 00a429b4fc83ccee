//! Columns from the ground up, over their labels: where there is room for the labels.

use super::layout::{Bar, Pen, Plot, Side, Style, float};
use crate::chart::sheet::{Lie, Panel};

/// How high the highest column is, in sizes of text.
const HEIGHT: f64 = 9.0;

/// Whether each column has room for its label and its number.
pub(super) fn fit(pen: &Pen<'_>, at: usize, panel: &Panel, width: f64) -> bool {
    let labels = panel.rows.iter().map(|it| pen.wide(&it.short, Style::Quiet));
    let numbers = pen.chart.points.iter().filter(|it| it.panel == at).map(|it| pen.wide(&it.shown, Style::Quiet));
    let needs = labels.chain(numbers).fold(0.0, f64::max) + 0.35 * pen.em;
    panel.series.len() == 1 && panel.ends.0 >= 0 && needs <= slot(panel, width)
}

#[expect(clippy::cast_precision_loss, reason = "a few columns")]
fn slot(panel: &Panel, width: f64) -> f64 {
    width / panel.rows.len().max(1) as f64
}

pub(super) fn columns(pen: &mut Pen<'_>, at: usize, panel: &Panel, (x, y): (f64, f64), width: f64) -> f64 {
    let (em, slot, line) = (pen.em, slot(panel, width), pen.line(Style::Quiet));
    let height = HEIGHT * em;
    let most = float(panel.ends.1.max(1));
    let (top, ground) = (y + line, y + line + height);
    let mut bars = Vec::new();
    let mut middle = slot / 2.0;
    for (place, row) in panel.rows.iter().enumerate() {
        let marks: Vec<(usize, i64, String)> =
            pen.marks(at, place).into_iter().map(|(point, it)| (point, it.value, it.shown.clone())).collect();
        for (point, value, shown) in marks {
            let over = ground - float(value) / most * height - line;
            pen.set((x + middle, over), Side::Middle, vec![shown], Style::Quiet);
            bars.push(Bar { at: middle, point });
        }
        pen.set((x + middle, ground + 0.2 * em), Side::Middle, vec![row.short.clone()], Style::Quiet);
        middle += slot;
    }
    pen.out.plots.push(Plot {
        left: x,
        top,
        width,
        height,
        lie: Lie::Columns,
        ends: (0.0, most),
        grounds: Vec::new(),
        thick: (0.62 * slot).min(3.0 * em),
        bars: vec![bars],
    });
    ground + 0.2 * em + line
}
