//! The standalone page: the explorer mounted into the page's own element, with the page's address.

use super::world::PageWorld;
use super::{exit, parts};
use crate::browser::{Listener, Place, complain, soon};
use crate::plan::Plan;
use crate::query::Engine;
use crate::state::Explorer;
use crate::view::page;
use leptos::prelude::*;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The id of the element that the standalone page holds ready.
const PLACE: &str = "plan-explorer";

thread_local! {
    /// What keeps the page alive: dropping the handle would take the explorer off the page.
    static ALIVE: RefCell<Option<Box<dyn Any>>> = const { RefCell::new(None) };
}

/// Starts the explorer on the standalone page; where it cannot start, the page keeps what it shows, and the console says
/// why.
pub fn run() {
    if let Err(why) = start() {
        complain(why);
    }
}

fn start() -> Result<(), &'static str> {
    let place = Place::by_id(PLACE).ok_or("The page has no element with the id plan-explorer.")?;
    // What starts the app has put the words of the plan there.
    let plan = crate::bundle::plan_in_words(&place.text()).ok_or("The plan could not be read.")?;
    let engine: &'static Engine = Box::leak(Box::new(Engine::new(plan)));
    // The first view is as much work again.
    soon(move || show(plan, engine, &place));
    Ok(())
}

fn show(plan: &'static Plan, engine: &'static Engine, place: &Place) {
    let world = Rc::new(PageWorld::new(place.clone()));
    let on_show: Rc<Cell<Option<Explorer>>> = Rc::default();
    place.empty();
    let handle = mount_to(place.element(), {
        let on_show = Rc::clone(&on_show);
        move || {
            let explorer = Explorer::new(plan, engine, 1, world).without_groups();
            on_show.set(Some(explorer));
            page(explorer)
        }
    });
    if let Some(explorer) = on_show.get() {
        soon(move || go_on(explorer));
    }
    let back_and_forward = Listener::on_window("popstate", {
        let on_show = Rc::clone(&on_show);
        move |_| {
            if let Some(explorer) = on_show.get() {
                explorer.follow_address();
            }
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
    // Wherever the keyboard is on this page.
    let quick_way_out = exit::on_shortcut(place, None, move || {
        if let Some(explorer) = on_show.get() {
            explorer.leave();
        }
    });
    ALIVE.with(|alive| alive.replace(Some(Box::new((handle, back_and_forward, wishes, quick_way_out)))));
}

/// Completes the page in steps, between which the visitor can act.
fn go_on(explorer: Explorer) {
    if explorer.show_more_groups() {
        soon(move || go_on(explorer));
    }
}
