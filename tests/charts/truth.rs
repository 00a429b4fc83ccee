//! What charts must say, and that all their parts say the same.

use crate::editions::{both, ours};
use crate::{Dice, ends, in_words, panel_of};
use plan_explorer::chart::{Chart, HEADLINE_WORDS, NoteKind, Picture, Point, Shown, Value, Which, csv};
use plan_explorer::chart::{Dress, Look, draw};
use plan_explorer::plan::{Kind, thousands};
use plan_explorer::query::Query;

/// Faults of one chart: where its parts do not agree, or something is not said.
pub(crate) fn faults(chart: &Chart) -> Vec<String> {
    let mut faults = Vec::new();
    let mut check = |holds: bool, what: &str| {
        if !holds {
            faults.push(format!("{}: {what}\n{}", chart.id, in_words(&Shown::Chart(Box::new(chart.clone())))));
        }
    };
    let plural = crate::numbers::wrong_plurals(&in_words(&Shown::Chart(Box::new(chart.clone()))));
    check(plural.is_empty(), &format!("a number does not agree with what it counts: {plural:?}"));
    let words = chart.headline.split_whitespace().count();
    check((1..=HEADLINE_WORDS).contains(&words), "its headline is too long or missing");
    check(!chart.headline.ends_with('.'), "its headline is no sentence");
    check(chart.sentence.ends_with('.') && !chart.subtitle.is_empty(), "it is read aloud");
    check(chart.source.starts_with("Source: ") && chart.source.contains(" from "), "it has a source");
    check(!chart.table.caption.is_empty(), "its table has a caption");
    check(!chart.points.is_empty(), "it has marks");

    // The table: full, and of numbers where its heads say so.
    for row in &chart.table.rows {
        check(row.len() == chart.table.heads.len(), "each row has a cell for each head");
        for (cell, head) in row.iter().zip(&chart.table.heads) {
            check(!cell.words.trim().is_empty(), "no cell is empty");
            check(head.numeric || !matches!(cell.value, Value::Number(_)), "numbers stand under heads of numbers");
            check(!head.numeric || cell.value != Value::Words, "no words stand under heads of numbers");
            if let Value::Number(value) = cell.value {
                check(digits(&cell.words) == value.unsigned_abs(), "a cell's words are its number");
                check((value < 0) == cell.words.starts_with('\u{2212}'), "a cell's words have its sign");
            }
        }
    }

    // The marks: each in the table, each with its number in its words.
    let numbers = |row: &[plan_explorer::chart::Cell]| -> Vec<i64> {
        row.iter().filter_map(|it| if let Value::Number(it) = it.value { Some(it) } else { None }).collect()
    };
    let ends: Vec<(i64, i64)> = (0..chart.panels.len()).map(|it| ends(chart, it)).collect();
    let drawn = serde_json::to_value(chart.picture.of(chart)).expect("it has a text");
    let series = drawn["series"].as_array().map_or(&[][..], Vec::as_slice);
    // The library gives series of one name one look.
    let names = |odd: usize| series.iter().skip(odd).step_by(2).map(|it| it["name"].as_str().unwrap_or_default());
    check(names(0).all(|it| names(1).all(|other| it != other)), "the two looks have names of their own");
    for point in &chart.points {
        let bars = series.iter().find(|it| it["id"] == *point.series.to_string());
        check(bars.is_some_and(|it| it["data"][point.row]["value"] == point.value), "a mark is drawn as long as it is");
        let at = panel_of(chart, point);
        let (least, most) = ends[at];
        check(point.row < chart.panels[at].rows.len(), "a mark has its row");
        check((least..=most).contains(&point.value), "a mark is inside its axis");
        check(least <= 0 && most >= 0, "nought is on the axis");
        // The table of pairs has a row for each panel; the others have one for each row of marks.
        let row = if chart.id == "before-and-after" { at } else { point.row };
        check(
            chart.table.rows.get(row).is_some_and(|it| numbers(it).contains(&point.value)),
            "a mark's number is in its row of the table",
        );
        let value = point.value.unsigned_abs();
        let said = thousands(u32::try_from(value).expect("it is small"));
        check(value == 0 || has_number(&point.words, &said), "a mark's words have its number");
        // Where marks are the parts of one bar, the last says how much that is.
        let parted = chart.id == "achievements-by-partner";
        let all: i64 = if parted {
            chart.points.iter().filter(|it| it.row == point.row).map(|it| it.value).sum()
        } else {
            point.value
        };
        let shown = thousands(u32::try_from(all.unsigned_abs()).expect("it is small"));
        let part = parted && point.shown.is_empty();
        check(part || value == 0 || has_number(&point.shown, &shown), "a mark shows its number");
        check(value == 0 || (point.value < 0) == point.shown.starts_with('\u{2212}'), "a mark's words have its sign");
        check(chart.point_at(point.series, point.row) == Some(point), "a mark is found again");
    }

    // The CSV: the same rows, and the same numbers.
    let text = csv(&chart.table);
    let rows = read_csv(&text);
    check(rows.len() == chart.table.rows.len() + 1, "the CSV has one row of heads and every row");
    for (fields, cells) in rows.iter().skip(1).zip(&chart.table.rows) {
        check(fields.len() == cells.len() && fields.iter().all(|it| !it.is_empty()), "no field is empty");
        for (field, cell) in fields.iter().zip(cells) {
            check(
                match cell.value {
                    Value::Number(number) => *field == number.to_string(),
                    Value::NotAvailable => field == "[x]",
                    Value::NotApplicable => field == "[z]",
                    Value::Words => field.trim_start_matches('\'') == cell.words.trim_start_matches('\''),
                },
                "a field is its cell",
            );
        }
    }
    faults
}

