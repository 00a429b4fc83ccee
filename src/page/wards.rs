//! The view "My ward": the answer, and the places of the map and of what else is known of a ward.

use super::FORM;
use super::context::context;
use super::finder::Finder;
use super::heading::{Heading, ViewSection};
use crate::query::{View, ward_answer};
use leptos::prelude::*;

/// The view.
#[component]
pub fn Wards() -> impl IntoView {
    view! {
        <ViewSection view=View::Wards lead="What the plan says where you live, and what other sources publish about it.">
            <div class="cp-mine">
                <div class="cp-place-tools">
                    <Finder/>
                    <WardChoice/>
                </div>
                <Here/>
                <p class="cp-no-program">
                    "The map and the figures of wards are shown once the program of this page is running. Choose your ward here, \
                    and " <a href="#cp-results-title">"read what the plan says of it"</a> "."
                </p>
                <div class="cp-part" data-part="wards"></div>
                <div class="cp-ward" data-part="ward"></div>
            </div>
        </ViewSection>
    }
}

/// The quick choice of a ward.
#[component]
fn WardChoice() -> impl IntoView {
    let plan = context().plan;
    let wards = plan.wards.iter().map(|it| view! { <option value=it.id.as_str()>{it.name.as_str()}</option> });
    // Beside its label, not inside: WebKit would add what is chosen to the name.
    view! {
        <div class="cp-field">
            <label for="cp-ward">"Your ward"</label>
            <select id="cp-ward" name="ward" form=FORM>
                <option value="" selected>"All of " {plan.edition.place.as_str()}</option>
                {wards.collect_view()}
                <option value="several" hidden>"Several wards"</option>
            </select>
        </div>
    }
}

/// The answer: for the whole area as the page is written, then for the wards that are chosen.
#[component]
fn Here() -> impl IntoView {
    let answer = ward_answer(context().facts, &[]);
    view! {
        <div class="cp-here" data-place="ward-here" data-whole>
            <Heading below=2 class="cp-here__title" id="cp-ward-title">
                <span data-text="ward-title">{answer.title}</span>
            </Heading>
            <p class="cp-here__says" data-text="ward-says">{answer.says}</p>
            <p>
                <a class="cp-onward" href="#cp-results-title">
                    <span data-text="ward-link">{answer.link}</span>
                </a>
            </p>
            <p class="cp-quiet">
                <span data-text="ward-places">{answer.places}</span>
                " The plan gives no figures for single wards."
            </p>
        </div>
    }
}
