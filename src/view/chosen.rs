//! The choices made, each of which can be taken back by itself, and all at once.

use super::glyph::cross;
use crate::query::choice_label;
use crate::state::Explorer;
use leptos::prelude::*;

/// The choices made, as buttons that take them back.
#[component]
pub(super) fn Chosen(explorer: Explorer) -> impl IntoView {
    let choices = move || explorer.with_query(crate::query::Query::choices);
    view! {
        <div class="cp-chosen" hidden=move || choices().is_empty()>
            <ul class="cp-chosen__list" aria-label="Your choices">
                <For
                    each=choices
                    key=|choice| format!("{choice:?}")
                    children=move |choice| {
                        let words = choice_label(explorer.plan, &choice);
                        view! {
                            <li>
                                <button type="button" class="cp-chip" on:click=move |_| explorer.remove(&choice)>
                                    <span class="cp-visually-hidden">"Remove "</span>
                                    {words}
                                    {cross()}
                                </button>
                            </li>
                        }
                    }
                />
            </ul>
            <button type="button" class="cp-button cp-button--quiet" on:click=move |_| explorer.clear()>
                "Clear all choices"
            </button>
        </div>
    }
}
