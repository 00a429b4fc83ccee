//! Rows that are left out: of which month and file, how many, why, and what is likely to be behind it. Nothing untrue is
//! published of them.

use plan_explorer::site::import::crime::{Fate, Report};

use crate::generate::{Counts, Vintage};
use crate::{FORCE, Workspace, of, street, sum};

const MARCH: &str = "2030-03/2030-03-lakeshire-street.csv";
const SPREADSHEET: &str = "It looks as if a spreadsheet has changed the dates.";

fn march() -> (String, Counts) {
    street("2030-03", FORCE, 300, Vintage::New)
}

type Change<'a> = &'a dyn Fn(&str) -> String;

/// The file with a change in each row of the area but the first so many.
fn changed(text: &str, keep: usize, change: impl Fn(&str) -> String) -> String {
    let mut seen = 0;
    let line = |line: &str| {
        seen += usize::from(line.contains("Brindlemere"));
        if line.contains("Brindlemere") && seen > keep { change(line) + "\n" } else { line.to_owned() + "\n" }
    };
    text.lines().map(line).collect()
}

pub(crate) fn told(report: &Report, words: &str) {
    assert!(report.to_string().contains(words), "“{words}” in {report}");
}

/// A row with another cell at a place.
pub(crate) fn with_cell(line: &str, at: usize, cell: &str) -> String {
    let mut cells: Vec<&str> = line.split(',').collect();
    cells[at] = cell;
    cells.join(",")
}

#[test]
fn a_month_whose_dates_a_spreadsheet_changed_is_not_taken_for_one_of_elsewhere() {
    let workspace = Workspace::new();
    let (text, counts) = march();
    workspace.put(MARCH, text.replace(",2030-03,", ",Mar-30,"));
    let left_out = format!("{} (a date in place of the month, such as “Mar-30”). {SPREADSHEET}", sum(&counts));
    workspace.refused(
        &workspace.options(),
        &["2030-03: NOT TAKEN", MARCH, &left_out, "No record of the area could be counted. Nothing was changed."],
    );
    // Beside another month it is a gap, and the published record says why.
    let april = workspace.month("2030-04", 100);
    let report = workspace.import().expect("it is imported");
    assert_eq!(report.months[0], (report.months[0].0, 0, Fate::LeftOut(None)));
    told(&report, &left_out);
    assert_eq!(of(&workspace.table(), ["2030-03", "2030-04"]), april);
    let reason = format!(
        "In the file of Lakeshire Police for this month, {} rows could not be counted: a date in place of the month.",
        sum(&counts)
    );
    let gaps = workspace.load().area.expect("it passes").crime.gaps;
    let gap = gaps.iter().find(|it| it.month.month == 3).expect("it is a gap");
    assert_eq!(gap.reason, reason);
    // Once the month is there, it is none any more.
    workspace.put(MARCH, text);
    workspace.import().expect("it is imported");
    assert!(!workspace.read("recorded-crime-import.toml").contains("a date in place of the month"));
    assert_eq!(of(&workspace.table(), ["2030-03"]), counts);
}

#[test]
fn why_a_month_is_missing_is_what_is_known_now() {
    let workspace = Workspace::new();
    workspace.month("2030-04", 100);
    workspace.import().expect("it is imported");
    let reason = || {
        let gaps = workspace.load().area.expect("it passes").crime.gaps;
        gaps.iter().find(|it| it.month.month == 3).expect("it is a gap").reason.clone()
    };
    assert_eq!(reason(), "This month was in none of the files that were imported.");
    for (content, words) in [
        (
            march().0.lines().filter(|it| !it.contains("Brindlemere")).collect::<Vec<_>>().join("\n"),
            "no record that is known",
        ),
        (march().0.replace(",2030-03,", ",01/03/2030,"), "a date in place of the month"),
        (String::from("\n"), "could not be used: it is empty"),
        (march().0.lines().next().unwrap_or_default().to_owned(), "could not be used: it holds no records"),
        (String::from("a,b\n"), "could not be used: it holds no street-level records"),
    ] {
        workspace.put(MARCH, content);
        workspace.import().expect("it is imported");
        assert!(reason().contains(words), "“{words}” in {}", reason());
    }
    // What somebody has written is theirs.
    let ours = reason();
    workspace.replace("recorded-crime-import.toml", &ours, "The file was never sent to us.");
    workspace.import().expect("it is imported");
    assert_eq!(reason(), "The file was never sent to us.");
}

