//! Abbreviations.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::super::record::Record;
use super::super::words::{Pattern, pattern};
use super::context::{Context, Partner};

static SHORT: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\b[A-Z][A-Za-z]{0,3}[A-Z]{1,5}\b|\b[A-Z]{2,8}\b"));
static EXPLAINED: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\(([A-Z][A-Za-z]{1,7})(?:[/)])"));

/// The records of `glossary.toml`, and the abbreviations that the document does not explain.
pub(super) fn records(context: &mut Context<'_>) -> (Vec<Record>, Vec<String>) {
    let mut texts: Vec<String> = context.outline.sections.iter().map(|it| it.title.clone()).collect();
    texts.extend(context.outline.pieces().map(|(_, it)| it.text.clone()));
    let mut done: BTreeSet<String> = BTreeSet::new();
    let mut records = Vec::new();
    for text in &texts {
        for found in EXPLAINED.captures_iter(text) {
            let (Some(whole), Some(short)) = (found.get(0), found.get(1)) else { continue };
            let short = short.as_str();
            let capitals = short.chars().filter(|it| it.is_uppercase()).count();
            let Some(long) = (capitals >= 2).then(|| long_form(short, &text[..whole.start()])).flatten() else {
                continue;
            };
            if done.insert(short.to_owned()) {
                let id = context.ids.of("term", short, 1);
                records.push(
                    Record::new("term")
                        .text("id", &id)
                        .text("term", short)
                        .text("stands-for", &long)
                        .remark("meaning = \"…\" is missing: what it is, in plain English, ours"),
                );
            }
        }
    }
    let mut left = BTreeSet::new();
    for text in &texts {
        // A line in capital letters has no abbreviations.
        if text.chars().any(char::is_lowercase) {
            left.extend(SHORT.find_iter(text).map(|it| it.as_str().to_owned()));
        }
    }
    let in_name =
        |it: &str| context.partners.iter().flat_map(Partner::names).any(|name| name.split(' ').any(|word| word == it));
    let is_word = |it: &str| matches!(it, "NEW" | "ALL" | "DRAFT" | "UPDATE");
    (records, left.into_iter().filter(|it| !done.contains(it) && !is_word(it) && !in_name(it)).collect())
}

/// The words before an abbreviation whose first letters it has.
fn long_form(short: &str, before: &str) -> Option<String> {
    let words: Vec<&str> = before.split_whitespace().collect();
    let letters: Vec<char> = short.to_lowercase().chars().collect();
    let mut at = words.len();
    let mut left = letters.len();
    while left > 0 && at > 0 && words.len() - at < letters.len() * 2 + 1 {
        at -= 1;
        let parts: Vec<char> = words[at]
            .split(['-', '–'])
            .filter_map(|it| it.chars().find(|c| c.is_alphabetic()))
            .flat_map(char::to_lowercase)
            .collect();
        for first in parts.into_iter().rev() {
            if left > 0 && letters[left - 1] == first {
                left -= 1;
            }
        }
    }
    let long = words[at..].join(" ");
    let long = long.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    (left == 0 && long.starts_with(char::is_uppercase)).then_some(long)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_long_form_stands_before_the_short_one() {
        let long = |short, before| long_form(short, before);
        assert_eq!(
            long("PSPO", "and Alcohol Restriction Public Space Protection Order "),
            Some("Public Space Protection Order".into())
        );
        assert_eq!(
            long("CDRP", "formed a Crime and Disorder Reduction Partnership "),
            Some("Crime and Disorder Reduction Partnership".into())
        );
        assert_eq!(long("ASB", "Anti-Social Behaviour "), Some("Anti-Social Behaviour".into()));
        assert_eq!(long("LDF", "support from the County "), None);
    }
}
