//! The picture of a [`Chart`]: what the drawing library is told, as a pure function of the chart and of how things look where
//! it is drawn.
//!
//! | file | holds |
//! | --- | --- |
//! | `theme` | colours as values |
//! | `measure` | how wide words are, and where lines break |
//! | `layout` | the place of each word and each bar, in pixels |
//! | `rows`, `columns` | the two ways in which the marks of a panel lie |
//! | `spec` | all that as a specification for the library |
//!
//! Every place is computed here and the library only paints, so that the picture is the same wherever it is made. Nothing
//! needs a legend, an axis or a pointer: each mark has its number and its name beside it. Marks of the second tone are
//! hollow, which survives a printer without colours.

mod columns;
mod layout;
mod measure;
mod rows;
mod spec;
#[cfg(test)]
mod tests;
mod theme;

pub use measure::SAMPLE;
pub use theme::{Scheme, Theme};

use super::sheet::Chart;

/// How things look where a chart is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// How wide the picture is, in pixels.
    pub width: u32,
    /// The size of its text, in pixels.
    pub text: u32,
    /// How wide [`SAMPLE`] is there, in pixels; nought where nobody measured it.
    pub sample: u32,
    /// How wide it is there in bold.
    pub bold: u32,
    /// The font's name, as stylesheets have it.
    pub font: String,
    /// The colours.
    pub scheme: Scheme,
}

impl Look {
    /// How pictures look that are taken away: light, and as wide as a page.
    #[must_use]
    pub fn to_take_away() -> Self {
        Self {
            width: 800,
            text: 16,
            sample: 0,
            bold: 0,
            font: "Arial, Helvetica, sans-serif".to_owned(),
            scheme: Scheme::Light,
        }
    }
}

/// What stands in the picture besides the marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dress {
    /// Only the marks with their words: headline and source stand on the page around it.
    Bare,
    /// Headline, subtitle, notes and source as well: for a picture that leaves the page.
    Full,
}

/// A picture: its size, and what the library is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// How wide it is, in pixels.
    pub width: u32,
    /// How high it is, in pixels.
    pub height: u32,
    /// What the library is told.
    pub option: charming::Chart,
}

impl Drawing {
    /// What the library is told, as JSON.
    #[must_use]
    pub fn json(&self) -> String {
        // Values of ours alone, which always have a text.
        serde_json::to_string(&self.option).unwrap_or_default()
    }
}

/// The picture of a chart.
#[must_use]
pub fn draw(chart: &Chart, look: &Look, dress: Dress) -> Drawing {
    let laid_out = layout::lay_out(chart, look, dress);
    spec::drawing(chart, look, &laid_out)
}
