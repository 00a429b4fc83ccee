//! Running text, sentence by sentence.

/// Words with a full stop of their own, after which no sentence ends.
const SHORT: [&str; 14] =
    ["e.g.", "i.e.", "inc.", "incl.", "etc.", "cf.", "approx.", "mr.", "mrs.", "ms.", "dr.", "st.", "no.", "cllr."];

/// The sentences of a paragraph.
pub(super) fn of(text: &str) -> Vec<&str> {
    let mut list = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if at < start || !matches!(c, '.' | '!' | '?') {
            continue;
        }
        let after = &text[at + 1..];
        let closing = after.len() - after.trim_start_matches([')', '"', '”', '’', '\'', '.', ':']).len();
        let rest = &after[closing..];
        let fresh = rest.starts_with(' ')
            && rest.trim_start().starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "“‘\"'(".contains(c));
        let word = text[start..=at].rsplit(' ').next().unwrap_or_default().to_lowercase();
        let initial = word.chars().count() == 2 && word.starts_with(char::is_alphabetic);
        if fresh && !initial && !SHORT.contains(&word.trim_start_matches('(')) {
            list.push(text[start..at + 1 + closing].trim());
            start = at + 1 + closing;
        }
    }
    let rest = text[start..].trim();
    if rest.chars().any(char::is_alphanumeric) {
        list.push(rest);
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_new_one_begins() {
        let text = "We met (e.g. twice). It cost £1.50 for Mr. Ash! Who led?";
        assert_eq!(of(text), ["We met (e.g. twice).", "It cost £1.50 for Mr. Ash!", "Who led?"]);
        assert_eq!(of("no stop"), ["no stop"]);
        assert!(of(" . ").is_empty());
    }
}
