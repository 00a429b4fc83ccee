//! What an explorer asks of the page that it stands on: its address, the keyboard, a moment later.
//!
//! [`PageHost`]: the page of its own, whose address holds the query as ordinary parameters. [`EmbedHost`]: somebody else's page,
//! whose address holds it as one key of the fragment, or not at all.

use super::editions;
use super::parts::{QUERY, REPORTED};
use crate::browser::{Address, Element, Timers, page_title, set_page_title};
use crate::query::link::{self, Parsed};
use crate::query::{self, Facts, Query};
use crate::state::{Host, Step, Timer};
use std::cell::RefCell;
use std::rc::Rc;

/// The page for frames, which each edition has.
const FRAME: &str = "embed.html";

/// A host on a page, as the program sees it.
pub(super) trait SiteHost {
    /// The same, as the state sees it.
    fn as_host(self: Rc<Self>) -> Rc<dyn Host>;

    /// Whether somebody else, such as the Back button, has put something new where the query stands.
    fn is_told_otherwise(&self) -> bool;
}

/// The page of its own.
pub(super) struct PageHost {
    root: Element,
    /// Asked for once: a page has hundreds of links, each with an address.
    path: String,
    /// What a frame's address says to its page beside the query.
    beside: &'static str,
    /// The parameters as we last read or wrote them.
    known: RefCell<String>,
    /// What the page is called while it answers nothing.
    title: String,
    timers: Timers,
}

impl PageHost {
    pub(super) fn new(root: &Element) -> Self {
        let is_headless = Address::params().split(['?', '&']).any(|it| it == link::HEADLESS);
        Self {
            root: root.clone(),
            path: Address::path(),
            beside: if is_headless { link::HEADLESS } else { "" },
            known: RefCell::default(),
            title: page_title(),
            timers: Timers::default(),
        }
    }

    /// What the address says after its `?`.
    fn params(&self, facts: &Facts, query: &Query) -> String {
        let params = link::to_params(facts, query);
        let between = if params.is_empty() || self.beside.is_empty() { "" } else { "&" };
        [&params, between, self.beside].concat()
    }
}

impl SiteHost for PageHost {
    fn as_host(self: Rc<Self>) -> Rc<dyn Host> {
        self
    }

    fn is_told_otherwise(&self) -> bool {
        *self.known.borrow() != Address::params()
    }
}

impl Host for PageHost {
    fn read(&self, facts: &Facts) -> Parsed {
        self.known.replace(Address::params());
        link::from_params(facts, &Address::params())
    }

    fn write(&self, facts: &Facts, query: &Query, step: Step) {
        Address::write(&self.address(facts, query), step == Step::Push);
        self.known.replace(Address::params());
    }

    fn report(&self, facts: &Facts, query: &Query, _count: usize) {
        self.root.fire(QUERY, &link::to_params_in_full(facts, query));
        let page = if self.path.ends_with(FRAME) { FRAME } else { "" };
        editions::keep_choices(&self.root, "", page, &self.params(facts, query));
        set_page_title(&match query::title(facts, query) {
            Some(shown) => [&shown, " - ", &self.title].concat(),
            None => self.title.clone(),
        });
    }

    fn address(&self, facts: &Facts, query: &Query) -> String {
        Address::of(&self.path, &self.params(facts, query))
    }

    fn focus(&self, name: &str) {
        focus_later(&self.timers, &self.root, name, Element::focus_and_show);
    }

    fn focus_in_place(&self, name: &str) {
        focus_later(&self.timers, &self.root, name, Element::focus);
    }

    fn later(&self, timer: Timer, milliseconds: u32, call: Box<dyn FnOnce()>) {
        self.timers.later(timer as usize, milliseconds, call);
    }

    fn cancel(&self, timer: Timer) {
        self.timers.cancel(timer as usize);
    }
}

