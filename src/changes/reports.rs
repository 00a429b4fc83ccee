//! Promises and what came of them, through the editions.

use crate::plan::{Entry, Kind, Plan, Slug};

/// An achievement that reports on an action, or an action that is reported on: in which edition, by its place in the list, and which
/// entry.
#[derive(Clone, Copy, Debug)]
pub struct Report<'p> {
    /// The place of its edition in the list of all.
    pub edition: usize,
    /// The entry.
    pub entry: &'p Entry,
}

/// The achievements of later editions that report on an action. Editions come newest first; `at` is the action's.
#[must_use]
pub fn reports<'p>(editions: &'p [Plan], at: usize, action: &Slug) -> Vec<Report<'p>> {
    let later = editions.iter().take(at).enumerate().rev();
    later
        .flat_map(|(edition, plan)| {
            let answering = plan.lineage.answers.iter().filter(|(_, actions)| actions.contains(action));
            answering.filter_map(move |(id, _)| Some(Report { edition, entry: entry(plan, id)? }))
        })
        .collect()
}

/// The actions of earlier editions that an achievement reports on, each as the latest of those editions has it.
#[must_use]
pub fn reported<'p>(editions: &'p [Plan], at: usize, achievement: &Slug) -> Vec<Report<'p>> {
    let Some(plan) = editions.get(at) else { return Vec::new() };
    let answers = plan.lineage.answers.iter().filter(|(id, _)| id == achievement).flat_map(|it| &it.1);
    let is_action = |it: &&Entry| it.kind == Kind::Promised;
    let found = answers.filter_map(|action| {
        (at + 1..editions.len())
            .find_map(|edition| Some(Report { edition, entry: entry(&editions[edition], action).filter(is_action)? }))
    });
    found.collect()
}

fn entry<'p>(plan: &'p Plan, id: &Slug) -> Option<&'p Entry> {
    plan.entries.iter().find(|it| it.id == *id)
}
