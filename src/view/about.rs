//! The view "How the plan works": the running text by topic, who runs the plan, principles and themes.

use super::el::{Content, Each, El, el};
use super::heading::{part_title, view};
use super::link::external;
use super::origin::{cite, origin};
use super::words::{is_ours, marked, ours, quotation};
use crate::plan::{Governance, Principle, Slug, Source, Topic};
use crate::query::View;
use crate::query::wording::topic_heading;
use crate::state::Explorer;

/// The view "How the plan works".
pub(super) fn about(explorer: Explorer) -> El {
    let part = move |topic: Topic| topic_part(explorer, topic);
    view(
        explorer,
        View::About,
        "Why there is a plan, how its priorities are chosen, who is responsible, and how it is paid for.",
    )
    .with((part(Topic::Introduction), part(Topic::Background), part(Topic::Assessment), part(Topic::Priorities)))
    .with((themes(explorer), part(Topic::Oversight), governance(explorer)))
    .with((part(Topic::Funding), part(Topic::Consultation), principles(explorer), part(Topic::Delivery)))
}

fn topic_part(explorer: Explorer, topic: Topic) -> Option<(El, El)> {
    let id = ["cp-topic-", &(topic as u8).to_string()].concat();
    let sentences = sentences(explorer, topic)?;
    Some((part_title(explorer, id, topic_heading(topic)), sentences))
}

/// The sentences of a topic.
pub(super) fn sentences(explorer: Explorer, topic: Topic) -> Option<El> {
    let rows: Vec<El> = explorer
        .plan
        .sentences
        .iter()
        .filter(|it| it.topic == topic)
        .map(|it| statement(explorer, &it.id, &it.source, it.plain.as_deref()))
        .collect();
    (!rows.is_empty()).then(|| el("ul").class("cp-statements").with(rows))
}

/// One statement of the document: our line, its words, where it comes from.
fn statement(explorer: Explorer, id: &'static Slug, source: &'static Source, plain: Option<&'static str>) -> El {
    el("li")
        .class("cp-statement")
        .with(plain.map(|plain| ours(explorer, plain)))
        .with(quotation(explorer, &source.quote, cite(explorer, source.section)))
        .with(origin(explorer, id.as_str(), source))
}

fn short_statements(explorer: Explorer, list: &'static [Principle]) -> El {
    let rows = Each(list.iter().map(|it| statement(explorer, &it.id, &it.source, it.plain.as_deref())));
    el("ul").class("cp-statements cp-statements--short").with(rows)
}

fn themes(explorer: Explorer) -> impl Content {
    let themes = &explorer.plan.themes;
    (!themes.is_empty()).then(|| {
        let title = part_title(explorer, "cp-themes", "Themes to keep in view");
        (title, short_statements(explorer, themes))
    })
}

fn principles(explorer: Explorer) -> impl Content {
    let principles = &explorer.plan.principles;
    (!principles.is_empty()).then(|| {
        (
            part_title(explorer, "cp-principles", topic_heading(Topic::Principles)),
            short_statements(explorer, principles),
            sentences(explorer, Topic::Principles),
        )
    })
}

fn governance(explorer: Explorer) -> impl Content {
    let roles = &explorer.plan.governance;
    (!roles.is_empty()).then(|| {
        let rows = Each(roles.iter().map(|it| role(explorer, it)));
        let title = part_title(explorer, "cp-governance", "Who does what in running the plan");
        (title, el("ul").class("cp-statements").with(rows))
    })
}

fn role(explorer: Explorer, it: &'static Governance) -> El {
    let who = marked(explorer, &it.who);
    let who = match it.link.and_then(|id| explorer.plan.link(id).offered()) {
        Some(url) => external(url, who),
        None => el("span").with(who),
    };
    el("li")
        .class("cp-statement")
        .with(el("p").class("cp-plain").with((el("b").with(who), ": ", marked(explorer, &it.does), " ", is_ours())))
        .with(quotation(explorer, &it.source.quote, cite(explorer, it.source.section)))
        .with(origin(explorer, it.id.as_str(), &it.source))
}
