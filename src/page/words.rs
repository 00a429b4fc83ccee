//! Words of ours, marked as ours, and words that are explained elsewhere on the page.

use super::context::context;
use crate::query::terms;
use leptos::prelude::*;

/// The mark of words that are ours.
#[component]
pub fn IsOurs() -> impl IntoView {
    view! { <span class="cp-ours">"In our words"</span> }
}

/// A line of ours beside the plan's words, marked as ours.
#[component]
pub fn PlainLine(words: &'static str) -> impl IntoView {
    view! { <p class="cp-plain">{words} " " <IsOurs/></p> }
}

/// Words that are explained at another place of the page. The program opens the explanation where the words stand.
#[component]
pub fn TermLink(words: &'static str, #[prop(into)] place: String) -> impl IntoView {
    view! { <a class="cp-term" href=place>{words}</a> }
}

/// The terms of the glossary that a quotation uses, below it: a button within the words would break them up for whoever listens.
#[component]
pub fn TermsIn(text: &'static str) -> impl IntoView {
    let plan = context().plan;
    let pieces = terms::split(plan, text).into_iter();
    let links: Vec<_> =
        pieces.filter_map(|it| Some((it.text, format!("#cp-term-{}", plan.term(it.term?).id)))).collect();
    (!links.is_empty()).then(|| {
        let links = links.into_iter().enumerate().map(|(at, (words, place))| {
            view! { {(at > 0).then_some(", ")} <TermLink words place/> }
        });
        view! { <p class="cp-terms">"Words used here: " {links.collect_view()}</p> }
    })
}

/// A text of ours in which the first mention of each term of the glossary is explained.
#[component]
pub fn Explained(text: &'static str) -> impl IntoView {
    let plan = context().plan;
    let pieces = terms::split(plan, text).into_iter().map(|piece| match piece.term {
        Some(term) => {
            view! { <TermLink words=piece.text place=format!("#cp-term-{}", plan.term(term).id)/> }.into_any()
        }
        None => piece.text.into_any(),
    });
    pieces.collect_view()
}
