//! The results: how many, for which choices, in which order; then priority by priority.

use super::chosen::Chosen;
use super::empty::Empty;
use super::group::Group;
use super::heading::heading;
use super::place::PlaceAnswer;
use crate::plan::PriorityId;
use crate::query::{Order, priorities_in_order};
use crate::state::Explorer;
use leptos::prelude::*;

/// The results of the current choices.
#[component]
pub(super) fn Results(explorer: Explorer) -> impl IntoView {
    let plan = explorer.plan;
    let order = Memo::new(move |_| {
        priorities_in_order(plan, explorer.order.get())
            .into_iter()
            .map(Some)
            .chain([None])
            .collect::<Vec<Option<PriorityId>>>()
    });
    let title = move || match explorer.total() {
        0 => "No results".to_owned(),
        1 => "1 result".to_owned(),
        total if explorer.with_query(crate::query::Query::is_empty) => format!("All {total} statements"),
        total => format!("{total} results"),
    };
    view! {
        <section class="cp-results" aria-labelledby="cp-results-title">
            <div class="cp-results__head">
                {heading(explorer.heading(1), "cp-results__title", "cp-results-title".to_owned(), title)}
                <OrderChoice explorer />
            </div>
            <Chosen explorer />
            <PlaceAnswer explorer />
            <p class="cp-key">
                "Words in “quotation marks” are the plan’s own. Lines marked "
                <span class="cp-ours">"In our words"</span> " are ours, to make them easier to read."
            </p>
            <Empty explorer />
            <For each=move || order.get() key=|id| *id children=move |priority| view! { <Group explorer priority /> } />
        </section>
    }
}

/// In which order priorities are listed.
#[component]
fn OrderChoice(explorer: Explorer) -> impl IntoView {
    let option = move |order: Order, words: &'static str| {
        view! {
            <label class="cp-radio">
                <input
                    type="radio"
                    name="cp-order"
                    prop:checked=move || explorer.order.get() == order
                    checked=explorer.order.get_untracked() == order
                    on:change=move |_| explorer.set_order(order)
                />
                <span>{words}</span>
            </label>
        }
    };
    view! {
        <fieldset class="cp-order">
            <legend>"Order of priorities"</legend>
            {option(Order::Alphabetical, "A to Z")} {option(Order::Plan, "As in the plan")}
        </fieldset>
    }
}
