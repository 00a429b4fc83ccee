//! Types that the table does not know, and names that have changed.

use plan_explorer::site::import::crime::Options;

use crate::generate::Vintage;
use crate::{Desk, FORCE, import_with, of, street, sum};

fn with_sirens(desk: &Desk) -> u32 {
    let (text, counts) = street("2030-03", FORCE, 200, Vintage::New);
    desk.put("2030-03-lakeshire-street.csv", text.replace("Stolen oars", "Loud sirens"));
    counts.iter().filter(|it| it.0.2 == "Stolen oars").map(|it| it.1).sum()
}

#[test]
fn a_strange_type_is_asked_about() {
    let desk = Desk::new();
    let records = with_sirens(&desk);
    let told = format!("“Loud sirens”: {records} records in the area, 2030-03 to 2030-03");
    desk.refused(&desk.options(), &[&told, "also = [\"Loud sirens\"]", "--add-type \"Loud sirens\""]);
}

#[test]
fn it_can_have_a_column_of_its_own() {
    let desk = Desk::new();
    let records = with_sirens(&desk);
    let options = Options { add_types: vec!["Loud sirens".into(), "Never seen".into()], ..desk.options() };
    import_with(&options).expect("it is imported");
    let counts = of(&desk.table(), ["2030-03"]);
    assert_eq!(counts.iter().filter(|it| it.0.2 == "Loud sirens").map(|it| it.1).sum::<u32>(), records);
    // The types that the police publish come by themselves; none that has no record.
    assert!(desk.read("recorded-crime.csv").starts_with("month,ward,Loud boats,Stolen oars,Burglary,Loud sirens\n"));
}

#[test]
fn it_can_be_another_name() {
    let desk = Desk::new();
    with_sirens(&desk);
    let all = street("2030-03", FORCE, 200, Vintage::New).1;
    desk.replace("recorded-crime.toml", "crime = false\n", "crime = false\nalso = [\"Loud sirens\"]\n");
    desk.import().expect("it is imported");
    let counts = of(&desk.table(), ["2030-03"]);
    assert_eq!(sum(&counts), sum(&all));
    assert!(counts.keys().all(|it| it.2 == "Loud boats" || it.2 == "Burglary"), "{counts:?}");
}

#[test]
fn another_name_belongs_to_one_type() {
    let desk = Desk::new();
    desk.replace("recorded-crime.toml", "crime = false\n", "crime = false\nalso = [\"Stolen oars\"]\n");
    let list = plan_explorer::plan::load::edition(&desk.data()).problems;
    assert_eq!(list.len(), 1, "{list:?}");
    assert!(list[0].message.contains("the name of another type") && list[0].line == Some(8), "{list:?}");
}

#[test]
fn strange_types_elsewhere_do_not_matter() {
    let desk = Desk::new();
    let (text, counts) = street("2030-03", FORCE, 200, Vintage::New);
    let lines =
        text.lines().map(|it| if it.contains("Fellgate") { it.replace("Burglary", "Witchcraft") } else { it.into() });
    desk.put("2030-03-lakeshire-street.csv", lines.collect::<Vec<_>>().join("\n"));
    desk.import().expect("it is imported");
    assert_eq!(of(&desk.table(), ["2030-03"]), counts);
}
