//! The picture of a [`Chart`]: what the drawing library is told, as a pure function of the chart and of how things look where
//! it is drawn.
//!
//! | file | holds |
//! | --- | --- |
//! | `theme` | colours as values |
//! | `look` | what a picture is asked for, and what it is in the end |
//! | `style` | how words look, and the library's theme |
//! | `picture` | the picture as it grows from top to bottom: titles, grids, bars |
//! | `panels` | the panels of a chart in their places |
//! | `rows`, `columns` | the axes and series of a panel, in the two ways in which its marks lie |
//!
//! The library lays out bars and axes. What is said here is how much room names and numbers have: for that no font is
//! measured, lines have so many letters as fit in the widest common one. A picture is as high as its rows and lines make it,
//! whatever its exact width, so that nothing below moves when one takes the place of another. Marks of the second tone are
//! hollow, which survives a printer without colours.

mod columns;
mod look;
mod panels;
mod picture;
mod rows;
mod style;
#[cfg(test)]
mod tests;
mod theme;

pub use look::{Drawing, Dress, Look};
pub use theme::{Scheme, Theme};

use super::sheet::{Chart, MARK};
use super::words::dotted;
use picture::Picture;
use style::Style;

/// The picture of a chart.
#[must_use]
pub fn draw(chart: &Chart, look: &Look, dress: Dress) -> Drawing {
    let chart = dressed(chart, dress);
    let mut picture = Picture::new(look, dress);
    if dress == Dress::Full {
        picture.words(&chart.headline, Style::Headline, 0.25);
        picture.words(&chart.subtitle, Style::Quiet, 1.25);
    }
    panels::panels(&mut picture, &chart);
    if dress == Dress::Full {
        picture.space(1.25);
        for note in &chart.notes {
            picture.words(&note.words, Style::Quiet, 0.4);
        }
        picture.words(&chart.source, Style::Quiet, 0.0);
    }
    picture.finish(chart.points.iter().any(|it| it.leads.is_some()))
}

/// A chart that says what its dress asks for: on the page a mark leads to the caveat and a key says what marks stand for; alone, each
/// row and note says all of it.
fn dressed(chart: &Chart, dress: Dress) -> Chart {
    let mut chart = chart.clone();
    for row in chart.panels.iter_mut().flat_map(|it| &mut it.rows) {
        // Under a column there is room for the mark alone, on a line of its own and in any dress.
        if row.marked {
            row.short = [&row.short, "\n", MARK].concat();
        }
        match dress {
            Dress::Bare if row.marked => row.label = [&row.label, "\u{a0}", MARK].concat(),
            Dress::Bare => {}
            Dress::Full => row.detail = dotted(&[&row.detail, &row.alone]),
        }
    }
    for note in chart.notes.iter_mut().filter(|it| dress == Dress::Full && !it.alone.is_empty()) {
        note.words.clone_from(&note.alone);
    }
    chart
}
