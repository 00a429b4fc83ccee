//! The filters: beside the results on a wide page, a sheet over them on a narrow one.

use super::el::{Each, El, button, el, keyed, text};
use super::facet::{check, facet, tick};
use super::heading::heading;
use super::leaflet::{counted, either};
use crate::plan::{Gap, Kind, PartnerId, PriorityId};
use crate::query::{Choice, Query, gap_label, kind_label, priorities_in_order};
use crate::state::Explorer;
use leptos::prelude::*;

/// All facets.
pub(super) fn filters(explorer: Explorer) -> El {
    let open = move || explorer.filters_open();
    let title = heading(explorer.heading(1), "cp-filters__title", "cp-filters-title", "Filter the plan");
    let close = either(
        explorer,
        || button("cp-button cp-button--quiet cp-filters__close", move |_| explorer.close_filters()).with("Close"),
        || {
            let class = "cp-button cp-button--quiet cp-filters__close";
            el("a").class(class).set("href", "#cp-filters-opener").with("Close")
        },
    );
    el("div")
        .id("cp-filters")
        .set("part", "filters")
        .set("tabindex", "-1")
        .follow("class", move || Some(if open() { "cp-filters cp-filters--open" } else { "cp-filters" }.into()))
        .follow("role", move || Some(if open() { "dialog" } else { "region" }.into()))
        .follow("aria-modal", move || open().then_some("true".into()))
        .set("aria-labelledby", "cp-filters-title")
        .on_key(move |event| {
            if event.key() == "Escape" && explorer.filters_open_now() {
                explorer.close_filters();
            }
        })
        .with(el("div").class("cp-filters__head").with((title, close)))
        .with((wards(explorer), priorities(explorer), partners(explorer), kinds(explorer), gaps(explorer)))
        .with(foot(explorer))
}

fn foot(explorer: Explorer) -> El {
    let show = text(move || match explorer.total() {
        1 => "Show 1 result".to_owned(),
        total => ["Show ", &total.to_string(), " results"].concat(),
    });
    let clear = || {
        button("cp-button cp-button--quiet", move |_| explorer.clear_here())
            .hidden_when(move || explorer.with_query(Query::is_empty))
            .with("Clear all choices")
    };
    let show = counted(explorer, show, "Show the results");
    el("div").class("cp-filters__foot").with((
        super::leads_to_results(explorer, "cp-button cp-button--main", move |_| explorer.show_results(), show),
        either(explorer, clear, super::leaflet::clear),
    ))
}

fn wards(explorer: Explorer) -> El {
    let rows = Each(explorer.plan.ward_ids().map(|id| {
        let count = move || explorer.with(|now| now.selection.counts.wards[id.index()]);
        check(explorer, Choice::Ward(id), &explorer.plan.ward(id).name, count)
    }));
    facet("Where I live", "Wards of the council", move || explorer.with_wards(crate::query::Set::len), false, rows)
}

fn priorities(explorer: Explorer) -> El {
    let plan = explorer.plan;
    let rows = keyed(
        move || priorities_in_order(explorer.facts, explorer.order()).iter().map(|id| id.0).collect(),
        move |key| {
            let id = PriorityId(key);
            let count = move || explorer.with(|now| now.selection.counts.priorities[id.index()]);
            check(explorer, Choice::Priority(id), &plan.priority(id).short, count).node()
        },
    );
    facet("Priority", "", move || explorer.with_query(|query| query.priorities.len()), true, rows)
}

/// Statutory partners first; the others below, with a type-ahead that leaves the chosen ones in sight.
fn partners(explorer: Explorer) -> El {
    let plan = explorer.plan;
    let typed = RwSignal::new(String::new());
    let row = move |id: PartnerId| {
        let (partner, facts) = (plan.partner(id), explorer.facts);
        let count = move || explorer.with(|now| now.selection.counts.partners[id.index()]);
        let hidden = move || {
            typed.with(|typed| !facts.partner(id).is_some_and(|it| it.is_named(typed)))
                && !explorer.has(&Choice::Partner(id))
        };
        el("div").hidden_when(hidden).with(check(explorer, Choice::Partner(id), &partner.short, count))
    };
    let rows = |statutory: bool| -> Vec<El> {
        plan.partner_ids().filter(|id| plan.partner(*id).statutory == statutory).map(row).collect()
    };
    let find = el("input")
        .id("cp-find")
        .set("type", "search")
        .set("autocomplete", "off")
        .value(move || typed.get())
        .on_input(move |value| typed.set(value));
    let find = el("div")
        .class("cp-field cp-field--small")
        .needs_app(explorer)
        .with((el("label").set("for", "cp-find").with("Find an organisation"), find));
    let part = |words: &'static str| el("p").class("cp-facet__part").with(words);
    let list = el("div").class("cp-facet__scroll").with((
        part("Statutory partners"),
        rows(true),
        part("Also named"),
        rows(false),
    ));
    let lead = el("label")
        .class("cp-check cp-check--role")
        .needs_app(explorer)
        .with((tick(explorer, Choice::LeadOnly), el("span").class("cp-check__name").with("Only where it leads")));
    let chosen = move || explorer.with_query(|query| query.partners.len() + usize::from(query.lead_only));
    facet("Partner", "Organisations that the plan names", chosen, true, (find, list, lead))
}

fn kinds(explorer: Explorer) -> El {
    let rows = Each(
        Kind::ALL
            .into_iter()
            .enumerate()
            .filter(|(_, kind)| explorer.plan.entries.iter().any(|it| it.kind == *kind))
            .map(|(at, kind)| {
                let count = move || explorer.with(|now| now.selection.counts.kinds[at]);
                check(explorer, Choice::Kind(kind), kind_label(kind), count)
            }),
    );
    facet("Kind of statement", "", move || explorer.with_query(|query| query.kinds.len()), false, rows)
        .needs_app(explorer)
}

fn gaps(explorer: Explorer) -> El {
    let rows = Each(
        Gap::ALL
            .into_iter()
            .enumerate()
            .filter(|(_, gap)| explorer.plan.entries.iter().any(|it| it.gaps.contains(gap)))
            .map(|(at, gap)| {
                let count = move || explorer.with(|now| now.selection.counts.gaps[at]);
                check(explorer, Choice::Gap(gap), gap_label(gap), count)
            }),
    );
    facet("What the plan leaves out", "", move || explorer.with_query(|query| query.gaps.len()), false, rows)
        .needs_app(explorer)
}
