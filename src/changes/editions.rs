//! All editions of a plan, and which of them is looked at.

use super::compare::compare;
use super::kinds::Changes;
use crate::plan::Plan;

/// All editions, newest first, and which of them a page is of.
#[derive(Clone, Copy, Debug)]
pub struct Editions {
    /// All of them, newest first: the first is the current one.
    pub all: &'static [Plan],
    /// The place of the one that is looked at.
    pub at: usize,
    /// What changed in each against the one before it.
    changes: &'static [Changes<'static>],
}

impl Editions {
    /// All that are held, newest first, and the first of them looked at. Compares each with the one before it, once. The pages
    /// hold them for as long as the program runs, and so they are never let go.
    #[must_use]
    pub fn of(all: &'static [Plan]) -> Self {
        let changes = all.iter().enumerate().map(|(at, plan)| match all.get(at + 1) {
            Some(before) => compare(plan, before),
            None => Changes::default(),
        });
        Self { all, at: 0, changes: changes.collect::<Vec<_>>().leak() }
    }

    /// The only edition that is held.
    #[must_use]
    pub fn alone(plan: &'static Plan) -> Self {
        Self::of(std::slice::from_ref(plan))
    }

    /// The same editions with another one looked at.
    #[must_use]
    pub fn looking_at(self, at: usize) -> Self {
        Self { at, ..self }
    }

    /// The one that is looked at.
    #[must_use]
    pub fn here(self) -> &'static Plan {
        &self.all[self.at]
    }

    /// The one before it, if it is held.
    #[must_use]
    pub fn before(self) -> Option<&'static Plan> {
        self.all.get(self.at + 1)
    }

    /// Whether it is the newest.
    #[must_use]
    pub fn is_current(self) -> bool {
        self.at == 0
    }

    /// What changed against the one before it; nothing where none is held.
    #[must_use]
    pub fn changes(self) -> &'static Changes<'static> {
        &self.changes[self.at]
    }

    /// The folder of an edition's pages in the folder of the site: empty for the current one, else `editions/2031/`.
    #[must_use]
    pub fn folder(self, edition: usize) -> String {
        match self.all.get(edition) {
            Some(plan) if edition > 0 => ["editions/", plan.edition.id.as_str(), "/"].concat(),
            _ => String::new(),
        }
    }

    /// The way from this edition's page to another's: `./editions/2031/`, `../../`.
    #[must_use]
    pub fn way_to(self, edition: usize) -> String {
        [if self.is_current() { "./" } else { "../../" }, &self.folder(edition)].concat()
    }
}

/// What an edition is called beside others: `2031 update`, `2031 draft`.
#[must_use]
pub fn edition_name(plan: &Plan) -> String {
    format!("{} {}", plan.edition.year, if plan.edition.draft { "draft" } else { "update" })
}
