//! What the police recorded: sums, months, rates with their base, and a year beside the year before only where both are whole.

use crate::editions::{Edition, both, invented, ours};
use crate::figures::lines;
use plan_explorer::chart::recorded::{by_month, by_type, cautions, own_cautions, rates, stretch, table, year_on_year};
use plan_explorer::chart::{LEAST_FOR_A_SHARE, Shown, Table, Value, months, types};
use plan_explorer::plan::area::{Area, CrimeType, Gap};
use plan_explorer::plan::{Month, WardId};

#[test]
fn the_months_say_what_they_are() {
    let edition = ours();
    let it = stretch(&edition.records.area.crime).expect("there are records");
    assert_eq!((it.period.as_str(), it.len()), ("October 2018 to February 2019", 5));
    assert_eq!(it.spells[0].words, "before this plan began and before COVID-19");
    assert!(it.spells[0].note.as_deref().is_some_and(|note| note.contains("no trend")));
    let invented = invented();
    let it = stretch(&invented.records.area.crime).expect("there are records");
    assert_eq!(it.missing, ["A month is missing. December 2029: Nothing was published for this month."]);
    for edition in both() {
        let it = stretch(&edition.records.area.crime).expect("there are records");
        for ward in edition.plan().ward_ids() {
            for data in [
                by_month(edition.plan(), &edition.records.area, &it, ward),
                by_type(edition.plan(), &edition.records.area, &it, ward),
            ] {
                assert!(data.caveats.iter().any(|caveat| caveat.contains(&it.spells[0].words)), "{data:?}");
                assert_eq!(data.caveats.iter().any(|it| it.contains("A month is missing")), !it.missing.is_empty());
            }
        }
    }
}

#[test]
fn counts_are_those_of_the_table() {
    let edition = ours();
    let file = std::fs::read_to_string(edition.folder().join("recorded-crime.csv")).expect("it is there");
    let rows: Vec<Vec<&str>> = file.lines().map(|it| it.split(',').collect()).collect();
    let number = |it: &str| it.parse::<u32>().expect("a count");
    let stretch = stretch(&edition.records.area.crime).expect("there are records");
    let mut all = 0;
    for ward in edition.plan().ward_ids() {
        let id = edition.plan().ward(ward).id.as_str();
        let own: Vec<&Vec<&str>> = rows.iter().skip(1).filter(|it| it[1] == id).collect();
        let data = by_month(edition.plan(), &edition.records.area, &stretch, ward);
        let wanted: Vec<u32> = own.iter().map(|it| it[2..].iter().map(|it| number(it)).sum()).collect();
        assert_eq!(data.ward.counts, wanted, "{id}");
        all += wanted.iter().sum::<u32>();
        let data = by_type(edition.plan(), &edition.records.area, &stretch, ward);
        for (kind, label) in data.labels.iter().enumerate() {
            assert_eq!(label.full, rows[0][kind + 2]);
            assert_eq!(data.ward.counts[kind], own.iter().map(|it| number(it[kind + 2])).sum::<u32>(), "{id}");
        }
        assert!(matches!(months(&by_month(edition.plan(), &edition.records.area, &stretch, ward)), Shown::Chart(_)));
        assert!(matches!(types(&data), Shown::Chart(_)));
    }
    assert_eq!(all, 2_779, "every record of the source");
    let wards: Vec<WardId> = edition.plan().ward_ids().collect();
    let side_by_side = table(edition.plan(), &edition.records.area, &stretch, &wards);
    for row in &side_by_side.rows {
        let numbers: Vec<i64> =
            row.iter().filter_map(|it| if let Value::Number(it) = it.value { Some(it) } else { None }).collect();
        let (sum, parts) = numbers.split_last().expect("there are numbers");
        assert_eq!(parts.iter().sum::<i64>(), *sum, "{row:?}");
        assert!(row.iter().all(|it| !it.words.contains('%')), "{row:?}");
    }
    let names: Vec<&str> = side_by_side.heads.iter().map(|it| it.words.as_str()).collect();
    let mut sorted = names[1..names.len() - 1].to_vec();
    sorted.sort_unstable();
    assert_eq!(names[1..names.len() - 1], sorted, "by name, and in no other order");
}

#[test]
fn a_rate_stands_on_its_base() {
    let edition = ours();
    let stretch = stretch(&edition.records.area.crime).expect("there are records");
    let table = rates(edition.plan(), &edition.records.area, &stretch, edition.ward("castle"))
        .expect("the population is known");
    assert_eq!(
        table.caption,
        "Records per 1,000 residents in these 5 months, October 2018 to February 2019. This is no yearly rate"
    );
    let heads: Vec<&str> = table.heads.iter().map(|it| it.words.as_str()).collect();
    assert_eq!(heads, ["What", "Castle", "All of Tamworth"]);
    let labels: Vec<&str> = table.rows.iter().map(|it| it[0].words.as_str()).collect();
    assert_eq!(
        labels,
        [
            "Residents, mid-2019",
            "Anti-social behaviour: records",
            "Anti-social behaviour: records per 1,000 residents",
            "Crimes, all types: records",
            "Crimes, all types: records per 1,000 residents",
        ],
        "{}",
        lines(&table)
    );
    check_rates(&table);
    // In the invented area many counts are too small for any rate.
    let invented = invented();
    let stretch = super::recorded::stretch(&invented.records.area.crime).expect("there are records");
    for ward in invented.plan().ward_ids() {
        check_rates(&rates(invented.plan(), &invented.records.area, &stretch, ward).expect("there"));
    }
}

