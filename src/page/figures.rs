//! The view "Figures and money": every direction of travel, the residents' survey, sums of money.

use super::chart::ChartPlace;
use super::context::context;
use super::figure::MeasureCard;
use super::heading::{PartTitle, ViewSection};
use super::money::Money;
use super::quote::Quotation;
use super::survey::Survey;
use crate::chart::Which;
use crate::plan::Kind;
use crate::query::View;
use leptos::prelude::*;

/// The view.
#[component]
pub fn Figures() -> impl IntoView {
    view! {
        <ViewSection
            view=View::Figures
            lead="Every figure of the plan with its period and its base. Figures of different periods are not put on one line."
        >
            <div class="cp-figures">
                <Directions/>
                <PartTitle id="cp-progress" title="Promised and done"/>
                <ChartPlace which=Which::Priorities/>
                <ChartPlace which=Which::Partners/>
                <Survey/>
                <Money/>
            </div>
        </ViewSection>
    }
}

#[component]
fn Directions() -> impl IntoView {
    let plan = context().plan;
    let directions = plan.entry_ids().filter(|id| plan.entry(*id).kind == Kind::Direction);
    let cards = directions.map(|id| view! { <MeasureCard id/> });
    let caveat = plan.edition.caveat.as_ref().map(|caveat| {
        view! {
            <div class="cp-beware" id="cp-caveat">
                <p class="cp-beware__title">{caveat.short.as_str()}</p>
                <Quotation source=&caveat.source/>
            </div>
        }
    });
    view! {
        <PartTitle id="cp-directions" title="Direction of travel"/>
        {caveat}
        <p data-text="filtered" hidden>
            "Your choices filter the figures below. "
            <button type="button" class="cp-button cp-button--quiet" data-do="show-all">"Show all figures"</button>
        </p>
        <ChartPlace which=Which::Directions/>
        <ChartPlace which=Which::Pairs/>
        <ul class="cp-list__cards cp-list__cards--wide">{cards.collect_view()}</ul>
    }
}
