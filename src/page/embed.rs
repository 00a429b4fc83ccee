//! The view "Put this on your website": for web editors.

use super::heading::ViewSection;
use crate::query::View;
use leptos::prelude::*;

/// The view. It makes lines to paste, which only the program can, so the program brings it into sight.
#[component]
pub fn Embed() -> impl IntoView {
    view! {
        <ViewSection
            view=View::Embed
            lead="For web editors: choose how the plan is to look on your page, and copy what to paste there."
            hidden=true
        >
            <div class="cp-part" data-part="embed"></div>
        </ViewSection>
    }
}
