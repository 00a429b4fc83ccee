//! What stands where in a plan, told from the plan alone.

use plan_explorer::plan::{EntryId, Kind, Plan};

/// The entries that the plan has under a priority, or under the plan as a whole.
pub(crate) fn entries(plan: &Plan, group: &str, kind: Kind) -> Vec<EntryId> {
    let is_in = |id: &EntryId| {
        let entry = plan.entry(*id);
        let here = match plan.find_priority(group) {
            None => entry.priorities.is_empty(),
            Some(priority) => entry.priorities.contains(&priority),
        };
        here && entry.kind == kind
    };
    plan.entry_ids().filter(is_in).collect()
}
