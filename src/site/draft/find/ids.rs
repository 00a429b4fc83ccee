//! Ids that are taken, and those that must not give their subject away.

use std::collections::BTreeSet;

use super::super::words::{key, slug};

/// Gives each record an id of its own.
#[derive(Clone, Debug, Default)]
pub(in crate::site::draft) struct Ids {
    taken: BTreeSet<String>,
    /// Those that records of an earlier edition had and that stay with them.
    claimed: BTreeSet<String>,
    /// Beginnings of words that tell of a sensitive subject.
    private: Vec<String>,
}

impl Ids {
    pub(in crate::site::draft) fn keep_private(&mut self, words: impl IntoIterator<Item = String>) {
        self.private.extend(words);
    }

    /// Whether words tell of a sensitive subject.
    pub(in crate::site::draft) fn tells(&self, text: &str) -> bool {
        let key = key(text);
        key.split(' ').any(|word| self.private.iter().any(|it| word.starts_with(it.as_str())))
    }

    /// Takes an id that the record had before, where no other record has taken it over yet.
    pub(in crate::site::draft) fn claim(&mut self, id: &str) -> Option<String> {
        self.taken.insert(id.to_owned());
        self.claimed.insert(id.to_owned()).then(|| id.to_owned())
    }

    /// Takes this id, or the next like it that is free.
    pub(in crate::site::draft) fn take(&mut self, id: &str) -> String {
        let id = id.trim_matches('-');
        let id = if id.is_empty() { "record" } else { id };
        let mut candidate = id.to_owned();
        let mut number = 1;
        while !self.taken.insert(candidate.clone()) {
            number += 1;
            candidate = format!("{id}-{number}");
        }
        candidate
    }

    /// The next number behind a prefix that is free.
    pub(in crate::site::draft) fn number(&mut self, prefix: &str) -> String {
        let id =
            (1..=usize::MAX).map(|it| format!("{prefix}-{it}")).find(|it| !self.taken.contains(it)).unwrap_or_default();
        self.take(&id)
    }

    /// An id made of the first words of a text; a number where those words must not stand in an address.
    pub(in crate::site::draft) fn of(&mut self, prefix: &str, text: &str, most: usize) -> String {
        if self.tells(text) {
            return self.number(if prefix.is_empty() { "record" } else { prefix });
        }
        let words = slug(text, most);
        let id = match (prefix.is_empty(), words.is_empty()) {
            (true, _) => words,
            (false, true) => prefix.to_owned(),
            (false, false) => [prefix, "-", &words].concat(),
        };
        let end = id.char_indices().nth(34).map_or(id.len(), |(at, _)| at);
        let cut = if end < id.len() { id[..end].rsplit_once('-').map_or(&id[..end], |(it, _)| it) } else { &id };
        self.take(cut)
    }
}
