//! Words that say how many results there are.

use super::context::context;
use crate::plan::counted;
use leptos::prelude::*;

/// A link to the results, which says how many there are.
#[component]
pub fn ShowResults(class: &'static str, chosen: &'static str) -> impl IntoView {
    let all = format!("Show {}", counted(context().selection.entries.len(), "result", "results"));
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
