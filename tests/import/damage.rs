//! Files that are cut, joined, edited, of different years: no good record is lost, and every other is named.

use crate::generate::{Counts, Dice, Vintage};
use crate::{FORCE, KINDS, Workspace, of, street, sum, with, zip};

const NAME: &str = "2030-03/2030-03-lakeshire-street.csv";

fn month() -> (String, Counts) {
    street("2030-03", FORCE, 300, Vintage::New)
}

/// What a file of March comes to.
fn imported(content: impl AsRef<[u8]>) -> (Counts, Vec<(&'static str, u32)>) {
    let workspace = Workspace::new();
    workspace.put(NAME, content);
    let report = workspace.import().expect("it is imported");
    (of(&workspace.table(), ["2030-03"]), report.rejected)
}

/// The same, with the records outside the area left aside.
fn damaged(content: impl AsRef<[u8]>) -> (Counts, Vec<(&'static str, u32)>) {
    let (counts, mut rejected) = imported(content);
    rejected.retain(|it| it.0 != "outside the area");
    (counts, rejected)
}

#[test]
fn other_ways_to_write_the_same() {
    let (text, counts) = month();
    let quoted = |line: &str| {
        let cells: Vec<String> = line.split(',').map(|it| format!("\"{it}\"")).collect();
        cells.join(",")
    };
    let lines: Vec<&str> = text.lines().collect();
    for (what, content) in [
        ("mark", format!("\u{feff}{text}")),
        ("returns", text.replace('\n', "\r\n")),
        ("quoted", lines.iter().map(|it| quoted(it) + "\n").collect()),
        (
            "a comma in quotes",
            text.replace("High Street", "High Street, North")
                .lines()
                .map(|it| it.replace("On or near High Street, North", "\"On or near High Street, North\"") + "\n")
                .collect(),
        ),
        ("a comma without quotes", text.replace("High Street", "High Street, North")),
        ("a line break in quotes", text.replace("On or near High Street", "\"On or near\nHigh Street\"")),
        ("no last line end", text.trim_end().to_owned()),
        ("empty lines", text.replace('\n', "\n\n")),
        ("no names of columns", lines[1..].join("\n")),
        ("a quotation mark too many", text.replace("On or near High Street", "\"On or near High Street")),
        (
            "without the last column",
            lines.iter().map(|it| it[..it.rfind(',').unwrap_or(0)].to_owned() + "\n").collect(),
        ),
        ("spaces", text.replace(',', " , ")),
        ("other letters", text.replacen("Crime type", "CRIME TYPE", 1)),
    ] {
        assert_eq!(damaged(content), (counts.clone(), vec![]), "{what}");
    }
}

#[test]
fn files_of_the_first_years() {
    let workspace = Workspace::new();
    let (old, counts) = street("2030-03", FORCE, 300, Vintage::Old);
    assert!(sum(&counts) > 150);
    workspace.put(NAME, old);
    let new = workspace.month("2030-04", 100);
    workspace.import().expect("it is imported");
    assert_eq!(of(&workspace.table(), ["2030-03", "2030-04"]), with(counts.clone(), &new));
    let months = workspace.load().imported.months;
    assert_eq!(months[0].placed.len(), 1);
    assert_eq!((months[0].placed[0].what.as_str(), months[0].placed[0].records), ("by place on the map", sum(&counts)));
}

#[test]
fn joined_files_are_taken_apart() {
    let workspace = Workspace::new();
    let (march, april) = (month(), street("2030-04", FORCE, 100, Vintage::Old));
    workspace.put("all.csv", format!("{}{}{}", march.0, april.0, march.0));
    let report = workspace.import().expect("it is imported");
    assert_eq!(of(&workspace.table(), ["2030-03", "2030-04"]), with(march.1, &april.1));
    assert_eq!(report.notes, ["1 files are there more than once; each counts once."]);
}

#[test]
fn a_place_stands_in_for_a_code() {
    let (text, counts) = month();
    // Codes of a later year, none at all, and no name either.
    for (what, content) in [
        ("later codes", text.replace("X01000001,", "X01099999,")),
        ("no codes", text.replace("X01000001,Brindlemere 001A", ",")),
    ] {
        assert_eq!(damaged(content), (counts.clone(), vec![]), "{what}");
    }
    let nowhere = text.replace("-3.025000,54.005000,", ",,").replace("X01000001,Brindlemere 001A", ",");
    let brook: u32 = counts.iter().filter(|it| it.0.1 == "brook").map(|it| it.1).sum();
    assert_eq!(damaged(&nowhere).1, [("no place given", brook)]);
    let lost = text.replace("-3.025000,54.005000,", "-3.9,54.9,").replace("X01000001,", "X01099999,");
    assert_eq!(damaged(&lost).1, [("in the area by the name of its small area, but in no ward", brook)]);
    // A neighbour's record whose place was moved over the boundary stays the neighbour's.
    let moved = text.replace("-3.5,54.5,", "-3.025,54.005,");
    assert_eq!(damaged(&moved), (counts, vec![]));
}

#[test]
fn bad_rows_are_named_and_cost_no_other() {
    let (text, counts) = month();
    let lines: Vec<&str> = text.lines().collect();
    let good = lines.iter().position(|it| it.contains("X01000001")).expect("there is one");
    let cells: Vec<&str> = lines[good].split(',').collect();
    let kind = cells[9];
    let lost = with(Counts::new(), &[(("2030-03".into(), "brook".into(), kind.into()), 1)].into());
    let left: Counts = counts
        .iter()
        .map(|(key, records)| (key.clone(), records - lost.get(key).unwrap_or(&0)))
        .filter(|it| it.1 > 0)
        .collect();
    for (from, to, reason) in [
        (lines[good], "", None),
        (lines[good], "x", Some("cells are missing")),
        (lines[good], "\0\0\0\0\0", Some("cells are missing")),
        (lines[good], &lines[good][..90], Some("cells are missing")),
        (lines[good], "a,b,\"c", Some("a quotation mark is not closed")),
        (lines[good], &lines[good].replace(kind, "a,b"), Some("too many cells")),
        (lines[good], &lines[good].replace(kind, ""), Some("no type given")),
        (lines[good], &lines[good].replace("2030-03", "2030-13"), Some("no month that can be read")),
        (lines[good], &lines[good].replace("2030-03", "2030-02"), Some("of another month than its file")),
    ] {
        // Others may look alike: only the first is changed.
        let spoilt = text.replacen(from, to, 1);
        let expected: Vec<(&str, u32)> = reason.map(|it| (it, 1)).into_iter().collect();
        assert_eq!(damaged(spoilt), (left.clone(), expected), "{to:?}");
    }
}

#[test]
fn lines_spoilt_by_chance_cost_at_most_themselves() {
    let (text, _) = month();
    let lines: Vec<&str> = text.lines().collect();
    for seed in 1..=16 {
        let mut dice = Dice(seed);
        let mut spoilt: Vec<Vec<u8>> = lines.iter().map(|it| it.as_bytes().to_vec()).collect();
        let mut touched = std::collections::BTreeSet::new();
        for _ in 0..=dice.below(12) {
            let line = 1 + dice.below(lines.len() - 1);
            touched.insert(line);
            let bytes = &mut spoilt[line];
            let at = dice.below(bytes.len().max(1)).min(bytes.len());
            match dice.below(7) {
                0 => bytes.truncate(at),
                1 => bytes.insert(at, b'"'),
                2 => bytes.insert(at, b','),
                3 => bytes.insert(at, 0xFF),
                4 => bytes.splice(at..at, *b"\0\0\0").for_each(drop),
                5 => bytes.clear(),
                _ => bytes.splice(at..at, *b"\",\"").for_each(drop),
            }
        }
        // What the untouched lines come to.
        let mut least = Counts::new();
        for (at, line) in lines.iter().enumerate().skip(1).filter(|it| !touched.contains(&it.0)) {
            let cells: Vec<&str> = line.split(',').collect();
            let ward = crate::areas().into_iter().find(|it| it.code == cells[7]).and_then(|it| it.ward);
            if let Some(ward) = ward {
                *least.entry(("2030-03".into(), ward, cells[9].into())).or_default() += 1;
            }
            assert!(at > 0 && KINDS.contains(&cells[9]));
        }
        let workspace = Workspace::new();
        workspace.put(NAME, spoilt.join(&b'\n'));
        // A type that is spoilt may be one that nobody knows; that is asked about, and not lost.
        let Ok(report) = workspace.import() else {
            let refusal = workspace.import().expect_err("it is refused again").0;
            assert!(refusal.contains("types that recorded-crime.csv does not know"), "{seed}: {refusal}");
            continue;
        };
        let counts = of(&workspace.table(), ["2030-03"]);
        for (key, records) in &least {
            assert!(counts.get(key).is_some_and(|it| it >= records), "{seed}: {key:?} of {records}, {counts:?}");
        }
        let touched = u32::try_from(touched.len()).expect("they are few");
        assert!(sum(&counts) <= sum(&least) + touched, "{seed}: {report}");
        let rejected: u32 = report.rejected.iter().map(|it| it.1).sum();
        assert_eq!(u64::from(sum(&counts) + rejected), report.read, "{seed}");
    }
}

#[test]
fn a_file_cut_anywhere_keeps_its_whole_rows() {
    let (text, counts) = month();
    let start = text.find('\n').expect("it has lines") + 1;
    for end in [start + 10, start + 700, start + 5_003, text.len() - 40, text.len() - 1] {
        let workspace = Workspace::new();
        workspace.put(NAME, &text[..end]);
        // A month of which all is known is needed beside it, because the shortest cut leaves nothing.
        workspace.month("2030-04", 60);
        let report = workspace.import().expect("it is imported");
        let whole: Vec<&str> = text[start..end].split_inclusive('\n').filter(|it| it.ends_with('\n')).collect();
        let inside = whole.iter().filter(|it| it.contains("Brindlemere")).count();
        let found = sum(&of(&workspace.table(), ["2030-03"]));
        // The row that is cut may have been cut behind all that matters.
        assert!((inside..=inside + 1).contains(&(found as usize)), "{end}: {found} of {inside}");
        assert!(found <= sum(&counts));
        let marked = report.incomplete.iter().any(|it| it.1.contains("cut off"));
        assert_eq!(marked, end < text.len() - 1 && found > 0, "{end}: {report}");
    }
}

#[test]
fn zips_are_read_as_folders_are() {
    let workspace = Workspace::new();
    let (march, april) = (month(), street("2030-04", FORCE, 100, Vintage::New));
    workspace.put(
        "deep/all.zip",
        zip(&[
            ("2030-03/2030-03-lakeshire-street.csv", &march.0),
            ("2030-03/2030-03-lakeshire-outcomes.csv", "x"),
            ("2030-04/2030-04-lakeshire-street.csv", &april.0),
            ("notes.txt", "x"),
        ]),
    );
    let report = workspace.import().expect("it is imported");
    assert_eq!(of(&workspace.table(), ["2030-03", "2030-04"]), with(march.1, &april.1));
    assert_eq!((report.files, report.notes.len()), (2, 0), "{report}");
}

#[test]
fn a_zip_that_is_cut_off_gives_what_it_has() {
    let workspace = Workspace::new();
    let (march, april) = (month(), street("2030-04", FORCE, 300, Vintage::New));
    let zip = zip(&[
        ("2030-03/2030-03-lakeshire-outcomes.csv", "x"),
        ("2030-03/2030-03-lakeshire-street.csv", &march.0),
        ("2030-04/2030-04-lakeshire-street.csv", &april.0),
    ]);
    workspace.put("all.zip", &zip[..zip.len() * 3 / 4]);
    let report = workspace.import().expect("it is imported");
    let table = workspace.table();
    assert_eq!(of(&table, ["2030-03"]), march.1);
    let part = sum(&of(&table, ["2030-04"]));
    assert!(part > 0 && part < sum(&april.1), "{report}");
    assert!(report.notes.iter().any(|it| it.contains("is cut off: 3 files")), "{report}");
    let crime = workspace.load().area.expect("it passes").crime;
    assert_eq!(crime.incomplete.len(), 1);
    assert_eq!(crime.incomplete[0].month.month, 4);
}

#[test]
fn a_spoilt_byte_in_a_zip_is_noticed() {
    let march = month();
    let mut zip = zip(&[(NAME, &march.0)]);
    let middle = zip.len() / 2;
    zip[middle] ^= 0x55;
    let workspace = Workspace::new();
    workspace.month("2030-04", 60);
    workspace.put("march.zip", zip);
    let report = workspace.import();
    // Whatever was unpacked before is kept, and the month is marked, or it is refused for a type that came of it.
    match report {
        Ok(report) => {
            let found = sum(&of(&workspace.table(), ["2030-03"]));
            assert!(found <= sum(&march.1));
            assert!(found == 0 || report.incomplete.iter().any(|it| it.0.month == 3), "{report}");
            assert!(report.notes.iter().any(|it| it.contains("is damaged") || it.contains("Not read")), "{report}");
        }
        Err(refusal) => assert!(refusal.0.contains("does not know"), "{refusal}"),
    }
}

#[test]
fn a_file_whose_sum_is_wrong_is_incomplete() {
    let march = month();
    let mut crc = flate2::Crc::new();
    crc.update(march.0.as_bytes());
    let sum = crc.sum().to_le_bytes();
    let mut zip = zip(&[(NAME, &march.0)]);
    let places: Vec<usize> = (0..zip.len() - 4).filter(|at| zip[*at..at + 4] == sum).collect();
    assert_eq!(places.len(), 2, "before the file and in the directory");
    for at in places {
        zip[at] ^= 1;
    }
    for (what, content) in [("whole", zip.clone()), ("without its directory", zip[..zip.len() - 30].to_vec())] {
        let workspace = Workspace::new();
        workspace.put("march.zip", content);
        let report = workspace.import().expect("it is imported");
        assert_eq!(of(&workspace.table(), ["2030-03"]), march.1, "{what}");
        assert!(report.incomplete.len() == 1 && report.incomplete[0].1.contains("it breaks off"), "{what}: {report}");
    }
}

#[test]
fn what_is_no_file_of_records_is_named() {
    let workspace = Workspace::new();
    let counts = workspace.month("2030-03", 60);
    workspace.put("empty.csv", "");
    workspace.put("other.csv", "name,age\nAda,36\n");
    workspace.put("picture.csv", [0x89, b'P', b'N', b'G', 0, 1, 2, 3]);
    workspace.put("no.zip", "this is no zip");
    workspace.put("notes.txt", "x");
    let report = workspace.import().expect("it is imported");
    assert_eq!(of(&workspace.table(), ["2030-03"]), counts);
    assert_eq!(report.files, 1);
    for words in
        ["empty.csv: it is empty", "other.csv: its first line, “name,age”", "picture.csv", "no.zip: it is no zip"]
    {
        assert!(report.notes.iter().any(|it| it.contains(words)), "{words}: {report}");
    }
    assert_eq!(report.notes.len(), 4, "{report}");
}

#[test]
fn what_systems_leave_behind_is_not_read() {
    let workspace = Workspace::new();
    let counts = workspace.month("2030-03", 60);
    let other = street("2030-04", FORCE, 60, Vintage::New).0;
    for name in [
        ".Trashes/2030-04-lakeshire-street.csv",
        "__MACOSX/2030-04/._2030-04-lakeshire-street.csv",
        "~$2030-04-lakeshire-street.csv",
    ] {
        workspace.put(name, &other);
    }
    let zip = zip(&[(".Trash/2030-04-lakeshire-street.csv", &other), ("__MACOSX/._2030-04-lakeshire-street.csv", "x")]);
    workspace.put("a.zip", &zip);
    workspace.put("b.zip", &zip[..zip.len() - 30]);
    #[cfg(unix)]
    std::os::unix::fs::symlink("nowhere", workspace.downloads().join(".#2030-03.csv")).expect("a link can be made");
    let report = workspace.import().expect("it is imported");
    assert_eq!(of(&workspace.table(), ["2030-03", "2030-04"]), counts);
    assert!(report.notes.iter().all(|it| it.contains("b.zip is cut off")), "{report}");
    // What is named by itself is meant.
    let mut options = workspace.options();
    options.paths = vec![workspace.put(".april.csv", &other)];
    crate::import_with(&options).expect("it is imported");
    assert!(!of(&workspace.table(), ["2030-04"]).is_empty());
}

#[test]
fn nothing_to_read_is_told() {
    let workspace = Workspace::new();
    workspace.refused(&workspace.options(), &["There is no file of street-level records"]);
    let mut options = workspace.options();
    options.paths = vec![workspace.downloads().join("missing")];
    workspace.refused(&options, &["missing: it cannot be read"]);
    options.folder = workspace.downloads();
    workspace.refused(&options, &["explorer.toml"]);
}
