//! Small drawings of our own (`chart::glyph`) beside words.

use super::el::{Node, svg};
use crate::chart::glyph;
use crate::plan::Kind;

/// The drawing of a kind; says nothing to a screen reader, because the word stands beside it.
pub(super) fn kind_glyph(kind: Kind) -> Node {
    drawn(glyph::of_kind(kind))
}

/// An arrow to the right, for what leads on.
pub(super) fn onward() -> Node {
    drawn(glyph::ONWARD)
}

/// A cross, for what takes a choice back.
pub(super) fn cross() -> Node {
    drawn(glyph::CROSS)
}

/// A dash, for what there is none of.
pub(super) fn none() -> Node {
    drawn(glyph::DASH)
}

/// A triangle with a mark, for what to beware of.
pub(super) fn beware() -> Node {
    drawn(glyph::BEWARE)
}

/// Says nothing to a screen reader, because the word stands beside it.
fn drawn(path: &'static str) -> Node {
    const ATTRIBUTES: [(&str, &str); 6] = [
        ("class", "cp-glyph"),
        ("viewBox", "0 0 16 16"),
        ("width", "16"),
        ("height", "16"),
        ("aria-hidden", "true"),
        ("focusable", "false"),
    ];
    let line = svg("path").set("fill", "currentColor").set("fill-rule", "evenodd").set("d", path);
    ATTRIBUTES.into_iter().fold(svg("svg"), |drawing, (name, value)| drawing.set(name, value)).with(line).node()
}
