//! What the visitor wants, and all that follows from it.

use super::{Step, World};
use crate::plan::Plan;
use crate::query::search::Words;
use crate::query::{self, Engine, Group, Query, Selection};

/// The visitor's wishes, and all that follows from them. Made as a whole at each change.
#[derive(Debug)]
pub struct Now {
    /// What the visitor wants.
    pub query: Query,
    /// What that leaves, and what each further choice would give.
    pub selection: Selection,
    /// The same, by priority.
    pub groups: Vec<Group>,
    /// The search text, taken apart.
    pub words: Words,
}

/// All that follows from a query.
pub(super) fn follow(plan: &Plan, engine: &Engine, query: Query) -> Now {
    let selection = engine.select(&query);
    let groups = query::groups(plan, &selection, &query);
    let words = Words::new(&query.words);
    Now { query, selection, groups, words }
}

/// Takes out of the address what must not stand there: a link that somebody sent may hold telling words.
pub(super) fn tidy_address(plan: &Plan, world: &dyn World, query: &Query) {
    if tells(plan, query) {
        world.write(plan, query, Step::Replace);
    }
}

/// Whether the search text is one that is kept out of the address.
pub(super) fn tells(plan: &Plan, query: &Query) -> bool {
    query::is_private(plan, &Query { words: query.words.clone(), ..Query::default() })
}
