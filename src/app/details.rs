//! The second module: brings charts to life and fills the parts of the page that the first leaves open ([`Part`]), when they come
//! near.
//!
//! It reads the records of the plan and of its area, has its own engine and signals, and follows the explorer by events
//! ([`super::parts`]). `public/lazy.js` finds the places and says on the port ([`Port`]) what the records are (`cp:records`, as bytes), which to fill (`cp:fill`), which are gone
//! (`cp:clear`), and which explorer need not be followed any more (`cp:forget`).

use super::device::PageDevice;
use super::drawing;
use super::host::address_in;
use super::known::known;
use super::parts::{ASK, HERE, OPEN, QUERY};
use crate::browser::{self, Address, Element, Library, Listener, Port, Timers, complain};
use crate::chart::Drawing;
use crate::live::context::Reach;
use crate::live::fill;
use crate::live::parts::Part;
use crate::live::surroundings::{ChartSource, Download, Export, Surroundings};
use crate::plan::Records;
use crate::query::link::{self, Parsed};
use crate::query::{Facts, Query};
use crate::state::{Explorer, Finder, Host, Step, Timer};
use leptos::prelude::*;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

thread_local! {
    static SITE: RefCell<Site> = RefCell::default();
}

/// Why nothing can be filled.
const UNREAD: &str = "The records of the plan could not be read.";

/// Everything that is alive: explorers that are followed, and parts that are filled.
#[derive(Default)]
struct Site {
    records: Option<&'static Records>,
    followed: Vec<Rc<Followed>>,
    filled: Vec<Filled>,
    listeners: Vec<Listener>,
}

/// A part that is filled. Dropping it takes off the page what was put there.
struct Filled {
    place: Element,
    owner: Owner,
    #[expect(dead_code, reason = "kept: they listen")]
    listeners: [Listener; 2],
}

impl Drop for Filled {
    fn drop(&mut self) {
        self.owner.cleanup();
    }
}

/// An explorer that is followed.
struct Followed {
    root: Element,
    finder: Finder,
    owner: Owner,
    #[expect(dead_code, reason = "kept: it listens")]
    listener: Listener,
}

/// Waits for parts to fill.
pub fn run() {
    // What follows signals runs in tasks; where somebody has begun that already, it is well.
    drop(any_spawner::Executor::init_wasm_bindgen());
    let Some(port) = Port::hand_over("plan-explorer:details") else { return };
    let fills = port.on_elements("cp:fill", |place| {
        if let Err(why) = fill_place(&place) {
            complain(why);
        }
    });
    let clears = port.on_elements("cp:clear", |place| clear_place(&place));
    let records = port.on_bytes("cp:records", |bytes| {
        // They live as long as the program: components hold them.
        let records = Records::read(&bytes).map(|it| &*Box::leak(Box::new(it)));
        SITE.with_borrow_mut(|site| site.records = records);
    });
    let forgets = port.on_elements("cp:forget", |root| let_go(&root));
    let charts = Library::known_through(&port);
    SITE.with_borrow_mut(|site| site.listeners.extend([records, fills, clears, forgets, charts]));
}

fn fill_place(place: &Element) -> Result<(), &'static str> {
    let root = explorer_of(place).ok_or("The part belongs to no explorer.")?;
    if SITE.with_borrow(|site| site.filled.iter().any(|it| it.place == *place)) {
        return Ok(());
    }
    let followed = followed(&root)?;
    let plan = SITE.with_borrow(|site| site.records).map(|it| &it.plan).ok_or(UNREAD)?;
    let part = Part::named(&place.data("part"), plan).ok_or("There is no part of this name.")?;
    let owner = followed.owner.with(Owner::new);
    owner.with(|| fill(place, part));
    let finder = followed.finder;
    let asked = place.on(ASK, move |event| finder.ask(&event.detail()));
    let here = place.on(HERE, move |_| finder.locate());
    let filled = Filled { place: place.clone(), owner, listeners: [asked, here] };
    SITE.with_borrow_mut(|site| site.filled.push(filled));
    Ok(())
}

/// The explorer that a part belongs to: the one around it; or, for what the page of its own has beside that, the one whose id it
/// names.
fn explorer_of(place: &Element) -> Option<Element> {
    match place.data("beside").as_str() {
        "" => place.closest(".cp"),
        id => place.closest("body")?.by_id_inside(id),
    }
}

fn clear_place(place: &Element) {
    let gone = SITE.with_borrow_mut(|site| {
        let at = site.filled.iter().position(|it| it.place == *place)?;
        Some(site.filled.swap_remove(at))
    });
    drop(gone);
}

/// Lets go of an explorer that is gone.
fn let_go(root: &Element) {
    let gone = SITE.with_borrow_mut(|site| {
        let at = site.followed.iter().position(|it| it.root == *root)?;
        Some(site.followed.swap_remove(at))
    });
    if let Some(gone) = gone {
        gone.owner.cleanup();
    }
}

