//! The commands about the finished site, as they are called on a machine with nothing else on it.

use crate::{INVENTED, PROMISED, Scratch, ending, files, root};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Calls the program in a folder with one variable in the environment, and that says nothing of other programs.
fn plan(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    command.current_dir(folder).env_clear().env("PATH", "").env("SOURCE_DATE_EPOCH", "1800000000");
    let outcome = command.args(arguments).output().expect("the command starts");
    let text = |bytes| String::from_utf8(bytes).expect("it prints UTF-8");
    (outcome.status.code().expect("it ends by itself"), text(outcome.stdout), text(outcome.stderr))
}

/// The files of a site that are no compressed copies.
fn originals(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    files(folder).into_iter().filter(|(name, _)| !["br", "gz"].contains(&ending(name))).collect()
}

#[test]
fn with_an_empty_path_an_edition_becomes_a_site_and_says_what_to_do_with_it() {
    let scratch = Scratch::new("empty-path");
    let here = scratch.0.as_path();
    xtask::project::copy(&root().join(INVENTED), &here.join("ours")).expect("the edition can be copied");
    assert_eq!(plan(here, &["check", "ours"]).0, 0);
    let (code, said, errors) = plan(here, &["site", "ours", "site", "--assets", "assets", "--cache", "kept"]);
    assert_eq!((code, errors.as_str()), (0, ""));
    let site = files(&here.join("site"));
    for name in PROMISED {
        assert!(site.contains_key(name), "there is no {name}");
    }
    assert!(site.contains_key("index.html.br") && site.contains_key("index.html.gz"), "nothing is compressed");
    for words in
        ["index.html", "all files", "The site is in site.", "on your server", "plan host nginx|apache|iis|static"]
    {
        assert!(said.contains(words), "“{words}” in {said}");
    }

    // The same input gives the same bytes, with nothing that was kept.
    let (code, ..) = plan(here, &["site", "ours", "again", "--assets", "assets", "--cache", "other"]);
    assert!(code == 0 && files(&here.join("again")) == site, "the same input gave other bytes");
    let (code, ..) = plan(here, &["site", "ours", "plain", "--assets", "assets", "--cache", "kept", "--no-compress"]);
    let plain = files(&here.join("plain"));
    assert_eq!((code, plain.keys().collect::<Vec<_>>()), (0, originals(&here.join("site")).keys().collect()));
}

#[test]
fn what_keeps_a_site_from_being_written_is_said_with_the_code_that_means_it() {
    let scratch = Scratch::new("codes");
    let ours = root().join(INVENTED);
    let ours = ours.to_str().expect("it is text");
    for (arguments, code, words) in [
        (vec!["site", ours, "site"], 2, "--assets FOLDER"),
        (vec!["site", ours], 2, "<OUT>"),
        (vec!["site", "nowhere", "site", "--assets", "assets"], 1, "there is no such folder"),
        (vec!["site", ours, "site", "--assets", "nowhere", "--cache", "kept"], 1, "there is no folder nowhere"),
        (vec!["serve", ours], 2, "--assets FOLDER"),
        (vec!["serve", "nowhere", "--assets", "assets", "--cache", "kept"], 1, "there is no such folder"),
        (vec!["serve", ours, "--port", "x"], 2, "invalid value 'x'"),
        (vec!["host", "ngnix"], 2, "'nginx'"),
    ] {
        let (ended, out, errors) = plan(&scratch.0, &arguments);
        assert_eq!((ended, out.as_str()), (code, ""), "{arguments:?}: {errors}");
        assert!(errors.contains(words), "{arguments:?}: “{words}” in {errors}");
        assert!(!scratch.0.join("site").exists(), "{arguments:?} left something behind");
    }
}

#[test]
fn the_settings_for_a_server_are_those_of_the_document() {
    let document = std::fs::read_to_string(root().join("docs/hosting.md")).expect("it is there");
    for server in ["nginx", "apache", "iis", "static"] {
        let (code, settings, errors) = plan(&PathBuf::from("."), &["host", server]);
        assert_eq!((code, errors.as_str()), (0, ""));
        let policy = xtask::server::CONTENT_SECURITY_POLICY;
        assert!(settings.contains(policy), "{settings}");
        assert!(document.contains(&settings.replace(policy, "POLICY")), "{settings}");
    }
}
