//! Copying what stands in a text field.

use super::context;
use leptos::prelude::*;

const REFUSED: &str = "This browser does not let us copy. The text is chosen: press Ctrl and C, or Command and C.";

/// The button that copies what stands in the field of this id, and what came of it.
#[component]
pub(super) fn CopyButton(#[prop(into)] field: String) -> impl IntoView {
    let reach = context::reach();
    let said = RwSignal::new("");
    let copy = move |_| {
        let done = move |copied| _ = said.try_set(if copied { "Copied." } else { REFUSED });
        reach.surroundings(|it| it.copy(&field, Box::new(done)));
    };
    view! {
        <button type="button" class="cp-button" on:click=copy>"Copy"</button>
        " "
        <span role="status" data-copied="">{move || said.get()}</span>
    }
}
