//! Markdown.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::paragraph::{Document, Paragraph, Shape, of_tables, table};

/// Reads Markdown.
pub(super) fn read(text: &str) -> Document {
    let mut reader = Reader::default();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        reader.take(event);
    }
    reader.finish(Shape::Text);
    Document { remarks: of_tables(reader.tables).into_iter().collect(), paragraphs: reader.paragraphs }
}

#[derive(Default)]
struct Reader {
    paragraphs: Vec<Paragraph>,
    words: String,
    items: usize,
    /// The next number of each list that we are in, where it is numbered.
    numbers: Vec<Option<u64>>,
    link: Option<(usize, String)>,
    rows: Vec<Vec<String>>,
    tables: usize,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(it) | Event::Code(it) => self.words.push_str(&it),
            Event::SoftBreak => self.words.push(' '),
            Event::HardBreak => self.words.push('\n'),
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::List(first) => {
                self.finish(self.shape());
                self.numbers.push(first);
            }
            Tag::Item => {
                self.items += 1;
                // A numbered heading that was not marked as one looks like the first item of a list.
                if let Some(Some(number)) = self.numbers.last_mut() {
                    self.words.extend([number.to_string().as_str(), ". "]);
                    *number += 1;
                }
            }
            Tag::Link { dest_url, .. } => self.link = Some((self.words.len(), dest_url.into_string())),
            Tag::Table(_) => self.rows.clear(),
            Tag::TableRow | Tag::TableHead => self.rows.push(Vec::new()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => {
                self.finish(Shape::Heading);
                let level = match level {
                    HeadingLevel::H1 => 1,
                    HeadingLevel::H2 => 2,
                    HeadingLevel::H3 => 3,
                    _ => 4,
                };
                self.paragraphs.last_mut().into_iter().for_each(|it| it.level = level);
            }
            TagEnd::Paragraph => self.finish(self.shape()),
            TagEnd::Item => {
                self.finish(self.shape());
                self.items = self.items.saturating_sub(1);
            }
            TagEnd::List(_) => drop(self.numbers.pop()),
            TagEnd::Link => {
                if let Some((from, address)) = self.link.take()
                    && from <= self.words.len()
                    && !address.contains([')', ' '])
                {
                    let inner = self.words.split_off(from);
                    self.words.push_str(&["[", inner.trim(), "](", &address, ")"].concat());
                }
            }
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.words);
                self.rows.last_mut().into_iter().for_each(|it| it.push(cell.trim().to_owned()));
            }
            TagEnd::Table => {
                self.tables += 1;
                self.paragraphs.extend(table(&std::mem::take(&mut self.rows)));
            }
            _ => {}
        }
    }

    fn shape(&self) -> Shape {
        let is_numbered = self.numbers.last().is_some_and(Option::is_some);
        if self.items > 0 && !is_numbered { Shape::Bullet } else { Shape::Text }
    }

    fn finish(&mut self, shape: Shape) {
        let words = std::mem::take(&mut self.words);
        let is_line = shape == Shape::Text;
        // Lines that end with a break are lines of their own.
        for (at, line) in words.split('\n').map(str::trim).filter(|it| !it.is_empty()).enumerate() {
            let tight = (is_line && at > 0) || shape == Shape::Bullet;
            self.paragraphs.push(Paragraph { tight, ..Paragraph::new(shape, line) });
        }
    }
}
