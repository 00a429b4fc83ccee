//! Which records stand where on the leaflet, told from the plan alone.

use crate::html::{At, Page};
use plan_explorer::plan::{EntryId, Kind, Plan};

/// The cards of a list, in their order.
pub(crate) fn of_list(page: &Page, list: At) -> Vec<At> {
    page.inside(list).filter(|at| page.get(*at).get("data-f").is_some()).collect()
}

/// The entries of a kind under a priority, or under the plan as a whole.
pub(crate) fn entries(plan: &Plan, group: &str, kind: Kind) -> Vec<EntryId> {
    let is_in = |id: &EntryId| {
        let entry = plan.entry(*id);
        let here = if group == "whole" {
            entry.priorities.is_empty()
        } else {
            entry.priorities.iter().any(|it| plan.priority(*it).id.as_str() == group)
        };
        here && entry.kind == kind
    };
    plan.entry_ids().filter(is_in).collect()
}

/// Whether there are so many of a kind under a priority.
pub(crate) fn is_of(plan: &Plan, group: &str, kind: Kind, count: usize) -> bool {
    let there = entries(plan, group, kind).len();
    there > 0 && there == count
}