#[test]
fn every_way_to_be_left_out_is_told_with_its_cause() {
    let (text, counts) = march();
    let all = sum(&counts);
    let cut = |line: &str| line.rsplitn(5, ',').last().unwrap_or_default().to_owned();
    let edited = "It looks as if cells were emptied or edited after the download.";
    let cases: [(Change<'_>, &str, &str, &str); 8] = [
        (&|it| with_cell(it, 1, "Mar-30"), "a date in place of the month", ", such as “Mar-30”", SPREADSHEET),
        (&|it| with_cell(it, 1, "01/03/2030"), "a date in place of the month", ", such as “01/03/2030”", SPREADSHEET),
        (&|it| with_cell(it, 1, "47543"), "a date in place of the month", ", such as “47543”", SPREADSHEET),
        (&|it| with_cell(it, 1, ""), "no month that can be read", "", edited),
        (
            &|it| with_cell(it, 1, "2030-02"),
            "of another month than its file",
            ", such as “2030-02”",
            "a spreadsheet has counted on.",
        ),
        (&|it| with_cell(it, 9, ""), "no type given", "", edited),
        (&cut, "cells are missing", "", "It looks as if lines were cut or edited after the download."),
        (&|it| with_cell(it, 6, "a,\"b"), "a quotation mark is not closed", "", "It looks as if lines were cut"),
    ];
    for (change, words, sample, cause) in cases {
        let workspace = Workspace::new();
        workspace.put(MARCH, changed(&text, 100, change));
        let report = workspace.import().expect("it is imported");
        let lost = all - 100;
        told(&report, &format!("{lost} ({words}{sample})."));
        told(&report, cause);
        told(&report, &format!("{lost} left out: {words}"));
        assert_eq!(sum(&of(&workspace.table(), ["2030-03"])), 100, "{words}");
        // The count is known to be too low, and is published so.
        let crime = workspace.load().area.expect("it passes").crime;
        let reason =
            format!("In the file of Lakeshire Police for this month, {lost} rows could not be counted: {words}.");
        assert_eq!(crime.incomplete.iter().map(|it| it.reason.as_str()).collect::<Vec<_>>(), [reason.as_str()]);
        told(&report, "2030-03: INCOMPLETE");
    }
}

#[test]
fn several_reasons_are_told_one_by_one() {
    let workspace = Workspace::new();
    let (text, counts) = march();
    let text = changed(&text, 5, |it| with_cell(it, 1, "Mar-30"));
    workspace.put(MARCH, changed(&text, sum(&counts) as usize - 2, |it| with_cell(it, 9, "")));
    let report = workspace.import().expect("it is imported");
    let outside = 300 - sum(&counts);
    told(
        &report,
        &format!(
            "left out of {}: {outside} (outside the area), {} (a date in place of the month, such as “Mar-30”), 2 (no type given).",
            workspace.downloads().join(MARCH).display(),
            sum(&counts) - 7
        ),
    );
    let reason = &workspace.load().area.expect("it passes").crime.incomplete[0].reason;
    assert!(
        reason.contains(&format!("{} (a date in place of the month), 2 (no type given).", sum(&counts) - 7)),
        "{reason}"
    );
}

#[test]
fn what_is_spoilt_elsewhere_costs_the_area_nothing() {
    let workspace = Workspace::new();
    let (text, counts) = march();
    let spoilt: String = text
        .lines()
        .enumerate()
        .map(|(at, line)| match (line.contains("Fellgate"), at % 3) {
            (true, 0) => line.replace("2030-03", "Mar-30") + "\n",
            (true, 1) => line.split(",Burglary").next().unwrap_or_default().to_owned() + "\n",
            _ => line.to_owned() + "\n",
        })
        .collect();
    assert_ne!(spoilt, text);
    workspace.put(MARCH, spoilt);
    // A whole force of elsewhere is told as one of several.
    let other = street("2030-03", "Other Force", 40, Vintage::New).0;
    let elsewhere: Vec<&str> = other.lines().filter(|it| !it.contains("Brindlemere")).collect();
    workspace.put("2030-03/2030-03-other-force-street.csv", elsewhere.join("\n"));
    let report = workspace.import().expect("it is imported");
    assert_eq!(of(&workspace.table(), ["2030-03"]), counts);
    assert!(report.incomplete.is_empty(), "{report}");
    told(&report, &format!("left out of another file: {} (outside the area).", elsewhere.len() - 1));
    assert_eq!(report.rejected.iter().map(|it| it.0).collect::<Vec<_>>(), ["outside the area"], "{report}");
}

#[test]
fn rows_without_a_month_in_a_file_of_any_name_may_be_of_each_of_its_months() {
    let workspace = Workspace::new();
    let (march, april) = (march(), street("2030-04", FORCE, 100, Vintage::New));
    let some = changed(&march.0, 100, |it| with_cell(it, 1, "Mar-30"));
    let april_rows = april.0.split_once('\n').expect("it has lines").1;
    workspace.put("all.csv", format!("{some}{april_rows}"));
    let report = workspace.import().expect("it is imported");
    assert_eq!(of(&workspace.table(), ["2030-04"]), april.1);
    let lost = sum(&march.1) - 100;
    told(&report, "in rows that give no month: ");
    told(&report, &format!("{lost} (a date in place of the month, such as “Mar-30”). {SPREADSHEET}"));
    let crime = workspace.load().area.expect("it passes").crime;
    for gap in &crime.incomplete {
        assert!(gap.reason.contains(&format!("{lost} of its rows give no month that can be read")), "{}", gap.reason);
    }
    assert_eq!(crime.incomplete.len(), 2);
    // They are in no month's numbers.
    let months = workspace.load().imported.months;
    assert!(months.iter().flat_map(|it| &it.rejected).all(|it| it.what == "outside the area"));
    // Alone, they are told as well.
    let workspace = Workspace::new();
    workspace.put("march.csv", march.0.replace(",2030-03,", ",Mar-30,"));
    workspace.refused(&workspace.options(), &["march.csv", SPREADSHEET, "No record of the area could be counted."]);
}

#[test]
fn a_file_with_nothing_in_it_is_no_missing_file() {
    for (content, words) in [
        (Vintage::New.columns().to_owned() + "\n", "it holds no records."),
        (String::from(" \n"), "it is empty."),
        (march().0.replace(',', ";"), "it holds no street-level records."),
    ] {
        let workspace = Workspace::new();
        workspace.month("2030-02", 600);
        workspace.month("2030-04", 100);
        workspace.put(MARCH, content);
        let transport = street("2030-03", "British Transport Police", 30, Vintage::New).0;
        workspace.put("2030-03/2030-03-btp-street.csv", transport);
        let report = workspace.import().expect("it is imported");
        let crime = workspace.load().area.expect("it passes").crime;
        assert_eq!(crime.incomplete.len(), 1, "{report}");
        let reason = &crime.incomplete[0].reason;
        assert!(reason.starts_with("The file of Lakeshire Police for this month could not be used: "), "{reason}");
        assert!(reason.contains(words) && !report.to_string().contains("There was no file of"), "{reason}\n{report}");
    }
    // Of a force whose name no record gives, that of its file is put into words.
    let workspace = Workspace::new();
    workspace.month("2030-03", 100);
    workspace.put("2030-03/2030-03-btp-street.csv", Vintage::New.columns());
    workspace.import().expect("it is imported");
    let incomplete = workspace.load().area.expect("it passes").crime.incomplete;
    assert_eq!(
        incomplete[0].reason,
        "The file of British Transport for this month could not be used: it holds no records."
    );
}

#[test]
fn rows_of_empty_cells_are_no_rows() {
    let workspace = Workspace::new();
    let (text, counts) = march();
    workspace.put(MARCH, format!(",,,,,,,,,,,\n{text},,,,,,,,,,,\n\"\",\"\",,,,,,,,,,\n"));
    let report = workspace.import().expect("it is imported");
    assert_eq!((report.read, of(&workspace.table(), ["2030-03"])), (300, counts));
    assert!(report.incomplete.is_empty(), "{report}");
}

#[test]
fn a_file_that_is_none_of_records_is_told_with_its_cause() {
    for (content, words) in [
        (march().0.replace(',', "\t").into_bytes(), "something else than commas"),
        (march().0.replace(',', ";").into_bytes(), "something else than commas"),
        (b"PK\x03\x04xl/workbook.xml".to_vec(), "a spreadsheet's workbook"),
        (march().0.encode_utf16().flat_map(u16::to_le_bytes).collect(), "not saved as UTF-8"),
        (b"<!DOCTYPE html>\n<html>".to_vec(), "a web page"),
    ] {
        let workspace = Workspace::new();
        workspace.put("2030-03-lakeshire-street.csv", content);
        workspace.refused(&workspace.options(), &["Not read: ", words, "No record of the area could be counted."]);
    }
}
