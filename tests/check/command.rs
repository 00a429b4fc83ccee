//! The `plan` command, as it is called.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};

use crate::{Copy, invented};

fn plan(arguments: &[&str], folder: Option<&Path>) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    command.args(arguments).args(folder);
    let Output { status, stdout, stderr } = command.output().expect("the command starts");
    let text = |bytes| String::from_utf8(bytes).expect("it prints UTF-8");
    (status.code().expect("it ends by itself"), text(stdout), text(stderr))
}

#[test]
fn a_folder_without_mistakes_is_summed_up() {
    let (code, out, err) = plan(&["check"], Some(&invented()));
    assert_eq!((code, err.as_str()), (0, ""));
    for words in ["2031-draft", "5 actions", "41 of 41 sentences and bullets", "306 of 306 words"] {
        assert!(out.contains(words), "“{words}” in {out}");
    }
}

#[test]
fn mistakes_are_listed_by_file_and_line() {
    let copy = Copy::new();
    copy.replace("actions.toml", "section = \"3.3\"", "section = \"3.9\"");
    copy.replace("actions.toml", "Support the SAFE panel", "Support the safe panel");
    copy.replace("links.toml", "standing = \"none\"", "standing = \"nun\"");
    let (code, out, err) = plan(&["check"], Some(&copy.0));
    assert_eq!((code, out.as_str()), (1, ""));
    let lines: Vec<&str> = err.lines().collect();
    assert_eq!(lines.len(), 4, "{err}");
    assert!(lines[0].contains("actions.toml:20: "), "{err}");
    assert!(lines[1].contains("actions.toml:31: "), "{err}");
    assert!(lines[2].contains("links.toml:16: "), "{err}");
    assert_eq!(lines[3], "3 mistakes in 2 files");
}

#[test]
fn what_is_not_known_is_told_with_help() {
    for (arguments, told) in [
        (&["chekc"][..], "a similar subcommand exists: 'check'"),
        (&[], "Usage: plan <COMMAND>"),
        (&["check", "a", "b"], "Usage: plan check [OPTIONS] [FOLDER]"),
        (&["check", "--what"], "unexpected argument '--what'"),
        (&["check", "--export"], "a value is required for '--export <FILE>'"),
        (&["site"], "plan site <DATA> <OUT>"),
        (&["export", "a", "b", "c"], "Usage: plan export"),
    ] {
        let (code, out, err) = plan(arguments, None);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(err.contains(told), "“{told}” in {err}");
    }
}

#[test]
fn every_command_explains_itself() {
    for (arguments, words) in [
        (&["help"][..], &["check", "export", "import-crime", "import-postcodes", "site", "ends with 0"][..]),
        (&["--help"], &["check", "import-crime", "ends with 0"]),
        (&["check", "--help"], &["[FOLDER]", "[default: data]", "--export <FILE>"]),
        (&["help", "check"], &["--export <FILE>"]),
        (&["export", "--help"], &["<FOLDER>", "[DATA]"]),
        (&["site", "-h"], &["[DATA]", "[OUT]", "--assets <FOLDER>", "--cache <FOLDER>", "--no-compress"]),
        (
            &["import-crime", "--help"],
            &["<PATH>...", "--data <FOLDER>", "--dry-run", "--replace", "--fresh", "--add-type <NAME>"],
        ),
        (&["serve", "--help"], &["[FOLDER]", "--port <N>"]),
        (&["host", "--help"], &["nginx", "apache", "iis", "static"]),
        (&["--version"], &["plan 0."]),
        (&["import-postcodes", "--help"], &["<PATH>...", "--dry-run", "--many-withdrawn", "--many-moved"]),
    ] {
        let (code, out, err) = plan(arguments, None);
        assert_eq!((code, err.as_str()), (0, ""), "{arguments:?}");
        for words in words {
            assert!(out.contains(words), "“{words}” in {out}");
        }
    }
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let (code, _, err) = plan(&["check", "no-such-folder"], None);
    assert_eq!(code, 1);
    assert_eq!(
        err,
        "no-such-folder: there is no such folder. Name the folder that holds explorer.toml\n1 mistake in 1 file\n"
    );
}

