//! The page as a whole.

use super::FORM;
use crate::changes::Editions;
use crate::plan::Area;
use crate::query::{Engine, Facts, Query};
use leptos::prelude::*;

use super::about::About;
use super::change::ChangesAlone;
use super::changes::WhatChanged;
use super::compare::ComparedWards;
use super::context::PageContext;
use super::edition::EditionNotice;
use super::embed::Embed;
use super::exit::ExitBar;
use super::explore::Explore;
use super::figures::Figures;
use super::footer::Footer;
use super::full_text::FullText;
use super::glossary::Glossary;
use super::hero::Hero;
use super::matrix::Matrix;
use super::menu::Menu;
use super::notes::Notes;
use super::strategies::Strategies;
use super::ward::OneWard;
use super::wards::Wards;

/// The whole page of an edition as HTML. Its title is a heading of `level`, 1 to 4.
#[must_use]
pub fn whole(editions: Editions, facts: &'static Facts, level: u8) -> String {
    html(editions, facts, level, || view! { <Page/> }.to_html())
}

/// What changed against the edition before, as a page of its own, from which the program takes it into the view.
#[must_use]
pub fn changes_alone(editions: Editions, facts: &'static Facts) -> String {
    html(editions, facts, 1, || view! { <ChangesAlone/> }.to_html())
}

/// What is known of wards beyond the plan, as fragments of the page one after another: each ward by its id, and all beside one another
/// as `several`. A comment with that name stands before each.
#[must_use]
pub fn wards(editions: Editions, facts: &'static Facts, area: &'static Area) -> String {
    html(editions, facts, 1, || {
        let plan = editions.here();
        let named = |name: &str, html: String| ["<!--", name, "-->", &html, "\n"].concat();
        let each =
            plan.ward_ids().map(|ward| named(plan.ward(ward).id.as_str(), view! { <OneWard area ward/> }.to_html()));
        let several = named("several", view! { <ComparedWards area/> }.to_html());
        each.chain([several]).collect()
    })
}

fn html(editions: Editions, facts: &'static Facts, level: u8, write: impl FnOnce() -> String) -> String {
    // Components hold what they read for ever; a build writes a handful of pages.
    let selection = Box::leak(Box::new(Engine::new(facts).select(&Query::default())));
    let html = Owner::new().with(|| {
        let (plan, level) = (editions.here(), level.clamp(1, 4));
        provide_context(PageContext { plan, editions, facts, selection, level });
        write()
    });
    // Leptos marks where one text ends and the next begins, for programs that build the page a second time. In a text or an
    // attribute `<` is written as `&lt;`, so nothing else is taken away.
    html.replace("<!>", "")
}

/// The same as plain HTML, to be pasted into another page: see [`fragment`](mod@fragment).
#[must_use]
pub fn fragment(editions: Editions, facts: &'static Facts, level: u8) -> String {
    super::fragment::plain(&whole(editions, facts, level))
}

/// The whole page.
#[component]
fn Page() -> impl IntoView {
    view! {
        <div class="cp__page" data-state="loading">
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
            <WhatChanged/>
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
