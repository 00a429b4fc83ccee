//! The results: how many, in which order; then priority by priority.

use super::FORM;
use super::chosen::Chosen;
use super::context::context;
use super::counted::Counted;
use super::group::PriorityGroup;
use super::heading::Heading;
use super::partner::PartnerHeads;
use super::place::WardAnswers;
use crate::plan::counted;
use crate::query::{Order, priorities_in_order};
use leptos::prelude::*;

/// The results of no choices: everything.
#[component]
pub fn Results() -> impl IntoView {
    let page = context();
    let all = match page.selection.entries.len() {
        0 => "No results".to_owned(),
        1 => counted(1, "statement", "statements"),
        total => format!("All {}", counted(total, "statement", "statements")),
    };
    let priorities = priorities_in_order(page.facts, Order::default()).into_iter().map(Some);
    let groups = priorities.chain([None]).map(|priority| view! { <PriorityGroup priority/> });
    view! {
        <section class="cp-results" part="results" aria-labelledby="cp-results-title">
            <div class="cp-results__head">
                <Heading below=1 class="cp-results__title" id="cp-results-title">
                    <Counted all chosen="Statements and strategies that fit your choices" text="results-title"/>
                </Heading>
                <OrderChoice/>
            </div>
            <Chosen/>
            <WardAnswers/>
            <div data-place="found"></div>
            <p class="cp-key cp-results__key">"These lines are ours, in plain words." <span class="cp-on-screen">" Each opens to the plan’s own."</span></p>
            <div data-place="empty"></div>
            <PartnerHeads/>
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
