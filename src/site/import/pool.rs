//! Reads files on all cores: a file on each, and the chunks of a file on those that have no file of their own.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use rayon::prelude::*;

use super::chunks::{Chunks, End};
use super::counts::{ChunkCounts, Key, Rules, count};
use super::dates::{named, same_force};
use super::place::Recent;
use super::sources::{Lies, Source, Zip, open_zip};
use super::zip_recovery;
use crate::plan::load::is_left_behind;

/// How far the reading has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Files that have been read, and all there are.
    pub files: (usize, usize),
    /// Bytes that have been read, and all there are; in a zip, those of the files when unpacked.
    pub bytes: (u64, u64),
    /// Records that have been counted.
    pub records: u64,
}

/// How often progress is told.
const OFTEN: Duration = Duration::from_millis(200);

/// What was counted under one line of names.
#[derive(Debug)]
pub(super) struct Segment {
    /// The file, for messages.
    pub(super) shown: String,
    /// Month and force in the name of the file.
    pub(super) key: Option<Key>,
    pub(super) counts: ChunkCounts,
    /// Why this is not all that the file held.
    pub(super) broken: Option<String>,
}

/// A file that could not be read, or holds nothing.
#[derive(Debug)]
pub(super) struct Refused {
    pub(super) shown: String,
    pub(super) key: Option<Key>,
    /// Why, for whoever imports.
    pub(super) why: String,
    /// The same for the published record, which shows nothing of what stands in the file.
    pub(super) published: &'static str,
}

const UNREADABLE: &str = "it cannot be read";

/// What came of all files, in their order.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    pub(super) segments: Vec<Segment>,
    pub(super) refused: Vec<Refused>,
    /// Zips that are cut off, with the number of files that were found in them.
    pub(super) broken: Vec<(String, usize)>,
}

impl Outcome {
    fn add(mut self, mut other: Self) -> Self {
        self.segments.append(&mut other.segments);
        self.refused.append(&mut other.refused);
        self.broken.append(&mut other.broken);
        self
    }
}

/// Counts all records of these files; `tell` is called now and then.
pub(super) fn count_all(
    sources: &[Source],
    wanted: fn(&str) -> bool,
    rules: &Rules,
    tell: &mut dyn FnMut(Progress),
) -> Outcome {
    let reader =
        Reader { wanted, rules, files: AtomicUsize::new(0), bytes: AtomicU64::new(0), records: AtomicU64::new(0) };
    let progress = || {
        let all = sources.iter().map(|it| it.bytes).sum();
        Progress {
            files: (reader.files.load(Ordering::Relaxed), sources.len()),
            bytes: (reader.bytes.load(Ordering::Relaxed).min(all), all),
            records: reader.records.load(Ordering::Relaxed),
        }
    };
    // A zip's directory is read once for each stretch of files that one core takes, not once for each file.
    let read = || {
        let files = sources.par_iter().map_init(|| None, |zip, source| reader.read(source, zip));
        files.reduce(Outcome::default, Outcome::add)
    };
    let outcome = thread::scope(|scope| {
        let reading = scope.spawn(read);
        while !reading.is_finished() {
            tell(progress());
            // The first look comes soon, because most imports are short.
            let soon = reader.records.load(Ordering::Relaxed) == 0;
            thread::sleep(if soon { Duration::from_millis(5) } else { OFTEN });
        }
        reading.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    });
    tell(progress());
    outcome
}

struct Reader<'a> {
    wanted: fn(&str) -> bool,
    rules: &'a Rules,
    files: AtomicUsize,
    bytes: AtomicU64,
    records: AtomicU64,
}

