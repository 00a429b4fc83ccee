//! The view "Full text": every passage of the document, in its own order and its own words.

use super::heading::heading;
use super::words::marked;
use crate::query::passages;
use crate::state::Explorer;
use leptos::prelude::*;

/// The view "Full text".
#[component]
pub(super) fn FullText(explorer: Explorer) -> impl IntoView {
    let plan = explorer.plan;
    let sections = passages::by_section(plan)
        .into_iter()
        .map(|(section, passages)| {
            let section = plan.section(section);
            let rows = passages
                .into_iter()
                .map(|it| {
                    view! {
                        <p class="cp-passage" id=format!("cp-text-{}", it.id) tabindex="-1">
                            {marked(explorer, it.quote)}
                        </p>
                    }
                })
                .collect_view();
            view! {
                <section class="cp-text__section">
                    {heading(explorer.heading(2), "cp-view__part", format!("cp-section-{}", section.id), section.heading.as_str())}
                    {rows}
                </section>
            }
        })
        .collect_view();
    view! {
        <section class="cp-view cp-text" aria-labelledby="cp-view-title">
            {heading(explorer.heading(1), "cp-view__title", "cp-view-title".to_owned(), "Full text")}
            <p class="cp-lead">
                "Every sentence of the plan, word for word and in its order. The contents page and page marks are left out."
            </p>
            <p class="cp-text__title">{plan.edition.title.quote.as_str()} ", " {plan.edition.update.quote.as_str()}</p>
            {sections}
        </section>
    }
}
