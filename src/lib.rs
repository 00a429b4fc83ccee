//! A plan explorer. See the code map below.
pub mod bundle;
pub mod plan;
pub mod query;
