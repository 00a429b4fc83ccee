//! Taking lines of comma-separated values apart, forgivingly: files arrive cut, joined and edited. By hand, because the package
//! `csv` takes all that follows an open quotation mark for one cell.
//!
//! A record is a line. Quotation marks are understood as RFC 4180 has them; one that is never closed costs at most its own
//! line, because the marks of that line are then taken for ordinary characters.

use memchr::{memchr, memchr_iter};
use xxhash_rust::xxh3::xxh3_128;

/// The most lines that a record with quoted line breaks may have.
pub(super) const LONGEST: usize = 4;

/// The most cells that are told apart; further ones are only counted.
const CELLS: usize = 32;

/// A line, taken apart. Kept from line to line, so that nothing is allocated for each.
#[derive(Default)]
pub(super) struct Row {
    /// The cells of a line with quotation marks, one after another without them.
    text: Vec<u8>,
    ends: Vec<usize>,
}

/// The cells of one record.
#[derive(Clone, Copy)]
pub(super) struct Cells<'a> {
    text: &'a [u8],
    ends: &'a [usize],
    /// How many bytes lie between two cells.
    between: usize,
    /// How many cells there are, those that are not told apart among them.
    pub(super) count: usize,
}

impl<'a> Cells<'a> {
    /// Those of a record that could not be taken apart.
    pub(super) const NONE: Self = Self { text: &[], ends: &[], between: 0, count: 0 };

    /// A cell, without spaces around it; empty where there is none.
    pub(super) fn get(&self, at: usize) -> &'a [u8] {
        let Some(&end) = self.ends.get(at) else { return &[] };
        let start = if at == 0 { 0 } else { self.ends[at - 1] + self.between };
        self.text.get(start..end).unwrap_or_default().trim_ascii()
    }

    /// All cells in one sum, the same just where every cell is the same, however it is quoted; none where there are more cells
    /// than are told apart. `text` is for putting them together.
    pub(super) fn sum(&self, text: &mut Vec<u8>) -> Option<u128> {
        text.clear();
        for at in 0..self.count {
            self.ends.get(at)?;
            text.extend_from_slice(self.get(at));
            text.push(0);
        }
        Some(xxh3_128(text))
    }
}

/// A quotation mark was opened and not closed.
pub(super) struct Open;

impl Row {
    /// The cells between commas, whatever stands in them.
    pub(super) fn plain<'a>(&'a mut self, line: &'a [u8]) -> Cells<'a> {
        self.ends.clear();
        let mut commas = 0;
        for at in memchr_iter(b',', line) {
            if commas < CELLS {
                self.ends.push(at);
            }
            commas += 1;
        }
        if commas < CELLS {
            self.ends.push(line.len());
        }
        Cells { text: line, ends: &self.ends, between: 1, count: commas + 1 }
    }

    /// The cells, of which some stand in quotation marks.
    pub(super) fn quoted(&mut self, line: &[u8]) -> Result<Cells<'_>, Open> {
        self.text.clear();
        self.ends.clear();
        let mut rest = line;
        loop {
            if let Some(inner) = rest.strip_prefix(b"\"") {
                rest = self.unquote(inner).ok_or(Open)?;
            }
            let end = memchr(b',', rest).unwrap_or(rest.len());
            self.text.extend_from_slice(&rest[..end]);
            self.ends.push(self.text.len());
            match rest.get(end + 1..) {
                Some(more) => rest = more,
                None => return Ok(Cells { text: &self.text, ends: &self.ends, between: 0, count: self.ends.len() }),
            }
        }
    }

    /// Takes in what stands before the closing mark; gives back what stands after it.
    fn unquote<'a>(&mut self, mut rest: &'a [u8]) -> Option<&'a [u8]> {
        loop {
            let end = memchr(b'"', rest)?;
            self.text.extend_from_slice(&rest[..end]);
            rest = &rest[end + 1..];
            // Two marks are one that belongs to the text.
            match rest.strip_prefix(b"\"") {
                Some(more) => {
                    self.text.push(b'"');
                    rest = more;
                }
                None => return Some(rest),
            }
        }
    }
}

/// How the lines at the beginning of a text are to be read.
enum Way {
    Plain,
    Quoted,
    Torn,
}

/// A record that could not be taken apart: a quotation mark in it is never closed.
pub(super) struct Torn;

impl Row {
    /// Takes the first record of a text apart, which should have so many cells; also tells how long it is with its line
    /// ending.
    pub(super) fn record<'a>(&'a mut self, text: &'a [u8], count: usize) -> (usize, Result<Cells<'a>, Torn>) {
        let (first, length) = first(text);
        if memchr(b'"', first).is_none() {
            return (length, Ok(self.plain(first)));
        }
        let mut record = first;
        let mut taken = length;
        let mut way = match self.quoted(first).map(|it| it.count) {
            Ok(found) if found == count => Way::Quoted,
            _ if self.plain(first).count == count => Way::Plain,
            Ok(_) => Way::Quoted,
            Err(Open) => Way::Torn,
        };
        if matches!(way, Way::Torn) {
            for _ in 1..LONGEST {
                taken += self::first(&text[taken..]).1;
                record = without_return(text[..taken].strip_suffix(b"\n").unwrap_or(&text[..taken]));
                if self.quoted(record).is_ok_and(|it| it.count == count) {
                    way = Way::Quoted;
                    break;
                }
            }
        }
        match way {
            Way::Plain => (length, Ok(self.plain(first))),
            Way::Quoted => (taken, self.quoted(record).map_err(|_| Torn)),
            Way::Torn => (length, Err(Torn)),
        }
    }
}

