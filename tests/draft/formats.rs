//! The text of an edition as the document that it came from, made anew in each format.

use std::io::{Cursor, Write as _};

use docx_rs::{
    AbstractNumbering, Docx, Footnote, Hyperlink, HyperlinkType, IndentLevel, Level, LevelJc, LevelText, NumberFormat,
    Numbering, NumberingId, Paragraph, Run, Start, Style, StyleType,
};

/// A line of `source.txt` as a program for writing has it.
pub(crate) enum Block {
    Title(String),
    Heading(String),
    Bullet(String),
    Contents(String),
    Text(String),
}

impl Block {
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Title(it) | Self::Heading(it) | Self::Bullet(it) | Self::Contents(it) | Self::Text(it) => it,
        }
    }
}

/// The lines of `source.txt`; `headings` are those of the edition.
pub(crate) fn blocks(source: &str, headings: &[String]) -> Vec<Block> {
    let mut headings = headings.iter().peekable();
    let mut list = Vec::new();
    let mut begun = false;
    for line in source.lines().map(|it| it.replace("**", "")).filter(|it| !it.trim().is_empty()) {
        let words = line.trim_end_matches(['*', '¹', '²', '³', ' ']);
        let is_contents = line.contains("....") || line.contains('\t');
        list.push(if headings.peek().is_some_and(|it| *it == words) && !is_contents {
            headings.next();
            begun = true;
            Block::Heading(line)
        } else if let Some(item) = line.strip_prefix("- ") {
            Block::Bullet(item.to_owned())
        } else if is_contents {
            Block::Contents(line)
        } else if begun {
            // Italic, as the star of a footnote that is printed in italic.
            let text = if line.starts_with('*') { line } else { line.trim_end_matches('*').to_owned() };
            Block::Text(text)
        } else {
            Block::Title(line)
        });
    }
    list
}

/// Puts back the star that the bold marks of `source.txt` hide: “**Note*” is a star and italic.
pub(crate) fn with_stars(source: &str) -> String {
    let star = |line: &str| {
        let (opening, closing) =
            (line.len() - line.trim_start_matches('*').len(), line.len() - line.trim_end_matches('*').len());
        if opening > closing && (opening - closing) % 2 == 1 {
            format!("*{}", line.trim_matches('*'))
        } else {
            line.to_owned()
        }
    };
    source.lines().map(star).collect::<Vec<_>>().join("\n")
}

const RAISED: [char; 3] = ['¹', '²', '³'];

/// As a Word document: headings and lists by their styles, links as links, footnotes as footnotes.
pub(crate) fn docx(blocks: &[Block]) -> Vec<u8> {
    let note = |mark: char| {
        let printed = blocks.iter().find_map(|it| it.text().strip_prefix(mark));
        printed.map(|it| it.trim().to_owned())
    };
    let mut docx = Docx::new()
        .add_style(Style::new("Heading1", StyleType::Paragraph).name("heading 1"))
        .add_style(Style::new("ListParagraph", StyleType::Paragraph).name("List Paragraph"))
        .add_abstract_numbering(AbstractNumbering::new(2).add_level(Level::new(
            0,
            Start::new(1),
            NumberFormat::new("bullet"),
            LevelText::new("•"),
            LevelJc::new("left"),
        )))
        .add_numbering(Numbering::new(2, 2));
    for block in blocks {
        if block.text().starts_with(RAISED) {
            continue;
        }
        let mut paragraph = match block {
            Block::Heading(_) => Paragraph::new().style("Heading1"),
            Block::Bullet(_) => {
                Paragraph::new().style("ListParagraph").numbering(NumberingId::new(2), IndentLevel::new(0))
            }
            _ => Paragraph::new(),
        };
        for part in parts(block.text()) {
            paragraph = match part {
                Part::Words(it) => {
                    let mut paragraph = paragraph;
                    for (at, part) in it.split('\t').enumerate() {
                        let run = if at > 0 { Run::new().add_tab() } else { Run::new() };
                        paragraph = paragraph.add_run(run.add_text(part));
                    }
                    paragraph
                }
                Part::Link(words) => paragraph.add_hyperlink(
                    Hyperlink::new("https://strategies.example/a", HyperlinkType::External)
                        .add_run(Run::new().add_text(words)),
                ),
                Part::Mark(mark) => {
                    let words = note(mark).expect("each mark has its footnote");
                    let words = Paragraph::new().add_run(Run::new().add_text(words));
                    paragraph.add_run(Run::new().add_footnote_reference(Footnote::new().add_content(words)))
                }
            };
        }
        docx = docx.add_paragraph(paragraph);
    }
    let mut bytes = Cursor::new(Vec::new());
    docx.build().pack(&mut bytes).expect("a document can be packed");
    bytes.into_inner()
}

enum Part<'a> {
    Words(&'a str),
    Link(&'a str),
    Mark(char),
}

/// A line cut at its links and at the marks of footnotes.
fn parts(line: &str) -> Vec<Part<'_>> {
    let mut list = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find(|c| c == '[' || RAISED.contains(&c)) {
        let (before, from) = rest.split_at(at);
        list.push(Part::Words(before));
        if let Some((words, after)) = from.strip_prefix('[').and_then(|it| it.split_once("](#)")) {
            list.push(Part::Link(words));
            rest = after;
        } else {
            let mark = from.chars().next().expect("a mark was found");
            list.push(Part::Mark(mark));
            rest = &from[mark.len_utf8()..];
        }
    }
    list.push(Part::Words(rest));
    list
}

/// Without the marks of links.
pub(crate) fn without_links(line: &str) -> String {
    line.replace("](#)", "").replace('[', "")
}

/// As an `OpenDocument` text.
pub(crate) fn odt(blocks: &[Block]) -> Vec<u8> {
    let escape = |it: &str| without_links(it).replace('&', "&amp;").replace('<', "&lt;").replace('\t', "<text:tab/>");
    let mut body = String::new();
    for block in blocks {
        let text = escape(block.text());
        body.extend(match block {
            Block::Heading(_) => ["<text:h text:outline-level=\"1\">", &text, "</text:h>"],
            Block::Bullet(_) => {
                ["<text:list><text:list-item><text:p>", &text, "</text:p></text:list-item></text:list>"]
            }
            _ => ["<text:p>", &text, "</text:p>"],
        });
    }
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>{body}</office:text>\
         </office:body></office:document-content>"
    );
    zip(&[("content.xml", &content)])
}

/// A zip of these files.
pub(crate) fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip_reader::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, zip_reader::write::SimpleFileOptions::default()).expect("a file can be begun");
        zip.write_all(text.as_bytes()).expect("a file can be written");
    }
    zip.finish().expect("the zip can be finished").into_inner()
}

/// As Markdown.
pub(crate) fn markdown(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        let words = without_links(block.text()).replace('*', "\\*");
        text.extend(match block {
            Block::Heading(_) => ["## ", &words, "\n\n"],
            Block::Bullet(_) => ["- ", &words, "\n"],
            _ => ["\n", &words, "\n\n"],
        });
    }
    text
}
