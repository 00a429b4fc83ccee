//! "Where does this come from": the way from any statement on the page to the words, section and edition it rests on.

use super::context::context;
use super::link::External;
use super::quote::{Quotation, cite, first_words, name_of};
use super::report::ReportStatement;
use super::wording::{full_title, gap_sentence};
use super::words::PlainLine;
use crate::plan::{self, Coverage, Entry, Gap, Local, Source};
use crate::query::{confidence_label, passages};
use leptos::prelude::*;

/// The explanation, to be opened, of the statement with this id; with the plan's words (`in_full`) where they do not stand beside it.
#[component]
pub fn StatementOrigin(id: &'static str, source: &'static Source, #[prop(optional)] in_full: bool) -> impl IntoView {
    view! { <Opened of=name_of(source)><FromPlan id source in_full/></Opened> }
}

/// What an entry rests on, to be opened in one place: the plan's own words with all that stands by them, or who says so.
#[component]
pub fn EntryOrigin(
    entry: &'static Entry,
    /// What stands by them.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let children = children.map(|it| it());
    match &entry.origin {
        plan::Origin::Plan(source) => {
            let title = format!("Plan’s words, {}", cite(source.section));
            view! {
                <Opened title of=first_words(&source.quote) gaps=&entry.gaps>
                    {children} <FromPlan id=entry.id.as_str() source in_full=false/>
                </Opened>
            }
            .into_any()
        }
        plan::Origin::Elsewhere(local) => {
            // Facts about several places may begin alike.
            let of = [&first_words(entry.words()), " ", &wards(&entry.coverage)].concat();
            view! { <Opened of>{children} <FromElsewhere local/></Opened> }.into_any()
        }
    }
}

/// The names of the wards that it is about.
fn wards(coverage: &Coverage) -> String {
    match coverage {
        Coverage::Wards(wards) => {
            wards.iter().map(|it| context().plan.ward(*it).name.as_str()).collect::<Vec<_>>().join(", ")
        }
        Coverage::Area | Coverage::County => String::new(),
    }
}

#[component]
fn Opened(
    #[prop(optional, into)] title: Option<String>,
    of: String,
    #[prop(default = &[])] gaps: &'static [Gap],
    children: Children,
) -> impl IntoView {
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
            <summary>
                {title.unwrap_or_else(|| "Where does this come from".to_owned())}
                <span class="cp-visually-hidden">" " {of}</span>
            </summary>
            <div class="cp-origin__body">{children()}</div>
            {unsaid}
        </details>
    }
}

#[component]
fn FromPlan(id: &'static str, source: &'static Source, in_full: bool) -> impl IntoView {
    let plan = context().plan;
    let is_entry = plan.entries.iter().any(|it| it.id.as_str() == id);
    let link = is_entry.then(|| view! { " " <a class="cp-onward" href=format!("#f-{id}")>"Link to this"</a> });
    let section = plan.section(source.section);
    // Where a longer passage holds these words, they have none of their own.
    let passage = passages::holder(plan, source).map_or_else(|| id.to_owned(), |it| it.to_string());
    view! {
        {in_full.then(|| view! { <p>"“" {source.quote.as_str()} "”"</p> })}
        <p class="cp-origin__edition">
            {full_title(plan)} ", " {cite(source.section)} ", under “" {section.heading.as_str()} "”. Word for word."
            {plan.edition.draft.then_some(" This edition is a draft.")}
        </p>
        <p>
            <a class="cp-onward" href=format!("#cp-text-{passage}")>
                "Read it in the full text"
            </a>
            {link}
        </p>
        <ReportStatement id source/>
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

/// The plan's own words behind one line that says their section, with our plain line, where they stand and what they leave unsaid.
#[component]
pub fn PlanWords(
    id: &'static str,
    source: &'static Source,
    /// What they are about, so that each such line has a name of its own.
    #[prop(into)]
    about: String,
    #[prop(optional_no_strip)] plain: Option<&'static str>,
    #[prop(default = &[])] gaps: &'static [Gap],
) -> impl IntoView {
    let rows = gaps.iter().map(|gap| view! { <li>{gap_sentence(*gap)}</li> });
    let unsaid = (!gaps.is_empty()).then(|| view! { <ul>{rows.collect_view()}</ul> });
    view! {
        <details class="cp-origin cp-origin--words">
            <summary>
                "Plan’s words, " {cite(source.section)} <span class="cp-visually-hidden">" " {about}</span>
            </summary>
            <div class="cp-origin__body">
                {plain.map(|words| view! { <PlainLine words/> })}
                <Quotation source/>
                {unsaid}
                <FromPlan id source in_full=false/>
            </div>
        </details>
    }
}
