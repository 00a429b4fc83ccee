//! "Exit this page": one press, or the Shift key three times, and a harmless page is there instead, with no way back.

use leptos::prelude::*;

/// Where the way out leads: to a page that anybody may have open.
const HARMLESS: &str = "https://www.bbc.co.uk/weather";

/// The way out, for above sensitive content.
#[component]
pub fn Exit() -> impl IntoView {
    view! { <a class="cp-exit" href=HARMLESS rel="noreferrer external">"Exit this page"</a> }
}

/// The way out that stays in sight while what is on show may put somebody at risk.
#[component]
pub fn ExitBar() -> impl IntoView {
    view! {
        <div class="cp-exit-bar" hidden>
            <Exit/>
            <span class="cp-exit-bar__hint">
                "or press Shift three times. Your browser may still keep this visit in its history."
            </span>
        </div>
    }
}
