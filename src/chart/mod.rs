//! What is drawn or set large: figures in words now, charts beside them, each a pure function of the plan.
//!
//! **Architecture invariant:** no pixels, no browser, no Leptos; the same input gives the same words.

pub mod figure;
pub mod map;

pub use figure::{Figure, figure};
