//! The filters: beside the results on a wide page, a sheet over them on a narrow one.

use super::facet::{Facet, check};
use super::heading::heading;
use crate::plan::{Gap, Kind, PartnerId};
use crate::query::{Choice, gap_label, kind_label, priorities_in_order, terms};
use crate::state::Explorer;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// All facets.
#[component]
pub(super) fn Filters(explorer: Explorer) -> impl IntoView {
    let open = move || explorer.filters_open();
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && explorer.filters_open() {
            explorer.close_filters();
        }
    };
    view! {
        <div
            class="cp-filters"
            class:cp-filters--open=open
            id="cp-filters"
            role=move || if open() { "dialog" } else { "region" }
            aria-modal=move || open().then_some("true")
            aria-labelledby="cp-filters-title"
            on:keydown=on_key
        >
            <div class="cp-filters__head">
                {heading(explorer.heading(1), "cp-filters__title", "cp-filters-title".to_owned(), "Filter the plan")}
                <button type="button" class="cp-button cp-button--quiet cp-filters__close" on:click=move |_| explorer.close_filters()>
                    "Close"
                </button>
            </div>
            <Wards explorer />
            <Priorities explorer />
            <Partners explorer />
            <Kinds explorer />
            <Gaps explorer />
            <div class="cp-filters__foot">
                <button type="button" class="cp-button cp-button--main" on:click=move |_| explorer.show_results()>
                    {move || match explorer.total() {
                        1 => "Show 1 result".to_owned(),
                        total => format!("Show {total} results"),
                    }}
                </button>
                <button
                    type="button"
                    class="cp-button cp-button--quiet"
                    hidden=move || explorer.with_query(crate::query::Query::is_empty)
                    on:click=move |_| explorer.clear_here()
                >
                    "Clear all choices"
                </button>
            </div>
        </div>
    }
}

#[component]
fn Wards(explorer: Explorer) -> impl IntoView {
    let rows = explorer
        .plan
        .ward_ids()
        .map(|id| {
            let count = move || explorer.selection.with(|it| it.counts.wards[id.index()]);
            check(explorer, Choice::Ward(id), explorer.plan.ward(id).name.clone(), count)
        })
        .collect_view();
    view! {
        <Facet title="Where I live" hint="Ward of the council" chosen=Signal::derive(move || explorer.wards.with(|it| it.len())) open=false>
            {rows}
        </Facet>
    }
}

#[component]
fn Priorities(explorer: Explorer) -> impl IntoView {
    let plan = explorer.plan;
    let rows = move || priorities_in_order(plan, explorer.order.get());
    let chosen = Signal::derive(move || explorer.with_query(|query| query.priorities.len()));
    view! {
        <Facet title="Priority" chosen open=true>
            <For
                each=rows
                key=|id| *id
                children=move |id| {
                    let count = move || explorer.selection.with(|it| it.counts.priorities[id.index()]);
                    check(explorer, Choice::Priority(id), plan.priority(id).short.clone(), count)
                }
            />
        </Facet>
    }
}

/// Statutory partners first; the others behind a type-ahead that leaves the chosen ones in sight.
#[component]
fn Partners(explorer: Explorer) -> impl IntoView {
    let plan = explorer.plan;
    let typed = RwSignal::new(String::new());
    let row = move |id: PartnerId| {
        let partner = plan.partner(id);
        let count = move || explorer.selection.with(|it| it.counts.partners[id.index()]);
        let names: Vec<&str> = [partner.name.as_str(), partner.short.as_str()]
            .into_iter()
            .chain(partner.aliases.iter().map(|it| it.name.as_str()))
            .collect();
        let names = names.join(" ");
        let hidden = move || typed.with(|typed| !terms::found_in(&names, typed)) && !explorer.has(&Choice::Partner(id));
        view! { <div hidden=hidden>{check(explorer, Choice::Partner(id), partner.short.clone(), count)}</div> }
    };
    let (statutory, others): (Vec<_>, Vec<_>) = plan.partner_ids().partition(|id| plan.partner(*id).statutory);
    let chosen =
        Signal::derive(move || explorer.with_query(|query| query.partners.len() + usize::from(query.lead_only)));
    view! {
        <Facet title="Partner" hint="Organisations that the plan names" chosen open=true>
            <label class="cp-field cp-field--small">
                <span>"Find an organisation"</span>
                <input
                    type="search"
                    autocomplete="off"
                    prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                />
            </label>
            <div class="cp-facet__scroll">
                <p class="cp-facet__part">"Statutory partners"</p>
                {statutory.into_iter().map(row).collect_view()}
                <p class="cp-facet__part">"Also named"</p>
                {others.into_iter().map(row).collect_view()}
            </div>
            <label class="cp-check cp-check--role">
                <input
                    type="checkbox"
                    prop:checked=move || explorer.has(&Choice::LeadOnly)
                    on:change=move |_| explorer.toggle(Choice::LeadOnly)
                />
                <span class="cp-check__name">"Only where it leads"</span>
            </label>
        </Facet>
    }
}

#[component]
fn Kinds(explorer: Explorer) -> impl IntoView {
    let rows = Kind::ALL
        .into_iter()
        .enumerate()
        .filter(|(_, kind)| explorer.plan.entries.iter().any(|it| it.kind == *kind))
        .map(|(at, kind)| {
            let count = move || explorer.selection.with(|it| it.counts.kinds[at]);
            check(explorer, Choice::Kind(kind), kind_label(kind).to_owned(), count)
        })
        .collect_view();
    let chosen = Signal::derive(move || explorer.with_query(|query| query.kinds.len()));
    view! {
        <Facet title="Kind of statement" chosen open=false>
            {rows}
        </Facet>
    }
}

#[component]
fn Gaps(explorer: Explorer) -> impl IntoView {
    let rows = Gap::ALL
        .into_iter()
        .enumerate()
        .filter(|(_, gap)| explorer.plan.entries.iter().any(|it| it.gaps.contains(gap)))
        .map(|(at, gap)| {
            let count = move || explorer.selection.with(|it| it.counts.gaps[at]);
            check(explorer, Choice::Gap(gap), gap_label(gap).to_owned(), count)
        })
        .collect_view();
    let chosen = Signal::derive(move || explorer.with_query(|query| query.gaps.len()));
    view! {
        <Facet title="What the plan leaves out" chosen open=false>
            {rows}
        </Facet>
    }
}
