//! The view "Figures and money": every direction of travel, the residents' survey, sums of money.

use super::about::sentences;
use super::card::footnote;
use super::el::{Content, Each, El, Node, button, el};
use super::figure::figure;
use super::heading::{part_title, view};
use super::leaflet::either;
use super::origin::{cite, origin, origin_in_full};
use super::part::{Part, part};
use super::words::{marked, quotation};
use crate::chart::Which;
use crate::chart::listed;
use crate::plan::{Kind, Topic};
use crate::query::{Query, View};
use crate::state::Explorer;

/// The view "Figures and money".
pub(super) fn figures(explorer: Explorer) -> El {
    view(
        explorer,
        View::Figures,
        "Every figure of the plan with its period and its base. Figures of different periods are not put on one line.",
    )
    .with(part(explorer, Part::Figures))
}

/// All that stands on it.
pub(super) fn content(explorer: Explorer) -> El {
    el("div").class("cp-figures").with((directions(explorer), progress(explorer), survey(explorer), money(explorer)))
}

fn directions(explorer: Explorer) -> impl Content {
    let plan = explorer.plan;
    let rows: Vec<Node> = plan
        .entry_ids()
        .filter(|id| plan.entry(*id).kind == Kind::Direction)
        .filter_map(|id| figure(explorer, id, "figures"))
        .collect();
    let caveat = plan.edition.caveat.as_ref().map(|caveat| {
        el("div")
            .class("cp-beware")
            .on_leaflet(explorer, |it| it.id("cp-caveat"))
            .with(el("p").class("cp-beware__title").with(caveat.short.as_str()))
            .with(quotation(explorer, &caveat.source.quote, cite(explorer, caveat.source.section)))
    });
    let filtered = || {
        el("p").hidden_when(move || explorer.with_query(Query::is_empty)).with((
            "Your choices filter the figures below. ",
            button("cp-button cp-button--quiet", move |_| explorer.clear_in_view()).with("Show all figures"),
        ))
    };
    let filtered = either(explorer, filtered, || None::<El>);
    (
        part_title(explorer, "cp-directions", "Direction of travel"),
        caveat,
        (filtered, part(explorer, Part::Chart(Which::Directions)), part(explorer, Part::Chart(Which::Pairs))),
        el("ul").class("cp-list__cards cp-list__cards--wide").with(rows),
    )
}

fn progress(explorer: Explorer) -> impl Content {
    (
        part_title(explorer, "cp-progress", "Promised and done"),
        part(explorer, Part::Chart(Which::Priorities)),
        part(explorer, Part::Chart(Which::Partners)),
    )
}

fn survey(explorer: Explorer) -> impl Content {
    let plan = explorer.plan;
    let first = plan.survey.first()?;
    let rows = Each(plan.survey.iter().map(|it| {
        el("li")
            .class("cp-card cp-card--survey")
            .id(["cp-survey-", it.id.as_str()].concat())
            .with(el("p").class("cp-figure__number").with(it.share.text.as_str()))
            .with(el("p").class("cp-figure__base").with(marked(explorer, &it.said)))
            .with(el("p").class("cp-figure__period").with("Sample size and date not given in the plan."))
            .with(quotation(explorer, &it.source.quote, cite(explorer, it.source.section)))
            .with(origin(explorer, it.id.as_str(), &it.source))
    }));
    let notes: Vec<El> = plan
        .footnotes
        .iter()
        .filter(|it| it.source.section == first.source.section)
        .map(|it| footnote(explorer, &it.source.quote))
        .collect();
    Some((
        part_title(explorer, "cp-survey", "What residents said"),
        part(explorer, Part::Chart(Which::Survey)),
        el("ul").class("cp-list__cards cp-list__cards--wide").with(rows),
        notes,
        sentences(explorer, Topic::Consultation),
    ))
}

fn money(explorer: Explorer) -> impl Content {
    let plan = explorer.plan;
    let rows: Vec<El> = plan
        .funding
        .iter()
        .map(|it| {
            let from: Vec<&str> = it.funders.iter().map(|id| plan.partner(*id).name.as_str()).collect();
            let from = if from.is_empty() { "not stated".to_owned() } else { listed(&from) };
            let period = it.period.as_ref().map_or("not stated", |it| it.text.as_str());
            el("tr").id(["cp-money-", it.id.as_str()].concat()).with((
                el("td").class("cp-table__number").with(it.amount.text.as_str()),
                el("td").with(it.amount.what.as_str()),
                el("td").with(from),
                el("td").with(period),
                el("td").with(origin_in_full(explorer, it.id.as_str(), &it.source)),
            ))
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let heads = ["Sum", "What for", "From whom", "Year", "Source"];
    let heads = Each(heads.into_iter().map(|it| el("th").set("scope", "col").with(it)));
    let table = el("table").class("cp-table cp-table--money").with((
        el("caption").with("Every sum of money that the plan states"),
        el("thead").with(el("tr").with(heads)),
        el("tbody").with(rows),
    ));
    Some((
        part_title(explorer, "cp-money", "Money"),
        part(explorer, Part::Chart(Which::Money)),
        el("p").with(
            "These sums are for different things, from different givers. They do not add up to a budget, so we do not \
             add them up.",
        ),
        el("div")
            .class("cp-scroll")
            .set("role", "region")
            .set("aria-label", "Table of sums of money")
            .set("tabindex", "0")
            .with(table),
        sentences(explorer, Topic::Funding),
    ))
}