/// The first number in a text.
fn digits(text: &str) -> u64 {
    let text: String = text.chars().filter(|it| *it != ',').collect();
    let start = text.find(|it: char| it.is_ascii_digit()).unwrap_or(text.len());
    text[start..].chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap_or(u64::MAX)
}

/// Whether a number stands in a text by itself.
fn has_number(text: &str, number: &str) -> bool {
    text.match_indices(number).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + number.len()..].chars().next();
        !before.is_some_and(|it| it.is_ascii_digit() || it == ',') && !after.is_some_and(|it| it.is_ascii_digit())
    })
}

/// A plain reader of RFC 4180, written from the document and not from the writer.
fn read_csv(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                field.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut field)),
            '\r' if !quoted && letters.peek() == Some(&'\n') => {
                letters.next();
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            other => field.push(other),
        }
    }
    rows
}

#[test]
fn every_part_of_a_chart_says_the_same_under_any_filter() {
    let mut dice = Dice(0x5eed);
    let mut drawn = [0; Which::ALL.len()];
    for edition in both() {
        for trial in 0..2_000 {
            let query = if trial == 0 { Query::default() } else { dice.query(edition.plan()) };
            for (place, which) in Which::ALL.into_iter().enumerate() {
                match edition.show(which, &query) {
                    Shown::Chart(chart) => {
                        let faults = faults(&chart);
                        assert!(faults.is_empty(), "{query:?}\n{}", faults[0]);
                        drawn[place] += 1;
                    }
                    Shown::Nothing(nothing) => {
                        assert!(!nothing.what.is_empty() && nothing.why.ends_with('.'), "{nothing:?}");
                        assert!(nothing.filtered != query.is_empty(), "{query:?} {nothing:?}");
                    }
                }
            }
        }
    }
    println!("drawn: {drawn:?}");
    assert!(drawn.iter().all(|it| *it > 200), "{drawn:?}");
}

#[test]
fn a_chart_tells_what_the_filter_leaves() {
    let mut dice = Dice(7);
    for edition in both() {
        for _ in 0..1_000 {
            let query = dice.query(edition.plan());
            let selection = edition.select(&query);
            let entries = || selection.entries.iter().map(|id| edition.plan().entry(*id));
            let changes = entries().filter(|it| it.measure.as_ref().is_some_and(|it| it.change.is_some())).count();
            let pairs = entries().filter(|it| it.measure.as_ref().is_some_and(|it| it.counts.is_some())).count();
            for (which, expected) in [(Which::Directions, changes), (Which::Pairs, pairs)] {
                match edition.show(which, &query) {
                    Shown::Chart(chart) => assert_eq!(chart.table.rows.len(), expected, "{query:?}"),
                    Shown::Nothing(_) => assert_eq!(expected, 0, "{query:?}"),
                }
            }
            let count = |kind: Kind| entries().filter(|it| it.kind == kind).count();
            let number = |count: usize| i64::try_from(count).expect("it is small");
            if let Shown::Chart(chart) = edition.show(Which::Priorities, &query) {
                // No entry of either plan belongs to two priorities.
                let sum: i64 = chart.points.iter().map(|it| it.value).sum();
                assert_eq!(sum, number(count(Kind::Promised) + count(Kind::Done)), "{query:?}");
            }
            if let Shown::Chart(chart) = edition.show(Which::Partners, &query) {
                for row in 0..chart.panels[0].rows.len() {
                    let parts: Vec<&Point> = chart.points.iter().filter(|it| it.row == row).collect();
                    let (point, all) = (parts[0], parts.iter().map(|it| it.value).sum::<i64>());
                    assert_eq!(parts.last().map(|it| it.shown.as_str()), Some(all.to_string().as_str()));
                    let id = edition.plan().partner_ids().find(|id| edition.plan().partner(*id).name == point.label);
                    let partner = id.expect("the mark is a partner's");
                    let has = |it: &plan_explorer::plan::Entry| {
                        it.partners.iter().any(|part| {
                            part.partner == partner
                                && (!query.lead_only || part.role == plan_explorer::plan::Role::Lead)
                        })
                    };
                    let expected = entries().filter(|it| it.kind == Kind::Done && has(it)).count();
                    assert_eq!(all, number(expected), "{query:?} {}", point.label);
                }
            }
        }
    }
}

