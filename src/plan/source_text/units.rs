//! The sentences and bullets of the document, to count by.

use std::ops::Range;

use super::{Line, SourceText};

/// Words with a full stop of their own, after which no sentence ends.
const SHORT: [&str; 12] =
    ["e.g.", "i.e.", "inc.", "incl.", "etc.", "cf.", "approx.", "mr.", "mrs.", "dr.", "st.", "no."];

impl SourceText {
    /// Each bullet, and each sentence of all else but headings and furniture.
    ///
    /// A line that begins with a small letter goes on from the line above it; every other line begins anew, because a
    /// document's lists do not always have bullets.
    pub(super) fn units(&self) -> Vec<Range<usize>> {
        let mut units = Vec::new();
        let mut block: Option<(Range<usize>, bool)> = None;
        // A sentence may run across a page mark.
        for (at, line) in self.lines.iter().enumerate().filter(|(_, line)| !line.furniture) {
            let is_content = !line.text.is_empty() && !self.headings.contains(&Some(at));
            let range = self.starts[at]..self.starts[at] + line.text.chars().count();
            match &mut block {
                Some((before, _)) if is_content && goes_on(line) => before.end = range.end,
                _ => {
                    self.split(block.take(), &mut units);
                    block = is_content.then_some((range, line.bullet));
                }
            }
        }
        self.split(block, &mut units);
        units
    }

    /// Adds a bullet as one unit, or the sentences of a paragraph.
    fn split(&self, block: Option<(Range<usize>, bool)>, units: &mut Vec<Range<usize>>) {
        let Some((range, bullet)) = block else { return };
        let mut start = range.start;
        if !bullet {
            for at in range.clone() {
                if self.is_sentence_end(at, &range) {
                    units.push(start..at + 1);
                    start = at + 1;
                }
            }
        }
        if start < range.end {
            units.push(start..range.end);
        }
        units.retain(|unit| self.shown[unit.clone()].iter().any(|c| c.is_alphanumeric()));
    }

    /// Whether a sentence ends with this character: a stop or what closes after it, then a space and a fresh start.
    fn is_sentence_end(&self, at: usize, within: &Range<usize>) -> bool {
        let text = &self.shown[within.start..=at];
        let stop = text.iter().rposition(|c| !matches!(c, ')' | '"' | '”' | '\'' | '’'));
        let Some(stop) = stop.filter(|it| matches!(text[*it], '.' | '!' | '?')) else { return false };
        let next = |offset: usize| self.shown[within.clone()].get(at - within.start + offset).copied();
        let fresh = next(2).is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || "“‘\"'(".contains(c));
        if next(1) != Some(' ') || !fresh {
            return false;
        }
        let begin = text[..stop].iter().rposition(|c| *c == ' ').map_or(0, |it| it + 1);
        let word: String = text[begin..=stop].iter().flat_map(|c| c.to_lowercase()).collect();
        let initial = word.chars().count() == 2 && word.starts_with(char::is_alphabetic);
        !initial && !SHORT.contains(&word.trim_start_matches('('))
    }
}

fn goes_on(line: &Line) -> bool {
    !line.bullet && line.text.starts_with(char::is_lowercase)
}
