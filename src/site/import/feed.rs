//! A file as a row of blocks, each of whole records, so that several workers can share one file.
//!
//! A line that names columns begins a new part, whether it is the first of a file or stands in its midst because files were
//! joined. Where a file ends too early, what was read till then is kept.

use std::io::{self, Read};
use std::sync::Arc;

use memchr::{memchr, memchr_iter, memmem, memrchr};

use super::columns::Columns;
use super::rows::{self, Row, is_blank, is_open, without_return};

/// How much is read at a time.
const BLOCK: usize = 1 << 20;

/// A stretch of a file under one line of names.
#[derive(Debug)]
pub(super) struct Part {
    /// The place of the file in the list of sources.
    pub(super) source: usize,
    /// The file's own name, where its records come from one of several in a broken zip.
    pub(super) name: Option<String>,
    /// Counted through all files.
    pub(super) number: usize,
    pub(super) columns: Columns,
}

/// Whole records of one part.
pub(super) struct Block {
    pub(super) bytes: Vec<u8>,
    pub(super) part: Arc<Part>,
    /// Whether the file ends with this block, and without a line end.
    pub(super) cut: bool,
}

/// How a file ended.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum End {
    /// As it should.
    Whole,
    /// It holds nothing.
    Empty,
    /// It is no file of records: the beginning of its first line.
    Strange(String),
    /// It could be read only so far, for this reason.
    Broken(String),
}

/// Reads a file to its end and hands on its blocks.
pub(super) fn feed(
    mut file: impl Read,
    mut part: impl FnMut(Columns) -> Arc<Part>,
    mut hand_on: impl FnMut(Block),
    mut progress: impl FnMut(usize),
) -> End {
    let mut feed = Feed { text: Vec::new(), part: None };
    let mut empty = true;
    loop {
        let before = feed.text.len();
        let trouble = fill(&mut file, &mut feed.text).err();
        let read = feed.text.len() - before;
        progress(read);
        empty &= feed.text.iter().all(u8::is_ascii_whitespace);
        let over = trouble.is_some() || read < BLOCK;
        if let Err(strange) = feed.hand_on(over, &mut part, &mut hand_on) {
            return End::Strange(strange);
        }
        match trouble {
            Some(trouble) => return End::Broken(trouble.to_string()),
            None if over && empty => return End::Empty,
            None if over => return End::Whole,
            None => {}
        }
    }
}

/// Appends a block's worth, or less at the end of the file; what came before an error stays.
fn fill(file: &mut impl Read, text: &mut Vec<u8>) -> io::Result<()> {
    file.take(BLOCK as u64).read_to_end(text).map(|_| ())
}

struct Feed {
    /// What has been read and not handed on.
    text: Vec<u8>,
    part: Option<Arc<Part>>,
}

impl Feed {
    /// Hands on all whole records; at the end of the file, all that is left.
    fn hand_on(
        &mut self,
        over: bool,
        part: &mut impl FnMut(Columns) -> Arc<Part>,
        hand_on: &mut impl FnMut(Block),
    ) -> Result<(), String> {
        loop {
            if self.part.is_none() && !self.begin(over, part)? {
                return Ok(());
            }
            let Some(current) = &self.part else { return Ok(()) };
            let end = if over { self.text.len() } else { cut(&self.text, current.columns.count) };
            let next = names_in(&self.text[..end]);
            let until = next.as_ref().map_or(end, |it| it.0);
            if until > 0 {
                let rest = self.text.split_off(until);
                let bytes = std::mem::replace(&mut self.text, rest);
                let cut = over && self.text.is_empty() && !bytes.ends_with(b"\n");
                hand_on(Block { bytes, part: Arc::clone(current), cut });
            }
            let Some((_, length, columns)) = next else { return Ok(()) };
            self.text.drain(..length);
            self.part = Some(part(columns));
        }
    }

    /// Reads the line that names the columns, the first that is not empty; tells whether there is one yet.
    fn begin(&mut self, over: bool, part: &mut impl FnMut(Columns) -> Arc<Part>) -> Result<bool, String> {
        loop {
            let (length, line) = match rows::line(&self.text) {
                Some((line, rest)) => (self.text.len() - rest.len(), line),
                None if (over || self.text.len() >= BLOCK) && !self.text.is_empty() => {
                    (self.text.len(), without_return(&self.text))
                }
                None => return Ok(false),
            };
            if is_blank(line) {
                self.text.drain(..length);
                continue;
            }
            if let Some(columns) = Columns::of(line) {
                self.text.drain(..length);
                self.part = Some(part(columns));
            } else if let Some(columns) = Columns::assumed(line) {
                self.part = Some(part(columns));
            } else {
                return Err(String::from_utf8_lossy(&line[..line.len().min(60)]).into_owned());
            }
            return Ok(true);
        }
    }
}

