use super::*;
use crate::plan::{Plan, load};
use crate::query::oracle::random_query;
use crate::query::sample::{self, Dice};
use crate::query::{
    Engine, Order, Query, Tally, View, announce, describe, groups, is_private, link, priorities_in_order,
};
use std::path::Path;

/// The plan of a data folder.
fn plan_in(folder: &str) -> Plan {
    load::edition(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).plan.unwrap()
}

fn plans() -> [(&'static str, Plan); 3] {
    [
        ("ours", plan_in("data")),
        ("the invented one", plan_in("tests/editions/brindlemere")),
        ("the one made by hand", sample::plan()),
    ]
}

#[test]
fn facts_come_through_json_as_they_are() {
    for (name, plan) in plans() {
        let facts = Facts::of(&plan);
        let json = facts.json();
        println!("{name}: {} entries, {} bytes of JSON", facts.entries.len(), json.len());
        let read = Facts::read(&json).unwrap();
        assert_eq!(read, facts, "{name}");
        assert!(!json.contains('<'), "{name}: it may stand in a script element");
        let (before, after) = (Engine::new(&facts), Engine::new(&read));
        let mut dice = Dice(0xfac7);
        for turn in 0..500 {
            let mut query = random_query(&mut dice, &plan);
            if turn % 3 == 0 {
                query.words = plan.entries[dice.roll(plan.entries.len())].words().chars().take(9).collect();
            }
            let selection = after.select(&query);
            assert_eq!(selection, before.select(&query), "{name}: {query:?}");
            assert_eq!(groups(&read, &selection, &query), groups(&facts, &selection, &query), "{name}: {query:?}");
        }
    }
}

#[test]
fn facts_say_what_the_plan_says() {
    for (name, plan) in plans() {
        let facts = Facts::of(&plan);
        assert_eq!(facts.entry_ids().collect::<Vec<_>>(), plan.entry_ids().collect::<Vec<_>>(), "{name}");
        for (id, it) in plan.partner_ids().zip(&plan.partners) {
            let known = facts.partner(id).unwrap();
            assert_eq!(facts.find_partner(it.id.as_str()), Some(id));
            assert_eq!((&known.short, known.statutory), (&it.short, it.statutory));
            let mut names = [&it.name, &it.short].into_iter().chain(it.aliases.iter().map(|it| &it.name));
            let all: Vec<&String> =
                std::iter::once(&known.short).chain(&known.other_names).chain(&known.our_names).collect();
            assert!(names.all(|it| all.contains(&it)), "{name}: {it:?}");
            assert!(it.aliases.iter().all(|it| it.section.is_some()
                || !known.other_names.contains(&it.name)
                || it.name == known.other_names[0]));
        }
        for (id, it) in plan.ward_ids().zip(&plan.wards) {
            let known = facts.ward(id).unwrap();
            assert_eq!(facts.find_ward(it.id.as_str()), Some(id));
            assert_eq!((&known.name, &known.code), (&it.name, &it.code));
        }
        for (id, it) in plan.priority_ids().zip(&plan.priorities) {
            let known = facts.priority(id).unwrap();
            assert_eq!(facts.find_priority(it.id.as_str()), Some(id));
            assert_eq!((&known.short, known.sensitive), (&it.short, it.sensitive));
        }
        for (id, it) in facts.contact_ids().zip(&plan.contacts) {
            let known = facts.contact(id).unwrap();
            assert_eq!((&known.name, &known.when, &known.phone), (&it.name, &it.when, &it.phone));
        }
        for (known, it) in facts.everyday.iter().zip(&plan.everyday) {
            assert_eq!((&known.says, &known.means), (&it.says, &it.means));
            assert!(it.means.is_empty() || !known.entries.is_empty(), "{name}: {it:?}");
        }
    }
}

#[test]
fn kinds_and_gaps_are_called_as_in_addresses() {
    for kind in Kind::ALL {
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.slug());
    }
    for gap in Gap::ALL {
        assert_eq!(serde_json::to_value(gap).unwrap(), gap.slug());
    }
}

#[test]
fn json_keeps_its_shape() {
    let mut plan = sample::plan();
    plan.entries.truncate(5);
    let json: serde_json::Value = serde_json::from_str(&Facts::of(&plan).json()).unwrap();
    let entries = [
        r#"{"i":"patrols","k":"promised","p":[0],"o":[1,0],"l":[1],"g":["success"]}"#,
        r#"{"i":"pspo","k":"promised","p":[0,1],"o":[0],"l":[0]}"#,
        r#"{"i":"help","k":"promised","p":[2],"g":["lead","success"]}"#,
        r#"{"i":"drugs","k":"done","p":[1],"o":[1]}"#,
        r#"{"i":"castle","k":"done","p":[0],"o":[2],"w":[0]}"#,
    ];
    let entries: Vec<serde_json::Value> = entries.iter().map(|it| serde_json::from_str(it).unwrap()).collect();
    assert_eq!(json["entries"].as_array().unwrap(), &entries);
    assert_eq!(json["edition"]["id"], "sample");
    assert_eq!(json["priorities"][2]["private"][0], "abus");
    assert_eq!(
        json["priorities"][0],
        serde_json::json!({ "id": "asb", "name": "Anti-social behaviour", "also": ["Anti-Social Behaviour (ASB)"], "ours": ["nuisance neighbours"] }),
        "only what is not usual is said"
    );
    let patrols = json["index"]["words"].as_str().unwrap().split(' ').position(|it| it == "patrols").unwrap();
    assert_eq!(json["index"]["entries"][patrols], serde_json::json!([0]), "twice the number of the entry");
}

/// The JSON of a page that something has changed: whatever it says, there are no facts or they are of use, and nothing panics.
#[test]
fn damaged_json_does_no_harm() {
    let plan = sample::plan();
    let json = Facts::of(&plan).json();
    let mut dice = Dice(0xda_3a6e);
    let mut read = 0;
    for _ in 0..5_000 {
        let mut bytes = json.clone().into_bytes();
        for _ in 0..=dice.roll(3) {
            let at = dice.roll(bytes.len());
            match dice.roll(4) {
                0 => bytes[at] = *dice.pick(b"0123456789[]{},\":asbw "),
                // Another number: an id that leads nowhere, or to something else.
                1 => {
                    let at = bytes.iter().skip(at).position(u8::is_ascii_digit).map_or(0, |it| it + at);
                    bytes.splice(at..=at, dice.roll(70_000).to_string().into_bytes());
                }
                2 => drop(bytes.remove(at)),
                _ => bytes.truncate(bytes.len() - dice.roll(3)),
            }
        }
        let Some(facts) = std::str::from_utf8(&bytes).ok().and_then(Facts::read) else { continue };
        read += 1;
        let engine = Engine::new(&facts);
        let query = random_query(&mut dice, &plan);
        let selection = engine.select(&query);
        assert!(selection.entries.iter().all(|it| it.index() < facts.entries.len()));
        drop(groups(&facts, &selection, &query));
        let found = Tally::of(&facts, &selection.entries, &query);
        drop((describe(&facts, &query), announce(&facts, found, &query), priorities_in_order(&facts, Order::Plan)));
        drop(link::from_params(&facts, &link::to_params(&facts, &query)));
        drop((is_private(&facts, &query), engine.relax(&query), engine.words(&query.words)));
        drop(engine.found(&query, &selection));
        drop(link::attributes(&facts, &Query { view: View::Text, ..query }));
    }
    assert!(read > 200, "{read} were read");
}
