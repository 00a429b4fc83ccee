//! A chart with all that belongs to it.

use crate::chart::Which;
use leptos::prelude::*;

/// One of the plan's charts.
#[component]
pub fn PlanChart(which: Which) -> impl IntoView {
    let _: Which = which;
}
