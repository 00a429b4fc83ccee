//! The view "Words explained": every abbreviation and term of the trade.

use super::context::context;
use super::heading::ViewSection;
use crate::chart::listed;
use crate::plan::Term;
use crate::query::View;
use leptos::prelude::*;

/// The view.
#[component]
pub fn Glossary() -> impl IntoView {
    let terms = context().plan.glossary.iter().map(|term| view! { <TermRow term/> });
    view! {
        <ViewSection
            view=View::Glossary
            lead="The plan uses these words without explaining them. The explanations are ours."
        >
            <dl class="cp-glossary">{terms.collect_view()}</dl>
        </ViewSection>
    }
}

#[component]
fn TermRow(term: &'static Term) -> impl IntoView {
    let stands_for = term.stands_for.as_deref().map(|it| view! { <b>{it} ". "</b> " " });
    let also =
        (!term.also.is_empty()).then(|| view! { " " <span class="cp-quiet">"Also: " {listed(&term.also)} "."</span> });
    view! {
        <div class="cp-glossary__term" id=format!("cp-term-{}", term.id)>
            <dt>{term.term.as_str()}</dt>
            <dd>{stands_for} {term.meaning.as_str()} {also}</dd>
        </div>
    }
}
