//! The plan's own words as a quotation.

use super::context::context;
use super::words::TermsIn;
use crate::plan::{SectionId, Source};
use leptos::prelude::*;

/// The plan's own words, signed with their section.
#[component]
pub fn Quotation(source: &'static Source) -> impl IntoView {
    view! {
        <blockquote class="cp-quote">
            <div class="cp-quote__words">"“" {source.quote.as_str()} "”"</div>
            <div class="cp-quote__from">"Plan, " {cite(source.section)}</div>
        </blockquote>
        <TermsIn text=&source.quote/>
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

/// Names that begin alike tell nothing apart, and long ones are tiring to hear.
const NAMED_BY: usize = 10;

/// How a statement of the plan is told from others, by who only listens: its first words and its section.
pub(super) fn name_of(source: &Source) -> String {
    [&first_words(&source.quote), ", ", cite(source.section)].concat()
}

/// The first words of a text, as a quotation.
pub(super) fn first_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let more = if words.len() > NAMED_BY { "…" } else { "" };
    ["“", &words.iter().take(NAMED_BY).copied().collect::<Vec<_>>().join(" "), more, "”"].concat()
}
