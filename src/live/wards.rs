//! Choosing wards on the map or in the list. What is known of those that are chosen stands below ([`super::ward`]).

use super::after_paint::after_paint;
use super::context;
use super::ward_map::{WardMap, number};
use crate::chart::listed;
use crate::chart::map::{self, Fit, Sheet};
use crate::page::official_source::OfficialSource;
use crate::plan::WardId;
use crate::plan::area::Area;
use crate::query::{self, Choice};
use crate::state::Explorer;
use leptos::prelude::*;

/// Where the choice of wards stands on a narrow page. On a wide one it stands open beside the answer all the time.
#[derive(Clone, Copy)]
struct Picking {
    /// A ward was ticked in the list while it stood at the top: it stays there, under the finger, until the visitor goes on.
    stays: RwSignal<bool>,
    /// The visitor has opened it under the answer.
    opened: RwSignal<bool>,
}

impl Picking {
    /// Whether it stands at the top, over the answer; tracked.
    fn is_first(self, explorer: Explorer) -> bool {
        self.stays.get() || explorer.with_wards(query::Set::is_empty)
    }

    /// The visitor goes on to the answer.
    fn go_on(self) {
        self.stays.set(false);
        self.opened.set(false);
    }

    /// A ward is ticked, or its tick taken away.
    fn tick(self, explorer: Explorer) {
        if untrack(|| explorer.with_wards(query::Set::is_empty)) {
            self.stays.set(true);
        }
    }
}

/// The part: the map and the list.
#[component]
pub(super) fn Wards() -> impl IntoView {
    view! { <div class="cp-wards"><Picker/></div> }
}

/// The choice of wards: open while none is chosen, then behind one line.
#[component]
fn Picker() -> impl IntoView {
    let explorer = context::explorer();
    let picking = Picking { stays: RwSignal::new(false), opened: RwSignal::new(false) };
    provide_context(picking);
    let class = move || match (picking.is_first(explorer), picking.opened.get()) {
        (true, _) => "cp-wards__picker cp-wards__picker--first",
        (false, true) => "cp-wards__picker",
        (false, false) => "cp-wards__picker cp-wards__picker--closed",
    };
    view! {
        <div class=class>
            <button
                type="button"
                class="cp-button cp-wards__opener"
                aria-controls="cp-wards-choice"
                aria-expanded=move || if picking.opened.get() { "true" } else { "false" }
                on:click=move |_| picking.opened.update(|it| *it = !*it)
            >
                "Choose another ward, or compare"
            </button>
            <ChooseWards/>
        </div>
    }
}

/// The map, and the list that is its equal.
#[component]
fn ChooseWards() -> impl IntoView {
    let plan = context::plan();
    let area = context::area();
    let drawn = map::of(plan, &area.boundaries).map(|sheet| (area, sheet));
    // Numbers stand on the map where names do not fit.
    let is_numbered = |ward: WardId| {
        let shape = drawn.as_ref().and_then(|(_, sheet)| sheet.shapes.get(ward.index()));
        shape.is_some_and(|it| it.fit != Fit::Always)
    };
    let rows = plan.ward_ids().map(|ward| view! { <WardTick ward numbered=is_numbered(ward)/> }).collect_view();
    view! {
        <div class="cp-wards__choice" id="cp-wards-choice">
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
    let picking: Picking = expect_context();
    let origin = area.boundaries.origin;
    let period = area.origin(origin).period.as_str();
    view! {
        <div class="cp-wards__map">
            <WardMap sheet picked=Callback::new(move |()| picking.go_on())/>
            <p class="cp-quiet" id="cp-map-hint">
                "Press a ward to read about it. With the keyboard: arrow keys go to the ward on that side, Enter shows it, the space bar adds it."
            </p>
            <details class="cp-opens">
                <summary>"Where the map comes from"</summary>
                <OfficialSource area origin when=period/>
            </details>
        </div>
    }
}

/// A ward in the list, with the number that it has on the map.
#[component]
fn WardTick(ward: WardId, numbered: bool) -> impl IntoView {
    let explorer = context::explorer();
    let picking: Picking = expect_context();
    let chosen = move || explorer.with_wards(|wards| wards.contains(&ward));
    let alive = StoredValue::new(());
    let tick = move || {
        picking.tick(explorer);
        explorer.toggle(Choice::Ward(ward));
    };
    view! {
        <label class="cp-check">
            <input
                type="checkbox"
                checked=untrack(chosen)
                prop:checked=chosen
                on:change=move |_| after_paint(alive, tick)
            />
            <span class="cp-check__name">{context::plan().ward(ward).name.as_str()}</span>
            {numbered.then(|| view! { <span class="cp-wards__number" aria-hidden="true">{number(ward)}</span> })}
        </label>
    }
}

/// What is chosen, and the way to it.
#[component]
fn Chosen() -> impl IntoView {
    let (explorer, plan) = (context::explorer(), context::plan());
    let picking: Picking = expect_context();
    let go_on = move |_| {
        picking.go_on();
        explorer.focus("ward-title");
    };
    move || {
        let names: Vec<&'static str> =
            explorer.with_wards(|wards| wards.iter().map(|it| plan.ward(*it).name.as_str()).collect());
        (!names.is_empty()).then(|| {
            let words = [if names.len() == 1 { "Read about " } else { "Compare " }, &listed(&names)].concat();
            view! {
                <button
                    type="button"
                    class="cp-button cp-button--main"
                    on:click=go_on
                >
                    {words}
                </button>
            }
        })
    }
}
