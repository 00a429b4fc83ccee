//! Wards side by side: figures, by name, and no order of better and worse. All wards are written; those that are chosen stay.

use super::context::context;
use super::link::WardLink;
use super::official::{
    Block, Cautions, Meaning, OfficialTable, PeopleTables, Recorded, RecordedHead, of_all, recorded_title, ward_ids,
};
use super::official_source::OfficialSource;
use super::ward::LocalFacts;
use crate::chart::{people, recorded};
use crate::plan::WardId;
use crate::plan::area::Area;
use leptos::prelude::*;

/// Several wards side by side.
#[component]
pub fn ComparedWards(area: &'static Area) -> impl IntoView {
    let plan = context().plan;
    let wards: Vec<WardId> = plan.ward_ids().collect();
    let singly = wards.iter().map(|ward| {
        let says = ["Only ", &plan.ward(*ward).name].concat();
        view! { <li data-of=ward_ids([ward])><WardLink wards=vec![*ward] says/></li> }
    });
    let singly = singly.collect_view();
    view! {
        <p>
            "Side by side, in the order of their names. This is not a ranking: wards differ in ways that figures do not show."
        </p>
        <ul class="cp-ward__pages">{singly}</ul>
        <LocalFacts wards=wards.clone()/>
        <PeopleBlock area wards=wards.clone()/>
        <DeprivationBlock area wards=wards.clone()/>
        <CrimeBlock area wards/>
    }
}

#[component]
fn PeopleBlock(area: &'static Area, wards: Vec<WardId>) -> impl IntoView {
    let sheets = people::sheets(context().plan, area, &wards);
    (!sheets.is_empty()).then(|| {
        view! {
            <Block id="cp-ward-people" title="People and homes">
                <PeopleTables area sheets columns=ward_ids(&wards)/>
            </Block>
        }
    })
}

#[component]
fn DeprivationBlock(area: &'static Area, wards: Vec<WardId>) -> impl IntoView {
    people::deprivation_table(context().plan, area, &wards).map(|sheet| {
        let (origin, when) = (sheet.origin, area.origin(sheet.origin).period.as_str());
        view! {
            <Block id="cp-ward-deprivation" title="Deprivation">
                <OfficialTable table=sheet.table columns=Some(ward_ids(&wards))/>
                <Meaning area origin/>
                <OfficialSource area origin when/>
            </Block>
        }
    })
}

#[component]
fn CrimeBlock(area: &'static Area, wards: Vec<WardId>) -> impl IntoView {
    recorded::stretch(&area.crime).map(|stretch| {
        let plan = context().plan;
        let (table, columns) = (recorded::table(plan, area, &stretch, &wards), Some(ward_ids(&wards)));
        let when = stretch.period.clone();
        view! {
            <Block id="cp-ward-crime" title=recorded_title(plan, area)>
                <Recorded area period=when.clone()>
                    <RecordedHead area stretch wards/>
                    <p>
                        "Counts only: a rate stands on the page of each ward, beside what must be known about it."
                    </p>
                    <OfficialTable table columns/>
                    <Cautions words=of_all(recorded::type_notes(&area.crime))/>
                    <OfficialSource area origin=area.crime.origin when/>
                </Recorded>
            </Block>
        }
    })
}
