//! Sizes and weights of words in pictures, and how much room letters take.

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
