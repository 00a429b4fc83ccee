//! The ways to print; and, on paper only, the address of the page, with a code that leads there.

use super::context;
use crate::chart::code::{Code, EDGE, code};
use crate::query::Query;
use leptos::prelude::*;

/// The buttons, and what stands on paper.
#[component]
pub(super) fn Paper() -> impl IntoView {
    let (explorer, reach) = (context::explorer(), context::reach());
    let here = move || {
        let address = explorer.with_query(|query| explorer.address_of(query));
        reach.surroundings(|it| it.whole_address(&address))
    };
    let no_booklet = move || !explorer.with_query(is_for_a_booklet);
    view! {
        <div class="cp-paper">
            <p class="cp-paper__ways">
                <button type="button" class="cp-button cp-button--quiet" on:click=move |_| reach.surroundings(|it| it.print(false))>
                    "Print what is on screen"
                </button>
                <button
                    type="button"
                    class="cp-button cp-button--quiet cp-paper__booklet"
                    hidden=no_booklet
                    on:click=move |_| reach.surroundings(|it| it.print(true))
                >
                    "Print it as a booklet (A5)"
                </button>
            </p>
            <p class="cp-quiet cp-paper__booklet" hidden=no_booklet>
                "For a booklet, choose two pages on a sheet in what your browser asks next, and fold the sheets."
            </p>
            {move || here().map(|address| view! { <WayBack address/> })}
        </div>
    }
}

/// A booklet is about one thing: a priority or a ward.
fn is_for_a_booklet(query: &Query) -> bool {
    query.priorities.len() == 1 || query.wards.len() == 1
}

/// The way from paper back to the page.
#[component]
fn WayBack(address: String) -> impl IntoView {
    view! {
        <div class="cp-paper__back">
            {code(&address).map(|code| view! { <AddressCode code/> })}
            <p>"This page online: " {address}</p>
        </div>
    }
}

#[component]
fn AddressCode(code: Code) -> impl IntoView {
    let (edge, side) = ((-EDGE).to_string(), (code.size + 2 * EDGE).to_string());
    view! {
        <svg
            class="cp-paper__code"
            viewBox=[&edge, " ", &edge, " ", &side, " ", &side].concat()
            role="img"
            aria-label="A QR code of the address beside it"
        >
            <path d=code.path></path>
        </svg>
    }
}
