//! The first things a resident can do: say where they live, or search.

use super::heading::heading;
use crate::state::Explorer;
use leptos::prelude::*;

/// The title, the ward choice and the search.
#[component]
pub(super) fn Hero(explorer: Explorer) -> impl IntoView {
    let plan = explorer.plan;
    view! {
        <div class="cp-hero">
            {heading(explorer.heading(0), "cp-hero__title", "cp-title".to_owned(), plan.edition.heading.as_str())}
            <p class="cp-hero__lead">"What was promised, what was done, and how it is going."</p>
            <div class="cp-hero__tools">
                <WardChoice explorer />
                <Search explorer />
            </div>
        </div>
    }
}

#[component]
fn WardChoice(explorer: Explorer) -> impl IntoView {
    let plan = explorer.plan;
    let chosen = move || {
        explorer.wards.with(|wards| match wards.iter().copied().collect::<Vec<_>>().as_slice() {
            [one] => plan.ward(*one).id.as_str(),
            [] => "",
            _ => "several",
        })
    };
    let options = plan
        .wards
        .iter()
        .map(|ward| {
            let id = ward.id.as_str();
            view! { <option value=id selected=move || chosen() == id>{ward.name.as_str()}</option> }
        })
        .collect_view();
    view! {
        <label class="cp-field">
            <span>"Your ward"</span>
            <select
                prop:value=chosen
                on:change=move |event| {
                    let value = event_target_value(&event);
                    if value != "several" {
                        explorer.set_ward(plan.find_ward(&value));
                    }
                }
            >
                <option value="" selected=move || chosen().is_empty()>
                    {format!("All of {}", plan.edition.place)}
                </option>
                {options}
                <option value="several" hidden=move || chosen() != "several" selected=move || chosen() == "several">
                    "Several wards"
                </option>
            </select>
        </label>
    }
}

#[component]
fn Search(explorer: Explorer) -> impl IntoView {
    let words = move || explorer.with_query(|query| query.words.clone());
    view! {
        <form
            class="cp-search"
            role="search"
            on:submit=move |event| {
                event.prevent_default();
                explorer.show_results();
            }
        >
            <label class="cp-field" for="cp-search">
                <span>"Search the plan"</span>
            </label>
            <div class="cp-search__row">
                <input
                    type="search"
                    id="cp-search"
                    name="q"
                    autocomplete="off"
                    maxlength="100"
                    prop:value=words
                    on:input=move |event| explorer.search(&event_target_value(&event))
                />
                <button type="submit" class="cp-button cp-button--main">"Search"</button>
            </div>
            <p class="cp-search__hint" hidden=move || !explorer.search_kept_back()>
                "We keep these words out of the address of this page, so that they leave no trail."
            </p>
        </form>
    }
}
