//! What a picture is asked for, and what the drawing library is told in the end.

use super::colours::Scheme;

/// From so many sizes of text on a picture is wide.
const WIDE: f64 = 36.0;

/// How things look where a chart is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// How wide the picture is, in pixels.
    pub width: u32,
    /// The size of its text, in pixels.
    pub text: u32,
    /// The font's name, as stylesheets have it.
    pub font: String,
    /// The colours.
    pub scheme: Scheme,
}

impl Look {
    /// How pictures look that are taken away: light, and as wide as a page.
    #[must_use]
    pub fn to_take_away() -> Self {
        Self { width: 800, text: 16, font: "Arial, Helvetica, sans-serif".to_owned(), scheme: Scheme::Light }
    }

    /// The size of text that it is laid out for, in pixels.
    pub(super) fn em(&self) -> f64 {
        f64::from(self.text.clamp(8, 64))
    }

    /// Whether the picture is a wide one, with names beside bars and not above them.
    #[must_use]
    pub fn is_wide(&self) -> bool {
        f64::from(self.width) >= WIDE * self.em()
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
    /// How all of it looks, as the library calls it.
    pub theme: serde_json::Value,
}

impl Drawing {
    /// What the library is told, as JSON.
    #[must_use]
    pub fn json(&self) -> String {
        // Values of ours alone, which always have a text.
        serde_json::to_string(&self.option).unwrap_or_default()
    }
}
