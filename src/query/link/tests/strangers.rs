//! What others put into an address, and what they do to one.

use super::*;

#[test]
fn what_is_said_to_others_is_passed_over() {
    let facts = facts();
    let long = ["_gl=", &"1*abc*_ga*".repeat(400)].concat();
    for others in [
        "_gl=1*1x2y3z*_up*MQ..",
        "gbraid=0AAAA&wbraid=1",
        "srsltid=AfmBOo",
        "mtm_campaign=spring&mtm_kwd=ward",
        "__cf_chl_tk=a.b-c",
        "utm_source=priority&utm_id=1&fbclid=1&gclid=2&msclkid=3&mc_cid=4&lang=cy",
        "p=12&s=crime&id=7&map=1&page=2&tab=3&cat=4&x=5&k=6",
        "colour=red",
        "=red",
        "red",
        "utm_campaign=caf%E9&x=%zz&%zz=1",
        "wär=1&日=2",
        &long,
    ] {
        for text in [[others, "&ward=castle"].concat(), ["ward=castle&", others].concat()] {
            let parsed = from_params(&facts, &text);
            assert_eq!((to_params(&facts, &parsed.query).as_str(), parsed.dropped), ("ward=castle", vec![]), "{text}");
        }
    }
}

#[test]
fn a_misspelt_key_is_noted() {
    let facts = facts();
    for (key, noted) in [
        ("wards", true),
        ("Wards", true),
        ("waard", true),
        ("wrad", true),
        ("prority", true),
        ("prioritys", true),
        ("partners", true),
        ("gaps", true),
        ("oder", true),
        ("wrd1", false),
        ("war", false),
        ("map", false),
        ("word-count", false),
    ] {
        let dropped = from_params(&facts, &[key, "=castle"].concat()).dropped;
        let expected = Dropped { kind: DroppedKind::UnknownKey, text: key.to_ascii_lowercase() };
        assert_eq!(dropped, if noted { vec![expected] } else { vec![] }, "{key}");
    }
}

#[test]
fn links_are_read_as_mail_programs_mangle_them() {
    let facts = facts();
    let expected = "priority=asb,county-lines&ward=castle";
    for text in [
        "priority=asb,county-lines&amp;ward=castle",
        "?priority=asb,county-lines&amp;amp;ward=castle&amp;utm_source=mail",
        "amp;ward=castle&amp;priority=county-lines&amp;priority=asb",
        "priority=asb,county-lines&ward=castle.",
        "priority=asb,county-lines&ward=castle,",
        "priority=asb,county-lines&ward=castle)",
        "priority=asb,county-lines&ward=castle).",
        "priority=asb,county-lines&ward=castle%22",
        "priority=asb,county-lines&ward=castle%22%3E",
        "priority=asb,county-lines&ward=castle]",
        "priority=asb,county-lines&ward=castle%E2%80%9D.",
        "priority=asb,county-lines&ward=castle%E2%80%99",
        "priority=asb,county-lines&ward=castle'",
        "priority=asb,county-lines&ward=castle%3B",
        "priority=asb,county-lines&ward=castle%20)",
        "priority=asb,county-lines&ward=castle**",
        "priority=asb,county-lines&ward=castle&view=explore!",
        "priority=asb,county-lines&ward=castle&",
        "priority=asb,county-lines&ward=castle&amp;",
    ] {
        let parsed = from_params(&facts, text);
        assert_eq!((to_params(&facts, &parsed.query).as_str(), parsed.dropped), (expected, vec![]), "{text}");
    }
    for text in [
        "priority:asb,county-lines;ward:castle.",
        "priority:asb,county-lines;ward:castle)",
        "priority%3Aasb,county-lines%3Bward%3Acastle%22",
    ] {
        let parsed = from_fragment(&facts, text);
        assert_eq!((to_params(&facts, &parsed.query).as_str(), parsed.dropped), (expected, vec![]), "{text}");
    }
    let searched = from_params(&facts, "q=drug).");
    assert_eq!(searched.dropped, []);
    assert_eq!(search::Words::new(&searched.query.words), search::Words::new("drug"));
    let whole = "#a=1&amp;plan=ward:castle&amp;b";
    assert_eq!(fragment_key(whole, "plan").as_deref(), Some("ward:castle"));
    assert_eq!(with_fragment_key(whole, "plan", Some("V")), "#a=1&plan=V&amp;b");
}
