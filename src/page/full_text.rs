//! The view "Full text": every passage of the document, in its own order and its own words.

use super::context::context;
use super::heading::{PartTitle, ViewSection};
use super::wording::full_title;
use crate::plan::SectionId;
use crate::query::View;
use crate::query::passages::{self, Passage};
use leptos::prelude::*;

/// The view.
#[component]
pub fn FullText() -> impl IntoView {
    let plan = context().plan;
    let sections = passages::by_section(plan).into_iter();
    let sections = sections.map(|(id, passages)| view! { <TextSection id passages/> });
    view! {
        <ViewSection
            view=View::Text
            lead="Every sentence of the plan, word for word and in its order. The contents page and page marks are left out."
        >
            <p class="cp-text__title">{full_title(plan)}</p>
            {sections.collect_view()}
        </ViewSection>
    }
}

/// A section of the document. Its passages are places that the program moves the keyboard to.
#[component]
fn TextSection(id: SectionId, passages: Vec<Passage<'static>>) -> impl IntoView {
    let section = context().plan.section(id);
    let passages = passages.into_iter().map(|it| {
        view! { <p class="cp-passage" id=format!("cp-text-{}", it.id) tabindex="-1">{it.quote}</p> }
    });
    view! {
        <section class="cp-text__section">
            <PartTitle id=format!("cp-section-{}", section.id) title=&section.heading/>
            {passages.collect_view()}
        </section>
    }
}
