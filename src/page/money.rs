//! Every sum of money that the plan states.

use super::about::MoreWords;
use super::chart::ClosedChart;
use super::context::context;
use super::heading::PartTitle;
use super::origin::PlanWords;
use crate::chart::{Which, listed};
use crate::plan::{Funding, Topic};
use leptos::prelude::*;

/// The sums; nothing where the plan states none.
#[component]
pub fn Money() -> impl IntoView {
    let plan = context().plan;
    (!plan.funding.is_empty()).then(|| {
        let lines = plan.funding.iter().map(|funding| view! { <Sum funding/> });
        view! {
            <PartTitle id="cp-money" title="Money"/>
            <ul class="cp-lines cp-lines--money">{lines.collect_view()}</ul>
            <p class="cp-quiet">
                "These sums are for different things, from different givers. They do not add up to a budget, so we do not add \
                them up."
            </p>
            <ClosedChart which=Which::Money says="The same"/>
            <MoreWords topic=Topic::Funding says="All that the plan says of how it is paid for"/>
        }
    })
}

/// A sum with what it is for, who gives it, and for which year.
#[component]
fn Sum(funding: &'static Funding) -> impl IntoView {
    let plan = context().plan;
    let funders: Vec<&str> = funding.funders.iter().map(|id| plan.partner(*id).name.as_str()).collect();
    let from = if funders.is_empty() { "Giver not stated".to_owned() } else { format!("From {}", listed(&funders)) };
    let year = funding.period.as_ref().map_or("year not stated", |it| it.text.as_str());
    view! {
        <li>
            <b class="cp-lines__number">{funding.amount.words()}</b>
            <span class="cp-lines__what">
                {funding.amount.what.as_str()} " " <span class="cp-lines__from">{from} ", " {year} "."</span>
            </span>
            <PlanWords id=funding.id.as_str() source=&funding.source about=funding.amount.what.as_str()/>
        </li>
    }
}
