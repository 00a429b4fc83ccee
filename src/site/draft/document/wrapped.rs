//! Lines that belong together, and the marks of items.

/// The words of an item behind its mark, where a line is one.
pub(super) fn bullet(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let mark = line.chars().next()?;
    let rest = &line[mark.len_utf8()..];
    // The last are how Word's own marks come out of a PDF.
    let always = matches!(
        mark,
        '•' | '▪'
            | '●'
            | '◦'
            | '■'
            | '□'
            | '‣'
            | '⁃'
            | '∙'
            | '➢'
            | '➤'
            | '✓'
            | '✔'
            | '\u{f0b7}'
            | '\u{f0a7}'
            | '\u{f0d8}'
    );
    let dash = matches!(mark, '-' | '–' | '·' | '*' | 'o' | '§') && rest.starts_with([' ', '\t']);
    let words = rest.trim_start();
    ((always || dash) && !words.is_empty()).then_some(words)
}

/// Adds a line to the one it goes on from; a word that was cut at the end of a line is made whole.
pub(super) fn joins(text: &mut String, line: &str) {
    let cut = text.strip_suffix('\u{ad}').or_else(|| {
        let before = text.strip_suffix('-')?;
        let is_word = before.ends_with(char::is_lowercase) && line.starts_with(char::is_lowercase);
        // “multi-” at the end of a line is a prefix that keeps its hyphen.
        let last = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
        (is_word && !KEEPS_HYPHEN.contains(&last.as_str())).then_some(before)
    });
    if let Some(cut) = cut {
        let kept = cut.len();
        text.truncate(kept);
    } else if !text.ends_with(['-', '/']) || text.ends_with(" -") {
        text.push(' ');
    }
    text.push_str(line);
}

/// Beginnings after which English keeps the hyphen.
const KEEPS_HYPHEN: [&str; 22] = [
    "multi", "anti", "co", "re", "non", "self", "long", "short", "well", "cross", "inter", "pre", "post", "mid",
    "face", "day", "high", "low", "part", "full", "early", "one",
];
