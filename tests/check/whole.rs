//! Mistakes that only show in the edition as a whole.

use std::fmt::Write;

use crate::{Copy, each_is_told, mistake};

#[test]
fn no_two_are_called_the_same() {
    each_is_told(&[
        mistake("priorities.toml", "short = \"Boat theft\"", "short = \"Loud  Neighbours!\"").told(
            "[[priority]]\nid = \"boats\"",
            "is called “Loud Neighbours!”, and so is the one that begins on line 1 of priorities.toml",
        ),
        mistake("partners.toml", "about = \"An invented fund.\"", "aliases = [{ name = \"orrinshire police\" }]")
            .told("[[partner]]\nid = \"fund\"", "is called “orrinshire police”"),
    ]);
}

#[test]
fn neighbours_are_mutual() {
    each_is_told(&[
        mistake("area/wards.toml", "neighbours = [\"brook\", \"tarn\"]", "neighbours = [\"brook\"]").told(
            "[[ward]]",
            "ward “tarn” has “mere” as a neighbour, but “mere” (line 7 of wards.toml) does not have “tarn”",
        ),
        mistake(
            "area/wards.toml",
            "neighbours = [\"brook\", \"tarn\"]",
            "neighbours = [\"brook\", \"tarn\", \"mere\"]",
        )
        .told("[[ward]]\nid = \"mere\"", "its own neighbour"),
    ]);
}

#[test]
fn priorities_say_when_there_is_nothing() {
    each_is_told(&[
        mistake("priorities.toml", "achievements = \"none reported\"\n", "").told(
            "[[priority]]\nid = \"boats\"",
            "has no achievements. Add one to achievements.toml, or, where the plan has none, add achievements = \
             \"none reported\"",
        ),
        mistake("actions.toml", "priorities = [\"boats\"]", "priorities = []").told_in(
            "priorities.toml",
            "[[priority]]\nid = \"boats\"",
            "has no actions",
        ),
        mistake(
            "priorities.toml",
            "lead-section = \"2.1\"",
            "lead-section = \"2.1\"\nachievements = \"none reported\"",
        )
        .told("[[priority]]", "achievements.toml has 3 for it"),
        mistake("priorities.toml", "lead-section = \"2.1\"", "lead-section = \"2.1\"\nactions = \"none reported\"")
            .told("[[priority]]", "actions.toml has 2 for it"),
    ]);
}

#[test]
fn leads_are_stated_or_said_not_to_be() {
    each_is_told(&[
        mistake("priorities.toml", "lead = \"not stated\"\n", "").told(
            "[[priority]]\nid = \"boats\"",
            "“lead” is missing. Add a line lead = [\"…\"] with the ids of the lead partners, or lead = \"not stated\"",
        ),
        mistake("priorities.toml", "lead = \"not stated\"", "lead = [\"police\"]")
            .told("[[priority]]\nid = \"boats\"", "“lead-section” is missing")
            .told("[[priority]]\nid = \"boats\"", "“lead-quote” is missing"),
    ]);
    each_is_told(&[
        mistake(
            "priorities.toml",
            "lead = \"not stated\"",
            "lead = \"not stated\"\nlead-quote = \"Mark\"\nlead-section = \"3.3\"",
        )
        .told("lead-quote = \"Mark\"", "the lead is “not stated”, yet"),
        mistake("priorities.toml", "lead = [\"police\"]", "lead = []")
            .told("lead = []", "the list of lead partners is empty"),
    ]);
}

