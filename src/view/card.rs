//! One entry: our plain line, the plan's words, who is named, and the way to where it comes from.

use super::origin::{cite, entry_origin};
use super::wording::role_word;
use super::words::{explained, marked, ours, quotation};
use crate::plan::{Coverage, EntryId, Kind, Origin, Role};
use crate::state::Explorer;
use leptos::prelude::*;

/// The card of an entry that the current choices may hide.
pub(super) fn card(explorer: Explorer, id: EntryId, place: &str) -> AnyView {
    let entry = explorer.plan.entry(id);
    let class = match entry.kind {
        Kind::Promised => "cp-card cp-card--promised",
        Kind::Done => "cp-card cp-card--done",
        Kind::Direction => "cp-card cp-card--direction",
        Kind::Strategy => "cp-card cp-card--strategy",
        Kind::Local => "cp-card cp-card--local",
    };
    let words = match &entry.origin {
        Origin::Plan(source) => quotation(explorer, &source.quote, cite(explorer, source.section)),
        Origin::Elsewhere(local) => view! {
            <p class="cp-card__fact">{explained(explorer, &local.fact)}</p>
            <p class="cp-card__date">{local.date.as_str()}". Not from the plan: "{local.publisher.as_str()}"."</p>
        }
        .into_any(),
    };
    view! {
        <li class=class id=format!("cp-{place}-{}", entry.id) hidden=move || !explorer.leaves(id)>
            {entry.plain.as_deref().map(|plain| ours(explorer, plain))} {words} {amounts(explorer, id)}
            {footnotes(explorer, id)} {facts(explorer, id)} {entry_origin(explorer, entry)}
        </li>
    }
    .into_any()
}

fn amounts(explorer: Explorer, id: EntryId) -> Option<AnyView> {
    let amounts = &explorer.plan.entry(id).amounts;
    (!amounts.is_empty()).then(|| {
        let rows = amounts
            .iter()
            .map(|it| {
                view! {
                    <li>
                        <b class="cp-amount">{with_unit(it)}</b>
                        " "
                        {it.what.as_str()}
                    </li>
                }
            })
            .collect_view();
        view! { <ul class="cp-card__amounts">{rows}</ul> }.into_any()
    })
}

/// An amount as it is set large: as the plan prints it, with its unit where the print does not hold it.
fn with_unit(amount: &crate::plan::Amount) -> String {
    use crate::plan::Unit;
    match amount.unit {
        Unit::Hours if !amount.text.contains("hour") => format!("{} hours", amount.text),
        Unit::Cases if !amount.text.contains("case") => format!("{} cases", amount.text),
        _ => amount.text.clone(),
    }
}

fn footnotes(explorer: Explorer, id: EntryId) -> AnyView {
    explorer
        .plan
        .entry(id)
        .footnotes
        .iter()
        .map(|it| {
            let note = explorer.plan.footnote(*it);
            view! {
                <p class="cp-card__footnote">
                    "The plan’s footnote: “"{marked(explorer, &note.source.quote)}"”"
                </p>
            }
        })
        .collect_view()
        .into_any()
}

/// Who is named and where it applies, in one short line each.
fn facts(explorer: Explorer, id: EntryId) -> AnyView {
    let plan = explorer.plan;
    let entry = plan.entry(id);
    let named = entry
        .partners
        .iter()
        .filter(|part| part.role != Role::Lead)
        .map(|part| {
            let partner = plan.partner(part.partner);
            let name = partner.name.as_str();
            let link = super::link::link(
                explorer,
                "cp-quiet-link",
                {
                    let who = part.partner;
                    move |mut query| {
                        query.partners = [who].into();
                        query
                    }
                },
                marked(explorer, name),
            );
            let role = match part.role {
                Role::Named => String::new(),
                role => format!(" ({})", role_word(role).to_lowercase()),
            };
            view! { <li>{link}{role}</li> }
        })
        .collect_view();
    let has_named = entry.partners.iter().any(|part| part.role != Role::Lead);
    let place = match &entry.coverage {
        Coverage::Area => None,
        Coverage::County => Some(format!("Applies across {}", plan.edition.county)),
        Coverage::Wards(wards) => {
            let names: Vec<&str> = wards.iter().map(|it| plan.ward(*it).name.as_str()).collect();
            Some(format!("Ward: {}", names.join(", ")))
        }
    };
    view! {
        {has_named
            .then(|| {
                view! {
                    <div class="cp-card__named">
                        <span class="cp-card__label">"Named: "</span>
                        <ul class="cp-inline">{named}</ul>
                    </div>
                }
            })}
        {place.map(|place| view! { <p class="cp-card__place">{place}</p> })}
    }
    .into_any()
}
