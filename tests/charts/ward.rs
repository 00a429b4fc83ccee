//! Charts of a ward beside its borough, of made-up figures.

use crate::truth::faults;
use crate::{Dice, ends, in_words};
use plan_explorer::chart::{Beside, Chart, LEAST_FOR_A_SHARE, Label, Series, Shown, ages, months, types};

fn label(full: &str, short: &str) -> Label {
    Label { full: full.to_owned(), short: short.to_owned() }
}

/// What police recorded in five months, for an invented ward and borough.
pub(crate) fn recorded() -> Beside {
    Beside {
        measure: "crimes and anti-social behaviour recorded by police".to_owned(),
        period: "October 2030 to February 2031".to_owned(),
        labels: vec![
            label("October 2030", "Oct"),
            label("November 2030", "Nov"),
            label("December 2030", "Dec"),
            label("January 2031", "Jan"),
            label("February 2031", "Feb"),
        ],
        ward: Series { place: "Mere".to_owned(), counts: vec![18, 22, 9, 31, 22] },
        area: Series { place: "Brindlemere".to_owned(), counts: vec![401, 380, 366, 1_402, 390] },
        source: "Street-level crime, from the police".to_owned(),
        caveats: vec!["Recorded crime is not an accredited official statistic.".to_owned()],
    }
}

/// The same by type.
pub(crate) fn by_type() -> Beside {
    Beside {
        labels: ["Anti-social behaviour", "Burglary", "Vehicle crime"].map(|it| label(it, it)).to_vec(),
        ward: Series { place: "Mere".to_owned(), counts: vec![12, 0, 90] },
        area: Series { place: "Brindlemere".to_owned(), counts: vec![1_020, 61, 300] },
        ..recorded()
    }
}

/// Residents by age.
pub(crate) fn by_age() -> Beside {
    Beside {
        measure: "residents".to_owned(),
        period: "mid-2030".to_owned(),
        labels: vec![label("aged 0 to 15", "0–15"), label("aged 16 to 64", "16–64"), label("aged 65 and over", "65+")],
        ward: Series { place: "Mere".to_owned(), counts: vec![1_498, 4_879, 1_455] },
        area: Series { place: "Brindlemere".to_owned(), counts: vec![14_800, 46_700, 15_364] },
        source: "Population estimates, from the statistics office".to_owned(),
        caveats: vec![],
    }
}

pub(crate) fn drawn(shown: Shown) -> Chart {
    match shown {
        Shown::Chart(chart) => *chart,
        Shown::Nothing(it) => panic!("{it:?}"),
    }
}

#[test]
fn a_ward_stands_beside_its_borough_on_an_axis_of_its_own() {
    let chart = drawn(months(&recorded()));
    assert_eq!(chart.headline, "Mere: 9 to 31 a month; Brindlemere: 366 to 1,402");
    assert_eq!([0, 1].map(|it| ends(&chart, it)), [(0, 31), (0, 1_402)]);
    assert!(chart.subtitle.ends_with("Mere beside Brindlemere, October 2030 to February 2031"), "{}", chart.subtitle);
    assert!(chart.notes.iter().any(|it| it.words.contains("not an accredited")), "caveats stay beside the numbers");
    assert!(!in_words(&Shown::Chart(Box::new(chart))).contains('%'), "small counts have no percentage");
}

#[test]
fn types_come_in_the_order_of_the_ward() {
    let chart = drawn(types(&by_type()));
    assert_eq!(chart.headline, "Most in Mere: Vehicle crime, 90");
    for panel in &chart.panels {
        let rows: Vec<&str> = panel.rows.iter().map(|it| it.label.as_str()).collect();
        assert_eq!(rows, ["Vehicle crime", "Anti-social behaviour", "Burglary"], "the same in both panels");
    }
    let values: Vec<i64> = chart.points.iter().map(|it| it.value).collect();
    assert_eq!(values, [90, 12, 0, 300, 1_020, 61]);
    let level = Beside { ward: Series { counts: vec![5, 5, 5], ..by_type().ward }, ..by_type() };
    assert_eq!(drawn(types(&level)).headline, "Mere: 15; Brindlemere: 1,381", "no one type has the most");
}

#[test]
fn ages_are_shares_where_the_counts_allow_it() {
    let chart = drawn(ages(&by_age()));
    let shown: Vec<&str> = chart.points.iter().map(|it| it.shown.as_str()).collect();
    assert_eq!(shown, ["19% Mere", "19% Brindlemere", "62% Mere", "61% Brindlemere", "19% Mere", "20% Brindlemere"]);
    assert_eq!(chart.headline, "Mere: 62% are aged 16 to 64; Brindlemere: 61%");
    let few =
        Beside { ward: Series { counts: vec![1_498, LEAST_FOR_A_SHARE - 1, 1_455], ..by_age().ward }, ..by_age() };
    let chart = drawn(ages(&few));
    assert_eq!(chart.panels.len(), 2);
    assert!(!in_words(&Shown::Chart(Box::new(chart))).contains("per cent"), "no percentage on a small count");
}

#[test]
fn figures_that_are_not_all_there_are_not_drawn() {
    for broken in [
        Beside { labels: vec![], ..recorded() },
        Beside { ward: Series { counts: vec![1], ..recorded().ward }, ..recorded() },
        Beside { area: Series { counts: vec![], ..recorded().area }, ..recorded() },
    ] {
        for shown in [months(&broken), types(&broken), ages(&broken)] {
            assert!(matches!(&shown, Shown::Nothing(it) if it.why.contains("Mere")), "{shown:?}");
        }
    }
}

#[test]
fn every_part_says_the_same_whatever_the_figures() {
    let mut dice = Dice(41);
    for _ in 0..2_000 {
        let labels: Vec<Label> = (0..=dice.roll(14)).map(|at| label(&format!("Thing {at}"), &at.to_string())).collect();
        let top = [3, 40, 5_000][dice.roll(3)];
        let mut counts = || labels.iter().map(|_| u32::try_from(dice.roll(top)).expect("it is small")).collect();
        let (ward, area) = (counts(), counts());
        let data = Beside {
            labels: labels.clone(),
            ward: Series { counts: ward, ..recorded().ward },
            area: Series { counts: area, ..recorded().area },
            ..recorded()
        };
        for shown in [months(&data), types(&data), ages(&data)] {
            let faults = faults(&drawn(shown));
            assert!(faults.is_empty(), "{}", faults[0]);
        }
    }
}
