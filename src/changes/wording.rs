//! How a wording differs from another, word by word: by the `similar` library.

use similar::{Algorithm, ChangeTag, capture_diff_slices, get_diff_ratio};

/// A run of a text that both wordings have, or only one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands.
    pub stands: Stands,
    /// The words, with the spaces between them.
    pub words: String,
}

/// In which of two wordings a run of words stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// In both.
    Both,
    /// Only in the older.
    Taken,
    /// Only in the newer.
    Put,
}

/// Signs that end a word without being of it: “for” and “for,” are one word.
const ENDS: [char; 7] = [',', '.', ';', ':', '!', '?', ')'];

/// A text in words, signs at their ends, and single spaces.
pub(super) fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    for word in text.split_whitespace() {
        if !tokens.is_empty() {
            tokens.push(" ");
        }
        let bare = word.trim_end_matches(ENDS);
        tokens.extend([bare, &word[bare.len()..]].into_iter().filter(|it| !it.is_empty()));
    }
    tokens
}

/// The newer wording beside the older, in runs.
#[must_use]
pub fn pieces(was: &str, now: &str) -> Vec<Piece> {
    let (was, now) = (tokens(was), tokens(now));
    let mut pieces: Vec<Piece> = Vec::new();
    let ops = capture_diff_slices(Algorithm::Patience, &was, &now);
    for change in ops.iter().flat_map(|it| it.iter_changes(&was, &now)) {
        let stands = match change.tag() {
            ChangeTag::Equal => Stands::Both,
            ChangeTag::Delete => Stands::Taken,
            ChangeTag::Insert => Stands::Put,
        };
        match pieces.last_mut().filter(|it| it.stands == stands) {
            Some(last) => last.words.push_str(change.value()),
            None => pieces.push(Piece { stands, words: change.value().to_owned() }),
        }
    }
    pieces
}

/// How much two texts share, in its order, of all that they have: from 0 to 1. Spaces do not count.
#[must_use]
pub fn alike(one: &str, other: &str) -> f64 {
    let words = |text| tokens(text).into_iter().filter(|it| *it != " ").collect::<Vec<_>>();
    let (one, other) = (words(one), words(other));
    let ops = capture_diff_slices(Algorithm::Myers, &one, &other);
    f64::from(get_diff_ratio(&ops, one.len(), other.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_taken_and_put_is_told_word_by_word() {
        for (was, now, expected) in [
            ("one two", "one two", "one two"),
            ("asked for", "asked for, also in summer", "asked for[+, also in summer]"),
            ("every month", "every week", "every [-month][+week]"),
            ("the  panel", "the SAFE panel", "the [+SAFE ]panel"),
            ("", "new", "[+new]"),
            ("(80 of 100)", "(70 of 100)", "[-(80][+(70] of 100)"),
        ] {
            let told: String = pieces(was, now)
                .iter()
                .map(|it| match it.stands {
                    Stands::Both => it.words.clone(),
                    Stands::Taken => format!("[-{}]", it.words),
                    Stands::Put => format!("[+{}]", it.words),
                })
                .collect();
            assert_eq!(told, expected, "{was} → {now}");
        }
    }

    #[test]
    fn the_two_wordings_can_be_had_from_the_pieces() {
        for (was, now) in [("a b c", "b c d."), ("x, y", "y x,"), ("", "q"), ("same", "same")] {
            for (side, whole) in [(Stands::Taken, was), (Stands::Put, now)] {
                let its: String = pieces(was, now)
                    .into_iter()
                    .filter(|it| [Stands::Both, side].contains(&it.stands))
                    .map(|it| it.words)
                    .collect();
                assert_eq!(its, whole);
            }
        }
    }

    #[test]
    fn texts_are_as_alike_as_the_words_they_share() {
        for (one, other, least, most) in [
            ("a b c d", "a b c d", 1.0, 1.0),
            ("mark bicycles every month", "mark bicycles every week", 0.7, 0.8),
            ("one", "other", 0.0, 0.0),
        ] {
            let is = alike(one, other);
            assert!((least..=most).contains(&is), "{one} and {other}: {is}");
        }
    }
}
