//! Every sum of money that the plan states.

use super::about::Sentences;
use super::chart::ChartPlace;
use super::context::context;
use super::heading::PartTitle;
use super::origin::StatementOrigin;
use crate::chart::{Which, listed};
use crate::plan::{Funding, Topic};
use leptos::prelude::*;

/// The sums; nothing where the plan states none.
#[component]
pub fn Money() -> impl IntoView {
    let plan = context().plan;
    (!plan.funding.is_empty()).then(|| {
        let rows = plan.funding.iter().map(|funding| view! { <Sum funding/> });
        view! {
            <PartTitle id="cp-money" title="Money"/>
            <ChartPlace which=Which::Money/>
            <p>
                "These sums are for different things, from different givers. They do not add up to a budget, so we do not add \
                them up."
            </p>
            <div class="cp-scroll" role="region" aria-label="Table of sums of money" tabindex="0">
                <table class="cp-table cp-table--money">
                    <caption>"Every sum of money that the plan states"</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Sum"</th>
                            <th scope="col">"What for"</th>
                            <th scope="col">"From whom"</th>
                            <th scope="col">"Year"</th>
                            <th scope="col">"Source"</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
            <Sentences topic=Topic::Funding/>
        }
    })
}

#[component]
fn Sum(funding: &'static Funding) -> impl IntoView {
    let plan = context().plan;
    let funders: Vec<&str> = funding.funders.iter().map(|id| plan.partner(*id).name.as_str()).collect();
    let funders = if funders.is_empty() { "not stated".to_owned() } else { listed(&funders) };
    let period = funding.period.as_ref().map_or("not stated", |it| it.text.as_str());
    view! {
        <tr>
            <td class="cp-table__number">{funding.amount.text.as_str()}</td>
            <td>{funding.amount.what.as_str()}</td>
            <td>{funders}</td>
            <td>{period}</td>
            <td><StatementOrigin id=funding.id.as_str() source=&funding.source in_full=true/></td>
        </tr>
    }
}
