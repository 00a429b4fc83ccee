//! The top of the page: on the start the title and one box to ask in; elsewhere one line with the way back and the same box.

use super::context::context;
use super::heading::Heading;
use crate::plan::counted;
use leptos::prelude::*;

/// The title and the box. The stylesheet makes one line of it wherever something is on show.
#[component]
pub fn Hero() -> impl IntoView {
    let plan = context().plan;
    let all = format!("All {}", counted(plan.priorities.len(), "priority", "priorities"));
    view! {
        <div class="cp-hero" part="top">
            <a class="cp-hero__back" href="#cp-overview-title" data-query="">{all}</a>
            <Heading below=0 class="cp-hero__title" id="cp-title">{plan.edition.heading.as_str()}</Heading>
            <p class="cp-hero__lead">"What was promised, what was done, and how it is going."</p>
            <Search/>
            <p class="cp-no-program">
                "This page does without its search and its counts here, because the program for them is not running. The whole \
                plan is on this page: " <a href="#cp-results-title">"read its statements"</a> " or "
                <a href="#cp-view-text">"the full text"</a> "."
            </p>
        </div>
    }
}

/// One box for a postcode, a ward or words. Words are found as they are typed; a place is looked up when it is sent.
#[component]
fn Search() -> impl IntoView {
    view! {
        <form class="cp-search" role="search" data-app>
            <label class="cp-field" for="cp-search"><span>"Postcode, ward or a word"</span></label>
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
