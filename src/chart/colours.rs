//! Colours as values: those of `style/tokens.css`, and the marks' own. `tests/style.rs` computes every contrast.

/// Which colours a picture has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// The visitor's own, which the browser knows by the names of their uses.
    Forced,
    /// On paper.
    Paper,
}

/// The colours of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The ground.
    pub surface: &'static str,
    /// Names and numbers.
    pub ink: &'static str,
    /// Words of second rank.
    pub quiet: &'static str,
    /// The line that bars start from.
    pub line: &'static str,
    /// Marks of the first tone, filled with it.
    pub first: &'static str,
    /// Marks of the second tone, which have stripes of the ground in it.
    pub second: &'static str,
    /// The fill of the mark that is read.
    pub focus: &'static str,
    /// Its ring.
    pub ring: &'static str,
}

impl Scheme {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Light, Self::Dark, Self::Forced, Self::Paper];

    /// Its colours.
    #[must_use]
    pub fn theme(self) -> &'static Theme {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
            Self::Forced => &FORCED,
            Self::Paper => &PAPER,
        }
    }
}

const LIGHT: Theme = Theme {
    surface: "#ffffff",
    ink: "#14202b",
    quiet: "#46535e",
    line: "#66747f",
    first: "#12436d",
    second: "#28a197",
    focus: "#ffdd00",
    ring: "#14202b",
};

const DARK: Theme = Theme {
    surface: "#0f171e",
    ink: "#e9eff4",
    quiet: "#b4c1cb",
    line: "#8494a1",
    first: "#6bace6",
    second: "#3fbdb1",
    focus: "#ffdd00",
    ring: "#14202b",
};

const FORCED: Theme = Theme {
    surface: "Canvas",
    ink: "CanvasText",
    quiet: "CanvasText",
    line: "CanvasText",
    first: "CanvasText",
    second: "CanvasText",
    focus: "Highlight",
    ring: "CanvasText",
};

const PAPER: Theme = Theme {
    surface: "#ffffff",
    ink: "#000000",
    quiet: "#000000",
    line: "#000000",
    first: "#12436d",
    second: "#000000",
    focus: "#ffffff",
    ring: "#000000",
};
