//! "Where does this come from": the way from any statement on the page to the words, section and edition it rests on.

use super::wording::{confidence_word, gap_sentence};
use super::words::full_title;
use crate::plan::{Entry, Gap, Local, Origin, SectionId, Source};
use crate::query;
use crate::state::Explorer;
use leptos::prelude::*;

/// The opened explanation for a statement of the plan.
pub(super) fn origin(explorer: Explorer, id: &'static str, source: &'static Source, extra: AnyView) -> AnyView {
    view! {
        <details class="cp-origin">
            <summary>"Where does this come from"</summary>
            <div class="cp-origin__body">{from_plan(explorer, id, source)} {extra}</div>
        </details>
    }
    .into_any()
}

/// The opened explanation for an entry.
pub(super) fn entry_origin(explorer: Explorer, entry: &'static Entry) -> AnyView {
    let gaps = view! { <Gaps gaps=&entry.gaps /> }.into_any();
    match &entry.origin {
        Origin::Plan(source) => origin(explorer, entry.id.as_str(), source, gaps),
        Origin::Elsewhere(local) => view! {
            <details class="cp-origin">
                <summary>"Where does this come from"</summary>
                <div class="cp-origin__body">{from_elsewhere(local)}</div>
            </details>
        }
        .into_any(),
    }
}

fn from_plan(explorer: Explorer, id: &'static str, source: &'static Source) -> AnyView {
    let plan = explorer.plan;
    let section = plan.section(source.section);
    let draft = if plan.edition.draft { " This edition is a draft." } else { "" };
    let link = passage_link(explorer, query::passages::holder(plan, source).map_or(id, |it| it.as_str()));
    view! {
        <p class="cp-origin__quote">"“"{source.quote.as_str()}"”"</p>
        <p>
            {full_title(plan)}", "{section.cite.as_str()}", under “"{section.heading.as_str()}"”. Word for word."{draft}
        </p>
        <p>{link}</p>
    }
    .into_any()
}

fn from_elsewhere(local: &'static Local) -> AnyView {
    view! {
        <p>"This is not from the plan."</p>
        <p>
            "Source: "<a href=local.url.as_str() rel="noreferrer external">{local.publisher.as_str()}</a>". Date: "
            {local.date.as_str()}"."
        </p>
        <p>"How we know the place: "{local.basis.as_str()}" ("{confidence_word(local.confidence)}")."</p>
    }
    .into_any()
}

/// A link to the passage in the full text.
fn passage_link(explorer: Explorer, id: &'static str) -> AnyView {
    let href = move || {
        let mut query = explorer.query();
        query.view = crate::query::View::Text;
        explorer.address_of(&query)
    };
    view! {
        <a
            href=href
            on:click=move |event| {
                if super::link::plain(&event) {
                    event.prevent_default();
                    explorer.show_passage(&format!("text-{id}"));
                }
            }
        >
            "Read it in the full text"
        </a>
    }
    .into_any()
}

/// What the plan leaves unsaid about an entry.
#[component]
fn Gaps(gaps: &'static [Gap]) -> impl IntoView {
    (!gaps.is_empty()).then(|| {
        view! {
            <p class="cp-origin__gaps">"What the plan does not say:"</p>
            <ul>{gaps.iter().map(|gap| view! { <li>{gap_sentence(*gap)}</li> }).collect_view()}</ul>
        }
    })
}

/// The section's citation, for a signature under a quote.
pub(super) fn cite(explorer: Explorer, section: SectionId) -> &'static str {
    explorer.plan.section(section).cite.as_str()
}
