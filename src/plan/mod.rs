//! The typed plan: ids, records, figures; loading an edition from its data files and checking it.
//!
//! What ships to the browser is this module without `load`, `check` and `source_text`: those run in the `plan` command, which
//! turns a data folder into a checked [`Plan`] and the official figures of its area's wards, an [`Area`]. Both together are
//! [`Records`], which come to the browser as one file for the part of the page that is loaded on demand.
//!
//! **Architecture invariant:** nothing here knows of a browser, of Leptos, of a filter or of any one council.

pub mod area;
#[cfg(not(target_arch = "wasm32"))]
mod check;
pub mod figures;
pub mod ids;
#[cfg(not(target_arch = "wasm32"))]
pub mod load;
mod outcome;
mod postcode;
mod readings;
pub mod records;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod source_text;
mod stored;

pub use area::Area;
pub use figures::*;
pub use ids::*;
pub use outcome::{Outcome, decides, outcome};
pub use postcode::{Postcode, is_outcode, letters_and_digits, parse_incode, show_incode};
pub use readings::{Joined, goes_over_time, own_readings, readings};
pub use records::*;
#[cfg(not(target_arch = "wasm32"))]
pub use source_text::{Covered, Tally};
pub use stored::Records;

/// The most of each kind that ids and the filter engine's sets can count; the check refuses more, in plain words.
pub mod limits {
    /// Priorities.
    pub const PRIORITIES: usize = 64;
    /// Wards.
    pub const WARDS: usize = 128;
    /// Partners.
    pub const PARTNERS: usize = 256;
    /// Entries.
    pub const ENTRIES: usize = u16::MAX as usize;
}
