//! Where the glossary's terms stand in a text, so that each can be opened in place.

use super::fold::cut;
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
    let mut found: Vec<(usize, usize, TermId)> = Vec::new();
    for (at, term) in plan.glossary.iter().enumerate() {
        let Ok(id) = u16::try_from(at) else { break };
        let first = std::iter::once(&term.term)
            .chain(&term.also)
            .filter_map(|name| mention(text, name).map(|start| (start, start + name.len())))
            .min_by_key(|(start, end)| (*start, std::cmp::Reverse(*end)));
        if let Some((start, end)) = first {
            let at = found.iter().position(|it| (it.0, std::cmp::Reverse(it.1)) > (start, std::cmp::Reverse(end)));
            found.insert(at.unwrap_or(found.len()), (start, end, TermId(id)));
        }
    }
    let mut pieces = Vec::new();
    let mut done = 0;
    for (start, end, term) in found {
        if start < done {
            continue;
        }
        if start > done {
            pieces.push(Piece { text: cut(text, done..start), term: None });
        }
        pieces.push(Piece { text: cut(text, start..end), term: Some(term) });
        done = end;
    }
    if done < text.len() || pieces.is_empty() {
        pieces.push(Piece { text: cut(text, done..), term: None });
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
fn mention(text: &str, name: &str) -> Option<usize> {
    let is_abbreviation =
        name.bytes().filter(u8::is_ascii_uppercase).count() >= 2 && !name.bytes().any(|it| it == b' ');
    let (hay, needle) = (text.as_bytes(), name.as_bytes());
    let mut in_word = false;
    for start in 0..hay.len() {
        let was_in_word = std::mem::replace(&mut in_word, is_letter(hay[start]));
        let end = start + needle.len();
        if was_in_word || end > hay.len() || hay.get(end).is_some_and(|it| is_letter(*it)) {
            continue;
        }
        let here = &hay[start..end];
        if if is_abbreviation { here == needle } else { here.eq_ignore_ascii_case(needle) } {
            return Some(start);
        }
    }
    None
}

/// Whether a byte is part of a word; bytes of characters beyond ASCII letters and digits only where they are no dash, quote
/// or blank, which all start with 0xE2 or 0xC2 in UTF-8.
fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || (byte >= 0xC3 && byte != 0xE2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_as_words_of_their_own() {
        for (text, name, at) in [
            ("Reported ASB(-9%) to", "ASB", Some(9)),
            ("victims of asb", "ASB", None),
            ("the pastoral", "ASB", None),
            ("County Lines", "county lines", Some(0)),
            ("the PSPOs", "PSPO", None),
            ("(MARAC) meetings", "MARAC", Some(1)),
            ("", "ASB", None),
        ] {
            assert_eq!(mention(text, name), at, "{name} in {text}");
        }
    }
}
