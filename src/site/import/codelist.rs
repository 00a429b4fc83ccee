//! Names by official code, from the code list that comes with postcodes: a workbook (`Codelist.xlsx`), or text. By hand, because
//! two columns are wanted, and a reader of workbooks brings a second reader of zips and one of XML.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use zip_reader::ZipArchive;

/// Adds the names in a workbook; tells whether it could be read.
pub(super) fn workbook(bytes: &[u8], names: &mut BTreeMap<String, String>) -> bool {
    let Ok(mut book) = ZipArchive::new(Cursor::new(bytes)) else { return false };
    let mut part = |name: &str| {
        let mut text = String::new();
        let read = book.by_name(name).ok()?.read_to_string(&mut text);
        read.ok().map(|_| text)
    };
    let shared: Vec<String> =
        part("xl/sharedStrings.xml").map(|it| elements(&it, "si").map(texts).collect()).unwrap_or_default();
    let mut sheets = 0;
    while let Some(sheet) = part(&format!("xl/worksheets/sheet{}.xml", sheets + 1)) {
        sheets += 1;
        for row in elements(&sheet, "row") {
            let cells: Vec<String> = elements(row, "c").map(|it| cell(it, &shared)).collect();
            pair(&cells, names);
        }
    }
    sheets > 0
}

/// Adds the names in a text whose lines have a name and a code, in whichever order.
pub(super) fn text(text: &str, names: &mut BTreeMap<String, String>) {
    for line in text.lines() {
        let cells: Vec<String> = line.split([',', '\t']).map(|it| it.trim().trim_matches('"').to_owned()).collect();
        pair(&cells, names);
    }
}

/// Takes in a row that has one code and one name.
fn pair(cells: &[String], names: &mut BTreeMap<String, String>) {
    let (codes, others): (Vec<&String>, Vec<&String>) =
        cells.iter().filter(|it| !it.is_empty()).partition(|it| is_code(it));
    if let ([code], [name]) = (codes.as_slice(), others.as_slice()) {
        names.insert((*code).clone(), plain_name(name));
    }
}

/// Whether a text has the form of an official code: `E07000218`.
pub(super) fn is_code(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 9 && bytes[0].is_ascii_uppercase() && bytes[1..].iter().all(u8::is_ascii_digit)
}

/// A council's name without what the list adds to tell kinds of council apart: `North Warwickshire District (B)`.
fn plain_name(name: &str) -> String {
    let name = name.trim();
    let name = name.strip_suffix("(B)").unwrap_or(name).trim_end();
    let name = [" District", " London Boro"].into_iter().find_map(|it| name.strip_suffix(it)).unwrap_or(name);
    name.trim_end().to_owned()
}

/// The value of a cell.
fn cell(cell: &str, shared: &[String]) -> String {
    let head = cell.split('>').next().unwrap_or_default();
    if head.contains("t=\"s\"") {
        let at = elements(cell, "v").next().and_then(|it| inner(it).trim().parse::<usize>().ok());
        return at.and_then(|at| shared.get(at)).cloned().unwrap_or_default();
    }
    if head.contains("t=\"inlineStr\"") { texts(cell) } else { unescaped(elements(cell, "v").next().map_or("", inner)) }
}

/// All text in an element.
fn texts(element: &str) -> String {
    elements(element, "t").map(inner).map(unescaped).collect()
}

/// What stands between an element's marks.
fn inner(element: &str) -> &str {
    let start = element.find('>').map_or(element.len(), |it| it + 1);
    let end = element.rfind("</").unwrap_or(element.len()).max(start);
    &element[start..end]
}

/// The elements of a name, each with its marks; those of this name have none of the same name inside them.
fn elements<'a>(text: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            let found = &rest[rest.find(&open)?..];
            let after = found[open.len()..].chars().next()?;
            if !matches!(after, '>' | ' ' | '/' | '\n' | '\r' | '\t') {
                rest = &found[open.len()..];
                continue;
            }
            let head = found.find('>')? + 1;
            let end = if found[..head].ends_with("/>") { head } else { found.find(&close)? + close.len() };
            rest = &found[end..];
            return Some(&found[..end]);
        }
    })
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

    #[test]
    fn a_workbook_gives_names() {
        let shared = "<sst><si><t>Fell &amp; Gate District (B)</t></si><si><t>X07000009</t></si><si><r><t>In</t></r><r><t \
                      xml:space=\"preserve\">dale</t></r></si></sst>";
        let sheet = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>\
                     <row r=\"2\"><c r=\"A2\" t=\"s\"><v>2</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>X06000001</t></is></c>\
                     <c r=\"C2\"/></row><row r=\"3\"><c r=\"A3\"><v>5</v></c></row></sheetData>";
        let mut zip = zip_reader::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in [
            ("xl/sharedStrings.xml", shared),
            ("xl/worksheets/sheet1.xml", "<x/>"),
            ("xl/worksheets/sheet2.xml", sheet),
        ] {
            zip.start_file(name, zip_reader::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        let bytes = zip.finish().unwrap().into_inner();
        let mut names = BTreeMap::new();
        assert!(workbook(&bytes, &mut names));
        let found: Vec<(&str, &str)> = names.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(found, [("X06000001", "Indale"), ("X07000009", "Fell & Gate")]);
        assert!(!workbook(b"no workbook", &mut names));
    }

    #[test]
    fn a_text_gives_names() {
        let mut names = BTreeMap::new();
        text("Name,Code\n\"Fellgate District\",X07000002\nX09000001\tTown London Boro\nx,y,X07000003\n", &mut names);
        let found: Vec<(&str, &str)> = names.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(found, [("X07000002", "Fellgate"), ("X09000001", "Town")]);
    }
}
