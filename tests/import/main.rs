//! Importing official figures: files in the form in which they are published, damaged in every way that downloads are.

#![expect(clippy::expect_used, reason = "a test that cannot go on says so and fails")]

mod command;
mod damage;
mod generate;
mod left_out;
mod months;
mod postcodes;
mod repeated;
mod types;

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use generate::{Counts, Sheet, SmallArea, Vintage};
use plan_explorer::plan::load::{self, Loaded};
use plan_explorer::site::import::Refusal;
use plan_explorer::site::import::crime::{self, Options, Report};

/// The types of the invented area, and one of the police's that its table does not have yet.
const KINDS: [&str; 3] = ["Loud boats", "Stolen oars", "Burglary"];
const FORCE: &str = "Lakeshire Police";
const FILE: &str = "lakeshire";

/// A copy of the invented edition, with a folder for downloads beside it; gone when dropped.
struct Workspace(PathBuf);

impl Workspace {
    fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("import-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let workspace = Self(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name));
        xtask::project::copy(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/editions/brindlemere"),
            &workspace.data(),
        )
        .expect("the invented edition can be copied");
        fs::create_dir_all(workspace.downloads()).expect("a folder can be made");
        workspace
    }

    fn data(&self) -> PathBuf {
        self.0.join("data")
    }

    fn downloads(&self) -> PathBuf {
        self.0.join("downloads")
    }

    fn area(&self, file: &str) -> PathBuf {
        self.data().join("area").join(file)
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.area(file)).expect("the area has this file")
    }

    fn replace(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file} has “{from}”");
        fs::write(self.area(file), text.replacen(from, to, 1)).expect("it can be written");
    }

    /// Puts a file among the downloads.
    fn put(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.downloads().join(name);
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder can be made");
        fs::write(&path, content).expect("it can be written");
        path
    }

    /// Puts a month of records among the downloads, where they would lie; gives back what they come to.
    fn month(&self, month: &str, records: usize) -> Counts {
        let (text, counts) = street(month, FORCE, records, Vintage::New);
        self.put(&format!("{month}/{month}-{FILE}-street.csv"), text);
        counts
    }

    fn options(&self) -> Options {
        let on = Some(String::from("2031-05-01"));
        Options { folder: self.data(), paths: vec![self.downloads()], on, ..Options::default() }
    }

    fn import(&self) -> Result<Report, Refusal> {
        import_with(&self.options())
    }

    /// The data folder, which must pass the check.
    fn load(&self) -> Loaded {
        let loaded = load::edition(&self.data());
        let list: Vec<String> = loaded.problems.iter().map(ToString::to_string).collect();
        assert!(loaded.plan.is_some(), "it passes the check:\n{}", list.join("\n"));
        loaded
    }

    /// What the table counts, without zeros.
    fn table(&self) -> Counts {
        let loaded = self.load();
        let (plan, area) = (loaded.plan.expect("it passes"), loaded.area.expect("it passes"));
        let crime = area.crime;
        let mut counts = Counts::new();
        for (at, month) in crime.months.iter().enumerate() {
            for ward in &plan.wards {
                for (kind, of) in crime.types.iter().enumerate() {
                    let id = plan.find_ward(ward.id.as_str()).expect("it is one of them");
                    let month = format!("{:04}-{:02}", month.year, month.month);
                    if let records @ 1.. = crime.count(at, id, kind) {
                        counts.insert((month, ward.id.to_string(), of.name.clone()), records);
                    }
                }
            }
        }
        counts
    }

    /// Every file in the area's folder, to see that nothing has changed.
    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let entries = fs::read_dir(self.data().join("area")).expect("it is a folder").flatten();
        entries
            .map(|it| {
                let name = it.file_name().into_string().expect("its names are text");
                (name, fs::read(it.path()).expect("it can be read"))
            })
            .collect()
    }

    /// Imports, expecting a refusal that says these words and leaves everything as it was.
    fn refused(&self, options: &Options, words: &[&str]) {
        let before = self.files();
        let refusal = import_with(options).expect_err("it is refused").0;
        for words in words {
            assert!(refusal.contains(words), "“{words}” in {refusal}");
        }
        assert_eq!(self.files(), before, "nothing was changed");
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        // What is left behind lies in the build's own folder for temporary files.
        drop(fs::remove_dir_all(&self.0));
    }
}

fn import_with(options: &Options) -> Result<Report, Refusal> {
    crime::import(options, &mut |_| {})
}

/// The small areas of the invented area, and one of its neighbour's.
fn areas() -> Vec<SmallArea> {
    let area = |code: &str, name: &str, ward: Option<&str>, degrees, metres| SmallArea {
        code: code.to_owned(),
        name: name.to_owned(),
        ward: ward.map(str::to_owned),
        degrees,
        metres,
    };
    vec![
        area("X01000001", "Brindlemere 001A", Some("brook"), ("-3.025000", "54.005000"), (332_917, 457_039)),
        area("X01000003", "Brindlemere 001C", Some("mere"), ("-3.015", "54.005"), (333_572, 457_030)),
        area("X01000004", "Brindlemere 001D", Some("tarn"), ("-3.005", "54.005"), (334_227, 457_020)),
        area("X01000099", "Fellgate 001A", None, ("-3.5", "54.5"), (302_956, 512_666)),
    ]
}

/// A file of one month, and what it comes to.
fn street(month: &str, force: &str, records: usize, vintage: Vintage) -> (String, Counts) {
    let (areas, seed) =
        (areas(), month.bytes().chain(force.bytes()).fold(7, |sum, it| sum * 31 % 65_521 + u64::from(it)));
    let sheet = Sheet { areas: &areas, kinds: &KINDS, month, force, records, seed, vintage };
    let mut text = Vec::new();
    let counts = sheet.write(&mut text).expect("memory can be written");
    (String::from_utf8(text).expect("it is text"), counts)
}

/// A zip of these files.
fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip_reader::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, zip_reader::write::SimpleFileOptions::default()).expect("memory can be written");
        zip.write_all(text.as_bytes()).expect("memory can be written");
    }
    zip.finish().expect("memory can be written").into_inner()
}

fn sum(counts: &Counts) -> u32 {
    counts.values().sum()
}

/// The counts of some months only.
fn of<'a>(counts: &Counts, months: impl IntoIterator<Item = &'a str>) -> Counts {
    let months: Vec<&str> = months.into_iter().collect();
    counts.iter().filter(|it| months.contains(&it.0.0.as_str())).map(|(key, records)| (key.clone(), *records)).collect()
}

/// Adds one to the other.
fn with(mut one: Counts, other: &Counts) -> Counts {
    for (key, records) in other {
        *one.entry(key.clone()).or_default() += records;
    }
    one
}
