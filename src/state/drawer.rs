//! The filter drawer: on a narrow page the filters open over the results.

use super::Explorer;
use leptos::prelude::{Get, GetUntracked, Set};

impl Explorer {
    /// Whether the drawer is open; tracked.
    #[must_use]
    pub fn filters_open(&self) -> bool {
        self.filters_open.get()
    }

    /// Whether the drawer is open; not tracked, for commands.
    #[must_use]
    pub fn filters_open_now(&self) -> bool {
        self.filters_open.get_untracked()
    }

    /// Opens the drawer.
    pub fn open_filters(&self) {
        self.filters_open.set(true);
        self.focus("filters-title");
    }

    /// Closes the drawer, and gives the keyboard back to the button that opened it.
    pub fn close_filters(&self) {
        self.filters_open.set(false);
        self.focus("filters-opener");
    }
}
