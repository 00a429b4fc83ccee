//! Mistakes with what the plan sets out to reach.

use std::fs;

use plan_explorer::plan::{Month, Outcome, outcome};

use crate::{Copy, each_is_told_in, mistake, plan_of};

/// The invented edition, with a target.
fn with_target() -> Copy {
    let copy = Copy::new();
    let sentence = "Nuisance shall fall to 60 incidents by March 2033, from 100 in 2029/30.";
    copy.replace("source.txt", "rose by 4%**\n", &format!("rose by 4%**\n\n{sentence}\n"));
    let target = "[[target]]
id = \"noise-target\"
priorities = [\"noise\"]
section = \"2.1\"
quote = \"Nuisance shall fall to 60 incidents by March 2033, from 100 in 2029/30\"
plain = \"Nuisance is to fall.\"
measure = \"noise-reported\"
to = 60
base = 100
base-period = \"2029/30\"
by = \"March 2033\"
";
    copy.write("targets.toml", target);
    copy
}

#[test]
fn a_target_is_read_and_covers_its_words() {
    let copy = with_target();
    let covered = copy.load().covered;
    assert_eq!(covered.words.covered, covered.words.of);
    let plan = plan_of(&copy.0);
    let target = &plan.targets[0];
    assert_eq!((target.base, target.to, target.by), (100, 60, Month { year: 2033, month: 3 }));
    let entry = plan.entry(target.measure);
    assert_eq!(entry.id.as_str(), "noise-reported");
    let readings = &entry.measure.as_ref().expect("it is a measure").series;
    assert_eq!(outcome(target, readings), Outcome::NotReported);
}

#[test]
fn a_plan_without_targets_needs_no_file_for_them() {
    let copy = Copy::new();
    assert!(!copy.path("targets.toml").exists());
    assert!(plan_of(&copy.0).targets.is_empty());
    copy.write("targets.toml", "# none\n");
    assert!(plan_of(&copy.0).targets.is_empty());
    copy.write("targets.toml", "\n");
    let problems = copy.load().problems;
    assert!(problems[0].message.contains("take the file out: targets.toml is optional"), "{problems:?}");
    fs::remove_file(copy.path("targets.toml")).expect("it can be removed");
    copy.write("target.toml", "# not read");
    let problems = copy.load().problems;
    assert!(problems[0].message.contains("Is targets.toml meant?"), "{problems:?}");
}

#[test]
fn mistakes_in_a_target_are_told() {
    each_is_told_in(
        with_target,
        &[
            mistake("targets.toml", "base = 100\n", "").told("[[target]]", "“base” is missing. Add a line base = 100"),
            mistake("targets.toml", "to = 60\n", "").told("[[target]]", "“to” is missing. Add a line to = 80"),
            mistake("targets.toml", "base-period = \"2029/30\"\n", "").told("[[target]]", "“base-period” is missing"),
            mistake("targets.toml", "by = \"March 2033\"\n", "").told("[[target]]", "“by” is missing"),
            mistake("targets.toml", "\"noise-reported\"", "\"noise-reportd\"")
                .told("measure =", "there is no measure with the id “noise-reportd”. Is “noise-reported” meant?"),
            mistake("targets.toml", "\"noise-reported\"", "\"noise-lamps\"")
                .told("measure =", "“noise-lamps” is the id of something that is no measure"),
            mistake("targets.toml", "by = \"March 2033\"", "by = \"by March 2033\"")
                .told("by =", "“by March 2033” is no month and year"),
            mistake("targets.toml", "by = \"March 2033\"", "by = \"March 2034\"")
                .told("by =", "the words “March 2034” do not stand in the quote"),
            mistake("targets.toml", "to = 60", "to = 61").told("to = 61", "the count 61 does not stand in the quote"),
            mistake("targets.toml", "to = 60", "to = 100").told("to = 100", "“to” and “base” are the same"),
            mistake("targets.toml", "base = 100", "base = 101")
                .told("base = 101", "the count 101 does not stand in the quote"),
            mistake("targets.toml", "base-period = \"2029/30\"", "base-period = \"2030/31\"")
                .told("base-period =", "the words “2030/31” do not stand in the quote"),
            mistake("targets.toml", "plain = \"Nuisance is", "plane = \"Nuisance is")
                .told("plane =", "Is “plain” meant?"),
            mistake("targets.toml", "id = \"noise-target\"", "id = \"noise-lamps\"")
                .told("id = \"noise-lamps\"", "is taken already"),
        ],
    );
    let copy = with_target();
    copy.replace("source.txt", "from 100 in 2029/30", "from 100 since April 2030");
    copy.replace("targets.toml", "from 100 in 2029/30", "from 100 since April 2030");
    copy.replace("targets.toml", "base-period = \"2029/30\"", "base-period = \"since April 2030\"");
    let problems = copy.load().problems;
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].message.contains("does not say when “since April 2030” ends"), "{problems:?}");
    let copy = with_target();
    copy.replace("source.txt", "by March 2033", "by March 2030");
    copy.replace("targets.toml", "incidents by March 2033", "incidents by March 2030");
    copy.replace("targets.toml", "by = \"March 2033\"", "by = \"March 2030\"");
    let problems = copy.load().problems;
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].message.contains("by the time that “2029/30” ends"), "{problems:?}");
}
