//! The honest answer for a ward: what applies there, and what the plan does not say.

use super::el::{Content, Each, El, all, el, follow};
use super::glyph::kind_glyph;
use super::leaflet::either;
use super::link::link_to;
use crate::chart::listed;
use crate::plan::{Coverage, Kind, WardId};
use crate::query::View;
use crate::state::Explorer;

/// What applies in the chosen wards; nothing while none is chosen.
pub(super) fn place_answer(explorer: Explorer) -> impl Content {
    let of_chosen = move || {
        let wards: Vec<WardId> = explorer.with_wards(|wards| wards.iter().copied().collect());
        if wards.is_empty() { all(None::<El>) } else { answer(explorer, &wards).with(onward(explorer)).node() }
    };
    // The leaflet has the answer for each ward, and shows those of the chosen ones.
    either(
        explorer,
        || follow(of_chosen),
        || {
            Each(
                explorer
                    .plan
                    .ward_ids()
                    .map(|id| answer(explorer, &[id]).set("data-w", explorer.plan.ward(id).id.as_str())),
            )
        },
    )
}

/// The way to the map and to what official sources say of the chosen wards.
fn onward(explorer: Explorer) -> El {
    let wards = link_to(
        explorer,
        "cp-onward",
        |mut query| {
            query.view = View::Wards;
            query
        },
        move |_| explorer.show(View::Wards),
    );
    el("p").with(wards.with("Map, people and homes, recorded crime"))
}

/// What the plan says of these wards, and what it does not.
pub(super) fn answer(explorer: Explorer, wards: &[WardId]) -> El {
    let plan = explorer.plan;
    let kind = &plan.edition.area_kind;
    let names: Vec<&str> = wards.iter().map(|it| plan.ward(*it).name.as_str()).collect();
    let names = listed(&names);
    let from_plan = plan
        .entries
        .iter()
        .filter(|entry| entry.source().is_some())
        .filter(|entry| matches!(&entry.coverage, Coverage::Wards(own) if own.iter().any(|it| wards.contains(it))))
        .count();
    let local = plan
        .entries
        .iter()
        .filter(|entry| entry.kind == Kind::Local)
        .filter(|entry| matches!(&entry.coverage, Coverage::Wards(own) if own.iter().any(|it| wards.contains(it))))
        .count();
    let says = match from_plan {
        0 => [
            "The plan says nothing about ",
            &names,
            " alone. What it promises and reports applies across the whole ",
            kind,
            ", ",
            &names,
            " included.",
        ]
        .concat(),
        1 => ["One statement of the plan is about ", &names, " alone. The others apply across the whole ", kind, "."]
            .concat(),
        more => [
            &more.to_string(),
            " statements of the plan are about ",
            &names,
            " alone. The others apply across the whole ",
            kind,
            ".",
        ]
        .concat(),
    };
    let known = match local {
        0 => "We know of no facts from other sources about places there.".to_owned(),
        1 => "We add one fact about a place there, from another source. It is marked as not from the plan.".to_owned(),
        more => [
            "We add ",
            &more.to_string(),
            " facts about places there, from other sources. They are marked as not from the plan.",
        ]
        .concat(),
    };
    el("div")
        .class("cp-place")
        .with(el("p").class("cp-lead").with((kind_glyph(Kind::Local), " ", says)))
        .with(el("p").with((known, " The plan gives no figures for single wards.")))
}
