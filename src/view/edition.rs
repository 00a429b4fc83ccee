//! The edition, always in sight: a draft or not, for which years, and where to look for a newer one.

use crate::state::Explorer;
use leptos::prelude::*;

/// The notice above everything else.
#[component]
pub(super) fn EditionNotice(explorer: Explorer) -> impl IntoView {
    let edition = &explorer.plan.edition;
    let page = explorer.plan.link(edition.page);
    let link = match page.offered() {
        Some(url) => view! { <a href=url rel="noreferrer external">{page.name.as_str()}</a> }.into_any(),
        None => page.name.as_str().into_any(),
    };
    let (from, to) = edition.years;
    view! {
        <div class="cp-edition" role="note" aria-label="About this edition">
            <p>
                <strong class="cp-tag cp-tag--note">{if edition.draft { "Draft" } else { "Published" }}</strong>
                " "
                {format!("Plan for {from} to {to}, {} update. ", edition.year)}
                {edition.standing.as_str()}
                " "
                {link}
                "."
            </p>
        </div>
    }
}
