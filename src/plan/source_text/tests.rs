use super::*;

const DOCUMENT: &str = "\
The Plan 2030

Contents
1. Streets....\t2
End of contents

1. Streets

**Noise fell (-9%)** over the *year*. See [the review](#), e.g. Part 2 of it, and
more on people’s views. A second sentence!

- Quiet hours – kept
- Street lamps²
PAGE 3
- Shared with the
watch

2. Homes

¹ Flats, too
Quiet hours – kept";

fn document() -> SourceText {
    let mut lines = SourceLines::new(DOCUMENT);
    assert_eq!(lines.leave_out_between("Contents", "End of contents"), Ok(()));
    assert!(lines.leave_out("PAGE 3"));
    assert!(!lines.leave_out("PAGE"));
    assert_eq!(lines.leave_out_between("Contents", "Streets"), Err("to"));
    let mut text = SourceText::new(lines);
    let placed = text.place_headings(&["1. Streets".to_owned(), "2. Homes".to_owned()]);
    assert!(placed.iter().all(Result::is_ok), "{placed:?}");
    text
}

fn here(text: &SourceText, quote: &str, section: usize) -> Option<(String, usize)> {
    match text.look_up(quote, Scope::Section(section)) {
        Lookup::Here(range) => Some((text.shown(range.clone()), text.line_at(range.start))),
        _ => None,
    }
}

#[test]
fn marks_are_dropped() {
    for (text, tidied) in [
        ("- **Bold** and *not*", "Bold and not"),
        ("[Space](#) summer", "Space summer"),
        ("see [1] and [two](x) [", "see [1] and two ["),
        ("Extremism²\n  and\tso on", "Extremism and so on"),
        ("- one\n- two", "one two"),
    ] {
        assert_eq!(tidy(text), tidied);
    }
}

#[test]
fn quotes_are_found_in_any_typography_and_printed_as_the_document_has_them() {
    let text = document();
    for (quote, shown, line) in [
        ("Noise fell (-9%) over the year.", "Noise fell (-9%) over the year.", 9),
        ("people's views", "people’s views", 10),
        ("Quiet hours - kept", "Quiet hours – kept", 12),
        ("[the review](#), e.g. Part", "the review, e.g. Part", 9),
        ("Street lamps Shared with", "Street lamps Shared with", 13),
    ] {
        assert_eq!(here(&text, quote, 0), Some((shown.to_owned(), line)), "{quote}");
    }
    assert_eq!(here(&text, "Quiet hours – kept", 1).map(|it| it.1), Some(21));
}

#[test]
fn a_quote_ends_where_a_word_ends() {
    let text = document();
    assert_eq!(here(&text, "Street lamp", 0), None);
    assert_eq!(here(&text, "oise fell", 0), None);
    assert_eq!(here(&text, "", 0), None);
}

#[test]
fn a_quote_from_another_section_is_told_so() {
    let text = document();
    assert!(matches!(text.look_up("Flats, too", Scope::Section(0)), Lookup::Elsewhere(Scope::Section(1), _)));
    assert!(matches!(text.look_up("The Plan 2030", Scope::Section(0)), Lookup::Elsewhere(Scope::Front, _)));
    assert!(matches!(text.look_up("Flats, too", Scope::Front), Lookup::Elsewhere(Scope::Section(1), _)));
    assert!(matches!(text.look_up("Flats, too", Scope::Anywhere), Lookup::Here(_)));
}

#[test]
fn a_wrong_quote_is_told_where_it_parts() {
    let text = document();
    let Lookup::Nowhere(Some(parted)) = text.look_up("Noise fell (-9%) over the month.", Scope::Section(0)) else {
        panic!("it is not in the document");
    };
    assert_eq!(parted.line, 9);
    assert_eq!(parted.agreed, "Noise fell (-9%) over the");
    assert_eq!(parted.document, "year. See the review, e.g. Part");
    assert_eq!(parted.quote, "month.");
    assert_eq!(text.look_up("Nothing like it", Scope::Anywhere), Lookup::Nowhere(None));
}

#[test]
fn a_quote_in_other_letters_is_told_so() {
    let text = document();
    let Lookup::OtherCase(range) = text.look_up("street Lamps", Scope::Section(1)) else { panic!("it is there") };
    assert_eq!(text.shown(range), "Street lamps");
}

#[test]
fn headings_bear_marks_of_footnotes() {
    for (line, marks) in
        [("4.1 Noise ¹", "1"), ("Survey*", "* "), ("**Bold** ¹²", "12"), ("Boats¹ ²", "1 2"), ("Plain", "")]
    {
        assert_eq!(footnote_marks(line), marks, "{line}");
    }
    let mut text = SourceText::new(SourceLines::new("One ¹\nTwo*"));
    assert_eq!(text.place_headings(&["One".to_owned(), "Two".to_owned()]).len(), 2);
    assert!(text.is_marked(0, "1") && text.is_marked(1, "*"));
    assert!(!text.is_marked(0, "*") && !text.is_marked(1, "1") && !text.is_marked(2, "1") && !text.is_marked(0, ""));
}

#[test]
fn headings_are_whole_lines_in_order() {
    let mut text = document();
    let names = ["2. Homes", "1. Streets", "Flats", "Contents", "9. None"].map(str::to_owned);
    let placed = text.place_headings(&names);
    assert!(placed[0].is_ok());
    assert_eq!(placed[1], Err(HeadingTrouble::TooEarly(7)));
    assert_eq!(placed[2], Err(HeadingTrouble::PartOf(20, "Flats, too".to_owned())));
    assert_eq!(placed[3], Err(HeadingTrouble::Furniture(3)));
    assert_eq!(placed[4], Err(HeadingTrouble::Nowhere));
}

#[test]
fn bullets_and_sentences_are_units() {
    let text = document();
    let units: Vec<String> = text.units().into_iter().map(|it| text.shown(it).trim().to_owned()).collect();
    assert_eq!(
        units,
        [
            "The Plan 2030",
            "Noise fell (-9%) over the year.",
            "See the review, e.g. Part 2 of it, and more on people’s views.",
            "A second sentence!",
            "Quiet hours – kept",
            "Street lamps",
            "Shared with the watch",
            "Flats, too",
            "Quiet hours – kept",
        ]
    );
}

#[test]
fn what_no_record_quotes_is_told_by_line() {
    let text = document();
    let mut cover = Cover::new(&text);
    for (quote, scope) in [
        ("The Plan 2030", Scope::Front),
        ("Noise fell (-9%) over the year", Scope::Section(0)),
        ("A second sentence", Scope::Section(0)),
        ("Quiet hours – kept", Scope::Section(0)),
        ("Street lamps", Scope::Section(0)),
        ("Shared with the watch", Scope::Section(0)),
        ("Flats, too", Scope::Section(1)),
    ] {
        for range in text.every_place(quote, scope) {
            cover.add(range);
        }
    }
    let bare: Vec<(usize, String)> = cover.bare(&text).into_iter().map(|it| (it.line, it.text)).collect();
    assert_eq!(
        bare,
        [
            (9, "See the review, e.g. Part 2 of it, and".to_owned()),
            (10, "more on people’s views.".to_owned()),
            (21, "Quiet hours – kept".to_owned()),
        ]
    );
    let covered = cover.count(&text);
    assert_eq!((covered.units.covered, covered.units.of), (7, 9));
    assert_eq!(covered.words.of - covered.words.covered, 9 + 4 + 3);
}

#[test]
fn an_empty_document_has_nothing() {
    let mut text = SourceText::new(SourceLines::new(""));
    assert_eq!(text.place_headings(&["1".to_owned()]), [Err(HeadingTrouble::Nowhere)]);
    assert_eq!(text.look_up("a b", Scope::Section(0)), Lookup::Nowhere(None));
    assert_eq!(Cover::new(&text).count(&text), Covered::default());
}
