//! Types that the table does not know, and names that have changed.

use plan_explorer::site::import::crime::Options;

use crate::generate::Vintage;
use crate::{FORCE, Workspace, import_with, of, street, sum};

fn with_sirens(workspace: &Workspace) -> u32 {
    let (text, counts) = street("2030-03", FORCE, 200, Vintage::New);
    workspace.put("2030-03-lakeshire-street.csv", text.replace("Stolen oars", "Loud sirens"));
    counts.iter().filter(|it| it.0.2 == "Stolen oars").map(|it| it.1).sum()
}

#[test]
fn a_strange_type_is_asked_about() {
    let workspace = Workspace::new();
    let records = with_sirens(&workspace);
    let told = format!("“Loud sirens”: {records} records in the area, 2030-03 to 2030-03");
    workspace.refused(&workspace.options(), &[&told, "also = [\"Loud sirens\"]", "--add-type \"Loud sirens\""]);
}

#[test]
fn it_can_have_a_column_of_its_own() {
    let workspace = Workspace::new();
    let records = with_sirens(&workspace);
    let options = Options { add_types: vec!["Loud sirens".into(), "Never seen".into()], ..workspace.options() };
    import_with(&options).expect("it is imported");
    let counts = of(&workspace.table(), ["2030-03"]);
    assert_eq!(counts.iter().filter(|it| it.0.2 == "Loud sirens").map(|it| it.1).sum::<u32>(), records);
    // The types that the police publish come by themselves; none that has no record.
    assert!(
        workspace.read("recorded-crime.csv").starts_with("month,ward,Loud boats,Stolen oars,Burglary,Loud sirens\n")
    );
}

#[test]
fn it_can_be_another_name() {
    let workspace = Workspace::new();
    with_sirens(&workspace);
    let all = street("2030-03", FORCE, 200, Vintage::New).1;
    workspace.replace("recorded-crime.toml", "crime = false\n", "crime = false\nalso = [\"Loud sirens\"]\n");
    workspace.import().expect("it is imported");
    let counts = of(&workspace.table(), ["2030-03"]);
    assert_eq!(sum(&counts), sum(&all));
    assert!(counts.keys().all(|it| it.2 == "Loud boats" || it.2 == "Burglary"), "{counts:?}");
}

#[test]
fn another_name_belongs_to_one_type() {
    let workspace = Workspace::new();
    workspace.replace("recorded-crime.toml", "crime = false\n", "crime = false\nalso = [\"Stolen oars\"]\n");
    let list = plan_explorer::plan::load::edition(&workspace.data()).problems;
    assert_eq!(list.len(), 1, "{list:?}");
    assert!(list[0].message.contains("the name of another type") && list[0].line == Some(8), "{list:?}");
}

#[test]
fn strange_types_elsewhere_do_not_matter() {
    let workspace = Workspace::new();
    let (text, counts) = street("2030-03", FORCE, 200, Vintage::New);
    let lines =
        text.lines().map(|it| if it.contains("Fellgate") { it.replace("Burglary", "Witchcraft") } else { it.into() });
    workspace.put("2030-03-lakeshire-street.csv", lines.collect::<Vec<_>>().join("\n"));
    workspace.import().expect("it is imported");
    assert_eq!(of(&workspace.table(), ["2030-03"]), counts);
}
