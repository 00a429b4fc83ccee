//! The honest answer for a ward: what applies there, and what the plan does not say.

use super::context::context;
use super::glyph::KindGlyph;
use crate::plan::{Coverage, Entry, Kind, WardId};
use crate::query::View;
use leptos::prelude::*;

/// The answer for each ward, of which the stylesheet shows those of the chosen ones; and the place for that of several wards.
#[component]
pub fn WardAnswers() -> impl IntoView {
    let answers = context().plan.ward_ids().map(|ward| view! { <WardAnswer ward/> });
    view! {
        {answers.collect_view()}
        <div data-place="ward-answer"></div>
        <p data-place="ward-onward" hidden>
            <a class="cp-onward" href="#cp-view-wards" data-view=View::Wards.slug()>"Map, people and homes, recorded crime"</a>
        </p>
    }
}

/// What the plan says of a ward, and what it does not.
#[component]
fn WardAnswer(ward: WardId) -> impl IntoView {
    let plan = context().plan;
    let kind = &plan.edition.area_kind;
    let name = &plan.ward(ward).name;
    let is_here = |it: &&Entry| matches!(&it.coverage, Coverage::Wards(wards) if wards.contains(&ward));
    let from_plan = plan.entries.iter().filter(is_here).filter(|it| it.source().is_some()).count();
    let local = plan.entries.iter().filter(is_here).filter(|it| it.kind == Kind::Local).count();
    let says = match from_plan {
        0 => format!(
            "The plan says nothing about {name} alone. What it promises and reports applies across the whole {kind}, {name} \
             included."
        ),
        1 => format!("One statement of the plan is about {name} alone. The others apply across the whole {kind}."),
        more => {
            format!("{more} statements of the plan are about {name} alone. The others apply across the whole {kind}.")
        }
    };
    let known = match local {
        0 => "We know of no facts from other sources about places there.".to_owned(),
        1 => "We add one fact about a place there, from another source. It is marked as not from the plan.".to_owned(),
        more => {
            format!("We add {more} facts about places there, from other sources. They are marked as not from the plan.")
        }
    };
    view! {
        <div class="cp-place" data-w=plan.ward(ward).id.as_str()>
            <p class="cp-lead"><KindGlyph kind=Kind::Local/> " " {says}</p>
            <p>{known} " The plan gives no figures for single wards."</p>
        </div>
    }
}
