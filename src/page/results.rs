//! The results: how many, in which order; then priority by priority.

use super::FORM;
use super::chosen::Chosen;
use super::context::context;
use super::counted::Counted;
use super::group::PriorityGroup;
use super::heading::Heading;
use super::place::WardAnswers;
use super::words::IsOurs;
use crate::query::{Order, priorities_in_order};
use leptos::prelude::*;

/// The results of no choices: everything.
#[component]
pub fn Results() -> impl IntoView {
    let page = context();
    let all = match page.selection.entries.len() {
        0 => "No results".to_owned(),
        1 => "1 result".to_owned(),
        total => format!("All {total} statements"),
    };
    let priorities = priorities_in_order(page.facts, Order::default()).into_iter().map(Some);
    let groups = priorities.chain([None]).map(|priority| view! { <PriorityGroup priority/> });
    view! {
        <section class="cp-results" part="results" aria-labelledby="cp-results-title">
            <div class="cp-results__head">
                <Heading below=1 class="cp-results__title" id="cp-results-title">
                    <Counted all chosen="What your choices leave" text="results-title"/>
                </Heading>
                <OrderChoice/>
            </div>
            <Chosen/>
            <WardAnswers/>
            <p class="cp-key">
                "Words in “quotation marks” are the plan’s own. Lines marked " <IsOurs/>
                " are ours, to make them easier to read."
            </p>
            <div data-place="empty"></div>
            {groups.collect_view()}
        </section>
    }
    .into_any()
}

/// In which order priorities are listed.
#[component]
fn OrderChoice() -> impl IntoView {
    view! {
        <fieldset class="cp-order" data-app>
            <legend>"Order of priorities"</legend>
            <OrderRadio order=Order::Alphabetical words="A to Z"/>
            <OrderRadio order=Order::Plan words="As in the plan"/>
        </fieldset>
    }
}

#[component]
fn OrderRadio(order: Order, words: &'static str) -> impl IntoView {
    let chosen = order == Order::default();
    view! {
        <label class="cp-radio">
            <input type="radio" name="order" value=order.slug() form=FORM checked=chosen/>
            <span>{words}</span>
        </label>
    }
}
