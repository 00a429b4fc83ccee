//! Comparing words, and making ids of them.

use regex::{Captures, Match, Regex};

use crate::plan::Slug;
use crate::plan::load::words::{bare, fold};
use crate::plan::source_text::tidy;

/// A pattern of our own, as the files beside this one have them.
#[derive(Clone, Debug)]
pub(super) struct Pattern(Option<Regex>);

/// Reads a pattern. One that is broken finds nothing, and fails every test that comes by.
pub(super) fn pattern(text: &str) -> Pattern {
    let read = Regex::new(text);
    debug_assert!(read.is_ok(), "{read:?}");
    Pattern(read.ok())
}

impl Pattern {
    pub(super) fn is_match(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    pub(super) fn find<'a>(&self, text: &'a str) -> Option<Match<'a>> {
        self.0.as_ref()?.find(text)
    }

    pub(super) fn find_iter<'a>(&self, text: &'a str) -> impl Iterator<Item = Match<'a>> {
        self.0.iter().flat_map(move |it| it.find_iter(text))
    }

    pub(super) fn captures<'a>(&self, text: &'a str) -> Option<Captures<'a>> {
        self.0.as_ref()?.captures(text)
    }

    pub(super) fn captures_iter<'a>(&self, text: &'a str) -> impl Iterator<Item = Captures<'a>> {
        self.0.iter().flat_map(move |it| it.captures_iter(text))
    }
}

/// A text as it is compared: without type marks, typography or capital letters.
pub(super) fn key(text: &str) -> String {
    bare(&tidy(text)).replace(" s ", " ")
}

/// Words that say nothing about what a text is about.
const SMALL: [&str; 38] = [
    "a",
    "an",
    "and",
    "the",
    "of",
    "for",
    "to",
    "in",
    "on",
    "at",
    "by",
    "with",
    "from",
    "as",
    "is",
    "are",
    "be",
    "was",
    "were",
    "our",
    "we",
    "will",
    "inc",
    "including",
    "new",
    "or",
    "its",
    "it",
    "this",
    "that",
    "their",
    "through",
    "into",
    "all",
    "has",
    "have",
    "priority",
    "priorities",
];

/// The beginnings of the words that matter, so that forms of a word are the same.
pub(super) fn roots(text: &str) -> Vec<String> {
    let key = key(text);
    let words = key.split(' ').filter(|it| !it.is_empty() && !SMALL.contains(it));
    words.map(|it| it.chars().take(5).collect()).collect()
}

/// How far the words of two names are the same, from 0 to 1: 1 where all of the shorter stand in the longer.
pub(super) fn same(a: &str, b: &str) -> f64 {
    let (a, b) = (roots(a), roots(b));
    let common = a.iter().filter(|it| b.contains(it)).count();
    let (least, most) = (a.len().min(b.len()), a.len().max(b.len()));
    if least == 0 {
        return 0.0;
    }
    // What both have in full counts a little more than what one has besides.
    0.95 * share(common, least) + 0.05 * share(common, most)
}

/// How alike two texts are, from 0 to 1.
pub(super) fn alike(a: &str, b: &str) -> f64 {
    strsim::sorensen_dice(&key(a), &key(b))
}

#[expect(clippy::cast_precision_loss, reason = "texts have few words")]
fn share(part: usize, of: usize) -> f64 {
    part as f64 / of.max(1) as f64
}

/// A text as it is looked for within another, character for character.
pub(super) fn folded(text: &str) -> String {
    tidy(text).chars().map(fold).collect()
}

/// An id from the first words that matter.
pub(super) fn slug(text: &str, most: usize) -> String {
    let key = key(text);
    let words: Vec<&str> = key.split(' ').filter(|it| !it.is_empty() && !SMALL.contains(it)).collect();
    let mut id = String::new();
    for word in words {
        let word: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
        let longer = id.len() + 1 + word.len();
        if word.is_empty() || longer > Slug::LONGEST - 6 || id.split('-').filter(|it| !it.is_empty()).count() == most {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(&word);
    }
    id
}

/// The letters in brackets that a name is shortened to: `ASB` in “Anti-Social Behaviour (ASB)”.
pub(super) fn short_form(name: &str) -> Option<&str> {
    let (_, rest) = name.rsplit_once('(')?;
    let (inner, _) = rest.split_once(')')?;
    let inner = inner.split('/').next()?;
    let is_one = inner.len() >= 2 && inner.len() <= 8 && inner.chars().filter(|it| it.is_uppercase()).count() >= 2;
    (is_one && inner != "NEW" && inner.chars().all(char::is_alphanumeric)).then_some(inner)
}

/// A name without what stands in brackets at its end, and without footnote marks.
pub(super) fn without_brackets(name: &str) -> String {
    let name = tidy(name);
    let mut name = name.trim();
    while name.ends_with(')')
        && let Some(open) = name.rfind('(')
        && open > 0
    {
        name = name[..open].trim();
    }
    name.to_owned()
}
