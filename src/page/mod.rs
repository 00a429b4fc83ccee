//! The page, written once, natively, as HTML: the whole plan, to be read and filtered without any script. In the browser the
//! program brings this page to life: it ties what stands here to one query, and puts next to nothing on it anew.
//!
//! Ordinary Leptos components, without signals: one file for each part, named like its part of the stylesheet. They all read
//! the plan from one context (`context`).
//!
//! # What the program finds
//!
//! | mark | on | says |
//! | --- | --- | --- |
//! | `data-section` | each view of the page | the view's word in addresses |
//! | `data-view` | a link to a view | the same |
//! | `data-query` | a link to results | the query, as in an address |
//! | `data-passage` | "Read it in the full text" | the passage, whose id is `cp-text-` and this |
//! | `data-entry` | a card, a figure | the entry's number, [`EntryId`](crate::plan::EntryId) |
//! | `data-g`, `data-kind` | a group, a list in it | its priority, or `whole`; the kind of its entries |
//! | `data-f`, `data-l`, `data-w` | an entry, a list, a ward's answer | what the stylesheet filters by without script |
//! | `name`, `value`, `form` | a form control | the choice that it stands for |
//! | `data-number` | the count beside a choice | |
//! | `data-names` | an organisation among the filters | all its names, for finding it |
//! | `data-priority` | a row of the overview | its priority |
//! | `data-partner` | a row of the table of partners | its number, [`PartnerId`](crate::plan::PartnerId) |
//! | `data-do` | a button, a link | what it does |
//! | `data-text` | words that follow the visitor | which |
//! | `data-part`, `data-place` | a place | what the program puts there |
//! | `data-under-drawer` | what the filter drawer covers | |
//! | `data-app` | what only the program can do | the stylesheet takes it away where no program comes |
//! | `.cp-app-link` | a link of use with the program alone | the stylesheet has it read as words where no program comes |
//!
//! **Architecture invariant:** structure and words, no rules (they are in `query` and `chart`), no inline style, no script.

#![expect(unreachable_pub, reason = "components are `pub`, as is usual, and the page shows just the whole of them")]
#![expect(clippy::needless_pass_by_value, reason = "a component owns what it is given")]

mod about;
mod card;
mod chart;
mod chosen;
mod context;
mod edition;
mod embed;
mod exit;
mod explore;
mod facet;
mod figure;
mod figures;
mod filters;
mod finder;
mod footer;
mod fragment;
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
mod money;
mod notes;
mod origin;
mod overview;
mod place;
mod quote;
mod results;
mod strategies;
mod survey;
mod wards;
mod words;

use crate::plan::{Area, Plan};
use crate::query::{Engine, Query};
use context::PageContext;
use leptos::prelude::*;

use about::About;
use edition::EditionNotice;
use embed::Embed;
use exit::ExitBar;
use explore::Explore;
use figures::Figures;
use footer::Footer;
use full_text::FullText;
use glossary::Glossary;
use hero::Hero;
use matrix::Matrix;
use menu::Menu;
use notes::Notes;
use strategies::Strategies;
use wards::Wards;

/// The whole page as HTML. Its title is a heading of `level`, 1 to 4.
#[must_use]
pub fn whole(plan: &'static Plan, area: Option<&'static Area>, engine: &'static Engine, level: u8) -> String {
    // Components hold what they read for ever; a build writes a handful of pages.
    let selection = Box::leak(Box::new(engine.select(&Query::default())));
    let html = Owner::new().with(|| {
        provide_context(PageContext { plan, area, engine, selection, level: level.clamp(1, 4) });
        view! { <Page/> }.to_html()
    });
    // Leptos marks where one text ends and the next begins, for programs that build the page a second time. In a text or an
    // attribute `<` is written as `&lt;`, so nothing else is taken away.
    html.replace("<!>", "")
}

/// The same as plain HTML, to be pasted into another page: no classes, no controls, ids of its own.
#[must_use]
pub fn fragment(plan: &'static Plan, area: Option<&'static Area>, engine: &'static Engine, level: u8) -> String {
    fragment::plain(&whole(plan, area, engine, level))
}

/// The id of the form to which all controls belong that stand for choices.
const FORM: &str = "cp-choices";

/// The whole page.
#[component]
fn Page() -> impl IntoView {
    view! {
        <div class="cp__page cp-leaflet" data-state="loading">
            <form id=FORM autocomplete="off" hidden></form>
            <ExitBar/>
            <div class="cp__top" data-under-drawer>
                <EditionNotice/>
                <Hero/>
                <Menu/>
                <p class="cp-dropped" role="note" hidden></p>
            </div>
            <Explore/>
            <Wards/>
            <Matrix/>
            <Figures/>
            <Strategies/>
            <About/>
            <Notes/>
            <Glossary/>
            <FullText/>
            <Embed/>
            <div class="cp__foot" data-under-drawer>
                <Footer/>
            </div>
            <p class="cp-visually-hidden" role="status"></p>
        </div>
    }
}
