//! `plan renew`: the invented edition and a second invented year. Records that stay keep their id, and every change is named.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use plan_explorer::site::draft;

use crate::formats::with_stars;
use crate::records::Records;
use crate::{EDITIONS, Hand, Scratch, root};

/// What the second year changes in the text of the first.
const SECOND_YEAR: [(&str, &str); 12] = [
    ("Update 2031 DRAFT", "Update 2032"),
    ("- Wardens met 45 cases since April 2030\n", "- Wardens met 61 cases since April 2031\n"),
    ("- Orrinshire Police trained 30 advisers for the SAFE panel\n", ""),
    ("(-20%) to March 2031 (80 incidents down from 100)", "(-10%) to March 2032 (72 incidents down from 80)"),
    (
        "- Keep the quiet hours that residents asked for²",
        "- Keep the quiet hours that residents asked for in every ward²",
    ),
    (
        "- Mark every boat in the harbour\n",
        "- Mark every boat in the harbour\n- Light the quay at night with the Harbour Master’s Office\n",
    ),
    ("gave £64,000 for 2031/32", "gave £58,500 for 2032/33"),
    ("by day (94%)", "by day (91%)"),
    ("- Listening to residents\n", "- Listening to residents\n- Learning from each other\n"),
    ("- Orrinshire Health Board\n", "- Orrinshire Health Board\n- Mere Youth Trust\n"),
    ("Theme: boats left without an owner\n", ""),
    ("\nDRAFT\n", "\n"),
];

/// The text of the second year.
fn second_year(source: &str) -> String {
    let mut text = with_stars(source);
    for (from, to) in SECOND_YEAR {
        assert!(text.contains(from), "the text has “{from}”");
        text = text.replacen(from, to, 1);
    }
    text
}

fn ids(records: &Records) -> BTreeSet<String> {
    records.0.iter().map(|it| format!("{} {}", it.kind, it.text("id"))).filter(|it| !it.ends_with(' ')).collect()
}

#[test]
fn the_same_text_keeps_everything() {
    for (folder, edition) in EDITIONS {
        let hand = Hand::of(folder, edition);
        let scratch = Scratch::new();
        let document = scratch.write("same.txt", &hand.source);
        let report = draft::renew(&root(folder), &scratch.folder(), &document).expect("it can be renewed");
        println!("{report}");
        let now = Records::of(&scratch.folder());
        let gone: Vec<String> =
            ids(&hand.records).difference(&ids(&now)).filter(|it| !it.starts_with("edition ")).cloned().collect();
        assert_eq!(gone, [""; 0], "{edition}: ids are gone");
        for it in
            hand.records.0.iter().filter(|it| it.kind != "section" && it.kind != "edition" && it.kind != "furniture")
        {
            let same = now.0.iter().any(|other| other.kind == it.kind && other.table == it.table);
            assert!(same, "{} “{}” is as it was", it.kind, it.text("id"));
        }
        // The edition itself has a new id, for it stands beside the one before.
        let changes = report.changes().expect("it was renewed");
        assert_eq!((changes.reworded(), changes.added(), changes.gone()), (1, 0, 0), "nothing has changed");
    }
}

