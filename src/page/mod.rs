//! The page as it is written: components that follow nothing. What is shown by whoever has no script, or not yet, and what
//! [`crate::live`] brings to life.
//!
//! **Architecture invariant:** no signal is followed here, no rule stands here (they are in `query` and `chart`), no browser
//! interface is named and no inline style is written.

pub mod chart;
pub mod heading;
