//! The second module: brings charts to life and fills the parts of the page that the first leaves open ([`Part`]), when they come
//! near.
//!
//! It has its own copy of the plan and its own engine and signals, and follows the explorer by events ([`super::parts`]).
//! `public/parts.js` finds the places and says on the port ([`Port`]) which to fill (`cp:fill`), which are gone (`cp:clear`), and
//! which explorer need not be followed any more (`cp:forget`).

use super::device::PageDevice;
use super::drawing;
use super::element::address_in;
use super::parts::{ASK, HERE, OPEN, QUERY};
use crate::browser::{self, Address, Library, Listener, Place, Port, Timers, complain};
use crate::chart::drawing::Drawing;
use crate::live::parts::{Part, fill};
use crate::plan::Plan;
use crate::query::link::{self, Parsed};
use crate::query::{Engine, Facts, Query};
use crate::state::{Explorer, Finder, HARMLESS, Sketch, Slot, Step, Take, World};
use crate::view;
use leptos::prelude::*;
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

thread_local! {
    static SITE: RefCell<Site> = RefCell::default();
    static LISTENERS: RefCell<Option<[Listener; 4]>> = const { RefCell::new(None) };
}

/// Everything that is alive: explorers that are followed, and parts that are filled.
#[derive(Default)]
struct Site {
    engine: Option<(&'static Plan, &'static Facts, &'static Engine)>,
    followed: Vec<Rc<Followed>>,
    filled: Vec<Filled>,
}

/// A part that is filled. Dropping it takes off the page what was put there.
struct Filled {
    place: Place,
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
    root: Place,
    explorer: Explorer,
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
    let fills = port.on_places("cp:fill", |place| {
        if let Err(why) = fill_place(&place) {
            complain(why);
        }
    });
    let clears = port.on_places("cp:clear", |place| clear_place(&place));
    let forgets = port.on_places("cp:forget", |root| forget(&root));
    LISTENERS.with(|it| it.replace(Some([fills, clears, forgets, Library::known_through(&port)])));
}

fn fill_place(place: &Place) -> Result<(), &'static str> {
    let name = place.part();
    let root = place.explorer().ok_or("The part stands in no explorer.")?;
    if SITE.with_borrow(|site| site.filled.iter().any(|it| it.place == *place)) {
        return Ok(());
    }
    let followed = followed(&root)?;
    let owner = followed.owner.with(Owner::new);
    if let Some(part) = Part::named(&name) {
        owner.with(|| fill(place, part));
    } else {
        // The figures will stand on the page itself; until then the first module leaves them open.
        let part = view::Part::named(&name).ok_or("There is no part of this name.")?;
        let (explorer, finder, into) = (followed.explorer, followed.finder, place.element());
        place.empty();
        owner.with(|| StoredValue::new_local(mount_to(into, move || view::fill(explorer, finder, part))));
    }
    let finder = followed.finder;
    let asked = Listener::on_place(place, ASK, move |typed| finder.ask(&typed));
    let here = Listener::on_place(place, HERE, move |_| finder.locate());
    let filled = Filled { place: place.clone(), owner, listeners: [asked, here] };
    SITE.with_borrow_mut(|site| site.filled.push(filled));
    Ok(())
}

fn clear_place(place: &Place) {
    let gone = SITE.with_borrow_mut(|site| {
        let at = site.filled.iter().position(|it| it.place == *place)?;
        Some(site.filled.swap_remove(at))
    });
    drop(gone);
}

/// Lets go of an explorer that is gone.
fn forget(root: &Place) {
    let gone = SITE.with_borrow_mut(|site| {
        let at = site.followed.iter().position(|it| it.root == *root)?;
        Some(site.followed.swap_remove(at))
    });
    if let Some(gone) = gone {
        gone.owner.cleanup();
    }
}

