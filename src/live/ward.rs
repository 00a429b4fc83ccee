//! What is known of one ward beyond the plan: places there, and what official sources publish.

use super::chart::WardChart;
use super::context;
use super::finder::RememberWard;
use super::heading::Heading;
use super::link::WardLink;
use super::official::{
    Block, Cautions, Meaning, OfficialSource, OfficialTable, PeopleTables, Recorded, RecordedHead, recorded_title,
};
use crate::chart::{self, people, recorded};
use crate::plan::area::Area;
use crate::plan::{Coverage, Entry, Local, Origin, WardId};
use crate::query::confidence_label;
use leptos::prelude::*;

/// All that is known of a ward, below what the plan says of it.
#[component]
pub(super) fn OneWard(ward: WardId) -> impl IntoView {
    let area = context::area();
    view! {
        <div class="cp-ward">
            <LocalFacts wards=vec![ward]/>
            <PeopleBlock area ward/>
            <CrimeBlock area ward/>
            <Neighbours ward/>
            <RememberWard ward/>
        </div>
    }
}

/// Facts that name places in these wards.
#[component]
pub(super) fn LocalFacts(wards: Vec<WardId>) -> impl IntoView {
    let here = |it: &&Entry| matches!(&it.coverage, Coverage::Wards(own) if own.iter().any(|it| wards.contains(it)));
    let facts = context::plan().entries.iter().filter(here).filter_map(|it| match &it.origin {
        Origin::Elsewhere(local) => Some(view! { <LocalFact local/> }),
        Origin::Plan(_) => None,
    });
    let facts: Vec<_> = facts.collect();
    (!facts.is_empty()).then(|| {
        view! {
            <Block id="cp-ward-local" title="Places near">
                <ul class="cp-near">{facts}</ul>
            </Block>
        }
    })
}

/// A fact, who says so, when, and how sure that is. That it is not from the plan stands over all of them.
#[component]
fn LocalFact(local: &'static Local) -> impl IntoView {
    view! {
        <li class="cp-near__fact">
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
fn PeopleBlock(area: &'static Area, ward: WardId) -> impl IntoView {
    let plan = context::plan();
    let sheets = people::sheets(plan, area, &[ward]);
    (!sheets.is_empty()).then(|| {
        let ages = people::by_age(plan, area, ward).map(|it| chart::ages(&it));
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
    people::deprivation(context::plan(), area, ward).map(|found| {
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

#[component]
fn CrimeBlock(area: &'static Area, ward: WardId) -> impl IntoView {
    let plan = context::plan();
    recorded::stretch(&area.crime).map(|stretch| {
        let years = recorded::year_on_year(plan, area, ward).into_iter().map(|it| view! { <p>{it}</p> }).collect_view();
        let by_month = chart::months(&recorded::by_month(plan, area, &stretch, ward));
        let by_type = chart::types(&recorded::by_type(plan, area, &stretch, ward));
        let rates = recorded::rates(plan, area, &stretch, ward);
        let own = recorded::own_cautions(&area.crime, ward);
        let when = stretch.period.clone();
        let title = recorded_title(plan, area);
        view! {
            <Block id="cp-ward-crime" title>
                <Recorded area period=when.clone()>
                    <RecordedHead area stretch wards=vec![]/>
                    {years}
                    <WardChart shown=by_month/>
                    <WardChart shown=by_type/>
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

/// The wards around, to go to and to compare with.
#[component]
fn Neighbours(ward: WardId) -> impl IntoView {
    let plan = context::plan();
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
                <Heading below=3 class="cp-ward__part-title" id="cp-ward-neighbours" words="Neighbouring wards"/>
                <ul class="cp-ward__neighbours">{rows}</ul>
            </section>
        }
    })
}
