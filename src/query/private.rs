//! What must not leave a trail: words and priorities that tell of a sensitive subject.

use super::facet::Query;
use super::facts::Facts;
use super::fold::{Gap, Parts};

/// Whether the query should leave no trail in the history: a sensitive priority is chosen, or words are searched for that
/// tell of one.
#[must_use]
pub fn is_private(facts: &Facts, query: &Query) -> bool {
    let mut chosen = query.priorities.iter().filter_map(|id| facts.priority(*id));
    chosen.any(|it| it.sensitive) || has_private_words(facts, &query.words)
}

/// Whether a search text has a word that begins as one of a sensitive priority's private words does.
pub(super) fn has_private_words(facts: &Facts, text: &str) -> bool {
    let words = parts(text);
    // Every link on the page asks this at every key: most private words need no closer look.
    let may_begin = |private: &str| {
        let first = private.bytes().next().unwrap_or_default().to_ascii_lowercase();
        !first.is_ascii_alphanumeric() || words.iter().any(|(word, _)| word.as_bytes().first() == Some(&first))
    };
    let sensitive = facts.priorities.iter().filter(|it| it.sensitive);
    sensitive.flat_map(|it| &it.private_words).filter(|it| may_begin(it)).any(|private| {
        let private = parts(private);
        let letters: String = private.iter().map(|(part, _)| part.as_str()).collect();
        // One private word begins a word or a compound; several may also be written with hyphens, apart, or as one.
        let goes_on = |after: Gap| private.len() > 1 || after == Gap::Hyphen;
        let begins = |at: usize| {
            let rest = words[at + 1..].iter().take_while(|(_, after)| goes_on(*after));
            let spelt: String = words[at..=at].iter().chain(rest).map(|(part, _)| part.as_str()).collect();
            spelt.starts_with(&letters)
        };
        !letters.is_empty() && (0..words.len()).any(begins)
    })
}

/// The folded parts of a text, with what stands before each.
fn parts(text: &str) -> Vec<(String, Gap)> {
    let (mut all, mut parts, mut part) = (Vec::new(), Parts::new(text), String::new());
    while let Some(place) = parts.next(&mut part) {
        all.push((part.clone(), place.after));
    }
    all
}
