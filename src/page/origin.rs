//! "Where does this come from": the way from any statement on the page to the words, section and edition it rests on.

use super::context::context;
use super::link::External;
use super::quote::cite;
use super::wording::{full_title, gap_sentence};
use crate::plan::{self, Entry, Gap, Local, Source};
use crate::query::{confidence_label, passages};
use leptos::prelude::*;

/// The explanation, to be opened, of the statement with this id; with the plan's words (`in_full`) where they do not stand beside it.
#[component]
pub fn StatementOrigin(id: &'static str, source: &'static Source, #[prop(optional)] in_full: bool) -> impl IntoView {
    view! { <Opened><FromPlan id source in_full/></Opened> }
}

/// The explanation of an entry, to be opened.
#[component]
pub fn EntryOrigin(entry: &'static Entry) -> impl IntoView {
    match &entry.origin {
        plan::Origin::Plan(source) => view! {
            <Opened gaps=&entry.gaps><FromPlan id=entry.id.as_str() source in_full=false/></Opened>
        }
        .into_any(),
        plan::Origin::Elsewhere(local) => view! { <Opened><FromElsewhere local/></Opened> }.into_any(),
    }
}

#[component]
fn Opened(#[prop(default = &[])] gaps: &'static [Gap], children: Children) -> impl IntoView {
    let rows = gaps.iter().map(|gap| view! { <li>{gap_sentence(*gap)}</li> });
    let unsaid = (!gaps.is_empty()).then(|| {
        view! {
            <div class="cp-origin__body">
                <p>"What the plan does not say:"</p>
                <ul>{rows.collect_view()}</ul>
            </div>
        }
    });
    view! {
        <details class="cp-origin">
            <summary>"Where does this come from"</summary>
            <div class="cp-origin__body">{children()}</div>
            {unsaid}
        </details>
    }
}

#[component]
fn FromPlan(id: &'static str, source: &'static Source, in_full: bool) -> impl IntoView {
    let plan = context().plan;
    let section = plan.section(source.section);
    // Where a longer passage holds these words, they have none of their own.
    let passage = passages::holder(plan, source).map_or(id, |it| it.as_str());
    view! {
        {in_full.then(|| view! { <p>"“" {source.quote.as_str()} "”"</p> })}
        <p>
            {full_title(plan)} ", " {cite(source.section)} ", under “" {section.heading.as_str()} "”. Word for word."
            {plan.edition.draft.then_some(" This edition is a draft.")}
        </p>
        <p>
            <a class="cp-onward" href=format!("#cp-section-{}", section.id) data-passage=passage>
                "Read it in the full text"
            </a>
        </p>
    }
}

/// Who says so, when, and how sure that is.
#[component]
fn FromElsewhere(local: &'static Local) -> impl IntoView {
    view! {
        <p>"This is not from the plan."</p>
        <p>
            "Source: " <External url=&local.url>{local.publisher.as_str()}</External> ". Date: " {local.date.as_str()} "."
        </p>
        <p>
            "How we know the place: " {local.basis.as_str()} " In short: " {confidence_label(local.confidence)} "."
        </p>
    }
}
