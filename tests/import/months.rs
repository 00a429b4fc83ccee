//! What becomes of months: those of the files and those of the table.

use plan_explorer::plan::Month;
use plan_explorer::site::import::crime::{Fate, Options};

use crate::generate::{Counts, Vintage};
use crate::{FORCE, Workspace, import_with, of, street, sum, with, zip};

fn month(text: &str) -> Month {
    let (year, month) = text.split_once('-').expect("it is a month");
    Month { year: year.parse().expect("it is a year"), month: month.parse().expect("it is a month") }
}

#[test]
fn later_months_are_added() {
    let workspace = Workspace::new();
    let before = workspace.table();
    let counts = with(workspace.month("2030-03", 400), &workspace.month("2030-04", 400));
    let other = street("2030-03", "Other Force", 40, Vintage::New);
    workspace.put("2030-03/deep/down/2030-03-other-force-street.csv", other.0);
    workspace.put("2030-03/2030-03-lakeshire-outcomes.csv", "Crime ID,Month,Outcome type\n");
    let counts = with(counts, &other.1);
    let report = workspace.import().expect("it is imported");
    assert_eq!(workspace.table(), with(before, &counts));
    assert_eq!((report.files, report.read, report.kept), (3, 840, sum(&counts)));
    assert_eq!(report.rejected, [("outside the area", 840 - sum(&counts))]);
    assert!(report.written && report.notes.is_empty() && report.incomplete.is_empty(), "{report}");
    let fates: Vec<_> = report.months.iter().map(|it| (it.0, it.2.clone())).collect();
    assert_eq!(fates, [(month("2030-03"), Fate::Added), (month("2030-04"), Fate::Added)]);
    // The months that were there have no record of their own, and stay as they were.
    let imported = workspace.load().imported.months;
    assert_eq!(imported.len(), 2);
    assert_eq!(imported[0].forces, ["Lakeshire Police", "Other Force"]);
    assert_eq!((imported[0].read, imported[0].on.as_deref()), (440, Some("2031-05-01")));
    let import = workspace.load().area.expect("it passes").crime.import;
    assert_eq!((import.read, import.kept), (Some(160 + 840), 154 + sum(&counts)));
    assert_eq!(import.rejected[0].records, 6 + 840 - sum(&counts));
}

#[test]
fn the_same_file_in_a_folder_and_in_zips_counts_once() {
    let workspace = Workspace::new();
    let counts = workspace.month("2030-03", 300);
    let text = workspace.downloads().join("2030-03/2030-03-lakeshire-street.csv");
    let text = std::fs::read_to_string(text).expect("it is there");
    workspace.put("2030-03/2030-03-lakeshire-street (1).csv", &text);
    workspace.put("one.zip", zip(&[("2030-03/2030-03-lakeshire-street.csv", &text), ("__MACOSX/._a.csv", "x")]));
    // The same records once more, in a file that somebody has named as they like.
    workspace.put("march.csv", &text);
    let mut options = workspace.options();
    options.paths.push(workspace.downloads().join("one.zip"));
    let report = import_with(&options).expect("it is imported");
    assert_eq!(of(&workspace.table(), ["2030-03"]), counts);
    assert_eq!(report.notes, ["3 files are there more than once; each counts once."]);
}

#[test]
fn of_copies_that_differ_the_fuller_counts() {
    let workspace = Workspace::new();
    let counts = workspace.month("2030-03", 300);
    let shorter = street("2030-03", FORCE, 200, Vintage::New).0;
    workspace.put("a-earlier/2030-03-lakeshire-street.csv", &shorter);
    // A damaged one never goes before a whole one.
    let longer = street("2030-03", FORCE, 500, Vintage::New).0;
    workspace.put("z.zip", zip(&[("2030-03-lakeshire-street.csv", &longer[..longer.len() - 70])]));
    let report = workspace.import().expect("it is imported");
    assert_eq!(of(&workspace.table(), ["2030-03"]), counts);
    assert!(report.incomplete.is_empty(), "{report}");
    let told = report.notes.iter().filter(|it| it.contains("300 records in") && it.contains("not the same")).count();
    assert_eq!(told, 2, "{report}");
}

#[test]
fn a_month_of_the_files_replaces_that_of_the_table() {
    let workspace = Workspace::new();
    let counts = workspace.month("2030-02", 300);
    let before = workspace.table();
    let report = workspace.import().expect("it is imported");
    assert_eq!(report.months, [(month("2030-02"), sum(&counts), Fate::Replaced(55))]);
    assert_eq!(workspace.table(), with(of(&before, ["2029-11", "2030-01"]), &counts));
    let import = workspace.load().area.expect("it passes").crime.import;
    // Of the records before, it cannot be told how many were read for the months that are left.
    assert_eq!(import.read, None);
    assert_eq!(import.kept, 154 - 55 + sum(&counts));
    // Once all months have a record, the whole is known again.
    let all = with(workspace.month("2029-11", 300), &workspace.month("2030-01", 300));
    workspace.import().expect("it is imported");
    let import = workspace.load().area.expect("it passes").crime.import;
    assert_eq!((import.read, import.kept), (Some(900), sum(&with(counts, &all))));
}

#[test]
fn a_part_does_not_replace_the_whole() {
    let workspace = Workspace::new();
    let counts = workspace.month("2030-02", 60);
    let few = sum(&counts);
    assert!(few < 55);
    let before = workspace.files();
    let report = workspace.import().expect("it is no mistake");
    let Fate::NotTaken(55, why) = &report.months[0].2 else { panic!("{report}") };
    assert!(why.contains("fewer records"), "{why}");
    assert!(!report.written);
    assert_eq!(workspace.files(), before);
    // Other months go their way.
    let april = workspace.month("2030-04", 200);
    workspace.import().expect("it is imported");
    assert_eq!(sum(&of(&workspace.table(), ["2030-02"])), 55);
    assert_eq!(of(&workspace.table(), ["2030-04"]), april);
    assert_eq!(workspace.load().area.expect("it passes").crime.gaps.len(), 2);
    // Unless it is asked for.
    import_with(&Options { replace: true, ..workspace.options() }).expect("it is imported");
    assert_eq!(of(&workspace.table(), ["2030-02"]), counts);
}