/// Every rate is what its count and its base give, and stands only on a count that is large enough.
fn check_rates(table: &Table) {
    let number = |row: usize, column: usize| match table.rows[row][column].value {
        Value::Number(number) => number,
        _ => panic!("{:?}", table.rows[row]),
    };
    for row in (1..table.rows.len()).step_by(2) {
        for column in 1..3 {
            let (base, count) = (number(0, column), number(row, column));
            let large = count >= i64::from(LEAST_FOR_A_SHARE);
            assert_eq!(matches!(table.rows[row + 1][column].value, Value::Number(_)), large, "{}", lines(table));
            if large {
                let rate = number(row + 1, column);
                assert!((2 * rate * base - 20_000 * count).abs() <= base, "{}", lines(table));
            }
        }
    }
}

#[test]
fn every_caution_is_said() {
    for edition in both() {
        let crime = &edition.records.area.crime;
        for ward in edition.plan().ward_ids() {
            let said = cautions(crime, &[ward]);
            for caution in &crime.cautions {
                let concerned = caution.wards.is_empty() || caution.wards.contains(&ward);
                assert_eq!(said.contains(&caution.text), concerned);
                assert_eq!(own_cautions(crime, ward).contains(&caution.text), caution.wards.contains(&ward));
            }
        }
    }
    let ours = ours();
    assert!(own_cautions(&ours.records.area.crime, ours.ward("castle"))[0].contains("town centre"));
}

/// An area of three wards with so many months of invented records, from a first month on.
fn with_months(first: Month, count: usize, skip: Option<usize>) -> (Edition, Area) {
    let edition = invented();
    let mut area = edition.records.area.clone();
    let crime = &mut area.crime;
    crime.types = vec![
        CrimeType { name: "Loud boats".to_owned(), crime: false, note: None },
        CrimeType { name: "Stolen oars".to_owned(), crime: true, note: None },
    ];
    let mut month = first;
    crime.months.clear();
    crime.counts.clear();
    crime.gaps.clear();
    for at in 0..count {
        if skip != Some(at) {
            crime.months.push(month);
            let later = u32::from(at + 12 >= count);
            for _ward in 0..3 {
                crime.counts.extend([10 + 5 * later, 1 + later]);
            }
        }
        month = month.next();
    }
    (edition, area)
}

#[test]
fn a_year_stands_beside_the_year_before_only_where_both_are_whole() {
    let first = Month { year: 2029, month: 3 };
    let (edition, area) = with_months(first, 24, None);
    let ward = edition.ward("mere");
    assert_eq!(
        year_on_year(edition.plan(), &area, ward),
        [
            "Loud boats in Mere: 180 in the 12 months to February 2031, from 120 in the 12 months to February 2030 (up 50%).",
            "Crimes, all types in Mere: 24 in the 12 months to February 2031, from 12 in the 12 months to February 2030 (too few \
             for a percentage).",
        ]
    );
    let it = stretch(&area.crime).expect("there are records");
    assert_eq!((it.len(), it.period.as_str()), (12, "March 2030 to February 2031"), "a year is shown at a time");
    let rates = rates(edition.plan(), &area, &it, ward).expect("the population is known");
    assert_eq!(rates.caption, "Records per 1,000 residents in these 12 months, March 2030 to February 2031");
    for (count, skip) in [(23, None), (24, Some(5)), (24, Some(20)), (5, None)] {
        let (edition, area) = with_months(first, count, skip);
        assert_eq!(year_on_year(edition.plan(), &area, ward), [""; 0], "{count} months without {skip:?}");
    }
    let (edition, mut area) = with_months(first, 24, None);
    let reason = "The file was cut off.".to_owned();
    area.crime.incomplete = vec![Gap { month: Month { year: 2030, month: 5 }, reason }];
    assert_eq!(year_on_year(edition.plan(), &area, ward), [""; 0], "of one month some records may be missing");
    let it = stretch(&area.crime).expect("there are records");
    assert_eq!(it.missing, ["Some records of a month may be missing. May 2030: The file was cut off."]);
    let (edition, area) = with_months(first, 30, Some(2));
    assert_eq!(year_on_year(edition.plan(), &area, ward).len(), 2, "a month that is missing before them matters not");
}
