//! Every postcode of the data gives the right answer, however it is typed.

use crate::editions::{Edition, both, ours};
use plan_explorer::plan::WardId;
use std::collections::BTreeMap;
use std::fs;

/// What the file says of a postcode: read as plainly as can be, and by other means than the app's.
fn listed(edition: &Edition) -> BTreeMap<String, (String, String)> {
    let text = fs::read_to_string(edition.folder().join("postcodes.csv")).expect("it is there");
    let mut listed = BTreeMap::new();
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let [sector, used, place, units] = cells[..] else { panic!("{line}") };
        for unit in units.split_whitespace() {
            listed.insert(format!("{sector}{unit}"), (used.to_owned(), place.to_owned()));
        }
    }
    listed
}

#[test]
fn every_postcode_gives_the_right_answer() {
    for edition in both() {
        let listed = listed(&edition);
        let (mut inside, mut outside) = (0, 0);
        for (postcode, (used, place)) in &listed {
            let ward = || edition.ward(place);
            let name = |ward: WardId| edition.plan().ward(ward).name.as_str();
            let (text, found) = match used.as_str() {
                "outside" => (format!("{postcode} is in {place}, not in {}.", edition.plan().edition.place), None),
                "withdrawn" => (format!("{postcode} was withdrawn. It was in {} ward.", name(ward())), Some(ward())),
                _ => (format!("{postcode} is in {} ward.", name(ward())), Some(ward())),
            };
            if found.is_some() {
                inside += 1;
            } else {
                outside += 1;
            }
            let (first, second) = postcode.split_at(postcode.len() - 3);
            let tight = postcode.replace(' ', "");
            for typed in [
                postcode.clone(),
                tight.to_lowercase(),
                format!("  {} {second}.", first.to_lowercase()),
                format!("({first}-{second})"),
                tight.split("").collect::<Vec<_>>().join(" "),
            ] {
                let said = edition.ask(&typed);
                assert_eq!((&said.text, said.ward), (&text, found), "{typed}");
                assert_eq!(said.note.contains("in use"), used == "unmarked", "{typed}: {}", said.note);
            }
        }
        println!("{}: {inside} postcodes inside, {outside} outside", edition.plan().edition.place);
        assert_eq!(inside + outside, listed.len());
    }
    let listed = listed(&ours());
    let outside = listed.values().filter(|it| it.0 == "outside").count();
    assert_eq!((listed.len() - outside, outside), (1_614, 814), "the numbers that the publisher's list has");
}

#[test]
fn no_other_postcode_of_these_districts_is_taken_for_one_on_the_list() {
    for edition in both() {
        let listed = listed(&edition);
        let outcodes: Vec<&str> = edition.records.area.postcodes.outcodes.iter().map(|it| it.name.as_str()).collect();
        let mut unlisted = 0;
        for outcode in outcodes {
            for unit in 0..4000 {
                let postcode = format!("{outcode} {}", plan_explorer::plan::show_incode(unit));
                if listed.contains_key(&postcode) {
                    continue;
                }
                unlisted += 1;
                assert_eq!(edition.ask(&postcode).text, format!("{postcode} is not on our list of postcodes."));
            }
        }
        println!("{}: {unlisted} postcodes that are not on the list", edition.plan().edition.place);
    }
}
