//! Mistakes within records: what is missing, of the wrong kind, unknown, or taken already.

use crate::{Copy, each_is_told, mistake};

#[test]
fn missing_keys_and_wrong_types_are_told() {
    each_is_told(&[
        mistake("measures.toml", "unit = \"complaints\"\n", "")
            .told("[[measure]]\nid = \"noise-complaints\"", "“unit” is missing. Add a line unit = "),
        mistake("governance.toml", "quote = \"Councillor Alder", "quot = \"Councillor Alder")
            .told("[[governance]]", "“quot” is probably meant to be it")
            .told("quot =", "“quot” is not known here")
            .told_in("source.txt", "Councillor Alder", "quoted by no record"),
        mistake("measures.toml", "change = 4", "change = \"4\"").told(
            "change = \"4\"",
            "“change” should be a \
             whole number without quotation marks or commas, but is text. Write it as change = -48",
        ),
        mistake("measures.toml", "now = 80", "now = 80.0").told("now = 80.0", "a number with a decimal point"),
        mistake("measures.toml", "now = 80", "now = -80").told("now = -80", "out of range"),
        mistake("measures.toml", "disturbed = true", "disturbed = \"true\"")
            .told("disturbed =", "true or false without quotation marks"),
        mistake("measures.toml", "name = \"Nuisance reported\"", "name = 7").told(
            "name = 7",
            "“name” should be \
             text in quotation marks, but is a whole number",
        ),
        mistake("contacts.toml", "priorities = [\"p2\"]", "priorities = \"p2\"")
            .told("priorities =", "a list in square brackets, but is text"),
        mistake("contacts.toml", "priorities = [\"p2\"]", "priorities = [2]")
            .told("priorities =", "a list of texts in quotation marks"),
        mistake("notes.toml", "{ section = \"2.1\", quote = \"new lamps\" }", "\"new lamps\"")
            .told("cites = [", "a list of { … } in square brackets"),
        mistake("partners.toml", "statutory = true", "statutory = 2031-01-01").told("2031-01-01", "but is a date"),
    ]);
}

#[test]
fn words_that_are_not_on_the_list_are_told_with_the_list() {
    each_is_told(&[
        mistake("measures.toml", "\"lower is better\"", "\"lower is beter\"")
            .told("beter", "should be “lower is better”, “higher is better” or “neither”. Is “lower is better” meant?"),
        mistake("measures.toml", "direction = \"not stated\"", "direction = \"unknown\"")
            .told("\"unknown\"", "“down”, “up”, “level” or “not stated”"),
        mistake("edition.toml", "status = \"draft\"", "status = \"Draft\"").told("status =", "“draft” or “final”"),
        mistake("prose.toml", "topic = \"principles\"", "topic = \"principle\"")
            .told("topic = \"principle\"", "Is “principles” meant?"),
        mistake("notes.toml", "kind = \"reading\"", "kind = \"remark\"")
            .told("kind =", "“contradiction”, “gap” or “reading”"),
        mistake("links.toml", "standing = \"none\"", "standing = \"no\"").told("standing = \"no\"", "“third-party”"),
        mistake("strategies.toml", "use = \"linked\"", "use = \"link\"").told("use = \"link\"", "“source” or “linked”"),
        mistake("achievements.toml", "role = \"funder\"", "role = \"founder\"")
            .told("founder", "“funder”, “delivers” or “named”. Is “funder” meant?"),
        mistake("achievements.toml", "role = \"funder\"", "role = \"lead\"")
            .told("\"lead\"", "lead partners come from the priority"),
        mistake("achievements.toml", "unit = \"pounds\"", "unit = \"pound\"").told("\"pound\"", "Is “pounds” meant?"),
        mistake("achievements.toml", "coverage = \"county\"", "coverage = \"country\"")
            .told("coverage =", "“area”, “county” or a list of wards"),
        mistake("area/facts.toml", "confidence = \"high\"", "confidence = \"sure\"")
            .told("confidence =", "“high”, “medium” or “low”"),
        mistake("priorities.toml", "\"none reported\"", "\"none\"").told("achievements =", "should be “none reported”"),
        mistake("priorities.toml", "lead = \"not stated\"", "lead = \"unknown\"")
            .told("lead = \"unknown\"", "lead = \"not stated\""),
    ]);
}

#[test]
fn unknown_ids_are_told_with_the_nearest() {
    each_is_told(&[
        mistake("actions.toml", "priorities = [\"boats\"]", "priorities = [\"boat\"]")
            .told("[\"boat\"]", "there is no priority with the id “boat”. Is “boats” meant?")
            .told_in("priorities.toml", "[[priority]]\nid = \"boats\"", "has no actions"),
        mistake("actions.toml", "section = \"3.3\"", "section = \"3.4\"")
            .told("section = \"3.4\"", "there is no section with the id “3.4”. Is “3.1” meant?"),
        mistake("actions.toml", "\"tarn\"", "\"tran\"").told("\"tran\"", "there is no ward with the id “tran”"),
        mistake("actions.toml", "\"fn-2\"", "\"fn-3\"").told("\"fn-3\"", "there is no footnote").told_in(
            "footnotes.toml",
            "[[footnote]]\nid = \"fn-2\"",
            "used by no action",
        ),
        mistake("achievements.toml", "id = \"fund\"", "id = \"found\"")
            .told("\"found\"", "there is no partner with the id “found”. Is “fund” meant?"),
        mistake("priorities.toml", "lead = [\"council\", \"police\"]", "lead = [\"counsel\", \"police\"]")
            .told("counsel", "there is no partner"),
        mistake("strategies.toml", "link = \"needs\"", "link = \"need\"")
            .told("\"need\"", "there is no link with the id “need”. Is “needs” meant?"),
        mistake("partners.toml", "link = \"brindlemere\"", "link = \"mere\"").told("\"mere\"", "there is no link"),
        mistake("governance.toml", "link = \"brindlemere\"", "link = \"mere\"").told("\"mere\"", "there is no link"),
        mistake("edition.toml", "page = \"brindlemere\"", "page = \"mere\"").told("\"mere\"", "there is no link"),
        mistake("funding.toml", "entry = \"noise-lamps\"", "entry = \"noise-lamp\"")
            .told("entry =", "Is “noise-lamps” meant?"),
        mistake("funding.toml", "funders = [\"fund\"]", "funders = [\"funds\"]")
            .told("\"funds\"", "there is no partner"),
        mistake("area/wards.toml", "neighbours = [\"brook\", \"tarn\"]", "neighbours = [\"brok\", \"tarn\"]")
            .told("brok\"", "there is no ward")
            .told("[[ward]]\nid = \"brook\"", "does not have “brook”"),
        mistake("area/facts.toml", "wards = [\"mere\"]", "wards = []").told("wards =", "names no ward"),
        mistake("notes.toml", "priorities = [\"noise\"]", "priorities = [\"noise\", \"noise\"]")
            .told("\"noise\", \"noise\"", "listed twice"),
        mistake("notes.toml", "section = \"2.1\", quote = \"new", "section = \"2.9\", quote = \"new")
            .told("2.9", "there is no section"),
    ]);
}

