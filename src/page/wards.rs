//! The view "Map and wards": the place of the map and of what is known of a ward.

use super::heading::ViewSection;
use crate::query::View;
use leptos::prelude::*;

/// The view.
#[component]
pub fn Wards() -> impl IntoView {
    view! {
        <ViewSection
            view=View::Wards
            lead="What the plan says where you live, and what official sources publish about it. The two are kept apart."
        >
            <p class="cp-no-program">
                "This part is shown once the program of this page is running. What the plan says of your ward stands above: \
                choose it under “Your ward”."
            </p>
            <div class="cp-part" data-part="wards"></div>
        </ViewSection>
    }
}
