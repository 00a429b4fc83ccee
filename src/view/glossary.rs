//! The view "Words explained": every abbreviation and term of the trade.

use super::heading::heading;
use crate::state::Explorer;
use leptos::prelude::*;

/// The view "Words explained".
#[component]
pub(super) fn Glossary(explorer: Explorer) -> impl IntoView {
    let rows = explorer
        .plan
        .glossary
        .iter()
        .map(|term| {
            let stands_for = term.stands_for.as_deref().map(|it| view! { <b>{it}". "</b> });
            let also = (!term.also.is_empty()).then(|| format!("Also written {}.", term.also.join(", ")));
            view! {
                <div class="cp-glossary__term" id=format!("cp-term-{}", term.id)>
                    <dt>{term.term.as_str()}</dt>
                    <dd>{stands_for} {term.meaning.as_str()} " " {also.map(|it| view! { <span class="cp-quiet">{it}</span> })}</dd>
                </div>
            }
        })
        .collect_view();
    view! {
        <section class="cp-view" aria-labelledby="cp-view-title">
            {heading(explorer.heading(1), "cp-view__title", "cp-view-title".to_owned(), "Words explained")}
            <p class="cp-lead">"The plan uses these words without explaining them. The explanations are ours."</p>
            <dl class="cp-glossary">{rows}</dl>
        </section>
    }
}
