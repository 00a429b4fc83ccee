//! One facet of the filters: a set of choices, each with what choosing it would give.

use crate::query::Choice;
use crate::state::Explorer;
use leptos::prelude::*;

/// A choice with a box to tick, its name and the number of results that choosing it would give.
pub(super) fn check(
    explorer: Explorer,
    choice: Choice,
    words: String,
    count: impl Fn() -> u32 + Send + Sync + Copy + 'static,
) -> AnyView {
    let (of_state, of_change) = (choice.clone(), choice.clone());
    let first = untrack(|| explorer.has(&choice));
    view! {
        <label class="cp-check" class:cp-check--none=move || count() == 0>
            <input
                type="checkbox"
                checked=first
                prop:checked=move || explorer.has(&of_state)
                on:change=move |_| explorer.toggle(of_change.clone())
            />
            <span class="cp-check__name">{words}</span>
            <span class="cp-check__count">{count} <span class="cp-visually-hidden">" results"</span></span>
        </label>
    }
    .into_any()
}

/// A facet that can be closed; says how many of its choices are made.
#[component]
pub(super) fn Facet(
    /// Its name.
    title: &'static str,
    /// A line on what it does, if that needs saying.
    #[prop(optional)]
    hint: &'static str,
    /// How many of its choices are made.
    #[prop(into)]
    chosen: Signal<usize>,
    /// Whether it stands open at first.
    open: bool,
    children: Children,
) -> impl IntoView {
    let made = move || match chosen.get() {
        0 => String::new(),
        count => format!("{count} chosen"),
    };
    view! {
        <details class="cp-facet" open={open || chosen.get_untracked() != 0}>
            <summary class="cp-facet__title">
                <span>{title}</span>
                <span class="cp-facet__made">{made}</span>
            </summary>
            <fieldset class="cp-facet__choices">
                <legend class="cp-visually-hidden">{title}</legend>
                {(!hint.is_empty()).then(|| view! { <p class="cp-facet__hint">{hint}</p> })}
                {children()}
            </fieldset>
        </details>
    }
}
