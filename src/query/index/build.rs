//! Building the index of a plan's words.

use super::{Holder, Index};
use crate::plan::{Entry, Origin, Plan, limits};
use crate::query::fold::{Gap, cut};
use crate::query::search::each_word;
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
    /// All words to be found, with joined spellings, and whether they are ours.
    found_by: Vec<(Word, bool)>,
    /// Its parts in order, with what stands before each.
    parts: Vec<(Word, Gap)>,
    /// Whether what is read now is ours, not the plan's, and how many parts were not.
    ours: bool,
    plans: usize,
}

/// An index being built.
struct Builder<'p> {
    plan: &'p Plan,
    known: BTreeMap<String, Word>,
    /// By [`Word`]: the entries that hold it.
    holders: Vec<Vec<Holder>>,
}

impl<'p> Builder<'p> {
    fn new(plan: &'p Plan) -> Self {
        Self { plan, known: BTreeMap::new(), holders: Vec::new() }
    }

    fn finish(mut self) -> Index {
        let plan = self.plan;
        self.read_names();
        let (terms, spellings) = self.terms();
        let mut texts: Vec<Text> = Vec::with_capacity(plan.entries.len());
        for entry in plan.entries.iter().take(limits::ENTRIES) {
            let mut text = self.own_text(entry);
            for term in terms_in(&text.parts, &spellings) {
                // What the letters stand for is the glossary's word, and so ours.
                text.found_by.extend(terms[term].iter().map(|it| (*it, true)));
            }
            texts.push(text);
        }
        let pairs = self.pairs();
        for (entry, text) in (0..=u32::from(u16::MAX)).zip(texts) {
            let pairs = pairs_in(&text.parts, &pairs).map(|(at, it)| (it, at >= text.plans));
            for (word, ours) in text.found_by.iter().copied().chain(pairs) {
                let holder = Holder(2 * entry + u32::from(ours));
                let holders = &mut self.holders[word as usize];
                match holders.last_mut() {
                    Some(last) if last.entry() == holder.entry() => *last = holder.min(*last),
                    _ => holders.push(holder),
                }
            }
        }
        self.pack()
    }

    /// The texts that are an entry's own: its words, its footnotes, and ours beside them.
    fn own_text(&mut self, entry: &Entry) -> Text {
        let plan = self.plan;
        let mut text = Text { ours: matches!(entry.origin, Origin::Elsewhere(_)), ..Text::default() };
        self.read(entry.words(), &mut text);
        for footnote in entry.footnotes.iter().filter_map(|it| plan.footnotes.get(it.index())) {
            self.read(&footnote.source.quote, &mut text);
        }
        text.plans = if text.ours { 0 } else { text.parts.len() };
        text.ours = true;
        self.read(entry.plain.as_deref().unwrap_or_default(), &mut text);
        self.read(entry.measure.as_ref().map_or("", |it| &it.name), &mut text);
        self.read(entry.strategy.as_ref().map_or("", |it| &it.name), &mut text);
        text
    }

    /// Reads the names of priorities, partners and wards: what one of them writes as one word may stand apart in another text.
    fn read_names(&mut self) {
        let plan = self.plan;
        let priorities = plan
            .priorities
            .iter()
            .flat_map(|it| [&it.name.quote, &it.short].into_iter().chain(it.aliases.iter().map(|it| &it.name)));
        let partners = plan
            .partners
            .iter()
            .flat_map(|it| [&it.name, &it.short].into_iter().chain(it.aliases.iter().map(|it| &it.name)));
        for name in priorities.chain(partners).chain(plan.wards.iter().map(|it| &it.name)) {
            self.read(name, &mut Text::default());
        }
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
                words.extend(text.found_by.into_iter().map(|it| it.0));
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

    /// Adds a text's words.
    fn read(&mut self, text: &str, into: &mut Text) {
        each_word(text, |letters, after| {
            let word = self.word(letters);
            into.found_by.push((word, into.ours));
            if let Some(after) = after {
                into.parts.push((word, after));
            }
        });
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

/// The words that pairs of a text make together, each with the place of its first part.
fn pairs_in(parts: &[(Word, Gap)], pairs: &[(Word, Word, Word)]) -> impl Iterator<Item = (usize, Word)> {
    parts.windows(2).enumerate().filter_map(|(place, two)| {
        let (first, second, after) = (two[0].0, two[1].0, two[1].1);
        let at = pairs.partition_point(|it| (it.0, it.1) < (first, second));
        let pair = pairs.get(at).filter(|it| after == Gap::Blank && (it.0, it.1) == (first, second));
        pair.map(|it| (place, it.2))
    })
}
