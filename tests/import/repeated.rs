//! Rows that repeat others: one record counts once.

use crate::generate::{Counts, Vintage};
use crate::left_out::{told, with_cell};
use crate::{FORCE, Workspace, of, street, sum, with};

const MARCH: &str = "2030-03/2030-03-lakeshire-street.csv";
const REPEATED: &str = "repeated rows, counted once";

fn march(records: usize) -> (String, Counts) {
    street("2030-03", FORCE, records, Vintage::New)
}

/// The first row of the area.
fn first(text: &str) -> &str {
    text.lines().find(|it| it.contains("Brindlemere")).expect("there is one")
}

/// What the file of March comes to, and how many of its rows repeat others.
fn imported(content: &str) -> (Counts, u32) {
    let workspace = Workspace::new();
    workspace.put(MARCH, content);
    let report = workspace.import().expect("it is imported");
    let repeated = report.rejected.iter().find(|it| it.0 == REPEATED).map_or(0, |it| it.1);
    (of(&workspace.table(), ["2030-03"]), repeated)
}

#[test]
fn one_crime_in_thirteen_rows_counts_once() {
    let workspace = Workspace::new();
    let (text, counts) = march(300);
    let row = first(&text).to_owned() + "\n";
    workspace.put(MARCH, text.replacen(&row, &row.repeat(13), 1));
    let report = workspace.import().expect("it is imported");
    assert_eq!(of(&workspace.table(), ["2030-03"]), counts);
    assert_eq!((report.read, report.kept), (312, sum(&counts)));
    told(&report, "\n12 repeated rows, counted once\n");
    told(&report, "12 (repeated rows, counted once). Rows without a Crime ID cannot be told apart");
    // Nothing is lost, so the month is whole; and the published record adds up.
    assert!(report.incomplete.is_empty(), "{report}");
    let month = workspace.load().imported.months.remove(0);
    assert_eq!((month.read, month.placed[0].records), (312, sum(&counts)));
    let repeated = month.rejected.iter().find(|it| it.what == REPEATED).expect("they are named");
    assert_eq!(repeated.records, 12);
}

#[test]
fn rows_are_repeated_where_every_cell_is_the_same() {
    let (text, counts) = march(300);
    let row = first(&text);
    let ward = if row.contains("001A") {
        "brook"
    } else if row.contains("001C") {
        "mere"
    } else {
        "tarn"
    };
    let kind = row.split(',').nth(9).expect("it has a type");
    let one_more = with(counts.clone(), &[((String::from("2030-03"), ward.into(), kind.into()), 1)].into());
    let quoted: Vec<String> = row.split(',').map(|it| format!("\"{it}\"")).collect();
    for (what, more, expected) in [
        ("the same", row.to_owned(), (&counts, 1)),
        ("quoted", quoted.join(","), (&counts, 1)),
        ("with spaces", row.replace(',', ", "), (&counts, 1)),
        ("another outcome", with_cell(row, 10, "Court result unavailable"), (&one_more, 0)),
        ("another place", with_cell(row, 6, "On or near Elsewhere"), (&one_more, 0)),
        ("another identity", with_cell(row, 0, "abc"), (&one_more, 0)),
    ] {
        let (found, repeated) = imported(&format!("{text}{more}\n"));
        assert_eq!((&found, repeated), expected, "{what}");
    }
    // Rows without an identity are as many records as there are rows.
    let nameless = with_cell(row, 0, "");
    let (found, repeated) = imported(&format!("{text}{nameless}\n{nameless}\n{nameless}\n"));
    assert_eq!((sum(&found), repeated), (sum(&counts) + 3, 0));
    // Elsewhere nothing is counted, so nothing is repeated.
    let outside = text.lines().find(|it| it.contains("Fellgate")).expect("there is one");
    assert_eq!(imported(&format!("{text}{outside}\n{outside}\n")), (counts, 0));
}

#[test]
fn rows_far_apart_in_a_long_file_are_found() {
    let (text, counts) = march(20_000);
    assert!(text.len() > 3 << 20, "it is read in several blocks");
    let row = first(&text);
    let half = text.len() / 2;
    let half = half + text[half..].find('\n').expect("it has lines") + 1;
    assert_eq!(imported(&[&text[..half], row, "\n", &text[half..], row, "\n"].concat()), (counts, 2));
}

#[test]
fn each_months_file_counts_for_itself() {
    let workspace = Workspace::new();
    let (march, april) = (march(300), street("2030-04", FORCE, 100, Vintage::New));
    workspace.put(MARCH, &march.0);
    // The same crime, published again for the month after with another month in its row.
    let row = first(&march.0).replace("2030-03", "2030-04");
    workspace.put("2030-04/2030-04-lakeshire-street.csv", format!("{}{row}\n", april.0));
    let report = workspace.import().expect("it is imported");
    assert_eq!(report.kept, sum(&march.1) + sum(&april.1) + 1);
}

#[test]
fn of_copies_the_one_without_repeated_rows_is_as_full() {
    let workspace = Workspace::new();
    let (text, counts) = march(300);
    let row = first(&text);
    workspace.put("a/2030-03-lakeshire-street.csv", &text);
    workspace.put("b/2030-03-lakeshire-street.csv", format!("{text}{row}\n{row}\n"));
    let report = workspace.import().expect("it is imported");
    assert_eq!(of(&workspace.table(), ["2030-03"]), counts);
    assert!(report.rejected.iter().all(|it| it.0 != REPEATED), "{report}");
}
