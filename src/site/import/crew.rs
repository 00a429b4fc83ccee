//! The workers, one for each core: each takes a file, reads it block by block, and counts the blocks, or leaves some of them
//! to workers who have nothing else to do.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{BufReader, Read};
use std::num::NonZero;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::columns::Columns;
use super::feed::{Block, End, Part, feed};
use super::place::Recent;
use super::salvage;
use super::sources::{Lies, Source, Zip, open_zip};
use super::tally::{Key, Rules, Tally, count};
use super::when::{named, same_force};
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
pub(super) struct Counted {
    pub(super) part: Arc<Part>,
    pub(super) tally: Tally,
    /// Why this is not all that the file held.
    pub(super) broken: Option<String>,
}

/// A file that could not be read, or holds nothing.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Refused {
    /// The place of the file in the list of sources.
    pub(super) source: usize,
    /// The file's own name, where it is one of several in a broken zip.
    pub(super) name: Option<String>,
    /// Why, for whoever imports.
    pub(super) why: String,
    /// The same for the published record, which shows nothing of what stands in the file.
    pub(super) published: &'static str,
}

const UNREADABLE: &str = "it cannot be read";

/// What came of all files.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// In the order of the sources.
    pub(super) counted: Vec<Counted>,
    /// Files that could not be read.
    pub(super) refused: Vec<Refused>,
    /// Zips that are cut off, with the number of files that were found in them.
    pub(super) broken: Vec<(usize, usize)>,
}

struct Crew<'a> {
    sources: &'a [Source],
    wanted: fn(&str) -> bool,
    rules: &'a Rules,
    /// Month and force in the name of each file.
    names: Vec<Option<Key>>,
    work: Mutex<Work>,
    wake: Condvar,
    outcome: Mutex<Outcome>,
    files: AtomicUsize,
    bytes: AtomicU64,
    records: AtomicU64,
}

#[derive(Default)]
struct Work {
    next: usize,
    /// How many files are being read.
    open: usize,
    blocks: VecDeque<Block>,
    idle: usize,
}

enum Job {
    Count(Block),
    Read(usize),
}

/// Counts all records of these files; `tell` is called now and then.
pub(super) fn count_all(
    sources: &[Source],
    wanted: fn(&str) -> bool,
    rules: &Rules,
    tell: &mut dyn FnMut(Progress),
) -> Outcome {
    let crew = Crew {
        sources,
        wanted,
        rules,
        names: sources.iter().map(|it| key(&it.name)).collect(),
        work: Mutex::default(),
        wake: Condvar::new(),
        outcome: Mutex::default(),
        files: AtomicUsize::new(0),
        bytes: AtomicU64::new(0),
        records: AtomicU64::new(0),
    };
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(|| crew.work())).collect();
        while !workers.iter().all(thread::ScopedJoinHandle::is_finished) {
            tell(crew.progress());
            // The first look comes soon, because most imports are short.
            thread::sleep(if crew.records.load(Ordering::Relaxed) == 0 { Duration::from_millis(5) } else { OFTEN });
        }
    });
    tell(crew.progress());
    let mut outcome = crew.outcome.into_inner().unwrap_or_else(PoisonError::into_inner);
    outcome.counted.sort_by_key(|it| (it.part.source, it.part.number));
    outcome.refused.sort();
    outcome.broken.sort_unstable();
    outcome
}

/// Month and force in a file's name.
pub(super) fn key(name: &str) -> Option<Key> {
    named(name).map(|(month, force)| (month, same_force(&force)))
}

