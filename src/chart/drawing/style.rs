//! How words look; and the theme of a picture, as the library calls it: how axes, bars and words look wherever a specification says
//! nothing.
//!
//! The theme is written as JSON, because `charming` 0.6 has no type for a theme of one's own, nor setters for most of this.

use super::theme::Theme;
use serde_json::{Value, json};

/// How words look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// The message.
    Headline,
    /// The name of a row.
    Name,
    /// The number at a mark, and the name of a panel.
    Strong,
    /// What stands under or beside these.
    Quiet,
}

impl Style {
    /// How high its letters are, in sizes of text.
    pub(super) fn size(self) -> f64 {
        match self {
            Self::Headline => 1.375,
            Self::Name | Self::Strong => 1.0,
            Self::Quiet => 0.875,
        }
    }

    pub(super) fn weight(self) -> &'static str {
        if matches!(self, Self::Headline | Self::Strong) { "bold" } else { "normal" }
    }

    /// How wide a letter is in the widest font that devices commonly have (`DejaVu Sans`, as wide as Verdana), in sizes of text.
    pub(super) fn letter(self) -> f64 {
        self.size()
            * match self {
                Self::Headline | Self::Strong => 0.66,
                Self::Name | Self::Quiet => 0.6,
            }
    }
}

/// Lines are so many times as high as their letters.
pub(super) const LINE: f64 = 1.3;
/// The width of the ring around the mark that is read.
pub(super) const RING: f64 = 3.0;

/// The theme for a size of text, in pixels, a font, colours, and whether marks lead anywhere.
pub(super) fn theme(em: f64, font: &str, colours: &Theme, leads: bool) -> Value {
    let words = |style: Style, ink: &str| {
        let size = style.size() * em;
        json!({ "color": ink, "fontSize": size, "lineHeight": size * LINE, "fontWeight": style.weight() })
    };
    let quiet = words(Style::Quiet, colours.quiet);
    json!({
        "textStyle": { "fontFamily": font },
        "title": { "padding": 0 },
        // Grids lie where they are told: their labels have room outside.
        "grid": { "outerBoundsMode": "none" },
        "categoryAxis": {
            "axisLine": { "lineStyle": { "color": colours.line } },
            "axisTick": { "show": false },
            "axisLabel": words(Style::Name, colours.ink),
        },
        "bar": {
            "cursor": if leads { "pointer" } else { "default" },
            "label": {
                "color": colours.ink,
                "lineHeight": em * LINE,
                "rich": { "name": words(Style::Name, colours.ink), "quiet": quiet },
            },
            "emphasis": {
                "itemStyle": { "color": colours.focus, "borderColor": colours.ring, "borderWidth": RING },
            },
        },
    })
}
