//! When nothing is left: what was asked, and which choice to drop to see more.

use super::keep;
use crate::browser::Element;
use crate::query::{self, Choice, Tally, choice_label};
use crate::state::Explorer;
use leptos::prelude::*;

/// Puts them into the place that the page keeps for them.
pub(super) fn mount(explorer: Explorer, root: &Element) {
    if let Some(place) = root.find("[data-place=empty]") {
        keep(mount_to(place.html(), move || view! { <Empty explorer/> }));
    }
}

/// What to do while the choices leave nothing. Made anew for each such query: a translator may have put its own text there.
#[component]
fn Empty(explorer: Explorer) -> impl IntoView {
    let asked = move || explorer.with(|now| (now.total() == 0).then(|| query::describe(explorer.facts, &now.query)));
    view! { <For each=asked key=String::clone let:asked><WaysOut asked/></For> }
}

/// What was asked, and the ways to see more.
#[component]
fn WaysOut(asked: String) -> impl IntoView {
    let explorer: Explorer = expect_context();
    let ways = untrack(|| explorer.relaxations());
    let lead = if ways.is_empty() { "Leaving out one choice is not enough." } else { "To see more:" };
    let ways = ways.into_iter().map(|(choice, found)| view! { <Way choice found/> });
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

/// The button that leaves one choice out.
#[component]
fn Way(choice: Choice, found: Tally) -> impl IntoView {
    let explorer: Explorer = expect_context();
    let words = ["Leave out ", &choice_label(explorer.facts, &choice), " (", &found.words(), ")"].concat();
    view! {
        <li>
            <button type="button" class="cp-button" on:click=move |_| explorer.remove(&choice)>{words}</button>
        </li>
    }
}