/// Moves the keyboard once the effects of a command have brought the page up to date, which they do after it has returned.
fn focus_later(timers: &Timers, root: &Element, name: &str, focus: fn(&Element)) {
    // Statements have the ids that addresses name; all else of ours begins alike.
    let id = if name.starts_with("f-") { name.to_owned() } else { ["cp-", name].concat() };
    let root = root.clone();
    let focus = move || root.by_id_inside(&id).iter().for_each(focus);
    timers.later(Timer::Focus as usize, 0, Box::new(focus));
}

/// Somebody else's page.
pub(super) struct EmbedHost {
    root: Element,
    /// What our key held when we last read or wrote it.
    known: RefCell<Option<String>>,
    timers: Timers,
}

impl EmbedHost {
    pub(super) fn new(root: &Element) -> Self {
        Self { root: root.clone(), known: RefCell::default(), timers: Timers::default() }
    }

    /// What our key holds.
    fn told(&self) -> Option<String> {
        if keeps_out(&self.root) {
            return None;
        }
        link::fragment_key(&Address::fragment(), &self.root.data("key"))
    }
}

impl SiteHost for EmbedHost {
    fn as_host(self: Rc<Self>) -> Rc<dyn Host> {
        self
    }

    // What else the host does with its address is no concern of ours.
    fn is_told_otherwise(&self) -> bool {
        self.told() != *self.known.borrow()
    }
}

impl Host for EmbedHost {
    fn read(&self, facts: &Facts) -> Parsed {
        let told = self.told();
        let parsed = match &told {
            Some(told) => link::from_fragment(facts, told),
            None => link::from_params(facts, &self.root.data("start")),
        };
        self.known.replace(told);
        parsed
    }

    fn write(&self, facts: &Facts, query: &Query, step: Step) {
        if keeps_out(&self.root) {
            return;
        }
        let mode = self.root.data("url");
        let (fragment, told) = fragment_with(&self.root, facts, query);
        self.known.replace(Some(told).filter(|it| !it.is_empty()));
        Address::write_fragment(&fragment, mode == "push" && step == Step::Push);
    }

    fn report(&self, facts: &Facts, query: &Query, count: usize) {
        self.root.fire(QUERY, &link::to_params_in_full(facts, query));
        let params = link::to_params(facts, query);
        editions::keep_choices(&self.root, &self.root.data("base"), "", &params);
        self.root.fire(REPORTED, &[&count.to_string(), "?", &params].concat());
    }

    fn address(&self, facts: &Facts, query: &Query) -> String {
        address_in(&self.root, facts, query)
    }

    fn focus(&self, name: &str) {
        focus_later(&self.timers, &self.root, name, Element::focus_and_show);
    }

    fn focus_in_place(&self, name: &str) {
        focus_later(&self.timers, &self.root, name, Element::focus);
    }

    fn later(&self, timer: Timer, milliseconds: u32, call: Box<dyn FnOnce()>) {
        self.timers.later(timer as usize, milliseconds, call);
    }

    fn cancel(&self, timer: Timer) {
        self.timers.cancel(timer as usize);
    }
}

/// Whether the query stays out of the address of somebody else's page: because the host wants it so, or because a router of its own
/// takes the fragment for a route, unless the host has said that it may stand there.
fn keeps_out(root: &Element) -> bool {
    match root.data("url").as_str() {
        "none" => true,
        "auto" => link::is_route(&Address::fragment()),
        _ => false,
    }
}

/// The fragment of the page with our key for this query, and what the key then holds.
fn fragment_with(root: &Element, facts: &Facts, query: &Query) -> (String, String) {
    let mut told = link::to_fragment(facts, query);
    // No choice at all is something to say where the element starts with some.
    if told.is_empty() && !root.data("start").is_empty() {
        told.push_str("view:explore");
    }
    (link::with_fragment_key(&Address::fragment(), &root.data("key"), Some(&told)), told)
}

/// Where a query leads: this page with another fragment; or, where the element keeps out of its address, the page of its own
/// beside the script.
pub(super) fn address_in(root: &Element, facts: &Facts, query: &Query) -> String {
    if keeps_out(root) {
        [&root.data("base"), "?", &link::to_params(facts, query)].concat()
    } else {
        Address::with_fragment(&fragment_with(root, facts, query).0)
    }
}
