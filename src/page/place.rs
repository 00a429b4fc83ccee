//! The honest answer for a ward: what applies there, and what the plan does not say.

use super::context::context;
use super::glyph::KindGlyph;
use crate::plan::{Kind, WardId};
use crate::query::{View, ward_answer};
use leptos::prelude::*;

/// The answer for each ward, of which the stylesheet shows those of the chosen ones; and the place for that of several wards.
#[component]
pub fn WardAnswers() -> impl IntoView {
    let answers = context().plan.ward_ids().map(|ward| view! { <WardAnswer ward/> });
    view! {
        {answers.collect_view()}
        <div class="cp-place" data-place="ward-answer" hidden>
            <p class="cp-lead" data-text="ward-says"></p>
            <p data-text="ward-places"></p>
            <Onward/>
        </div>
    }
}

/// The way to the ward's own view.
#[component]
fn Onward() -> impl IntoView {
    view! {
        <p>
            <a class="cp-onward" href="#cp-view-wards" data-view=View::Wards.slug()>
                "Places near, people and homes, recorded crime"
            </a>
        </p>
    }
}

/// What the plan says of a ward, and what it does not.
#[component]
fn WardAnswer(ward: WardId) -> impl IntoView {
    let page = context();
    let answer = ward_answer(page.facts, &[ward]);
    view! {
        <div class="cp-place" data-w=page.plan.ward(ward).id.as_str()>
            <p class="cp-lead"><KindGlyph kind=Kind::Local/> " " {answer.says}</p>
            <p>{answer.places} " The plan gives no figures for single wards."</p>
            <Onward/>
        </div>
    }
}
