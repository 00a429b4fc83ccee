//! Components: structure and words.
//!
//! Containers take the [`Explorer`](crate::state::Explorer) and read its signals; small pieces are functions of plain values.
//! Everything renders natively as well, so a view is tested as HTML.
//!
//! **Architecture invariant:** no rules (they are in `query` and `chart`), no browser interface, no inline style.

#![expect(unreachable_pub, reason = "the component macro makes every set of props public")]

mod about;
mod card;
mod chosen;
mod edition;
mod empty;
mod exit;
mod facet;
mod figure;
mod figures;
mod filters;
mod footer;
mod full_text;
mod glossary;
mod glyph;
mod group;
mod heading;
mod hero;
mod link;
mod list;
mod matrix;
mod menu;
mod notes;
mod origin;
mod overview;
mod place;
mod results;
mod strategies;
mod wording;
mod words;

use crate::query::View;
use crate::state::Explorer;
use leptos::prelude::*;

/// The whole explorer.
#[component]
pub fn Page(
    /// What it shows.
    explorer: Explorer,
) -> impl IntoView {
    let on_key = exit::on_key(explorer);
    let view = Memo::new(move |_| explorer.view());
    let covered = move || explorer.filters_open();
    view! {
        <div class="cp__page" on:keydown=on_key>
            <exit::ExitBar explorer />
            <div class="cp__top" inert=covered>
                <edition::EditionNotice explorer />
                <hero::Hero explorer />
                <menu::Menu explorer />
                <Dropped explorer />
            </div>
            {move || match view.get() {
                View::Explore => view! { <Explore explorer /> }.into_any(),
                View::Partners => view! { <matrix::Matrix explorer /> }.into_any(),
                View::Figures => view! { <figures::Figures explorer /> }.into_any(),
                View::Strategies => view! { <strategies::Strategies explorer /> }.into_any(),
                View::About => view! { <about::About explorer /> }.into_any(),
                View::Notes => view! { <notes::Notes explorer /> }.into_any(),
                View::Glossary => view! { <glossary::Glossary explorer /> }.into_any(),
                View::Text => view! { <full_text::FullText explorer /> }.into_any(),
            }}
            <div inert=covered>
                <footer::Foot explorer />
            </div>
            <p class="cp-visually-hidden" role="status">{move || explorer.status()}</p>
        </div>
    }
}

/// The view "Explore the plan": filters beside priorities and results.
#[component]
fn Explore(explorer: Explorer) -> impl IntoView {
    let covered = move || explorer.filters_open();
    let chosen = move || match explorer.with_query(crate::query::Query::count_choices) {
        0 => "Filter".to_owned(),
        count => format!("Filter ({count})"),
    };
    view! {
        <div class="cp-explore">
            <filters::Filters explorer />
            <div class="cp-explore__main" inert=covered>
                <overview::Overview explorer />
                <results::Results explorer />
            </div>
            <div class="cp-bar" inert=covered>
                <button
                    type="button"
                    class="cp-button cp-button--main"
                    id="cp-filters-opener"
                    aria-haspopup="dialog"
                    aria-expanded=move || if explorer.filters_open() { "true" } else { "false" }
                    aria-controls="cp-filters"
                    on:click=move |_| explorer.open_filters()
                >
                    {chosen}
                </button>
                <button type="button" class="cp-button" on:click=move |_| explorer.show_results()>
                    {move || format!("Show {}", explorer.total())}
                    <span class="cp-visually-hidden">" results"</span>
                </button>
            </div>
        </div>
    }
}

/// A polite line on what in the address was not understood.
#[component]
fn Dropped(explorer: Explorer) -> impl IntoView {
    move || explorer.dropped().map(|note| view! { <p class="cp-dropped" role="note">{note}</p> })
}
