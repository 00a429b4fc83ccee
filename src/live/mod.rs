//! What brings the page to life.
//!
//! The build writes the page as it is while nothing is chosen (`page`). [`begin`] finds what follows the visitor on it, once, and ties
//! it to the state: one effect compares what is on show with what was, and touches only what differs; a few listeners on the page as a
//! whole turn what the visitor does into commands. What is really new on the page (choices made, ways out of an empty result, the
//! answer for a ward) is a small component, mounted in the place that the page keeps for it.
//!
//! Nothing that stands on the page is replaced by a copy of itself: focus, open details, scroll position, selected text and what a
//! translator has put there stay.
//!
//! **Architecture invariant:** no rules (they are in `query` and `state`), and no browser interface but `browser`.

#![expect(
    clippy::must_use_candidate,
    unreachable_pub,
    reason = "`view!` calls components; and `#[component]` makes public whatever it makes"
)]

mod after_paint;
#[cfg(target_arch = "wasm32")]
mod arrive;
#[cfg(target_arch = "wasm32")]
mod changes;
pub mod chart;
#[cfg(target_arch = "wasm32")]
mod choices;
#[cfg(target_arch = "wasm32")]
mod commands;
pub mod context;
#[cfg(target_arch = "wasm32")]
mod controls;
mod copy;
#[cfg(target_arch = "wasm32")]
mod drawer;
mod embed;
mod extract;
#[cfg(target_arch = "wasm32")]
mod fill;
mod finder;
#[cfg(target_arch = "wasm32")]
mod follow;
#[cfg(target_arch = "wasm32")]
mod found;
mod heading;
#[cfg(target_arch = "wasm32")]
mod links;
#[cfg(target_arch = "wasm32")]
mod marks;
#[cfg(target_arch = "wasm32")]
mod matrix;
#[cfg(target_arch = "wasm32")]
mod menu;
mod paper;
#[cfg(target_arch = "wasm32")]
mod partner;
pub mod parts;
#[cfg(target_arch = "wasm32")]
mod results;
#[cfg(target_arch = "wasm32")]
mod sections;
#[cfg(target_arch = "wasm32")]
mod stage;
pub mod surroundings;
#[cfg(target_arch = "wasm32")]
mod terms;
#[cfg(target_arch = "wasm32")]
mod tie;
#[cfg(target_arch = "wasm32")]
mod ward;
#[cfg(target_arch = "wasm32")]
mod ward_answer;
mod ward_map;
mod wards;
#[cfg(target_arch = "wasm32")]
mod ways_out;

#[cfg(target_arch = "wasm32")]
pub use fill::fill;
#[cfg(target_arch = "wasm32")]
pub use tie::{Alive, begin};

/// Keeps something for as long as the owner lives under which this is called.
#[cfg(target_arch = "wasm32")]
fn keep<T: 'static>(what: T) {
    leptos::prelude::StoredValue::new_local(what);
}
