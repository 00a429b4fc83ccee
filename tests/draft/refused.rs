//! Documents that cannot be read, or only in part: each is told in plain words, and nothing is half-written.

use std::fs;
use std::path::Path;

use pdf_writer::{Content, Name, Ref, Str};
use plan_explorer::site::draft;

use crate::formats::zip;
use crate::pdf::file;
use crate::{Hand, Scratch};

/// What whoever starts from this document is told; nothing may have been written.
fn refused(name: &str, content: impl AsRef<[u8]>) -> String {
    let scratch = Scratch::new();
    let document = scratch.write(name, content);
    let told = draft::start(&document, &scratch.folder(), None).expect_err("this cannot be read").to_string();
    println!("{told}");
    let left: Vec<_> =
        fs::read_dir(&scratch.0).expect("the folder is there").flatten().map(|it| it.file_name()).collect();
    assert_eq!(left, [name], "something was written");
    told
}

fn says(told: &str, words: &[&str]) {
    for it in words {
        assert!(told.contains(it), "“{it}” is missing in: {told}");
    }
}

#[test]
fn a_scan_is_told_from_a_text() {
    let picture = |pdf: &mut pdf_writer::Pdf| {
        let mut image = pdf.image_xobject(Ref::new(5), &[0; 4]);
        image.width(2).height(2).bits_per_component(8);
        image.color_space().device_gray();
    };
    let mut content = Content::new();
    content.save_state().transform([500.0, 0.0, 0.0, 700.0, 40.0, 60.0]).x_object(Name(b"I")).restore_state();
    says(&refused("scan.pdf", file(vec![content.finish().to_vec(); 3], picture)), &["pictures", "OCR", ".docx"]);
}

#[test]
fn a_password_is_told() {
    let locked = |pdf: &mut pdf_writer::Pdf| {
        let mut dict = pdf.indirect(Ref::new(5)).dict();
        dict.pair(Name(b"Filter"), Name(b"Standard")).pair(Name(b"V"), 1).pair(Name(b"R"), 2).pair(Name(b"P"), -4);
        dict.pair(Name(b"O"), Str(&[7; 32])).pair(Name(b"U"), Str(&[9; 32]));
    };
    let bytes = file(vec![Vec::new()], locked);
    // The trailer names what locks the file; the writer has no word for it.
    let begin = b"trailer\n<<";
    let at = bytes.windows(begin.len()).position(|it| it == begin).expect("a file has a trailer") + begin.len();
    let names = b"\n  /Encrypt 5 0 R\n  /ID [(0123456789abcdef) (0123456789abcdef)]";
    let locked = [&bytes[..at], names, &bytes[at..]].concat();
    says(&refused("locked.pdf", locked), &["password"]);
    says(&refused("locked.docx", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), &["password", ".docx"]);
    let manifest = [("META-INF/manifest.xml", "<m:encryption-data/>"), ("content.xml", "x")];
    says(&refused("locked.odt", zip(&manifest)), &["password"]);
}

#[test]
fn what_is_no_plan_is_told() {
    says(&refused("empty.txt", ""), &["hardly any words"]);
    says(
        &refused("empty.docx", zip(&[("word/document.xml", "<w:document xmlns:w=\"w\"><w:body/></w:document>")])),
        &["hardly any"],
    );
    says(&refused("empty.pdf", file(vec![Vec::new()], |_| {})), &["hardly any words"]);
    says(&refused("broken.pdf", "%PDF-1.7 and no more"), &["damaged"]);
    says(&refused("broken.docx", "no zip at all"), &["damaged"]);
    says(&refused("other.docx", zip(&[("a.txt", "a")])), &["no Word document"]);
    says(&refused("plan.pages", "x"), &[".docx, .pdf, .odt, .txt and .md"]);
    let flat = "Words without any heading, one after the other, as in a letter to somebody who reads it. ".repeat(5);
    says(&refused("letter.txt", flat), &["no headings"]);
}

#[test]
fn five_hundred_pages_are_told() {
    let mut content = Content::new();
    content
        .begin_text()
        .set_font(Name(b"F"), 11.0)
        .show(Str(b"A page of a very long plan, with words upon it."))
        .end_text();
    let page = content.finish().to_vec();
    says(&refused("long.pdf", file(vec![page; 500], |_| {})), &["500 pages", "at most 300"]);
    let text = format!("1. Welcome\n\n{}", "Words of a very long plan go on and on. ".repeat(25_000));
    says(&refused("long.txt", text), &["250,002 words", "document of its own"]);
}

#[test]
fn a_folder_that_is_there_is_left_alone() {
    let scratch = Scratch::new();
    let hand = Hand::of("tests/editions/brindlemere", "2031-draft");
    let document = scratch.write("plan.txt", &hand.source);
    fs::create_dir(scratch.folder()).expect("a folder can be made");
    fs::write(scratch.folder().join("mine.txt"), "mine").expect("a file can be written");
    let told = draft::start(&document, &scratch.folder(), None).expect_err("it is there already").to_string();
    says(&told, &["there already", "nothing was changed"]);
    let mine = fs::read_to_string(scratch.folder().join("mine.txt")).expect("it is still there");
    assert_eq!(mine, "mine");
    let nowhere =
        draft::start(Path::new("nowhere.txt"), &scratch.0.join("other"), None).expect_err("there is no such file");
    says(&nowhere.to_string(), &["nowhere.txt", "cannot be read"]);
}

#[test]
fn a_table_of_actions_is_read_row_by_row() {
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let row = |cells: [&str; 3]| format!("<w:tr>{}</w:tr>", cells.map(cell).concat());
    let heading =
        |text: &str| format!("<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>");
    let body = [
        heading("1. Welcome"),
        format!(
            "<w:p><w:r><w:t>{}</w:t></w:r></w:p>",
            "This plan says what partners will do together in the coming year. ".repeat(3)
        ),
        heading("2. Our priorities"),
        heading("2.1 Noise"),
        format!(
            "<w:tbl>{}{}{}</w:tbl>",
            row(["Lead", "Action", "By when"]),
            row(["Police", "Visit every loud house", "June 2031"]),
            row(["Council", "Fund lamps with £2,000", "July 2031"])
        ),
    ];
    let xml = format!("<w:document xmlns:w=\"w\"><w:body>{}</w:body></w:document>", body.concat());
    let scratch = Scratch::new();
    let document = scratch.write("table.docx", zip(&[("word/document.xml", &xml)]));
    let report = draft::start(&document, &scratch.folder(), None).expect("it can be read").to_string();
    says(&report, &["The document has a table", "     2 actions", "compare source.txt"]);
    let records = crate::records::Records::of(&scratch.folder());
    let actions: Vec<&str> = records.of_kind("action").map(|it| it.text("quote")).collect();
    assert_eq!(actions, ["Visit every loud house", "Fund lamps with £2,000"]);
}
