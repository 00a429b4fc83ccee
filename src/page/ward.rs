//! What is known of one ward beyond the plan: places there, and what official sources publish.

use super::chart::ChartOrNothing;
use super::context::context;
use super::heading::Heading;
use super::link::WardLink;
use super::official::{
    Block, Cautions, Meaning, OfficialTable, PeopleTables, Recorded, RecordedHead, of_all, recorded_title, ward_ids,
};
use super::official_source::OfficialSource;
use super::ward_chart::ward_charts;
use crate::chart::{Shown, people, recorded};
use crate::plan::area::Area;
use crate::plan::{Coverage, Entry, Local, Origin, WardId};
use crate::query::confidence_label;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// All that is known of a ward, below what the plan says of it.
#[component]
pub fn OneWard(area: &'static Area, ward: WardId) -> impl IntoView {
    let charts = ward_charts(context().plan, area, ward);
    view! {
        <LocalFacts wards=vec![ward]/>
        <PeopleBlock area ward ages=charts.ages/>
        {charts.recorded.map(|charts| view! { <CrimeBlock area ward charts/> })}
        <Neighbours ward/>
        <div data-place="remember"></div>
    }
}

/// Facts that name places in these wards.
#[component]
pub fn LocalFacts(wards: Vec<WardId>) -> impl IntoView {
    let facts: Vec<(&'static Local, &'static [WardId])> =
        context().plan.entries.iter().filter_map(|it| local(it, &wards)).collect();
    (!facts.is_empty()).then(|| {
        let all: BTreeSet<&WardId> = facts.iter().flat_map(|it| it.1).collect();
        let of = ward_ids(all);
        let rows = facts.into_iter().map(|(local, wards)| view! { <LocalFact local wards/> }).collect_view();
        view! {
            <Block id="cp-ward-local" title="Places near" of>
                <ul class="cp-near">{rows}</ul>
            </Block>
        }
    })
}

/// What an entry says of places in these wards, with all wards that it is about.
fn local(entry: &'static Entry, wards: &[WardId]) -> Option<(&'static Local, &'static [WardId])> {
    match (&entry.origin, &entry.coverage) {
        (Origin::Elsewhere(local), Coverage::Wards(own)) if own.iter().any(|it| wards.contains(it)) => {
            Some((local, own))
        }
        _ => None,
    }
}

/// A fact, who says so, when, and how sure that is. That it is not from the plan stands over all of them.
#[component]
fn LocalFact(local: &'static Local, wards: &'static [WardId]) -> impl IntoView {
    view! {
        <li class="cp-near__fact" data-of=ward_ids(wards)>
            <p>{local.fact.as_str()} <span class="cp-quiet">" " {local.date.as_str()} "."</span></p>
            <details class="cp-opens">
                <summary>"Who says so"</summary>
                <p>
                    "Source: " <a href=local.url.as_str() rel="noreferrer external">{local.publisher.as_str()}</a> ". Date: "
                    {local.date.as_str()} "."
                </p>
                <p>
                    "How we know the place: " {local.basis.as_str()} " In short: " {confidence_label(local.confidence)} "."
                </p>
            </details>
        </li>
    }
}

/// Three numbers, and all the others behind one line.
#[component]
fn PeopleBlock(area: &'static Area, ward: WardId, #[prop(optional_no_strip)] ages: Option<Shown>) -> impl IntoView {
    let plan = context().plan;
    let sheets = people::sheets(plan, area, &[ward]);
    (!sheets.is_empty()).then(|| {
        let numbers = people::leading(plan, area, ward).into_iter().map(|it| view! { <LeadingNumber area number=it/> });
        let numbers = numbers.collect_view();
        view! {
            <Block id="cp-ward-people" title="People and homes">
                <ul class="cp-numbers">{numbers}</ul>
                <details class="cp-opens">
                    <summary>"All figures on people and homes, and by age"</summary>
                    <PeopleTables area sheets/>
                    {ages.map(|shown| view! { <WardChart shown/> })}
                </details>
                <Deprivation area ward/>
            </Block>
        }
    })
}

/// A number of a ward, with what it counts, when and by whom, and the same of the whole area.
#[component]
fn LeadingNumber(area: &'static Area, number: people::Leading) -> impl IntoView {
    let publisher = area.origin(number.origin).publisher.as_str();
    view! {
        <li>
            <b class="cp-numbers__number">{number.value}</b>
            <span class="cp-numbers__what">{number.what}</span>
            <span class="cp-numbers__of">{number.of_area} ". " {number.when} ", " {publisher} "."</span>
        </li>
    }
}

/// How deprived the small areas of a ward are, in words.
#[component]
fn Deprivation(area: &'static Area, ward: WardId) -> impl IntoView {
    people::deprivation(context().plan, area, ward).map(|found| {
        let sentences = found.sentences.into_iter().map(|it| view! { <p>{it}</p> }).collect_view();
        let (origin, when) = (found.origin, area.origin(found.origin).period.as_str());
        view! {
            <details class="cp-opens">
                <summary>"Deprivation: how the ward’s small areas rank"</summary>
                {sentences}
                <Meaning area origin/>
                <OfficialSource area origin when/>
            </details>
        }
    })
}

/// What the police recorded in a ward.
#[component]
fn CrimeBlock(area: &'static Area, ward: WardId, charts: [Shown; 2]) -> impl IntoView {
    let plan = context().plan;
    recorded::stretch(&area.crime).map(|stretch| {
        let years = recorded::year_on_year(plan, area, ward).into_iter().map(|it| view! { <p>{it}</p> }).collect_view();
        let rates = recorded::rates(plan, area, &stretch, ward);
        let own = of_all(recorded::own_cautions(&area.crime, ward));
        let when = stretch.period.clone();
        let charts = charts.map(|shown| view! { <WardChart shown/> });
        view! {
            <Block id="cp-ward-crime" title=recorded_title(plan, area)>
                <Recorded area period=when.clone()>
                    <RecordedHead area stretch wards=vec![]/>
                    {years}
                    {charts}
                    <div class="cp-official__sheet">
                        <Cautions words=own/>
                        {rates.map(|table| view! { <OfficialTable table/> })}
                    </div>
                    <OfficialSource area origin=area.crime.origin when/>
                </Recorded>
            </Block>
        }
    })
}

/// A chart in its place, where the program brings it to life.
#[component]
fn WardChart(shown: Shown) -> impl IntoView {
    let level = context().heading(4);
    view! {
        <div class="cp-chart-place">
            <ChartOrNothing shown level/>
        </div>
    }
}

/// The wards around, to go to and to compare with.
#[component]
fn Neighbours(ward: WardId) -> impl IntoView {
    let plan = context().plan;
    let own = plan.ward(ward);
    (!own.neighbours.is_empty()).then(|| {
        let rows = own.neighbours.iter().map(|other| {
            let name = plan.ward(*other).name.as_str();
            view! {
                <li>
                    <WardLink wards=vec![*other] says=name/>
                    <WardLink
                        class="cp-quiet-link"
                        wards=vec![ward, *other]
                        says=["Compare ", &own.name, " and ", name].concat()
                    />
                </li>
            }
        });
        let rows = rows.collect_view();
        view! {
            <section class="cp-ward__part" aria-labelledby="cp-ward-neighbours">
                <Heading below=3 class="cp-ward__part-title" id="cp-ward-neighbours">"Neighbouring wards"</Heading>
                <ul class="cp-ward__neighbours">{rows}</ul>
            </section>
        }
    })
}
