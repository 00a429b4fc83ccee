//! Building the index of a plan's words.

use super::Index;
use crate::plan::{Alias, Coverage, Entry, Plan, limits};
use crate::query::fold::{Gap, Parts, cut};
use crate::query::search::is_bound;
use std::collections::BTreeMap;

/// The index of a plan's entries.
pub(in crate::query) fn index(plan: &Plan) -> Index {
    Builder::new(plan).finish()
}

/// A word while the index is built: its place in the order in which words were first met.
type Word = u32;

/// A name or term as a run of words.
struct Spelling {
    words: Vec<Word>,
    term: usize,
}

/// The words of a text: for finding, and in their order.
#[derive(Default)]
struct Text {
    /// All words to be found, with joined spellings.
    found_by: Vec<Word>,
    /// Its parts in order, with what stands before each.
    parts: Vec<(Word, Gap)>,
}

/// An index being built.
struct Builder<'p> {
    plan: &'p Plan,
    known: BTreeMap<String, Word>,
    /// By [`Word`]: the entries that hold it.
    holders: Vec<Vec<u16>>,
    buffer: String,
}

impl<'p> Builder<'p> {
    fn new(plan: &'p Plan) -> Self {
        Self { plan, known: BTreeMap::new(), holders: Vec::new(), buffer: String::new() }
    }

    fn finish(mut self) -> Index {
        let plan = self.plan;
        let priorities: Vec<Vec<Word>> = plan
            .priorities
            .iter()
            .map(|it| self.names([it.name.quote.as_str(), it.short.as_str()], &it.aliases))
            .collect();
        let partners: Vec<Vec<Word>> =
            plan.partners.iter().map(|it| self.names([it.name.as_str(), it.short.as_str()], &it.aliases)).collect();
        let wards: Vec<Vec<Word>> = plan.wards.iter().map(|it| self.names([it.name.as_str(), ""], &[])).collect();
        let (terms, spellings) = self.terms();
        let mut texts: Vec<Text> = Vec::with_capacity(plan.entries.len());
        for entry in plan.entries.iter().take(limits::ENTRIES) {
            let mut text = self.own_text(entry);
            let found_by = &mut text.found_by;
            let named = entry.priorities.iter().filter_map(|it| priorities.get(it.index()));
            let parts = entry.partners.iter().filter_map(|it| partners.get(it.partner.index()));
            for words in named.chain(parts) {
                found_by.extend(words);
            }
            if let Coverage::Wards(ids) = &entry.coverage {
                for words in ids.iter().filter_map(|it| wards.get(it.index())) {
                    found_by.extend(words);
                }
            }
            for term in terms_in(&text.parts, &spellings) {
                text.found_by.extend(&terms[term]);
            }
            texts.push(text);
        }
        let pairs = self.pairs();
        for (entry, text) in (0..=u16::MAX).zip(texts) {
            for word in text.found_by.iter().copied().chain(pairs_in(&text.parts, &pairs)) {
                let holders = &mut self.holders[word as usize];
                if holders.last() != Some(&entry) {
                    holders.push(entry);
                }
            }
        }
        self.pack()
    }

    /// The texts that are an entry's own: its words, ours, its footnotes, its name.
    fn own_text(&mut self, entry: &Entry) -> Text {
        let plan = self.plan;
        let mut text = Text::default();
        self.read(entry.words(), &mut text);
        self.read(entry.plain.as_deref().unwrap_or_default(), &mut text);
        for footnote in entry.footnotes.iter().filter_map(|it| plan.footnotes.get(it.index())) {
            self.read(&footnote.source.quote, &mut text);
        }
        self.read(entry.measure.as_ref().map_or("", |it| &it.name), &mut text);
        self.read(entry.strategy.as_ref().map_or("", |it| &it.name), &mut text);
        text
    }

    /// The words by which any of these names is found.
    fn names(&mut self, names: [&str; 2], aliases: &[Alias]) -> Vec<Word> {
        let mut text = Text::default();
        for name in names.into_iter().chain(aliases.iter().map(|it| it.name.as_str())) {
            self.read(name, &mut text);
        }
        text.found_by
    }

