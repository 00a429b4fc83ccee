//! The view "Explore the plan": filters beside priorities and results.

use super::context::context;
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

/// A link to the results, which says how many there are.
#[component]
pub fn ShowResults(class: &'static str, chosen: &'static str) -> impl IntoView {
    let all = match context().selection.entries.len() {
        1 => "Show 1 result".to_owned(),
        total => format!("Show {total} results"),
    };
    view! {
        <a class=class href="#cp-results-title" data-do="show-results">
            <Counted all chosen text="show-results"/>
        </a>
    }
}

/// Words that count what is listed. They are right while nothing is chosen. Then the program says the new count, or the stylesheet
/// puts other words, which count nothing, in their place.
#[component]
pub fn Counted(all: String, chosen: &'static str, text: &'static str) -> impl IntoView {
    view! {
        <span class="cp-when-all" data-text=text>{all}</span>
        <span class="cp-when-chosen">{chosen}</span>
    }
}
