//! The custom element `<plan-explorer>`: any number of explorers, each in the shadow root of its element, of one module.
//!
//! `public/element.js` defines the element, puts a place into its shadow root, and says on the port ([`Port`]) where to
//! mount (`cp:mount`) and what is gone (`cp:unmount`). What the element's attributes say stands on the place as `data-…`; later
//! wishes come as those of parts do ([`super::parts`]).
//!
//! | event | fired by | says |
//! | --- | --- | --- |
//! | `cp:told` | the explorer, on its place, after each change and when asked | how many results, and the query as it may stand in an address: `28?priority=asb` |
//!
//! **Architecture invariant:** a guest touches its own key in the fragment of the page's address and nothing else of it, and
//! leaves nothing behind when it is taken away.

use super::exit;
use super::parts::{self, QUERY};
use crate::browser::{self, Address, Listener, Place, Port, Timers, complain};
use crate::plan::Plan;
use crate::query::link::{self, Parsed};
use crate::query::{Engine, Query};
use crate::state::{Explorer, HARMLESS, Slot, Step, World};
use crate::view::page;
use leptos::prelude::*;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The explorer tells its element what came of a change.
const TOLD: &str = "cp:told";

thread_local! {
    static GUESTS: RefCell<Guests> = RefCell::default();
}

/// Everything that is alive.
#[derive(Default)]
struct Guests {
    engine: Option<(&'static Plan, &'static Engine)>,
    mounted: Vec<(Place, Box<dyn Any>)>,
    listeners: Vec<Listener>,
}

/// Waits for elements to fill.
pub fn run() {
    let Some(port) = Port::hand_over("plan-explorer:app") else { return };
    let mounts = port.on_places("cp:mount", |place| {
        if let Err(why) = mount(&place) {
            complain(why);
        }
    });
    let unmounts = port.on_places("cp:unmount", |place| unmount(&place));
    GUESTS.with_borrow_mut(|guests| guests.listeners.extend([mounts, unmounts]));
}

fn mount(place: &Place) -> Result<(), &'static str> {
    let known = GUESTS.with_borrow(|guests| guests.engine);
    let (plan, engine) = if let Some(engine) = known {
        engine
    } else {
        let plan = crate::bundle::plan().ok_or("The bundled plan could not be read.")?;
        (plan, &*Box::leak(Box::new(Engine::new(plan))))
    };
    GUESTS.with_borrow_mut(|guests| guests.engine = Some((plan, engine)));

    let world = Rc::new(GuestWorld { place: place.clone(), known: RefCell::default(), timers: Timers::default() });
    let level = place.data("level").parse().unwrap_or(2);
    let on_show: Rc<Cell<Option<Explorer>>> = Rc::default();
    let handle = mount_to(place.element(), {
        let (on_show, world) = (Rc::clone(&on_show), Rc::clone(&world));
        move || {
            let explorer = Explorer::new(plan, engine, level, world);
            on_show.set(Some(explorer));
            page(explorer)
        }
    });
    let wishes = Listener::on_place(place, parts::OPEN, {
        let on_show = Rc::clone(&on_show);
        move |wish| {
            if let Some(explorer) = on_show.get() {
                parts::obey(explorer, &wish);
            }
        }
    });
    let follow = move |event: &'static str| {
        let (on_show, world) = (Rc::clone(&on_show), Rc::clone(&world));
        Listener::on_window(event, move |_| {
            if let Some(explorer) = on_show.get()
                && world.is_told_otherwise()
            {
                explorer.follow_address();
            }
        })
    };
    let back_and_forward = [follow("popstate"), follow("hashchange")];
    // Elsewhere on the page the keyboard is the host's.
    let quick_way_out = exit::on_shortcut(place, Some(place), {
        let place = place.clone();
        move || leave(&place)
    });
    let alive = Box::new((handle, wishes, back_and_forward, quick_way_out));
    GUESTS.with_borrow_mut(|guests| guests.mounted.push((place.clone(), alive)));
    Ok(())
}

fn unmount(place: &Place) {
    let gone = GUESTS.with_borrow_mut(|guests| {
        let at = guests.mounted.iter().position(|(it, _)| it == place)?;
        Some(guests.mounted.swap_remove(at))
    });
    drop(gone);
}

fn leave(place: &Place) {
    place.empty();
    browser::leave_for(HARMLESS);
}

/// The world of a guest: what the visitor wants is one key in the fragment of the page's address, or in no address at all.
struct GuestWorld {
    place: Place,
    /// What that key held when we last read or wrote it.
    known: RefCell<Option<String>>,
    timers: Timers,
}

impl GuestWorld {
    /// What our key holds.
    fn told(&self) -> Option<String> {
        if self.place.data("url") == "none" {
            return None;
        }
        link::fragment_key(&Address::fragment(), &self.place.data("key"))
    }

    /// Whether somebody else, such as the Back button, has put something new there. What else the host does with its
    /// address is no concern of ours.
    fn is_told_otherwise(&self) -> bool {
        self.told() != *self.known.borrow()
    }
}

impl World for GuestWorld {
    fn read(&self, plan: &Plan) -> Parsed {
        let told = self.told();
        let parsed = match &told {
            Some(told) => link::from_fragment(plan, told),
            None => link::from_params(plan, &self.place.data("start")),
        };
        self.known.replace(told);
        parsed
    }

    fn write(&self, plan: &Plan, query: &Query, step: Step) {
        let mode = self.place.data("url");
        if mode == "none" {
            return;
        }
        let (fragment, told) = fragment_with(&self.place, plan, query);
        self.known.replace(Some(told).filter(|it| !it.is_empty()));
        Address::write_fragment(&fragment, mode == "push" && step == Step::Push);
    }

    fn tell(&self, plan: &Plan, query: &Query, count: usize) {
        self.place.fire(QUERY, &link::to_params_in_full(plan, query));
        self.place.fire(TOLD, &[&count.to_string(), "?", &link::to_params(plan, query)].concat());
    }

    fn address(&self, plan: &Plan, query: &Query) -> String {
        address_in(&self.place, plan, query)
    }

    fn focus(&self, name: &str) {
        let (place, id) = (self.place.clone(), ["cp-", name].concat());
        self.timers.later(Slot::Focus as usize, 0, Box::new(move || place.focus(&id)));
    }

    fn later(&self, slot: Slot, milliseconds: u32, call: Box<dyn FnOnce()>) {
        self.timers.later(slot as usize, milliseconds, call);
    }

    fn forget(&self, slot: Slot) {
        self.timers.forget(slot as usize);
    }

    fn leave(&self) {
        leave(&self.place);
    }
}

/// The fragment of the page with our key for this query, and what the key then holds.
fn fragment_with(place: &Place, plan: &Plan, query: &Query) -> (String, String) {
    let mut told = link::to_fragment(plan, query);
    // No choice at all is something to say where the element starts with some.
    if told.is_empty() && !place.data("start").is_empty() {
        told.push_str("view:explore");
    }
    (link::with_fragment_key(&Address::fragment(), &place.data("key"), Some(&told)), told)
}

/// Where a query leads: this page with another fragment; or, where the element keeps out of its address, the page of its own
/// beside the script.
pub(super) fn address_in(place: &Place, plan: &Plan, query: &Query) -> String {
    if place.data("url") == "none" {
        [&place.data("base"), "?", &link::to_params(plan, query)].concat()
    } else {
        Address::with_fragment(&fragment_with(place, plan, query).0)
    }
}
