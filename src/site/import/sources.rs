//! Finding the files in what was named: folders in depth, zips, and single files.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::fs::{self, File};
use std::io::{BufReader, Read as _};
use std::path::{Path, PathBuf};

use zip_reader::ZipArchive;

use super::Refusal;
use crate::plan::load::is_left_behind;

/// A file to be read.
#[derive(Clone, Debug)]
pub(super) struct Source {
    /// Its own name.
    pub(super) name: String,
    /// Where it lies, for messages.
    pub(super) shown: String,
    /// How many bytes it has, not compressed.
    pub(super) bytes: u64,
    pub(super) lies: Lies,
}

impl Source {
    /// The file in words; `inner` is its own name where it is one of several in a broken zip.
    pub(super) fn shown(&self, inner: Option<&str>) -> String {
        inner.map_or_else(|| self.shown.clone(), |inner| format!("{}: {inner}", self.shown))
    }
}

/// Where a file lies.
#[derive(Clone, Debug)]
pub(super) enum Lies {
    Alone(PathBuf),
    /// In a zip, at this place of its directory.
    Within(PathBuf, usize),
    /// A zip whose directory, which stands at its end, cannot be read.
    Broken(PathBuf),
}

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) sources: Vec<Source>,
    /// What was passed over, with the reason.
    pub(super) passed_over: Vec<(String, String)>,
    seen: BTreeSet<PathBuf>,
}

/// An open zip, read through a buffer.
pub(super) type Zip = ZipArchive<BufReader<File>>;

/// How every zip that holds something begins.
const ZIP: &[u8; 4] = b"PK\x03\x04";

/// Finds all files of a wanted name in these paths.
pub(super) fn find(paths: &[PathBuf], wanted: fn(&str) -> bool) -> Result<Found, Refusal> {
    let mut found = Found::default();
    for path in paths {
        let kind = fs::metadata(path).map_err(|error| Refusal::at(path, &format!("it cannot be read ({error})")))?;
        if kind.is_dir() {
            found.folder(path, wanted);
        } else {
            // What was named is taken as it is, whatever its name.
            found.file(path, kind.len(), |_| true, wanted);
        }
    }
    Ok(found)
}

impl Found {
    fn folder(&mut self, folder: &Path, wanted: fn(&str) -> bool) {
        if !self.is_new(folder) {
            return;
        }
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => return self.pass_over(&folder.display(), format!("it cannot be read ({error})")),
        };
        let mut paths: Vec<PathBuf> = entries.flatten().map(|it| it.path()).collect();
        // The order of a folder differs from system to system; the outcome shall not.
        paths.sort();
        let name = |it: &Path| it.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for path in paths.into_iter().filter(|it| !is_left_behind(&name(it))) {
            match fs::metadata(&path) {
                Ok(kind) if kind.is_dir() => self.folder(&path, wanted),
                Ok(kind) => self.file(&path, kind.len(), wanted, wanted),
                Err(error) => self.pass_over(&path.display(), format!("it cannot be read ({error})")),
            }
        }
    }

    fn file(&mut self, path: &Path, bytes: u64, wanted: fn(&str) -> bool, inside: fn(&str) -> bool) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_zip = has_ending(&name, "zip");
        if !(is_zip || wanted(&name)) || !self.is_new(path) {
            return;
        }
        let shown = path.display().to_string();
        if !is_zip {
            return self.sources.push(Source { name, shown, bytes, lies: Lies::Alone(path.to_owned()) });
        }
        match open_zip(path) {
            Ok(zip) => self.zip(zip, path, inside),
            Err(_) if begins_as_zip(path) => {
                self.sources.push(Source { name, shown, bytes, lies: Lies::Broken(path.to_owned()) });
            }
            Err(error) => self.pass_over(&shown, format!("it is no zip that can be read ({error})")),
        }
    }

    fn zip(&mut self, mut zip: Zip, path: &Path, wanted: fn(&str) -> bool) {
        let mut members = Vec::new();
        for at in 0..zip.len() {
            match zip.by_index_raw(at) {
                Ok(member) if member.is_dir() => {}
                Ok(member) => {
                    let inner = member.name().to_owned();
                    let name = inner.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
                    let shown = format!("{}: {inner}", path.display());
                    if inner.split(['/', '\\']).any(is_left_behind) || !wanted(&name) {
                        continue;
                    }
                    if member.encrypted() {
                        self.pass_over(&shown, "it needs a password".to_owned());
                    } else {
                        let lies = Lies::Within(path.to_owned(), at);
                        members.push(Source { name, shown, bytes: member.size(), lies });
                    }
                }
                Err(error) => {
                    self.pass_over(&path.display(), format!("file {at} in it cannot be read ({error})"));
                }
            }
        }
        members.sort_by(|a, b| a.shown.cmp(&b.shown));
        self.sources.append(&mut members);
    }

    fn pass_over(&mut self, what: &dyn Display, why: String) {
        self.passed_over.push((what.to_string(), why));
    }

    /// Whether a path has not been here yet, by whatever way it is named.
    fn is_new(&mut self, path: &Path) -> bool {
        self.seen.insert(fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()))
    }
}

/// Whether a file's name has this ending, in small or capital letters.
pub(super) fn has_ending(name: &str, ending: &str) -> bool {
    Path::new(name).extension().is_some_and(|it| it.eq_ignore_ascii_case(ending))
}

pub(super) fn open_zip(path: &Path) -> Result<Zip, String> {
    let file = File::open(path).map_err(|error| error.to_string())?;
    ZipArchive::new(BufReader::with_capacity(1 << 16, file)).map_err(|error| error.to_string())
}

fn begins_as_zip(path: &Path) -> bool {
    let mut start = [0; ZIP.len()];
    File::open(path).and_then(|mut it| it.read_exact(&mut start)).is_ok() && start == *ZIP
}