    /// The glossary: by term, the words by which it is found; and every way in which a text may name it.
    fn terms(&mut self) -> (Vec<Vec<Word>>, Vec<Spelling>) {
        let mut found_by = Vec::new();
        let mut spellings = Vec::new();
        for (at, term) in self.plan.glossary.iter().enumerate() {
            let names = [Some(&term.term), term.stands_for.as_ref()].into_iter().flatten().chain(&term.also);
            let mut words = Vec::new();
            for name in names {
                let mut text = Text::default();
                self.read(name, &mut text);
                words.extend(text.found_by);
                // A text that says `PSPOs` names the term as well.
                let mut several = Text::default();
                self.read(&[name.as_str(), "s"].concat(), &mut several);
                for parts in [text.parts, several.parts] {
                    let words: Vec<Word> = parts.into_iter().map(|(word, _)| word).collect();
                    if let Some(first) = words.first() {
                        let place = spellings.partition_point(|it: &Spelling| it.words[0] <= *first);
                        spellings.insert(place, Spelling { words, term: at });
                    }
                }
            }
            found_by.push(words);
        }
        (found_by, spellings)
    }

    /// Adds a text's words. A compound is found by its parts and as one word.
    fn read(&mut self, text: &str, into: &mut Text) {
        let mut part = std::mem::take(&mut self.buffer);
        let mut parts = Parts::new(text);
        let mut compound = String::new();
        let mut before_is_bound = false;
        while let Some(place) = parts.next(&mut part) {
            let joins = place.after == Gap::Hyphen || (before_is_bound && place.after == Gap::Blank);
            if !joins {
                compound.clear();
            }
            compound.push_str(&part);
            before_is_bound = is_bound(&part);
            let word = self.word(&part);
            into.parts.push((word, place.after));
            into.found_by.push(word);
            if joins {
                let word = self.word(&compound);
                into.found_by.push(word);
            }
        }
        self.buffer = part;
    }

    fn word(&mut self, letters: &str) -> Word {
        if let Some(word) = self.known.get(letters) {
            return *word;
        }
        let word = Word::try_from(self.holders.len()).unwrap_or(Word::MAX);
        self.known.insert(letters.to_owned(), word);
        self.holders.push(Vec::new());
        word
    }

    /// Pairs of words that some text of the plan writes as one: where `hotspots` or `hot-spots` is known, `hot spot` is found
    /// by `hotspot` too. In the order of the first two.
    fn pairs(&mut self) -> Vec<(Word, Word, Word)> {
        let mut spelt: Vec<(Word, Word, String)> = Vec::new();
        // The known words with which the word at hand begins: in alphabetical order they are a pile to put on and take off.
        let mut beginnings: Vec<(&str, Word)> = Vec::new();
        for (letters, word) in &self.known {
            while beginnings.pop_if(|it| !letters.starts_with(it.0)).is_some() {}
            for (first, first_word) in &beginnings {
                let second = cut(letters, first.len()..);
                if first.len() < 2 || second.len() < 2 {
                    continue;
                }
                // One and several: with and without an `s`.
                let several = [second, "s"].concat();
                for second in [Some(second), Some(several.as_str()), second.strip_suffix('s')].into_iter().flatten() {
                    if let Some(word) = self.known.get(second).filter(|_| second.len() > 1) {
                        spelt.push((*first_word, *word, [*first, second].concat()));
                    }
                }
            }
            beginnings.push((letters.as_str(), *word));
        }
        let mut pairs = Vec::new();
        for (first, second, both) in spelt {
            let pair = (first, second, self.word(&both));
            let at = pairs.partition_point(|it| *it < pair);
            pairs.insert(at, pair);
        }
        pairs
    }

    fn pack(self) -> Index {
        let mut index = Index::default();
        for (letters, word) in &self.known {
            let holders = &self.holders[*word as usize];
            if !holders.is_empty() {
                index.add(letters, holders);
            }
        }
        index
    }
}

/// The terms that a text names, some perhaps twice.
fn terms_in(parts: &[(Word, Gap)], spellings: &[Spelling]) -> Vec<usize> {
    let mut terms = Vec::new();
    for (at, (word, _)) in parts.iter().enumerate() {
        let from = spellings.partition_point(|it| it.words[0] < *word);
        for spelling in spellings[from..].iter().take_while(|it| it.words[0] == *word) {
            let here = parts[at..].iter().map(|(word, _)| word);
            if parts.len() - at >= spelling.words.len() && spelling.words.iter().zip(here).all(|(a, b)| a == b) {
                terms.push(spelling.term);
            }
        }
    }
    terms
}

/// The words that pairs of a text make together.
fn pairs_in(parts: &[(Word, Gap)], pairs: &[(Word, Word, Word)]) -> impl Iterator<Item = Word> {
    parts.windows(2).filter_map(|two| {
        let (first, second, after) = (two[0].0, two[1].0, two[1].1);
        let at = pairs.partition_point(|it| (it.0, it.1) < (first, second));
        pairs.get(at).filter(|it| after == Gap::Blank && (it.0, it.1) == (first, second)).map(|it| it.2)
    })
}
