//! The selection under its priorities, as the page shows it.

use super::engine::Selection;
use super::facet::{Order, Query};
use super::fold::fold;
use crate::plan::{Coverage, Entry, EntryId, Kind, Plan, PriorityId};

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
pub fn priorities_in_order(plan: &Plan, order: Order) -> Vec<PriorityId> {
    let mut ids: Vec<PriorityId> = plan.priority_ids().collect();
    if order == Order::Alphabetical {
        ids.sort_by_cached_key(|id| fold(&plan.priority(*id).short));
    }
    ids
}

/// The selection under its priorities. An entry of several priorities stands under each of them, or each that is chosen;
/// groups without entries are left out; what belongs to the plan as a whole comes last.
#[must_use]
pub fn groups(plan: &Plan, selection: &Selection, query: &Query) -> Vec<Group> {
    let order = priorities_in_order(plan, query.order);
    // By priority, and one more for the plan as a whole.
    let mut groups: Vec<Group> = plan.priority_ids().map(Some).chain([None]).map(Group::of).collect();
    let whole = plan.priorities.len();
    let own = |entry: &Entry| match &entry.coverage {
        Coverage::Wards(wards) => wards.iter().any(|ward| query.wards.contains(ward)),
        Coverage::Area | Coverage::County => false,
    };
    for own_turn in [true, false] {
        for id in &selection.entries {
            let Some(entry) = plan.entries.get(id.index()).filter(|entry| own(entry) == own_turn) else { continue };
            if entry.priorities.is_empty() {
                groups[whole].push(entry.kind, *id);
            }
            for (at, priority) in entry.priorities.iter().enumerate() {
                let chosen = query.priorities.is_empty() || query.priorities.contains(priority);
                let first = !entry.priorities[..at].contains(priority);
                if let Some(group) = groups.get_mut(priority.index()).filter(|_| chosen && first) {
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
