//! What the visitor does on the page, as commands: a few listeners on the page as a whole.

use super::{links, matrix, terms};
use crate::browser::{Control, Element, Event, Listener};
use crate::query::place::{is_place, may_be_postcode};
use crate::query::{Order, View, link, terms::found_in};
use crate::state::Explorer;
use leptos::task;

/// Listens on the page.
pub(super) fn listen(explorer: Explorer, root: &Element) -> Vec<Listener> {
    let on = |event: &'static str, call: fn(Explorer, &Element, &Event)| {
        let at = root.clone();
        root.on(event, move |it| call(explorer, &at, &it))
    };
    // A press on a field that has the keyboard still, or a key in it, moves no focus.
    let stays = ["focusin", "pointerdown", "keydown", "input"].map(|event| on(event, turn_to));
    let acts = [on("change", change), on("input", input), on("submit", submit), on("keydown", key), on("click", click)];
    stays.into_iter().chain(acts).collect()
}

/// Somebody types, or is about to: a move of the keyboard that an earlier command asked for comes too late, and would take letters away.
fn turn_to(explorer: Explorer, _: &Element, event: &Event) {
    if event.target("input:is([type=search], [type=text])").is_some() {
        explorer.stay();
    }
}

/// A form control that stands for a choice has been changed.
fn change(explorer: Explorer, _: &Element, event: &Event) {
    let Some(control) = event.element().and_then(|it| it.control()) else { return };
    let (name, value) = (control.name(), control.value());
    if name == "ward" && event.target("select").is_some() {
        // "Several wards" is no choice of its own.
        if value.is_empty() || explorer.facts.find_ward(&value).is_some() {
            explorer.set_ward(explorer.facts.find_ward(&value));
        }
    } else if let Some(choice) = link::choice(explorer.facts, &name, &value) {
        explorer.toggle(choice);
    } else if let Some(order) = Order::from_slug(&value).filter(|_| name == "order") {
        explorer.set_order(order);
    }
}

fn input(explorer: Explorer, _: &Element, event: &Event) {
    if let Some(value) = event.target("#cp-search").and_then(|it| it.control()).map(|it| it.value()) {
        // A postcode is looked up when it is sent, and stands in no address.
        explorer.search(if may_be_postcode(&value) { "" } else { &value });
    } else if let Some(find) = event.target("#cp-find") {
        find_organisation(&find);
    }
}

/// Leaves those organisations in sight whose names have what was typed, and those that are chosen.
fn find_organisation(field: &Element) {
    let typed = field.control().map(|it| it.value()).unwrap_or_default();
    let Some(facet) = field.closest(".cp-facet") else { return };
    for row in facet.all("[data-names]") {
        let chosen = row.find("input").and_then(|it| it.control()).is_some_and(|it| it.is_checked());
        row.hide(!chosen && !found_in(&row.data("names"), &typed));
    }
}

/// Forms are sent nowhere: all is answered on the device.
fn submit(explorer: Explorer, root: &Element, event: &Event) {
    event.prevent_default();
    if event.target("#cp-place, .cp-finder, .cp-embed__form").is_some() {
        return;
    }
    let asked = root.find("#cp-search").and_then(|it| it.control());
    match asked.filter(|it| is_place(explorer.facts, &it.value())) {
        Some(asked) => find_place(explorer, root, &asked),
        None => explorer.show_results(),
    }
}

/// Has the finder of wards answer what was asked in the box at the top.
fn find_place(explorer: Explorer, root: &Element, asked: &Control) {
    let place = asked.value();
    asked.set_value("");
    explorer.search("");
    explorer.show(View::Wards);
    if let Some(field) = root.find("#cp-place") {
        field.control().iter().for_each(|it| it.set_value(&place));
        let send = field.closest("form").and_then(|it| it.find("[type=submit]"));
        // After this listener, which the press would call again.
        task::spawn_local(async move { send.iter().for_each(Element::click) });
    }
}

fn key(explorer: Explorer, _: &Element, event: &Event) {
    if event.key() == "Escape" && explorer.filters_open_now() && event.target("#cp-filters").is_some() {
        explorer.close_filters();
    }
    // Links that act as buttons act on the space bar too.
    if event.key() == " " && event.target("a[role=button]").is_some() {
        event.prevent_default();
        event.target("a[role=button]").iter().for_each(Element::click);
    }
}

fn click(explorer: Explorer, root: &Element, event: &Event) {
    if !event.is_plain_click() {
        return;
    }
    let inside_filters = event.target("#cp-filters").is_some();
    let done = if event.target("#cp-filters-opener").is_some() {
        explorer.open_filters();
        true
    } else if event.target(".cp-filters__close").is_some() {
        explorer.close_filters();
        true
    } else if event.target("[data-do=show-results]").is_some() {
        explorer.show_results();
        true
    } else if event.target("button[type=reset], [data-do=clear]").is_some() {
        if inside_filters {
            explorer.clear_here();
        } else {
            explorer.clear();
        }
        true
    } else if event.target("[data-do=show-all]").is_some() {
        explorer.clear_in_view();
        true
    } else {
        matrix::sort(root, event) || terms::open(root, event) || links::follow(explorer, root, event)
    };
    if done {
        event.prevent_default();
    }
}
