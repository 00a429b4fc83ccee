//! Whether every word of the document has its place: which words are quoted by some record.

use std::ops::Range;

use super::{Scope, SourceText, words};

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many are covered.
    pub covered: usize,
    /// How many there are.
    pub of: usize,
}

impl Tally {
    fn add(&mut self, covered: bool) {
        self.of += 1;
        self.covered += usize::from(covered);
    }
}

/// How much of the document's text, furniture left out, is quoted by some record or is a heading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Covered {
    /// Sentences and bullets, headings not counted.
    pub units: Tally,
    /// Words.
    pub words: Tally,
}

/// Words that stand together and are quoted by no record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// The line of the file on which they begin.
    pub(crate) line: usize,
    /// The words.
    pub(crate) text: String,
    /// The part of the document in which they stand.
    pub(crate) scope: Scope,
}

/// The characters of the document that are quoted by some record.
#[derive(Clone, Debug)]
pub(crate) struct Cover(Vec<bool>);

impl Cover {
    /// Nothing is quoted yet; headings have their place from the start.
    pub(crate) fn new(text: &SourceText) -> Self {
        let mut cover = Self(vec![false; text.shown.len()]);
        for line in text.headings.iter().flatten() {
            let start = text.starts[*line];
            cover.add(start..start + text.lines[*line].text.chars().count());
        }
        cover
    }

    /// Notes that these characters are quoted.
    pub(crate) fn add(&mut self, range: Range<usize>) {
        self.0[range].fill(true);
    }

    /// Whether all that can be read of a word is quoted: its brackets and full stop need not be.
    fn has(&self, text: &SourceText, word: Range<usize>) -> bool {
        word.into_iter().all(|at| self.0[at] || !text.shown[at].is_alphanumeric())
    }

    /// How much of the document is quoted.
    pub(crate) fn count(&self, text: &SourceText) -> Covered {
        let mut covered = Covered::default();
        for (word, _) in readable_words(text, 0..text.shown.len()) {
            covered.words.add(self.has(text, word));
        }
        for unit in text.units() {
            covered.units.add(readable_words(text, unit).into_iter().all(|(word, _)| self.has(text, word)));
        }
        covered
    }

    /// What is quoted by no record, line by line.
    pub(crate) fn bare(&self, text: &SourceText) -> Vec<Stretch> {
        let mut list: Vec<(usize, Range<usize>)> = Vec::new();
        let mut joins = false;
        for (word, _) in readable_words(text, 0..text.shown.len()) {
            if self.has(text, word.clone()) {
                joins = false;
                continue;
            }
            let line = text.line_at(word.start);
            match list.last_mut() {
                Some((same, stretch)) if joins && *same == line => stretch.end = word.end,
                _ => list.push((line, word)),
            }
            joins = true;
        }
        list.into_iter()
            .map(|(line, range)| Stretch { line, scope: text.scope_at(range.start), text: text.shown(range) })
            .collect()
    }
}

/// The words that have a letter or a digit.
fn readable_words(text: &SourceText, within: Range<usize>) -> Vec<(Range<usize>, &[char])> {
    let mut list = words(&text.shown, within);
    list.retain(|(_, word)| word.iter().any(|c| c.is_alphanumeric()));
    list
}
