//! A file as a row of chunks, each of whole records, so that several threads can share one file.
//!
//! A line that names columns begins a new segment, whether it is the first of a file or stands in its midst because files were
//! joined. Where a file ends too early, what was read till then is kept.

use std::collections::VecDeque;
use std::io::Read;
use std::sync::Arc;

use memchr::{memchr, memchr_iter, memmem, memrchr};

use super::columns::Columns;
use super::rows::{self, Row, is_blank, is_open, without_return};

/// How much is read at a time.
const READ: usize = 1 << 20;

/// Whole records of one segment: a stretch of a file under one line of names.
pub(super) struct Chunk {
    pub(super) bytes: Vec<u8>,
    pub(super) columns: Arc<Columns>,
    /// The number of its segment in the file, counted from zero.
    pub(super) segment: usize,
    /// Whether the file ends with this chunk, and without a line end.
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

/// The chunks of a file, read as they are asked for.
pub(super) struct Chunks<R, P> {
    file: R,
    /// Told how many bytes have been read.
    progress: P,
    /// What has been read and not handed on.
    text: Vec<u8>,
    columns: Option<Arc<Columns>>,
    /// How many segments have begun.
    pub(super) segments: usize,
    ready: VecDeque<Chunk>,
    is_empty: bool,
    /// How the file ended, once it has.
    pub(super) end: Option<End>,
}

impl<R: Read, P: Fn(usize)> Iterator for Chunks<R, P> {
    type Item = Chunk;

    fn next(&mut self) -> Option<Chunk> {
        while self.ready.is_empty() && self.end.is_none() {
            self.read_on();
        }
        self.ready.pop_front()
    }
}

impl<R: Read, P: Fn(usize)> Chunks<R, P> {
    pub(super) fn of(file: R, progress: P) -> Self {
        let (text, ready) = (Vec::new(), VecDeque::new());
        Self { file, progress, text, columns: None, segments: 0, ready, is_empty: true, end: None }
    }

    /// Reads a piece, and makes chunks of all whole records.
    fn read_on(&mut self) {
        let before = self.text.len();
        // What came before an error stays.
        let trouble = (&mut self.file).take(READ as u64).read_to_end(&mut self.text).err();
        let read = self.text.len() - before;
        (self.progress)(read);
        self.is_empty &= self.text.iter().all(u8::is_ascii_whitespace);
        let over = trouble.is_some() || read < READ;
        self.end = match (self.hand_on(over), trouble) {
            (Err(strange), _) => Some(End::Strange(strange)),
            (Ok(()), Some(trouble)) => Some(End::Broken(trouble.to_string())),
            (Ok(()), None) if over && self.is_empty => Some(End::Empty),
            (Ok(()), None) => over.then_some(End::Whole),
        };
    }

    fn begin_segment(&mut self, columns: Columns) {
        self.columns = Some(Arc::new(columns));
        self.segments += 1;
    }

    /// Makes chunks of all whole records; at the end of the file, of all that is left.
    fn hand_on(&mut self, over: bool) -> Result<(), String> {
        loop {
            if self.columns.is_none() && !self.begin(over)? {
                return Ok(());
            }
            let Some(columns) = &self.columns else { return Ok(()) };
            let end = if over { self.text.len() } else { cut(&self.text, columns.count) };
            let next = names_in(&self.text[..end]);
            let until = next.as_ref().map_or(end, |it| it.0);
            if until > 0 {
                let rest = self.text.split_off(until);
                let bytes = std::mem::replace(&mut self.text, rest);
                let cut = over && self.text.is_empty() && !bytes.ends_with(b"\n");
                let columns = Arc::clone(columns);
                self.ready.push_back(Chunk { bytes, columns, segment: self.segments - 1, cut });
            }
            let Some((_, length, columns)) = next else { return Ok(()) };
            self.text.drain(..length);
            self.begin_segment(columns);
        }
    }

    /// Reads the line that names the columns, the first that is not empty; tells whether there is one yet.
    fn begin(&mut self, over: bool) -> Result<bool, String> {
        loop {
            let (length, line) = match rows::line(&self.text) {
                Some((line, rest)) => (self.text.len() - rest.len(), line),
                None if (over || self.text.len() >= READ) && !self.text.is_empty() => {
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
                self.begin_segment(columns);
            } else if let Some(columns) = Columns::assumed(line) {
                self.begin_segment(columns);
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
    let Some(last) = memrchr(b'\n', text) else { return if text.len() >= READ { text.len() } else { 0 } };
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
    use std::io;

    use super::*;

    /// The chunks of a text, with the number of columns of their segments, and the end.
    fn chunks(text: impl Read) -> (Vec<(usize, String, bool)>, End) {
        let mut chunks = Chunks::of(text, |_| {});
        let text = |it: &Chunk| String::from_utf8_lossy(&it.bytes).into_owned();
        let found = chunks.by_ref().map(|it| (it.columns.count, text(&it), it.cut)).collect();
        (found, chunks.end.unwrap())
    }

    const NAMES: &str = "Month,LSOA code,Crime type\n";

    #[test]
    fn a_file_begins_with_its_names() {
        assert_eq!(chunks("".as_bytes()).1, End::Empty);
        assert_eq!(chunks("\n\r\n".as_bytes()).1, End::Empty);
        assert_eq!(chunks("a,b\n".as_bytes()).1, End::Strange("a,b".into()));
        assert_eq!(chunks(NAMES.as_bytes()), (vec![], End::Whole));
        let text = format!("\n{NAMES}a\nb");
        assert_eq!(chunks(text.as_bytes()), (vec![(3, "a\nb".into(), true)], End::Whole));
    }

    #[test]
    fn joined_files_are_segments() {
        let text = format!("{NAMES}a\n{NAMES}\"Month\",\"Crime type\",Easting,Northing\r\nb,\"Crime type\",c\n");
        let found = vec![(3, "a\n".into(), false), (4, "b,\"Crime type\",c\n".into(), false)];
        assert_eq!(chunks(text.as_bytes()), (found, End::Whole));
    }

    #[test]
    fn chunks_end_between_records() {
        let record = "2019-03,\"a\nb\",Drugs\n";
        let text = format!("{NAMES}{}", record.repeat(200_000));
        let (found, end) = chunks(text.as_bytes());
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
        assert_eq!(chunks(Breaks(0)), (vec![(3, "a\nb".into(), true)], End::Broken("torn".into())));
    }

    #[test]
    fn what_is_no_table_does_not_fill_the_memory() {
        let text = format!("{NAMES}{}", "x".repeat(3 * READ));
        let (found, _) = chunks(text.as_bytes());
        assert!(found.iter().all(|it| it.1.len() <= 2 * READ), "{}", found.len());
    }
}
