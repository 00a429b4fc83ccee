//! What the visitor wants at one moment, and all that follows from it: which view, which results, which words.
//!
//! Made as a whole at each change, from the facts alone: so what is on show for an address is a plain value, and is tested without a
//! page.

use crate::plan::{EntryId, PriorityId, counted};
use crate::query::search::Words;
use crate::query::{self, Engine, Facts, Group, Query, Selection, Tally};

/// What the visitor wants, and all that follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// What the visitor wants.
    pub query: Query,
    /// What that leaves, and what each further choice would give.
    pub selection: Selection,
    /// How many of what that is.
    pub tally: Tally,
    /// The same, by priority.
    pub groups: Vec<Group>,
    /// The search text, taken apart.
    pub words: Words,
    /// Whether what is on show may put somebody at risk.
    pub is_private: bool,
    /// Whether the search text is one that is kept out of the address.
    pub search_kept_back: bool,
}

impl Snapshot {
    /// All that follows from a query.
    #[must_use]
    pub fn of(facts: &Facts, engine: &Engine, query: Query) -> Self {
        let selection = engine.select(&query);
        Self {
            tally: Tally::of(facts, &selection.entries, &query),
            groups: query::groups(facts, &selection, &query),
            words: engine.words(&query.words),
            is_private: query::is_private(facts, &query),
            search_kept_back: is_kept_back(facts, &query),
            selection,
            query,
        }
    }

    /// How many entries the query leaves.
    #[must_use]
    pub fn total(&self) -> usize {
        self.selection.entries.len()
    }

    /// Whether the query leaves this entry.
    #[must_use]
    pub fn leaves(&self, entry: EntryId) -> bool {
        self.selection.entries.binary_search(&entry).is_ok()
    }

    /// What the query leaves of a priority, or (`None`) of the plan as a whole; none where it leaves nothing.
    #[must_use]
    pub fn group(&self, priority: Option<PriorityId>) -> Option<&Group> {
        self.groups.iter().find(|it| it.priority == priority)
    }

    /// What stands above the results: `20 statements and 8 strategies for the whole plan`.
    #[must_use]
    pub fn results_title(&self) -> String {
        let words = self.tally.words();
        if self.query.is_empty() && self.total() > 1 { ["All ", &words].concat() } else { words }
    }

    /// What the button says that leads from the filters to the results. A button has no room for the parts of the number.
    #[must_use]
    pub fn show_results(&self) -> String {
        ["Show ", &counted(self.total(), "result", "results")].concat()
    }

    /// What the button says that opens the filters: how many choices are made.
    #[must_use]
    pub fn filter_opener(&self) -> String {
        match self.query.count_choices() {
            0 => "Filter".to_owned(),
            count => ["Filter (", &count.to_string(), ")"].concat(),
        }
    }
}

/// Whether the search text of a query is one that is kept out of the address.
pub(super) fn is_kept_back(facts: &Facts, query: &Query) -> bool {
    query::is_private(facts, &Query { words: query.words.clone(), ..Query::default() })
}
