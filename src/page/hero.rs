//! The first things a resident can do: say where they live, or search.

use super::FORM;
use super::context::context;
use super::finder::Finder;
use super::heading::Heading;
use leptos::prelude::*;

/// The title, the ward choice and the search.
#[component]
pub fn Hero() -> impl IntoView {
    view! {
        <div class="cp-hero" part="top">
            <Heading below=0 class="cp-hero__title" id="cp-title">{context().plan.edition.heading.as_str()}</Heading>
            <p class="cp-hero__lead">"What was promised, what was done, and how it is going."</p>
            <div class="cp-hero__tools">
                <Finder/>
                <WardChoice/>
                <Search/>
                <p class="cp-no-program">
                    "This page does without its search and its counts here, because the program for them is not running. The \
                    whole plan is on this page: “Find” in your browser’s menu searches it."
                </p>
            </div>
        </div>
    }
}

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

#[component]
fn Search() -> impl IntoView {
    view! {
        <form class="cp-search" role="search" data-app>
            <label class="cp-field" for="cp-search"><span>"Search the plan"</span></label>
            <div class="cp-search__row">
                <input type="search" id="cp-search" autocomplete="off" maxlength="100"/>
                <button type="submit" class="cp-button cp-button--main">"Search"</button>
            </div>
            <p class="cp-search__hint" hidden>
                "We keep these words out of the address of this page, so that they leave no trail."
            </p>
        </form>
    }
}
