//! The view "How the plan works": the running text by topic, who runs the plan, principles and themes.

use super::context::context;
use super::heading::{PartTitle, ViewSection};
use super::link::External;
use super::origin::StatementOrigin;
use super::quote::Quotation;
use super::wording::topic_heading;
use super::words::{IsOurs, PlainLine};
use crate::plan::{Governance, Principle, Sentence, Slug, Source, Topic};
use crate::query::View;
use leptos::prelude::*;

/// The view.
#[component]
pub fn About() -> impl IntoView {
    let plan = context().plan;
    let themes = (!plan.themes.is_empty()).then(|| {
        view! {
            <PartTitle id="cp-themes" title="Themes to keep in view"/>
            <Principles list=&plan.themes/>
        }
    });
    let principles = (!plan.principles.is_empty()).then(|| {
        view! {
            <PartTitle id="cp-principles" title=topic_heading(Topic::Principles)/>
            <Principles list=&plan.principles/>
            <Sentences topic=Topic::Principles/>
        }
    });
    view! {
        <ViewSection
            view=View::About
            lead="Why there is a plan, how its priorities are chosen, who is responsible, and how it is paid for."
        >
            <TopicPart topic=Topic::Introduction/>
            <TopicPart topic=Topic::Background/>
            <TopicPart topic=Topic::Assessment/>
            <TopicPart topic=Topic::Priorities/>
            {themes}
            <TopicPart topic=Topic::Oversight/>
            <Roles/>
            <TopicPart topic=Topic::Funding/>
            <TopicPart topic=Topic::Consultation/>
            {principles}
            <TopicPart topic=Topic::Delivery/>
        </ViewSection>
    }
}

fn sentences_of(topic: Topic) -> Vec<&'static Sentence> {
    context().plan.sentences.iter().filter(|it| it.topic == topic).collect()
}

/// A topic with its heading; nothing where the plan has no sentences on it.
#[component]
fn TopicPart(topic: Topic) -> impl IntoView {
    (!sentences_of(topic).is_empty()).then(|| {
        view! {
            <PartTitle id=format!("cp-topic-{}", topic as u8) title=topic_heading(topic)/>
            <Sentences topic/>
        }
    })
}

/// The sentences of a topic; nothing where there are none.
#[component]
pub fn Sentences(topic: Topic) -> impl IntoView {
    let sentences = sentences_of(topic);
    (!sentences.is_empty()).then(|| {
        let rows = sentences
            .into_iter()
            .map(|it| view! { <Statement id=&it.id source=&it.source plain=it.plain.as_deref()/> });
        view! { <ul class="cp-statements">{rows.collect_view()}</ul> }
    })
}

/// The way to the running text on a topic; nothing where the plan has none.
#[component]
pub fn MoreWords(topic: Topic, says: &'static str) -> impl IntoView {
    let any = !sentences_of(topic).is_empty();
    any.then(|| view! { <p><a class="cp-onward" href=format!("#cp-topic-{}", topic as u8)>{says}</a></p> })
}

#[component]
fn Principles(list: &'static [Principle]) -> impl IntoView {
    let rows = list.iter().map(|it| view! { <Statement id=&it.id source=&it.source plain=it.plain.as_deref()/> });
    view! { <ul class="cp-statements cp-statements--short">{rows.collect_view()}</ul> }
}

/// One statement of the document: our line, its words, where it comes from.
#[component]
fn Statement(id: &'static Slug, source: &'static Source, plain: Option<&'static str>) -> impl IntoView {
    view! {
        <li class="cp-statement">
            {plain.map(|words| view! { <PlainLine words/> })}
            <Quotation source/>
            <StatementOrigin id=id.as_str() source/>
        </li>
    }
    .into_any()
}

/// Who has which part in running the plan.
#[component]
fn Roles() -> impl IntoView {
    let roles = &context().plan.governance;
    (!roles.is_empty()).then(|| {
        let rows = roles.iter().map(|role| view! { <RoleRow role/> });
        view! {
            <PartTitle id="cp-governance" title="Who does what in running the plan"/>
            <ul class="cp-statements">{rows.collect_view()}</ul>
        }
    })
}

#[component]
fn RoleRow(role: &'static Governance) -> impl IntoView {
    let who = role.who.as_str();
    let does = (!role.does.is_empty()).then(|| view! { ": " {role.does.as_str()} " " <IsOurs/> });
    let who = match role.link.and_then(|id| context().plan.link(id).offered()) {
        Some(url) => view! { <External url>{who}</External> }.into_any(),
        None => who.into_any(),
    };
    view! {
        <li class="cp-statement">
            <p class="cp-plain"><b>{who}</b> {does}</p>
            <Quotation source=&role.source/>
            <StatementOrigin id=role.id.as_str() source=&role.source/>
        </li>
    }
}
