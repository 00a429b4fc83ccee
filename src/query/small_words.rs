//! Words that say nothing of what somebody looks for: "what is the council doing about drugs" looks for drugs.

/// Articles, pronouns, auxiliaries, prepositions and words that ask.
const SMALL: [&str; 80] = [
    "a",
    "about",
    "all",
    "am",
    "an",
    "and",
    "any",
    "anything",
    "are",
    "at",
    "be",
    "been",
    "being",
    "by",
    "call",
    "can",
    "could",
    "did",
    "do",
    "does",
    "doing",
    "done",
    "for",
    "from",
    "get",
    "had",
    "has",
    "have",
    "how",
    "i",
    "if",
    "im",
    "in",
    "is",
    "it",
    "its",
    "me",
    "much",
    "my",
    "of",
    "on",
    "or",
    "our",
    "please",
    "should",
    "so",
    "some",
    "something",
    "tell",
    "than",
    "that",
    "the",
    "their",
    "them",
    "there",
    "these",
    "they",
    "this",
    "those",
    "to",
    "was",
    "we",
    "were",
    "what",
    "whats",
    "when",
    "where",
    "which",
    "who",
    "whom",
    "whos",
    "whose",
    "why",
    "will",
    "with",
    "would",
    "yet",
    "you",
    "your",
    "youre",
];

/// Who is asked about, where a word follows that says that they do something.
const ASKED: [&str; 8] = ["council", "document", "government", "partners", "partnership", "plan", "police", "report"];

/// What they do.
const DO: [&str; 8] = ["did", "do", "does", "doing", "done", "say", "saying", "says"];

/// For each folded word of a search text, whether it counts. Where none would, some do all the same: "the" alone may be the beginning
/// of "theft".
pub(super) fn that_count(words: &[&str]) -> Vec<bool> {
    let mut count: Vec<bool> = words.iter().map(|it| !SMALL.contains(it)).collect();
    let is_asked = |at: usize| {
        let next = words.get(at + 1).filter(|it| DO.contains(it));
        words.get(at).is_some_and(|it| ASKED.contains(it)) && next.is_some()
    };
    let asks = |at: usize| is_asked(at) || at.checked_sub(1).is_some_and(is_asked);
    let without: Vec<bool> = count.iter().enumerate().map(|(at, counts)| *counts && !asks(at)).collect();
    if without.contains(&true) {
        return without;
    }
    if let (false, Some(last)) = (count.contains(&true), count.last_mut()) {
        *last = true;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_asked_about_something() {
        for (text, expected) in [
            ("", ""),
            ("drugs", "drugs"),
            ("what is the council doing about drugs", "drugs"),
            ("what have the police done about knife crime", "knife crime"),
            ("what does the plan say about the town centre", "town centre"),
            ("borough council", "borough council"),
            ("council report", "council report"),
            ("who leads on county lines", "leads county lines"),
            ("what is this about", "about"),
            ("the", "the"),
            ("is the council doing anything", "council"),
        ] {
            let words: Vec<&str> = text.split_whitespace().collect();
            let count = that_count(&words);
            let left: Vec<&str> = words.iter().zip(count).filter(|it| it.1).map(|it| *it.0).collect();
            assert_eq!(left.join(" "), expected, "{text}");
        }
    }

    #[test]
    fn lists_are_in_order() {
        assert!(SMALL.is_sorted() && ASKED.is_sorted() && DO.is_sorted());
    }
}
