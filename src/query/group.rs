//! The selection under its priorities, as the page shows it.

use super::engine::Selection;
use super::facet::{Order, Query};
use super::facts::{EntryFacts, Facts};
use super::fold::fold;
use crate::plan::{EntryId, Kind, PriorityId};

/// What a query selects of one priority, by kind. Each list is in the plan's order; where wards are chosen, their own
/// entries come first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// The priority; none for what belongs to the plan as a whole.
    pub priority: Option<PriorityId>,
    /// What was promised.
    pub promised: Vec<EntryId>,
    /// What was reported as done.
    pub done: Vec<EntryId>,
    /// Directions of travel.
    pub directions: Vec<EntryId>,
    /// Strategies.
    pub strategies: Vec<EntryId>,
    /// Facts about named places.
    pub local: Vec<EntryId>,
}

impl Group {
    /// The list of a kind.
    #[must_use]
    pub fn list(&self, kind: Kind) -> &[EntryId] {
        match kind {
            Kind::Promised => &self.promised,
            Kind::Done => &self.done,
            Kind::Direction => &self.directions,
            Kind::Strategy => &self.strategies,
            Kind::Local => &self.local,
        }
    }

    /// How many entries it has.
    #[must_use]
    pub fn len(&self) -> usize {
        Kind::ALL.iter().map(|kind| self.list(*kind).len()).sum()
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn push(&mut self, kind: Kind, entry: EntryId) {
        match kind {
            Kind::Promised => &mut self.promised,
            Kind::Done => &mut self.done,
            Kind::Direction => &mut self.directions,
            Kind::Strategy => &mut self.strategies,
            Kind::Local => &mut self.local,
        }
        .push(entry);
    }
}

/// The ids of all priorities in the order that lists use.
#[must_use]
pub fn priorities_in_order(facts: &Facts, order: Order) -> Vec<PriorityId> {
    let mut names: Vec<(String, PriorityId)> = Vec::with_capacity(facts.priorities.len());
    for (id, priority) in facts.priority_ids().zip(&facts.priorities) {
        let name = match order {
            Order::Alphabetical => fold(&priority.short),
            Order::Plan => String::new(),
        };
        // Equal names stay in the plan's order.
        let at = names.partition_point(|(other, _)| *other <= name);
        names.insert(at, (name, id));
    }
    names.into_iter().map(|(_, id)| id).collect()
}

/// The selection under its priorities. An entry of several priorities stands under each of them, or each that is chosen;
/// groups without entries are left out; what belongs to the plan as a whole comes last.
#[must_use]
pub fn groups(facts: &Facts, selection: &Selection, query: &Query) -> Vec<Group> {
    let order = priorities_in_order(facts, query.order);
    // By priority, and one more for the plan as a whole.
    let mut groups: Vec<Group> = facts.priority_ids().map(Some).chain([None]).map(Group::of).collect();
    let whole = facts.priorities.len();
    let own = |entry: &EntryFacts| entry.wards.iter().flatten().any(|ward| query.wards.contains(ward));
    for own_turn in [true, false] {
        for id in &selection.entries {
            let Some(entry) = facts.entry(*id).filter(|entry| own(entry) == own_turn) else { continue };
            if entry.priorities.is_empty() {
                groups[whole].push(entry.kind, *id);
            }
            for priority in &entry.priorities {
                let chosen = query.priorities.is_empty() || query.priorities.contains(priority);
                if let Some(group) = groups[..whole].get_mut(priority.index()).filter(|_| chosen) {
                    group.push(entry.kind, *id);
                }
            }
        }
    }
    let places = order.iter().map(|id| id.index()).chain([whole]);
    places.map(|at| std::mem::take(&mut groups[at])).filter(|group| !group.is_empty()).collect()
}

impl Group {
    fn of(priority: Option<PriorityId>) -> Self {
        Self { priority, ..Self::default() }
    }
}
