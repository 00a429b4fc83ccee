//! The map of the wards, drawn by us. Pressing a ward goes to its answer; with the keyboard one goes from ward to ward.
//!
//! To a screen reader it is a list of wards of which some are chosen; the list beside it is its equal. No figure reaches it,
//! so it is never coloured by one.

use super::context;
use crate::chart::map::{Direction, Fit, Sheet, WIDTH};
use crate::plan::WardId;
use crate::query::Choice;
use leptos::either::Either;
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;

/// The map.
#[component]
pub(super) fn WardMap(
    sheet: Sheet,
    /// The visitor has picked a ward to read about.
    picked: Callback<()>,
) -> impl IntoView {
    let (explorer, plan) = (context::explorer(), context::plan());
    let chosen = untrack(|| explorer.with_wards(|wards| wards.first().copied()));
    let here = RwSignal::new(chosen.unwrap_or(WardId(0)));
    let shapes = || plan.ward_ids().zip(&sheet.shapes);
    let outlines =
        shapes().map(|(ward, it)| view! { <WardShape ward path=it.path.clone() here picked/> }).collect_view();
    let names = shapes().map(|(ward, it)| view! { <WardName ward at=it.at fit=it.fit/> }).collect_view();
    let view_box = ["0 0 ", &whole(WIDTH).to_string(), " ", &sheet.height.to_string()].concat();
    let press = move |event: KeyboardEvent| {
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
                picked.run(());
                explorer.show_wards([at]);
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
    };
    view! {
        <div
            class="cp-map"
            id="cp-map"
            role="listbox"
            tabindex="0"
            aria-multiselectable="true"
            aria-label=["Map of the wards of ", &plan.edition.place].concat()
            aria-describedby="cp-map-hint"
            aria-activedescendant=move || id_of(plan.ward(here.get()).id.as_str())
            on:keydown=press
        >
            <svg class="cp-map__sheet" viewBox=view_box role="presentation" focusable="false">
                {outlines}
                <g aria-hidden="true">{names}</g>
            </svg>
        </div>
    }
}

fn id_of(ward: &str) -> String {
    ["cp-map-", ward].concat()
}

/// A ward's shape, which can be pressed.
#[component]
fn WardShape(ward: WardId, path: String, here: RwSignal<WardId>, picked: Callback<()>) -> impl IntoView {
    let explorer = context::explorer();
    let record = context::plan().ward(ward);
    let chosen = move || explorer.with_wards(|wards| wards.contains(&ward));
    let class = move || match (chosen(), here.get() == ward) {
        (false, false) => "cp-map__ward",
        (false, true) => "cp-map__ward cp-map__ward--here",
        (true, false) => "cp-map__ward cp-map__ward--chosen",
        (true, true) => "cp-map__ward cp-map__ward--chosen cp-map__ward--here",
    };
    let press = move |event: MouseEvent| {
        here.set(ward);
        if event.ctrl_key() || event.shift_key() || event.meta_key() {
            explorer.toggle(Choice::Ward(ward));
        } else {
            picked.run(());
            explorer.show_wards([ward]);
        }
    };
    view! {
        <path
            id=id_of(record.id.as_str())
            class=class
            d=path
            fill-rule="evenodd"
            role="option"
            aria-label=record.name.as_str()
            aria-selected=move || if chosen() { "true" } else { "false" }
            on:click=press
        ></path>
    }
}

/// The ward's name, or the number that it has in the list where the name does not fit.
#[component]
fn WardName(ward: WardId, at: [i32; 2], fit: Fit) -> impl IntoView {
    let name = context::plan().ward(ward).name.as_str();
    let words = if fit == Fit::Never { number(ward) } else { name.to_owned() };
    if fit == Fit::Large {
        Either::Left(view! {
            <MapLabel ward at class=NARROW words=number(ward)/>
            <MapLabel ward at class=LARGE words/>
        })
    } else {
        Either::Right(view! { <MapLabel ward at class=ALWAYS words/> })
    }
}

/// The class of words on the map while their ward is not chosen, and while it is: of those that stand there at any size.
const ALWAYS: [&str; 2] = ["cp-map__name", "cp-map__name cp-map__name--chosen"];
/// Of those that stand there while the map is small.
const NARROW: [&str; 2] =
    ["cp-map__name cp-map__name--narrow", "cp-map__name cp-map__name--narrow cp-map__name--chosen"];
/// Of those that stand there while it is large.
const LARGE: [&str; 2] = ["cp-map__name cp-map__name--large", "cp-map__name cp-map__name--large cp-map__name--chosen"];

/// Words on the map.
#[component]
fn MapLabel(ward: WardId, at: [i32; 2], class: [&'static str; 2], #[prop(into)] words: String) -> impl IntoView {
    let explorer = context::explorer();
    let [not_chosen, chosen] = class;
    let class = move || if explorer.with_wards(|wards| wards.contains(&ward)) { chosen } else { not_chosen };
    view! { <text class=class x=at[0].to_string() y=at[1].to_string()>{words}</text> }
}

/// The number of a ward in the list: its place, from one on.
pub(super) fn number(ward: WardId) -> String {
    (ward.index() + 1).to_string()
}

#[expect(clippy::cast_possible_truncation, reason = "a width of some thousands")]
fn whole(number: f64) -> i32 {
    number.round() as i32
}
