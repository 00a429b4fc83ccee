//! The groups of results: what the page calls each, and which entries stand in it.

use crate::plan::{EntryId, Plan, PriorityId};

/// What the page calls a group in ids and marks.
pub(super) fn place(plan: &'static Plan, priority: Option<PriorityId>) -> &'static str {
    priority.map_or("whole", |id| plan.priority(id).id.as_str())
}

/// Whether an entry stands under a priority, or (`None`) belongs to the plan as a whole.
pub(super) fn belongs(plan: &Plan, id: EntryId, priority: Option<PriorityId>) -> bool {
    let priorities = &plan.entry(id).priorities;
    priority.map_or(priorities.is_empty(), |it| priorities.contains(&it))
}
