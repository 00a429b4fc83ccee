//! `plan start` and `plan renew`: what is found in a document is compared with what was written by hand, in every format.
//!
//! Each test prints its figures: `cargo test --test draft -- --nocapture`.

#![expect(clippy::expect_used, reason = "a test that cannot go on says so and fails")]
#![expect(clippy::print_stdout, reason = "the figures are what this is for")]

mod compare;
mod formats;
mod pdf;
mod records;
mod refused;
mod renew;
mod shown;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use compare::{Comparison, compare};
use formats::{blocks, docx, markdown, odt, with_stars};
use pdf::{Setting, pdf};
use plan_explorer::site::draft;
use records::Records;

/// A folder of its own for a test; gone when dropped.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("plan-draft-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).expect("there is room for a test");
        Self(folder)
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, content).expect("a file can be written");
        path
    }

    fn folder(&self) -> PathBuf {
        self.0.join("plan")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// The two editions that were written by hand: this project's own, and an invented one.
const EDITIONS: [(&str, &str); 2] = [("data", "2021-draft"), ("tests/editions/brindlemere", "2031-draft")];

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// An edition written by hand, with its text.
struct Hand {
    records: Records,
    source: String,
}

impl Hand {
    fn of(folder: &str, edition: &str) -> Self {
        let source =
            fs::read_to_string(root(folder).join(edition).join("source.txt")).expect("an edition has its text");
        Self { records: Records::of(&root(folder)), source }
    }

    fn blocks(&self) -> Vec<formats::Block> {
        let headings: Vec<String> = self.records.of_kind("section").map(|it| it.text("heading").to_owned()).collect();
        blocks(&with_stars(&self.source), &headings)
    }
}

/// Starts from a document and compares what was found with what was written by hand.
fn started(hand: &Hand, name: &str, document: impl AsRef<[u8]>) -> Comparison {
    let scratch = Scratch::new();
    let document = scratch.write(name, document);
    if let Some(folder) = std::env::var_os("PLAN_DRAFT_KEEP") {
        fs::copy(&document, Path::new(&folder).join(name)).expect("the document can be kept");
    }
    let report = draft::start(&document, &scratch.folder(), None).expect("it can be read");
    let told = compare(&hand.records, &Records::of(&scratch.folder()));
    println!("{name}\n{told}{report}");
    told
}

/// What the issue asks for.
fn is_good(told: &Comparison) {
    assert!(told.bullets.percent() >= 95, "bullets: {}", told.bullets);
    assert_eq!(told.directions.found, told.directions.of, "direction of travel: {}", told.directions);
    assert_eq!(told.figures.found, told.figures.of, "figures: {}", told.figures);
    assert!(told.organisations.percent() >= 90, "organisations: {}", told.organisations);
    assert!(told.strangers.len() * 20 <= told.records, "false records:\n{}", told.strangers.join("\n"));
    assert_eq!(told.sections.found, told.sections.of, "sections: {}", told.sections);
    assert_eq!(told.priorities.found, told.priorities.of, "priorities: {}", told.priorities);
    assert_eq!(told.leads.found, told.leads.of, "lead partners: {}", told.leads);
    assert_eq!(told.strategies.found, told.strategies.of, "strategies: {}", told.strategies);
    assert_eq!(told.survey.found, told.survey.of, "survey: {}", told.survey);
    assert!(told.bullets.of > 0 && told.directions.of > 0 && told.figures.of > 0 && told.organisations.of > 0);
}

#[test]
fn the_text_gives_what_was_written_by_hand() {
    for (folder, edition) in EDITIONS {
        let hand = Hand::of(folder, edition);
        is_good(&started(&hand, &format!("{edition}.txt"), &hand.source));
    }
}

#[test]
fn a_word_document_gives_the_same() {
    for (folder, edition) in EDITIONS {
        let hand = Hand::of(folder, edition);
        is_good(&started(&hand, &format!("{edition}.docx"), docx(&hand.blocks())));
    }
}

#[test]
fn a_pdf_gives_the_same() {
    for (folder, edition) in EDITIONS {
        let hand = Hand::of(folder, edition);
        is_good(&started(&hand, &format!("{edition}.pdf"), pdf(&hand.blocks(), Setting { columns: 1 })));
    }
}

#[test]
fn a_pdf_in_two_columns_is_read_column_by_column() {
    for (folder, edition) in EDITIONS {
        let hand = Hand::of(folder, edition);
        is_good(&started(&hand, &format!("{edition}-columns.pdf"), pdf(&hand.blocks(), Setting { columns: 2 })));
    }
}

#[test]
fn an_opendocument_text_and_markdown_give_the_same() {
    for (folder, edition) in EDITIONS {
        let hand = Hand::of(folder, edition);
        is_good(&started(&hand, &format!("{edition}.odt"), odt(&hand.blocks())));
        is_good(&started(&hand, &format!("{edition}.md"), markdown(&hand.blocks())));
    }
}

/// No limit here, because machines differ: the figure is what counts. The promise is two seconds, for the optimised program.
#[test]
fn twenty_pages_take_a_moment() {
    let hand = Hand::of("data", "2021-draft");
    let pages = |content: &[u8]| {
        let count = |what: &[u8]| content.windows(what.len()).filter(|it| *it == what).count();
        count(b"/Type /Page") - count(b"/Type /Pages")
    };
    let mut all = hand.blocks();
    let mut content = pdf(&all, Setting { columns: 1 });
    while pages(&content) < 20 {
        all.extend(hand.blocks());
        content = pdf(&all, Setting { columns: 1 });
    }
    let scratch = Scratch::new();
    for (name, pages, content) in [("long.pdf", pages(&content), content), ("long.docx", 20, docx(&all))] {
        let document = scratch.write(name, content);
        let begun = Instant::now();
        let report = draft::start(&document, &scratch.0.join(name.replace('.', "-")), None).expect("it can be read");
        let words = if cfg!(debug_assertions) { "not optimised" } else { "optimised" };
        println!("{name}, {pages} pages: {} ms ({words})", begun.elapsed().as_millis());
        assert!(report.to_string().contains("actions"));
    }
}

/// Word numbers headings by itself, so that their numbers are not in the text: the levels of styles tell what belongs where.
#[test]
fn headings_without_numbers_are_told_by_their_level() {
    let text = "# Safer Mere Plan 2040 to 2043\n\nUpdate 2041\n\n## About us\n\nThis plan says what partners do together for Mere.\n\n\
                ## Achievements\n\n### Noise\n\n- Wardens met 12 cases in June\n\n#### Direction of travel\n\n\
                Reports fell by 5% to March 2041\n\n## Our priorities\n\n### Noise\n\n- Run a campaign in each season\n\n\
                ### Boats\n\n- Mark every boat\n";
    let scratch = Scratch::new();
    let document = scratch.write("levels.md", text);
    let report = draft::start(&document, &scratch.folder(), None).expect("it can be read");
    let found = Records::of(&scratch.folder());
    let entries: Vec<(&str, &str, Vec<&str>)> = ["achievement", "action", "measure"]
        .into_iter()
        .flat_map(|kind| found.of_kind(kind).map(move |it| (kind, it.text("quote"), it.texts("priorities"))))
        .collect();
    let expected = [
        ("achievement", "Wardens met 12 cases in June", vec!["noise"]),
        ("action", "Run a campaign in each season", vec!["noise"]),
        ("action", "Mark every boat", vec!["boats"]),
        ("measure", "Reports fell by 5% to March 2041", vec!["noise"]),
    ];
    assert_eq!(entries, expected, "{report}");
}

/// A plan that no rule was made with: no numbers, no capital letters in its headings, lines broken by hand.
#[test]
fn a_text_without_numbers_is_read_by_its_short_lines() {
    let text = "HARROWDALE COMMUNITY SAFETY PLAN 2024 to 2027\n\nRefreshed April 2025\n\nForeword\n\nHarrowdale District Council and our \
                other partners have worked hard.\n\nWhat we achieved in 2024/25\n\nRetail crime\n\n• A radio link was provided \
                through the Town Centre Trust\nLead agency: Harrowdale District Council\nDirection of travel: Shoplifting is down 8% \
                to March 2025\n\nOur priorities for 2025/26\n\nRetail crime\n\n• Run two days of action with shops\n\nRoad \
                safety\n\n• Support watch groups in rural villages\n\nHow we will deliver\n\nThe group meets each quarter.\n";
    let scratch = Scratch::new();
    let document = scratch.write("third.txt", text);
    let report = draft::start(&document, &scratch.folder(), None).expect("it can be read");
    let found = Records::of(&scratch.folder());
    let entries: Vec<(&str, Vec<&str>)> = ["achievement", "action", "measure"]
        .into_iter()
        .flat_map(|kind| found.of_kind(kind).map(|it| (it.text("quote"), it.texts("priorities"))))
        .collect();
    let expected = [
        ("A radio link was provided through the Town Centre Trust", vec!["retail-crime"]),
        ("Run two days of action with shops", vec!["retail-crime"]),
        ("Support watch groups in rural villages", vec!["road-safety"]),
        ("Direction of travel: Shoplifting is down 8% to March 2025", vec!["retail-crime"]),
    ];
    assert_eq!(entries, expected, "{report}");
    let lead = found.by_id("priority", "retail-crime").map(|it| it.texts("lead").len());
    assert_eq!(lead, Some(1), "who leads is found");
}
