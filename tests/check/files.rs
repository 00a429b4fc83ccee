//! Mistakes with files: missing, empty, unreadable, not written as the format wants it.

use std::fs;
use std::path::Path;

use plan_explorer::plan::load;

use crate::{Copy, Told, compare, each_is_told, mistake};

fn whole(file: &'static str, says: &'static str) -> Told {
    Told { file, on: None, says }
}

fn check(copy: &Copy, expected: &[Told]) {
    if let Err(difference) = compare(copy, expected) {
        panic!("{difference}");
    }
}

#[test]
fn malformed_lines_are_told_in_plain_words() {
    each_is_told(&[
        mistake("actions.toml", "id = \"boats-mark\"", "id = boats-mark")
            .told("id = boats-mark", "text must stand in quotation marks"),
        mistake("actions.toml", "id = \"boats-mark\"", "id = \"boats-mark").told("id = \"boats-mark", "is not closed"),
        mistake("actions.toml", "id = \"boats-mark\"", "id \"boats-mark\"").told("id \"boats-mark\"", "no equals sign"),
        mistake("actions.toml", "id = \"boats-mark\"", "id =").told("id =\n", "nothing stands behind the equals sign"),
        mistake("actions.toml", "section = \"3.3\"", "id = \"boats-mark\"\nsection = \"3.3\"")
            .told("id = \"boats-mark\"\nsection", "given twice"),
        mistake("notes.toml", "[[note]]", "[[note").told("[[note", "double square brackets"),
        mistake("contacts.toml", "priorities = [\"p2\"]", "priorities = [\"p2\"")
            .told("priorities = [\"p2\"", "a list is not closed"),
        mistake("actions.toml", "quote = \"Support the SAFE panel\"", "quote = \"Support the \"SAFE\" panel\"")
            .told("\"SAFE\"", "write \\\" for a quotation mark"),
    ]);
}

#[test]
fn unknown_files_kinds_and_keys_are_told() {
    each_is_told(&[
        mistake("explorer.toml", "area = \"area\"", "area = \"area\"\nedtion = \"x\"")
            .told("edtion", "“edtion” is not known here"),
        mistake("notes.toml", "[[note]]", "[[notte]]").told("[[notte]]", "Is “note” meant?"),
        mistake("notes.toml", "[[note]]", "[note]").told("[note]", "double square brackets"),
        mistake("edition.toml", "[edition]", "[[edition]]").told("[[edition]]", "a line [edition]"),
        mistake("actions.toml", "plain = \"Campaigns", "plane = \"Campaigns")
            .told("plane =", "“plane” is not known here. Is “plain” meant?"),
        mistake("priorities.toml", "{ name = \"loud neighbours\" }", "{ name = \"loud neighbours\", sektion = \"1\" }")
            .told("sektion", "Is “section” meant?"),
    ]);
    let copy = Copy::new();
    copy.write("action.toml", "# not read");
    check(&copy, &[whole("action.toml", "Is actions.toml meant?")]);
}

#[test]
fn what_systems_and_editors_leave_behind_is_nobodys_mistake() {
    let copy = Copy::new();
    for folder in ["", "2031-draft/", "area/"] {
        for name in [
            "._actions.toml",
            ".#actions.toml",
            ".actions.toml.swp",
            "actions.toml~",
            "actions~.toml",
            "#actions.toml#",
            "~$profile.csv",
            ".~lock.profile.csv#",
            ".DS_Store",
            "Thumbs.db",
            "desktop.ini",
            ".hidden.csv",
        ] {
            fs::write(copy.0.join(folder).join(name), [0xff, 0]).expect("it can be written");
        }
    }
    fs::create_dir_all(copy.0.join(".git/2031-draft")).expect("a folder can be made");
    assert_eq!(copy.load().problems, []);
    // A copy that somebody has made is a file that nothing reads.
    copy.write("actions - Copy.toml", "# not read");
    check(&copy, &[whole("actions - Copy.toml", "nothing reads a file of this name here")]);
}

#[test]
fn every_file_must_be_there_and_hold_something() {
    let copy = Copy::new();
    let files = ["2031-draft", "area"].map(|it| fs::read_dir(copy.0.join(it)).expect("it is there"));
    let mut files: Vec<_> = files.into_iter().flatten().flatten().map(|it| it.path()).collect();
    files.push(copy.path("explorer.toml"));
    assert_eq!(files.len(), 32);
    for path in files {
        let text = fs::read(&path).expect("it can be read");
        let is_told = |says: &str| {
            let problems = copy.load().problems;
            let told = problems.iter().any(|it| it.file == path && it.line.is_none() && it.message.contains(says));
            assert!(told, "{}: {says} in {problems:?}", path.display());
            // Whatever follows from a file that is not there is left untold.
            assert_eq!(problems.len(), 1, "{}: {problems:?}", path.display());
        };
        fs::remove_file(&path).expect("it can be removed");
        is_told("this file is missing");
        fs::write(&path, " \n\n").expect("it can be written");
        is_told("this file is empty");
        fs::write(&path, text).expect("it can be written");
    }
    assert!(copy.load().plan.is_some());
}