#[test]
fn a_second_year_keeps_ids_and_names_every_change() {
    let (folder, edition) = EDITIONS[1];
    let hand = Hand::of(folder, edition);
    let scratch = Scratch::new();
    let document = scratch.write("2032.txt", second_year(&hand.source));
    let report = draft::renew(&root(folder), &scratch.folder(), &document).expect("it can be renewed").to_string();
    println!("{report}");
    let now = Records::of(&scratch.folder());
    let before = ids(&hand.records);
    let after = ids(&now);

    // Everything that stayed or was reworded keeps its id.
    let gone: Vec<&str> = before.difference(&after).map(String::as_str).collect();
    assert_eq!(gone, ["achievement p2-advisers", "edition 2031-draft", "theme ownerless"]);
    // Each change is named.
    for name in gone.iter().filter(|it| !it.starts_with("edition")) {
        let (kind, id) = name.split_once(' ').expect("a kind and an id");
        assert!(report.contains(&format!("{kind} “{id}”")), "{name} is named");
    }
    for id in ["noise-wardens", "noise-reported", "noise-hours", "fund-2031", "safe-by-day"] {
        assert!(report.contains(&format!("“{id}”: was “")), "{id} is named as reworded");
    }
    let added: Vec<&String> = after.difference(&before).filter(|it| !it.starts_with("edition")).collect();
    assert!(added.len() >= 3, "{added:?}");
    for name in &added {
        let (kind, id) = name.split_once(' ').expect("a kind and an id");
        assert!(report.contains(&format!("{kind} “{id}”")), "{name} is named");
    }
    for words in ["Light the quay at night", "Learning from each other", "Mere Youth Trust"] {
        assert!(report.contains(words), "“{words}” is named as new");
    }

    // What follows from the words is new; what we wrote stays.
    let reported = now.by_id("measure", "noise-reported").expect("it keeps its id");
    let number = |key: &str| reported.table.get(key).and_then(toml::Value::as_integer);
    assert_eq!((number("change"), number("now"), number("was")), (Some(-10), Some(72), Some(80)));
    assert_eq!(reported.text("period"), "to March 2032");
    assert_eq!(reported.text("name"), "Nuisance reported");
    let wardens = now.by_id("achievement", "noise-wardens").expect("it keeps its id");
    assert_eq!(wardens.list("amounts")[0].get("value").and_then(toml::Value::as_integer), Some(61));
    assert_eq!(wardens.list("partners").len(), 1, "links stay");

    // The files say so, too, and nothing is lost.
    let read =
        |name: &str| fs::read_to_string(scratch.folder().join("2032-final").join(name)).expect("the file is there");
    assert!(read("achievements.toml").contains("# reworded: was “Wardens met 45 cases since April 2030”"));
    assert!(read("actions.toml").contains("# new\n"));
    let changes = read("changes.txt");
    assert!(changes.contains("trained 30 advisers") && changes.contains("id = \"p2-advisers\""), "{changes}");
    assert!(Path::new(&scratch.folder().join("area/wards.toml")).is_file(), "the area comes along");
}

#[test]
fn a_folder_with_mistakes_is_not_renewed() {
    let scratch = Scratch::new();
    let hand = Hand::of(EDITIONS[1].0, EDITIONS[1].1);
    let document = scratch.write("plan.txt", &hand.source);
    draft::start(&document, &scratch.0.join("first"), None).expect("it can be read");
    let told = draft::renew(&scratch.0.join("first"), &scratch.folder(), &document).expect_err("it has mistakes");
    assert!(told.to_string().contains("has mistakes"), "{told}");
    assert!(!scratch.folder().exists());
}

#[test]
fn the_editions_before_come_along() {
    let scratch = Scratch::new();
    let years = scratch.0.join("years");
    xtask::project::copy(&root("tests/editions/brindlemere"), &years).expect("it can be copied");
    let explorer = "edition = \"2032\"\nearlier = [\"2031\", \"2031-draft\"]\narea = \"area\"\n";
    fs::write(years.join("explorer.toml"), explorer).expect("it can be written");
    let source = fs::read_to_string(years.join("2032/source.txt")).expect("it is there");
    let document = scratch.write("2033.txt", with_stars(&source).replacen("Update 2032", "Update 2033", 1));
    let report = draft::renew(&years, &scratch.folder(), &document).expect("it can be renewed").to_string();
    let new = scratch.folder();
    let explorer = fs::read_to_string(new.join("explorer.toml")).expect("it is there");
    assert!(explorer.contains("earlier = [\"2032\", \"2031\", \"2031-draft\"]"), "{explorer}");
    for edition in ["2032", "2031", "2031-draft"] {
        assert!(new.join(edition).join("source.txt").is_file(), "{edition} comes along");
    }
    // What was said of the edition before that one says nothing of this one, and that is named.
    assert!(report.contains("“formerly” spoke of the edition before"), "{report}");
    assert!(report.contains("achievement “noise-reached”: “answers” spoke"), "{report}");
    let edition =
        explorer.lines().find_map(|it| it.strip_prefix("edition = ")).map(|it| it.trim_matches('"').to_owned());
    let actions = new.join(edition.expect("it names the new one")).join("actions.toml");
    assert!(!fs::read_to_string(actions).expect("it is there").contains("formerly"));
}