/// Where whole records end in a text that goes on. Text without any line end is cut where it ends: it is no table, and must
/// not fill the memory.
fn cut(text: &[u8], count: usize) -> usize {
    let Some(last) = memrchr(b'\n', text) else { return if text.len() >= BLOCK { text.len() } else { 0 } };
    if memchr(b'"', text).is_none() {
        return last + 1;
    }
    let end = last + 1;
    let mut start = end;
    // No record can begin before these lines and reach beyond them.
    let closed = (1..rows::LONGEST).all(|_| {
        let line_end = start.saturating_sub(1);
        let begin = memrchr(b'\n', &text[..line_end]).map_or(0, |it| it + 1);
        let whole = start > 0 && !is_open(without_return(&text[begin..line_end]));
        start = begin;
        whole
    });
    if closed { end } else { cut_record_by_record(text, count) }
}

/// The same, where quotation marks leave open what belongs together: after the last record behind which there are as many
/// lines as a record may have.
fn cut_record_by_record(text: &[u8], count: usize) -> usize {
    let mut reach = text.len();
    for _ in 0..rows::LONGEST {
        reach = memrchr(b'\n', &text[..reach]).unwrap_or(0);
    }
    let mut row = Row::default();
    let mut end = 0;
    while end < reach {
        let next = end + row.record(&text[end..], count).0;
        if next > reach + 1 {
            break;
        }
        end = next;
    }
    end
}

/// The first line that names columns: where it begins, how long it is with its ending, and what it names.
fn names_in(text: &[u8]) -> Option<(usize, usize, Columns)> {
    for found in memmem::find_iter(text, b"Crime type") {
        let start = memrchr(b'\n', &text[..found]).map_or(0, |it| it + 1);
        let end = memchr_iter(b'\n', &text[found..]).next().map_or(text.len(), |it| found + it + 1);
        let line = text[start..end].strip_suffix(b"\n").unwrap_or(&text[start..end]);
        if let Some(columns) = Columns::of(without_return(line)) {
            return Some((start, end - start, columns));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The blocks of a text, with the number of columns of their parts, and the end.
    fn blocks(text: impl Read) -> (Vec<(usize, String, bool)>, End) {
        let mut found = Vec::new();
        let mut number = 0;
        let part = |columns| {
            number += 1;
            Arc::new(Part { source: 0, name: None, number: number - 1, columns })
        };
        let block = |it: Block| {
            found.push((it.part.columns.count, String::from_utf8_lossy(&it.bytes).into_owned(), it.cut));
        };
        let end = feed(text, part, block, |_| {});
        (found, end)
    }

    const NAMES: &str = "Month,LSOA code,Crime type\n";

    #[test]
    fn a_file_begins_with_its_names() {
        assert_eq!(blocks("".as_bytes()).1, End::Empty);
        assert_eq!(blocks("\n\r\n".as_bytes()).1, End::Empty);
        assert_eq!(blocks("a,b\n".as_bytes()).1, End::Strange("a,b".into()));
        assert_eq!(blocks(NAMES.as_bytes()), (vec![], End::Whole));
        let text = format!("\n{NAMES}a\nb");
        assert_eq!(blocks(text.as_bytes()), (vec![(3, "a\nb".into(), true)], End::Whole));
    }

    #[test]
    fn joined_files_are_parts() {
        let text = format!("{NAMES}a\n{NAMES}\"Month\",\"Crime type\",Easting,Northing\r\nb,\"Crime type\",c\n");
        let found = vec![(3, "a\n".into(), false), (4, "b,\"Crime type\",c\n".into(), false)];
        assert_eq!(blocks(text.as_bytes()), (found, End::Whole));
    }

    #[test]
    fn blocks_end_between_records() {
        let record = "2019-03,\"a\nb\",Drugs\n";
        let text = format!("{NAMES}{}", record.repeat(200_000));
        let (found, end) = blocks(text.as_bytes());
        assert_eq!(end, End::Whole);
        assert!(found.len() > 3);
        assert!(found.iter().all(|(_, it, _)| it.len() % record.len() == 0 && it.starts_with("2019")));
        let all: usize = found.iter().map(|it| it.1.len()).sum();
        assert_eq!(all, 200_000 * record.len());
    }

    #[test]
    fn what_came_before_an_error_is_kept() {
        struct Breaks(usize);
        impl Read for Breaks {
            fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
                self.0 += 1;
                let text: &[u8] = match self.0 {
                    1 => NAMES.as_bytes(),
                    2 => b"a\nb",
                    _ => return Err(io::Error::other("torn")),
                };
                to[..text.len()].copy_from_slice(text);
                Ok(text.len())
            }
        }
        assert_eq!(blocks(Breaks(0)), (vec![(3, "a\nb".into(), true)], End::Broken("torn".into())));
    }

    #[test]
    fn what_is_no_table_does_not_fill_the_memory() {
        let text = format!("{NAMES}{}", "x".repeat(3 * BLOCK));
        let (found, _) = blocks(text.as_bytes());
        assert!(found.iter().all(|it| it.1.len() <= 2 * BLOCK), "{}", found.len());
    }
}
