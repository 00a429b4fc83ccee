//! Importing postcodes from files in the form of Code-Point Open.

use plan_explorer::site::import::Refusal;
use plan_explorer::site::import::postcodes::{self, Options, Report};

use crate::{Desk, zip};

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

fn options(desk: &Desk) -> Options {
    Options { folder: desk.data(), paths: vec![desk.downloads()], many_withdrawn: true, ..Options::default() }
}

fn refused(desk: &Desk, options: &Options, words: &[&str]) {
    let before = desk.files();
    let refusal = import_with(options).expect_err("it is refused").0;
    for words in words {
        assert!(refusal.contains(words), "“{words}” in {refusal}");
    }
    assert_eq!(desk.files(), before, "nothing was changed");
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
    let desk = Desk::new();
    desk.put("codepo_gb/Data/CSV/qx.csv", file(&ROWS));
    desk.put("codepo_gb/Data/CSV/ab.csv", file(&[("AB1 1AA", "S12000033", "S13002835")]));
    desk.put("codepo_gb/Doc/Code-Point_Open_Column_Headers.csv", "PC,PQ\nPostcode,Positional_quality_indicator\n");
    let report = import_with(&options(&desk)).expect("it is imported");
    assert_eq!(desk.read("postcodes.csv"), TABLE);
    assert_eq!((report.read, report.live, report.withdrawn, report.newly_withdrawn), (8, 5, 1, 1));
    assert_eq!((report.new, report.moved, report.outside), (1, 1, 2));
    assert!(!desk.read("postcodes.toml").contains("unmarked"));
    desk.load();
    // Once more, and nothing moves; a withdrawn one that is in use again is live.
    let rows = [&ROWS[..], &[("QX1 1AB", "X07000001", "X05000001")]].concat();
    desk.put("codepo_gb/Data/CSV/qx.csv", file(&rows));
    let report = import_with(&options(&desk)).expect("it is imported");
    assert_eq!((report.withdrawn, report.new, report.moved), (0, 0, 0));
}

#[test]
fn a_zip_is_read_as_a_folder_is_with_names_of_columns_or_without() {
    let desk = Desk::new();
    let named = "Admin_ward_code,Postcode,Admin_district_code\n".to_owned()
        + &ROWS.map(|(postcode, district, ward)| format!("{ward},{postcode},{district}\r\n")).concat();
    desk.put("codepo_gb.zip", zip(&[("Data/CSV/qx.csv", &named)]));
    import_with(&options(&desk)).expect("it is imported");
    assert_eq!(desk.read("postcodes.csv"), TABLE);
}

#[test]
fn first_halves_that_are_new_to_the_area_bring_their_neighbours() {
    let desk = Desk::new();
    // The neighbour's comes first in the file.
    let rows =
        [&[("QX3 1AA", "X07000002", "X05000077"), ("QX3 1AB", "X07000001", "X05000001")][..], &ROWS[..]].concat();
    desk.put("qx.csv", file(&rows));
    import_with(&options(&desk)).expect("it is imported");
    let table = desk.read("postcodes.csv");
    assert!(table.ends_with("QX3 1,live,brook,AB\nQX3 1,outside,Fellgate,AA\n"), "{table}");
}

#[test]
fn other_councils_have_names() {
    let desk = Desk::new();
    let rows = [&ROWS[..], &[("QX1 2ZX", "X07000003", "X05000088")]].concat();
    desk.put("Data/CSV/qx.csv", file(&rows));
    refused(&desk, &options(&desk), &["names are not known: X07000003", "Codelist.xlsx"]);
    desk.put("Doc/codelist.txt", "X07000003,Overmoor District (B)\n");
    import_with(&options(&desk)).expect("it is imported");
    let table = desk.read("postcodes.csv");
    assert!(table.contains("QX1 2,outside,Overmoor,ZX\n"), "{table}");
    assert!(desk.read("postcodes.toml").contains("code = \"X07000003\"\nname = \"Overmoor\""));
}

#[test]
fn a_postcode_without_a_place_is_not_withdrawn() {
    let desk = Desk::new();
    let rows = ROWS.map(|it| if it.0 == "QX1 1AE" { (it.0, "", "") } else { it });
    desk.put("qx.csv", file(&rows));
    let report = import_with(&options(&desk)).expect("it is imported");
    assert_eq!(desk.read("postcodes.csv"), TABLE);
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
        let desk = Desk::new();
        desk.put("qx.csv", content);
        refused(&desk, &options(&desk), &[words, "Nothing was changed"]);
        println!("{what} is refused");
    }
    let desk = Desk::new();
    let whole = zip(&[("Data/CSV/qx.csv", &file(&ROWS))]);
    desk.put("codepo_gb.zip", &whole[..whole.len() - 30]);
    refused(&desk, &options(&desk), &["cut off or damaged"]);
}

#[test]
fn many_that_go_are_asked_about() {
    let desk = Desk::new();
    desk.put("qx.csv", file(&ROWS));
    let few = Options { many_withdrawn: false, ..options(&desk) };
    refused(&desk, &few, &["1 of the 5 postcodes", "--many-withdrawn"]);
    let dry = Options { dry: true, ..options(&desk) };
    let before = desk.files();
    assert!(!import_with(&dry).expect("it would be imported").written);
    assert_eq!(desk.files(), before);
}
