//! What residents said: the figures of the survey.

use super::about::MoreWords;
use super::chart::ClosedChart;
use super::context::context;
use super::heading::PartTitle;
use super::origin::PlanWords;
use super::quote::FootnoteLine;
use crate::chart::Which;
use crate::plan::{SurveyFigure, Topic};
use leptos::prelude::*;

/// The survey; nothing where the plan has none.
#[component]
pub fn Survey() -> impl IntoView {
    let plan = context().plan;
    plan.survey.first().map(|first| {
        let lines = plan.survey.iter().map(|figure| view! { <SurveyLine figure/> });
        let footnotes = plan.footnotes.iter().filter(|it| it.source.section == first.source.section);
        let footnotes = footnotes.map(|it| view! { <FootnoteLine source=&it.source/> });
        view! {
            <PartTitle id="cp-survey" title="What residents said"/>
            <ul class="cp-lines">{lines.collect_view()}</ul>
            <p class="cp-quiet cp-lines__period">"Sample size and date not given in the plan."</p>
            {footnotes.collect_view()}
            <ClosedChart which=Which::Survey says="The same"/>
            <MoreWords topic=Topic::Consultation says="All that the plan says of asking residents"/>
        }
    })
}

#[component]
fn SurveyLine(figure: &'static SurveyFigure) -> impl IntoView {
    view! {
        <li>
            <b class="cp-lines__number">{figure.share.words()}</b>
            <span class="cp-lines__what">{figure.said.as_str()}</span>
            <PlanWords id=figure.id.as_str() source=&figure.source about=figure.said.as_str()/>
        </li>
    }
}
