//! What the visitor wants, and all that follows from it.

use super::{Step, World};
use crate::query::search::Words;
use crate::query::{self, Engine, Facts, Group, Query, Selection};

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
pub(super) fn follow(facts: &Facts, engine: &Engine, query: Query) -> Now {
    let selection = engine.select(&query);
    let groups = query::groups(facts, &selection, &query);
    let words = Words::new(&query.words);
    Now { query, selection, groups, words }
}

/// Takes out of the address what must not stand there: a link that somebody sent may hold telling words.
pub(super) fn tidy_address(facts: &Facts, world: &dyn World, query: &Query) {
    if tells(facts, query) {
        world.write(facts, query, Step::Replace);
    }
}

/// Whether the search text is one that is kept out of the address.
pub(super) fn tells(facts: &Facts, query: &Query) -> bool {
    query::is_private(facts, &Query { words: query.words.clone(), ..Query::default() })
}
