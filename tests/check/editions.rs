//! Mistakes that only show between one edition and another.

use std::fs;

use crate::{Copy, each_is_told_in, mistake};

/// All three of the invented council's editions, of which 2032 is the current one.
fn years() -> Copy {
    let copy = Copy::new();
    copy.write("explorer.toml", "edition = \"2032\"\nearlier = [\"2031\", \"2031-draft\"]\narea = \"area\"\n");
    copy
}

#[test]
fn three_editions_pass() {
    let loaded = years().load();
    assert_eq!(loaded.problems, []);
    assert_eq!(loaded.questions, []);
    let ids: Vec<&str> = loaded.earlier.iter().map(|it| it.edition.id.as_str()).collect();
    assert_eq!(ids, ["2031", "2031-draft"]);
    // Facts about places speak of the current priorities; where an edition has none of them, it has no such fact.
    assert!(loaded.plan.is_some_and(|it| it.entries.iter().any(|it| it.id.as_str() == "quiet-zone")));
}

#[test]
fn mistakes_between_editions_are_told() {
    each_is_told_in(
        years,
        &[
            mistake("explorer.toml", "\"2031-draft\"]", "\"2031\"]")
                .told("earlier", "the edition “2031” is named twice"),
            mistake("explorer.toml", "[\"2031\"", "[\"2032\"").told("earlier", "the edition “2032” is named twice"),
            mistake("explorer.toml", "\"2031-draft\"]", "\"2030\"]").told("earlier", "there is no folder “2030” here"),
            mistake("explorer.toml", "[\"2031\", \"2031-draft\"]", "[\"2031-draft\", \"2031\"]")
                .told_of("2031/edition.toml", "newest first"),
            mistake("2031/edition.toml", "id = \"2031\"", "id = \"2032\"")
                .told_of("2031/edition.toml", "an id of its own"),
            mistake("2032/actions.toml", "formerly = [\"noise-meter\"]", "formerly = [\"noise-metre\"]").told(
                "[[action]]\nid = \"noise-corners\"",
                "“formerly” names “noise-metre”, but the edition before (2031) has nothing",
            ),
            mistake("2032/actions.toml", "formerly = [\"noise-meter\"]", "formerly = [\"noise-hours\"]")
                .told("[[action]]\nid = \"noise-corners\"", "this edition still has a record of that id"),
            mistake("2032/actions.toml", "formerly = [\"noise-meter\"]", "formerly = [\"Noise\"]")
                .told("formerly = [\"Noise\"]", "“Noise” is no id"),
            mistake("2032/achievements.toml", "answers = [\"noise-campaigns\"]", "answers = [\"noise-campaign\"]")
                .told("[[achievement]]\nid = \"noise-reached\"", "no earlier edition has an action of that id"),
            mistake("2032/achievements.toml", "answers = [\"noise-campaigns\"]", "answers = [\"noise-reported\"]")
                .told("[[achievement]]\nid = \"noise-reached\"", "no earlier edition has an action of that id"),
            // Of the partner, and not of the contact with the same id.
            mistake("2032/partners.toml", "id = \"police\"", "id = \"police\"\nformerly = [\"constables\"]")
                .told("[[partner]]\nid = \"police\"", "“formerly” names “constables”"),
            // A mistake of an earlier edition by itself is told with its own file.
            mistake("2031/actions.toml", "Hold a litter pick", "Held a litter pick")
                .told("quote = \"Held", "is not in source.txt")
                .told_in("2031/source.txt", "- Hold a litter pick", "are quoted by no record"),
        ],
    );
}

#[test]
fn an_answer_needs_an_earlier_edition() {
    let copy = years();
    copy.write("explorer.toml", "edition = \"2032\"\narea = \"area\"\n");
    let problems = copy.load().problems;
    assert!(!problems.is_empty() && problems.iter().all(|it| it.message.contains("earlier")), "{problems:?}");
}

#[test]
fn an_id_with_nothing_in_common_is_a_question() {
    let copy = years();
    // What was a promise of wardens becomes one of lamps, under the same id.
    copy.replace("2032/actions.toml", "id = \"theft-quay\"\n", "id = \"litter-picks\"\n");
    let loaded = copy.load();
    assert_eq!(loaded.problems, [], "it may be meant so");
    assert_eq!(loaded.questions.len(), 1, "{:?}", loaded.questions);
    let question = &loaded.questions[0];
    assert!(question.message.contains("action “litter-picks”") && question.message.contains("nothing in common"));
    assert!(question.file.ends_with("2032/actions.toml") && question.line.is_some());
}

#[test]
fn the_area_is_checked_once() {
    let copy = years();
    let wards = fs::read_to_string(copy.0.join("area/wards.toml")).expect("it is there");
    copy.write("area/wards.toml", wards.replacen("name = ", "nam = ", 1));
    let problems = copy.load().problems;
    let mut lines: Vec<_> = problems.iter().map(|it| (&it.file, it.line, &it.message)).collect();
    lines.sort();
    lines.dedup();
    assert_eq!(lines.len(), problems.len(), "each mistake is told once");
}
