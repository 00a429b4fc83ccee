//! Where the glossary's terms stand in a text, so that each can be opened in place.

use super::search::{self, Words};
use crate::plan::{Plan, TermId};

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'t> {
    /// Its words.
    pub text: &'t str,
    /// The term that they name.
    pub term: Option<TermId>,
}

/// The text in pieces, which put together are the text: the first mention of each glossary term is a piece of its own.
///
/// Abbreviations are told by their capitals, so `MACE` is a term and `mace` is not; other terms are found in any case. Of
/// two terms at one place the longer one counts.
#[must_use]
pub fn split<'t>(plan: &Plan, text: &'t str) -> Vec<Piece<'t>> {
    // Changing only ASCII letters keeps every byte in its place.
    let lower = text.to_ascii_lowercase();
    let mut found: Vec<(usize, usize, TermId)> = Vec::new();
    for (at, term) in plan.glossary.iter().enumerate() {
        let Ok(id) = u16::try_from(at) else { break };
        let first = std::iter::once(&term.term)
            .chain(&term.also)
            .filter_map(|name| mention(text, &lower, name).map(|start| (start, start + name.len())))
            .min_by_key(|(start, end)| (*start, std::cmp::Reverse(*end)));
        if let Some((start, end)) = first {
            found.push((start, end, TermId(id)));
        }
    }
    found.sort_by_key(|(start, end, _)| (*start, std::cmp::Reverse(*end)));
    let mut pieces = Vec::new();
    let mut done = 0;
    for (start, end, term) in found {
        if start < done {
            continue;
        }
        if start > done {
            pieces.push(Piece { text: &text[done..start], term: None });
        }
        pieces.push(Piece { text: &text[start..end], term: Some(term) });
        done = end;
    }
    if done < text.len() || pieces.is_empty() {
        pieces.push(Piece { text: &text[done..], term: None });
    }
    pieces
}

/// Whether every word typed begins some word of the text.
#[must_use]
pub fn found_in(text: &str, typed: &str) -> bool {
    typed.split_whitespace().all(|word| {
        let words = Words::new(word);
        words.is_empty() || search::mark(text, &words).iter().any(|piece| piece.hit)
    })
}

/// Where a name first stands in the text, as words of its own.
fn mention(text: &str, lower: &str, name: &str) -> Option<usize> {
    let is_abbreviation = name.chars().filter(|it| it.is_ascii_uppercase()).count() >= 2 && !name.contains(' ');
    let name_lower = name.to_ascii_lowercase();
    let (hay, needle) = if is_abbreviation { (text, name) } else { (lower, name_lower.as_str()) };
    hay.match_indices(needle).map(|(start, _)| start).find(|start| {
        let before = text[..*start].chars().next_back();
        let after = text[start + needle.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}
