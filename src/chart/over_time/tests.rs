use super::{OverTime, over_time};
use crate::chart::{Chart, Dress, HEADLINE_WORDS, Look, NoteKind, Scheme, Shown, Tone, csv, draw};
use crate::plan::{EntryId, Joined, Month, Period, Plan, Polarity, Reading, SectionId, Slug, Source, Target, load};
use std::path::Path;

fn plan() -> Plan {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/editions/brindlemere");
    load::edition(&folder).plan.expect("it has no mistakes")
}

fn source() -> Source {
    Source { quote: String::new(), section: SectionId(0), at: 0 }
}

/// A count; its period begins with a bar where something else is counted from there on, and with a tilde in a disturbed year.
fn joined(edition: &str, period: &str, count: u32) -> Joined {
    let reading = Reading {
        period: Period::parse(period.trim_start_matches(['|', '~'])).expect("it is one"),
        count,
        source: source(),
        note: None,
        breaks: period.starts_with('|').then(|| "The police record more of it.".to_owned()),
        disturbed: period.starts_with('~'),
    };
    Joined { edition: edition.to_owned(), reading }
}

fn of_one(readings: &[(&str, u32)]) -> Vec<Joined> {
    readings.iter().map(|(period, count)| joined("Update 2033", period, *count)).collect()
}

fn target(base_period: &str) -> Target {
    Target {
        id: Slug::new("t").expect("it is one"),
        priorities: vec![],
        source: source(),
        plain: None,
        measure: EntryId(0),
        to: 80,
        base: 100,
        base_period: Period::parse(base_period).expect("it is one"),
        by: Month { year: 2033, month: 3 },
    }
}

fn drawn(readings: &[Joined], target: Option<&Target>) -> Chart {
    let plan = plan();
    let shown = over_time(&OverTime {
        id: "over-time-it".into(),
        plan: &plan,
        name: "Nuisance reported",
        unit: "incidents",
        polarity: Polarity::Lower,
        caveats: &[],
        readings,
        targets: target.into_iter().collect(),
        source: "Source: it, from somebody".to_owned(),
        leads: None,
    });
    let Shown::Chart(chart) = shown else { panic!("{shown:?}") };
    // Each mark stands in its row of the table, and whatever has a row has a name.
    assert_eq!(chart.table.rows.len(), chart.panels[0].rows.len());
    for point in &chart.points {
        assert_eq!(chart.table.rows[point.row][1].words, point.shown, "{point:?}");
        assert!(point.words.contains(&point.shown) && point.words.ends_with('.'), "{point:?}");
    }
    assert!(chart.headline.split_whitespace().count() <= HEADLINE_WORDS, "{}", chart.headline);
    assert!(csv(&chart.table).lines().count() == chart.table.rows.len() + 1);
    *chart
}

#[test]
fn columns_stand_on_equal_steps_alone_and_the_message_is_true() {
    for (readings, in_columns, headline) in [
        (
            &[
                ("12 months ending March 2029", 100),
                ("12 months ending March 2030", 90),
                ("12 months ending March 2031", 96),
                ("12 months ending March 2032", 84),
                ("12 months ending March 2033", 60),
            ][..],
            true,
            "Nuisance reported: 60 incidents in the 12 months ending March 2033, 100 four periods before",
        ),
        (
            &[("2031/32", 200), ("2032/33", 90)],
            true,
            "Nuisance reported: 90 incidents in 2032/33, 200 one period before",
        ),
        (
            &[("2031/32", 100), ("2032/33", 98)],
            true,
            "Nuisance reported: 98 incidents in 2032/33, about the same as 100 one period before",
        ),
        // The same months in other words are a step as well.
        (
            &[("12 months ending March 2032", 200), ("2032/33", 90)],
            true,
            "Nuisance reported: 90 incidents in 2032/33, 200 one period before",
        ),
        // A period is missing; lengths differ; the start is not stated.
        (&[("2030/31", 200), ("2032/33", 90)], false, "Nuisance reported: 90 incidents in 2032/33, 200 in 2030/31"),
        (
            &[("2031/32", 200), ("6 months ending March 2033", 90)],
            false,
            "Nuisance reported: 90 incidents in the 6 months ending March 2033, 200 in 2031/32",
        ),
        (
            &[("to March 2032", 200), ("to March 2033", 90)],
            false,
            "Nuisance reported: 90 incidents up to March 2033, 200 up to March 2032",
        ),
        // Nothing is compared over a break.
        (
            &[("2030/31", 100), ("|2031/32", 400), ("2032/33", 300)],
            true,
            "Nuisance reported: 300 incidents in 2032/33, 400 one period before",
        ),
        (
            &[("2031/32", 100), ("|2032/33", 400)],
            true,
            "Nuisance reported: 400 incidents in 2032/33, counted differently before",
        ),
        (&[("|2031/32", 400), ("2032/33", 1)], true, "Nuisance reported: 1 in 2032/33, 400 one period before"),
    ] {
        let chart = drawn(&of_one(readings), None);
        assert_eq!((chart.columns.is_some(), chart.headline.as_str()), (in_columns, headline));
        let says_so = chart.notes.iter().any(|it| it.words.contains("do not follow one another"));
        assert_eq!(says_so, !in_columns, "{:?}", chart.notes);
    }
}