/// The explorer in this element, followed from now on.
fn followed(root: &Place) -> Result<Rc<Followed>, &'static str> {
    if let Some(known) = SITE.with_borrow(|site| site.followed.iter().find(|it| it.root == *root).cloned()) {
        return Ok(known);
    }
    let engine = SITE.with_borrow(|site| site.engine);
    let (plan, facts, engine) = if let Some(engine) = engine {
        engine
    } else {
        let plan = crate::bundle::plan().ok_or("The bundled plan could not be read.")?;
        let facts = crate::bundle::facts().ok_or("The facts of the plan could not be read.")?;
        (plan, facts, &*Box::leak(Box::new(Engine::new(facts))))
    };
    SITE.with_borrow_mut(|site| site.engine = Some((plan, facts, engine)));

    let world = Rc::new(PartWorld {
        root: root.clone(),
        wanted: RefCell::default(),
        timers: Timers::default(),
        printed: RefCell::default(),
    });
    let follows: Rc<RefCell<Option<Explorer>>> = Rc::default();
    let listener = Listener::on_place(root, QUERY, {
        let (world, follows) = (Rc::clone(&world), Rc::clone(&follows));
        move |query| {
            world.wanted.replace(query);
            if let Some(explorer) = *follows.borrow() {
                explorer.follow_address();
            }
        }
    });
    root.fire(OPEN, "");
    let owner = Owner::new_root(None);
    let (explorer, finder) = owner.with(|| {
<<<<<<< HEAD
        let explorer = Explorer::new(plan, facts, engine, 1, world).with_area(crate::bundle::area());
        (explorer, Finder::new(explorer, Rc::new(PageDevice::default())))
=======
        let explorer = Explorer::new(plan, engine, 1, world).with_area(crate::bundle::area());
        let finder = Finder::new(explorer, Rc::new(PageDevice::default()));
        provide_context(explorer);
        provide_context(finder);
        (explorer, finder)
>>>>>>> c1c930bde2542b1a7200d16333fa62a0eab9db9d
    });
    follows.replace(Some(explorer));
    let followed = Rc::new(Followed { root: root.clone(), explorer, finder, owner, listener });
    SITE.with_borrow_mut(|site| site.followed.push(Rc::clone(&followed)));
    Ok(followed)
}

/// The world as a part sees it: what the visitor wants comes from the explorer, and goes there.
struct PartWorld {
    root: Place,
    /// What the explorer last told.
    wanted: RefCell<String>,
    timers: Timers,
    /// Waits for the end of printing.
    printed: RefCell<Option<Listener>>,
}

impl World for PartWorld {
    fn read(&self, facts: &Facts) -> Parsed {
        link::from_params(facts, &self.wanted.borrow())
    }

    fn write(&self, facts: &Facts, query: &Query, _step: Step) {
        let wish = link::to_params_in_full(facts, query);
        // The explorer decides whether it is a step of the history, and tells what came of it.
        if *self.wanted.borrow() != wish {
            self.root.fire(OPEN, &["?", &wish].concat());
        }
    }

    fn tell(&self, _facts: &Facts, _query: &Query, _count: usize) {}

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

    fn later(&self, slot: Slot, milliseconds: u32, call: Box<dyn FnOnce()>) {
        self.timers.later(slot as usize, milliseconds, call);
    }

    fn forget(&self, slot: Slot) {
        self.timers.forget(slot as usize);
    }

    fn leave(&self) {
        self.root.empty();
        browser::leave_for(HARMLESS);
    }

    fn print(&self, booklet: bool) {
        let root = self.root.clone();
        root.set_data("paper", if booklet { "booklet" } else { "" });
        // Some browsers return before the dialogue is closed.
        let printed = Listener::on_window("afterprint", move |_| root.set_data("paper", ""));
        self.printed.replace(Some(printed));
        browser::print();
    }

    fn here(&self, facts: &Facts, query: &Query) -> Option<String> {
        Address::whole(&self.address(facts, query))
    }

    fn draw(&self, sketch: Rc<dyn Sketch>) -> Box<dyn Any> {
        drawing::draw(&self.root, sketch)
    }

    fn take(&self, drawing: &Drawing, name: &str, take: Take, done: Box<dyn Fn(bool)>) {
        drawing::take(drawing, name, take, done);
    }

    fn folder(&self) -> String {
        let base = self.root.data("base");
        if base.is_empty() { Address::folder() } else { base }
    }
}
