//! Importing postcodes from files in the form of Code-Point Open.

use plan_explorer::site::import::Refusal;
use plan_explorer::site::import::postcodes::{self, Options, Report};

use crate::{Workspace, zip};

/// The postcodes of the invented area, as a new file would have them: AC is new in Brook, AB has gone, AF has moved to
/// Brook, Tarn's keeps its place, and of Fellgate's one has gone and one is new.
const ROWS: [(&str, &str, &str); 7] = [
    ("QX1 1AA", "X07000001", "X05000001"),
    ("QX1 1AD", "X07000001", "X05000001"),
    ("QX1 1AE", "X07000001", "X05000002"),
    ("QX1 1AF", "X07000001", "X05000001"),
    ("QX1 2ZZ", "X07000001", "X05000003"),
    ("QX121AA", "X07000002", "X05000077"),
    ("QX121AB", "X07000002", "X05000077"),
];

fn file(rows: &[(&str, &str, &str)]) -> String {
    let row = |(postcode, district, ward): &(&str, &str, &str)| {
        format!(
            "\"{postcode}\",10,333000,457000,\"E92000001\",\"E19000001\",\"E18000002\",\"\",\"{district}\",\"{ward}\"\n"
        )
    };
    rows.iter().map(row).collect()
}

fn import_with(options: &Options) -> Result<Report, Refusal> {
    postcodes::import(options)
}

fn options(workspace: &Workspace) -> Options {
    Options {
        folder: workspace.data(),
        paths: vec![workspace.downloads()],
        many_withdrawn: true,
        many_moved: true,
        ..Options::default()
    }
}

fn refused(workspace: &Workspace, options: &Options, words: &[&str]) {
    let before = workspace.files();
    let refusal = import_with(options).expect_err("it is refused").0;
    for words in words {
        assert!(refusal.contains(words), "“{words}” in {refusal}");
    }
    assert_eq!(workspace.files(), before, "nothing was changed");
}

const TABLE: &str = "\
sector,use,place,units
QX1 1,live,brook,AA AD AF
QX1 1,withdrawn,brook,AB
QX1 1,live,mere,AE
QX1 2,live,tarn,ZZ
QX12 1,outside,Fellgate,AA AB
";

#[test]
fn a_new_file_takes_the_place_of_the_old() {
    let workspace = Workspace::new();
    workspace.put("codepo_gb/Data/CSV/qx.csv", file(&ROWS));
    workspace.put("codepo_gb/Data/CSV/ab.csv", file(&[("AB1 1AA", "S12000033", "S13002835")]));
    workspace.put("codepo_gb/Doc/Code-Point_Open_Column_Headers.csv", "PC,PQ\nPostcode,Positional_quality_indicator\n");
    let report = import_with(&options(&workspace)).expect("it is imported");
    assert_eq!(workspace.read("postcodes.csv"), TABLE);
    assert_eq!((report.read, report.live, report.withdrawn, report.newly_withdrawn), (8, 5, 1, 1));
    assert_eq!((report.new, report.moved, report.outside), (1, 1, 2));
    assert!(!workspace.read("postcodes.toml").contains("unmarked"));
    workspace.load();
    // Once more, and nothing moves; a withdrawn one that is in use again is live.
    let rows = [&ROWS[..], &[("QX1 1AB", "X07000001", "X05000001")]].concat();
    workspace.put("codepo_gb/Data/CSV/qx.csv", file(&rows));
    let report = import_with(&options(&workspace)).expect("it is imported");
    assert_eq!((report.withdrawn, report.new, report.moved), (0, 0, 0));
}

#[test]
fn a_zip_is_read_as_a_folder_is_with_names_of_columns_or_without() {
    let workspace = Workspace::new();
    let named = "Admin_ward_code,Postcode,Admin_district_code\n".to_owned()
        + &ROWS.map(|(postcode, district, ward)| format!("{ward},{postcode},{district}\r\n")).concat();
    workspace.put("codepo_gb.zip", zip(&[("Data/CSV/qx.csv", &named)]));
    import_with(&options(&workspace)).expect("it is imported");
    assert_eq!(workspace.read("postcodes.csv"), TABLE);
}

