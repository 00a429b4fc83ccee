//! Lets residents explore their council's community safety plan.

pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod bundle;
pub mod chart;
pub mod plan;
pub mod query;
pub mod state;
pub mod view;
