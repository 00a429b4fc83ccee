//! Search: what the visitor typed, and marking it in a text.
//!
//! Every word typed must be found, each as the beginning of some word. Case, accents, hyphens and apostrophes do not count.

use super::fold::{Gap, Parts, Place, cut};

/// The longest search text, in characters; what follows is cut.
pub const LONGEST: usize = 100;

/// Beginnings that never stand alone: `anti social` is searched for as `antisocial`, and so is `anti-social`.
const BOUND: [&str; 7] = ["anti", "co", "multi", "non", "pre", "re", "semi"];

/// Whether a folded word is a beginning that never stands alone.
pub(super) fn is_bound(word: &str) -> bool {
    BOUND.contains(&word)
}

/// A search text made tidy: cut at [`LONGEST`], with single blanks, none around it.
#[must_use]
pub fn tidy(text: &str) -> String {
    let mut tidy = String::new();
    for word in text.split_whitespace() {
        if !tidy.is_empty() {
            tidy.push(' ');
        }
        tidy.push_str(word);
    }
    if let Some((end, _)) = tidy.char_indices().nth(LONGEST) {
        tidy.truncate(end);
    }
    tidy.truncate(tidy.trim_end().len());
    tidy
}

/// A search text, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    words: Vec<String>,
    /// Each word with the next, as one word: `hot spot` also finds `hotspot`. One fewer than words.
    joined: Vec<String>,
}

impl Words {
    /// Reads what was typed. Characters that belong to no word are passed over.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let text = tidy(text);
        let mut words: Vec<String> = Vec::new();
        let (mut parts, mut part) = (Parts::new(&text), String::new());
        while parts.next(&mut part).is_some() {
            match words.last_mut() {
                Some(last) if is_bound(last) => last.push_str(&part),
                _ => words.push(part.clone()),
            }
        }
        let joined = words.windows(2).map(<[String]>::concat).collect();
        Self { words, joined }
    }

    /// Whether there is nothing to search for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// For each word that must be found, the spellings of which one must begin a word.
    pub(super) fn spellings(&self) -> impl Iterator<Item = impl Iterator<Item = &str>> {
        self.words.iter().enumerate().map(|(at, word)| {
            let before = at.checked_sub(1).and_then(|at| self.joined.get(at));
            [Some(word), before, self.joined.get(at)].into_iter().flatten().map(String::as_str)
        })
    }

    /// Whether a folded word of a text begins as one of the words does.
    fn begins(&self, word: &str) -> bool {
        self.words.iter().chain(&self.joined).any(|it| word.starts_with(it.as_str()))
    }

    /// Whether two words of a text that stand side by side are, written as one, what was searched for.
    fn is_pair(&self, first: &str, both: &str, after: Gap) -> bool {
        let longer = |it: &&String| it.len() > first.len();
        match after {
            Gap::Hyphen => self.words.iter().filter(longer).any(|it| both.starts_with(it.as_str())),
            Gap::Blank if is_bound(first) => self.words.iter().filter(longer).any(|it| both.starts_with(it.as_str())),
            Gap::Blank => self.words.iter().filter(longer).any(|it| both == it),
            Gap::Other => false,
        }
    }
}

/// A piece of a text: found by the search, or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'t> {
    /// The piece.
    pub text: &'t str,
    /// Whether the search found it.
    pub hit: bool,
}

/// A text in pieces, with the words that the search found marked. Whole words are marked, for they are easier to read than
/// halves. The pieces, put together, are the text.
#[must_use]
pub fn mark<'t>(text: &'t str, words: &Words) -> Vec<Piece<'t>> {
    let mut pieces = Vec::new();
    let mut done = 0;
    for (start, end) in hits(text, words) {
        for (piece, hit) in [(cut(text, done..start), false), (cut(text, start..end), true)] {
            if !piece.is_empty() {
                pieces.push(Piece { text: piece, hit });
            }
        }
        done = end;
    }
    if done < text.len() {
        pieces.push(Piece { text: cut(text, done..), hit: false });
    }
    pieces
}

