//! What is not from the plan: blocks of official figures, each marked so, with its source, period and licence.
//!
//! What is about some wards and not about others says so (`data-of`, `data-columns`), because wards beside one another are written
//! once, all of them: what is about wards that are not chosen is left out where it is shown.

use super::context::context;
use super::glyph::{BEWARE, Glyph};
use super::heading::Heading;
use super::official_source::OfficialSource;
use crate::chart::people::Sheet;
use crate::chart::recorded::{self, Stretch};
use crate::chart::{Table, Value};
use crate::page::chart::DataTable;
use crate::plan::area::Area;
use crate::plan::{OriginId, Plan, WardId};
use leptos::prelude::*;

/// The ids of wards, as the page names them to the program.
pub(super) fn ward_ids<'w>(wards: impl IntoIterator<Item = &'w WardId>) -> String {
    let ids: Vec<&str> = wards.into_iter().map(|it| context().plan.ward(*it).id.as_str()).collect();
    ids.join(" ")
}

/// A block with its heading, marked as not from the plan.
#[component]
pub fn Block(
    id: &'static str,
    title: &'static str,
    /// The wards that it is about, if not all that are shown.
    #[prop(optional)]
    of: Option<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <section class="cp-official" aria-labelledby=id data-of=of>
            <Heading below=3 class="cp-official__title" id>{title}</Heading>
            <p class="cp-official__mark">"Not from the plan"</p>
            {children()}
        </section>
    }
}

/// A table of official figures.
#[component]
pub fn OfficialTable(
    table: Table,
    /// The wards that have its columns after the first, where only those stay that are chosen.
    #[prop(optional_no_strip)]
    columns: Option<String>,
) -> impl IntoView {
    let class = |numeric: bool, _: Value| if numeric { "cp-table__number" } else { "" };
    let label = ["Table: ", &table.caption].concat();
    view! {
        <div class="cp-scroll" role="region" aria-label=label tabindex="0" data-columns=columns>
            <DataTable table class="cp-table cp-table--official" cell=class/>
        </div>
    }
}

/// What a reader must know beside the figures, and the wards that it is about, if it is not about all.
#[component]
pub fn Cautions(words: Vec<(String, Option<String>)>) -> impl IntoView {
    (!words.is_empty()).then(|| {
        let rows = words.into_iter().map(|(words, of)| view! { <li data-of=of>{words}</li> });
        view! { <ul class="cp-official__cautions">{rows.collect_view()}</ul> }
    })
}

/// The same of all wards.
pub(super) fn of_all(words: Vec<String>) -> Vec<(String, Option<String>)> {
    words.into_iter().map(|it| (it, None)).collect()
}

/// Tables of people and homes in wards, each with its source.
#[component]
pub fn PeopleTables(
    area: &'static Area,
    sheets: Vec<Sheet>,
    /// As in [`OfficialTable`].
    #[prop(optional)]
    columns: Option<String>,
) -> impl IntoView {
    let sheets = sheets.into_iter().map(|it| {
        view! {
            <div class="cp-official__sheet">
                <OfficialTable table=it.table columns=columns.clone()/>
                <OfficialSource area origin=it.origin when=it.when/>
            </div>
        }
    });
    sheets.collect_view()
}

/// What a figure means that needs explaining.
#[component]
pub fn Meaning(area: &'static Area, origin: OriginId) -> impl IntoView {
    let means = area.origin(origin).means.as_deref();
    means.map(|it| view! { <p class="cp-official__means"><b>"What a decile is. "</b> {it}</p> })
}

/// What the police recorded, closed under one line that says its period; what these months are stands over it.
#[component]
pub fn Recorded(area: &'static Area, period: String, children: Children) -> impl IntoView {
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
            {children()}
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
pub fn RecordedHead(area: &'static Area, stretch: Stretch<'static>, wards: Vec<WardId>) -> impl IntoView {
    let concerns = |own: &[WardId]| own.iter().any(|it| wards.contains(it));
    let own = area.crime.cautions.iter().filter(|it| concerns(&it.wards));
    let mut cautions = of_all(recorded::cautions(&area.crime, &[]));
    cautions.extend(own.map(|it| (it.text.clone(), Some(ward_ids(&it.wards)))));
    cautions.extend(of_all(stretch.missing));
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
