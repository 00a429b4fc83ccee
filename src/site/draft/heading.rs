//! What a heading looks like.

/// The number and the words of a numbered heading: `3.1. Anti-Social Behaviour`.
pub(in crate::site::draft) fn numbered(line: &str) -> Option<(&str, &str)> {
    let line = line.trim();
    let end = line.find(|c: char| !(c.is_ascii_digit() || c == '.'))?;
    let number = line[..end].trim_end_matches('.');
    let words = line[end..].trim();
    let spaced = line[end..].starts_with(char::is_whitespace) || line[..end].ends_with('.') || number.contains('.');
    let is_number = !number.is_empty()
        && number.split('.').all(|it| !it.is_empty() && it.len() <= 2)
        && number.split('.').count() <= 4;
    let stands_alone = words.split_whitespace().count() <= 16 && !words.ends_with(['.', ';', ',', ':']);
    (is_number && spaced && stands_alone && words.starts_with(char::is_uppercase)).then_some((number, words))
}

/// Whether a line is short enough for a heading and does not end like a sentence.
pub(in crate::site::draft) fn is_short(line: &str) -> bool {
    let line = line.trim();
    line.split_whitespace().count() <= 8
        && line.starts_with(char::is_uppercase)
        && !line.contains([':', '[', '|', '\t', '%', '£'])
        && !line.ends_with(['.', ',', ';', '!', '?'])
}

/// Whether a line of its own reads like a heading: short, without a stop, and written as titles are.
pub(in crate::site::draft) fn looks_like_one(line: &str) -> bool {
    let line = line.trim();
    if numbered(line).is_some() {
        return true;
    }
    let bare = line.trim_end_matches(['*', '¹', '²', '³', ' ']);
    let words: Vec<&str> = bare.split_whitespace().collect();
    let is_title = |word: &&str| {
        let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        word.chars().count() < 4 || word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    };
    let label = bare.to_lowercase();
    words.len() <= 9
        && bare.chars().filter(|it| it.is_alphabetic()).count() >= 4
        && bare.starts_with(char::is_uppercase)
        && !bare.contains([':', '[', '|', '\t', '%', '£'])
        && !bare.ends_with(['.', ',', ';', '!', '?'])
        && !label.starts_with("lead ")
        && !label.starts_with("direction of travel")
        && words.iter().all(is_title)
}
