//! The explorer as a leaflet: written once, as HTML, for whoever has no script or not yet.

use super::Explorer;
use leptos::prelude::WithValue;

impl Explorer {
    /// Whether the page is written as a leaflet: all views on one page, nothing that needs the app.
    #[must_use]
    pub fn is_leaflet(&self) -> bool {
        self.world.with_value(|world| world.is_leaflet())
    }
}
