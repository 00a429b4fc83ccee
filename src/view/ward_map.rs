//! The map of the wards, drawn by us. Pressing a ward shows it; with the keyboard one goes from ward to ward.
//!
//! To a screen reader it is a list of wards of which some are chosen; the list beside it is its equal. No figure reaches it,
//! so it is never coloured by one.

use super::el::{El, el, svg};
use crate::chart::map::{Direction, Fit, Sheet, WIDTH};
use crate::plan::WardId;
use crate::query::Choice;
use crate::state::Explorer;
use leptos::prelude::*;
use std::sync::Arc;

/// The map.
pub(super) fn map(explorer: Explorer, sheet: Sheet) -> El {
    let plan = explorer.plan;
    let sheet = Arc::new(sheet);
    let chosen = untrack(|| explorer.with_wards(|wards| wards.first().copied()));
    let here = RwSignal::new(chosen.unwrap_or(WardId(0)));
    let id = move |ward: WardId| ["cp-map-", plan.ward(ward).id.as_str()].concat();
    let shapes: Vec<El> = plan.ward_ids().map(|ward| shape(explorer, &sheet, ward, here).id(id(ward))).collect();
    let names: Vec<El> = plan.ward_ids().map(|ward| name(explorer, &sheet, ward)).collect();
    let view_box = ["0 0 ", &whole(WIDTH).to_string(), " ", &sheet.height.to_string()].concat();
    let drawing = svg("svg")
        .class("cp-map__sheet")
        .set("viewBox", view_box)
        .set("role", "presentation")
        .set("focusable", "false")
        .with((shapes, svg("g").set("aria-hidden", "true").with(names)));
    el("div")
        .class("cp-map")
        .id("cp-map")
        .set("role", "listbox")
        .set("tabindex", "0")
        .set("aria-multiselectable", "true")
        .set("aria-label", ["Map of the wards of ", &plan.edition.place].concat())
        .set("aria-describedby", "cp-map-hint")
        .follow("aria-activedescendant", move || Some(id(here.get()).into()))
        .on_key(move |event| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            let at = here.get_untracked();
            let key = event.key();
            let next = match key.as_str() {
                "Home" => plan.ward_ids().next(),
                "End" => plan.ward_ids().last(),
                " " => {
                    explorer.toggle(Choice::Ward(at));
                    Some(at)
                }
                "Enter" => {
                    explorer.set_ward(Some(at));
                    Some(at)
                }
                other => {
                    let Some(direction) = Direction::of_key(other) else { return };
                    let touches = |it: usize| plan.ward(at).neighbours.iter().any(|ward| ward.index() == it);
                    let found = sheet.towards(at.index(), direction, touches);
                    Some(found.and_then(|it| u16::try_from(it).ok()).map_or(at, WardId))
                }
            };
            event.prevent_default();
            if let Some(next) = next {
                here.set(next);
            }
        })
        .with(drawing)
}

fn shape(explorer: Explorer, sheet: &Sheet, ward: WardId, here: RwSignal<WardId>) -> El {
    let path = sheet.shapes.get(ward.index()).map(|it| it.path.clone()).unwrap_or_default();
    let chosen = move || explorer.with_wards(|wards| wards.contains(&ward));
    let class = move || {
        Some(
            match (chosen(), here.get() == ward) {
                (false, false) => "cp-map__ward",
                (false, true) => "cp-map__ward cp-map__ward--here",
                (true, false) => "cp-map__ward cp-map__ward--chosen",
                (true, true) => "cp-map__ward cp-map__ward--chosen cp-map__ward--here",
            }
            .into(),
        )
    };
    svg("path")
        .set("d", path)
        .set("fill-rule", "evenodd")
        .set("role", "option")
        .set("aria-label", explorer.plan.ward(ward).name.as_str())
        .follow("class", class)
        .follow("aria-selected", move || Some(if chosen() { "true" } else { "false" }.into()))
        .on_click(move |event| {
            here.set(ward);
            if event.ctrl_key() || event.shift_key() || event.meta_key() {
                explorer.toggle(Choice::Ward(ward));
            } else {
                explorer.set_ward(Some(ward));
            }
        })
}

/// The ward's name, or the number that it has in the list where the name does not fit.
fn name(explorer: Explorer, sheet: &Sheet, ward: WardId) -> El {
    let shape = sheet.shapes.get(ward.index());
    let at = shape.map(|it| it.at).unwrap_or_default();
    let chosen = move || explorer.with_wards(|wards| wards.contains(&ward));
    let text = move |words: &'static str, narrow: bool, large: bool| {
        let class = move || {
            Some(
                match (narrow && large, narrow, chosen()) {
                    (true, _, false) => "cp-map__name",
                    (true, _, true) => "cp-map__name cp-map__name--chosen",
                    (false, true, false) => "cp-map__name cp-map__name--narrow",
                    (false, true, true) => "cp-map__name cp-map__name--narrow cp-map__name--chosen",
                    (false, false, false) => "cp-map__name cp-map__name--large",
                    (false, false, true) => "cp-map__name cp-map__name--large cp-map__name--chosen",
                }
                .into(),
            )
        };
        svg("text").follow("class", class).set("x", at[0].to_string()).set("y", at[1].to_string()).with(words)
    };
    let number = move || number(ward);
    let name = explorer.plan.ward(ward).name.as_str();
    let texts = match shape.map_or(Fit::Never, |it| it.fit) {
        Fit::Always => vec![text(name, true, true)],
        Fit::Large => vec![text("", true, false).with(number()), text(name, false, true)],
        Fit::Never => vec![text("", true, true).with(number())],
    };
    svg("g").with(texts)
}

/// The number of a ward in the list: its place, from one on.
pub(super) fn number(ward: WardId) -> String {
    (ward.index() + 1).to_string()
}

#[expect(clippy::cast_possible_truncation, reason = "a width of some thousands")]
fn whole(number: f64) -> i32 {
    number.round() as i32
}
