//! Pages set in columns, read one column after the other.

use super::super::wrapped::bullet;
use super::lines::Segment;

/// How a page is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Columns {
    One,
    Two,
    /// Cells beside each other.
    Table,
}

/// One line of a column. Lengths are in points, from the top left of the page.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) left: f64,
    pub(super) right: f64,
    /// The left edge of the column that it stands in.
    pub(super) margin: f64,
    /// The right edge of the column that it stands in.
    pub(super) edge: f64,
    pub(super) y: f64,
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) text: String,
}

/// The fewest lines that make a column.
const FEWEST: usize = 6;

/// The lines of a page in reading order, and how the page is laid out.
pub(super) fn lines(segments: Vec<Segment>, height: f64) -> (Vec<Line>, Columns) {
    let Some(gutter) = gutter(&segments, height) else {
        let found = if is_table(&segments) { Columns::Table } else { Columns::One };
        return (rows(segments), found);
    };
    let mut list = Vec::new();
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for segment in segments {
        if segment.right <= gutter {
            left.push(segment);
        } else if segment.left >= gutter {
            right.push(segment);
        } else {
            // A line across both columns ends what stands above it.
            list.append(&mut rows(std::mem::take(&mut left)));
            list.append(&mut rows(std::mem::take(&mut right)));
            list.append(&mut rows(vec![segment]));
        }
    }
    list.append(&mut rows(left));
    list.append(&mut rows(right));
    (list, Columns::Two)
}

/// Where the gap between two columns lies.
fn gutter(segments: &[Segment], height: f64) -> Option<f64> {
    // Page numbers, and the figures behind the lines of a contents page, make no column.
    let words = |it: &&Segment| it.text.chars().filter(|c| c.is_alphabetic()).count() >= 8;
    let body: Vec<&Segment> =
        segments.iter().filter(words).filter(|it| it.y > height * 0.07 && it.y < height * 0.94).collect();
    let left = body.iter().map(|it| it.left).fold(f64::MAX, f64::min);
    let right = body.iter().map(|it| it.right).fold(0.0, f64::max);
    let width = right - left;
    let fits = |at: f64| {
        let crossing = body.iter().filter(|it| it.left < at && it.right > at).count();
        let before = body.iter().filter(|it| it.right <= at).count();
        let after = body.iter().filter(|it| it.left >= at).count();
        let full = |low: f64, high: f64| {
            let long =
                body.iter().filter(|it| it.left >= low && it.right <= high && it.right - it.left > (high - low) * 0.6);
            long.count()
        };
        (before >= FEWEST
            && after >= FEWEST
            && crossing * 5 <= body.len()
            && full(left, at) >= FEWEST
            && full(at, right) >= FEWEST)
            .then_some(crossing)
    };
    let steps = (35..=65).map(|it| left + width * f64::from(it) / 100.0);
    let fitting: Vec<(usize, f64)> = steps.filter_map(|at| Some((fits(at)?, at))).collect();
    let fewest = fitting.iter().map(|(crossing, _)| *crossing).min()?;
    let best: Vec<f64> = fitting.into_iter().filter(|it| it.0 == fewest).map(|it| it.1).collect();
    // The middle of the gap, as far as can be from the lines on both sides.
    best.get(best.len() / 2).copied()
}

/// Whether many lines of a page are cut by gaps into three pieces or more.
fn is_table(segments: &[Segment]) -> bool {
    let mut cut = 0;
    let mut at = 0;
    while at < segments.len() {
        let row = segments[at..].iter().take_while(|it| (it.y - segments[at].y).abs() < it.size * 0.35).count().max(1);
        cut += usize::from(row >= 3);
        at += row;
    }
    cut >= 4
}

/// Pieces that stand on one line, put together.
fn rows(segments: Vec<Segment>) -> Vec<Line> {
    let mut list: Vec<Line> = Vec::new();
    for it in segments {
        match list.last_mut() {
            Some(line) if (line.y - it.y).abs() < it.size * 0.35 => {
                // A mark and its words; else the gap of a tabulator.
                let mark = bullet(&[line.text.trim(), " a"].concat()).is_some() || is_number(&line.text);
                line.text.push(if mark { ' ' } else { '\t' });
                line.text.push_str(&it.text);
                line.right = it.right;
                line.bold &= it.bold;
            }
            _ => list.push(Line {
                left: it.left,
                right: it.right,
                margin: it.left,
                edge: it.right,
                y: it.y,
                size: it.size,
                bold: it.bold,
                text: it.text,
            }),
        }
    }
    let overall = list.iter().map(|it| it.right).fold(0.0, f64::max);
    let edges: Vec<f64> = list
        .iter()
        .map(|line| {
            // A title may run wider than what is below it.
            let alike = || list.iter().filter(|it| (it.size - line.size).abs() < 0.5);
            let widest = alike().map(|it| it.right).fold(0.0, f64::max);
            if alike().count() >= 5 { widest } else { overall }
        })
        .collect();
    let margin = list.iter().map(|it| it.left).fold(f64::MAX, f64::min);
    list.iter_mut().zip(edges).for_each(|(line, edge)| (line.margin, line.edge) = (margin, edge));
    list
}

/// Whether a text is the number of a heading.
fn is_number(text: &str) -> bool {
    let text = text.trim();
    text.starts_with(|c: char| c.is_ascii_digit()) && text.chars().all(|c| c.is_ascii_digit() || c == '.')
}
