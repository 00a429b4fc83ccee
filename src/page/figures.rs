//! The view of figures: every direction of travel, what was promised and done, sums of money, the residents' survey.

use super::chart::{ChartPlace, ClosedChart};
use super::context::context;
use super::figure::MeasureLine;
use super::heading::{PartTitle, ViewSection};
use super::money::Money;
use super::quote::Quotation;
use super::survey::Survey;
use super::targets::Targets;
use crate::chart::{MARK, Which};
use crate::plan::{EntryId, Kind};
use crate::query::View;
use leptos::prelude::*;

/// The view.
#[component]
pub fn Figures() -> impl IntoView {
    let has_series = Which::of(context().plan).any(|it| matches!(it, Which::OverTime(_)));
    let lead = if has_series {
        "Every figure of the plan with its period and its base. Periods stand in one row only where they follow one another."
    } else {
        "Every figure of the plan with its period and its base. Figures of different periods are not put on one line."
    };
    view! {
        <ViewSection
            view=View::Figures
            lead=lead
        >
            <div class="cp-figures">
                <Directions/>
                <OverTime/>
                <Targets/>
                <PartTitle id="cp-progress" title="Promised and done"/>
                <ChartPlace which=Which::Priorities/>
                <ClosedChart which=Which::Partners says="Achievements by partner"/>
                <Money/>
                <Survey/>
            </div>
        </ViewSection>
    }
}

#[component]
fn Directions() -> impl IntoView {
    let plan = context().plan;
    let directions = || plan.entry_ids().filter(|id| plan.entry(*id).kind == Kind::Direction);
    let has_number =
        |id: &EntryId| plan.entry(*id).measure.as_ref().is_some_and(|it| it.change.is_some() || it.counts.is_some());
    let lines = directions().filter(has_number).map(|id| view! { <MeasureLine id/> }).collect_view();
    let in_words: Vec<EntryId> = directions().filter(|id| !has_number(id)).collect();
    let in_words = (!in_words.is_empty()).then(|| {
        let rows = in_words.into_iter().map(|id| view! { <MeasureLine id/> });
        view! {
            <p class="cp-figures__unnumbered">"Said in words, without a number:"</p>
            <ul class="cp-measures">{rows.collect_view()}</ul>
        }
    });
    view! {
        <PartTitle id="cp-directions" title="Direction of travel"/>
        <CaveatOnce/>
        <p data-text="filtered" hidden>
            "Your choices filter the figures below. "
            <button type="button" class="cp-button cp-button--quiet" data-do="show-all">"Show all figures"</button>
        </p>
        <ChartPlace which=Which::Directions/>
        <ul class="cp-measures">{lines}</ul>
        {in_words}
        <ClosedChart which=Which::Pairs says="Counts before and after"/>
    }
}

/// The counts of several periods, a chart for each measure that has them; nothing where none has.
#[component]
fn OverTime() -> impl IntoView {
    let charts: Vec<Which> = Which::of(context().plan).filter(|it| matches!(it, Which::OverTime(_))).collect();
    (!charts.is_empty()).then(|| {
        let charts = charts.into_iter().map(|which| view! { <ChartPlace which/> });
        view! {
            <PartTitle id="cp-over-time" title="Over time"/>
            {charts.collect_view()}
        }
    })
}

/// What the edition says of figures of a disturbed year: once, and then as a mark at each number that it concerns.
#[component]
fn CaveatOnce() -> impl IntoView {
    context().plan.edition.caveat.as_ref().map(|caveat| {
        view! {
            <div class="cp-beware" id="cp-caveat" tabindex="-1">
                <p>
                    <b class="cp-beware__title">{caveat.short.as_str()} "."</b> " This concerns the figures with the mark "
                    <b class="cp-caveat-mark">{MARK}</b>
                </p>
                <details class="cp-opens">
                    <summary>"Read the plan’s words"</summary>
                    <Quotation source=&caveat.source/>
                </details>
            </div>
        }
    })
}