#[test]
fn footnotes_terms_and_caveats_are_used() {
    each_is_told(&[
        mistake("actions.toml", "footnotes = [\"fn-2\"]\n", "").told_in(
            "footnotes.toml",
            "[[footnote]]\nid = \"fn-2\"",
            "footnote “fn-2” is used by no action",
        ),
        mistake("footnotes.toml", "mark = \"1\"", "mark = \"3\"")
            .told("[[footnote]]", "the heading of its section has no mark “3”"),
        mistake("glossary.toml", "also = [\"Wardens\"]", "")
            .told("[[term]]\nid = \"wardens\"", "“warden” stands in no quote of the plan"),
        mistake("edition.toml", "caveat-short = \"Storms made 2030 unusual.\"\n", "")
            .told("[edition]", "“caveat-short” is missing"),
        mistake("edition.toml", "success-section = \"3-priorities\"\n", "")
            .told("[edition]", "“success-section” is missing"),
        mistake("edition.toml", "mailto:plan@brindlemere.example", "plan@brindlemere.example")
            .told("report =", "“plan@brindlemere.example” is neither an address for e-mail"),
        mistake("edition.toml", "mailto:plan@brindlemere.example", "mailto:plan@brindlemere.example?cc=x@y.z")
            .told("report =", "is neither an address for e-mail"),
        mistake("edition.toml", "mailto:plan@brindlemere.example", "http://brindlemere.example/form")
            .told("report =", "nor that of a form"),
        mistake("edition.toml", "from = 2030", "from = 2034").told("from = 2034", "begins in 2034 and ends in 2033"),
    ]);
    let copy = Copy::new();
    copy.replace("edition.toml", "caveat-short = \"Storms made 2030 unusual.\"\n", "");
    copy.replace("edition.toml", "caveat-quote =", "# caveat-quote =");
    copy.replace("edition.toml", "caveat-section = \"1\"\n", "");
    let problems = copy.load().problems;
    // The document's sentence stays covered: what is only cited beside something else counts for nothing either way.
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].message.contains("“noise-reported” is marked as disturbed"), "{}", problems[0]);
}

#[test]
fn strategies_links_and_contacts_are_complete() {
    each_is_told(&[
        mistake("strategies.toml", "related = \"It speaks of moorings.\"\n", "")
            .told("[[strategy]]\nid = \"harbour-strategy\"", "“related” is missing"),
        mistake("strategies.toml", "priorities = [\"boats\"]", "priorities = []").told("related =", "but it has none"),
        mistake("links.toml", "standing = \"none\"", "standing = \"confirmed\"")
            .told("standing = \"confirmed\"\nabout", "a confirmed link needs an address"),
        mistake("links.toml", "url = \"https://orrinshire", "url = \"www.orrinshire")
            .told("www", "is no address of a web page"),
        mistake("links.toml", "url = \"https://orrinshire", "url = \"javascript://orrinshire")
            .told("javascript", "is no address of a web page"),
        mistake("links.toml", "needs.pdf\"\nstanding = \"confirmed\"", "needs.pdf\"\nstanding = \"none\"")
            .told("standing = \"none\"", "yet there is an address"),
        mistake("area/facts.toml", "https://brindlemere.example", "https://")
            .told("url =", "is no address of a web page"),
        mistake("contacts.toml", "phone = \"01632 960002\"", "phone = \"ask us\"")
            .told("ask us", "the telephone number has no digits"),
        mistake("contacts.toml", "phone = \"01632 960001\"\n", "").told("seen =", "there is no “phone”"),
    ]);
}

#[test]
fn everyday_words_lead_to_what_is_there() {
    each_is_told(&[
        mistake("everyday.toml", "\"quiet hours\"", "\"silent hours\"")
            .told("means =", "the plan’s word “silent hours” is not in source.txt")
            .told("[[everyday]]\nsays = [\"racket", "“silent hours” stands in no action"),
        mistake("everyday.toml", "\"quiet hours\"", "\"Theft\"")
            .told("[[everyday]]\nsays = [\"racket", "“Theft” stands in no action"),
        mistake("everyday.toml", "\"noise\"", "\"nois\"")
            .told("priorities = [\"nois\"]", "there is no priority with the id “nois”"),
        mistake("everyday.toml", "\"police\"", "\"polise\"")
            .told("contacts = [\"polise\"]", "there is no contact with the id “polise”"),
        mistake("everyday.toml", "\"ferries\"", "\"Racket\"")
            .told("[[everyday]]\nsays = [\"Racket", "“Racket” is written twice"),
        mistake("everyday.toml", "\"ferries\"", "\"…\"").told("says = [\"…", "has no letters or digits"),
        mistake("everyday.toml", "[\"ferries\"]", "[]").told("says = []", "it says nothing"),
        mistake("everyday.toml", "nothing = true", "").told("[[everyday]]\nsays = [\"ferries", "it leads nowhere"),
        mistake("everyday.toml", "nothing = true", "nothing = true\npriorities = [\"boats\"]")
            .told("nothing =", "it leads somewhere"),
        mistake("everyday.toml", "nothing = true", "priorities = [\"p2\"]").told(
            "[[everyday]]\nsays = [\"ferries",
            "“ferries” leads to the sensitive priority “p2”, so it must not reach an address",
        ),
        // By a contact of its own alone.
        mistake("everyday.toml", "nothing = true", "contacts = [\"line-2\"]")
            .told("[[everyday]]\nsays = [\"ferries", "“ferries” leads to the sensitive priority"),
    ]);
}

