//! People's words: what somebody types into the search box of our edition, and what it must find.
//!
//! The words stand in `tests/search/words.toml`; we thought them up. Each is tried by what a resident would see: which entries, how
//! they are told apart, whom to contact, and what may have been meant.

#![expect(clippy::expect_used, reason = "a test that cannot go on says so and fails")]

use plan_explorer::plan::{EntryId, Plan, load};
use plan_explorer::query::{Engine, Facts, Query, choice_label, facts_and_engine};
use serde::Deserialize;
use std::path::Path;

/// A search text and what is expected of it; what is left out is not looked at.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Tried {
    words: String,
    /// Another text that must find the same entries.
    same_as: Option<String>,
    /// The number of entries.
    results: Option<usize>,
    /// At least so many.
    at_least: Option<usize>,
    /// Ids of entries that must be among them.
    #[serde(default)]
    finds: Vec<String>,
    /// Names of what those belong to that are found by a name.
    #[serde(default)]
    belongs: Vec<String>,
    /// Words of the plan that everyday words are told to mean.
    #[serde(default)]
    means: Vec<String>,
    /// Names of all contacts that must be offered.
    #[serde(default)]
    help: Vec<String>,
    /// Whether other contacts may be offered besides.
    #[serde(default)]
    more_help: bool,
    /// The text without its typing error.
    meant: Option<String>,
}

#[derive(Debug, Deserialize)]
struct List {
    search: Vec<Tried>,
}

fn tried() -> Vec<Tried> {
    let list: List = toml::from_str(include_str!("search/words.toml")).expect("the list can be read");
    list.search
}

fn plan() -> Plan {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    load::edition(&folder).plan.expect("our edition has no mistakes")
}

fn entries(engine: &Engine, words: &str) -> Vec<EntryId> {
    engine.select(&Query { words: words.to_owned(), ..Query::default() }).entries
}

/// What is wrong with what a text finds.
fn faults(facts: &Facts, engine: &Engine, it: &Tried) -> Vec<String> {
    let mut faults = Vec::new();
    let mut fault = |is: bool, says: String| {
        if is {
            faults.push(format!("“{}”: {says}", it.words));
        }
    };
    let query = Query { words: it.words.clone(), ..Query::default() };
    let selection = engine.select(&query);
    let total = selection.entries.len();
    let found = engine.found(&query, &selection).expect("it searches for something");
    fault(it.results.is_some_and(|wanted| wanted != total), format!("{total} results"));
    fault(it.at_least.is_some_and(|wanted| wanted > total), format!("only {total} results"));
    if let Some(other) = &it.same_as {
        let others = entries(engine, other);
        fault(others != selection.entries, format!("{total} results, and “{other}” has {}", others.len()));
        fault(others.is_empty(), format!("“{other}” finds nothing"));
    }
    let ids: Vec<&str> = selection.entries.iter().filter_map(|id| Some(facts.entry(*id)?.id.as_str())).collect();
    for id in &it.finds {
        fault(!ids.contains(&id.as_str()), format!("{id} is not among {ids:?}"));
    }
    let belongs: Vec<String> = found.belongs.iter().map(|it| choice_label(facts, &it.choice)).collect();
    for name in &it.belongs {
        fault(!belongs.contains(name), format!("“{name}” is not among {belongs:?}"));
    }
    let means: Vec<&String> = found.everyday.iter().flat_map(|it| &it.means).collect();
    for words in &it.means {
        fault(!means.contains(&words), format!("“{words}” is not among {means:?}"));
    }
    let help: Vec<&str> = found.help.iter().filter_map(|id| Some(facts.contact(*id)?.name.as_str())).collect();
    for name in &it.help {
        fault(!help.contains(&name.as_str()), format!("“{name}” is not among {help:?}"));
    }
    fault(!it.more_help && help.len() > it.help.len(), format!("offers {help:?}"));
    let offered = found.meant.as_ref().map(|it| &it.0);
    fault(offered != it.meant.as_ref(), format!("offers {offered:?}"));
    if let Some((words, count)) = &found.meant {
        fault(
            entries(engine, words).len() != *count || *count == 0,
            format!("“{words}” does not have {count} results"),
        );
    }
    fault(found.in_plan + found.in_ours + found.belonging != total, "what is told apart is not all".to_owned());
    faults
}

#[test]
fn peoples_words_find_what_they_should() {
    let plan = plan();
    let (facts, engine) = facts_and_engine(&plan);
    let tried = tried();
    assert!(tried.len() >= 40, "{} are tried", tried.len());
    let faults: Vec<String> = tried.iter().flat_map(|it| faults(facts, engine, it)).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn the_list_tries_every_kind_of_answer() {
    let tried = tried();
    for (what, count) in [
        ("forms of one word", tried.iter().filter(|it| it.same_as.is_some()).count()),
        ("typing errors", tried.iter().filter(|it| it.meant.is_some()).count()),
        ("everyday words", tried.iter().filter(|it| !it.means.is_empty()).count()),
        ("contacts", tried.iter().filter(|it| !it.help.is_empty()).count()),
        ("names", tried.iter().filter(|it| !it.belongs.is_empty()).count()),
        ("nothing", tried.iter().filter(|it| it.results == Some(0)).count()),
    ] {
        assert!(count >= 4, "{what}: {count}");
    }
}

/// While somebody types a word, no letter may take away what the whole word finds: no word that a text starts with is lost.
#[test]
fn beginnings_of_words_find_what_the_words_do() {
    let plan = plan();
    let (_, engine) = facts_and_engine(&plan);
    for word in ["drug", "burglary", "neighbour", "police", "county lines", "exploitation", "knife", "council"] {
        let all = entries(engine, word);
        for end in 2..word.len() {
            let found = entries(engine, &word[..end]);
            assert!(all.iter().all(|it| found.contains(it)), "“{}” has not all that “{word}” has", &word[..end]);
        }
    }
}

/// Everyday words are ours: what they find is what the plan's own words for it find, and nothing else in its words.
#[test]
fn everyday_words_find_what_the_plan_says() {
    let plan = plan();
    let (facts, engine) = facts_and_engine(&plan);
    for (record, known) in plan.everyday.iter().zip(&facts.everyday) {
        for says in &record.says {
            let found = entries(engine, says);
            for id in &known.entries {
                assert!(found.contains(id), "“{says}” does not find {id:?}");
            }
            for id in plan.entry_ids() {
                let belongs = plan.entry(id).priorities.iter().any(|it| record.priorities.contains(it));
                assert!(!belongs || found.contains(&id), "“{says}” does not find {id:?}, which belongs");
            }
        }
    }
}
