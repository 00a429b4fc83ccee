//! Text of the plan on the page: what the search matched is marked, and terms of the glossary open in place.

use crate::plan::Plan;
use crate::query::search;
use crate::query::terms;
use crate::state::Explorer;
use leptos::prelude::*;

/// A text with the search words marked.
pub(super) fn marked(explorer: Explorer, text: &'static str) -> AnyView {
    (move || {
        explorer.words.with(|words| {
            if words.is_empty() {
                return text.into_any();
            }
            search::mark(text, words)
                .into_iter()
                .map(|piece| {
                    let text = piece.text;
                    if piece.hit { view! { <mark>{text}</mark> }.into_any() } else { text.into_any() }
                })
                .collect_view()
                .into_any()
        })
    })
    .into_any()
}

/// A text with the search words marked, in which the first mention of each glossary term can be opened.
pub(super) fn explained(explorer: Explorer, text: &'static str) -> AnyView {
    terms::split(explorer.plan, text)
        .into_iter()
        .map(|piece| match piece.term {
            None => marked(explorer, piece.text),
            Some(term) => {
                let term = explorer.plan.term(term);
                let meaning = view! {
                    {term.stands_for.as_deref().map(|it| view! { <b>{it}". "</b> })} {term.meaning.as_str()} " "
                    <span class="cp-ours">"In our words"</span>
                };
                in_place(marked(explorer, piece.text), meaning.into_any())
            }
        })
        .collect_view()
        .into_any()
}

/// Words that open an explanation in place, inside their sentence.
pub(super) fn in_place(words: AnyView, explanation: AnyView) -> AnyView {
    let open = RwSignal::new(false);
    view! {
        <button
            type="button"
            class="cp-term"
            aria-expanded=move || if open.get() { "true" } else { "false" }
            on:click=move |_| open.update(|it| *it = !*it)
        >
            {words}
        </button>
        <span class="cp-term__meaning" hidden=move || !open.get()>
            {explanation}
        </span>
    }
    .into_any()
}

/// The plan's own words as a quotation, signed with their section.
pub(super) fn quotation(explorer: Explorer, quote: &'static str, cite: &'static str) -> AnyView {
    view! {
        <blockquote class="cp-quote">
            <div class="cp-quote__words">"“"{explained(explorer, quote)}"”"</div>
            <div class="cp-quote__from">"Plan, "{cite}</div>
        </blockquote>
    }
    .into_any()
}

/// A line of ours beside the plan's words, marked as ours.
pub(super) fn ours(explorer: Explorer, plain: &'static str) -> AnyView {
    view! {
        <p class="cp-plain">
            {marked(explorer, plain)} " " <span class="cp-ours">"In our words"</span>
        </p>
    }
    .into_any()
}

/// How the plan is cited in full.
pub(super) fn full_title(plan: &'static Plan) -> String {
    format!("{}, {}", plan.edition.title.quote, plan.edition.update.quote)
}
