//! People, homes and deprivation: that tables and sentences say what the data say, and no share stands on a small count.

use crate::editions::{Edition, both, invented, ours};
use plan_explorer::chart::{self, Cell, LEAST_FOR_A_SHARE, Shown, Table, Value, people, recorded};
use plan_explorer::plan::WardId;
use plan_explorer::plan::area::{Index, Subject};

/// A table as lines of text.
pub(crate) fn lines(table: &Table) -> String {
    let heads: Vec<&str> = table.heads.iter().map(|it| it.words.as_str()).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(|it| it.words.as_str()).collect());
    let all: Vec<Vec<&str>> = [vec![table.caption.as_str()], heads].into_iter().chain(rows).collect();
    all.iter().map(|it| it.join(" | ")).collect::<Vec<_>>().join("\n  ")
}

/// All that is said of a ward.
pub(crate) fn in_words(edition: &Edition, ward: WardId) -> String {
    let (plan, area) = (edition.plan(), &edition.records.area);
    let mut said = vec![plan.ward(ward).name.clone()];
    said.extend(people::sheets(plan, area, &[ward]).iter().map(|it| lines(&it.table)));
    if let Some(Shown::Chart(chart)) = people::by_age(plan, area, ward).map(|it| chart::ages(&it)) {
        said.push(format!("{} ({})", chart.headline, chart.subtitle));
    }
    said.extend(people::deprivation(plan, area, ward).into_iter().flat_map(|it| it.sentences));
    if let Some(stretch) = recorded::stretch(&area.crime) {
        said.push(format!("{}: {:?} {:?}", stretch.period, stretch.spells, stretch.missing));
        said.push(format!("{:?}", recorded::by_month(plan, area, &stretch, ward)));
        said.push(format!("{:?}", recorded::by_type(plan, area, &stretch, ward)));
        said.extend(recorded::rates(plan, area, &stretch, ward).map(|it| lines(&it)));
        said.push(lines(&recorded::table(plan, area, &stretch, &[ward])));
        said.extend(recorded::cautions(&area.crime, &[ward]));
    }
    said.join("\n")
}

fn row<'t>(table: &'t Table, label: &str) -> &'t [Cell] {
    table.rows.iter().find(|it| it[0].words == label).unwrap_or_else(|| panic!("no row {label} in {table:?}"))
}

#[test]
fn people_and_homes_are_those_of_the_data() {
    let edition = ours();
    let castle = edition.ward("castle");
    let sheets = people::sheets(edition.plan(), &edition.records.area, &[castle]);
    let whens: Vec<&str> = sheets.iter().map(|it| it.when.as_str()).collect();
    assert_eq!(whens, ["mid-2020", "Census 2021"]);
    let words = |sheet: usize, label: &str| {
        row(&sheets[sheet].table, label).iter().map(|it| it.words.clone()).collect::<Vec<_>>()
    };
    // From data/area/profile.csv: Castle has 7,420 of 76,864 residents.
    assert_eq!(words(0, "Residents"), ["Residents", "7,420", "76,864"]);
    assert_eq!(words(0, "Aged 0 to 15 (%\u{a0}of residents)")[1], "1,074 (14%)");
    assert_eq!(words(0, "Residents for each square kilometre")[2], "not published with these figures");
    assert_eq!(words(1, "Households")[1], "3,657");
    assert_eq!(words(1, "Homes rented from anyone else, or lived in rent free (%\u{a0}of households)")[1], "845 (23%)");
}

#[test]
fn a_number_that_is_not_available_is_said_to_be_so() {
    let edition = invented();
    let sheets = people::sheets(edition.plan(), &edition.records.area, &[edition.ward("mere"), edition.ward("tarn")]);
    let homes = sheets.iter().find(|it| it.when == "Census 2030").expect("there are homes");
    let owned = row(&homes.table, "Homes owned, wholly, with a mortgage or in part (%\u{a0}of households)");
    let words: Vec<&str> = owned.iter().map(|it| it.words.as_str()).skip(1).collect();
    assert_eq!(words, ["not available", "200 (83%)", "not available"], "no sum of what is not all there");
    assert_eq!(owned[1].value, Value::NotAvailable);
}

#[test]
fn ages_follow_one_another_from_birth_on() {
    for edition in both() {
        for ward in edition.plan().ward_ids() {
            let data = people::by_age(edition.plan(), &edition.records.area, ward).expect("the ages are there");
            let all = edition.records.area.profile.newest(Subject::Population).expect("there is a population");
            assert_eq!(data.ward.counts.iter().sum::<u32>(), all.value(ward).expect("it is known"));
            assert_eq!(data.area.counts.iter().sum::<u32>(), all.sum().expect("it is known"));
        }
    }
    let edition = ours();
    let labels = people::by_age(edition.plan(), &edition.records.area, edition.ward("castle")).expect("there").labels;
    let labels: Vec<&str> = labels.iter().map(|it| it.full.as_str()).collect();
    assert_eq!(labels, ["aged 0 to 15", "aged 16 to 64", "aged 65 and over"]);
}

#[test]
fn deprivation_is_said_in_words() {
    let edition = ours();
    let said = |ward: &str| {
        people::deprivation(edition.plan(), &edition.records.area, edition.ward(ward))
            .expect("it is published")
            .sentences
    };
    assert_eq!(
        said("glascote"),
        [
            "Glascote is made up of 6 small areas.",
            "On deprivation as a whole, its small areas lie between decile 1 and decile 7. Four of them are in the most deprived fifth of the \
             country (deciles 1 and 2), two of these in the most deprived tenth (decile 1).",
            "On the part of it that is about crime, its small areas lie between decile 2 and decile 5. Two of them are in the most deprived \
             fifth of the country (deciles 1 and 2).",
            "67.8% of its residents live in the most deprived fifth of small areas in the country.",
        ]
    );
    assert!(
        said("trinity")[1].ends_with("None of them is in the most deprived fifth of the country (deciles 1 and 2).")
    );
    assert_eq!(said("trinity").len(), 3, "no share where nobody lives there");
    // The sentences agree with the table of small areas that the ward's figures were made from.
    let table = std::fs::read_to_string(edition.folder().join("small-areas.csv")).expect("it is there");
    for ward in edition.plan().ward_ids() {
        let id = edition.plan().ward(ward).id.as_str();
        let deciles: Vec<u32> = table
            .lines()
            .map(|it| it.split(',').collect::<Vec<_>>())
            .filter(|it| it[2] == id)
            .map(|it| it[7].parse().expect("a decile"))
            .collect();
        let number = |subject| edition.records.area.profile.newest(subject).and_then(|it| it.value(ward));
        assert_eq!(number(Subject::SmallAreas), u32::try_from(deciles.len()).ok(), "{id}");
        assert_eq!(number(Subject::LowestDecile(Index::Overall)), deciles.iter().min().copied(), "{id}");
        let fifth = deciles.iter().filter(|it| **it <= 2).count();
        assert_eq!(number(Subject::InMostDeprivedFifth(Index::Overall)), u32::try_from(fifth).ok(), "{id}");
    }
}

#[test]
fn no_share_stands_on_a_small_count() {
    for edition in both() {
        let wards: Vec<WardId> = edition.plan().ward_ids().collect();
        for sheet in people::sheets(edition.plan(), &edition.records.area, &wards) {
            for cell in sheet.table.rows.iter().flatten() {
                if let Value::Number(count) = cell.value {
                    assert!(!cell.words.contains('%') || count >= i64::from(LEAST_FOR_A_SHARE), "{cell:?}");
                }
            }
        }
    }
}
