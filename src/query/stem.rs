//! Stems: what the forms of an English word have in common.

use super::fold::cut;
use waken_snowball::SnowballEnv;
use waken_snowball::algorithms::english_stemmer;

/// Words that are shorter have no forms to tell apart, and longer ones are no English words.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=30;

/// The stem of a folded word; the word itself where it is no English one.
pub(super) fn stem(word: &str) -> String {
    if !LENGTHS.contains(&word.len()) || !word.bytes().all(|it| it.is_ascii_lowercase()) {
        return word.to_owned();
    }
    let mut at_work = SnowballEnv::create(word);
    english_stemmer::stem(&mut at_work);
    at_work.get_current().into_owned()
}

/// How every word begins that has this stem: at its end a stem may differ from its words by two letters (`happili`, `capabl`).
pub(super) fn root(stem: &str) -> &str {
    cut(stem, ..stem.len().saturating_sub(2).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::sample::Dice;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for forms in [
            &["drug", "drugs"][..],
            &["burglary", "burglaries"],
            &["neighbour", "neighbours"],
            &["stabbing", "stab", "stabbed"],
            &["tackle", "tackling", "tackled"],
            &["noise", "noises"],
            &["vulnerable", "vulnerability", "vulnerabilities"],
            &["die", "dying"],
            &["police"],
            &["policy", "policies"],
        ] {
            assert!(forms.iter().all(|it| stem(it) == stem(forms[0])), "{forms:?}");
        }
        assert_ne!(stem("police"), stem("policy"));
        for other in ["", "a", "us", "999", "café", "日本", "b2b", &"a".repeat(99)] {
            assert_eq!(stem(other), other);
        }
    }

    /// Every word that the other tests read, and endings on anything.
    #[test]
    fn words_begin_as_their_roots_do() {
        let endings: [&str; 16] = [
            "s", "ies", "ied", "ing", "ational", "fulness", "biliti", "ility", "ization", "ously", "ically", "eedly",
            "logi", "ily", "ying", "e",
        ];
        let source = include_str!("../../data/2021-draft/source.txt").to_lowercase();
        let mut words: Vec<String> = source.split(|c: char| !c.is_ascii_lowercase()).map(str::to_owned).collect();
        let letters: Vec<char> = "abcdefghijklmnopqrstuvwxyzaeiouyls".chars().collect();
        let mut dice = Dice(0x57e3);
        for _ in 0..50_000 {
            let start: String = (0..=dice.roll(7)).map(|_| *dice.pick(&letters)).collect();
            words.push([start.as_str(), *dice.pick(&endings)].concat());
        }
        for word in words.iter().filter(|it| !it.is_empty()) {
            let stem = stem(word);
            assert!(!stem.is_empty() && word.starts_with(root(&stem)), "{word}: {stem}");
        }
    }
}
