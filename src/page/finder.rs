//! Finding a ward by postcode, by name or by where the device is: the form, and the place of its answer.

use leptos::prelude::*;

/// The form. It is sent nowhere: the program answers on the device.
#[component]
pub fn Finder() -> impl IntoView {
    view! {
        <form class="cp-search cp-finder" data-asks data-app>
            <label class="cp-field" for="cp-place"><span>"Postcode or ward"</span></label>
            <div class="cp-search__row">
                <input
                    type="text"
                    id="cp-place"
                    autocomplete="postal-code"
                    maxlength="60"
                    aria-describedby="cp-place-said"
                />
                <button type="submit" class="cp-button cp-button--main">"Find"</button>
            </div>
            <div class="cp-part" data-part="finder" data-wait>
                <p class="cp-part__line" id="cp-place-said">"Looked up on your device. Nothing is sent."</p>
            </div>
            <button type="button" class="cp-button cp-button--quiet cp-finder__here" data-here>"Use my location"</button>
        </form>
    }
}
