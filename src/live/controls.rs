//! Form controls that stand for choices: kept at what the query says, with the count beside each.

use crate::browser::{Control, Element};
use crate::query::place::may_be_postcode;
use crate::query::{Choice, Order, Query, choice_unit, link};
use crate::state::{Explorer, Snapshot};
use std::cell::Cell;

/// The controls of a page.
pub(super) struct Controls {
    explorer: Explorer,
    boxes: Vec<Tick>,
    orders: Vec<(Order, Control)>,
    ward: Option<Control>,
    search: Option<Element>,
    /// Whether the page was brought up to date before.
    shown: Cell<bool>,
    facets: Vec<Facet>,
}

/// A box that stands for a choice.
struct Tick {
    choice: Choice,
    control: Control,
    label: Option<Element>,
    number: Option<Element>,
    unit: Option<Element>,
}

/// A facet that says how many of its choices are made.
struct Facet {
    choices: Vec<Choice>,
    made: Element,
}

/// What the ward choice holds while several wards are chosen.
const SEVERAL: &str = "several";

impl Controls {
    pub(super) fn find(explorer: Explorer, root: &Element) -> Self {
        let (mut boxes, mut orders) = (Vec::new(), Vec::new());
        for element in root.all("input[name]") {
            let Some(control) = element.control() else { continue };
            if let Some(choice) = link::choice(explorer.facts, &control.name(), &control.value()) {
                let label = element.closest("label");
                let in_label = |selector| label.as_ref().and_then(|it| it.find(selector));
                let (number, unit) = (in_label("[data-number]"), in_label("[data-unit]"));
                boxes.push(Tick { choice, control, label, number, unit });
            } else if let Some(order) = Order::from_slug(&control.value()) {
                orders.push((order, control));
            }
        }
        let facets = root.all(".cp-facet").into_iter().filter_map(|facet| {
            let controls = facet.all("input[name]").into_iter().filter_map(|it| it.control());
            let choices = controls.filter_map(|it| link::choice(explorer.facts, &it.name(), &it.value()));
            Some(Facet { choices: choices.collect(), made: facet.find(".cp-facet__made")? })
        });
        Self {
            explorer,
            boxes,
            orders,
            ward: root.find("select[name=ward]").and_then(|it| it.control()),
            search: root.find("#cp-search"),
            shown: Cell::new(false),
            facets: facets.collect(),
        }
    }

    /// What was chosen and typed before the program came, or was kept by the browser.
    pub(super) fn gather(&self) -> Query {
        let mut query = Query::default();
        for it in &self.boxes {
            if it.control.is_checked() && !query.has(&it.choice) {
                query.toggle(it.choice.clone());
            }
        }
        let ward = self.ward.as_ref().and_then(|it| link::choice(self.explorer.facts, "ward", &it.value()));
        if let Some(ward) = ward.filter(|it| !query.has(it)) {
            query.toggle(ward);
        }
        query.order = self.orders.iter().find(|(_, it)| it.is_checked()).map_or(query.order, |(order, _)| *order);
        let typed = self.search.as_ref().and_then(Element::control).map(|it| it.value());
        query.words = typed.filter(|it| !may_be_postcode(it)).unwrap_or_default();
        query
    }

    /// What the visitor did is on the page already, so here all controls are compared: the browser may have kept others.
    pub(super) fn show(&self, before: &Snapshot, now: &Snapshot) {
        for it in &self.boxes {
            it.control.check(now.query.has(&it.choice));
            let (was, is) = (before.selection.counts.of(&it.choice), now.selection.counts.of(&it.choice));
            if let (Some(number), true) = (&it.number, was != is) {
                number.set_text(&is.to_string());
                it.unit.iter().for_each(|unit| unit.set_text(choice_unit(&it.choice, is as usize)));
            }
            if let (Some(label), true) = (&it.label, (was == 0) != (is == 0)) {
                label.class("cp-check--none", is == 0);
            }
        }
        for (order, control) in &self.orders {
            control.check(now.query.order == *order);
        }
        if let Some(ward) = &self.ward {
            ward.set_value(match (now.query.wards.len(), now.query.wards.first()) {
                (0, _) => "",
                (1, Some(one)) => self.explorer.facts.ward(*one).map_or("", |it| it.id.as_str()),
                _ => SEVERAL,
            });
        }
        self.show_search(before, now);
        for facet in &self.facets {
            let made = |query: &Query| facet.choices.iter().filter(|it| query.has(it)).count();
            let (was, is) = (made(&before.query), made(&now.query));
            if was != is {
                facet.made.set_text(&if is == 0 { String::new() } else { [&is.to_string(), " chosen"].concat() });
            }
        }
    }

    /// Writes only other words than those that stood in the query, and never into a field that has the keyboard: what is typed there is
    /// newer than what the query knows. At first all is compared: the browser may have kept what was typed on an earlier visit.
    fn show_search(&self, before: &Snapshot, now: &Snapshot) {
        let Some(field) = &self.search else { return };
        let first = !self.shown.replace(true);
        if (!first && before.query.words == now.query.words) || field.focused().as_ref() == Some(field) {
            return;
        }
        if let Some(control) = field.control()
            && control.value() != now.query.words
        {
            control.set_value(&now.query.words);
        }
    }
}
