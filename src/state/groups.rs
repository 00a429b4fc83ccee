//! Groups of results that are put on the page one at a time while the app starts: all at once would hold a cheap phone up for
//! a fifth of a second.

use super::Explorer;
use leptos::prelude::{Set, Update, With, untrack};

impl Explorer {
    /// The same explorer, that begins without any group; [`Explorer::show_more_groups`] until all are there.
    #[must_use]
    pub fn without_groups(self) -> Self {
        self.groups.set(0);
        self
    }

    /// How many groups are on the page, at most; tracked.
    #[must_use]
    pub fn groups(&self) -> usize {
        self.groups.with(|it| *it)
    }

    /// Whether all groups are on the page: one for each priority, and the plan as a whole; tracked.
    #[must_use]
    pub fn has_all_groups(&self) -> bool {
        self.groups() > self.facts.priorities.len()
    }

    /// Puts one more on the page. Tells whether there are yet more.
    #[must_use]
    pub fn show_more_groups(&self) -> bool {
        self.groups.update(|it| *it += 1);
        !untrack(|| self.has_all_groups())
    }
}
