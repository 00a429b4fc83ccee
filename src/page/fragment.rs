//! The page as plain HTML for another page: no classes, no controls, ids of its own, nothing that needs a stylesheet or a program.

use ego_tree::{NodeId, NodeRef};
use scraper::node::Element;
use scraper::{CaseSensitivity, Html, Node};
use std::collections::BTreeSet;

/// What is put before ids, so that they meet no other page's, nor the explorer's.
const OWN: &str = "plan-copy-";
/// What does something, and does nothing without script or stylesheet.
const CONTROLS: [&str; 9] = ["button", "input", "select", "label", "fieldset", "form", "nav", "svg", "legend"];
/// What serves the explorer's looks alone, or says again for screen readers what stands beside it.
const CLASSES: [&str; 10] = [
    "cp-visually-hidden",
    "cp-exit-bar",
    "cp-bar",
    "cp-filters",
    "cp-when-chosen",
    "cp-exit",
    "cp-no-program",
    "cp-hero__back",
    "cp-overview__all",
    "cp-changes__take",
];
/// What is not to be seen before a choice is made, or before the program is there.
const MARKS: [&str; 3] = ["hidden", "data-app", "data-w"];
/// What leads to other files of the site, which lie beside its page and not beside this one: of a link the words stay.
const FILE: &str = "data-file";
const EDITION: &str = "data-edition";
/// A view that only the program fills.
const EMPTY_VIEW: &str = "wards";
/// Links that lead to nothing of use here, of which only the words stay.
const WORDS: [&str; 2] = ["cp-app-link", "cp-term"];
/// What stays of an element, beside its id and where it leads.
const KEPT: [&str; 6] = ["rel", "scope", "colspan", "rowspan", "lang", "open"];

/// A page of ours as plain HTML.
pub(super) fn plain(page: &str) -> String {
    let mut html = Html::parse_fragment(page);
    let is_empty_place = |it: &NodeRef<'_, Node>| {
        !it.has_children() && it.value().as_element().is_some_and(|it| it.attr("data-place").is_some())
    };
    let empty: Vec<_> = html.tree.nodes().filter(is_empty_place).map(|it| it.id()).collect();
    for id in elements(&html, is_left_out).into_iter().chain(empty) {
        if let Some(mut node) = html.tree.get_mut(id) {
            node.detach();
        }
    }
    for id in elements(&html, |it| has_class(it, &WORDS) || it.attr(EDITION).is_some()) {
        unwrap(&mut html, id);
    }
    let links = html.root_element().descendent_elements().filter_map(|it| it.attr("href")?.strip_prefix('#'));
    let named: BTreeSet<String> = links.map(str::to_owned).collect();
    for node in html.tree.values_mut() {
        if let Node::Element(element) = node {
            make_plain(element, &named);
        }
    }
    html.root_element().child_elements().map(|it| it.html()).collect()
}

/// The elements of which something is so.
fn elements(html: &Html, is: impl Fn(&Element) -> bool) -> Vec<NodeId> {
    html.tree.nodes().filter(|it| it.value().as_element().is_some_and(&is)).map(|it| it.id()).collect()
}

/// Puts what is in an element into its place.
fn unwrap(html: &mut Html, id: NodeId) {
    let inside: Vec<_> = html.tree.get(id).iter().flat_map(NodeRef::children).map(|it| it.id()).collect();
    let Some(mut node) = html.tree.get_mut(id) else { return };
    for child in inside {
        node.insert_id_before(child);
    }
    node.detach();
}

fn has_class(element: &Element, classes: &[&str]) -> bool {
    classes.iter().any(|it| element.has_class(it, CaseSensitivity::CaseSensitive))
}

fn is_left_out(element: &Element) -> bool {
    CONTROLS.contains(&element.name())
        || has_class(element, &CLASSES)
        || MARKS.iter().any(|mark| element.attr(mark).is_some())
        || element.attr(FILE).is_some()
        || element.attr("data-section") == Some(EMPTY_VIEW)
}

/// Takes away what an element has beside its words; `named` are the ids that links lead to.
fn make_plain(element: &mut Element, named: &BTreeSet<String>) {
    element.attrs.retain_mut(|(name, value)| match (&*name.local, value.strip_prefix('#')) {
        ("id", _) if named.contains(&**value) => {
            *value = [OWN, value].concat().into();
            true
        }
        ("href", Some(place)) => {
            *value = ["#", OWN, place].concat().into();
            true
        }
        ("href", None) => true,
        (name, _) => KEPT.contains(&name),
    });
}
