//! Which entries hold which words.
//!
//! Built natively (`build`) and part of the facts, so that the browser needs neither the texts nor the time.
//!
//! A compound is found by its parts and as one word, however the text spells it: `anti-social` by `anti`, `social` and
//! `antisocial`. Words with a blank between them are taken for a compound only where the first never stands alone, or where
//! some text of the plan writes the two as one; otherwise `asb` would find "as being".

use super::bits::Entries;
use super::fold::cut;
use super::search::Words;
use serde::{Deserialize, Serialize};

#[cfg(not(target_arch = "wasm32"))]
pub(super) mod build;

/// The folded words of all entries in alphabetical order, each with the entries that hold it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Written", try_from = "Written")]
pub(super) struct Index {
    /// All words, end to end.
    letters: String,
    /// Where each word ends in `letters`.
    ends: Vec<u32>,
    /// The entries of all words, end to end.
    entries: Vec<u16>,
    /// Where each word's entries end in `entries`.
    entry_ends: Vec<u32>,
}

/// An index as JSON has it.
#[derive(Serialize, Deserialize)]
struct Written {
    /// All words, with single blanks between them: no folded word holds one.
    words: String,
    /// For each word the entries that hold it, in ascending order.
    entries: Vec<Vec<u16>>,
}

impl From<Index> for Written {
    fn from(index: Index) -> Self {
        let words: Vec<&str> = (0..index.ends.len()).map(|at| index.word(at)).collect();
        let entries = |at| index.entries[start(&index.entry_ends, at)..start(&index.entry_ends, at + 1)].to_vec();
        Self { words: words.join(" "), entries: (0..words.len()).map(entries).collect() }
    }
}

impl TryFrom<Written> for Index {
    type Error = &'static str;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        let mut index = Self::default();
        let mut words = written.words.split(' ').filter(|it| !it.is_empty());
        for entries in &written.entries {
            index.add(words.next().ok_or("entries without a word")?, entries);
        }
        if words.next().is_some() { Err("a word without entries") } else { Ok(index) }
    }
}

impl Index {
    /// Adds the word that comes next in alphabetical order, with the entries that hold it.
    fn add(&mut self, word: &str, entries: &[u16]) {
        self.letters.push_str(word);
        self.ends.push(end(self.letters.len()));
        self.entries.extend(entries);
        self.entry_ends.push(end(self.entries.len()));
    }

    /// The entries that hold every word, or nothing where there is no word to search for.
    ///
    /// `size` is the number of entries that there are.
    pub(super) fn find(&self, words: &Words, size: usize) -> Option<Entries> {
        let mut found: Option<Entries> = None;
        for spellings in words.spellings() {
            let mut holders = Entries::none(size);
            for spelling in spellings {
                self.put_holders(spelling, &mut holders);
            }
            match &mut found {
                Some(found) => found.retain(&holders),
                None => found = Some(holders),
            }
        }
        found
    }

    /// Adds the entries that hold a word with this beginning.
    fn put_holders(&self, beginning: &str, holders: &mut Entries) {
        let first = self.first_from(beginning);
        let mut last = first;
        while last < self.ends.len() && self.word(last).starts_with(beginning) {
            last += 1;
        }
        // The words with one beginning stand side by side, and so do their entries.
        for entry in &self.entries[start(&self.entry_ends, first)..start(&self.entry_ends, last)] {
            holders.insert(usize::from(*entry));
        }
    }

    /// The place of the first word that is not before `beginning`.
    fn first_from(&self, beginning: &str) -> usize {
        let (mut low, mut high) = (0, self.ends.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.word(middle) < beginning {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    fn word(&self, at: usize) -> &str {
        cut(&self.letters, start(&self.ends, at)..start(&self.ends, at + 1))
    }
}

/// Where the item at a place starts: where the one before it ends.
fn start(ends: &[u32], at: usize) -> usize {
    at.checked_sub(1).and_then(|before| ends.get(before)).map_or(0, |end| *end as usize)
}

fn end(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}
