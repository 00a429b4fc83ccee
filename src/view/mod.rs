//! Components: structure and words.
//!
//! Each is a function of the [`Explorer`] or of plain values that gives an element (`el`). Everything renders natively as
//! well, so a view is tested as HTML.
//!
//! **Architecture invariant:** no rules (they are in `query` and `chart`), no browser interface, no inline style.

mod about;
mod card;
mod chart;
mod chosen;
mod compare;
mod edition;
mod effect;
mod el;
mod embed;
mod empty;
mod exit;
mod facet;
mod figure;
mod figures;
mod filters;
mod finder;
mod footer;
mod full_text;
mod glossary;
mod glyph;
mod group;
mod heading;
mod hero;
mod html;
mod leaflet;
mod link;
mod list;
mod matrix;
mod menu;
mod notes;
mod official;
mod origin;
mod overview;
mod paper;
mod part;
mod patience;
mod place;
#[cfg(not(target_arch = "wasm32"))]
mod plain;
mod render;
mod results;
mod strategies;
mod ward;
mod ward_map;
mod wards;
mod words;

use crate::query::{Query, View};
use crate::state::Explorer;
#[cfg(not(target_arch = "wasm32"))]
pub use leaflet::leaflet;
pub use part::{Part, fill};
pub use render::Page;

use el::{Content, El, Node, all, button, el, follow, text};
use leaflet::{counted, either};

/// The whole explorer.
#[must_use]
pub fn page(explorer: Explorer) -> Page {
    let on_show = follow(move || match explorer.view() {
        View::Explore => explore(explorer).node(),
        View::Wards => wards::wards(explorer).node(),
        View::Partners => matrix::matrix(explorer).node(),
        View::Figures => figures::figures(explorer).node(),
        View::Strategies => strategies::strategies(explorer).node(),
        View::About => about::about(explorer).node(),
        View::Notes => notes::notes(explorer).node(),
        View::Glossary => glossary::glossary(explorer).node(),
        View::Text => full_text::full_text(explorer).node(),
        View::Embed => embed::embed(explorer).node(),
    });
    let page = el("div")
        .class("cp__page")
        .follow("data-state", move || explorer.has_all_groups().then(|| "ready".into()))
        .with((exit::exit_bar(explorer), top(explorer), on_show))
        .with(foot(explorer))
        .with(el("p").class("cp-visually-hidden").set("role", "status").with(text(move || explorer.status())));
    Page(page)
}

/// What stands above every view.
fn top(explorer: Explorer) -> El {
    let top = (edition::edition_notice(explorer), hero::hero(explorer), menu::menu(explorer), dropped(explorer));
    under_sheet(explorer, "cp__top").with(top)
}

/// What stands under every view.
fn foot(explorer: Explorer) -> El {
    under_sheet(explorer, "cp__foot").with(footer::foot(explorer))
}

/// A part of the page that cannot be reached while the filter sheet covers it.
fn under_sheet(explorer: Explorer, class: &'static str) -> El {
    el("div").class(class).flag_when("inert", move || explorer.filters_open())
}

/// The view "Explore the plan": filters beside priorities and results.
fn explore(explorer: Explorer) -> El {
    let chosen = text(move || match explorer.with_query(Query::count_choices) {
        0 => "Filter".to_owned(),
        count => ["Filter (", &count.to_string(), ")"].concat(),
    });
    let opener = || {
        button("cp-button cp-button--main", move |_| explorer.open_filters())
            .id("cp-filters-opener")
            .set("aria-haspopup", "dialog")
            .follow("aria-expanded", move || Some(if explorer.filters_open() { "true" } else { "false" }.into()))
            .set("aria-controls", "cp-filters")
            .with(chosen)
    };
    let opener = either(explorer, opener, || {
        el("a").class("cp-button cp-button--main").id("cp-filters-opener").set("href", "#cp-filters").with("Filter")
    });
    let count = counted(explorer, text(move || ["Show ", &explorer.total().to_string()].concat()), "Show");
    let count = (count, el("span").class("cp-visually-hidden").with(" results"));
    let show = leads_to_results(explorer, "cp-button", move |_| explorer.show_results(), count);
    let main = under_sheet(explorer, "cp-explore__main");
    el("div").class("cp-explore").with((
        filters::filters(explorer),
        main.with((overview::overview(explorer), results::results(explorer))),
        under_sheet(explorer, "cp-bar").with((opener, show)),
    ))
}

/// A button that leads to the results, or the leaflet's link there.
fn leads_to_results(
    explorer: Explorer,
    class: &'static str,
    press: impl FnMut(leptos::ev::MouseEvent) + Send + 'static,
    words: impl Content,
) -> impl Content {
    let words = all(words);
    #[cfg(not(target_arch = "wasm32"))]
    if explorer.is_leaflet() {
        return el("a").class(class).set("href", "#cp-results-title").with(words);
    }
    let _: Explorer = explorer;
    button(class, press).with(words)
}

/// A polite line on what in the address was not understood.
fn dropped(explorer: Explorer) -> Node {
    follow(move || all(explorer.dropped().map(|note| el("p").class("cp-dropped").set("role", "note").with(note))))
}
