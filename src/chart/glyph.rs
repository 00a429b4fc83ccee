//! Small drawings of our own, as paths in a field of 16 by 16: each kind of entry has one, so that colour is never all that tells
//! them apart.

use crate::plan::Kind;

/// An arrow to the right, for what leads on.
pub const ONWARD: &str = "M6 2.5 11.5 8 6 13.5 4.6 12.1 8.7 8 4.6 3.9z";

/// A cross, for what takes a choice back.
pub const CROSS: &str = "M3.6 2.2 8 6.6l4.4-4.4 1.4 1.4L9.4 8l4.4 4.4-1.4 1.4L8 9.4l-4.4 4.4-1.4-1.4L6.6 8 2.2 3.6z";

/// A dash, for what there is none of.
pub const DASH: &str = "M2 7h12v2H2z";

/// A triangle with a mark, for what to beware of.
pub const BEWARE: &str = "M8 1.2 15.4 14.5H.6zM7.1 6v4.2h1.8V6zm0 5.3v1.8h1.8v-1.8z";

/// The drawing of a kind.
#[must_use]
pub fn of_kind(kind: Kind) -> &'static str {
    match kind {
        // A ring still open: something to come.
        Kind::Promised => "M8 1.5a6.5 6.5 0 1 0 6.5 6.5h-2A4.5 4.5 0 1 1 8 3.5z",
        // A tick.
        Kind::Done => "M6.2 13.4 1 8.2l1.7-1.7 3.5 3.5 7.1-7.1L15 4.6z",
        // Bars of which none is the last word: an arrow would say up beside a figure that went down.
        Kind::Direction => "M1 8h3.5v7H1zm5.3-7h3.5v14H6.3zm5.3 4h3.4v10h-3.4z",
        // Two sheets, one linked to the other.
        Kind::Strategy => "M2 1h8v2H4v8H2zm4 4h8v10H6zm2 2v6h4V7z",
        // A pin.
        Kind::Local => "M8 0a5 5 0 0 1 5 5c0 3.6-5 11-5 11S3 8.6 3 5a5 5 0 0 1 5-5m0 3a2 2 0 1 0 0 4 2 2 0 0 0 0-4",
    }
}
