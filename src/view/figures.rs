//! The view "Figures and money": every direction of travel, the residents' survey, sums of money.

use super::figure::figure;
use super::heading::heading;
use super::origin::{cite, origin};
use super::words::{marked, quotation};
use crate::plan::{Kind, Topic};
use crate::state::Explorer;
use leptos::prelude::*;

/// The view "Figures and money".
#[component]
pub(super) fn Figures(explorer: Explorer) -> impl IntoView {
    view! {
        <section class="cp-view" aria-labelledby="cp-view-title">
            {heading(explorer.heading(1), "cp-view__title", "cp-view-title".to_owned(), "Figures and money")}
            <p class="cp-lead">
                "Every figure of the plan with its period and its base. Figures of different periods are not put on one line."
            </p>
            <Directions explorer />
            <Survey explorer />
            <Money explorer />
        </section>
    }
}

#[component]
fn Directions(explorer: Explorer) -> impl IntoView {
    let plan = explorer.plan;
    let rows = plan
        .entry_ids()
        .filter(|id| plan.entry(*id).kind == Kind::Direction)
        .filter_map(|id| figure(explorer, id, "figures"))
        .collect_view();
    let caveat = plan.edition.caveat.as_ref().map(|caveat| {
        view! {
            <div class="cp-beware">
                <p class="cp-beware__title">{caveat.short.as_str()}</p>
                {quotation(explorer, &caveat.source.quote, cite(explorer, caveat.source.section))}
            </div>
        }
    });
    view! {
        {heading(explorer.heading(2), "cp-view__part", "cp-directions".to_owned(), "Direction of travel")}
        {caveat}
        <p hidden=move || explorer.with_query(crate::query::Query::is_empty)>
            "Your choices filter the figures below. "
            <button type="button" class="cp-button cp-button--quiet" on:click=move |_| explorer.clear_in_view()>
                "Show all figures"
            </button>
        </p>
        <ul class="cp-list__cards cp-list__cards--wide">{rows}</ul>
    }
}

#[component]
fn Survey(explorer: Explorer) -> impl IntoView {
    let plan = explorer.plan;
    if plan.survey.is_empty() {
        return ().into_any();
    }
    let rows = plan
        .survey
        .iter()
        .map(|it| {
            view! {
                <li class="cp-card cp-card--survey" id=format!("cp-survey-{}", it.id)>
                    <p class="cp-figure__number">{it.share.text.as_str()}</p>
                    <p class="cp-figure__base">{marked(explorer, &it.said)}</p>
                    <p class="cp-figure__period">"The plan does not say how many people were asked, or when."</p>
                    {quotation(explorer, &it.source.quote, cite(explorer, it.source.section))}
                    {origin(explorer, it.id.as_str(), &it.source, ().into_any())}
                </li>
            }
        })
        .collect_view();
    view! {
        {heading(explorer.heading(2), "cp-view__part", "cp-survey".to_owned(), "What residents said")}
        <ul class="cp-list__cards cp-list__cards--wide">{rows}</ul>
        {super::about::sentences(explorer, Topic::Consultation)}
    }
    .into_any()
}

#[component]
fn Money(explorer: Explorer) -> impl IntoView {
    let plan = explorer.plan;
    if plan.funding.is_empty() {
        return ().into_any();
    }
    let rows = plan
        .funding
        .iter()
        .map(|it| {
            let from: Vec<&str> = it.funders.iter().map(|id| plan.partner(*id).name.as_str()).collect();
            let from = if from.is_empty() { "not stated".to_owned() } else { super::place::join(&from) };
            let period = it.period.as_ref().map_or("not stated", |it| it.text.as_str());
            view! {
                <tr id=format!("cp-money-{}", it.id)>
                    <td class="cp-table__number">{it.amount.text.as_str()}</td>
                    <td>{it.amount.what.as_str()}</td>
                    <td>{from}</td>
                    <td>{period}</td>
                    <td>{origin(explorer, it.id.as_str(), &it.source, ().into_any())}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        {heading(explorer.heading(2), "cp-view__part", "cp-money".to_owned(), "Money")}
        <p>"These sums are for different things, from different givers. They do not add up to a budget, so we do not add them up."</p>
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
                <tbody>{rows}</tbody>
            </table>
        </div>
        {super::about::sentences(explorer, Topic::Funding)}
    }
    .into_any()
}
