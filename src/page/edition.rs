//! The edition, always in sight: a draft or not, for which years, and where to look for a newer one.

use super::context::context;
use super::link::External;
use leptos::prelude::*;

/// The notice above everything else.
#[component]
pub fn EditionNotice() -> impl IntoView {
    let plan = context().plan;
    let edition = &plan.edition;
    let (from, to) = edition.years;
    let page = plan.link(edition.page);
    let name = page.name.as_str();
    let link = match page.offered() {
        Some(url) => view! { <External url>{name}</External> }.into_any(),
        None => name.into_any(),
    };
    view! {
        <div class="cp-edition" role="note" aria-label="About this edition">
            <p>
                <strong class="cp-tag cp-tag--note">{if edition.draft { "Draft" } else { "Published" }}</strong>
                {format!(" Plan for {from} to {to}, {} update. ", edition.year)} {edition.standing.as_str()} " " {link} "."
            </p>
        </div>
    }
}
