//! When nothing is left: what was asked, and which choice to drop to see more.

use super::keep;
use crate::browser::Element;
use crate::query::{self, Choice, choice_label};
use crate::state::Explorer;
use leptos::prelude::*;

/// Puts them into the place that the page keeps for them.
pub(super) fn mount(explorer: Explorer, root: &Element) {
    let Some(place) = root.find("[data-place=empty]") else { return };
    let is_empty = Memo::new(move |_| explorer.total() == 0);
    keep(mount_to(place.html(), move || move || is_empty.get().then(|| view! { <WaysOut/> })));
}

/// What to do when the choices leave nothing.
#[component]
fn WaysOut() -> impl IntoView {
    let explorer: Explorer = expect_context();
    move || {
        let asked = explorer.with_query(|query| query::describe(explorer.facts, query));
        let ways = explorer.relaxations();
        let lead = if ways.is_empty() { "Leaving out one choice is not enough." } else { "To see more:" };
        let ways = ways.into_iter().map(|(choice, count)| view! { <Way choice count/> });
        view! {
            <div class="cp-empty">
                <p class="cp-lead">"The plan has nothing for: " {asked} "."</p>
                <p>{lead}</p>
                <ul class="cp-plain-list">
                    {ways.collect_view()}
                    <li>
                        <button type="button" class="cp-button" on:click=move |_| explorer.clear()>"Clear all choices"</button>
                    </li>
                </ul>
            </div>
        }
    }
}

/// The button that leaves one choice out.
#[component]
fn Way(choice: Choice, count: usize) -> impl IntoView {
    let explorer: Explorer = expect_context();
    let results = if count == 1 { " result)" } else { " results)" };
    let words = ["Leave out ", &choice_label(explorer.facts, &choice), " (", &count.to_string(), results].concat();
    view! {
        <li>
            <button type="button" class="cp-button" on:click=move |_| explorer.remove(&choice)>{words}</button>
        </li>
    }
}