#[test]
fn a_part_of_a_data_folder_is_told_from_the_whole() {
    let copy = Copy::new();
    for (inside, words) in [
        ("2031-draft", "2031-draft: this is only a part of a data folder. Name the folder around it"),
        ("explorer.toml", "explorer.toml: this is a file. Name the folder that holds explorer.toml"),
    ] {
        let (code, _, err) = plan(&["check"], Some(&copy.0.join(inside)));
        assert!(code == 1 && err.contains(words) && err.ends_with("1 mistake in 1 file\n"), "{err}");
    }
}

/// The mistakes of a copy, as another program reads them.
fn read(copy: &Copy, format: &str) -> (i32, Value) {
    let (code, out, err) = plan(&["check", "--format", format], Some(&copy.0));
    assert_eq!(err, "", "all of it is on the standard output");
    (code, serde_json::from_str(&out).expect("it is JSON"))
}

#[test]
fn mistakes_can_be_read_by_programs() {
    let copy = Copy::new();
    assert_eq!(read(&copy, "json"), (0, json!([])));
    let (code, log) = read(&copy, "sarif");
    assert_eq!((code, &log["runs"][0]["results"]), (0, &json!([])));

    copy.replace("actions.toml", "section = \"3.3\"", "section = \"3.9\"");
    copy.write("action.toml", "# not read");
    let (code, list) = read(&copy, "json");
    let path = |file: &str| copy.path(file).display().to_string();
    let expected = json!([
        {
            "file": path("action.toml"),
            "line": null,
            "message": "nothing reads a file of this name here",
            "remedy": "Is actions.toml meant? Rename it or take it out of the folder",
        },
        {
            "file": path("actions.toml"),
            "line": 31,
            "message": list[1]["message"],
            "remedy": list[1]["remedy"],
        },
    ]);
    assert_eq!((code, &list), (1, &expected));
    let told = ["message", "remedy"].map(|it| list[1][it].as_str().unwrap_or_default());
    assert!(told[0].contains("there is no section with the id “3.9”"), "{list}");
    assert!(told[1].starts_with("Is “3.") || told[1].starts_with("Add such a section"), "{list}");
    // As text, the two stand in one line.
    let (_, _, err) = plan(&["check", "--format", "text"], Some(&copy.0));
    assert!(err.contains(&format!("actions.toml:31: {}. {}\n", told[0], told[1])), "{err}");

    let (code, log) = read(&copy, "sarif");
    assert_eq!((code, log["version"].as_str()), (1, Some("2.1.0")));
    assert!(log["$schema"].as_str().is_some_and(|it| it.contains("sarif-2.1.0")), "{log}");
    let run = &log["runs"][0];
    assert_eq!(run["tool"]["driver"]["name"], "plan check");
    let results = run["results"].as_array().expect("it is a list");
    assert_eq!(results.len(), 2);
    assert!(results.iter().all(|it| it["ruleId"] == run["tool"]["driver"]["rules"][0]["id"] && it["level"] == "error"));
    let at = |result: usize| &results[result]["locations"][0]["physicalLocation"];
    assert_eq!(at(0).get("region"), None);
    assert_eq!(at(1)["region"], json!({ "startLine": 31 }));
    assert_eq!(at(1)["artifactLocation"]["uri"], format!("file://{}", path("actions.toml")));
    assert_eq!(results[1]["message"]["text"], format!("{}. {}", told[0], told[1]));
    for arguments in [&["check", "--format", "xml"][..], &["check", "--format", "json", "--export", "a.json"]] {
        assert_eq!(plan(arguments, None).0, 2, "{arguments:?}");
    }
}
