//! Commands that lead to a place of the page: to a view, to results, to a passage.

use super::Explorer;
use super::host::Timer;
use crate::query::{Stage, View};
use leptos::prelude::{Set, WithValue};

impl Explorer {
    /// Shows another view, from its top.
    pub fn show(&self, view: View) {
        self.change(|query| query.view = view);
        self.focus_answer();
    }

    /// Goes to a place of the page by its id (which begins with `cp-`), on the view that it stands on.
    pub fn go_to(&self, view: Option<View>, id: &str) {
        if let Some(view) = view {
            self.change(|query| query.view = view);
        }
        self.focus(id.strip_prefix("cp-").unwrap_or(id));
    }

    /// Shows the results, wherever the visitor is.
    pub fn show_results(&self) {
        self.filters_open.set(false);
        self.change(|query| {
            if query.view.section() != View::Explore {
                query.view = View::Explore;
            }
            if query.stage() == Stage::Start {
                query.view = View::List;
            }
        });
        self.focus_answer();
    }

    /// Goes to an element of ours on the view on show, by its name.
    pub fn focus(&self, name: &str) {
        self.host.with_value(|host| host.focus(name));
    }

    /// Goes to the title of what the query asks for.
    pub(super) fn focus_answer(&self) {
        self.focus(&self.title_of(self.query_now().stage()));
    }

    /// Leaves the keyboard where it is, whatever was still to move it.
    pub fn stay(&self) {
        self.host.with_value(|host| host.cancel(Timer::Focus));
    }

    /// The name of the heading under which the page answers.
    #[must_use]
    pub fn title_of(&self, stage: Stage) -> String {
        let facts = self.facts;
        match stage {
            Stage::Start => "overview-title".to_owned(),
            Stage::Priority(id) => ["group-", facts.priority(id).map_or("", |it| it.id.as_str())].concat(),
            Stage::Partner(id) => ["partner-", facts.partner(id).map_or("", |it| it.id.as_str())].concat(),
            Stage::List => "results-title".to_owned(),
            Stage::View(view) => ["view-", view.slug()].concat(),
        }
    }
}
