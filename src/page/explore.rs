//! The first view: the priorities in short; one of them, or of the partners; or a list of statements with filters beside it.

use super::counted::ShowResults;
use super::filters::Filters;
use super::overview::Overview;
use super::results::Results;
use crate::query::View;
use leptos::prelude::*;

/// The view.
#[component]
pub fn Explore() -> impl IntoView {
    view! {
        <div class="cp-explore" data-section=View::Explore.slug()>
            <Filters/>
            <div class="cp-explore__main" data-under-drawer>
                <Overview/>
                <Results/>
            </div>
            <Bar/>
        </div>
    }
    .into_any()
}

/// On a narrow page: the ways to the filters and to the results.
#[component]
fn Bar() -> impl IntoView {
    view! {
        <div class="cp-bar" data-under-drawer>
            <a class="cp-button cp-button--main" id="cp-filters-opener" href="#cp-filters" aria-controls="cp-filters">
                "Filter"
            </a>
            <ShowResults class="cp-button" chosen="Show results"/>
        </div>
    }
}
