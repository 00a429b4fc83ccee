use super::*;
use crate::plan::{Gap, Kind, PartnerId, PriorityId, Slug, WardId};
use crate::query::facet::Choice;
use crate::query::oracle::random_query;
use crate::query::sample::{Dice, plan};

mod strangers;

fn facts() -> Facts {
    Facts::of(&plan())
}

fn searching(words: &str) -> Query {
    Query { words: words.to_owned(), ..Query::default() }
}

#[test]
fn addresses_are_as_documented() {
    let facts = facts();
    let all = Query {
        priorities: [PriorityId(1), PriorityId(0)].into(),
        partners: [PartnerId(1)].into(),
        lead_only: true,
        wards: [WardId(0)].into(),
        kinds: [Kind::Done, Kind::Promised].into(),
        gaps: [Gap::NoCounts].into(),
        words: "drug & “café”".to_owned(),
        order: Order::Plan,
        view: View::Figures,
    };
    let words = "drug%20%26%20%E2%80%9Ccaf%C3%A9%E2%80%9D";
    let params = format!(
        "priority=asb,county-lines&partner=police&role=lead&ward=castle&kind=promised,done&gap=counts&q={words}&order=plan&view=figures"
    );
    let fragment = format!(
        "priority:asb,county-lines;partner:police;role:lead;ward:castle;kind:promised,done;gap:counts;q:{words};order:plan;view:figures"
    );
    assert_eq!(to_params(&facts, &all), params);
    assert_eq!(to_fragment(&facts, &all), fragment);
    assert_eq!(from_params(&facts, &params), Parsed { query: all.clone(), dropped: vec![] });
    assert_eq!(from_fragment(&facts, &fragment), Parsed { query: all, dropped: vec![] });
    assert_eq!(to_params(&facts, &Query::default()), "");
    assert_eq!(to_fragment(&facts, &Query::default()), "");
    assert_eq!(from_params(&facts, ""), Parsed::default());
    let signs = to_fragment(&facts, &searching("; : , & = # % + /?"));
    assert_eq!(signs, "q:%3B%20%3A%20%2C%20%26%20%3D%20%23%20%25%20%2B%20%2F%3F");
}

#[test]
fn reading_is_forgiving() {
    let facts = facts();
    let expected = "priority=asb,county-lines&ward=castle&q=a%20b";
    for text in [
        "priority=asb,county-lines&ward=castle&q=a+b",
        "?priority=asb,county-lines&ward=castle&q=a%20b",
        "#priority=county-lines&priority=asb,asb&&ward=castle&q=++a++b+",
        "Priority=+ASB,%20County-Lines+,,&WARD=Castle&q=a%20b&utm_source=x&fbclid=1&gclid=2&msclkid=3&mc_cid=4&lang=cy",
        "priority=asb%2Ccounty-lines&ward=castle&q=a%09b&role=&order=alphabetical&view=explore",
    ] {
        let parsed = from_params(&facts, text);
        assert_eq!(to_params(&facts, &parsed.query), expected, "{text}");
        assert_eq!(parsed.dropped, [], "{text}");
    }
    let encoded_again = from_fragment(&facts, "priority%3Aasb%3Bq%3Aa%252Bb");
    assert_eq!(to_fragment(&facts, &encoded_again.query), "priority:asb;q:a%2Bb");
}

#[test]
fn what_cannot_be_read_is_left_out_and_noted() {
    use DroppedKind::{BadEncoding, TooLong, UnknownId, UnknownKey};
    let facts = facts();
    let long = "x".repeat(60);
    for (text, left, dropped) in [
        ("priority=asb,nosuch", "priority=asb", vec![(UnknownId, "nosuch")]),
        ("priority=nosuch,NoSuch&ward=nosuch", "", vec![(UnknownId, "nosuch")]),
        ("wards=castle&q=a", "q=a", vec![(UnknownKey, "wards")]),
        (
            "role=funder&order=up&view=map&kind=x&gap=y",
            "",
            vec![(UnknownId, "funder"), (UnknownId, "up"), (UnknownId, "map"), (UnknownId, "x"), (UnknownId, "y")],
        ),
        ("q=%E9&priority=asb", "priority=asb", vec![(BadEncoding, "q=%E9")]),
        ("q=%&ward=%zz&ward=%4", "", vec![(BadEncoding, "q=%"), (BadEncoding, "ward=%zz"), (BadEncoding, "ward=%4")]),
        ("ward=a%0Ab%E2%80%AEc", "", vec![(UnknownId, "abc")]),
        (&format!("ward={long}"), "", vec![(UnknownId, &long[..40])]),
        (&format!("q={long}+{long}"), &format!("q={long}%20{}", &long[..39]), vec![(TooLong, &long[..40])]),
    ] {
        let parsed = from_params(&facts, text);
        assert_eq!(to_params(&facts, &parsed.query), left, "{text}");
        let got: Vec<(DroppedKind, &str)> = parsed.dropped.iter().map(|it| (it.kind, it.text.as_str())).collect();
        assert_eq!(got, dropped, "{text}");
    }
}

