//! Links inside the explorer: real addresses that can be copied and opened elsewhere, followed here without a new page.

use crate::query::Query;
use crate::state::Explorer;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// Whether a click asks for nothing but to follow the link here.
pub(super) fn plain(event: &MouseEvent) -> bool {
    event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}

/// A link to what another query would show.
pub(super) fn link(
    explorer: Explorer,
    class: &'static str,
    edit: impl Fn(Query) -> Query + Copy + Send + Sync + 'static,
    words: impl IntoView + 'static,
) -> AnyView {
    let words = words.into_any();
    view! {
        <a
            class=class
            href=move || explorer.address_of(&edit(explorer.query()))
            on:click=move |event| {
                if plain(&event) {
                    event.prevent_default();
                    explorer.open(edit(explorer.query()));
                }
            }
        >
            {words}
        </a>
    }
    .into_any()
}
