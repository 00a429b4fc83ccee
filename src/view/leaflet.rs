//! The explorer as a leaflet: all views on one page, to be read and filtered without any script, and what that takes in the
//! views.
//!
//! The same components make both. Where the app would have a button, the leaflet has a link, a form control that the
//! generated stylesheet acts on ([`crate::site`]), or nothing; what stands there takes as much room, so that nothing moves
//! when the app takes its place. What only the app can do is marked ([`El::needs_app`]): it is seen while the app is on its
//! way, and the stylesheet takes it away where none will come.
//!
//! In the browser nothing of this is compiled: there, the functions here give back what they are given.

#![cfg_attr(
    target_arch = "wasm32",
    expect(clippy::inline_always, reason = "what gives back what it is given must leave no trace in the first module")
)]

use super::el::{Content, El, el};
#[cfg(not(target_arch = "wasm32"))]
use super::el::{Node, all};
#[cfg(not(target_arch = "wasm32"))]
use super::render::Page;
use crate::plan::EntryId;
#[cfg(not(target_arch = "wasm32"))]
use crate::query::marks;
use crate::query::{Choice, link};
use crate::state::Explorer;

/// What the app shows, or what stands in its place on the leaflet.
#[cfg(target_arch = "wasm32")]
#[inline(always)]
pub(super) fn either<A: Content, L: Content>(_: Explorer, app: impl FnOnce() -> A, _: impl FnOnce() -> L) -> A {
    app()
}

/// What the app shows, or what stands in its place on the leaflet.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn either<A: Content, L: Content>(
    explorer: Explorer,
    app: impl FnOnce() -> A,
    leaflet: impl FnOnce() -> L,
) -> Node {
    if explorer.is_leaflet() { all(leaflet()) } else { all(app()) }
}

/// What only the leaflet has.
pub(super) fn leaflet_only<L: Content>(explorer: Explorer, content: impl FnOnce() -> L) -> impl Content {
    either(explorer, || (None::<El>, None::<El>), content)
}

/// Words that count what the choices leave. On the leaflet they are right until something is chosen; then other words, which
/// count nothing, take their place.
#[cfg(target_arch = "wasm32")]
#[inline(always)]
pub(super) fn counted<A: Content>(_: Explorer, words: A, _: &'static str) -> A {
    words
}

/// Words that count what the choices leave. On the leaflet they are right until something is chosen; then other words, which
/// count nothing, take their place.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn counted<A: Content>(explorer: Explorer, words: A, chosen: &'static str) -> Node {
    if !explorer.is_leaflet() {
        return all(words);
    }
    all((el("span").class("cp-when-all").with(words), el("span").class("cp-when-chosen").with(chosen)))
}

/// What the choice of an order is called: on the leaflet as in the address, so that it is carried over. Not the same in the app,
/// which stands beside it for a moment: of buttons with one name just one is pressed.
#[cfg_attr(target_arch = "wasm32", inline(always))]
pub(super) fn order_name(explorer: Explorer) -> &'static str {
    #[cfg(not(target_arch = "wasm32"))]
    if explorer.is_leaflet() {
        return "order";
    }
    let _: Explorer = explorer;
    "cp-order"
}

impl El {
    /// Changes the element on the leaflet alone.
    #[cfg_attr(target_arch = "wasm32", inline(always))]
    pub(super) fn on_leaflet(self, explorer: Explorer, change: impl FnOnce(Self) -> Self) -> Self {
        #[cfg(not(target_arch = "wasm32"))]
        if explorer.is_leaflet() {
            return change(self);
        }
        let (..) = (explorer, change);
        self
    }

    /// Marks what only the app can do.
    #[cfg_attr(target_arch = "wasm32", inline(always))]
    pub(super) fn needs_app(self, explorer: Explorer) -> Self {
        self.on_leaflet(explorer, |it| it.flag("data-app", true))
    }

    /// Names a section by its heading. The leaflet has the heading alone, for these names weigh.
    pub(super) fn named_by(self, explorer: Explorer, id: &str) -> Self {
        #[cfg(not(target_arch = "wasm32"))]
        if explorer.is_leaflet() {
            return self;
        }
        let _: Explorer = explorer;
        self.set("aria-labelledby", id.to_owned())
    }

    /// Marks an entry, so that the stylesheet can show and hide it.
    #[cfg_attr(target_arch = "wasm32", inline(always))]
    pub(super) fn marks_of_entry(self, explorer: Explorer, id: EntryId) -> Self {
        #[cfg(not(target_arch = "wasm32"))]
        if explorer.is_leaflet() {
            return self.set("data-f", marks::of_entry(explorer.plan, id));
        }
        let (..) = (explorer, id);
        self
    }

    /// Marks a list of entries, so that the stylesheet can hide it where nothing in it is shown.
    #[cfg_attr(target_arch = "wasm32", inline(always))]
    pub(super) fn marks_of_list(self, explorer: Explorer, list: impl FnOnce() -> Vec<EntryId>) -> Self {
        #[cfg(not(target_arch = "wasm32"))]
        if explorer.is_leaflet() {
            return self.set("data-l", marks::of_list(explorer.plan, &list()));
        }
        let (..) = (explorer, list);
        self
    }

    /// Makes a form control of a choice one that the stylesheet acts on and that the app can take over.
    #[cfg_attr(target_arch = "wasm32", inline(always))]
    pub(super) fn stands_for(self, explorer: Explorer, choice: &Choice) -> Self {
        self.on_leaflet(explorer, |it| match link::control(explorer.plan, choice) {
            Some((name, value)) => it.set("name", name).set("value", value).set("form", FORM),
            None => it,
        })
    }
}

/// The id of the form to which the leaflet's controls belong.
pub(super) const FORM: &str = "cp-choices";

/// A button of the leaflet that takes back every choice.
pub(super) fn clear() -> El {
    el("button").set("type", "reset").set("form", FORM).class("cp-button cp-button--quiet").with("Clear all choices")
}

/// The whole explorer as a leaflet.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn leaflet(explorer: Explorer) -> Page {
    use super::{about, figures, full_text, glossary, matrix, notes, strategies, wards};
    let views = (
        matrix::matrix(explorer),
        figures::figures(explorer),
        strategies::strategies(explorer),
        about::about(explorer),
    );
    let page = el("div")
        .class("cp__page cp-leaflet")
        .set("data-state", "loading")
        .with(el("form").id(FORM).set("autocomplete", "off").flag("hidden", true))
        .with((super::exit::exit_bar(explorer), super::top(explorer), super::explore(explorer)))
        .with((wards::wards(explorer), views))
        .with((notes::notes(explorer), glossary::glossary(explorer), full_text::full_text(explorer)))
        .with(super::foot(explorer));
    Page(page)
}