#[test]
fn a_long_address_is_cut() {
    let facts = facts();
    let kinds =
        |text: &str| -> Vec<DroppedKind> { from_params(&facts, text).dropped.iter().map(|it| it.kind).collect() };
    for (text, left) in [
        (["q=", &"é".repeat(3000)].concat(), ["q=", &"%C3%A9".repeat(100)].concat()),
        // Signs and characters cut in two.
        (["q=+", &"%E2%82%AC".repeat(3000)].concat(), ["q=", &"%E2%82%AC".repeat(100)].concat()),
        (["priority=asb&ward=", &"x".repeat(1975), "&ward=castle"].concat(), "priority=asb".to_owned()),
        (
            ["gap=", &"counts,".repeat(282), "&ward=castle,mill,st-johns"].concat(),
            "ward=castle,mill&gap=counts".to_owned(),
        ),
    ] {
        assert_eq!(to_params(&facts, &from_params(&facts, &text).query), left);
        let noted = kinds(&text);
        assert!(noted.contains(&DroppedKind::TooLong) && !noted.contains(&DroppedKind::BadEncoding), "{noted:?}");
    }
}

#[test]
fn controls_stand_for_choices() {
    let facts = facts();
    let all = Query {
        priorities: facts.priority_ids().collect(),
        partners: facts.partner_ids().collect(),
        lead_only: true,
        wards: facts.ward_ids().collect(),
        kinds: Kind::ALL.into_iter().collect(),
        gaps: Gap::ALL.into_iter().collect(),
        ..Query::default()
    };
    for made in all.choices() {
        let (name, value) = control(&facts, &made).unwrap();
        assert_eq!(choice(&facts, name, value), Some(made), "{name}={value}");
        // A form that is sent without a program asks for the same.
        let parsed = from_params(&facts, &format!("{name}={value}"));
        assert_eq!(parsed.query.choices(), [choice(&facts, name, value).unwrap()]);
    }
    for (name, value) in [
        ("", ""),
        ("ward", ""),
        ("ward", "nosuch"),
        ("Ward", "castle"),
        ("role", "funder"),
        ("q", "a"),
        ("view", "text"),
    ] {
        assert_eq!(choice(&facts, name, value), None, "{name}={value}");
    }
    for none in [Choice::Words("a".to_owned()), Choice::Ward(WardId(99)), Choice::Partner(PartnerId(99))] {
        assert_eq!(control(&facts, &none), None, "{none:?}");
    }
}

#[test]
fn notes_are_one_sentence() {
    let facts = facts();
    for (text, expected) in [
        ("", None),
        ("ward=xx", Some("We left out part of the link, because this plan has nothing called “xx”.")),
        ("ward=xx&yy=1", Some("We left out part of the link, because this plan has nothing called “xx”.")),
        (
            "ward=xx&wrad=1",
            Some(
                "We left out part of the link, because this plan has nothing called “xx” and there is no choice called “wrad”.",
            ),
        ),
        (
            "ward=a,b,c",
            Some("We left out part of the link, because this plan has nothing called “a”, “b” or 1 other name."),
        ),
        (
            "ward=a,b,c,d",
            Some("We left out part of the link, because this plan has nothing called “a”, “b” or 2 other names."),
        ),
        ("ward=%zz", Some("We left out part of the link, because some of it could not be read.")),
        (
            "ward=a&q=%",
            Some(
                "We left out part of the link, because this plan has nothing called “a” and some of it could not be read.",
            ),
        ),
    ] {
        assert_eq!(note(&from_params(&facts, text).dropped).as_deref(), expected, "{text}");
    }
    let all = from_params(&facts, &["ward=a&q=%&ward=", &"x".repeat(3000)].concat());
    let sentence = "We left out part of the link, because this plan has nothing called “a”, some of it could not be read and it was too long.";
    assert_eq!(note(&all.dropped).as_deref(), Some(sentence));
}

