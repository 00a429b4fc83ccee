//! Charts that follow the filter: what is mounted in the places of a written chart ([`crate::page::chart`]), and the state that
//! this shares. `binding` ties what stands on the page to it.
//!
//! The table says the same as the picture; one button changes which of them is seen. Where the picture cannot be drawn the table
//! stays. The picture itself is a [`ChartSource`](super::surroundings::ChartSource) that the page draws.

#[cfg(target_arch = "wasm32")]
mod binding;
pub mod pieces;
mod state;

use super::context;
use crate::chart::Shown;
use crate::page::chart::ChartOrNothing;
use leptos::html::Div;
use leptos::prelude::*;

#[cfg(target_arch = "wasm32")]
pub use binding::{Written, bring_to_life};
pub use state::LiveChart;

/// A chart that follows no filter and comes with what it stands in: one of a ward. `shown` says it once and for all.
#[component]
pub fn WardChart(
    /// The chart, or why there is none.
    shown: Shown,
) -> impl IntoView {
    let level = context::heading(4);
    let place = NodeRef::<Div>::new();
    #[cfg(target_arch = "wasm32")]
    binding::when_mounted(place, shown.clone(), level);
    // In the browser the chart is mounted apart from what is around it: that may be rebuilt for another ward, and would then meet
    // what the chart has made of its elements.
    let written = (!cfg!(target_arch = "wasm32")).then(|| view! { <ChartOrNothing shown level/> });
    view! { <div class="cp-chart-place" node_ref=place>{written}</div> }
}
