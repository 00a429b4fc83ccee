//! What is not from the plan: blocks of official figures, each marked so, with its source, period and licence.

use super::heading::Heading;
use crate::chart::recorded::{self, Stretch};
use crate::chart::{Table, Value};
use crate::page::chart::DataTable;
use crate::page::glyph::{BEWARE, Glyph};
use crate::plan::area::Area;
use crate::plan::{OriginId, Plan, WardId};
use leptos::either::Either;
use leptos::prelude::*;

/// A block with its heading, marked as not from the plan.
#[component]
pub(super) fn Block<V>(id: &'static str, title: &'static str, children: TypedChildren<V>) -> impl IntoView
where
    V: IntoView + 'static,
{
    view! {
        <section class="cp-official" aria-labelledby=id>
            <Heading below=3 class="cp-official__title" id words=title/>
            <p class="cp-official__mark">"Not from the plan"</p>
            {children.into_inner()()}
        </section>
    }
}

/// Where figures come from, for which time, and the words that their licence asks for.
#[component]
pub(super) fn OfficialSource(area: &'static Area, origin: OriginId, #[prop(into)] when: String) -> impl IntoView {
    let origin = area.origin(origin);
    let name = match origin.url.as_deref() {
        Some(url) => Either::Left(view! { <a href=url rel="noreferrer external">{origin.name.as_str()}</a> }),
        None => Either::Right(origin.name.as_str()),
    };
    view! {
        <p class="cp-official__source">
            "Source: " {name} ", " {origin.publisher.as_str()} ". For: " {when} ". " {origin.licence.as_str()} ". "
            {origin.statement.as_str()}
        </p>
    }
}

/// A table of official figures.
#[component]
pub(super) fn OfficialTable(table: Table) -> impl IntoView {
    let class = |numeric: bool, _: Value| if numeric { "cp-table__number" } else { "" };
    let label = ["Table: ", &table.caption].concat();
    view! {
        <div class="cp-scroll" role="region" aria-label=label tabindex="0">
            <DataTable table class="cp-table cp-table--official" cell=class/>
        </div>
    }
}

/// What a reader must know beside the figures.
#[component]
pub(super) fn Cautions(words: Vec<String>) -> impl IntoView {
    (!words.is_empty()).then(|| {
        let rows = words.into_iter().map(|it| view! { <li>{it}</li> });
        view! { <ul class="cp-official__cautions">{rows.collect_view()}</ul> }
    })
}

/// Tables of people and homes in wards, each with its source.
#[component]
pub(super) fn PeopleTables(area: &'static Area, sheets: Vec<crate::chart::people::Sheet>) -> impl IntoView {
    let sheets = sheets.into_iter().map(|it| {
        view! {
            <div class="cp-official__sheet">
                <OfficialTable table=it.table/>
                <OfficialSource area origin=it.origin when=it.when/>
            </div>
        }
    });
    sheets.collect_view()
}

/// What a figure means that needs explaining.
#[component]
pub(super) fn Meaning(area: &'static Area, origin: OriginId) -> impl IntoView {
    let means = area.origin(origin).means.as_deref();
    means.map(|it| view! { <p class="cp-official__means"><b>"What a decile is. "</b> {it}</p> })
}

/// What the police recorded, closed under one line that says its period; what these months are stands over it.
#[component]
pub(super) fn Recorded<V>(area: &'static Area, period: String, children: TypedChildren<V>) -> impl IntoView
where
    V: IntoView + 'static,
{
    let spells = recorded::stretch(&area.crime).map(|it| it.spells).unwrap_or_default();
    let spells = spells.into_iter().map(|it| {
        view! {
            <p class="cp-official__beware"><Glyph path=BEWARE/> " These figures are from " {it.words.as_str()} "."</p>
        }
    });
    view! {
        {spells.collect_view()}
        <details class="cp-opens">
            <summary>"What police recorded, " {period}</summary>
            {children.into_inner()()}
        </details>
    }
}

/// What recorded crime stands under: whether it is from before the plan.
pub(super) fn recorded_title(plan: &Plan, area: &Area) -> &'static str {
    let is_before = area.crime.months.last().is_some_and(|it| it.year < plan.edition.years.0);
    if is_before { "Before this plan" } else { "What police recorded here" }
}

/// What must be known of what the police recorded, before the figures: what the months are, and what is missing. Cautions about
/// `wards` are among it.
#[component]
pub(super) fn RecordedHead(area: &'static Area, stretch: Stretch<'static>, wards: Vec<WardId>) -> impl IntoView {
    let mut cautions = recorded::cautions(&area.crime, &wards);
    cautions.extend(stretch.missing);
    let spells = stretch.spells.into_iter().map(|it| {
        let title = [&stretch.period, ": ", &it.words].concat();
        view! {
            <div class="cp-beware">
                <p class="cp-beware__title"><Glyph path=BEWARE/> " " {title}</p>
                {it.note.as_deref().map(|it| view! { <p>{it.to_owned()}</p> })}
            </div>
        }
    });
    view! {
        {spells.collect_view()}
        <Cautions words=cautions/>
    }
}
