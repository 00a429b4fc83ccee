//! The place of each word and each bar, in pixels from the upper left.

use super::measure::Measure;
use super::{Dress, Look, columns, rows};
use crate::chart::sheet::{Chart, Lie, Panel, Point};

/// A picture, laid out.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    pub(super) height: f64,
    pub(super) words: Vec<Words>,
    pub(super) plots: Vec<Plot>,
}

/// A block of words.
#[derive(Clone, Debug)]
pub(super) struct Words {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) side: Side,
    pub(super) lines: Vec<String>,
    pub(super) style: Style,
}

/// Which side of a block of words its `x` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Middle,
    Right,
}

/// How words look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// The message.
    Headline,
    /// The name of a panel, a row or a column.
    Name,
    /// The number at a mark.
    Number,
    /// What stands under or beside these.
    Quiet,
}

/// A set of axes: the ground that bars stand on.
#[derive(Clone, Debug)]
pub(super) struct Plot {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) lie: Lie,
    /// The values at its two ends.
    pub(super) ends: (f64, f64),
    /// Where the line that rows start from is drawn, from the top: not where words stand.
    pub(super) grounds: Vec<(f64, f64)>,
    /// How thick bars are.
    pub(super) thick: f64,
    /// Bars, by series.
    pub(super) bars: Vec<Vec<Bar>>,
}

/// A bar.
#[derive(Clone, Debug)]
pub(super) struct Bar {
    /// Where the middle of its thickness lies, from the plot's top or left.
    pub(super) at: f64,
    pub(super) point: usize,
}

/// Lays out one picture.
pub(super) struct Pen<'a> {
    pub(super) chart: &'a Chart,
    /// The size of text.
    pub(super) em: f64,
    pub(super) measure: Measure,
    pub(super) out: Layout,
}

/// Lines are so many times as high as their letters.
pub(super) const LINE: f64 = 1.3;
/// Room at the edges of a bare picture, for the ring around a mark.
const EDGE: f64 = 2.0;
/// The same in sizes of text, for numbers that are higher than the bar that they stand beside.
const EDGE_OF_TEXT: f64 = 0.125;

pub(super) fn lay_out(chart: &Chart, look: &Look, dress: Dress) -> Layout {
    let em = f64::from(look.text.clamp(8, 64));
    let measure = Measure::new(em, f64::from(look.sample), f64::from(look.bold));
    let mut pen = Pen { chart, em, measure, out: Layout::default() };
    let edge = if dress == Dress::Full { 1.5 * em } else { EDGE.max(EDGE_OF_TEXT * em) };
    let (left, width) = (edge, (f64::from(look.width) - 2.0 * edge).max(8.0 * em));
    let mut y = edge;
    if dress == Dress::Full {
        y = pen.block((left, y), width, &chart.headline, Style::Headline) + 0.25 * em;
        y = pen.block((left, y), width, &chart.subtitle, Style::Quiet) + 1.25 * em;
    }
    y = pen.panels((left, y), width);
    if dress == Dress::Full {
        y += 1.25 * em;
        for note in &chart.notes {
            y = pen.block((left, y), width, &note.words, Style::Quiet) + 0.4 * em;
        }
        y = pen.block((left, y), width, &chart.source, Style::Quiet);
    }
    pen.out.height = (y + edge).ceil();
    pen.out
}

impl Pen<'_> {
    /// How high the letters of a style are.
    pub(super) fn size(&self, style: Style) -> f64 {
        self.em
            * match style {
                Style::Headline => 1.375,
                Style::Name | Style::Number => 1.0,
                Style::Quiet => 0.875,
            }
    }

    pub(super) fn line(&self, style: Style) -> f64 {
        self.size(style) * LINE
    }

    pub(super) fn wide(&self, words: &str, style: Style) -> f64 {
        self.measure.width(words, self.size(style), style.is_bold())
    }

    pub(super) fn lines(&self, words: &str, style: Style, most: f64) -> Vec<String> {
        self.measure.lines(words, self.size(style), style.is_bold(), most)
    }

    /// Sets words in lines under one another, and says where they end.
    pub(super) fn block(&mut self, (x, y): (f64, f64), width: f64, words: &str, style: Style) -> f64 {
        let lines = self.lines(words, style, width);
        self.set((x, y), Side::Left, lines, style)
    }

    /// Sets lines, and says where they end.
    pub(super) fn set(&mut self, (x, y): (f64, f64), side: Side, lines: Vec<String>, style: Style) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a few lines")]
        let end = y + lines.len() as f64 * self.line(style);
        if !lines.is_empty() {
            self.out.words.push(Words { x, y, side, lines, style });
        }
        end
    }

    /// All panels: side by side where there is room, else one under the other.
    fn panels(&mut self, (left, top): (f64, f64), width: f64) -> f64 {
        let chart = self.chart;
        let gap = 2.5 * self.em;
        let half = (width - gap) / 2.0;
        let beside = chart.panels.len() > 1 && half >= 20.0 * self.em;
        let (mut y, mut lowest) = (top, top);
        for (at, panel) in chart.panels.iter().enumerate() {
            let second = beside && at % 2 == 1;
            if at > 0 && !second {
                y = lowest + 1.75 * self.em;
            }
            let x = if second { left + half + gap } else { left };
            lowest = lowest.max(self.panel(at, panel, (x, y), if beside { half } else { width }));
        }
        lowest
    }

    fn panel(&mut self, at: usize, panel: &Panel, (x, mut y): (f64, f64), width: f64) -> f64 {
        if !panel.title.is_empty() {
            y = self.block((x, y), width, &panel.title, Style::Name) + 0.5 * self.em;
        }
        if panel.lie == Lie::Columns && columns::fit(self, at, panel, width) {
            columns::columns(self, at, panel, (x, y), width)
        } else {
            rows::rows(self, at, panel, (x, y), width)
        }
    }

    /// The marks of a row of a panel, with their places among the chart's points.
    pub(super) fn marks(&self, panel: usize, row: usize) -> Vec<(usize, &Point)> {
        self.chart.points.iter().enumerate().filter(|(_, it)| (it.panel, it.row) == (panel, row)).collect()
    }
}

impl Style {
    pub(super) fn is_bold(self) -> bool {
        matches!(self, Self::Headline | Self::Name)
    }
}

/// A number of a mark, as pixels are computed.
pub(super) fn float(value: i64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "counts, shares and pounds are far smaller")]
    let value = value as f64;
    value
}
