//! What is closed under one line that says what it holds.

use super::heading::SummaryHeading;
use leptos::prelude::*;

/// A part that opens from its heading. Links lead to it by its id.
#[component]
pub fn Fold(
    #[prop(into)] id: String,
    title: &'static str,
    /// How many levels under the title of the page its heading stands.
    #[prop(default = 3)]
    below: u8,
    /// How many it holds, where that is to be said.
    #[prop(optional)]
    count: Option<usize>,
    /// Whether paper has it open; else paper leaves it out.
    #[prop(optional)]
    printed: bool,
    children: Children,
) -> impl IntoView {
    let count = count.map(|it| view! { " " <span class="cp-fold__count">"(" {it} ")"</span> });
    view! {
        <details class=if printed { "cp-fold cp-fold--printed" } else { "cp-fold" }>
            <summary id=id>
                <SummaryHeading below class="cp-fold__title">{title} {count}</SummaryHeading>
            </summary>
            {children()}
        </details>
    }
}
