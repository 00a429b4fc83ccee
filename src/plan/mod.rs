//! The typed plan: ids, records, figures; loading an edition from its data files and checking it.
//!
//! What ships to the browser is this module without `load`, `check` and `source_text`: those run in `build.rs` and in
//! the `plan` command, which turn a data folder into one compact, checked [`Plan`] ([`pack`] and [`unpack`]).
//! `build.rs` compiles this layer as a module of its own, so nothing here names the crate: siblings are `super`.
//!
//! **Architecture invariant:** nothing here knows of a browser, of Leptos, of a filter or of any one council.

#[cfg(not(target_arch = "wasm32"))]
mod check;
pub mod figures;
pub mod ids;
#[cfg(not(target_arch = "wasm32"))]
pub mod load;
pub mod records;
#[cfg(not(target_arch = "wasm32"))]
mod source_text;

pub use figures::*;
pub use ids::*;
pub use records::*;
#[cfg(not(target_arch = "wasm32"))]
pub use source_text::{Covered, Tally};

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

/// The plan in its compact form.
///
/// # Errors
/// When the plan cannot be written in that form, which no plan that passed the check does.
pub fn pack(plan: &Plan) -> Result<Vec<u8>, postcard::Error> {
    postcard::to_allocvec(plan)
}

/// The plan from its compact form.
///
/// # Errors
/// When the bytes are not what [`pack`] made with this same version.
pub fn unpack(bytes: &[u8]) -> Result<Plan, postcard::Error> {
    postcard::from_bytes(bytes)
}
