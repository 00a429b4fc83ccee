//! Word documents.

use std::collections::BTreeMap;

use roxmltree::{Document as Xml, Node};

use super::archive;
use super::paragraph::{Document, Paragraph, Shape, of_tables, table};

/// Reads a Word document: the body, its footnotes after the paragraph that bears their mark.
pub(super) fn read(bytes: &[u8]) -> Result<Document, &'static str> {
    // A Word file that is locked with a password is no zip but an older kind of file.
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err("it is locked with a password, or saved as an old “.doc”");
    }
    let body = archive::text(bytes, "word/document.xml")?.ok_or("it is no Word document")?;
    let xml = Xml::parse(&body).map_err(|_| "it is damaged")?;
    let styles = archive::text(bytes, "word/styles.xml")?.map(|it| headings(&it)).unwrap_or_default();
    let links = archive::text(bytes, "word/_rels/document.xml.rels")?.map(|it| addresses(&it)).unwrap_or_default();
    let notes = archive::text(bytes, "word/footnotes.xml")?.map(|it| footnotes(&it)).unwrap_or_default();
    let mut reader = Reader { styles, links, notes, ..Reader::default() };
    if let Some(body) = xml.descendants().find(|it| it.tag_name().name() == "body") {
        reader.blocks(body);
    }
    let remarks = of_tables(reader.tables).into_iter().collect();
    Ok(Document { paragraphs: reader.paragraphs, remarks })
}

#[derive(Default)]
struct Reader {
    /// The ids of styles that make a heading.
    styles: Vec<String>,
    links: BTreeMap<String, String>,
    notes: BTreeMap<String, String>,
    /// How many footnotes have been met.
    met: usize,
    tables: usize,
    paragraphs: Vec<Paragraph>,
}

impl Reader {
    fn blocks(&mut self, parent: Node<'_, '_>) {
        for node in parent.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "p" => self.paragraph(node),
                "tbl" => self.table(node),
                // Contents pages and the like stand in a frame of their own.
                "sdt" | "sdtContent" | "ins" | "smartTag" | "customXml" => self.blocks(node),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, node: Node<'_, '_>) {
        let mut words = Words::default();
        self.runs(node, &mut words);
        if words.text.trim().is_empty() {
            return;
        }
        let properties = child(node, "pPr");
        let style = properties.and_then(|it| child(it, "pStyle")).and_then(|it| value(it)).unwrap_or_default();
        let listed = properties.and_then(|it| child(it, "numPr")).is_some() || style.to_lowercase().contains("list");
        let outlined = properties.and_then(|it| child(it, "outlineLvl")).is_some();
        let shape = if outlined || self.styles.iter().any(|it| it == style) || style.starts_with("Heading") {
            Shape::Heading
        } else if listed {
            Shape::Bullet
        } else {
            Shape::Text
        };
        let level = style.chars().last().and_then(|it| it.to_digit(10)).and_then(|it| u8::try_from(it).ok());
        self.paragraphs.push(if shape == Shape::Heading {
            Paragraph::heading(level.unwrap_or(0), words.text)
        } else {
            Paragraph::new(shape, words.text)
        });
        for id in words.notes {
            if let Some(note) = self.notes.remove(&id) {
                self.met += 1;
                self.paragraphs.push(Paragraph::new(Shape::Text, [raised(&self.met.to_string()), note].join(" ")));
            }
        }
    }

    /// The words of the runs within a paragraph, or within a link in it.
    fn runs(&self, node: Node<'_, '_>, words: &mut Words) {
        for it in node.children().filter(Node::is_element) {
            match it.tag_name().name() {
                "r" => self.run(it, words),
                "hyperlink" => {
                    let from = words.text.len();
                    self.runs(it, words);
                    let address =
                        it.attributes().find(|it| it.name() == "id").and_then(|it| self.links.get(it.value()));
                    if let Some(address) = address
                        && !words.text[from..].trim().is_empty()
                    {
                        let inner = words.text.split_off(from);
                        words.text.push_str(&["[", inner.trim(), "](", address, ")"].concat());
                    }
                }
                "ins" | "smartTag" | "sdt" | "sdtContent" | "fldSimple" => self.runs(it, words),
                _ => {}
            }
        }
    }