#[test]
fn first_halves_that_are_new_to_the_area_bring_their_neighbours() {
    let workspace = Workspace::new();
    // The neighbour's comes first in the file.
    let rows =
        [&[("QX3 1AA", "X07000002", "X05000077"), ("QX3 1AB", "X07000001", "X05000001")][..], &ROWS[..]].concat();
    workspace.put("qx.csv", file(&rows));
    import_with(&options(&workspace)).expect("it is imported");
    let table = workspace.read("postcodes.csv");
    assert!(table.ends_with("QX3 1,live,brook,AB\nQX3 1,outside,Fellgate,AA\n"), "{table}");
}

#[test]
fn other_councils_have_names() {
    let workspace = Workspace::new();
    let rows = [&ROWS[..], &[("QX1 2ZX", "X07000003", "X05000088")]].concat();
    workspace.put("Data/CSV/qx.csv", file(&rows));
    refused(&workspace, &options(&workspace), &["names are not known: X07000003", "Codelist.xlsx"]);
    workspace.put("Doc/codelist.txt", "X07000003,Overmoor District (B)\n");
    import_with(&options(&workspace)).expect("it is imported");
    let table = workspace.read("postcodes.csv");
    assert!(table.contains("QX1 2,outside,Overmoor,ZX\n"), "{table}");
    assert!(workspace.read("postcodes.toml").contains("code = \"X07000003\"\nname = \"Overmoor\""));
}

#[test]
fn a_postcode_without_a_place_is_not_withdrawn() {
    let workspace = Workspace::new();
    let rows = ROWS.map(|it| if it.0 == "QX1 1AE" { (it.0, "", "") } else { it });
    workspace.put("qx.csv", file(&rows));
    let report = import_with(&options(&workspace)).expect("it is imported");
    assert_eq!(workspace.read("postcodes.csv"), TABLE);
    assert!(report.notes[0].contains("without a place in the files: QX1 1AE"), "{report}");
}

#[test]
fn what_is_not_whole_is_refused() {
    for (what, content, words) in [
        ("another part of the country", file(&[("AB1 1AA", "S12000033", "S13002835")]), "begins with QX1, QX12"),
        ("a part", file(&ROWS[..5]), "begins with QX12"),
        ("cut off", file(&ROWS)[..300].to_owned(), "line 4: a quotation mark is not closed"),
        ("spoilt", file(&ROWS).replace("X05000002", "X0500"), "line 3: it has not the cells"),
        ("no postcodes", "name,age\nAda,36\n".to_owned(), "does not begin with a postcode"),
        ("twice", file(&ROWS) + &file(&[("QX1 1AA", "X07000001", "X05000002")]), "elsewhere on the map"),
        ("other wards", file(&ROWS).replace("X05000002", "X05000009"), "lies in ward X05000009"),
        ("nothing", String::new(), "no file of postcodes"),
    ] {
        let workspace = Workspace::new();
        workspace.put("qx.csv", content);
        refused(&workspace, &options(&workspace), &[words, "Nothing was changed"]);
        println!("{what} is refused");
    }
    let workspace = Workspace::new();
    let whole = zip(&[("Data/CSV/qx.csv", &file(&ROWS))]);
    workspace.put("codepo_gb.zip", &whole[..whole.len() - 30]);
    refused(&workspace, &options(&workspace), &["cut off or damaged"]);
}

#[test]
fn wards_with_new_codes_do_not_empty_the_table() {
    // The council's code stays, or is new as well; all wards have new codes, or one.
    for (wards, district) in [
        (&["X05000001", "X05000002", "X05000003"][..], "X07000001"),
        (&["X05000001", "X05000002", "X05000003"], "X06000001"),
        (&["X05000003"], "X06000001"),
    ] {
        let rows = ROWS.map(|(postcode, council, ward)| {
            let is_new = wards.contains(&ward);
            let code = if is_new { format!("X051{}", &ward[4..]) } else { ward.to_owned() };
            (postcode, if is_new { district } else { council }, code)
        });
        let rows: Vec<(&str, &str, &str)> = rows.iter().map(|it| (it.0, it.1, it.2.as_str())).collect();
        let workspace = Workspace::new();
        workspace.put("qx.csv", file(&rows));
        workspace.put("codelist.txt", "X06000001,Lakeshire\n");
        let count = format!("no postcode in {} of the 3 wards", wards.len());
        let told = [&count, "lies in ward X05100", district, "The wards have changed: bring wards.toml"];
        refused(&workspace, &options(&workspace), &told);
        println!("{wards:?} of {district} are refused");
    }
}