#[test]
fn ids_of_a_sensitive_priority_give_nothing_away() {
    each_is_told(&[
        mistake("achievements.toml", "id = \"p2-advisers\"", "id = \"hurt-advisers\"").told(
            "[[achievement]]\nid = \"hurt",
            "of something that belongs to the sensitive priority “p2”, gives its subject away: it contains “hurt”",
        ),
        mistake("actions.toml", "id = \"p2-panel\"", "id = \"athome-panel\"")
            .told("[[action]]\nid = \"athome", "it contains “home”"),
        mistake("contacts.toml", "id = \"line-2\"", "id = \"harmed\"")
            .told("[[contact]]\nid = \"harmed", "it contains “harm”"),
        mistake("priorities.toml", "private-words = [\"harm\", \"hurt\"]\n", "")
            .told("[[priority]]\nid = \"p2\"", "a sensitive priority needs private-words"),
        mistake("priorities.toml", "sensitive = true\n", "")
            .told("private-words", "only a sensitive priority has private words"),
    ]);
    let copy = Copy::new();
    for (file, from) in [("priorities.toml", "id = \"p2\""), ("contacts.toml", "[\"p2\"]")] {
        copy.replace(file, from, &from.replace("p2", "harm"));
    }
    for file in ["actions.toml", "achievements.toml", "measures.toml"] {
        copy.write(file, copy.read(file).replace("[\"p2\"]", "[\"harm\"]"));
    }
    let problems = copy.load().problems;
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].message.starts_with("the id “harm” gives its subject away"), "{}", problems[0]);
}

#[test]
fn there_are_no_more_records_than_can_be_counted() {
    let copy = Copy::new();
    let mut wards = copy.read("area/wards.toml");
    for at in 4..=129 {
        write!(wards, "\n[[ward]]\nid = \"w{at}\"\ncode = \"X{at}\"\nname = \"Z{at:03}\"\nneighbours = []\n")
            .expect("text");
    }
    copy.write("area/wards.toml", wards);
    let mut partners = copy.read("partners.toml");
    for at in 6..=257 {
        write!(partners, "\n[[partner]]\nid = \"o{at}\"\nname = \"Z{at:03}\"\nsection = \"1\"\nquote = \"plan\"\n")
            .expect("text");
    }
    copy.write("partners.toml", partners);
    let mut priorities = copy.read("priorities.toml");
    for at in 4..=65 {
        write!(
            priorities,
            "\n[[priority]]\nid = \"q{at}\"\nname = \"Priorities\"\nsection = \
             \"3-priorities\"\nshort = \"Q{at}\"\nplain = \"x\"\nlead = \"not stated\"\nachievements = \"none \
             reported\"\nactions = \"none reported\"\n"
        )
        .expect("text");
    }
    copy.write("priorities.toml", priorities);
    let list: Vec<String> = copy.load().problems.iter().map(ToString::to_string).collect();
    for says in ["there are 129 wards, but the explorer can count no more than 128", "257 partners", "65 priorities"] {
        assert_eq!(list.iter().filter(|it| it.contains(says)).count(), 1, "{says}: {list:#?}");
    }
}