#[test]
fn ids_are_well_formed_and_given_once() {
    each_is_told(&[
        mistake("prose.toml", "id = \"welcome-2\"", "id = \"Welcome 2\"")
            .told("Welcome 2", "may only have letters a-z, digits and hyphens"),
        mistake("prose.toml", "id = \"welcome-2\"", "id = \"\"").told("id = \"\"", "“id” is empty"),
        mistake("prose.toml", "id = \"welcome-2\"", "id = \"welcome-1\"")
            .told("id = \"welcome-1\"\nsection = \"1\"\nquote = \"It is", "is taken already, on line 2 of prose.toml"),
        mistake("governance.toml", "id = \"chair\"", "id = \"police\"")
            .told("id = \"police\"", "is taken already, on line 12 of partners.toml"),
        mistake("governance.toml", "id = \"chair\"", "id = \"p2-lead\"").told("id = \"p2-lead\"", "is taken already"),
        mistake("area/facts.toml", "id = \"quiet-zone\"", "id = \"noise\"")
            .told("id = \"noise\"", "is taken already, on line 2 of priorities.toml"),
        mistake("links.toml", "id = \"harbour\"", "id = \"needs\"")
            .told("id = \"needs\"\nname = \"Harbour", "is taken already")
            .told_in("strategies.toml", "link = \"harbour\"", "there is no link"),
    ]);
    let copy = Copy::new();
    copy.replace("priorities.toml", "id = \"boats\"", "id = \"boats-and-all-that-floats-upon-water\"");
    copy.replace("actions.toml", "[\"boats\"]", "[\"boats-and-all-that-floats-upon-water\"]");
    copy.replace("strategies.toml", "[\"boats\"]", "[\"boats-and-all-that-floats-upon-water\"]");
    assert_eq!(copy.load().problems, []);
    copy.replace(
        "priorities.toml",
        "lead = \"not stated\"",
        "lead = [\"police\"]\nlead-quote = \"Lead Partner: Orrinshire Police\"\nlead-section = \"2.2\"",
    );
    let problems = copy.load().problems;
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].message.contains("at most 35 characters"), "{}", problems[0]);
}

#[test]
fn our_own_words_are_there_and_can_be_seen() {
    each_is_told(&[
        mistake("actions.toml", "plain = \"Campaigns in each season.\"", "plain = \"  \"")
            .told("plain =", "“plain” is empty"),
        mistake("contacts.toml", "when = \"At any hour.\"", "when = \"\"").told("when = \"\"", "“when” is empty"),
        mistake("notes.toml", "Lamps that came late", "Lamps\\u0007 late")
            .told("title =", "a control character (number 0007)"),
        mistake("notes.toml", "Lamps that came late", "Lamps \u{202e}late")
            .told("title =", "a control character (number 202E)"),
        mistake("priorities.toml", "short = \"Safety behind the door\"\n", "")
            .told("[[priority]]\nid = \"p2\"", "“short” is missing"),
        mistake("glossary.toml", "meaning = \"A panel of people who help.\"\n", "")
            .told("[[term]]\nid = \"safe-panel\"", "“meaning” is missing"),
    ]);
}

/// A first draft has none of our lines yet, and a page can be made of it.
#[test]
fn plain_lines_can_be_written_later() {
    let copy = crate::Copy::new();
    copy.replace("priorities.toml", "plain = \"When somebody close does harm.\"\n", "");
    copy.replace("governance.toml", "does = \"Looks at the plan.\"\n", "");
    let meaning = "meaning = \"A panel of people who help.\"\n";
    copy.replace("glossary.toml", meaning, "stands-for = \"Safety and Future\"\n");
    let loaded = copy.load();
    assert_eq!(loaded.problems.len(), 0, "{:?}", loaded.problems);
    let plan = loaded.plan.expect("there is no mistake");
    assert!(plan.priorities.iter().any(|it| it.plain.is_empty()));
    assert!(plan.governance.iter().any(|it| it.does.is_empty()));
    assert!(plan.glossary.iter().any(|it| it.meaning.is_empty()));
}

#[test]
fn a_space_around_an_id_makes_no_difference() {
    let copy = crate::Copy::new();
    copy.replace("partners.toml", "id = \"police\"", "id = \" police \"");
    assert_eq!(copy.load().problems, []);
}
