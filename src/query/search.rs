//! Search: what the visitor typed, and marking it in a text.
//!
//! Every word typed must be found, each as the beginning of some word or as another form of it. Case, accents, hyphens and apostrophes
//! do not count, nor do words that say nothing of what is looked for.

use super::fold::{Gap, Parts, Place, cut, fold};
use super::{small_words, stem};

/// The longest search text, in characters; what follows is cut.
pub const LONGEST: usize = 100;

/// Beginnings that never stand alone: `anti social` is searched for as `antisocial`, and so is `anti-social`.
const BOUND: [&str; 7] = ["anti", "co", "multi", "non", "pre", "re", "semi"];

/// Whether a folded word is a beginning that never stands alone.
pub(super) fn is_bound(word: &str) -> bool {
    BOUND.contains(&word)
}

/// The words by which a text is found: its parts, each with what stands before it; and compounds as one word, after their last part.
pub(super) fn each_word(text: &str, mut call: impl FnMut(&str, Option<Gap>)) {
    let (mut parts, mut part) = (Parts::new(text), String::new());
    let mut compound = String::new();
    let mut before_is_bound = false;
    while let Some(place) = parts.next(&mut part) {
        let joins = place.after == Gap::Hyphen || (before_is_bound && place.after == Gap::Blank);
        if !joins {
            compound.clear();
        }
        compound.push_str(&part);
        before_is_bound = is_bound(&part);
        call(&part, Some(place.after));
        if joins {
            call(&compound, None);
        }
    }
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

/// A spelling that is looked for: as the beginning of a word, and as another form of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Spelling {
    pub(super) letters: String,
    pub(super) stem: String,
}

impl Spelling {
    pub(super) fn new(letters: &str) -> Self {
        Self { letters: letters.to_owned(), stem: stem::stem(letters) }
    }

    /// Whether a folded word is found by it.
    pub(super) fn finds(&self, word: &str) -> bool {
        word.starts_with(&self.letters) || self.is_form_of(word)
    }

    /// Whether a folded word has the same stem.
    pub(super) fn is_form_of(&self, word: &str) -> bool {
        // Most words begin otherwise, and need no stem.
        word.starts_with(stem::root(&self.stem)) && stem::stem(word) == self.stem
    }
}

/// A word of a search text that counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    /// The word itself; then with the word before it and with the next as one word: `hot spot` also finds `hotspot`.
    pub(super) spellings: Vec<Spelling>,
    /// Where it stands in the tidy text, in bytes.
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Word {
    /// Whether a folded word is found by it.
    pub(super) fn finds(&self, word: &str) -> bool {
        self.spellings.iter().any(|it| it.finds(word))
    }

    /// The word as it was typed, folded.
    pub(super) fn letters(&self) -> &str {
        self.spellings.first().map_or("", |it| &it.letters)
    }
}

/// A search text, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    words: Vec<Word>,
    /// Words of the plan that mean what was typed, each as the words that it is made of: they are marked as well.
    means: Vec<Vec<String>>,
}

