//! What is drawn or set large: figures in words, and charts with their tables, each a pure function of the plan.
//!
//! | file | holds |
//! | --- | --- |
//! | [`figure`](fn@figure) | a measure in words, for setting large |
//! | `directions`, `pairs`, `priorities`, `partners`, `survey`, `money` | the charts of the plan, one each: [`chart`] |
//! | `over_time` | a measure over several periods: [`over_time`](fn@over_time) |
//! | `ward` | charts of a ward beside its borough: [`months`], [`types`], [`ages`] |
//! | `bars` | the axes and bars that they share |
//! | `words` | what each of them says: headline, sentence, table, notes, and the words of each mark |
//! | `sheet` | [`Chart`]: words, numbers, marks and picture together |
//! | `look`, `colours`, `style`, `theme` | how things look where a chart is drawn, and the library's theme for it |
//! | `room`, `frame` | the room that a chart has there, and the words around a picture that leaves the page: [`draw`] |
//! | `beside` | [`Beside`]: what charts of a ward beside its borough are made from |
//! | [`recorded`], [`people`] | what official sources say of wards, for tables, sentences and those charts |
//! | `csv` | a chart's table as CSV |
//! | [`code`] | an address as a QR code |
//! | [`map`] | the map of an area's wards |
//!
//! A chart is a specification in `charming`: axes and series of its records. Nothing in it hangs on where it is drawn.
//!
//! **Architecture invariant:** no pixels but in `room`, `frame` and `theme`, no browser, no Leptos; the same input gives the same words.
//!
//! **Architecture invariant:** headline, sentence, table, CSV and marks of a chart are made from the same records, so none
//! can say what another does not.

mod bars;
mod beside;
pub mod code;
mod colours;
mod csv;
mod directions;
pub mod figure;
mod frame;
mod look;
pub mod map;
mod money;
mod over_time;
mod pairs;
mod partners;
pub mod people;
mod priorities;
pub mod recorded;
mod room;
mod sheet;
mod style;
mod survey;
mod theme;
mod ward;
mod words;

pub use crate::plan::Joined;
pub use beside::{Beside, Label, Series};
pub use colours::{Scheme, Theme};
pub use csv::csv;
pub use figure::{Figure, figure, own_measure, percent};
pub use frame::draw;
pub use look::{Drawing, Dress, Look};
pub use over_time::over_time;
pub use sheet::{
    Ask, Cell, Chart, HEADLINE_WORDS, Head, MARK, Note, NoteKind, Nothing, Panel, Picture, Point, Row, Shown, Table,
    Tone, Value, Which,
};
pub use ward::{LEAST_FOR_A_SHARE, ages, months, types};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use words::capital;
pub use words::course::counts_known;
pub use words::listed;
pub use words::over_time::OverTime;
pub use words::target::{TargetWords, target_words};

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
