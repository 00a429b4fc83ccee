//! The filters: beside the results on a wide page, a drawer over them on a narrow one.

use super::FORM;
use super::context::context;
use super::counted::ShowResults;
use super::facet::{Check, Checks, Facet, Tick};
use super::heading::Heading;
use crate::plan::{Gap, Kind, PartnerId};
use crate::query::{Choice, Order, priorities_in_order};
use leptos::prelude::*;

/// All facets.
#[component]
pub fn Filters() -> impl IntoView {
    let page = context();
    let plan = page.plan;
    let priorities = priorities_in_order(page.facts, Order::default()).into_iter().map(Choice::Priority);
    let kinds = Kind::ALL.into_iter().filter(|kind| plan.entries.iter().any(|it| it.kind == *kind));
    let gaps = Gap::ALL.into_iter().filter(|gap| plan.entries.iter().any(|it| it.gaps.contains(gap)));
    view! {
        <div
            id="cp-filters"
            part="filters"
            tabindex="-1"
            class="cp-filters"
            role="region"
            aria-labelledby="cp-filters-title"
        >
            <div class="cp-filters__head">
                <Heading below=1 class="cp-filters__title" id="cp-filters-title">"Filter the plan"</Heading>
                <a class="cp-button cp-button--quiet cp-filters__close" href="#cp-filters-opener">"Close"</a>
            </div>
            <Facet title="Where I live" hint="Wards of the council">
                <Checks choices=plan.ward_ids().map(Choice::Ward)/>
            </Facet>
            <Facet title="Priority" open=true>
                <Checks choices=priorities/>
            </Facet>
            <Partners/>
            <Facet title="Kind of statement" needs_app=true>
                <Checks choices=kinds.map(Choice::Kind)/>
            </Facet>
            <Facet title="What the plan leaves out" needs_app=true>
                <Checks choices=gaps.map(Choice::Gap)/>
            </Facet>
            <Foot/>
        </div>
    }
    .into_any()
}

/// Statutory partners first, the others below. Finding one as one types leaves the chosen ones in sight.
#[component]
fn Partners() -> impl IntoView {
    let plan = context().plan;
    let rows = move |statutory: bool| {
        let ids = plan.partner_ids().filter(move |id| plan.partner(*id).statutory == statutory);
        ids.map(|id| view! { <PartnerCheck id/> }).collect_view()
    };
    view! {
        <Facet title="Partner" hint="Organisations that the plan names" open=true>
            <div class="cp-field cp-field--small" data-app>
                <label for="cp-find">"Find an organisation"</label>
                <input id="cp-find" type="search" autocomplete="off"/>
            </div>
            <div class="cp-facet__list">
                <p class="cp-facet__part">"Statutory partners"</p>
                {rows(true)}
                <p class="cp-facet__part">"Also named"</p>
                {rows(false)}
            </div>
            <label class="cp-check cp-check--role" data-app>
                <Tick choice=Choice::LeadOnly/>
                <span class="cp-check__name">"Only where it leads"</span>
            </label>
        </Facet>
    }
}

/// A partner, with all the names by which it is found.
#[component]
fn PartnerCheck(id: PartnerId) -> impl IntoView {
    let partner = context().plan.partner(id);
    let also = partner.aliases.iter().map(|it| it.name.as_str());
    let names: Vec<&str> = [partner.name.as_str(), &partner.short].into_iter().chain(also).collect();
    view! { <div data-names=names.join(" ")><Check choice=Choice::Partner(id)/></div> }
}

#[component]
fn Foot() -> impl IntoView {
    view! {
        <div class="cp-filters__foot">
            <ShowResults class="cp-button cp-button--main" chosen="Show the results"/>
            <ResetChoices/>
        </div>
    }
}

/// Takes back every choice, without script as well.
#[component]
pub fn ResetChoices() -> impl IntoView {
    view! { <button type="reset" form=FORM class="cp-button cp-button--quiet">"Clear all choices"</button> }
}
