//! The commands, as they are called.

use std::process::{Command, Output};

use crate::Workspace;

fn plan(arguments: &[&str], workspace: &Workspace) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    command.args(arguments).current_dir(&workspace.0);
    let Output { status, stdout, stderr } = command.output().expect("the command starts");
    let text = |bytes| String::from_utf8(bytes).expect("it prints UTF-8");
    (status.code().expect("it ends by itself"), text(stdout), text(stderr))
}

#[test]
fn an_import_tells_what_it_did() {
    let workspace = Workspace::new();
    workspace.month("2030-03", 100);
    let (code, out, err) = plan(&["import-crime", "downloads", "--dry-run"], &workspace);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    assert!(out.contains("2030-03") && out.contains("dry run"), "{out}");
    let (code, out, err) = plan(&["import-crime", "downloads"], &workspace);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    for words in ["1 files, 100 records read", "added", "left out: outside the area", "The table has been rewritten"] {
        assert!(out.contains(words), "“{words}” in {out}");
    }
    assert_eq!(plan(&["check"], &workspace).0, 0);
}

#[test]
fn what_cannot_be_done_is_told() {
    let workspace = Workspace::new();
    for arguments in [&["import-crime"][..], &["import-crime", "--what"], &["import-crime", "a", "--data"]] {
        let (code, out, err) = plan(arguments, &workspace);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(err.starts_with("error: ") && err.contains("--help"), "{err}");
    }
    let (code, out, err) = plan(&["import-crime", "missing"], &workspace);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.starts_with("missing: it cannot be read"), "{err}");
}
