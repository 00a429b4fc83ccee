//! What residents said: the figures of the survey.

use super::about::Sentences;
use super::chart::ChartPlace;
use super::context::context;
use super::heading::PartTitle;
use super::origin::StatementOrigin;
use super::quote::{FootnoteLine, Quotation};
use crate::chart::Which;
use crate::plan::{SurveyFigure, Topic};
use leptos::prelude::*;

/// The survey; nothing where the plan has none.
#[component]
pub fn Survey() -> impl IntoView {
    let plan = context().plan;
    plan.survey.first().map(|first| {
        let cards = plan.survey.iter().map(|figure| view! { <SurveyCard figure/> });
        let footnotes = plan.footnotes.iter().filter(|it| it.source.section == first.source.section);
        let footnotes = footnotes.map(|it| view! { <FootnoteLine source=&it.source/> });
        view! {
            <PartTitle id="cp-survey" title="What residents said"/>
            <ChartPlace which=Which::Survey/>
            <ul class="cp-list__cards cp-list__cards--wide">{cards.collect_view()}</ul>
            {footnotes.collect_view()}
            <Sentences topic=Topic::Consultation/>
        }
    })
}

#[component]
fn SurveyCard(figure: &'static SurveyFigure) -> impl IntoView {
    view! {
        <li class="cp-card cp-card--survey">
            <p class="cp-figure__number">{figure.share.text.as_str()}</p>
            <p class="cp-figure__base">{figure.said.as_str()}</p>
            <p class="cp-figure__period">"Sample size and date not given in the plan."</p>
            <Quotation source=&figure.source/>
            <StatementOrigin id=figure.id.as_str() source=&figure.source/>
        </li>
    }
}
