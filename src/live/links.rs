//! Links on the page: without the program they lead to places on it; with it, to what they stand for.

use crate::browser::{Element, Event};
use crate::query::{Query, View, link};
use crate::state::Explorer;

/// Gives links real addresses, which can be copied and opened elsewhere; those that do something here act as buttons.
pub(super) fn prepare(explorer: Explorer, root: &Element) {
    for element in root.all("a.cp-term, a.cp-sort, a.cp-exit, a[data-do]") {
        element.set("role", Some("button"));
        if element.has_class("cp-term") {
            element.set("aria-expanded", Some("false"));
        }
    }
    for element in root.all("a[data-query]") {
        let query = link::from_params(explorer.facts, &element.data("query")).query;
        element.set("href", Some(&explorer.address_of(&query)));
    }
}

/// Follows a link here; says whether it was one of ours.
pub(super) fn follow(explorer: Explorer, root: &Element, event: &Event) -> bool {
    if let Some(it) = event.target("a[data-query]") {
        let wanted = link::from_params(explorer.facts, &it.data("query")).query;
        let in_card = it.closest(".cp-card, .cp-group").is_some();
        explorer.open(if in_card { narrowed(&explorer.query_now(), &wanted) } else { wanted });
    } else if let Some(it) = event.target("a[data-view]") {
        explorer.show(View::from_slug(&it.data("view")).unwrap_or_default());
    } else if let Some(it) = event.target("a[data-passage]") {
        explorer.show_passage(&it.data("passage"));
    } else if let Some(it) = event.target("a[href^=\"#\"]") {
        go_to(explorer, root, it.get("href").unwrap_or_default().trim_start_matches('#'));
    } else {
        return false;
    }
    true
}

/// The name of an organisation on a card: its results among those on show.
fn narrowed(now: &Query, wanted: &Query) -> Query {
    Query { view: View::Explore, partners: wanted.partners.clone(), ..now.clone() }
}

/// Goes to a place on the page, which may be on a view that is not on show.
pub(super) fn go_to(explorer: Explorer, root: &Element, id: &str) {
    let Some(place) = root.by_id_inside(id) else { return };
    let view = place.closest("[data-section]").and_then(|it| View::from_slug(&it.data("section")));
    explorer.go_to(view, id);
}