#[test]
fn a_file_without_records_is_told_where_there_must_be_one() {
    for file in ["priorities.toml", "partners.toml", "area/wards.toml", "edition.toml"] {
        let copy = Copy::new();
        copy.write(file, "# none");
        let problems = copy.load().problems;
        let is_told = |it: &load::Problem| it.file == copy.path(file) && it.line.is_none() && it.message.contains('[');
        assert!(problems.iter().any(is_told), "{file}: {problems:?}");
    }
    let copy = Copy::new();
    copy.write("area/facts.toml", "# none");
    assert!(copy.load().plan.is_some());
}

#[test]
fn a_character_of_another_encoding_is_told_by_line() {
    for file in ["actions.toml", "source.txt", "explorer.toml"] {
        let copy = Copy::new();
        let text = copy.read(file);
        let (first, rest) = text.split_once('\n').expect("it has lines");
        let bytes = [first.as_bytes(), b"\n# \xa3\n", rest.as_bytes()].concat();
        copy.write(file, bytes);
        let problems = copy.load().problems;
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert_eq!((&problems[0].file, problems[0].line), (&copy.path(file), Some(2)));
        assert!(problems[0].message.contains("UTF-8"));
    }
}

#[test]
fn the_invisible_mark_at_the_start_of_a_file_does_no_harm() {
    let copy = Copy::new();
    for file in ["actions.toml", "source.txt", "explorer.toml"] {
        copy.write(file, format!("\u{feff}{}", copy.read(file)));
    }
    for file in ["measures.toml", "source.txt"] {
        copy.write(file, copy.read(file).replace('\n', "\r\n"));
    }
    assert_eq!(copy.load().problems, []);
}

#[test]
fn folders_that_are_not_there_are_told() {
    let loaded = load::edition(Path::new("no/such/folder"));
    assert_eq!(loaded.problems.len(), 1);
    assert_eq!(loaded.problems[0].file, Path::new("no/such/folder"));
    each_is_told(&[
        mistake("explorer.toml", "\"2031-draft\"", "\"2031-darft\"")
            .told("edition =", "there is no folder “2031-darft” here. Is “2031-draft” meant?"),
        mistake("explorer.toml", "area = \"area\"", "area = \"..\"").told("area =", "there is no folder “..” here"),
        mistake("explorer.toml", "area = \"area\"", "area = \"area\"\naddress = \"www.example.org\"")
            .told("address =", "“www.example.org” is not the address of a folder of a site"),
        mistake("explorer.toml", "area = \"area\"", "").told("# An invented", "“area” is missing"),
    ]);
}

#[test]
fn a_folder_that_is_there_is_told_why_it_cannot_be_used() {
    for (name, plain) in [
        ("2031_update", "Rename it to “2031-update”"),
        ("2031 Update", "Rename it to “2031-update”"),
        ("Entwurf-", "Rename it to “entwurf”"),
        ("äé", "Rename it, and"),
        ("a-name-for-a-folder-that-is-longer-than-any-id-may-be", "at most 40 of them"),
    ] {
        let copy = Copy::new();
        fs::rename(copy.0.join("2031-draft"), copy.0.join(name)).expect("it can have another name");
        let problem = |edition: &str| {
            copy.write("explorer.toml", format!("edition = \"{edition}\"\narea = \"area\"\n"));
            let problems = copy.load().problems;
            assert_eq!((problems.len(), problems[0].line), (1, Some(1)), "{problems:?}");
            problems[0].message.clone()
        };
        let told = problem(name);
        assert!(
            told.contains(&format!("the folder “{name}” cannot be used: its name may only have letters a-z")),
            "{told}"
        );
        assert!(told.contains(plain) && !told.contains("meant") && !told.contains("no folder"), "{told}");
        // A slip that leads to it does not lead into the same trap.
        let told = problem(&format!("{name}s"));
        assert!(told.contains("there is no folder"), "{told}");
        assert!(!told.contains(&format!("Is “{name}” meant?")), "{told}");
    }
    each_is_told(&[mistake("explorer.toml", "area = \"area\"", "area = \"./area\"")
        .told("area =", "there is no folder “./area” here")]);
}

#[test]
fn mistakes_in_many_files_are_all_listed_in_order() {
    let copy = Copy::new();
    copy.replace("partners.toml", "statutory = true", "statutory = \"yes\"");
    copy.replace("actions.toml", "section = \"3.3\"", "section = \"3.9\"");
    copy.replace("actions.toml", "priorities = [\"boats\"]", "priorities = [\"baots\"]");
    copy.replace("area/wards.toml", "name = \"Tarn\"", "");
    copy.replace("links.toml", "name = \"Harbour", "name = Harbour");
    copy.append("explorer.toml", "colour = \"red\"\n");
    let problems = copy.load().problems;
    let list: Vec<(String, Option<usize>)> = problems
        .iter()
        .map(|it| (it.file.file_name().unwrap_or_default().to_string_lossy().into_owned(), it.line))
        .collect();
    let expected = [
        ("actions.toml", 30),
        ("actions.toml", 31),
        ("links.toml", 15),
        ("partners.toml", 5),
        ("wards.toml", 1),
        ("explorer.toml", 4),
    ];
    assert_eq!(list, expected.map(|(file, line)| (file.to_owned(), Some(line))), "{problems:#?}");
}
