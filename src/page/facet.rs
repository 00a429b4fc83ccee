//! One facet of the filters: a set of choices, each with what choosing it would give.

use super::FORM;
use super::context::context;
use crate::query::{Choice, choice_label, choice_unit, link};
use leptos::prelude::*;

/// A facet that can be closed. The program says in its title how many of its choices are made.
#[component]
pub fn Facet(
    title: &'static str,
    #[prop(optional)] hint: Option<&'static str>,
    #[prop(optional)] open: bool,
    #[prop(optional)] needs_app: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <details class="cp-facet" open=open data-app=needs_app>
            <summary class="cp-facet__title">
                <span>{title}</span>
                <span class="cp-facet__made"></span>
            </summary>
            <fieldset class="cp-facet__choices">
                <legend class="cp-visually-hidden">{title}</legend>
                {hint.map(|hint| view! { <p class="cp-facet__hint">{hint}</p> })}
                {children()}
            </fieldset>
        </details>
    }
}

/// Several choices, one under the other.
#[component]
pub fn Checks<I>(choices: I) -> impl IntoView
where
    I: Iterator<Item = Choice> + 'static,
{
    choices.map(|choice| view! { <Check choice/> }).collect_view()
}

/// A choice with a box to tick, its name and the number of results that choosing it would give.
#[component]
pub fn Check(choice: Choice) -> impl IntoView {
    let page = context();
    let name = choice_label(page.facts, &choice);
    let count = page.selection.counts.of(&choice);
    // A number of entries says enough beside their name. A gap is counted in something else, and says so.
    let hidden = if matches!(choice, Choice::Gap(_)) { "" } else { "cp-visually-hidden" };
    let unit = choice_unit(&choice, count as usize);
    let class = if count == 0 { "cp-check cp-check--none" } else { "cp-check" };
    view! {
        <label class=class>
            <Tick choice/>
            <span class="cp-check__name">{name}</span>
            <span class="cp-check__count">
                <span data-number>{count}</span>
                " " <span class=hidden data-unit>{unit}</span>
            </span>
        </label>
    }
}

/// The box itself, by whose name and value the stylesheet and the program know the choice.
#[component]
pub fn Tick(choice: Choice) -> impl IntoView {
    link::control(context().facts, &choice)
        .map(|(name, value)| view! { <input type="checkbox" name=name value=value form=FORM/> })
}
