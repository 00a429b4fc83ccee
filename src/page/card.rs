//! One entry: our plain line, the plan's words, who is named, and the way to where it comes from.

use super::context::context;
use super::link::PartnerLink;
use super::origin::EntryOrigin;
use super::quote::{FootnoteLine, Quotation};
use super::strategies::StrategyDetails;
use super::wording::role_word;
use super::words::{Explained, PlainLine};
use crate::chart::listed;
use crate::plan::{Amount, Coverage, EntryId, Local, Origin, Part, Role, Unit};
use crate::query::marks;
use leptos::prelude::*;

/// The card of an entry.
#[component]
pub fn Card(id: EntryId) -> impl IntoView {
    let plan = context().plan;
    let entry = plan.entry(id);
    let words = match &entry.origin {
        Origin::Plan(source) => view! { <Quotation source/> }.into_any(),
        Origin::Elsewhere(local) => view! { <LocalFact local/> }.into_any(),
    };
    let footnotes = entry.footnotes.iter().map(|id| view! { <FootnoteLine source=&plan.footnote(*id).source/> });
    view! {
        <li
            class=format!("cp-card cp-card--{}", entry.kind.slug())
            data-entry=id.0.to_string()
            data-f=marks::of_entry(plan, id)
        >
            {entry.plain.as_deref().map(|words| view! { <PlainLine words/> })}
            {entry.strategy.as_ref().map(|strategy| view! { <StrategyDetails strategy/> })}
            {words}
            <Amounts amounts=&entry.amounts/>
            {footnotes.collect_view()}
            <NamedPartners partners=&entry.partners/>
            <CoverageLine coverage=&entry.coverage/>
            <EntryOrigin entry/>
        </li>
    }
    .into_any()
}

/// A fact about a place, which is not from the plan.
#[component]
fn LocalFact(local: &'static Local) -> impl IntoView {
    view! {
        <p class="cp-card__fact"><Explained text=&local.fact/></p>
        <p class="cp-card__date">{local.date.as_str()} ". Not from the plan: " {local.publisher.as_str()} "."</p>
    }
}

#[component]
fn Amounts(amounts: &'static [Amount]) -> impl IntoView {
    let rows = amounts.iter().map(|it| {
        view! { <li><b class="cp-amount">{with_unit(it)}</b> " " {it.what.as_str()}</li> }
    });
    (!amounts.is_empty()).then(|| view! { <ul class="cp-card__amounts">{rows.collect_view()}</ul> })
}

/// An amount as it is set large: as the plan prints it, with its unit where the print does not hold it.
fn with_unit(amount: &Amount) -> String {
    let unit = match amount.unit {
        Unit::Hours => " hours",
        Unit::Cases => " cases",
        Unit::Pounds | Unit::Percent => "",
    };
    let is_bare = amount.text.bytes().all(|it| !it.is_ascii_alphabetic());
    format!("{}{}", amount.text, if is_bare { unit } else { "" })
}

/// Who is named, but for the lead partners, who stand above.
#[component]
fn NamedPartners(partners: &'static [Part]) -> impl IntoView {
    let named: Vec<&Part> = partners.iter().filter(|it| it.role != Role::Lead).collect();
    (!named.is_empty()).then(|| {
        let rows = named.into_iter().map(|it| {
            let role = (it.role != Role::Named).then(|| format!(" ({})", role_word(it.role).to_lowercase()));
            view! { <li><PartnerLink id=it.partner/> {role}</li> }
        });
        view! {
            <div class="cp-card__named">
                <span>"Named: "</span>
                <ul class="cp-inline">{rows.collect_view()}</ul>
            </div>
        }
    })
}

#[component]
fn CoverageLine(coverage: &'static Coverage) -> impl IntoView {
    let plan = context().plan;
    let words = match coverage {
        Coverage::Area => None,
        Coverage::County => Some(format!("Applies across {}", plan.edition.county)),
        Coverage::Wards(wards) => {
            let names: Vec<&str> = wards.iter().map(|it| plan.ward(*it).name.as_str()).collect();
            Some(format!("{}{}", if names.len() == 1 { "Ward: " } else { "Wards: " }, listed(&names)))
        }
    };
    words.map(|words| view! { <p class="cp-card__place">{words}</p> })
}
