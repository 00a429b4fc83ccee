//! The choices made, as buttons that take them back.

use super::follow::hidden;
use super::keep;
use crate::browser::Element;
use crate::page::glyph::{CROSS, Glyph};
use crate::query::{Choice, Query, choice_label};
use crate::state::Explorer;
use leptos::prelude::*;

/// Puts them into the place that the page keeps for them.
pub(super) fn mount(explorer: Explorer, root: &Element) {
    let Some(place) = root.find("[data-place=choices]") else { return };
    let Some(list) = place.find(".cp-chosen__list") else { return };
    keep(mount_to(list.html(), || view! { <Chips/> }));
    hidden(Some(place), move || explorer.with_query(Query::is_empty));
}

/// A button for each choice. By key, so that a button is never given another's name: a translator may have put its own text there.
#[component]
fn Chips() -> impl IntoView {
    let explorer: Explorer = expect_context();
    let choices = move || explorer.with_query(Query::choices);
    view! { <For each=choices key=Choice::clone let:choice><Chip choice/></For> }
}

/// The button that takes one choice back.
#[component]
fn Chip(choice: Choice) -> impl IntoView {
    let explorer: Explorer = expect_context();
    let name = choice_label(explorer.facts, &choice);
    view! {
        <li>
            <button type="button" class="cp-chip" on:click=move |_| explorer.remove(&choice)>
                <span class="cp-visually-hidden">"Remove "</span>
                {name}
                <Glyph path=CROSS/>
            </button>
        </li>
    }
}
