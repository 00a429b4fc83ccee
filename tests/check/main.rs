//! The check of a data folder: an invented edition passes, and every kind of mistake is named by file and line.

#![expect(clippy::expect_used, reason = "a test that cannot go on says so and fails")]

mod area;
mod command;
mod editions;
mod figures;
mod files;
mod mutations;
mod quotes;
mod records;
mod series;
mod targets;
mod whole;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use plan_explorer::plan::load::{self, Loaded};
use plan_explorer::plan::{Gap, Kind, Plan, Records, Role};

/// The files of the invented edition that mistakes are made in.
const EDITION: &str = "2031-draft";

fn invented() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/editions/brindlemere")
}

/// A copy of the invented edition that a test may spoil; gone when dropped.
struct Copy(PathBuf);

impl Copy {
    fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("edition-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        xtask::project::copy(&invented(), &folder).expect("the invented edition can be copied");
        Self(folder)
    }

    /// A file by its short name: `actions.toml` is the edition's, `area/wards.toml` is where it says.
    fn path(&self, file: &str) -> PathBuf {
        if file == "explorer.toml" || file.contains('/') { self.0.join(file) } else { self.0.join(EDITION).join(file) }
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).expect("the copy has this file as text")
    }

    fn write(&self, file: &str, text: impl AsRef<[u8]>) {
        fs::write(self.path(file), text).expect("the copy can be written");
    }

    fn replace(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file} has “{from}”");
        self.write(file, text.replacen(from, to, 1));
    }

    fn append(&self, file: &str, more: &str) {
        self.write(file, self.read(file) + more);
    }

    fn load(&self) -> Loaded {
        load::edition(&self.0)
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        // What is left behind lies in the build's own folder for temporary files.
        drop(fs::remove_dir_all(&self.0));
    }
}

/// A mistake: in this file, these words in place of those; and what is told of it.
struct Mistake {
    file: &'static str,
    from: &'static str,
    to: &'static str,
    told: Vec<Told>,
}

/// A problem that a mistake must make.
struct Told {
    file: &'static str,
    /// The line that must be named: the first on which these words begin, in the spoilt file; none for the file as a
    /// whole.
    on: Option<&'static str>,
    /// Words of the message.
    says: &'static str,
}

fn mistake(file: &'static str, from: &'static str, to: &'static str) -> Mistake {
    Mistake { file, from, to, told: Vec::new() }
}

impl Mistake {
    /// It is told in the same file.
    fn told(self, on: &'static str, says: &'static str) -> Self {
        let file = self.file;
        self.told_in(file, on, says)
    }

    /// It is told of a file as a whole.
    fn told_of(mut self, file: &'static str, says: &'static str) -> Self {
        self.told.push(Told { file, on: None, says });
        self
    }

    /// It is told in another file.
    fn told_in(mut self, file: &'static str, on: &'static str, says: &'static str) -> Self {
        self.told.push(Told { file, on: Some(on), says });
        self
    }
}

/// Makes each mistake in a copy of its own, and compares what is told of it: no more and no less.
fn each_is_told(mistakes: &[Mistake]) {
    each_is_told_in(Copy::new, mistakes);
}

/// The same in copies that somebody has added to.
fn each_is_told_in(copy: fn() -> Copy, mistakes: &[Mistake]) {
    let mut wrong = Vec::new();
    for mistake in mistakes {
        let copy = copy();
        copy.replace(mistake.file, mistake.from, mistake.to);
        if let Err(difference) = compare(&copy, &mistake.told) {
            wrong.push(format!("{}: “{}” → “{}”\n{difference}", mistake.file, mistake.from, mistake.to));
        }
    }
    assert!(wrong.is_empty(), "{} of {} are told otherwise:\n\n{}", wrong.len(), mistakes.len(), wrong.join("\n\n"));
}

/// Compares what is told of a spoilt copy with what should be.
fn compare(copy: &Copy, expected: &[Told]) -> Result<(), String> {
    let loaded = copy.load();
    let list: Vec<String> = loaded.problems.iter().map(ToString::to_string).collect();
    let is_told = |it: &Told| {
        let line = it.on.map(|on| line_of(&copy.read(it.file), on));
        loaded.problems.iter().any(|problem| {
            problem.file == copy.path(it.file) && problem.line == line && problem.message.contains(it.says)
        })
    };
    let missing: Vec<&str> = expected.iter().filter(|it| !is_told(it)).map(|it| it.says).collect();
    if missing.is_empty() && list.len() == expected.len() && loaded.plan.is_none() {
        return Ok(());
    }
    Err(format!("  not told: {missing:?}\n  told:\n    {}", list.join("\n    ")))
}