impl Crew<'_> {
    fn lock(&self) -> MutexGuard<'_, Work> {
        self.work.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn outcome(&self) -> MutexGuard<'_, Outcome> {
        self.outcome.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn progress(&self) -> Progress {
        let all = self.sources.iter().map(|it| it.bytes).sum();
        Progress {
            files: (self.files.load(Ordering::Relaxed), self.sources.len()),
            bytes: (self.bytes.load(Ordering::Relaxed).min(all), all),
            records: self.records.load(Ordering::Relaxed),
        }
    }

    fn work(&self) {
        let mut recent = Recent::new();
        let mut zip = None;
        while let Some(job) = self.job() {
            match job {
                Job::Count(block) => self.count(&block, &mut recent),
                Job::Read(at) => {
                    self.read(at, &mut zip, &mut recent);
                    self.files.fetch_add(1, Ordering::Relaxed);
                    self.lock().open -= 1;
                    self.wake.notify_all();
                }
            }
        }
    }

    /// Something to do; nothing when all is done.
    fn job(&self) -> Option<Job> {
        let mut work = self.lock();
        loop {
            if let Some(block) = work.blocks.pop_front() {
                return Some(Job::Count(block));
            }
            if work.next < self.sources.len() {
                work.open += 1;
                work.next += 1;
                return Some(Job::Read(work.next - 1));
            }
            if work.open == 0 {
                return None;
            }
            work.idle += 1;
            work = self.wake.wait(work).unwrap_or_else(PoisonError::into_inner);
            work.idle -= 1;
        }
    }

    /// Counts a block, or leaves it to somebody who waits.
    fn hand_on(&self, block: Block, recent: &mut Recent) {
        {
            let mut work = self.lock();
            if work.idle > work.blocks.len() {
                work.blocks.push_back(block);
                self.wake.notify_one();
                return;
            }
        }
        self.count(&block, recent);
    }

    fn count(&self, block: &Block, recent: &mut Recent) {
        let own = block.part.name.as_deref().map(key);
        let named = own.as_ref().unwrap_or(&self.names[block.part.source]);
        let tally = count(block, named.as_ref(), self.rules, recent);
        self.records.fetch_add(tally.read().into(), Ordering::Relaxed);
        let mut outcome = self.outcome();
        if let Some(counted) = outcome.counted.get_mut(block.part.number) {
            counted.tally.add(tally);
        }
    }

    fn refuse(&self, source: usize, name: Option<&str>, why: String, published: &'static str) {
        self.outcome().refused.push(Refused { source, name: name.map(str::to_owned), why, published });
    }

    fn read(&self, at: usize, zip: &mut Option<(usize, Zip)>, recent: &mut Recent) {
        let source = &self.sources[at];
        match &source.lies {
            Lies::Alone(path) => match File::open(path) {
                Ok(file) => self.feed(at, None, file, recent),
                Err(error) => self.refuse(at, None, format!("it cannot be read ({error})"), UNREADABLE),
            },
            Lies::Within(path, inside) => {
                // A zip's directory is read once by each worker, not once for each file.
                let known = zip.as_ref().is_some_and(|it| same_zip(&self.sources[it.0], source));
                if !known {
                    *zip = open_zip(path).ok().map(|it| (at, it));
                }
                let Some((_, open)) = zip else {
                    return self.refuse(at, None, "its zip cannot be read any more".to_owned(), UNREADABLE);
                };
                match open.by_index(*inside) {
                    Ok(file) => self.feed(at, None, file, recent),
                    Err(error) => self.refuse(at, None, format!("it cannot be unpacked ({error})"), UNREADABLE),
                }
            }
            Lies::Broken(path) => {
                let Ok(file) = File::open(path) else {
                    return self.refuse(at, None, UNREADABLE.to_owned(), UNREADABLE);
                };
                let files = salvage::each(BufReader::with_capacity(1 << 16, file), |inner, file| {
                    let name = inner.rsplit(['/', '\\']).next().unwrap_or_default();
                    if (self.wanted)(name) && !inner.split(['/', '\\']).any(is_left_behind) {
                        self.feed(at, Some(name), file, recent);
                    }
                });
                self.outcome().broken.push((at, files));
            }
        }
    }

    fn feed(&self, at: usize, name: Option<&str>, file: impl Read, recent: &mut Recent) {
        let mut last = None;
        let part = |columns: Columns| {
            let mut outcome = self.outcome();
            let part =
                Arc::new(Part { source: at, name: name.map(str::to_owned), number: outcome.counted.len(), columns });
            last = Some(part.number);
            outcome.counted.push(Counted { part: Arc::clone(&part), tally: Tally::default(), broken: None });
            part
        };
        let progress = |bytes: usize| {
            self.bytes.fetch_add(bytes as u64, Ordering::Relaxed);
        };
        let end = feed(file, part, |block| self.hand_on(block, recent), progress);
        let (why, published) = match end {
            End::Whole => return,
            End::Broken(why) => {
                let mut outcome = self.outcome();
                match last.and_then(|number| outcome.counted.get_mut(number)) {
                    Some(counted) => return counted.broken = Some(why),
                    None => (format!("it cannot be read ({why})"), UNREADABLE),
                }
            }
            End::Empty => ("it is empty".to_owned(), "it is empty"),
            End::Strange(line) => {
                let shown: String = line.chars().filter(|it| !it.is_control()).collect();
                let cause = cause(&line);
                let why =
                    format!("its first line, “{shown}”, does not name the columns of street-level records{cause}");
                (why, "it holds no street-level records")
            }
        };
        self.refuse(at, name, why, published);
    }
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

fn same_zip(one: &Source, other: &Source) -> bool {
    matches!((&one.lies, &other.lies), (Lies::Within(a, _), Lies::Within(b, _)) if a == b)
}
