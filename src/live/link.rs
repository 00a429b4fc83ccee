//! Links to what wards have: real addresses that can be copied and opened elsewhere, followed here without a new page.

use super::context;
use crate::plan::WardId;
use crate::query::{Query, View};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// A link to what is known of one ward, or of several beside each other; other choices stay.
#[component]
pub(super) fn WardLink(
    #[prop(default = "cp-onward")] class: &'static str,
    wards: Vec<WardId>,
    #[prop(into)] says: String,
) -> impl IntoView {
    let explorer = context::explorer();
    let wards = StoredValue::new(wards);
    let of_wards = move |query: Query| {
        let wards = wards.with_value(|it| it.iter().copied().collect());
        Query { wards, view: View::Wards, ..query }
    };
    let press = move |event: MouseEvent| {
        if is_plain(&event) {
            event.prevent_default();
            explorer.show_wards(wards.get_value());
        }
    };
    view! {
        <a class=class href=move || explorer.address_of(&of_wards(explorer.query())) on:click=press>
            {says}
        </a>
    }
}

/// Whether a click asks for nothing but to follow the link here.
fn is_plain(event: &MouseEvent) -> bool {
    event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}
