//! The `plan` command, as it is called.

use std::path::Path;
use std::process::{Command, Output};

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
        (&["pages"], "plan pages <FOLDER>"),
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
        (&["help"][..], &["check", "export", "import-crime", "import-postcodes", "pages", "ends with 0"][..]),
        (&["--help"], &["check", "import-crime", "ends with 0"]),
        (&["check", "--help"], &["[FOLDER]", "[default: data]", "--export <FILE>"]),
        (&["help", "check"], &["--export <FILE>"]),
        (&["export", "--help"], &["<FOLDER>", "[DATA]"]),
        (&["pages", "-h"], &["<FOLDER>"]),
        (
            &["import-crime", "--help"],
            &["<PATH>...", "--data <FOLDER>", "--dry-run", "--replace", "--fresh", "--add-type <NAME>"],
        ),
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