/// The line on which these words begin, which may go on over several.
fn line_of(text: &str, words: &str) -> usize {
    let at = text.find(words).unwrap_or_else(|| panic!("it has “{words}”"));
    1 + text[..at].matches('\n').count()
}

fn plan_of(folder: &Path) -> Plan {
    let loaded = load::edition(folder);
    let list: Vec<String> = loaded.problems.iter().map(ToString::to_string).collect();
    loaded.plan.unwrap_or_else(|| panic!("it has no mistakes:\n{}", list.join("\n")))
}

#[test]
fn the_invented_edition_passes() {
    let plan = plan_of(&invented());
    let loaded = load::edition(&invented());
    assert_eq!(loaded.covered.units.covered, loaded.covered.units.of);
    assert_eq!(loaded.covered.words.covered, loaded.covered.words.of);
    assert_eq!((plan.priorities.len(), plan.wards.len()), (3, 3));
    let records = Records { plan, area: loaded.area.expect("it has no mistakes") };
    let bytes = records.bytes().expect("there is room");
    assert_eq!(Records::read(&bytes), Some(records));
}

#[test]
fn records_are_in_page_order() {
    let plan = plan_of(&invented());
    let ids: Vec<&str> = plan.entries.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "noise-campaigns",
            "noise-hours",
            "p2-panel",
            "p2-campaigns",
            "boats-mark",
            "noise-sessions",
            "noise-lamps",
            "noise-wardens",
            "p2-advisers",
            "noise-reported",
            "noise-complaints",
            "p2-asked",
            "p2-more",
            "needs-assessment",
            "harbour-strategy",
            "quiet-zone",
        ]
    );
    let wards: Vec<&str> = plan.wards.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(wards, ["Brook", "Mere", "Tarn"]);
    let partners: Vec<&str> = plan.partners.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(partners, ["council", "police", "health", "fund", "harbour"]);
    let terms: Vec<&str> = plan.glossary.iter().map(|it| it.term.as_str()).collect();
    assert_eq!(terms, ["SAFE", "warden"]);
    // Neighbours are ids of the sorted list.
    let mere = plan.ward(plan.find_ward("mere").expect("there is one"));
    let neighbours: Vec<&str> = mere.neighbours.iter().map(|it| plan.ward(*it).name.as_str()).collect();
    assert_eq!(neighbours, ["Brook", "Tarn"]);
}

#[test]
fn quotes_are_the_documents_own_characters() {
    let plan = plan_of(&invented());
    let harbour = plan.partner(plan.find_partner("harbour").expect("there is one"));
    assert_eq!(harbour.source.quote, "Harbour Master’s Office");
    assert_eq!(plan.sections[0].heading, "1. Welcome");
    assert!(plan.edition.title.at < plan.edition.update.at);
    assert!(plan.edition.update.at < plan.sections[0].at);
}

#[test]
fn leads_and_gaps_follow_from_the_records() {
    let plan = plan_of(&invented());
    let entry = |id: &str| plan.entry(plan.find_entry(id).expect("there is one"));
    let parts = |id: &str| -> Vec<(&str, Role)> {
        entry(id).partners.iter().map(|it| (plan.partner(it.partner).id.as_str(), it.role)).collect()
    };
    assert_eq!(parts("noise-lamps"), [("council", Role::Lead), ("police", Role::Lead), ("fund", Role::Funder)]);
    assert_eq!(parts("p2-advisers"), [("police", Role::Lead), ("police", Role::Delivers)]);
    assert_eq!(parts("boats-mark"), []);
    assert_eq!(parts("harbour-strategy"), []);
    for (id, gaps) in [
        ("noise-campaigns", vec![Gap::SuccessNotSet]),
        ("boats-mark", vec![Gap::LeadNotStated, Gap::NothingReported, Gap::SuccessNotSet]),
        ("noise-lamps", vec![]),
        ("noise-reported", vec![Gap::NoWardFigures]),
        ("noise-complaints", vec![Gap::NoCounts, Gap::PeriodNotStated, Gap::NoWardFigures]),
        ("p2-asked", vec![Gap::NoWardFigures]),
        ("needs-assessment", vec![]),
        ("harbour-strategy", vec![Gap::AddressNotGiven]),
        ("quiet-zone", vec![]),
    ] {
        assert_eq!(entry(id).gaps, gaps, "{id}");
    }
    assert!(plan.entries.iter().all(|it| (it.kind == Kind::Local) == it.source().is_none()));
}

#[test]
fn the_data_folder_passes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    plan_of(&folder);
    let covered = load::edition(&folder).covered;
    println!("{} of {} sentences and bullets are quoted", covered.units.covered, covered.units.of);
    assert_eq!(covered.units.covered, covered.units.of);
    assert_eq!(covered.words.covered, covered.words.of);
}
