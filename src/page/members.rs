//! The groups of results: what the page calls each, and which entries stand in it.

use crate::plan::{Entry, EntryId, Kind, Plan, PriorityId};

/// What the page calls a group in ids and marks.
pub(super) fn place(plan: &'static Plan, priority: Option<PriorityId>) -> &'static str {
    priority.map_or("whole", |id| plan.priority(id).id.as_str())
}

/// Whether an entry stands under a priority, or (`None`) belongs to the plan as a whole.
pub(super) fn belongs(plan: &Plan, id: EntryId, priority: Option<PriorityId>) -> bool {
    let priorities = &plan.entry(id).priorities;
    priority.map_or(priorities.is_empty(), |it| priorities.contains(&it))
}

/// How many entries of a kind stand under a priority.
pub(super) fn count(plan: &Plan, priority: PriorityId, kind: Kind) -> usize {
    plan.entries.iter().filter(|it| it.kind == kind && it.priorities.contains(&priority)).count()
}

/// The id by which an address names a statement: on its card under the first of its priorities, for it may stand under several.
pub(super) fn address(entry: &Entry, priority: Option<PriorityId>) -> Option<String> {
    (entry.priorities.first().copied() == priority).then(|| format!("f-{}", entry.id))
}
