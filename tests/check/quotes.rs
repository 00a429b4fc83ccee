//! Mistakes against the document: quotes, sections, names, and words that no record quotes.

use crate::{Copy, each_is_told, mistake};

#[test]
fn quotes_are_compared_with_the_document() {
    each_is_told(&[
        mistake("actions.toml", "Mark every boat in the harbour", "Mark every boat in the lake").told(
            "the lake",
            "agrees \
             up to “Mark every boat in the”; there the source goes on with “harbour",
        ),
        mistake("actions.toml", "Mark every boat in the harbour", "Mark every boat in the harb")
            .told("the harb\"", "(line 84 of source.txt)"),
        mistake("actions.toml", "Mark every boat in the harbour", "Paint all the boats")
            .told("Paint", "is not in source.txt: not even its first words")
            .told_in(
                "source.txt",
                "Mark every boat",
                "the \
                 words “Mark every boat in the harbour” are quoted by no record. Add a record with this quote in \
                 section “3.3”",
            ),
        mistake("actions.toml", "section = \"3.3\"", "section = \"3.2\"").told(
            "Mark every boat",
            "does not \
             stand in section “3.2”, but in section “3.3” (line 84 of source.txt)",
        ),
        mistake("edition.toml", "update = \"Update 2031 DRAFT\"", "update = \"This plan says\"")
            .told(
                "update =",
                "does \
                 not stand in the lines before the first section, but in section “1”",
            )
            .told_in("source.txt", "Update 2031", "Put them into the title or the update"),
        mistake("edition.toml", "caveat-section = \"1\"", "caveat-section = \"2\"")
            .told("caveat-quote =", "but in section “1”"),
        mistake("priorities.toml", "name = \"Theft from Boats (NEW)\"", "name = \"Theft of Boats\"")
            .told("Theft of", "is not in source.txt")
            .told_in("source.txt", "Theft from Boats (NEW)", "quoted by no record"),
        mistake("priorities.toml", "lead-section = \"2.2\"", "lead-section = \"2.1\"")
            .told("lead-quote = \"Lead Partner: O", "does not stand in section “2.1”"),
        mistake(
            "priorities.toml",
            "name = \"Reported nuisance\", section = \"2.1\"",
            "name = \"Reported nuisance\", section = \"3.1\"",
        )
        .told(
            "section = \"3.1\"",
            "the \
             name “Reported nuisance” does not stand in section “3.1”, but in section “2.1”",
        ),
        mistake("notes.toml", "quote = \"new lamps\"", "quote = \"new lights\"")
            .told("new lights", "is not in source.txt"),
        mistake("footnotes.toml", "Music, engines", "Music, motors").told("quote =", "is not in source.txt").told_in(
            "source.txt",
            "Music, engines",
            "quoted by no record",
        ),
        mistake("prose.toml", "quote = \"It is renewed every year.\"", "quote = \"**\"")
            .told("\"**\"", "is not in source.txt")
            .told_in("source.txt", "It is renewed", "quoted by no record"),
    ]);
}

#[test]
fn headings_are_whole_lines_in_order() {
    each_is_told(&[
        mistake("edition.toml", "heading = \"3.3 Theft from Boats\"", "heading = \"3.3 Theft of Boats\"")
            .told(
                "Theft of",
                "no line of source.txt has the heading “3.3 Theft of Boats”. Is “3.3 Theft from Boats” meant?",
            )
            .told_in("source.txt", "3.3 Theft", "quoted by no record"),
        mistake("edition.toml", "heading = \"3.3 Theft from Boats\"", "heading = \"Mark every\"")
            .told("\"Mark every\"", "is only a part of line 84 of source.txt")
            .told_in("source.txt", "3.3 Theft", "quoted by no record"),
        mistake("edition.toml", "heading = \"Residents' Survey\"", "heading = \"1. Welcome\"")
            .told(
                "heading = \"1. Welcome\"\n\n[[furniture]]",
                "stands on line 15 of source.txt, before the heading of the section above",
            )
            .told_in("source.txt", "Residents' Survey", "quoted by no record"),
        mistake("edition.toml", "heading = \"Residents' Survey\"", "heading = \"DRAFT\"")
            .told("heading = \"DRAFT\"", "which is listed as furniture")
            .told_in("source.txt", "Residents' Survey", "quoted by no record"),
    ]);
}

#[test]
fn furniture_is_whole_lines() {
    each_is_told(&[
        mistake("edition.toml", "text = \"This page is", "text = \"The page is")
            .told("The page is", "no line of source.txt has just the words")
            .told_in("source.txt", "This page is", "quoted by no record"),
        mistake("edition.toml", "from = \"Contents\"", "from = \"Content\"")
            .told("from = \"Content\"", "no line of source.txt has just the words “Content”")
            .told_in("source.txt", "Contents", "Put them into the title")
            .told_in("source.txt", "1. Welcome.....", "quoted by no record")
            .told_in("source.txt", "2. What was", "quoted by no record")
            .told_in("source.txt", "3. What we", "quoted by no record"),
    ]);
    let copy = Copy::new();
    copy.replace("edition.toml", "text = \"DRAFT\"", "");
    let problems = copy.load().problems;
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems[0].message.contains("it needs either text = "), "{}", problems[0]);
    assert!(problems[1].message.contains("the words “DRAFT” are quoted by no record"), "{}", problems[1]);
}

#[test]
fn every_word_of_the_document_is_quoted() {
    each_is_told(&[
        mistake("source.txt", "It is renewed every year.", "It is renewed every year. Nobody quotes this sentence.")
            .told(
                "Nobody quotes",
                "the \
                 words “Nobody quotes this sentence.” are quoted by no record. Add a record with this quote in \
                 section “1”",
            ),
        mistake(
            "source.txt",
            "- Prevention first",
            "- Prevention first\n- A bullet that is long enough for its \
             middle to be left out of what is told about all of its words",
        )
        .told("A bullet", "the words “A bullet that is long enough for its … what is told about all of its words” are"),
        mistake("source.txt", "Update 2031 DRAFT", "Update 2031 DRAFT\n\nAn odd line")
            .told("An odd line", "list the line there as furniture"),
    ]);
}

#[test]
fn type_marks_and_typography_do_not_matter() {
    let copy = Copy::new();
    copy.replace("source.txt", "Mark every boat in the harbour", "**Mark** every [boat](#)\n  in   the harbour⁴");
    copy.replace("source.txt", "Residents' Survey", "Residents’ Survey*");
    copy.replace("measures.toml", "(-20%)", "(–20%)");
    assert_eq!(copy.load().problems, []);
}

#[test]
fn words_that_are_said_to_be_the_plans_stand_in_the_quote() {
    each_is_told(&[
        mistake("survey.toml", "said = \"feel safe by day\"", "said = \"feel safe at noon\"")
            .told("at noon", "“said” should be words of the quote"),
        mistake("governance.toml", "who = \"Councillor Alder\"", "who = \"Councillor Elder\"")
            .told("Elder", "“who” should be words of the quote"),
        mistake("achievements.toml", "words = \"Wardens\"", "words = \"Warden\"")
            .told("\"Warden\"", "the words “Warden” do not stand in the quote"),
        mistake("achievements.toml", "role = \"named\", words = \"Wardens\"", "role = \"named\"")
            .told("role = \"named\" }", "no name of the partner “council” stands in the quote. Add words = "),
        mistake("priorities.toml", "lead = [\"council\", \"police\"]", "lead = [\"council\", \"health\"]")
            .told("\"health\"", "no name of the partner “health” stands in the lead-quote"),
    ]);
}
