//! The document's own text: tidied for comparing, with a way back to the lines of `source.txt`.
//!
//! Type marks (bold, link brackets, raised figures, bullets) and line breaks are dropped, so that a quote need not
//! repeat them. Furniture (contents page, page marks) is left out before anything is looked for, so that a quote may
//! run across a page mark. Places are counted in characters of what remains: that is [`Source::at`](super::Source::at).

mod cover;
mod units;

use std::ops::Range;

use super::load::words::{collapse, fold, folded, places};

pub(crate) use cover::Cover;
pub use cover::{Covered, Tally};

/// One line of the document.
#[derive(Clone, Debug)]
struct Line {
    /// Its number in the file, counted from one.
    number: usize,
    /// Its words, tidied.
    text: String,
    /// Whether it is an item of a list.
    bullet: bool,
    /// Whether it is no content.
    furniture: bool,
    /// The marks of footnotes on it: `*`, and raised figures as plain ones.
    marks: String,
}

/// The lines of the document, while furniture is being left out.
#[derive(Clone, Debug, Default)]
pub(crate) struct SourceLines(Vec<Line>);

impl SourceLines {
    pub(crate) fn new(text: &str) -> Self {
        let line = |(at, line): (usize, &str)| Line {
            number: at + 1,
            text: tidy(line),
            bullet: bullet(line).is_some(),
            furniture: false,
            marks: footnote_marks(line),
        };
        Self(text.lines().enumerate().map(line).collect())
    }

    /// Leaves out every line that has just these words; tells whether there was one.
    pub(crate) fn leave_out(&mut self, text: &str) -> bool {
        let text = folded(&tidy(text));
        let mut any = false;
        for line in self.0.iter_mut().filter(|it| folded(&it.text) == text) {
            line.furniture = true;
            any = true;
        }
        any
    }

    /// Leaves out the lines from one that has just these words to the next that has just those, both included; names
    /// the end that was not found.
    pub(crate) fn leave_out_between(&mut self, from: &str, to: &str) -> Result<(), &'static str> {
        let find = |text: &str, after: usize| {
            let text = folded(&tidy(text));
            self.0.iter().skip(after).position(|it| folded(&it.text) == text).map(|at| at + after)
        };
        let first = find(from, 0).ok_or("from")?;
        let last = find(to, first).ok_or("to")?;
        self.0[first..=last].iter_mut().for_each(|it| it.furniture = true);
        Ok(())
    }
}

/// Why a heading was not found where it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum HeadingTrouble {
    /// No line has it.
    Nowhere,
    /// It is a piece of this line only.
    PartOf(usize, String),
    /// It stands on this line, before the heading of the section before it.
    TooEarly(usize),
    /// It stands on this line, which is listed as furniture.
    Furniture(usize),
}

/// In which part of the document to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Before the first section.
    Front,
    /// In one section, its heading included.
    Section(usize),
    /// In all of it.
    Anywhere,
}

/// Where a quote was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Lookup {
    /// Where it should be.
    Here(Range<usize>),
    /// Where it should be or elsewhere, but in other capital or small letters: these.
    OtherCase(Range<usize>),
    /// In another part.
    Elsewhere(Scope, Range<usize>),
    /// Nowhere; some of its first words may be somewhere.
    Nowhere(Option<BreakOff>),
}

/// The place up to which a quote agrees with the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BreakOff {
    /// The line of the document on which they part.
    pub(crate) line: usize,
    /// The last words in which they agree.
    pub(crate) agreed: String,
    /// How the document goes on.
    pub(crate) document: String,
    /// How the quote goes on.
    pub(crate) quote: String,
    /// About what the quote is meant to take in.
    pub(crate) range: Range<usize>,
}

/// The tidied text of the document, without its furniture.
#[derive(Clone, Debug, Default)]
pub(crate) struct SourceText {
    lines: Vec<Line>,
    /// What is left of the document, as it prints.
    shown: Vec<char>,
    /// The same characters as they are compared.
    folded: Vec<char>,
    /// Where each of `lines` begins in `shown`.
    starts: Vec<usize>,
    /// The line, as a place in `lines`, on which each section's heading was found.
    headings: Vec<Option<usize>>,
}

impl SourceText {
    pub(crate) fn new(lines: SourceLines) -> Self {
        let mut text = Self { lines: lines.0, ..Self::default() };
        for line in &text.lines {
            if !line.furniture && !line.text.is_empty() && !text.shown.is_empty() {
                text.shown.push(' ');
            }
            text.starts.push(text.shown.len());
            if !line.furniture {
                text.shown.extend(line.text.chars());
            }
        }
        text.folded = text.shown.iter().copied().map(fold).collect();
        text
    }