    fn run(&self, node: Node<'_, '_>, words: &mut Words) {
        let align = child(node, "rPr").and_then(|it| child(it, "vertAlign")).and_then(value);
        for it in node.children().filter(Node::is_element) {
            match it.tag_name().name() {
                "t" if align == Some("superscript") => words.text.push_str(&raised(it.text().unwrap_or_default())),
                "t" => words.text.push_str(it.text().unwrap_or_default()),
                "tab" => words.text.push('\t'),
                "br" | "cr" if it.attributes().all(|it| it.value() != "page") => words.text.push('\n'),
                "noBreakHyphen" => words.text.push('-'),
                "footnoteReference" => {
                    if let Some(id) = it.attributes().find(|it| it.name() == "id") {
                        words.notes.push(id.value().to_owned());
                        words.text.push_str(&raised(&(self.met + words.notes.len()).to_string()));
                    }
                }
                _ => {}
            }
        }
    }

    fn table(&mut self, node: Node<'_, '_>) {
        let named = |node: Node<'_, '_>, name: &str| node.tag_name().name() == name;
        let mut rows = Vec::new();
        for row in node.children().filter(|it| named(*it, "tr")) {
            let cells = row.children().filter(|it| named(*it, "tc"));
            rows.push(cells.map(|it| self.cell(it)).collect::<Vec<_>>());
        }
        let read = table(&rows);
        self.tables += usize::from(read.iter().any(|it| it.shape == Shape::Bullet));
        self.paragraphs.extend(read);
    }

    fn cell(&self, node: Node<'_, '_>) -> String {
        let mut words = Words::default();
        for it in node.descendants().filter(|it| it.tag_name().name() == "p") {
            if !words.text.is_empty() {
                words.text.push(' ');
            }
            self.runs(it, &mut words);
        }
        words.text.trim().to_owned()
    }
}

#[derive(Default)]
struct Words {
    text: String,
    notes: Vec<String>,
}

fn child<'a, 'b>(node: Node<'a, 'b>, name: &str) -> Option<Node<'a, 'b>> {
    node.children().find(|it| it.tag_name().name() == name)
}

fn value<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    node.attributes().find(|it| it.name() == "val").map(|it| it.value())
}

/// The ids of the styles that are headings, by their own names or those of the styles that they are made from.
fn headings(styles: &str) -> Vec<String> {
    let Ok(xml) = Xml::parse(styles) else { return Vec::new() };
    let styles = xml.descendants().filter(|it| it.tag_name().name() == "style");
    let is_one = |it: &Node<'_, '_>| {
        let name = child(*it, "name").and_then(value).unwrap_or_default().to_lowercase();
        name.starts_with("heading")
    };
    let id = |it: Node<'_, '_>| it.attributes().find(|it| it.name() == "styleId").map(|it| it.value().to_owned());
    styles.filter(is_one).filter_map(id).collect()
}

fn addresses(relations: &str) -> BTreeMap<String, String> {
    let Ok(xml) = Xml::parse(relations) else { return BTreeMap::new() };
    let relation = |it: Node<'_, '_>| {
        let target = it.attribute("Target")?;
        // A closing bracket would end the mark in source.txt.
        let plain = target.starts_with("http") && !target.contains([')', ' ']);
        plain.then(|| Some((it.attribute("Id")?.to_owned(), target.to_owned()))).flatten()
    };
    xml.descendants().filter_map(relation).collect()
}

fn footnotes(notes: &str) -> BTreeMap<String, String> {
    let Ok(xml) = Xml::parse(notes) else { return BTreeMap::new() };
    let note = |it: Node<'_, '_>| {
        let id = it.attributes().find(|it| it.name() == "id")?.value().to_owned();
        let text: String =
            it.descendants().filter(|it| it.tag_name().name() == "t").filter_map(|it| it.text()).collect();
        (!text.trim().is_empty()).then(|| (id, text.trim().to_owned()))
    };
    xml.descendants().filter(|it| it.tag_name().name() == "footnote").filter_map(note).collect()
}

/// Figures as raised ones; all else as it is.
pub(super) fn raised(text: &str) -> String {
    let raise = |c: char| c.to_digit(10).and_then(|it| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(it as usize)).unwrap_or(c);
    if text.chars().all(|it| it.is_ascii_digit() || it == ' ') {
        text.chars().map(raise).collect()
    } else {
        text.to_owned()
    }
}