impl Reader<'_> {
    fn read(&self, source: &Source, zip: &mut Option<(PathBuf, Zip)>) -> Outcome {
        let refused = |why: String| {
            let (shown, key) = (source.shown.clone(), key(&source.name));
            Outcome { refused: vec![Refused { shown, key, why, published: UNREADABLE }], ..Outcome::default() }
        };
        let outcome = match &source.lies {
            Lies::Alone(path) => match File::open(path) {
                Ok(file) => self.count(source, None, file),
                Err(error) => refused(format!("it cannot be read ({error})")),
            },
            Lies::Within(path, inside) => match opened(path, zip).map(|it| it.by_index(*inside)) {
                Some(Ok(file)) => self.count(source, None, file),
                Some(Err(error)) => refused(format!("it cannot be unpacked ({error})")),
                None => refused("its zip cannot be read any more".to_owned()),
            },
            Lies::Broken(path) => match File::open(path) {
                Ok(file) => self.recover(source, file),
                Err(_) => refused(UNREADABLE.to_owned()),
            },
        };
        self.files.fetch_add(1, Ordering::Relaxed);
        outcome
    }

    /// Counts what is left in a broken zip.
    fn recover(&self, source: &Source, zip: File) -> Outcome {
        let mut all = Outcome::default();
        let files = zip_recovery::each(BufReader::with_capacity(1 << 16, zip), |inner, file| {
            let name = inner.rsplit(['/', '\\']).next().unwrap_or_default();
            if (self.wanted)(name) && !inner.split(['/', '\\']).any(is_left_behind) {
                all = std::mem::take(&mut all).add(self.count(source, Some(name), file));
            }
        });
        all.broken.push((source.shown.clone(), files));
        all
    }

    /// Counts a file; `inner` is its own name where it is one of several in a broken zip.
    fn count(&self, source: &Source, inner: Option<&str>, file: impl Read + Send) -> Outcome {
        let (shown, key) = (source.shown(inner), key(inner.unwrap_or(&source.name)));
        let progress = |bytes: usize| {
            self.bytes.fetch_add(bytes as u64, Ordering::Relaxed);
        };
        let mut chunks = Chunks::of(file, progress);
        // The numbers of whole records can be added up in any order: nothing depends on which core is faster.
        let counted = chunks.by_ref().par_bridge().map_init(Recent::default, |recent, chunk| {
            let counts = count(&chunk, key.as_ref(), self.rules, recent);
            self.records.fetch_add(counts.read().into(), Ordering::Relaxed);
            vec![(chunk.segment, counts)]
        });
        let counted = counted.reduce(Vec::new, |mut all, more| {
            for (segment, counts) in more {
                match all.iter_mut().find(|it| it.0 == segment) {
                    Some((_, known)) => known.add(counts),
                    None => all.push((segment, counts)),
                }
            }
            all
        });
        let mut segments: Vec<Segment> = (0..chunks.segments)
            .map(|_| Segment { shown: shown.clone(), key: key.clone(), counts: ChunkCounts::default(), broken: None })
            .collect();
        for (segment, mut counts) in counted {
            counts.count_repeated_once();
            segments[segment].counts = counts;
        }
        let mut outcome = Outcome { segments, ..Outcome::default() };
        let (why, published) = match chunks.end {
            Some(End::Broken(why)) => match outcome.segments.last_mut() {
                Some(last) => {
                    last.broken = Some(why);
                    return outcome;
                }
                None => (format!("it cannot be read ({why})"), UNREADABLE),
            },
            Some(End::Empty) => ("it is empty".to_owned(), "it is empty"),
            Some(End::Strange(line)) => {
                let shown: String = line.chars().filter(|it| !it.is_control()).collect();
                let cause = cause(&line);
                let why =
                    format!("its first line, “{shown}”, does not name the columns of street-level records{cause}");
                (why, "it holds no street-level records")
            }
            Some(End::Whole) | None => return outcome,
        };
        outcome.refused.push(Refused { shown, key, why, published });
        outcome
    }
}

/// Month and force in a file's name.
fn key(name: &str) -> Option<Key> {
    named(name).map(|(month, force)| (month, same_force(&force)))
}

/// The zip at a path, which may be open already.
fn opened<'a>(path: &Path, zip: &'a mut Option<(PathBuf, Zip)>) -> Option<&'a mut Zip> {
    if zip.as_ref().is_none_or(|it| it.0 != path) {
        *zip = open_zip(path).ok().map(|it| (path.to_owned(), it));
    }
    zip.as_mut().map(|it| &mut it.1)
}

/// What has probably happened to a file of records whose first line is none of theirs.
fn cause(line: &str) -> &'static str {
    let lower = line.to_lowercase();
    if line.starts_with("PK") {
        ". It is a spreadsheet's workbook, or a zip, under another name"
    } else if line.contains('\0') {
        ". It is not saved as UTF-8, the encoding that the police use"
    } else if lower.contains("month") && line.contains([';', '\t']) {
        ". It looks as if a spreadsheet has saved it with something else than commas between the columns"
    } else if lower.contains("<html") || lower.contains("<!doctype") {
        ". It is a web page, not what was to be downloaded from it"
    } else {
        ""
    }
}
