//! A table as CSV: RFC 4180, one row of heads, no empty cell, and nothing that a spreadsheet would run as a formula.
//!
//! Numbers are plain digits. What the source does not give is `[x]`, what does not apply is `[z]`, as the government's
//! statisticians write it. Notes and the source stand beside the file, not in it.

use super::sheet::{Cell, Table, Value};

/// The table as the text of a CSV file, in UTF-8 without a byte order mark.
#[must_use]
pub fn csv(table: &Table) -> String {
    let mut text = String::new();
    line(&mut text, table.heads.iter().map(|it| guarded(&it.words)));
    for row in &table.rows {
        line(&mut text, row.iter().map(field));
    }
    text
}

fn line(text: &mut String, fields: impl Iterator<Item = String>) {
    for (at, field) in fields.enumerate() {
        if at > 0 {
            text.push(',');
        }
        if field.contains(['"', ',', '\r', '\n']) {
            text.push('"');
            text.push_str(&field.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&field);
        }
    }
    text.push_str("\r\n");
}

fn field(cell: &Cell) -> String {
    match cell.value {
        Value::Number(number) => number.to_string(),
        Value::NotAvailable => "[x]".to_owned(),
        Value::NotApplicable => "[z]".to_owned(),
        Value::Words => guarded(&cell.words),
    }
}

/// Words with an apostrophe before them where a spreadsheet would take them for a formula.
fn guarded(words: &str) -> String {
    let risky = words.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r']);
    if risky || words.starts_with(['\t', '\r', '\n']) { ["'", words].concat() } else { words.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::sheet::Head;

    fn table(rows: Vec<Vec<Cell>>) -> Table {
        Table { caption: String::new(), heads: vec![Head::words("What"), Head::numbers("Change, in per cent")], rows }
    }

    #[test]
    fn fields_are_quoted_and_guarded() {
        for (words, field) in [
            ("plain", "plain"),
            ("a, b", "\"a, b\""),
            ("say \"so\"", "\"say \"\"so\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("=1+1", "'=1+1"),
            ("+44", "'+44"),
            ("-1", "'-1"),
            ("@a", "'@a"),
            (" =1", "' =1"),
            ("\tx", "'\tx"),
            ("\u{2212}1", "\u{2212}1"),
        ] {
            let text = csv(&table(vec![vec![Cell::words(words), Cell::number(-48, "\u{2212}48%")]]));
            assert_eq!(text, format!("What,\"Change, in per cent\"\r\n{field},-48\r\n"), "{words}");
        }
    }

    #[test]
    fn what_is_missing_has_its_sign() {
        let text = csv(&table(vec![
            vec![Cell::words("a"), Cell::not_available("not published")],
            vec![Cell::not_applicable("none"), Cell::number(1_180, "1,180")],
        ]));
        assert_eq!(text, "What,\"Change, in per cent\"\r\na,[x]\r\n[z],1180\r\n");
    }
}
