//! What is drawn or set large: figures in words, and charts with their tables, each a pure function of the plan.
//!
//! | file | holds |
//! | --- | --- |
//! | [`figure`](fn@figure) | a measure in words, for setting large |
//! | `sheet` | [`Chart`]: all the words, numbers and marks of a chart, before anybody draws it |
//! | `beside` | [`Beside`]: what charts of a ward beside its borough are made from |
//! | `directions`, `pairs`, `priorities`, `partners`, `survey`, `money` | the charts of the plan, one each: [`chart`] |
//! | `over_time`, `course` | a measure over several periods: [`over_time`](fn@over_time), and how its counts stand in a row |
//! | `target` | a target in words, and what came of it |
//! | `ward` | charts of a ward beside its borough: [`months`], [`types`], [`ages`] |
//! | [`recorded`], [`people`] | what official sources say of wards, for tables, sentences and those charts |
//! | `words` | pieces of sentences that they share |
//! | `csv` | a chart's table as CSV |
//! | [`drawing`] | what the drawing library is told of a chart |
//! | [`code`] | an address as a QR code |
//! | [`map`] | the map of an area's wards |
//!
//! **Architecture invariant:** no pixels but in `drawing`, no browser, no Leptos; the same input gives the same words.
//!
//! **Architecture invariant:** headline, sentence, table, CSV and marks of a chart are made from the same records, so none
//! can say what another does not.

mod beside;
pub mod code;
mod course;
mod csv;
mod directions;
pub mod drawing;
pub mod figure;
pub mod map;
mod money;
mod over_time;
mod pairs;
mod partners;
pub mod people;
mod priorities;
pub mod recorded;
mod sheet;
mod survey;
mod target;
mod ward;
mod words;

pub use crate::plan::Joined;
pub use beside::{Beside, Label, Series};
pub use course::counts_known;
pub use csv::csv;
pub use figure::{Figure, figure, own_measure, percent};
pub use over_time::{OverTime, over_time};
pub use sheet::{
    Ask, Cell, Chart, HEADLINE_WORDS, Head, Lie, MARK, Note, NoteKind, Nothing, Panel, Point, Row, Shown, Table, Tone,
    Value, Which,
};
pub use target::{TargetWords, target_words};
pub use ward::{LEAST_FOR_A_SHARE, ages, months, types};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use words::capital;
pub use words::listed;

/// One of the plan's charts, as a query leaves it; or why nothing of it is left.
#[must_use]
pub fn chart(which: Which, ask: &Ask<'_>) -> Shown {
    match which {
        Which::Directions => directions::directions(ask),
        Which::Pairs => pairs::pairs(ask),
        Which::Priorities => priorities::priorities(ask),
        Which::Partners => partners::partners(ask),
        Which::Survey => survey::survey(ask),
        Which::Money => money::money(ask),
        Which::OverTime(id) => over_time::of_plan(ask, id),
    }
}