impl Words {
    /// Reads what was typed. Characters that belong to no word are passed over.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let text = tidy(text);
        let mut read: Vec<(String, usize, usize)> = Vec::new();
        let (mut parts, mut part) = (Parts::new(&text), String::new());
        while let Some(place) = parts.next(&mut part) {
            match read.last_mut() {
                Some((last, _, end)) if is_bound(last) => {
                    last.push_str(&part);
                    *end = place.end;
                }
                _ => read.push((part.clone(), place.start, place.end)),
            }
        }
        let letters: Vec<&str> = read.iter().map(|it| it.0.as_str()).collect();
        let joined: Vec<String> = letters.windows(2).map(<[&str]>::concat).collect();
        let counts = small_words::that_count(&letters);
        let words = read.iter().enumerate().filter(|(at, _)| counts.get(*at) == Some(&true));
        let words = words.map(|(at, (word, start, end))| {
            let before = at.checked_sub(1).and_then(|at| joined.get(at));
            let spellings = [Some(word), before, joined.get(at)].into_iter().flatten();
            Word { spellings: spellings.map(|it| Spelling::new(it)).collect(), start: *start, end: *end }
        });
        Self { words: words.collect(), means: Vec::new() }
    }

    /// The same, with words of the plan that mean what was typed.
    pub(super) fn meaning<'m>(mut self, means: impl Iterator<Item = &'m String>) -> Self {
        self.means.extend(means.map(|it| fold(it).split(' ').map(str::to_owned).collect::<Vec<_>>()));
        self
    }

    /// Whether there is nothing to search for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words of which each must be found.
    pub(super) fn all(&self) -> &[Word] {
        &self.words
    }

    /// Whether a folded word of a text is found.
    fn finds(&self, word: &str) -> bool {
        self.words.iter().any(|it| it.finds(word))
    }

    /// Whether two words of a text that stand side by side are, written as one, what was searched for.
    fn is_pair(&self, first: &str, both: &str, after: Gap) -> bool {
        let mut longer = self.words.iter().map(Word::letters).filter(|it| it.len() > first.len());
        match after {
            Gap::Hyphen => longer.any(|it| both.starts_with(it)),
            Gap::Blank if is_bound(first) => longer.any(|it| both.starts_with(it)),
            Gap::Blank => longer.any(|it| both == it),
            Gap::Other => false,
        }
    }

    /// Where words of the plan begin that mean what was typed and end with the last of these words of a text.
    fn meant(&self, read: &[(Place, String)]) -> Option<usize> {
        let stands = |it: &&Vec<String>| {
            let from = read.len().checked_sub(it.len());
            from.and_then(|from| read.get(from..)).is_some_and(|read| read.iter().map(|it| &it.1).eq(it.iter()))
        };
        let longest = self.means.iter().filter(stands).map(Vec::len).max()?;
        read.get(read.len() - longest).map(|it| it.0.start)
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
    let mut read: Vec<(Place, String)> = Vec::new();
    while let Some(place) = parts.next(&mut part) {
        let mut start = words.finds(&part).then_some(place.start);
        if let Some((first, word)) = read.last() {
            let both = [word.as_str(), part.as_str()].concat();
            if words.is_pair(word, &both, place.after) {
                start = Some(first.start);
            }
        }
        read.push((place, part.clone()));
        if let Some(meant) = words.meant(&read) {
            start = Some(start.map_or(meant, |it| it.min(meant)));
        }
        let Some(start) = start else { continue };
        // Words that mean what was typed may hold some that were found already.
        while hits.pop_if(|it| it.0 >= start).is_some() {}
        match hits.last_mut() {
            // Both halves of `car-key`, or the second pair of a word in three parts.
            Some(last) if start <= last.1 || (place.after == Gap::Hyphen && start == last.1 + hyphen(text, last.1)) => {
                last.1 = place.end;
            }
            _ => hits.push((start, place.end)),
        }
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
            ("Drugs, a drug and druggists.", "drugs", "[Drugs], a [drug] and druggists."),
            ("The burglary and burglaries of a burglar", "burglaries", "The [burglary] and [burglaries] of a burglar"),
            ("What drugs are about", "what about the drug", "What [drugs] are about"),
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
    fn what_is_meant_is_marked_as_a_whole() {
        for (text, expected) in [
            ("Young people, the young and people", "[Young people], the young and people"),
            ("all vulnerable young people with kids", "all vulnerable [young people] with [kids]"),
            ("children, child", "[children], child"),
        ] {
            let means = ["young people".to_owned(), "people".repeat(2), "Children".to_owned()];
            let words = Words::new("kids").meaning(means.iter());
            let pieces = mark(text, &words);
            let marked: String = pieces
                .iter()
                .map(|it| if it.hit { ["[", it.text, "]"].concat() } else { it.text.to_owned() })
                .collect();
            assert_eq!(marked, expected);
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
