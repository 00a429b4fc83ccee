//! The plan's own words as a quotation.

use super::context::context;
use super::words::Explained;
use crate::plan::{SectionId, Source};
use leptos::prelude::*;

/// The plan's own words, signed with their section.
#[component]
pub fn Quotation(source: &'static Source) -> impl IntoView {
    view! {
        <blockquote class="cp-quote">
            <div class="cp-quote__words">"“" <Explained text=&source.quote/> "”"</div>
            <div class="cp-quote__from">"Plan, " {cite(source.section)}</div>
        </blockquote>
    }
}

/// A footnote of the plan.
#[component]
pub fn FootnoteLine(source: &'static Source) -> impl IntoView {
    view! { <p class="cp-card__footnote">"The plan’s footnote: “" {source.quote.as_str()} "”"</p> }
}

/// How a section is cited.
pub(super) fn cite(section: SectionId) -> &'static str {
    &context().plan.section(section).cite
}