/// The explorer in this element, followed from now on.
fn followed(root: &Element) -> Result<Rc<Followed>, &'static str> {
    if let Some(known) = SITE.with_borrow(|site| site.followed.iter().find(|it| it.root == *root).cloned()) {
        return Ok(known);
    }
    let (facts, engine) = known(root)?;
    let records = SITE.with_borrow(|site| site.records).ok_or(UNREAD)?;
    let host = Rc::new(PartHost { root: root.clone(), wanted: RefCell::default(), timers: Timers::default() });
    let follows: Rc<Cell<Option<Explorer>>> = Rc::default();
    let listener = root.on(QUERY, {
        let (host, follows) = (Rc::clone(&host), Rc::clone(&follows));
        move |event| {
            host.wanted.replace(event.detail());
            if let Some(explorer) = follows.get() {
                explorer.follow_address();
            }
        }
    });
    root.fire(OPEN, "");
    let level = root.data("level").parse().unwrap_or(1);
    let page = Rc::new(PartPage { root: root.clone(), printed: RefCell::default() });
    let owner = Owner::new_root(None);
    let (explorer, finder) = owner.with(|| {
        let explorer = Explorer::new(facts, engine, host);
        explorer.start(Query::default());
        let finder = Finder::new(explorer, Some(&records.area), Rc::new(PageDevice::default()));
        provide_context(explorer);
        provide_context(finder);
        provide_context(Reach::new(records, level, page));
        (explorer, finder)
    });
    follows.set(Some(explorer));
    let followed = Rc::new(Followed { root: root.clone(), finder, owner, listener });
    SITE.with_borrow_mut(|site| site.followed.push(Rc::clone(&followed)));
    Ok(followed)
}

/// The host of an explorer that follows another: what the visitor wants comes from that, and goes there.
struct PartHost {
    root: Element,
    /// What the explorer last reported.
    wanted: RefCell<String>,
    timers: Timers,
}

impl Host for PartHost {
    fn read(&self, facts: &Facts) -> Parsed {
        link::from_params(facts, &self.wanted.borrow())
    }

    fn write(&self, facts: &Facts, query: &Query, _step: Step) {
        let wanted = link::to_params_in_full(facts, query);
        // The explorer decides whether it is a step of the history, and reports what came of it.
        if *self.wanted.borrow() != wanted {
            self.root.fire(OPEN, &["?", &wanted].concat());
        }
    }

    fn report(&self, _facts: &Facts, _query: &Query, _count: usize) {}

    fn address(&self, facts: &Facts, query: &Query) -> String {
        if self.root.data("base").is_empty() {
            Address::of(&Address::path(), &link::to_params(facts, query))
        } else {
            address_in(&self.root, facts, query)
        }
    }

    fn focus(&self, name: &str) {
        self.root.fire(OPEN, &["#", name].concat());
    }

    fn focus_in_place(&self, name: &str) {
        self.root.by_id_inside(&["cp-", name].concat()).iter().for_each(Element::focus);
    }

    fn later(&self, timer: Timer, milliseconds: u32, call: Box<dyn FnOnce()>) {
        self.timers.later(timer as usize, milliseconds, call);
    }

    fn cancel(&self, timer: Timer) {
        self.timers.cancel(timer as usize);
    }
}

/// The page that parts stand on.
struct PartPage {
    root: Element,
    /// Waits for the end of printing.
    printed: RefCell<Option<Listener>>,
}

impl Surroundings for PartPage {
    fn draw(&self, source: Rc<dyn ChartSource>) -> Box<dyn Any> {
        drawing::draw(&self.root, source)
    }

    fn export(&self, drawing: &Drawing, name: &str, export: Export, done: Box<dyn Fn(bool)>) {
        drawing::export(drawing, name, export, done);
    }

    fn print(&self, booklet: bool) {
        let root = self.root.clone();
        root.set_data("paper", if booklet { "booklet" } else { "" });
        // Some browsers return before the dialogue is closed.
        let printed = Listener::on_window("afterprint", move |_| root.set_data("paper", ""));
        self.printed.replace(Some(printed));
        browser::print();
    }

    fn whole_address(&self, address: &str) -> Option<String> {
        Address::whole(address)
    }

    fn here(&self) -> String {
        Address::here()
    }

    fn today(&self) -> String {
        browser::today()
    }

    fn can_share(&self) -> bool {
        browser::can_share()
    }

    fn share(&self) {
        browser::share_page(&Address::here());
    }

    fn copy(&self, field: &str, done: Box<dyn FnOnce(bool)>) {
        // What stands beside the explorer is on the same page; in a shadow root there is nothing beside it.
        let beside = || self.root.closest("body")?.by_id_inside(field);
        match self.root.by_id_inside(field).or_else(beside) {
            Some(field) => browser::copy_field(&field, done),
            None => done(false),
        }
    }

    fn download(&self, file: Download, done: Box<dyn FnOnce(bool)>) {
        let Download { from, name, media_type, make } = file;
        browser::fetch_text([&self.folder(), from].concat(), move |text| {
            let saved = text.as_deref().and_then(make).is_some_and(|it| browser::save(&it, media_type, &name));
            if !saved {
                complain(&[from, " could not be handed out."].concat());
            }
            done(saved);
        });
    }

    fn folder(&self) -> String {
        let base = self.root.data("base");
        if base.is_empty() { Address::folder() } else { base }
    }
}