#[test]
fn a_table_made_for_the_first_time_knows_a_ward() {
    let workspace = Workspace::new();
    std::fs::write(workspace.area("postcodes.csv"), "sector,use,place,units\n").expect("it can be written");
    std::fs::write(workspace.area("postcodes.toml"), "[postcodes]\norigin = \"map\"\n").expect("it can be written");
    workspace.load();
    let rows = ROWS.map(|(postcode, district, ward)| (postcode, district, ward.replace("X0500000", "X0510000")));
    let rows = rows.each_ref().map(|it| (it.0, it.1, it.2.as_str()));
    workspace.put("qx.csv", file(&rows));
    refused(&workspace, &options(&workspace), &["No postcode in the files lies in a ward of wards.toml"]);
    workspace.put("qx.csv", file(&ROWS));
    import_with(&options(&workspace)).expect("it is imported");
    let first = TABLE.lines().filter(|it| !it.contains("withdrawn") && !it.contains("Fellgate"));
    assert_eq!(workspace.read("postcodes.csv").lines().collect::<Vec<_>>(), first.collect::<Vec<_>>());
}

#[test]
fn many_that_move_are_asked_about() {
    let asked = |rows: &[(&str, &str, &str)], moved: &str| {
        let workspace = Workspace::new();
        workspace.put("qx.csv", file(rows));
        let few = Options { many_moved: false, ..options(&workspace) };
        refused(&workspace, &few, &[&format!("{moved} postcodes have moved"), "has 5 in use", "--many-moved"]);
        let report = import_with(&options(&workspace)).expect("it is imported");
        workspace.load();
        report.moved_here
    };
    // Between the wards; and out of them, as when one is given to another council.
    assert_eq!(asked(&ROWS, "1"), 1);
    let given = ROWS.map(|it| if it.0 == "QX1 1AA" { (it.0, "X07000002", "X05000077") } else { it });
    assert_eq!(asked(&given, "2"), 2);
    // Those of other councils may have another council as they like.
    let workspace = Workspace::new();
    let rows = ROWS.map(|(postcode, district, ward)| (postcode, district.replace("X07000002", "X06000009"), ward));
    let rows = rows
        .each_ref()
        .map(|it| if it.0 == "QX1 1AF" { (it.0, "X07000001", "X05000002") } else { (it.0, it.1.as_str(), it.2) });
    workspace.put("qx.csv", file(&rows));
    workspace.put("codelist.txt", "X06000009,Fellshire\n");
    let report = import_with(&Options { many_moved: false, ..options(&workspace) }).expect("it is imported");
    assert_eq!((report.moved, report.moved_here), (1, 0), "{report}");
    assert!(report.to_string().contains("1 in another place than before, 0 of them"), "{report}");
}

#[test]
fn many_without_a_place_are_refused() {
    let workspace = Workspace::new();
    // No ward, though the council is known; no council either.
    for (district, ward) in [("X07000001", ""), ("", "")] {
        let rows = ROWS.map(|it| if it.0 == "QX1 1AE" || it.0 == "QX1 1AF" { (it.0, district, ward) } else { it });
        workspace.put("qx.csv", file(&rows));
        refused(&workspace, &options(&workspace), &["do not say where 2 postcodes lie", "Download them again"]);
    }
}

#[test]
fn many_that_go_are_asked_about() {
    let workspace = Workspace::new();
    workspace.put("qx.csv", file(&ROWS));
    let few = Options { many_withdrawn: false, ..options(&workspace) };
    refused(&workspace, &few, &["1 of the 5 postcodes", "--many-withdrawn"]);
    let dry = Options { dry: true, ..options(&workspace) };
    let before = workspace.files();
    assert!(!import_with(&dry).expect("it would be imported").written);
    assert_eq!(workspace.files(), before);
}
