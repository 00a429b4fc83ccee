//! What the visitor does on the page, as commands: a few listeners on the page as a whole.

use super::{links, matrix, menu, terms};
use crate::browser::{Element, Event, Listener};
use crate::query::{Order, link, terms::found_in};
use crate::state::Explorer;

/// Listens on the page.
pub(super) fn listen(explorer: Explorer, root: &Element) -> Vec<Listener> {
    let on = |event: &'static str, call: fn(Explorer, &Element, &Event)| {
        let at = root.clone();
        root.on(event, move |it| call(explorer, &at, &it))
    };
    vec![on("change", change), on("input", input), on("submit", submit), on("keydown", key), on("click", click)]
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
        explorer.search(&value);
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
fn submit(explorer: Explorer, _: &Element, event: &Event) {
    event.prevent_default();
    if event.target("#cp-place, .cp-finder, .cp-embed__form").is_none() {
        explorer.show_results();
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
    let done = if let Some(opener) = event.target(".cp-menu__opener") {
        menu::toggle(&opener, root);
        true
    } else if event.target("#cp-filters-opener").is_some() {
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
    // A link of the menu has done its work.
    if event.target(".cp-menu__link").is_some() {
        menu::close(root);
    }
}
