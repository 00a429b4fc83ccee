//! Open data: its promised shape, and that it says what the plan says.

#![expect(clippy::expect_used, reason = "a test that cannot go on says so and fails")]

#[path = "export/schema.rs"]
mod schema;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use plan_explorer::plan::{Area, Kind, Plan, load};
use plan_explorer::site::export;
use serde_json::Value;

fn data(folder: &str) -> (Plan, Area) {
    let loaded = load::edition(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    (loaded.plan.expect("it has no mistakes"), loaded.area.expect("it has no mistakes"))
}

/// The plan of `data/`, and one that nobody has looked at while this was written.
fn both() -> [(Plan, Area); 2] {
    [data("data"), data("tests/editions/brindlemere")]
}

fn text(name: &str, (plan, area): &(Plan, Area)) -> String {
    export::files(plan, area).into_iter().find(|it| it.name == name).expect("it is one of them").text
}

fn json(name: &str, data: &(Plan, Area)) -> Value {
    serde_json::from_str(&text(name, data)).expect("it is JSON")
}

fn rows(data: &(Plan, Area)) -> Vec<Vec<String>> {
    let text = text("plan.csv", data);
    let mut reader = csv_reader::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    reader.records().map(|it| it.expect("it is CSV").iter().map(str::to_owned).collect()).collect()
}

#[test]
fn the_plan_has_the_promised_shape() {
    for data in both() {
        let plan = json("plan.json", &data);
        let found = schema::faults(&json("plan.schema.json", &data), &plan);
        assert!(found.is_empty(), "{}", found.join("\n"));
        let text = text("plan.json", &data);
        assert!(text.starts_with("{\n  \"edition\": {\n    \"id\": "), "records begin with their ids");
        let lists: BTreeSet<&str> = plan.as_object().expect("it is one").keys().map(String::as_str).collect();
        let promised = "edition priorities actions achievements measures targets partners strategies survey funding principles governance \
                        themes glossary notes wards";
        assert_eq!(lists, promised.split(' ').collect());
    }
}

#[test]
fn every_record_has_an_id_and_those_of_the_plan_its_words() {
    for data in both() {
        let plan = json("plan.json", &data);
        let sections: BTreeSet<&str> = data.0.sections.iter().map(|it| it.id.as_str()).collect();
        for (name, list) in plan.as_object().expect("it is one").iter().filter(|it| it.0 != "edition") {
            let mut ids = BTreeSet::new();
            for record in list.as_array().expect("it is a list") {
                let id = record["id"].as_str().expect("it has an id");
                assert!(ids.insert(id), "{name}: {id} is there twice");
                let ours = ["glossary", "notes", "wards"].contains(&name.as_str());
                let section = record["section"].as_str();
                assert!(
                    ours || (record["quote"].is_string() && sections.contains(section.unwrap_or_default())),
                    "{id}"
                );
            }
        }
        let size = |name: &str| plan[name].as_array().expect("it is a list").len();
        let entries = |kind| data.0.entries.iter().filter(|it| it.kind == kind).count();
        for (name, count) in [
            ("priorities", data.0.priorities.len()),
            ("actions", entries(Kind::Promised)),
            ("achievements", entries(Kind::Done)),
            ("measures", entries(Kind::Direction)),
            ("strategies", entries(Kind::Strategy)),
            ("partners", data.0.partners.len()),
            ("glossary", data.0.glossary.len()),
            ("notes", data.0.notes.len()),
            ("wards", data.0.wards.len()),
        ] {
            assert_eq!(size(name), count, "{name}");
        }
        let facts: BTreeSet<&str> = plan["wards"]
            .as_array()
            .into_iter()
            .flatten()
            .flat_map(|it| it["facts"].as_array().into_iter().flatten())
            .filter_map(|it| it["id"].as_str())
            .collect();
        assert_eq!(facts.len(), entries(Kind::Local));
    }
}

#[test]
fn figures_are_the_plans() {
    let plan = json("plan.json", &data("tests/editions/brindlemere"));
    let measure = |id: &str| {
        let list = plan["measures"].as_array().expect("it is a list");
        list.iter().find(|it| it["id"] == id).expect("there is one").clone()
    };
    let rows = rows(&data("tests/editions/brindlemere"));
    let at = |name: &str| rows[0].iter().position(|it| it == name).expect("there is such a column");
    let mut compared = 0;
    for entry in data("tests/editions/brindlemere").0.entries.iter().filter_map(|it| Some((it, it.measure.as_ref()?))) {
        let (entry, it) = entry;
        let record = measure(entry.id.as_str());
        assert_eq!(record["change"].as_i64(), it.change.map(i64::from));
        assert_eq!(record["now"].as_u64(), it.counts.map(|it| u64::from(it.now)));
        let row = rows.iter().find(|row| row[at("id")] == entry.id.as_str()).expect("it has a row");
        let or_not = |it: Option<String>| it.unwrap_or_else(|| "[x]".to_owned());
        assert_eq!(row[at("change_per_cent")], or_not(it.change.map(|it| it.to_string())));
        assert_eq!(row[at("was")], or_not(it.counts.map(|it| it.was.to_string())));
        assert_eq!(row[at("quote")], entry.words().split_whitespace().collect::<Vec<_>>().join(" "));
        compared += 1;
    }
    assert_eq!(compared, 4);
}

#[test]
fn figures_have_their_caveats_in_the_table() {
    for data in both() {
        let rows = rows(&data);
        let at = |name: &str| rows[0].iter().position(|it| it == name).expect("there is such a column");
        let mut with_caveats = 0;
        for entry in &data.0.entries {
            let Some(measure) = &entry.measure else { continue };
            let row = rows.iter().find(|row| row[at("id")] == entry.id.as_str()).expect("it has a row");
            let caveats: Vec<&str> = row[at("caveats")].split(" | ").filter(|it| *it != "[x]").collect();
            let of_edition = data.0.edition.caveat.as_ref().filter(|_| measure.disturbed).map(|it| it.short.as_str());
            let wanted: Vec<&str> = of_edition.into_iter().chain(measure.caveats.iter().map(String::as_str)).collect();
            assert_eq!(caveats, wanted, "{}", entry.id);
            with_caveats += usize::from(!wanted.is_empty());
        }
        assert!(with_caveats > 0, "there are figures with caveats");
    }
}

#[test]
fn parts_that_the_plan_does_not_state_are_marked_as_inferred() {
    let data = data("data");
    let (plan, rows) = (json("plan.json", &data), rows(&data));
    let at = |name: &str| rows[0].iter().position(|it| it == name).expect("there is such a column");
    let record = |list: &str, id: &str| {
        let found = plan[list].as_array().expect("it is a list").iter().find(|it| it["id"] == id);
        found.expect("there is one")["partners"].clone()
    };
    // Leads are stated in section 3.1, and inferred for the actions of section 4.1; so are funders known by their fund alone.
    let entries = || data.0.entries.iter();
    let of_kind = |kind: Kind| {
        let id = data.0.find_priority("asb").expect("it is there");
        entries().find(move |it| it.kind == kind && it.priorities.contains(&id)).expect("there is one").id.to_string()
    };
    for (list, kind, inferred) in [("actions", Kind::Promised, true), ("achievements", Kind::Done, false)] {
        let id = of_kind(kind);
        let lead = &record(list, &id)[0];
        assert_eq!((lead["role"].as_str(), lead["inferred"].as_bool()), (Some("lead"), Some(inferred)), "{id}");
        let row = rows.iter().find(|row| row[at("id")] == id).expect("it has a row");
        let parts: Vec<&str> = row[at("parts")].split(';').filter(|it| it.contains(" lead")).collect();
        assert!(!parts.is_empty() && parts.iter().all(|it| it.ends_with(" inferred") == inferred), "{parts:?}");
    }
    let by_fund = rows.iter().filter(|row| row[at("parts")].split(';').any(|it| it == "pfcc funder inferred"));
    assert_eq!(by_fund.count(), 2, "the Locality Deal Fund and the LDF");
}

#[test]
fn the_table_is_whole_and_safe() {
    for data in both() {
        let text = text("plan.csv", &data);
        assert!(text.ends_with("\r\n") && !text.starts_with('\u{feff}'));
        let rows = rows(&data);
        let columns = &rows[0];
        let mut ids = BTreeSet::new();
        for row in &rows {
            assert_eq!(row.len(), columns.len(), "{row:?}");
            for cell in row {
                assert!(!cell.is_empty() && !cell.contains(['\r', '\n']), "{row:?}");
                let number = cell.parse::<i64>().is_ok();
                assert!(number || !cell.starts_with(['=', '+', '-', '@']), "{row:?}");
            }
            assert!(ids.insert(&row[1]), "{} is there twice", row[1]);
        }
        // The description has the table's columns, in their order.
        let description = json("plan.csv-metadata.json", &data);
        let described = description["tableSchema"]["columns"].as_array().expect("it is a list");
        let names: Vec<&str> = described.iter().filter_map(|it| it["titles"].as_str()).collect();
        assert_eq!(&names, columns);
        for (at, column) in described.iter().enumerate() {
            let missing = |cell: &str| cell == "[x]" || cell == "[z]";
            for row in &rows[1..] {
                assert!(column["required"] == false || !missing(&row[at]), "{row:?}");
                let whole = column["datatype"] != "integer" || missing(&row[at]) || row[at].parse::<i64>().is_ok();
                assert!(whole, "{row:?}");
            }
        }
    }
}

#[test]
fn the_map_has_every_ward_and_its_licence() {
    for data in both() {
        let map = json("wards.geojson", &data);
        let features = map["features"].as_array().expect("it is a list");
        assert_eq!(features.len(), data.0.wards.len());
        for (feature, ward) in features.iter().zip(&data.0.wards) {
            assert_eq!(feature["properties"]["code"], ward.code.as_str());
            assert!(feature["geometry"]["coordinates"].is_array());
        }
        let origin = data.1.origin(data.1.boundaries.origin);
        assert_eq!(map["licence"], origin.licence.as_str());
        assert_eq!(map["source"]["statement"], origin.statement.as_str());
    }
}

/// A folder of its own; gone when dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        Self(Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id())))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left behind lies in the build's own folder for temporary files.
        drop(fs::remove_dir_all(&self.0));
    }
}

