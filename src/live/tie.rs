//! Ties the page to the state, once: what stands on it follows one query.

use super::follow::{hidden, text};
use super::{
    arrive, choices, commands, controls, drawer, found, keep, links, marks, menu, partner, results, sections, stage,
    ward_answer, ways_out,
};
use crate::browser::{Element, Listener};
use crate::query::Query;
use crate::state::{Explorer, Snapshot};
use leptos::prelude::*;
use std::sync::Arc;

/// What keeps a page alive: dropping it leaves the page as it is then.
pub struct Alive {
    owner: Owner,
    #[expect(dead_code, reason = "kept: they listen")]
    listeners: Vec<Listener>,
}

impl Drop for Alive {
    fn drop(&mut self) {
        self.owner.cleanup();
    }
}

/// Brings a page to life. The explorer must be as new: it wants nothing yet, and that is what the page shows. What the visitor ticked
/// or typed before counts where the address says nothing.
pub fn begin(owner: Owner, explorer: Explorer, root: &Element) -> Alive {
    let (listeners, reading) = owner.with(|| {
        provide_context(explorer);
        let page = Page::find(explorer, root);
        let gathered = page.controls.gather();
        let (shown, reading) = page.sections.read_so_far(explorer.facts);
        tie(explorer, page);
        stage::tie(explorer, root);
        partner::tie(explorer, root);
        drawer::tie(explorer, root);
        choices::mount(explorer, root);
        found::mount(explorer, root);
        ways_out::mount(explorer, root);
        ward_answer::tie(explorer, root);
        marks::tie(explorer, root);
        links::prepare(explorer, root);
        text(root.find(".cp__page > [role=status]"), move || explorer.status());
        text(root.find(".cp-dropped"), move || explorer.dropped().unwrap_or_default());
        hidden(root.find(".cp-dropped"), move || explorer.dropped().is_none());
        let mut listeners = commands::listen(explorer, root);
        listeners.push(arrive::listen(explorer, root));
        let Query { view, priorities, partners, .. } = shown;
        let gathered = if gathered == Query::default() { Query { priorities, partners, ..gathered } } else { gathered };
        explorer.start(Query { view, ..gathered });
        (listeners, reading)
    });
    if let Some(page) = root.find(".cp__page") {
        page.set_data("state", "ready");
    }
    // What was far away and only guessed at is laid out now (style/static.css).
    reading.keep();
    // And what the first effects open, before it is painted: no browser but Chromium keeps what is read in its place then.
    request_animation_frame(move || reading.keep());
    arrive::arrive(explorer, root);
    Alive { owner, listeners }
}

/// What follows the visitor, found once.
struct Page {
    controls: controls::Controls,
    results: results::Results,
    sections: sections::Sections,
    menu: menu::Menu,
    head: Head,
}

impl Page {
    fn find(explorer: Explorer, root: &Element) -> Self {
        Self {
            controls: controls::Controls::find(explorer, root),
            results: results::Results::find(explorer, root),
            sections: sections::Sections::find(root),
            menu: menu::Menu::find(explorer, root),
            head: Head::find(root),
        }
    }

    /// Brings the page from what was on show to what is.
    fn show(&self, before: &Snapshot, now: &Snapshot) {
        self.controls.show(before, now);
        self.results.show(before, now);
        self.sections.show(before, now);
        self.menu.show(now);
        self.head.show(before, now);
    }
}

/// Has the page follow the visitor. What the explorer wants at first is what the page shows already.
fn tie(explorer: Explorer, page: Page) {
    let effect = RenderEffect::new(move |before: Option<Arc<Snapshot>>| {
        let now = explorer.now();
        if let Some(before) = before {
            page.show(&before, &now);
        }
        now
    });
    keep(effect);
}

/// What stands above the results and is one of its kind.
struct Head {
    title: Option<Element>,
    show: Vec<Element>,
    opener: Option<Element>,
    filtered: Vec<Element>,
    page: Option<Element>,
    exit: Option<Element>,
    kept_back: Option<Element>,
}

impl Head {
    fn find(root: &Element) -> Self {
        let title = root.find("#cp-results-title");
        let inner = title.as_ref().and_then(|it| it.find(".cp-when-all"));
        Self {
            title: inner.or(title),
            show: root.all("[data-text=show-results]"),
            opener: root.find("#cp-filters-opener"),
            filtered: root.all("[data-text=filtered]"),
            page: root.find(".cp__page"),
            exit: root.find(".cp-exit-bar"),
            kept_back: root.find(".cp-search__hint"),
        }
    }

    fn show(&self, before: &Snapshot, now: &Snapshot) {
        let text = |element: &Element, words: fn(&Snapshot) -> String| {
            let words = (words(before), words(now));
            if words.0 != words.1 {
                element.set_text(&words.1);
            }
        };
        self.title.iter().for_each(|it| text(it, Snapshot::results_title));
        self.show.iter().for_each(|it| text(it, Snapshot::show_results));
        self.opener.iter().for_each(|it| text(it, Snapshot::filter_opener));
        let filtered = !now.query.is_empty();
        self.filtered.iter().for_each(|it| it.hide(!filtered));
        self.page.iter().for_each(|it| it.set("data-private", now.is_private.then_some("")));
        self.exit.iter().for_each(|it| it.hide(!now.is_private));
        self.kept_back.iter().for_each(|it| it.hide(!now.search_kept_back));
    }
}