#[test]
fn private_words_stay_out_of_the_address() {
    let facts = facts();
    for words in [
        "abuse",
        "help ABUSED",
        "domestic violence",
        "Domestic-Violence",
        "domesticviolence",
        "domestic viol",
        "“coercive” control",
        "co-ercive",
        "self-abuse",
        "àbuse",
        "a’buse",
        "domestic  vio lence",
    ] {
        let query = Query { order: Order::Plan, ..searching(words) };
        assert!(is_private(&facts, &query), "{words}");
        assert_eq!(to_params(&facts, &query), "order=plan", "{words}");
        assert_eq!(to_fragment(&facts, &query), "order:plan", "{words}");
    }
    for words in ["", "domestic", "violence", "disabuse", "abu", "a bus stop", "violence domestic", "domestic vile"] {
        assert!(!is_private(&facts, &searching(words)), "{words}");
        assert_eq!(from_params(&facts, &to_params(&facts, &searching(words))).query.words, words);
    }
    let chosen = Query { priorities: [PriorityId(2)].into(), ..searching("drop in") };
    assert!(is_private(&facts, &chosen));
    assert_eq!(to_params(&facts, &chosen), "priority=home&q=drop%20in", "the id tells nothing, so it may stay");
}

#[test]
fn routes_are_known() {
    for (fragment, route) in [
        ("", false),
        ("#", false),
        ("#plan=priority:asb", false),
        ("#news", false),
        ("#a=/b", false),
        ("#/", true),
        ("#/news?page=2", true),
        ("#!/news", true),
    ] {
        assert_eq!(is_route(fragment), route, "{fragment}");
    }
}

#[test]
fn only_our_key_of_a_fragment_changes() {
    for (whole, value, with, without) in [
        ("#a=1&plan=priority:asb;ward:castle&b", Some("priority:asb;ward:castle"), "#a=1&plan=V&b", "#a=1&b"),
        ("", None, "plan=V", ""),
        ("#", None, "#plan=V", "#"),
        ("#top", None, "#top&plan=V", "#top"),
        ("top", None, "top&plan=V", "top"),
        ("#plan", Some(""), "#plan=V", ""),
        ("#plan=", Some(""), "#plan=V", ""),
        ("#plan=x", Some("x"), "#plan=V", ""),
        ("#&&plan=x&", Some("x"), "#&&plan=V&", "#&&"),
        ("#plan=x&a=%zz&plan=y", Some("x"), "#plan=V&a=%zz", "#a=%zz"),
        ("#planner=1&myplan=2&PLAN=3", None, "#planner=1&myplan=2&PLAN=3&plan=V", "#planner=1&myplan=2&PLAN=3"),
        ("#plan=a=b", Some("a=b"), "#plan=V", ""),
        ("#é=ü&plan=x", Some("x"), "#é=ü&plan=V", "#é=ü"),
    ] {
        assert_eq!(fragment_key(whole, "plan").as_deref(), value, "{whole}");
        assert_eq!(with_fragment_key(whole, "plan", Some("V")), with, "{whole}");
        assert_eq!(with_fragment_key(whole, "plan", None), without, "{whole}");
        assert_eq!(with_fragment_key(whole, "plan", Some("")), without, "{whole}");
    }
}

/// Words with signs of every kind, as [`search::tidy`] leaves them.
fn random_words(dice: &mut Dice) -> String {
    let signs: Vec<char> = "ab zZ09;:,&=#%+?/'\"\\<>-_.~“é’ß😀\u{301}\u{1}\u{202e}日".chars().collect();
    let text: String = (0..dice.roll(120)).map(|_| *dice.pick(&signs)).collect();
    search::tidy(&text)
}

/// What leads to the list is the list, whether an address says so or not.
fn as_list(query: &Query) -> Query {
    Query { view: if query.stage() == Stage::List { View::List } else { query.view }, ..query.clone() }
}

#[test]
fn what_is_written_is_read_again() {
    let (plan, facts) = (plan(), facts());
    let mut dice = Dice(0x11ab);
    for _ in 0..20_000 {
        let mut query = random_query(&mut dice, &plan);
        if dice.once_in(2) {
            query.words = random_words(&mut dice);
        }
        assert!(!is_private(&facts, &searching(&query.words)));
        let (params, fragment) = (to_params(&facts, &query), to_fragment(&facts, &query));
        assert!(!fragment.contains(['&', '#', '=', ' ']), "{fragment}");
        for (text, parsed) in [(&params, from_params(&facts, &params)), (&fragment, from_fragment(&facts, &fragment))] {
            assert!(parsed.dropped.is_empty(), "{text}");
            assert_eq!(parsed.query.stage(), query.stage(), "{text}");
            assert_eq!(as_list(&parsed.query), as_list(&query), "{text}");
        }
        let whole = with_fragment_key("#a=1&b", "plan", Some(&fragment));
        assert_eq!(fragment_key(&whole, "plan").unwrap_or_default(), fragment);
    }
}

