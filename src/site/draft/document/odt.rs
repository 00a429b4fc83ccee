//! `OpenDocument` texts.

use roxmltree::{Document as Xml, Node};

use super::archive;
use super::docx::raised;
use super::paragraph::{Document, Paragraph, Shape, of_tables, table};

/// Reads an `OpenDocument` text: its body, footnotes after the paragraph that bears their mark.
pub(super) fn read(bytes: &[u8]) -> Result<Document, &'static str> {
    let manifest = archive::text(bytes, "META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err("it is locked with a password");
    }
    let content = archive::text(bytes, "content.xml")?.ok_or("it is no OpenDocument text")?;
    let xml = Xml::parse(&content).map_err(|_| "it is damaged")?;
    let mut reader = Reader::default();
    if let Some(body) =
        xml.descendants().find(|it| it.tag_name().name() == "text" && it.has_children() && !it.is_text())
    {
        reader.blocks(body, false);
    }
    let remarks = of_tables(reader.tables).into_iter().collect();
    Ok(Document { paragraphs: reader.paragraphs, remarks })
}

#[derive(Default)]
struct Reader {
    tables: usize,
    paragraphs: Vec<Paragraph>,
}

impl Reader {
    fn blocks(&mut self, parent: Node<'_, '_>, listed: bool) {
        for node in parent.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "h" => {
                    let level = node.attributes().find(|it| it.name() == "outline-level");
                    let level = level.and_then(|it| it.value().parse().ok()).unwrap_or(0);
                    self.paragraph(node, Shape::Heading);
                    self.paragraphs.last_mut().into_iter().for_each(|it| it.level = level);
                }
                "p" => self.paragraph(node, if listed { Shape::Bullet } else { Shape::Text }),
                "list" => self.blocks(node, true),
                "list-item" | "list-header" => self.blocks(node, listed),
                "section" | "index-body" | "table-of-content" | "index-title" => self.blocks(node, false),
                "table" => self.table(node),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, node: Node<'_, '_>, shape: Shape) {
        let mut text = String::new();
        let mut notes = Vec::new();
        words(node, &mut text, &mut notes);
        if !text.trim().is_empty() {
            self.paragraphs.push(Paragraph::new(shape, text));
        }
        self.paragraphs.extend(notes.into_iter().map(|it| Paragraph::new(Shape::Text, it)));
    }

    fn table(&mut self, node: Node<'_, '_>) {
        let rows = node.descendants().filter(|it| it.tag_name().name() == "table-row");
        let cell = |node: Node<'_, '_>| {
            let (mut text, mut notes) = (String::new(), Vec::new());
            words(node, &mut text, &mut notes);
            text.trim().to_owned()
        };
        let row =
            |it: Node<'_, '_>| it.children().filter(|it| it.tag_name().name() == "table-cell").map(cell).collect();
        let read = table(&rows.map(row).collect::<Vec<_>>());
        self.tables += usize::from(read.iter().any(|it| it.shape == Shape::Bullet));
        self.paragraphs.extend(read);
    }
}

/// The words of a paragraph; those of its footnotes apart, each behind its mark.
fn words(node: Node<'_, '_>, text: &mut String, notes: &mut Vec<String>) {
    for it in node.children() {
        if it.is_text() {
            text.push_str(it.text().unwrap_or_default());
            continue;
        }
        match it.tag_name().name() {
            "tab" => text.push('\t'),
            "s" => text.push(' '),
            "line-break" => text.push('\n'),
            "note" => {
                let part = |name: &str| {
                    let part = it.children().find(|it| it.tag_name().name() == name);
                    let mut words = String::new();
                    if let Some(part) = part {
                        words_of(part, &mut words);
                    }
                    words.trim().to_owned()
                };
                let mark = raised(&part("note-citation"));
                text.push_str(&mark);
                notes.push([mark, part("note-body")].join(" "));
            }
            "a" => {
                let mut inner = String::new();
                words(it, &mut inner, notes);
                let address = it.attributes().find(|it| it.name() == "href").map(|it| it.value()).unwrap_or_default();
                if address.starts_with("http") && !address.contains([')', ' ']) && !inner.trim().is_empty() {
                    text.push_str(&["[", inner.trim(), "](", address, ")"].concat());
                } else {
                    text.push_str(&inner);
                }
            }
            "annotation" | "bookmark" => {}
            _ => words(it, text, notes),
        }
    }
}

fn words_of(node: Node<'_, '_>, text: &mut String) {
    text.extend(node.descendants().filter(Node::is_text).filter_map(|it| it.text()));
}
