//! Priorities, lists and cards: all of them stand on the page, and are shown, hidden and put in order.

use crate::browser::Element;
use crate::plan::{EntryId, Kind, PriorityId};
use crate::query::{Order, kind_unit, priorities_in_order};
use crate::state::{Explorer, Snapshot};

/// The results on the page.
pub(super) struct Results {
    explorer: Explorer,
    groups: Vec<Group>,
    /// Cards and figures, wherever they stand.
    entries: Vec<(EntryId, Element)>,
    /// What is in the order of priorities: groups, rows of the overview, boxes of the filter.
    ordered: Vec<Ordered>,
}

struct Group {
    priority: Option<PriorityId>,
    element: Element,
    lists: Vec<List>,
}

struct List {
    kind: Kind,
    element: Element,
    number: Option<Element>,
    unit: Option<Element>,
    cards: Element,
    members: Vec<(EntryId, Element)>,
}

/// Elements of one parent, each for a priority or (`None`) for the plan as a whole.
struct Ordered {
    parent: Element,
    elements: Vec<(Option<PriorityId>, Element)>,
}

impl Results {
    pub(super) fn find(explorer: Explorer, root: &Element) -> Self {
        let facts = explorer.facts;
        let groups: Vec<Group> = root
            .all("[data-g]")
            .into_iter()
            .map(|element| Group {
                priority: facts.find_priority(&element.data("g")),
                lists: element.all("[data-kind]").into_iter().filter_map(List::read).collect(),
                element,
            })
            .collect();
        let of = |parent: Option<Element>, elements: Vec<(Option<PriorityId>, Element)>| {
            Some(Ordered { parent: parent?, elements })
        };
        let by_slug = |selector: &str, attribute: &str| -> Vec<(Option<PriorityId>, Element)> {
            let all = root.all(selector).into_iter();
            all.map(|it| (facts.find_priority(&it.get(attribute).unwrap_or_default()), it)).collect()
        };
        let boxes = by_slug(".cp-facet input[name=priority]", "value");
        let labels = boxes.into_iter().filter_map(|(id, it)| Some((id, it.closest("label")?))).collect::<Vec<_>>();
        let rows = by_slug(".cp-rows > li", "data-priority");
        let in_groups = groups.iter().map(|it| (it.priority, it.element.clone())).collect::<Vec<_>>();
        let ordered = [in_groups, labels, rows].into_iter().filter_map(|elements| {
            let parent = elements.first().and_then(|(_, it)| it.parent());
            of(parent, elements)
        });
        Self { explorer, entries: entries(root), ordered: ordered.collect(), groups }
    }

    pub(super) fn show(&self, before: &Snapshot, now: &Snapshot) {
        for (id, element) in &self.entries {
            let (was, is) = (before.leaves(*id), now.leaves(*id));
            if was != is {
                element.hide(!is);
            }
        }
        for group in &self.groups {
            let of = |now: &Snapshot, kind: Kind| now.group(group.priority).map_or(0, |it| it.list(kind).len());
            group.element.hide(now.group(group.priority).is_none());
            for list in &group.lists {
                let (was, is) = (of(before, list.kind), of(now, list.kind));
                if was != is {
                    list.element.hide(is == 0);
                    list.number.iter().for_each(|it| it.set_text(&is.to_string()));
                    list.unit.iter().for_each(|it| it.set_text(kind_unit(list.kind, is)));
                }
                if before.query.wards != now.query.wards {
                    list.own_first(self.explorer, now);
                }
            }
        }
        if before.query.order != now.query.order {
            self.ordered.iter().for_each(|it| it.put(self.explorer, now.query.order));
        }
    }
}

impl List {
    fn read(element: Element) -> Option<Self> {
        let kind = Kind::from_slug(&element.data("kind"))?;
        let cards = element.find(".cp-list__cards")?;
        Some(Self {
            kind,
            number: element.find(".cp-list__number"),
            unit: element.find(".cp-list__unit"),
            members: entries(&cards),
            cards,
            element,
        })
    }

    /// Puts what speaks of the chosen wards alone first; all else stays in the plan's order.
    fn own_first(&self, explorer: Explorer, now: &Snapshot) {
        let wards = |id: EntryId| explorer.facts.entry(id).and_then(|it| it.wards.as_ref());
        let is_own = |id: EntryId| wards(id).is_some_and(|own| own.iter().any(|it| now.query.wards.contains(it)));
        let (own, others): (Vec<_>, Vec<_>) = self.members.iter().partition(|(id, _)| is_own(*id));
        put_in_order(&self.cards, own.into_iter().chain(others).map(|(_, it)| it));
    }
}

impl Ordered {
    fn put(&self, explorer: Explorer, order: Order) {
        let all = priorities_in_order(explorer.facts, order).into_iter().map(Some).chain([None]);
        let elements = all.filter_map(|id| self.elements.iter().find(|(it, _)| *it == id));
        put_in_order(&self.parent, elements.map(|(_, it)| it));
    }
}

/// Has the elements of a parent stand in an order. Those that do already are not moved: moving would end what the keyboard does
/// there.
fn put_in_order<'e>(parent: &Element, elements: impl Iterator<Item = &'e Element>) {
    let elements: Vec<&Element> = elements.collect();
    if !parent.has_in_order(&elements) {
        for element in elements {
            parent.append(element);
        }
    }
}

/// The cards and figures inside an element.
fn entries(root: &Element) -> Vec<(EntryId, Element)> {
    let all = root.all("[data-entry]").into_iter();
    all.filter_map(|it| Some((EntryId(it.data("entry").parse().ok()?), it))).collect()
}