/// A link with random harm done to it.
fn harmed(dice: &mut Dice, text: &str) -> String {
    let pieces = [
        "%", "%2", "%zz", "%FF", "%00", "&", "=", ";", ":", ",", "?", "#", "+", "é", "😀", "\u{0}", "priority", "q=",
        "q:", "ward", "nosuch", "utm_x=1",
    ];
    let mut chars: Vec<char> = text.chars().collect();
    for _ in 0..=dice.roll(6) {
        let at = dice.roll(chars.len() + 1);
        match dice.roll(4) {
            0 => drop(chars.splice(at..at, dice.pick(&pieces).chars()).collect::<Vec<_>>()),
            1 if at < chars.len() => drop(chars.remove(at)),
            2 => chars.truncate(at),
            _ => {
                let copy: Vec<char> = chars[at..].to_vec();
                chars.extend(copy.into_iter().take(if dice.once_in(50) { 3000 } else { 30 }));
            }
        }
    }
    chars.into_iter().collect()
}

#[test]
fn no_address_fails_and_what_is_read_is_stable() {
    let (plan, facts) = (plan(), facts());
    let mut dice = Dice(0xbad_11ac);
    for turn in 0..120_000 {
        let text = if turn % 3 == 0 {
            (0..dice.roll(80))
                .map(|_| char::from_u32(u32::try_from(dice.roll(0x2100)).unwrap()).unwrap_or('%'))
                .collect()
        } else {
            let query = random_query(&mut dice, &plan);
            let whole = if turn % 2 == 0 { to_params(&facts, &query) } else { to_fragment(&facts, &query) };
            harmed(&mut dice, &whole)
        };
        for (from, to) in [
            (from_params as fn(&Facts, &str) -> Parsed, to_params as fn(&Facts, &Query) -> String),
            (from_fragment, to_fragment),
        ] {
            let read = from(&facts, &text);
            for it in &read.dropped {
                assert!(it.text.chars().count() <= 40 && !it.text.contains(char::is_control), "{text:?}");
            }
            assert_eq!(note(&read.dropped).is_some(), !read.dropped.is_empty());
            let again = from(&facts, &to(&facts, &read.query));
            assert_eq!(again.dropped, [], "{text:?}");
            if !is_private(&facts, &searching(&read.query.words)) {
                assert_eq!(as_list(&again.query), as_list(&read.query), "{text:?}");
            }
        }
        let with = with_fragment_key(&text, "plan", Some("v"));
        assert_eq!(fragment_key(&with, "plan").as_deref(), Some("v"));
        assert_eq!(fragment_key(&with_fragment_key(&text, "plan", None), "plan"), None);
    }
}

#[test]
fn links_of_an_earlier_edition_lead_to_what_became_of_it() {
    let mut older = plan();
    let mut newer = plan();
    // County lines became one with what was there; domestic abuse was dropped; the police go by another id.
    newer.lineage.formerly = vec![(newer.priorities[0].id.clone(), vec![newer.priorities[1].id.clone()])];
    let gone = newer.priorities.remove(2).id;
    newer.priorities.remove(1);
    newer.entries.clear();
    let kept = newer.priorities[0].id.clone();
    older.edition.year = 2020;
    let merged = older.priorities[1].id.clone();
    let facts = Facts::of_the_first(&[newer.clone(), older]).expect("there are editions");
    let asked = |id: &Slug| from_params(&facts, &format!("priority={id}"));
    let parsed = asked(&merged);
    assert_eq!(to_params(&facts, &parsed.query), format!("priority={kept}"));
    let expected = format!("The link is from an earlier edition: “{merged}” is now “{}”.", newer.priorities[0].short);
    assert_eq!(note(&parsed.dropped), Some(expected));
    let parsed = asked(&gone);
    assert_eq!(parsed.query.view, View::Changes);
    let expected = format!("The link is from an earlier edition: this edition has no “{gone}” any more.");
    assert_eq!(note(&parsed.dropped), Some(expected));
    // What no edition ever had is left out as before.
    let parsed = from_params(&facts, "priority=nothing,asb");
    assert_eq!(
        note(&parsed.dropped).as_deref(),
        Some("We left out part of the link, because this plan has nothing called “nothing”.")
    );
    // Once it is read, the address is that of this edition: nothing is said a second time.
    let again = from_params(&facts, &to_params(&facts, &asked(&merged).query));
    assert_eq!(again.dropped, []);
}
