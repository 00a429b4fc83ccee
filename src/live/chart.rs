//! Charts that follow the filter: what is mounted in the places of a written chart ([`crate::page::chart`]), and the state that
//! this shares. `binding` ties what stands on the page to it.
//!
//! The table says the same as the picture; one button changes which of them is seen. Where the picture cannot be drawn the table
//! stays. The picture itself is a [`ChartSource`](super::surroundings::ChartSource) that the page draws.

#[cfg(target_arch = "wasm32")]
mod binding;
pub mod pieces;
mod state;

#[cfg(target_arch = "wasm32")]
pub use binding::{Written, bring_to_life};
pub use state::LiveChart;
