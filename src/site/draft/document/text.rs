//! Plain text.

use super::paragraph::{Document, Paragraph, Shape};
use super::wrapped::{bullet, joins};

/// Reads a text file in UTF-8 or, as older programs write it, in Windows-1252.
pub(super) fn read(bytes: &[u8]) -> Document {
    let text = String::from_utf8(bytes.to_vec()).unwrap_or_else(|_| bytes.iter().copied().map(windows).collect());
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').split(['\n', '\u{c}']).map(str::trim_end).collect();
    let width = wrapped_at(&lines);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut blank = true;
    let mut before = "";
    for line in lines {
        let words = line.trim();
        if words.is_empty() {
            blank = true;
            continue;
        }
        let item = bullet(words);
        match paragraphs.last_mut() {
            Some(last) if !blank && item.is_none() && goes_on(before, words, width) => joins(&mut last.text, words),
            _ => {
                let shape = if item.is_some() { Shape::Bullet } else { Shape::Text };
                paragraphs.push(Paragraph { tight: !blank, ..Paragraph::new(shape, item.unwrap_or(words)) });
            }
        }
        blank = false;
        before = line;
    }
    Document { paragraphs, remarks: Vec::new() }
}

/// Whether a line goes on from the one before.
fn goes_on(before: &str, line: &str, width: Option<usize>) -> bool {
    if line.starts_with(|c: char| c.is_lowercase()) {
        return !before.trim_end().ends_with(['.', ':', '!', '?']);
    }
    // The next word would not have fitted.
    let first = line.split(' ').next().unwrap_or_default().chars().count();
    width.is_some_and(|it| before.chars().count() + first >= it) && !line.starts_with(['*', '¹', '²', '³'])
}

/// How long lines are where the text is broken into lines of about one length; none where a paragraph is a line.
fn wrapped_at(lines: &[&str]) -> Option<usize> {
    let length = |it: &str| it.chars().count();
    let pairs: Vec<usize> = lines
        .windows(2)
        .filter(|it| !it[0].trim().is_empty() && !it[1].trim().is_empty() && bullet(it[1].trim()).is_none())
        .map(|it| length(it[0]))
        .collect();
    let most = lines.iter().map(|it| length(it)).max()?;
    let full = pairs.iter().filter(|it| **it * 10 >= most * 7).count();
    (most <= 140 && pairs.len() >= 8 && full * 10 >= pairs.len() * 6).then_some(most)
}

/// A byte as Windows-1252 has it.
fn windows(byte: u8) -> char {
    match byte {
        0x80 => '€',
        0x85 => '…',
        0x91 => '‘',
        0x92 => '’',
        0x93 => '“',
        0x94 => '”',
        0x95 => '•',
        0x96 => '–',
        0x97 => '—',
        other => char::from(other),
    }
}