    /// Whether there is nothing in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// Looks for the headings, in order, each as a whole line after the one before. Tells for each where it begins, or
    /// what is wrong.
    pub(crate) fn place_headings(&mut self, headings: &[String]) -> Vec<Result<usize, HeadingTrouble>> {
        let mut after = 0;
        self.headings.clear();
        let mut results = Vec::new();
        for heading in headings {
            let found = self.find_heading(heading, after);
            if let Ok(line) = found {
                after = line + 1;
            }
            self.headings.push(found.as_ref().ok().copied());
            results.push(found.map(|line| self.starts[line]));
        }
        results
    }

    fn find_heading(&self, heading: &str, after: usize) -> Result<usize, HeadingTrouble> {
        let wanted = folded(&tidy(heading));
        let is_it = |line: &Line| !wanted.is_empty() && folded(&line.text) == wanted;
        if let Some(at) = self.lines.iter().skip(after).position(|it| !it.furniture && is_it(it)) {
            return Ok(after + at);
        }
        if let Some(line) = self.lines.iter().find(|it| is_it(it)) {
            let trouble = if line.furniture { HeadingTrouble::Furniture } else { HeadingTrouble::TooEarly };
            return Err(trouble(line.number));
        }
        let holds_it = |line: &&Line| !line.furniture && places(&wanted, &folded(&line.text)).next().is_some();
        let part = self.lines.iter().skip(after).find(holds_it);
        Err(part.map_or(HeadingTrouble::Nowhere, |it| HeadingTrouble::PartOf(it.number, it.text.clone())))
    }

    /// Whether the heading of a section bears this mark of a footnote.
    pub(crate) fn is_marked(&self, section: usize, mark: &str) -> bool {
        let line = self.headings.get(section).copied().flatten();
        line.is_some_and(|it| !mark.is_empty() && self.lines[it].marks.split(' ').any(|it| it == mark))
    }

    /// The whole lines of the document that are content, for naming the one that was meant.
    pub(crate) fn line_texts(&self) -> impl Iterator<Item = &str> {
        self.lines.iter().filter(|it| !it.furniture && !it.text.is_empty()).map(|it| it.text.as_str())
    }

    /// The part of the document that a scope stands for; all of it for a section whose heading was not found.
    fn range(&self, scope: Scope) -> Range<usize> {
        let end = self.shown.len();
        let start_of = |line: Option<usize>| line.map_or(end, |it| self.starts[it]);
        match scope {
            Scope::Anywhere => 0..end,
            Scope::Front => 0..start_of(self.headings.iter().flatten().next().copied()),
            Scope::Section(section) => match self.headings.get(section) {
                Some(Some(line)) => {
                    self.starts[*line]..start_of(self.headings[section + 1..].iter().flatten().next().copied())
                }
                _ => 0..end,
            },
        }
    }

    /// The part of the document in which a place lies.
    pub(crate) fn scope_at(&self, at: usize) -> Scope {
        let begun = |(section, line): (usize, &Option<usize>)| {
            line.is_some_and(|it| self.starts[it] <= at).then_some(Scope::Section(section))
        };
        self.headings.iter().enumerate().filter_map(begun).next_back().unwrap_or(Scope::Front)
    }

    /// Looks for a quote.
    pub(crate) fn look_up(&self, quote: &str, scope: Scope) -> Lookup {
        let wanted = folded(&tidy(quote));
        let range = self.range(scope);
        if let Some(found) = self.occurrences(&wanted, range).next() {
            return Lookup::Here(found);
        }
        if let Some(found) = self.occurrences(&wanted, 0..self.shown.len()).next() {
            return Lookup::Elsewhere(self.scope_at(found.start), found);
        }
        // One character for one, so that places stay the same.
        let lower = |text: &[char]| text.iter().map(|c| c.to_lowercase().next().unwrap_or(*c)).collect::<Vec<_>>();
        if let Some(at) = places(&lower(&wanted), &lower(&self.folded)).next() {
            return Lookup::OtherCase(at..at + wanted.len());
        }
        Lookup::Nowhere(self.break_off(&wanted))
    }

    /// Every place at which a quote stands in this part of the document.
    pub(crate) fn every_place(&self, quote: &str, scope: Scope) -> Vec<Range<usize>> {
        self.occurrences(&folded(&tidy(quote)), self.range(scope)).collect()
    }

