//! What is drawn or set large: figures in words, and charts with their tables, each a pure function of the plan.
//!
//! | file | holds |
//! | --- | --- |
//! | [`figure`](fn@figure) | a measure in words, for setting large |
//! | `sheet` | [`Chart`]: all the words, numbers and marks of a chart, before anybody draws it |
//! | `beside` | [`Beside`]: what charts of a ward beside its borough are made from |
//! | `csv` | a chart's table as CSV |
//! | [`map`] | the map of an area's wards |
//!
//! **Architecture invariant:** no pixels but in `drawing`, no browser, no Leptos; the same input gives the same words.
//!
//! **Architecture invariant:** headline, sentence, table, CSV and marks of a chart are made from the same records, so none
//! can say what another does not.

mod beside;
mod csv;
pub mod figure;
pub mod map;
mod sheet;

pub use beside::{Beside, Label, Series};
pub use csv::csv;
pub use figure::{Figure, figure};
pub use sheet::{
    Ask, Cell, Chart, HEADLINE_WORDS, Head, Lie, Note, NoteKind, Nothing, Panel, Point, Row, Shown, Table, Tone, Value,
    Which,
};
