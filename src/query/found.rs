//! What a search found, told apart: in the plan's words, in ours, by what it belongs to, and whom one can contact.

use super::facet::{Choice, Query};
use super::lookup::Lookup;
use super::search::Words;
use crate::plan::{ContactId, EntryId};

/// See the module.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// How many entries hold every word in the plan's own words.
    pub in_plan: usize,
    /// How many others hold them in ours beside the plan's.
    pub in_ours: usize,
    /// How many others only belong to something whose name holds a word.
    pub belonging: usize,
    /// What those belong to, with the name that holds the words.
    pub belongs: Vec<Belongs>,
    /// Everyday words that were typed.
    pub everyday: Vec<Meaning>,
    /// Whom one can contact.
    pub help: Vec<ContactId>,
    /// Where nothing was found: the text without its typing error, and how many entries it finds.
    pub meant: Option<(String, usize)>,
}

/// What entries belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Belongs {
    /// A priority, a partner or a ward.
    pub choice: Choice,
    /// Its name that holds words which were typed.
    pub name: String,
    /// Whether that is a name of ours.
    pub ours: bool,
}

/// Everyday words, which are ours, and what the plan says for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// What people say.
    pub says: String,
    /// What the plan says, word for word.
    pub means: Vec<String>,
    /// Whether the plan says nothing about it, and nobody is named whom one could contact.
    pub nothing: bool,
}

impl Found {
    /// Whether it is nothing at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.in_plan + self.in_ours + self.belonging == 0 && self.help.is_empty()
    }
}

/// What the words of a query found of the entries that it selects, and beside them.
pub(super) fn told_apart(lookup: &Lookup, query: &Query, entries: &[EntryId]) -> Option<Found> {
    let words = Words::new(&query.words);
    let hits = lookup.find(&words)?;
    let mut found = Found { help: lookup.help(&words), ..Found::default() };
    let mut belonging = lookup.no_entries();
    for at in entries.iter().map(|it| it.index()) {
        if hits.plan.contains(at) {
            found.in_plan += 1;
        } else if hits.ours.contains(at) {
            found.in_ours += 1;
        } else {
            found.belonging += 1;
            belonging.insert(at);
        }
    }
    let belongs = lookup.belongs(&words, &belonging).into_iter();
    let belongs = belongs.map(|(choice, it)| Belongs { choice: choice.clone(), name: it.text.clone(), ours: it.ours });
    found.belongs = belongs.collect();
    for said in lookup.said(&words) {
        let facts = said.facts();
        for choice in facts.priorities.iter().map(|it| Choice::Priority(*it)) {
            if found.belonging > 0 && found.belongs.iter().all(|it| it.choice != choice) {
                found.belongs.push(Belongs { choice, name: said.says.to_owned(), ours: true });
            }
        }
        let nothing = facts.means.is_empty() && facts.priorities.is_empty() && facts.contacts.is_empty();
        if nothing || !facts.means.is_empty() {
            found.everyday.push(Meaning { says: said.says.to_owned(), means: facts.means.clone(), nothing });
        }
    }
    Some(found)
}