#[test]
fn a_break_is_a_gap_with_its_words() {
    let chart = drawn(&of_one(&[("2030/31", 100), ("|2031/32", 400), ("2032/33", 300)]), None);
    let names: Vec<(&str, &str)> = chart.panels[0].rows.iter().map(|it| (&*it.label, &*it.short)).collect();
    assert_eq!(
        names,
        [
            ("2030/31", "2030/31"),
            ("Counted differently from here on", ""),
            ("2031/32", "2031/32"),
            ("2032/33", "2032/33")
        ]
    );
    assert_eq!(chart.points.iter().map(|it| it.row).collect::<Vec<_>>(), [0, 2, 3], "no mark in the gap");
    let note = &chart.notes[0];
    assert_eq!(note.kind, NoteKind::Caveat);
    assert!(
        note.words.starts_with("Counted differently in 2031/32 and since: The police record more of it."),
        "{note:?}"
    );
    assert!(chart.sentence.contains("counted differently from here on: The police"), "{}", chart.sentence);
    assert_eq!(chart.table.rows[1].last().map(|it| &*it.words), Some("The police record more of it."));
    assert!(chart.points[1].words.contains("The police record more of it."));
}

#[test]
fn a_target_has_stripes_and_says_what_came_of_it() {
    let target = target("2029/30");
    for (readings, came_of) in [
        (&[("2029/30", 100), ("2032/33", 78)][..], "Met: 78 incidents in 2032/33."),
        (&[("2029/30", 100), ("2032/33", 88)], "Not met: 88 incidents in 2032/33."),
        (&[("2029/30", 100), ("2030/31", 88)], "Not reported: the plan gives no count for that time."),
        (
            &[("2029/30", 100), ("|2032/33", 8)],
            "Not reported: the count in 2032/33 is not of the same thing as the count that the target is set against.",
        ),
    ] {
        let chart = drawn(&of_one(readings), Some(&target));
        let point = chart.points.last().expect("there are marks");
        assert_eq!((point.series, point.value), (1, 80));
        assert_eq!(point.label, "Nuisance reported, target, March 2033");
        let said = format!("Target, March 2033: 80 incidents by March 2033, from 100 in 2029/30. {came_of}");
        assert!(chart.notes.iter().any(|it| it.words == said), "{:?}", chart.notes);
        assert!(point.words.contains(came_of), "{}", point.words);
        assert_eq!(chart.key, [(Tone::First, "counted"), (Tone::Second, "to be reached")]);
        assert!(chart.points.iter().rev().skip(1).all(|it| it.series == 0));
    }
}

#[test]
fn a_count_that_a_later_edition_gives_otherwise_is_shown_with_the_new_one() {
    let mut readings = of_one(&[("2030/31", 100), ("2031/32", 95)]);
    readings.extend([joined("Update 2034", "2031/32", 91), joined("Update 2034", "2032/33", 60)]);
    // The same count again is no other count.
    readings.push(joined("Update 2034", "2030/31", 100));
    let chart = drawn(&readings, None);
    let marks: Vec<(&str, i64, usize)> =
        chart.points.iter().map(|it| (&*chart.panels[0].rows[it.row].label, it.value, it.series)).collect();
    assert_eq!(
        marks,
        [("2030/31", 100, 0), ("2031/32, as first given", 95, 1), ("2031/32", 91, 0), ("2032/33", 60, 0),]
    );
    assert!(chart.columns.is_none());
    assert_eq!(chart.headline, "Nuisance reported: 60 incidents in 2032/33, 100 two periods before");
    let editions: Vec<&str> = chart.table.rows.iter().map(|it| &*it[4].words).collect();
    assert_eq!(editions, ["Update 2034", "Update 2033", "Update 2034", "Update 2034"]);
    // With a target, marks with stripes are of two kinds: their names tell.
    assert!(drawn(&readings, Some(&target("2030/31"))).key.is_empty());
}

#[test]
fn a_disturbed_year_has_the_mark_of_the_caveat() {
    let chart = drawn(&of_one(&[("~2030/31", 100), ("2031/32", 95)]), None);
    let marked: Vec<bool> = chart.panels[0].rows.iter().map(|it| it.marked).collect();
    assert_eq!(marked, [true, false]);
    assert!(chart.notes[0].words.contains("1 of the 2 figures here"), "{:?}", chart.notes);
    assert!(chart.points[0].words.contains("Storms made 2030 unusual."));
    for dress in [Dress::Bare, Dress::Full] {
        let option = draw(&chart, &Look::to_take_away(), dress).json();
        assert!(option.contains("2030/31\\nC"), "under its column: {option}");
    }
}

/// What the pictures that the build draws rest on: the live chart in the place of one is as high.
#[test]
fn a_picture_is_as_high_whatever_its_exact_width() {
    let look = |width, text| Look { width, text, font: "Arial".to_owned(), scheme: Scheme::Light };
    let years: Vec<String> = (2020..2036).map(|year| format!("12 months ending March {year}")).collect();
    let mut in_columns = 0;
    for number in 2..=years.len() {
        let readings: Vec<Joined> = years[..number].iter().map(|it| joined("Update", it, 1_234)).collect();
        let chart = drawn(&readings, Some(&target("2019/20")));
        for (text, widths) in [(16, [288, 320, 358, 480, 575]), (17, [612, 620, 640, 660, 680])] {
            let heights = widths.map(|width| draw(&chart, &look(width, text), Dress::Bare).height);
            assert_eq!(heights, [heights[0]; 5], "{number} counts at {widths:?}");
            in_columns += u32::from(heights[0] < 320);
        }
    }
    assert!(in_columns > 5, "{in_columns} of them are columns");
}
