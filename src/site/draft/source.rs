//! The document's text as `source.txt` holds it: one paragraph a line, tidied.

use super::document::paragraph::{Document, Shape};

/// One line of `source.txt` that has words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) shape: Shape,
    /// As it stands in the file, without the mark of an item.
    pub(super) text: String,
    /// Whether it follows the line before without a blank one.
    pub(super) tight: bool,
    /// How deep a heading stands; 0 where that is not known.
    pub(super) level: u8,
}

/// The lines of a document.
pub(super) fn lines(document: &Document) -> Vec<Line> {
    let mut list = Vec::new();
    for paragraph in &document.paragraphs {
        for (at, line) in paragraph.text.split('\n').enumerate() {
            let text = tidied(line);
            if !text.is_empty() {
                list.push(Line {
                    shape: paragraph.shape,
                    text,
                    tight: at > 0 || paragraph.tight,
                    level: paragraph.level,
                });
            }
        }
    }
    list
}

/// The lines as the file `source.txt`.
pub(super) fn file(lines: &[Line]) -> String {
    let mut text = String::new();
    let mut before: Option<&Line> = None;
    for line in lines {
        let is_item = line.shape == Shape::Bullet;
        let follows_item = before.is_some_and(|it| it.shape == Shape::Bullet);
        if before.is_some() && !(line.tight && (is_item == follows_item || !is_item)) {
            text.push('\n');
        }
        if is_item {
            text.push_str("- ");
        }
        text.push_str(&line.text);
        text.push('\n');
        before = Some(line);
    }
    text
}

/// A line without what only its setting put there: ligatures, soft hyphens, spaces of special widths.
fn tidied(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            'ﬀ' => text.push_str("ff"),
            'ﬁ' => text.push_str("fi"),
            'ﬂ' => text.push_str("fl"),
            'ﬃ' => text.push_str("ffi"),
            'ﬄ' => text.push_str("ffl"),
            'ﬅ' | 'ﬆ' => text.push_str("st"),
            '\u{ad}'
            | '\u{200b}'..='\u{200d}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
            | '\u{fffd}' => {}
            '\t' => text.push('\t'),
            c if c.is_control() => {}
            c if c.is_whitespace() => text.push(' '),
            c => text.push(c),
        }
    }
    // Tabulators stay: they tell the lines of a contents page.
    let parts = text.split('\t').map(|it| it.split_whitespace().collect::<Vec<_>>().join(" "));
    parts.filter(|it| !it.is_empty()).collect::<Vec<_>>().join("\t")
}

#[cfg(test)]
mod tests {
    use super::super::document::paragraph::Paragraph;
    use super::*;

    #[test]
    fn what_only_its_setting_put_there_goes() {
        let text = "  of\u{ad}\u{fb01}cers\u{a0}met \u{200b}45  cases\t2 \n";
        let document = Document { paragraphs: vec![Paragraph::new(Shape::Text, text)], remarks: vec![] };
        assert_eq!(lines(&document)[0].text, "officers met 45 cases\t2");
    }

    #[test]
    fn items_stand_below_each_other() {
        let paragraphs = vec![
            Paragraph::new(Shape::Heading, "1. Noise"),
            Paragraph::new(Shape::Bullet, "one"),
            Paragraph::new(Shape::Bullet, "two"),
            Paragraph::new(Shape::Text, "Lead Partner: Police"),
        ];
        let lines = lines(&Document { paragraphs, remarks: vec![] });
        assert_eq!(file(&lines), "1. Noise\n\n- one\n- two\n\nLead Partner: Police\n");
    }
}
