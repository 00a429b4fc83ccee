//! Links on the page: without the program they lead to places on it; with it, to what they stand for.

use super::menu::leads_to;
use crate::browser::{Element, Event};
use crate::query::{Facts, Query, Stage, View, link};
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
        let in_card = it.closest(".cp-card").is_some() && explorer.query_now().stage() == Stage::List;
        explorer.open(if in_card { narrowed(&explorer.query_now(), &wanted) } else { wanted });
    } else if let Some(it) = event.target("a[data-view]") {
        explorer.open(leads_to(&explorer.query_now(), View::from_slug(&it.data("view")).unwrap_or_default()));
    } else if event.target("a[href^=\"#f-\"]").is_some() && root.data("key").is_empty() {
        // The address is to name the statement: the browser goes there, and `arrive` does the rest.
        return false;
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
    // What is closed under a line opens when a link leads to it.
    place.closest("details").iter().for_each(|it| it.set("open", Some("")));
    let asked = asked_by(explorer.facts, &place);
    if !place.is_shown() && asked.view == View::Explore && !asked.is_empty() {
        return explorer.open(asked);
    }
    explorer.go_to(place.closest("[data-section]").map(|_| asked.view), id);
}

/// What the page shows at a place of it, as a query.
pub(super) fn asked_by(facts: &Facts, place: &Element) -> Query {
    let (group, partner) = (place.closest("[data-g]"), place.closest("[data-o]"));
    let section = place.closest("[data-section]").and_then(|it| View::from_slug(&it.data("section")));
    Query {
        priorities: group.and_then(|it| facts.find_priority(&it.data("g"))).into_iter().collect(),
        partners: partner.and_then(|it| facts.find_partner(&it.data("o"))).into_iter().collect(),
        view: if place.get("id").as_deref() == Some("cp-results-title") {
            View::List
        } else {
            section.unwrap_or_default()
        },
        ..Query::default()
    }
}
