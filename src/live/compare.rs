//! Wards side by side: figures, by name, and no order of better and worse.

use super::context;
use super::link::{Target, WardLink};
use super::official::{Block, Cautions, Meaning, OfficialSource, OfficialTable, RecordedHead, Sheets};
use super::ward::{Contacts, LocalFacts, PlanSays};
use super::wording::join;
use crate::chart::{people, recorded};
use super::heading::Heading;
use crate::plan::WardId;
use crate::plan::area::Area;
use leptos::prelude::*;

/// Several wards side by side.
#[component]
pub(super) fn Compare(wards: Vec<WardId>) -> impl IntoView {
    let plan = context::plan();
    let names: Vec<&str> = wards.iter().map(|it| plan.ward(*it).name.as_str()).collect();
    let level = context::heading(2);
    let singly = wards.iter().map(|ward| {
        let words = ["Only ", &plan.ward(*ward).name].concat();
        view! { <li><WardLink target=Target::WardView wards=vec![*ward] words/></li> }
    });
    let singly = singly.collect_view();
    let official = context::records().area.map(|area| {
        view! {
            <PeopleAndHomes area wards=wards.clone()/>
            <Deprivation area wards=wards.clone()/>
            <Crime area wards=wards.clone()/>
        }
    });
    view! {
        <div class="cp-ward">
            <Heading level class="cp-ward__title" id="cp-ward-title" words=join(&names)/>
            <p>
                "Side by side, in the order of their names. This is not a ranking: wards differ in ways that figures do not show."
            </p>
            <ul class="cp-ward__pages">{singly}</ul>
            <PlanSays wards=wards.clone()/>
            <LocalFacts wards/>
            {official}
            <Contacts/>
        </div>
    }
}

#[component]
fn PeopleAndHomes(area: &'static Area, wards: Vec<WardId>) -> impl IntoView {
    let sheets = people::sheets(context::plan(), area, &wards);
    (!sheets.is_empty()).then(|| {
        view! {
            <Block id="cp-ward-people" title="People and homes">
                <Sheets area sheets/>
            </Block>
        }
    })
}

#[component]
fn Deprivation(area: &'static Area, wards: Vec<WardId>) -> impl IntoView {
    people::deprivation_table(context::plan(), area, &wards).map(|sheet| {
        let (origin, when) = (sheet.origin, area.origin(sheet.origin).period.as_str());
        view! {
            <Block id="cp-ward-deprivation" title="Deprivation">
                <OfficialTable table=sheet.table/>
                <Meaning area origin/>
                <OfficialSource area origin when/>
            </Block>
        }
    })
}

#[component]
fn Crime(area: &'static Area, wards: Vec<WardId>) -> impl IntoView {
    recorded::stretch(&area.crime).map(|stretch| {
        let table = recorded::table(context::plan(), area, &stretch, &wards);
        let when = stretch.period.clone();
        view! {
            <Block id="cp-ward-crime" title="What police recorded here">
                <RecordedHead area stretch wards/>
                <p>
                    "Counts only: a rate stands on the page of each ward, beside what must be known about it."
                </p>
                <OfficialTable table/>
                <Cautions words=recorded::type_notes(&area.crime)/>
                <OfficialSource area origin=area.crime.origin when/>
            </Block>
        }
    })
}