fn plan(arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
    let output = command.output().expect("the command starts");
    let text = |bytes| String::from_utf8(bytes).expect("it prints UTF-8");
    (output.status.code().expect("it ends by itself"), text(output.stdout), text(output.stderr))
}

#[test]
fn what_is_exported_is_taken_back_without_a_difference() {
    let folder = Folder::new("export");
    let to = folder.0.to_string_lossy().into_owned();
    let invented = "tests/editions/brindlemere";
    let (code, out, err) = plan(&["export", &to, invented]);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    for name in ["plan.json", "plan.schema.json", "plan.csv", "plan.csv-metadata.json", "wards.geojson"] {
        let file = format!("{to}/{name}");
        let (code, out, err) = plan(&["check", "--export", &file, invented]);
        assert_eq!((code, err.as_str()), (0, ""), "{name}");
        assert!(out.contains("no difference"), "{out}");
        // The plan of `data/` says something else.
        assert_eq!(plan(&["check", "--export", &file]).0, i32::from(name != "plan.schema.json"), "{name}");
    }
    for (name, from, into, words) in [
        ("plan.json", "\"change\": 4,", "\"change\": 6,", "].change: 6 in the file, 4 in the data"),
        ("plan.json", "\"sensitive\": true,\n", "", "].sensitive: missing in the file"),
        ("plan.json", "\"plain\": ", "\"extra\": 1, \"plain\": ", ".extra: not in the data"),
        ("plan.csv", ",lower is better,", ",higher is better,", "polarity: “higher is better” in the file"),
        ("wards.geojson", "54.01", "54.02", "54.02 in the file, 54.01 in the data"),
        ("plan.json", "{", "", "this is no JSON"),
    ] {
        let file = folder.0.join(name);
        let before = fs::read_to_string(&file).expect("it is there");
        assert!(before.contains(from), "{name} has {from}");
        fs::write(&file, before.replacen(from, into, 1)).expect("it can be written");
        let (code, _, err) = plan(&["check", invented, "--export", &file.to_string_lossy()]);
        assert_eq!(code, 1);
        assert!(err.contains(words), "“{words}” in {err}");
        fs::write(&file, before).expect("it can be written");
    }
    // What a visitor took of it is compared as far as it goes.
    let read = |name: &str| fs::read_to_string(folder.0.join(name)).expect("it is there");
    let table = read("plan.csv");
    let some: String =
        table.lines().enumerate().filter(|(at, _)| at % 2 == 0).map(|(_, it)| it.to_owned() + "\r\n").collect();
    let mut data: Value = serde_json::from_str(&read("plan.json")).expect("it is JSON");
    data["actions"].as_array_mut().expect("it is a list").truncate(1);
    data["measures"] = Value::Array(Vec::new());
    data["wards"][0]["facts"] = Value::Array(Vec::new());
    let mut columns: Value = serde_json::from_str(&read("plan.csv-metadata.json")).expect("it is JSON");
    columns["url"] = "x-selection.csv".into();
    let changed = some.replacen(",lower is better,", ",higher is better,", 1);
    assert_ne!(changed, some);
    for (name, content, difference) in [
        ("x-selection.csv", some, None),
        ("x-selection.json", data.to_string(), None),
        ("x-selection.csv-metadata.json", columns.to_string(), None),
        ("x-selection.csv", changed, Some("polarity: “higher is better” in the file")),
        (
            "x-selection.json",
            data.to_string().replacen("\"sensitive\":true", "\"sensitive\":false", 1),
            Some("].sensitive: "),
        ),
    ] {
        let file = folder.0.join(name);
        fs::write(&file, content).expect("it can be written");
        let (code, _, err) = plan(&["check", invented, "--export", &file.to_string_lossy()]);
        assert_eq!(
            (code, err.contains(difference.unwrap_or_default())),
            (i32::from(difference.is_some()), true),
            "{name}: {err}"
        );
    }
    let (code, _, err) = plan(&["check", "--export", "README.md"]);
    assert!(code == 1 && err.contains("none of the exports"), "{err}");
    assert_eq!(plan(&["check", "--export"]).0, 2);
    assert_eq!(plan(&["export"]).0, 2);
}
