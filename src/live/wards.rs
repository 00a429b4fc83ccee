//! Choosing wards on the map or in the list, and what is known of them.

use super::after_paint::after_paint;
use super::compare::ComparedWards;
use super::context;
use super::official::OfficialSource;
use super::ward::OneWard;
use super::ward_map::{WardMap, number};
use crate::chart::listed;
use crate::chart::map::{self, Fit, Sheet};
use crate::plan::WardId;
use crate::plan::area::Area;
use crate::query::Choice;
use leptos::either::EitherOf3;
use leptos::prelude::*;

/// The view's own part: the map and the list, and below what is chosen.
#[component]
pub(super) fn Wards() -> impl IntoView {
    let explorer = context::explorer();
    let about = move || {
        let chosen: Vec<WardId> = explorer.with_wards(|wards| wards.iter().copied().collect());
        match chosen.as_slice() {
            [] => EitherOf3::A(view! { <p class="cp-wards__none">"No ward is chosen yet."</p> }),
            [ward] => EitherOf3::B(view! { <OneWard ward=*ward/> }),
            _ => EitherOf3::C(view! { <ComparedWards wards=chosen/> }),
        }
    };
    view! { <div class="cp-wards"><ChooseWards/> {about}</div> }
}

/// The map, and the list that is its equal.
#[component]
fn ChooseWards() -> impl IntoView {
    let plan = context::plan();
    let area = context::area();
    let drawn = map::of(plan, &area.boundaries).map(|sheet| (area, sheet));
    let fits =
        |fit: fn(Fit) -> bool| drawn.as_ref().is_some_and(|(_, sheet)| sheet.shapes.iter().any(|it| fit(it.fit)));
    // Numbers stand on the map where names do not fit.
    let number_class = if fits(|it| it == Fit::Never) {
        Some("cp-wards__number")
    } else {
        fits(|it| it != Fit::Always).then_some("cp-wards__number cp-wards__number--narrow")
    };
    let rows = plan.ward_ids().map(|ward| view! { <WardTick ward number_class/> }).collect_view();
    view! {
        <div class="cp-wards__choice">
            {drawn.map(|(area, sheet)| view! { <MapWithHint area sheet/> })}
            <fieldset class="cp-wards__list">
                <legend>"Wards: tick one, or several to compare"</legend>
                <div class="cp-wards__rows">{rows}</div>
                <Chosen/>
            </fieldset>
        </div>
    }
}

#[component]
fn MapWithHint(area: &'static Area, sheet: Sheet) -> impl IntoView {
    let origin = area.boundaries.origin;
    let period = area.origin(origin).period.as_str();
    view! {
        <div class="cp-wards__map">
            <WardMap sheet/>
            <p class="cp-quiet" id="cp-map-hint">
                "Press a ward to see it. With the keyboard: arrow keys go to the ward on that side, Enter shows it, the space bar adds it."
            </p>
            <OfficialSource area origin when=period/>
        </div>
    }
}

/// A ward in the list, with the number that it has on the map.
#[component]
fn WardTick(ward: WardId, number_class: Option<&'static str>) -> impl IntoView {
    let explorer = context::explorer();
    let chosen = move || explorer.with_wards(|wards| wards.contains(&ward));
    let alive = StoredValue::new(());
    view! {
        <label class="cp-check">
            <input
                type="checkbox"
                checked=untrack(chosen)
                prop:checked=chosen
                on:change=move |_| after_paint(alive, move || explorer.toggle(Choice::Ward(ward)))
            />
            <span class="cp-check__name">{context::plan().ward(ward).name.as_str()}</span>
            {number_class.map(|class| view! { <span class=class aria-hidden="true">{number(ward)}</span> })}
        </label>
    }
}

/// What is chosen, and the way down to it.
#[component]
fn Chosen() -> impl IntoView {
    let (explorer, plan) = (context::explorer(), context::plan());
    move || {
        let names: Vec<&'static str> =
            explorer.with_wards(|wards| wards.iter().map(|it| plan.ward(*it).name.as_str()).collect());
        (!names.is_empty()).then(|| {
            let words = [if names.len() == 1 { "Read about " } else { "Compare " }, &listed(&names)].concat();
            view! {
                <button
                    type="button"
                    class="cp-button cp-button--main"
                    on:click=move |_| explorer.focus("ward-title")
                >
                    {words}
                </button>
            }
        })
    }
}