    fn occurrences<'a>(&'a self, wanted: &'a [char], range: Range<usize>) -> impl Iterator<Item = Range<usize>> + 'a {
        let start = range.start;
        places(wanted, &self.folded[range]).map(move |at| start + at..start + at + wanted.len())
    }

    /// The words of the document in this range, as it prints them.
    pub(crate) fn shown(&self, range: Range<usize>) -> String {
        self.shown[range].iter().collect()
    }

    /// The line of the file on which this place lies.
    pub(crate) fn line_at(&self, at: usize) -> usize {
        let next = self.starts.partition_point(|it| *it <= at);
        // Furniture and blank lines begin where the line after them begins.
        self.lines[..next].iter().rev().find(|it| !it.furniture && !it.text.is_empty()).map_or(1, |it| it.number)
    }

    /// Where most of the quote's first words agree with the document, if two of them do.
    fn break_off(&self, quote: &[char]) -> Option<BreakOff> {
        const SHOWN: usize = 6;
        let quote = words(quote, 0..quote.len());
        let text = words(&self.folded, 0..self.folded.len());
        let agreed = |at: usize| quote.iter().zip(&text[at..]).take_while(|((_, a), (_, b))| a == b).count();
        // The first of the longest.
        let (at, count) = (0..text.len()).map(|at| (at, agreed(at))).rev().max_by_key(|(_, count)| *count)?;
        if count < 2 {
            return None;
        }
        let say = |list: &[(Range<usize>, &[char])]| match (list.first(), list.last()) {
            (Some((first, _)), Some((last, _))) => self.shown(first.start..last.end),
            _ => String::from("(the end of the document)"),
        };
        let rest = &quote[count..quote.len().min(count + SHOWN)];
        let next = &text[at + count..text.len().min(at + count + SHOWN)];
        let last = text.len().min(at + quote.len()) - 1;
        Some(BreakOff {
            line: self.line_at(next.first().map_or(self.folded.len() - 1, |(range, _)| range.start)),
            agreed: say(&text[at + count.saturating_sub(SHOWN)..at + count]),
            document: say(next),
            quote: rest.iter().map(|(_, it)| it.iter().collect::<String>()).collect::<Vec<_>>().join(" "),
            range: text[at].0.start..text[last].0.end,
        })
    }
}

/// The words between white space, each with its place.
fn words(text: &[char], within: Range<usize>) -> Vec<(Range<usize>, &[char])> {
    let mut list = Vec::new();
    let mut start = within.start;
    for at in within.start..=within.end {
        if at == within.end || text[at] == ' ' {
            if start < at {
                list.push((start..at, &text[start..at]));
            }
            start = at + 1;
        }
    }
    list
}

/// What follows the bullet, where the line has one.
fn bullet(line: &str) -> Option<&str> {
    let line = line.trim_start();
    ["- ", "• ", "· "].iter().find_map(|mark| line.strip_prefix(mark))
}

/// A text without its type marks, and with single spaces for line breaks and other white space.
pub(crate) fn tidy(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| without_marks(bullet(line).unwrap_or(line))).collect();
    collapse(&lines.join(" "))
}

fn without_marks(line: &str) -> String {
    let mut tidied = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(open) = rest.find('[') {
        let (before, from_open) = rest.split_at(open);
        tidied.push_str(before);
        if let Some((words, after)) = link(from_open) {
            tidied.push_str(words);
            rest = after;
        } else {
            tidied.push('[');
            rest = &from_open[1..];
        }
    }
    tidied.push_str(rest);
    tidied.retain(|c| !is_mark(c));
    tidied
}

/// The words of a link `[words](address)` at the start of the text, and what comes after it.
fn link(text: &str) -> Option<(&str, &str)> {
    let (words, rest) = text.strip_prefix('[')?.split_once("](")?;
    let (_, after) = rest.split_once(')')?;
    (!words.contains('[')).then_some((words, after))
}

/// The marks of footnotes on a line, with spaces between them. Two asterisks are bold and mark nothing.
fn footnote_marks(line: &str) -> String {
    let raised = |c: char| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().zip('0'..='9').find_map(|(it, digit)| (it == c).then_some(digit));
    let mark = |c: char| if c == '*' { ' ' } else { raised(c).unwrap_or(' ') };
    let plain = line.replace("**", "");
    let asterisk = if plain.contains('*') { "* " } else { "" };
    asterisk.to_owned() + &collapse(&plain.chars().map(mark).collect::<String>())
}

fn is_mark(c: char) -> bool {
    // Bold and notes, raised figures, and characters of no width.
    matches!(c, '*' | '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}')
}

#[cfg(test)]
mod tests;
