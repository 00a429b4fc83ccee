//! The filter drawer: on a narrow page the filters open over the results.

use super::Explorer;
use leptos::prelude::{Get, GetUntracked, Set, WithValue};

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

    /// Closes the drawer, and gives the keyboard back to the button that opened it. The page stays where it was: the bar with the button
    /// may reach out of the window by part of a pixel, and to show all of it would move the page by a window's height.
    pub fn close_filters(&self) {
        self.filters_open.set(false);
        self.host.with_value(|host| host.focus_in_place("filters-opener"));
    }
}