#[test]
fn a_month_without_the_file_of_the_main_force_is_incomplete() {
    let workspace = Workspace::new();
    workspace.month("2030-03", 400);
    let transport = |month| street(month, "British Transport Police", 30, Vintage::New).0;
    workspace.put("2030-03/2030-03-btp-street.csv", transport("2030-03"));
    workspace.put("2030-04/2030-04-btp-street.csv", transport("2030-04"));
    let report = workspace.import().expect("it is imported");
    let crime = workspace.load().area.expect("it passes").crime;
    assert_eq!(crime.incomplete.len(), 1);
    assert_eq!(crime.incomplete[0].month, month("2030-04"));
    assert_eq!(crime.incomplete[0].reason, "There was no file of Lakeshire Police for this month.");
    assert!(report.to_string().contains("2030-04: INCOMPLETE"), "{report}");
    assert!(report.notes.iter().any(|it| it.contains("2030-04 has")), "{report}");
    // A later import with that file alone knows that the other force belongs to it, too.
    let downloads = workspace.downloads();
    std::fs::remove_dir_all(&downloads).expect("they can be removed");
    workspace.month("2030-05", 400);
    let report = workspace.import().expect("it is imported");
    assert!(report.incomplete[0].1.contains("British Transport Police"), "{report}");
}

#[test]
fn a_whole_month_replaces_an_incomplete_one_and_not_the_other_way() {
    let workspace = Workspace::new();
    let (text, counts) = street("2030-03", FORCE, 400, Vintage::New);
    let name = "2030-03/2030-03-lakeshire-street.csv";
    workspace.put(name, &text[..text.len() / 2]);
    let report = workspace.import().expect("it is imported");
    assert_eq!(report.incomplete.len(), 1, "{report}");
    assert!(report.incomplete[0].1.contains("damaged: its last row is cut off"), "{report}");
    workspace.put(name, &text);
    assert!(workspace.import().expect("it is imported").incomplete.is_empty());
    assert_eq!(of(&workspace.table(), ["2030-03"]), counts);
    let before = workspace.files();
    let longer = street("2030-03", FORCE, 800, Vintage::New).0;
    workspace.put(name, &longer[..longer.len() - 60]);
    let report = workspace.import().expect("it is no mistake");
    assert!(matches!(report.months[0].2, Fate::NotTaken(..)), "{report}");
    assert_eq!(workspace.files(), before);
}

#[test]
fn files_of_elsewhere_say_nothing() {
    let workspace = Workspace::new();
    let (text, _) = street("2030-03", FORCE, 100, Vintage::New);
    let elsewhere: Vec<&str> = text.lines().filter(|it| !it.contains("Brindlemere")).collect();
    workspace.put("2030-03-lakeshire-street.csv", elsewhere.join("\n"));
    workspace.refused(
        &workspace.options(),
        &[
            "No record in these files is known to lie in the area",
            "2030-03: no record that is known to lie in the area",
        ],
    );
    // Beside a month that has some, that month is no month either: zeros would be wrong.
    workspace.month("2030-04", 100);
    let report = workspace.import().expect("it is imported");
    assert_eq!(report.months[0].2, Fate::Nothing);
    assert!(of(&workspace.table(), ["2030-03"]).is_empty());
}

#[test]
fn a_dry_run_changes_nothing() {
    let workspace = Workspace::new();
    workspace.month("2030-03", 100);
    let before = workspace.files();
    let report = import_with(&Options { dry: true, ..workspace.options() }).expect("it would be imported");
    assert!(!report.written && report.kept > 0);
    assert_eq!(workspace.files(), before);
}

#[test]
fn a_table_can_be_made_anew() {
    let workspace = Workspace::new();
    let counts = workspace.month("2030-01", 100);
    // Somebody has changed the table by hand.
    workspace.replace("recorded-crime.csv", "2030-01,brook,2,0", "2030-01,brook,3,0");
    workspace.replace("recorded-crime.toml", "from = \"2029-11\"", "from = \"2030-01\"");
    workspace.refused(&workspace.options(), &["must be mended first", "recorded-crime-import.toml", "--fresh"]);
    import_with(&Options { fresh: true, ..workspace.options() }).expect("it is imported");
    assert_eq!(workspace.table(), counts);
}

#[test]
fn years_are_compared_after_two_whole_ones() {
    let workspace = Workspace::new();
    let mut all = Counts::new();
    for year in ["2031", "2032"] {
        for month in 1..=12 {
            all = with(all, &workspace.month(&format!("{year}-{month:02}"), 60));
        }
    }
    std::fs::remove_dir_all(workspace.downloads().join("2032-12")).expect("it can be removed");
    workspace.import().expect("it is imported");
    assert_eq!(workspace.load().area.expect("it passes").crime.latest_years(), None);
    workspace.month("2032-12", 60);
    workspace.import().expect("it is imported");
    let crime = workspace.load().area.expect("it passes").crime;
    let years = crime.latest_years().expect("both are whole");
    assert_eq!((years.was, years.now), ((month("2031-01"), month("2031-12")), (month("2032-01"), month("2032-12"))));
    let counts = crime.in_years(&years, None, None);
    assert_eq!(counts.was + counts.now, sum(&all));
}