/// Where the search found words, in order, none touching the next across a hyphen.
fn hits(text: &str, words: &Words) -> Vec<(usize, usize)> {
    let mut hits: Vec<(usize, usize)> = Vec::new();
    if words.is_empty() {
        return hits;
    }
    let (mut parts, mut part) = (Parts::new(text), String::new());
    let mut before: Option<(Place, String)> = None;
    while let Some(place) = parts.next(&mut part) {
        let mut start = words.begins(&part).then_some(place.start);
        if let Some((first, word)) = before.take() {
            let both = [word.as_str(), part.as_str()].concat();
            if words.is_pair(&word, &both, place.after) {
                start = Some(first.start);
            }
        }
        if let Some(start) = start {
            match hits.last_mut() {
                // Both halves of `car-key`, or the second pair of a word in three parts.
                Some(last)
                    if start <= last.1 || (place.after == Gap::Hyphen && start == last.1 + hyphen(text, last.1)) =>
                {
                    last.1 = place.end;
                }
                _ => hits.push((start, place.end)),
            }
        }
        before = Some((place, part.clone()));
    }
    hits
}

/// The length of the character at a place, in bytes.
fn hyphen(text: &str, at: usize) -> usize {
    cut(text, at..).chars().next().map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::sample::Dice;

    /// The text with what is marked in brackets.
    fn marked(text: &str, words: &str) -> String {
        let pieces = mark(text, &Words::new(words));
        assert_eq!(pieces.iter().map(|it| it.text).collect::<String>(), text, "the pieces are the text");
        assert!(pieces.iter().all(|it| !it.text.is_empty()));
        pieces.iter().map(|it| if it.hit { ["[", it.text, "]"].concat() } else { it.text.to_owned() }).collect()
    }

    #[test]
    fn whole_words_are_marked() {
        for (text, words, expected) in [
            ("", "drug", ""),
            ("Drug deals", "", "Drug deals"),
            ("Drug deals", "?", "Drug deals"),
            ("Drugs, a drug and predrug.", "DRUG", "[Drugs], a [drug] and predrug."),
            ("One drug deal", "deal drug", "One [drug] [deal]"),
            ("the café’s tables", "cafe", "the [café’s] tables"),
            ("the cafe\u{301}s tables", "café", "the [cafe\u{301}s] tables"),
            ("victims’ families", "victims", "[victims]’ families"),
            ("£196,000 of it", "196000", "£[196,000] of it"),
            ("stra\u{ad}tegy", "strategy", "[stra\u{ad}tegy]"),
            ("traﬃcking", "traff", "[traﬃcking]"),
            ("Straße", "strasse", "[Straße]"),
            // Hyphens.
            (
                "Anti-social, antisocial and anti social things",
                "anti-social",
                "[Anti-social], [antisocial] and [anti social] things",
            ),
            (
                "Anti-social, antisocial and anti social things",
                "antisoc",
                "[Anti-social], [antisocial] and [anti social] things",
            ),
            (
                "Anti-social, antisocial and anti social things",
                "anti social",
                "[Anti-social], [antisocial] and [anti social] things",
            ),
            ("Anti-social and social", "social", "Anti-[social] and [social]"),
            ("Anti-social and antique", "anti", "[Anti]-social and [antique]"),
            ("car-key and car key", "car key", "[car-key] and [car] [key]"),
            ("car-key and car key", "carkey", "[car-key] and [car key]"),
            ("carkey", "car key", "[carkey]"),
            ("stop-and-search", "search stop", "[stop]-and-[search]"),
            ("as being asb", "asb", "as being [asb]"),
            ("car – key", "car key", "[car] – [key]"),
            ("anti. Social", "anti-social", "anti. Social"),
        ] {
            assert_eq!(marked(text, words), expected, "{words} in {text}");
        }
    }

    #[test]
    fn marks_never_split_a_character() {
        let letters: Vec<char> = "aAbé’'--  ,.é\u{301}ßﬁ😀日1,2œ\u{ad}–\u{200b}".chars().collect();
        let mut dice = Dice(0x3a_4b);
        let mut hits = 0;
        for _ in 0..30_000 {
            let mut draw = |most: usize| -> String { (0..dice.roll(most)).map(|_| *dice.pick(&letters)).collect() };
            let (text, words) = (draw(30), draw(5));
            hits += usize::from(marked(&text, &words) != text);
        }
        assert!(hits > 1000, "{hits} texts had hits");
    }

    #[test]
    fn long_texts_are_cut() {
        let typed = ["é".repeat(150), "  a \u{a0} b ".to_owned(), ["x".repeat(99), " yz".to_owned()].concat()];
        let [long, blanks, ends] = typed.map(|it| tidy(&it));
        assert_eq!(long.chars().count(), LONGEST);
        assert_eq!(blanks, "a b");
        assert_eq!(ends, "x".repeat(99), "no blank is left at the end");
        for text in [long, blanks, ends] {
            assert_eq!(tidy(&text), text);
        }
    }
}
