//! The answer to a postcode, the name of a ward or a place.
//!
//! The form stands on the page; the answer's place is filled when the visitor turns to the form (`data-asks`), and is then asked:
//! `public/lazy.js` sees to both.

use super::context;
use crate::page::glyph::{BEWARE, Glyph};
use crate::plan::WardId;
use crate::query::place;
use leptos::either::EitherOf3;
use leptos::html::Div;
use leptos::prelude::*;

/// What describes the field: the hint, then the answer.
const SAID: &str = "cp-place-said";
const HINT: &str = "Looked up on your device. Nothing is sent.";

/// The answer, and the wards that it leaves open. A ward that is found is gone to.
#[component]
pub(super) fn FinderAnswer() -> impl IntoView {
    let finder = context::finder();
    let idle = Memo::new(move |_| finder.answer().text.is_empty() && !finder.is_waiting());
    let offered = Memo::new(move |_| finder.kept().filter(|_| idle.get()));
    let hint = move || idle.get() && finder.kept().is_none();
    let place = NodeRef::<Div>::new();
    #[cfg(target_arch = "wasm32")]
    mark_field(place, finder);
    view! {
        <div class="cp-finder__answer" node_ref=place>
            <div id=SAID role="status"><Answered/></div>
            <OtherWards/>
            {move || offered.get().map(|ward| view! { <RememberedWard ward/> })}
            {move || hint().then(|| view! { <p class="cp-part__line">{HINT}</p> })}
        </div>
    }
}

/// Has the field say that what stands in it is wrong, and why: what is said below it.
#[cfg(target_arch = "wasm32")]
fn mark_field(answer: NodeRef<Div>, finder: crate::state::Finder) {
    answer.on_load(move |answer| {
        let form = crate::browser::Element::of(answer.into()).closest("form");
        let Some(field) = form.and_then(|it| it.find("#cp-place")) else { return };
        super::keep(RenderEffect::new(move |_: Option<()>| {
            let wrong = finder.is_wrong();
            field.set("aria-invalid", wrong.then_some("true"));
            field.set("aria-errormessage", wrong.then_some(SAID));
        }));
    });
}

/// What is said of what was asked.
#[component]
fn Answered() -> impl IntoView {
    let finder = context::finder();
    // Only what is said: choosing one of the wards on offer says nothing new, and must not be heard again.
    let said = Memo::new(move |_| {
        let said = place::Reply { ward: None, others: Vec::new(), ..finder.answer() };
        (finder.is_waiting(), said)
    });
    move || {
        let (waiting, said) = said.get();
        if waiting {
            let words = "Waiting for your device. Your browser may ask you whether this page may know where you are.";
            return EitherOf3::A(view! { <p>{words}</p> });
        }
        if said.text.is_empty() {
            return EitherOf3::B(());
        }
        let beware = said.again.then(|| view! { <Glyph path=BEWARE/> " " });
        let note = (!said.note.is_empty()).then(|| view! { <p class="cp-finder__note">{said.note}</p> });
        EitherOf3::C(view! {
            <p class="cp-finder__said">{beware} <span>{said.text}</span></p>
            {note}
        })
    }
}

/// The wards that the answer leaves open. The list stays while one after the other is chosen, and so keeps the keyboard.
#[component]
fn OtherWards() -> impl IntoView {
    let finder = context::finder();
    let others = Memo::new(move |_| finder.answer().others);
    move || {
        let others = others.get();
        (!others.is_empty()).then(|| {
            let rows = others.into_iter().map(|ward| view! { <OtherWard ward/> });
            view! { <ul class="cp-finder__others">{rows.collect_view()}</ul> }
        })
    }
}

#[component]
fn OtherWard(ward: WardId) -> impl IntoView {
    let (explorer, finder) = (context::explorer(), context::finder());
    let chosen = move || explorer.with_wards(|wards| wards.contains(&ward));
    view! {
        <li>
            <button
                type="button"
                class="cp-button"
                aria-pressed=move || if chosen() { "true" } else { "false" }
                on:click=move |_| finder.choose(ward)
            >
                {context::plan().ward(ward).name.as_str()}
            </button>
        </li>
    }
}

/// The ward that the device remembers, offered while nothing else is asked.
#[component]
fn RememberedWard(ward: WardId) -> impl IntoView {
    let (explorer, finder) = (context::explorer(), context::finder());
    let name = context::plan().ward(ward).name.as_str();
    // The button goes with the offer: the keyboard goes back to the field.
    let let_go = move |_| {
        finder.let_go();
        explorer.focus("place");
    };
    view! {
        <div class="cp-finder__offer">
            <span>{["Remembered: ", name, "."].concat()}</span>
            <button
                type="button"
                class="cp-button cp-button--quiet"
                on:click=move |_| explorer.show_wards([ward])
            >
                {["Show ", name].concat()}
            </button>
            <button type="button" class="cp-button cp-button--quiet" on:click=let_go>"Forget"</button>
        </div>
    }
}

/// What the device remembers of a ward, and what remembering does.
#[component]
pub(super) fn RememberWard(ward: WardId) -> impl IntoView {
    let finder = context::finder();
    let name = context::plan().ward(ward).name.as_str();
    let kept = move || finder.kept() == Some(ward);
    let words = move || {
        if kept() {
            return ["This device remembers ", name, " as your ward, until you press Forget."].concat();
        }
        [
            "Keeps the ward’s code in this browser, on this device alone, and offers ",
            name,
            " at your next visit. Whoever uses this browser can see it.",
        ]
        .concat()
    };
    let trouble = move || {
        let words = "This browser does not let the page keep or forget anything, so all stays as it is.";
        if finder.was_refused() { words } else { "" }
    };
    // One button, which keeps the keyboard.
    let press = move |_| if untrack(kept) { finder.let_go() } else { finder.remember(ward) };
    view! {
        <div class="cp-memory">
            <button type="button" class="cp-button" on:click=press>
                {move || if kept() { "Forget" } else { "Remember my ward" }}
            </button>
            <p class="cp-memory__words">{words}</p>
            <p role="status">{trouble}</p>
        </div>
    }
}