#[test]
fn the_plan_is_told_as_it_is() {
    let edition = ours();
    let told = |which: Which| {
        let chart = edition.whole(which);
        let marks: Vec<String> = chart.points.iter().map(|it| it.shown.clone()).collect();
        (chart.headline, marks.join("; "))
    };
    for (which, headline, marks) in [
        (
            Which::Directions,
            "6 measures with a percentage: 3 down, 2 up and 1 about the same",
            "\u{2212}48%; \u{2212}22%; \u{2212}9%; \u{2212}1%; +6%; +33%",
        ),
        (
            Which::Pairs,
            "2 pairs of counts: 1 down and 1 about the same",
            "656 before; 344 after; 1,180 before; 1,171 after",
        ),
        (Which::Survey, "5 survey answers, from 46% to 98%", "93%; 92%; 46%; 98%; 85%"),
        (
            Which::Money,
            "4 separate sums, from £9,000 to £196,000, for different things",
            "£196,000; £100,000; £64,173; £9,000",
        ),
    ] {
        assert_eq!(told(which), (headline.to_owned(), marks.to_owned()));
    }
}

#[test]
fn what_is_not_known_stands_beside_the_numbers() {
    let edition = ours();
    let directions = edition.whole(Which::Directions);
    let caveats = directions.notes.iter().filter(|it| it.kind == NoteKind::Caveat).count();
    assert_eq!(caveats, 1, "the disturbed year");
    let details: Vec<&str> = directions.panels[0].rows.iter().map(|it| it.detail.as_str()).collect();
    assert_eq!(details.iter().filter(|it| it.contains("counts not published")).count(), 4);
    assert_eq!(directions.panels[0].rows.iter().filter(|it| it.marked).count(), 5, "those of that year are marked");
    assert!(directions.notes.iter().any(|it| it.alone.contains("highly irregular")), "with the plan’s own words");
    let key: Vec<&str> = directions.key.iter().map(|it| it.1).collect();
    assert_eq!(key, ["fewer is better", "neither way is good or bad in itself"]);
    let written = |dress| draw(&directions, &Look::to_take_away(), dress).json().replace('\u{a0}', " ");
    let (bare, full) = (written(Dress::Bare), written(Dress::Full));
    assert!(bare.contains("All crime C") && !bare.contains("COVID"), "the page says it once: {bare}");
    assert!(
        full.contains("All crime C") && full.contains("highly irregular"),
        "alone, with the plan’s own words: {full}"
    );
    assert!(key.iter().all(|it| full.matches(it).count() > 1), "alone, a legend says what the looks stand for: {full}");
    assert!(directions.points.iter().all(|it| it.words.contains("better") || it.words.contains("good or bad")));
    let survey = edition.whole(Which::Survey);
    assert!(survey.subtitle.ends_with("sample size and date not given"));
    assert!(survey.points.iter().all(|it| it.words.contains("Sample size and date not given")));
    let total: i64 = edition.whole(Which::Money).points.iter().map(|it| it.value).sum();
    let money = in_words(&edition.show(Which::Money, &Query::default()));
    assert!(!money.contains(&thousands(u32::try_from(total).expect("it fits"))), "sums are never added up: {money}");
}

#[test]
fn a_kind_that_is_left_out_is_not_drawn_as_nought() {
    let query = Query { kinds: [Kind::Promised].into(), ..Query::default() };
    let Shown::Chart(chart) = ours().show(Which::Priorities, &query) else { panic!("it is drawn") };
    assert!(chart.points.iter().all(|it| it.series == 0), "actions alone are drawn");
    assert!(chart.notes.iter().any(|it| it.words.contains("Achievements are left out")));
    assert!(!chart.headline.contains("achievement") && !chart.sentence.contains("achievement"), "{}", chart.sentence);
}

mod can_fail {
    use super::*;

    #[test]
    fn a_chart_that_contradicts_itself_is_told() {
        let right = ours().whole(Which::Directions);
        assert!(faults(&right).is_empty());
        let changes: [fn(&mut Chart); 9] = [
            |it| it.points[0].value += 1,
            |it| it.points[0].row = 1,
            |it| it.points[0].shown = "48%".to_owned(),
            |it| it.points[0].words = "Something else.".to_owned(),
            |it| it.table.rows[0][1].value = Value::Number(-47),
            |it| it.table.rows[0][0].words.clear(),
            |it| it.headline = "word ".repeat(16),
            |it| {
                it.picture =
                    Picture(|_| charming::Chart::new().x_axis(charming::component::Axis::new().min(-40).max(33)));
            },
            |it| {
                it.table.rows[0].pop();
            },
        ];
        for (at, change) in changes.into_iter().enumerate() {
            let mut wrong = right.clone();
            change(&mut wrong);
            assert!(!faults(&wrong).is_empty(), "change {at} goes unseen");
        }
    }

    #[test]
    fn csv_is_read_as_it_is_written() {
        assert_eq!(read_csv("a,\"b \"\"c\"\", d\"\r\n1,\"x\ny\"\r\n"), [["a", "b \"c\", d"], ["1", "x\ny"]]);
    }
}
