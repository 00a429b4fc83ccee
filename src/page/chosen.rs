//! The choices made: the place of the buttons that take them back, and what stands there without the program.

use super::filters::ResetChoices;
use leptos::prelude::*;

/// The place of the choices.
#[component]
pub fn Chosen() -> impl IntoView {
    view! {
        <div class="cp-chosen" data-place="choices" hidden>
            <ul class="cp-chosen__list" aria-label="Your choices"></ul>
            <button type="button" class="cp-button cp-button--quiet" data-do="clear">"Clear all choices"</button>
        </div>
        <div class="cp-chosen cp-when-chosen">
            <p>"Nothing left means nothing in the plan."</p>
            <ResetChoices/>
        </div>
    }
}
