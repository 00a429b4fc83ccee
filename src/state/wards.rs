//! Commands about wards.

use super::Explorer;
use crate::plan::WardId;
use crate::query::{self, View};
use leptos::prelude::*;

impl Explorer {
    /// Chooses one ward, or none: the quick choice at the top of the page.
    pub fn set_ward(&self, ward: Option<WardId>) {
        let wards: query::Set<WardId> = ward.into_iter().collect();
        if self.query_now().wards == wards {
            return;
        }
        let elsewhere = !matches!(self.view.get_untracked().section(), View::Explore | View::Wards);
        self.change(|query| {
            query.wards = wards;
            if elsewhere {
                query.view = View::Explore;
            }
        });
        // The answer stands with the results; on their own view the page stays where it is.
        if elsewhere {
            self.focus("results-title");
        }
    }

    /// Shows the answer for one ward, or for several beside each other, and goes to it.
    pub fn show_wards(&self, wards: impl IntoIterator<Item = WardId>) {
        self.change(|query| {
            query.wards = wards.into_iter().collect();
            query.view = View::Wards;
        });
        self.focus("ward-title");
    }
}