/// The first line of a text, which the text's end may end as well, and its length with its ending.
fn first(text: &[u8]) -> (&[u8], usize) {
    line(text).map_or((without_return(text), text.len()), |(line, rest)| (line, text.len() - rest.len()))
}

/// Whether a line holds nothing: no cell, or as a spreadsheet writes it, cells without anything in them.
pub(super) fn is_blank(line: &[u8]) -> bool {
    line.iter().all(|it| it.is_ascii_whitespace() || matches!(it, b',' | b'"'))
}

/// Whether a line leaves a quotation mark open.
pub(super) fn is_open(line: &[u8]) -> bool {
    memchr(b'"', line).is_some() && Row::default().quoted(line).is_err()
}

/// The first line of a text without its ending, and all that follows; nothing where there is no line end.
pub(super) fn line(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = memchr(b'\n', text)?;
    Some((without_return(&text[..end]), &text[end + 1..]))
}

/// A line without the carriage return that files from some systems have before the line end.
pub(super) fn without_return(line: &[u8]) -> &[u8] {
    line.strip_suffix(b"\r").unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(line: &str) -> Option<Vec<String>> {
        let mut row = Row::default();
        let cells = row.quoted(line.as_bytes()).ok()?;
        Some((0..cells.count).map(|at| String::from_utf8_lossy(cells.get(at)).into_owned()).collect())
    }

    #[test]
    fn quotation_marks_are_understood() {
        for (line, found) in [
            ("a,b", Some(vec!["a", "b"])),
            ("", Some(vec![""])),
            ("a,", Some(vec!["a", ""])),
            ("\"a,b\",c", Some(vec!["a,b", "c"])),
            ("\"a \"\"b\"\"\", c ", Some(vec!["a \"b\"", "c"])),
            ("a \"b\",c", Some(vec!["a \"b\"", "c"])),
            ("\"a\"b,c", Some(vec!["ab", "c"])),
            ("\"\",c", Some(vec!["", "c"])),
            ("\"a\nb\",c", Some(vec!["a\nb", "c"])),
            ("\"a,b", None),
            ("a,\"", None),
        ] {
            assert_eq!(cells(line), found.map(|it| it.into_iter().map(str::to_owned).collect()), "{line}");
            assert_eq!(is_open(line.as_bytes()), cells(line).is_none(), "{line}");
        }
    }

    #[test]
    fn plain_lines_keep_what_looks_like_quotation() {
        let mut row = Row::default();
        let cells = row.plain(b"\"a, b ,");
        assert_eq!(
            (cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.count),
            (&b"\"a"[..], &b"b"[..], &b""[..], &b""[..], 3)
        );
        let long = ",".repeat(50);
        let cells = row.plain(long.as_bytes());
        assert_eq!((cells.count, cells.get(49)), (51, &b""[..]));
    }

    #[test]
    fn a_record_costs_no_other() {
        for (text, count, length, found) in [
            ("a,b\nc,d\n", 2, 4, Some("b")),
            ("\"a\r\nb\",c\r\nd,e", 2, 10, Some("c")),
            // A mark that is not closed, in a line that has all its cells.
            ("a,\"b\nc,d\n", 2, 5, Some("\"b")),
            // One in a line that has not.
            ("\"a\nb,c\n", 2, 3, None),
            ("\"a", 2, 2, None),
            ("\"a,b\",c,d\n", 2, 10, Some("c")),
            // Marks around a comma, of which one is missing.
            ("a,b\",c", 3, 6, Some("b\"")),
            ("", 2, 0, Some("")),
        ] {
            let mut row = Row::default();
            let (taken, cells) = row.record(text.as_bytes(), count);
            let cell = cells.ok().map(|it| String::from_utf8_lossy(it.get(1)).into_owned());
            assert_eq!((taken, cell.as_deref()), (length, found), "{text:?}");
        }
    }

    #[test]
    fn rows_of_the_same_cells_have_one_sum() {
        let sum = |line: &str| {
            let mut row = Row::default();
            let (_, cells) = row.record(line.as_bytes(), 3);
            cells.ok().and_then(|it| it.sum(&mut Vec::new()))
        };
        let one = sum("a,b,c\n");
        assert!(one.is_some());
        for (line, same) in [
            ("a,b,c", true),
            ("\"a\",b,\"c\"\r\n", true),
            ("a, b ,c\n", true),
            ("a,b,d", false),
            ("a,bc,", false),
            ("a,b,c,", false),
        ] {
            assert_eq!(sum(line) == one, same, "{line}");
        }
        assert_eq!(sum(&",".repeat(CELLS + 1)), None);
    }

    #[test]
    fn lines_of_empty_cells_are_blank() {
        for (line, blank) in
            [("", true), ("\r\n", true), (",,,\n", true), ("\"\", ,\"\"", true), (",,a", false), ("-", false)]
        {
            assert_eq!(is_blank(line.as_bytes()), blank, "{line:?}");
        }
    }

    #[test]
    fn lines_end_in_two_ways() {
        assert_eq!(line(b"a\r\nb"), Some((&b"a"[..], &b"b"[..])));
        assert_eq!(line(b"\nb"), Some((&b""[..], &b"b"[..])));
        assert_eq!(line(b"b"), None);
    }
}
