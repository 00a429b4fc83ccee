//! A plan explorer. See the code map below.
pub mod plan;
pub mod query;
