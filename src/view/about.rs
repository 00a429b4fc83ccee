//! The view "How the plan works": the running text by topic, who runs the plan, principles and themes.

use super::heading::heading;
use super::origin::{cite, origin};
use super::wording::topic_heading;
use super::words::{marked, ours, quotation};
use crate::plan::{Principle, Slug, Source, Topic};
use crate::state::Explorer;
use leptos::prelude::*;

/// The view "How the plan works".
#[component]
pub(super) fn About(explorer: Explorer) -> impl IntoView {
    let plan = explorer.plan;
    let level = explorer.heading(2);
    let part = move |topic: Topic| {
        plan.sentences.iter().any(|it| it.topic == topic).then(|| {
            view! {
                {heading(level, "cp-view__part", format!("cp-topic-{}", topic as u8), topic_heading(topic))}
                {sentences(explorer, topic)}
            }
        })
    };
    view! {
        <section class="cp-view" aria-labelledby="cp-view-title">
            {heading(explorer.heading(1), "cp-view__title", "cp-view-title".to_owned(), "How the plan works")}
            <p class="cp-lead">"Why there is a plan, how its priorities are chosen, who is responsible, and how it is paid for."</p>
            {part(Topic::Introduction)}
            {part(Topic::Background)}
            {part(Topic::Assessment)}
            {part(Topic::Priorities)}
            <Themes explorer />
            {part(Topic::Oversight)}
            <Governance explorer />
            {part(Topic::Funding)}
            {part(Topic::Consultation)}
            <Principles explorer />
            {part(Topic::Delivery)}
        </section>
    }
}

/// The sentences of a topic.
pub(super) fn sentences(explorer: Explorer, topic: Topic) -> AnyView {
    let rows = explorer
        .plan
        .sentences
        .iter()
        .filter(|it| it.topic == topic)
        .map(|it| statement(explorer, &it.id, &it.source, it.plain.as_deref()))
        .collect_view();
    view! { <ul class="cp-statements">{rows}</ul> }.into_any()
}

/// One statement of the document: our line, its words, where it comes from.
pub(super) fn statement(
    explorer: Explorer,
    id: &'static Slug,
    source: &'static Source,
    plain: Option<&'static str>,
) -> AnyView {
    view! {
        <li class="cp-statement">
            {plain.map(|plain| ours(explorer, plain))}
            {quotation(explorer, &source.quote, cite(explorer, source.section))}
            {origin(explorer, id.as_str(), source, ().into_any())}
        </li>
    }
    .into_any()
}

fn principles_of(explorer: Explorer, list: &'static [Principle]) -> AnyView {
    let rows = list.iter().map(|it| statement(explorer, &it.id, &it.source, it.plain.as_deref())).collect_view();
    view! { <ul class="cp-statements cp-statements--short">{rows}</ul> }.into_any()
}

#[component]
fn Themes(explorer: Explorer) -> impl IntoView {
    (!explorer.plan.themes.is_empty()).then(|| {
        view! {
            {heading(explorer.heading(2), "cp-view__part", "cp-themes".to_owned(), "Themes to keep in view")}
            {principles_of(explorer, &explorer.plan.themes)}
        }
    })
}

#[component]
fn Principles(explorer: Explorer) -> impl IntoView {
    (!explorer.plan.principles.is_empty()).then(|| {
        view! {
            {heading(explorer.heading(2), "cp-view__part", "cp-principles".to_owned(), topic_heading(Topic::Principles))}
            {principles_of(explorer, &explorer.plan.principles)}
            {sentences(explorer, Topic::Principles)}
        }
    })
}

#[component]
fn Governance(explorer: Explorer) -> impl IntoView {
    let plan = explorer.plan;
    let rows = plan
        .governance
        .iter()
        .map(|it| {
            let page = it.link.and_then(|id| plan.link(id).offered());
            let who = match page {
                Some(url) => view! { <a href=url rel="noreferrer external">{marked(explorer, &it.who)}</a> }.into_any(),
                None => marked(explorer, &it.who),
            };
            view! {
                <li class="cp-statement">
                    <p class="cp-plain">
                        <b>{who}</b>
                        ": "
                        {marked(explorer, &it.does)}
                        " "
                        <span class="cp-ours">"In our words"</span>
                    </p>
                    {quotation(explorer, &it.source.quote, cite(explorer, it.source.section))}
                    {origin(explorer, it.id.as_str(), &it.source, ().into_any())}
                </li>
            }
        })
        .collect_view();
    (!plan.governance.is_empty()).then(|| {
        view! {
            {heading(explorer.heading(2), "cp-view__part", "cp-governance".to_owned(), "Who does what in running the plan")}
            <ul class="cp-statements">{rows}</ul>
        }
    })
}
