//! Which entries hold which words.
//!
//! Built natively (`build`) and part of the facts, so that the browser needs neither the texts nor the time. It holds what the entries
//! themselves say; what they belong to is in `lookup`.
//!
//! A compound is found by its parts and as one word, however the text spells it: `anti-social` by `anti`, `social` and
//! `antisocial`. Words with a blank between them are taken for a compound only where the first never stands alone, or where
//! some text of the plan writes the two as one; otherwise `asb` would find "as being".

use super::fold::cut;
use super::search::Spelling;
use super::stem;
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
    entries: Vec<Holder>,
    /// Where each word's entries end in `entries`.
    entry_ends: Vec<u32>,
}

/// An index as JSON has it.
#[derive(Serialize, Deserialize)]
struct Written {
    /// All words, with single blanks between them: no folded word holds one.
    words: String,
    /// For each word the entries that hold it, in ascending order.
    entries: Vec<Vec<Holder>>,
}

/// An entry that holds a word: twice its number, and one more where only words of ours beside the plan's hold it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Holder(u32);

impl Holder {
    /// The place of the entry in the plan's list.
    pub(super) fn entry(self) -> usize {
        (self.0 / 2) as usize
    }

    /// Whether only words of ours hold it.
    pub(super) fn is_ours(self) -> bool {
        self.0 % 2 == 1
    }
}

impl From<Index> for Written {
    fn from(index: Index) -> Self {
        let words: Vec<&str> = (0..index.ends.len()).map(|at| index.word(at)).collect();
        let entries = |at| index.held(at).to_vec();
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
    fn add(&mut self, word: &str, entries: &[Holder]) {
        self.letters.push_str(word);
        self.ends.push(end(self.letters.len()));
        self.entries.extend(entries);
        self.entry_ends.push(end(self.entries.len()));
    }

    /// The words that a spelling finds: those that begin with it, and its other forms.
    fn found(&self, spelling: &Spelling) -> impl Iterator<Item = usize> {
        let mut begins = self.with_beginning(&spelling.letters);
        let forms = self.with_beginning(stem::root(&spelling.stem));
        let mut forms = forms.filter(move |at| {
            let word = self.word(*at);
            !word.starts_with(&spelling.letters) && spelling.is_form_of(word)
        });
        std::iter::from_fn(move || begins.next().or_else(|| forms.next()))
    }

    /// The words with this beginning, which stand side by side.
    fn with_beginning(&self, beginning: &str) -> impl Iterator<Item = usize> + use<'_> {
        let beginning = beginning.to_owned();
        (self.first_from(&beginning)..self.ends.len()).take_while(move |at| self.word(*at).starts_with(&beginning))
    }

    /// The entries that hold a word which a spelling finds, some perhaps twice.
    pub(super) fn holders(&self, spelling: &Spelling) -> impl Iterator<Item = Holder> {
        self.found(spelling).flat_map(|at| self.held(at).iter().copied())
    }

    /// All words, each with how many entries hold it.
    pub(super) fn words(&self) -> impl Iterator<Item = (&str, usize)> {
        (0..self.ends.len()).map(|at| (self.word(at), self.held(at).len()))
    }

    /// The entries that hold the word at a place.
    fn held(&self, at: usize) -> &[Holder] {
        self.entries.get(start(&self.entry_ends, at)..start(&self.entry_ends, at + 1)).unwrap_or_default()
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
