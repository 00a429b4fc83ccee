//! What a search found, told apart, on the plan made by hand.

use super::*;

#[test]
fn what_was_found_is_told_apart() {
    let mut plan = plan();
    let everyday = |says: &str, means: &[&str], priorities: &[u16], contacts: &[u16]| Everyday {
        says: vec![says.to_owned()],
        means: means.iter().map(|it| (*it).to_owned()).collect(),
        priorities: priorities.iter().copied().map(PriorityId).collect(),
        contacts: contacts.iter().copied().map(ContactId).collect(),
    };
    plan.everyday = vec![
        everyday("teenagers", &["youth club"], &[], &[]),
        everyday("robbed", &["Key safes"], &[3], &[1]),
        everyday("boy racers", &[], &[], &[0]),
        everyday("bins", &[], &[], &[]),
    ];
    let contact = |name: &str, phone: Option<&str>| Contact {
        id: sample::slug("c"),
        name: name.to_owned(),
        when: "To report a crime.".to_owned(),
        phone: phone.map(str::to_owned),
        seen: None,
        link: None,
        priorities: vec![],
    };
    plan.contacts = vec![contact("Police line", Some("101")), contact("Victim help", Some("01632 960 001"))];
    let facts = Facts::of(&plan);
    let engine = Engine::new(&facts);
    for (text, [in_plan, in_ours, belonging], belongs, everyday, help, meant) in [
        ("patrols", [1, 0, 0], vec![], vec![], vec![], None),
        ("patrol", [1, 0, 0], vec![], vec![], vec![], None),
        ("what is the council doing about patrols", [1, 0, 0], vec![], vec![], vec![], None),
        // In our words beside the plan's, and in a fact that is not the plan's.
        ("people", [0, 1, 0], vec![], vec![], vec![], None),
        ("camera", [0, 1, 0], vec![], vec![], vec![], None),
        // What the letters stand for is ours.
        ("protection", [0, 1, 0], vec![], vec![], vec![], None),
        (
            "nuisance neighbour",
            [0, 0, 4],
            vec!["Anti-social behaviour, as nuisance neighbours, ours"],
            vec![],
            vec![],
            None,
        ),
        ("asb", [0, 0, 4], vec!["Anti-social behaviour, as Anti-Social Behaviour (ASB)"], vec![], vec![], None),
        ("sampleshire", [0, 0, 2], vec!["Police, as Sampleshire Police"], vec![], vec![], None),
        ("police", [0, 0, 2], vec!["Police, as Police"], vec![], vec![0], None),
        ("st johns", [0, 0, 1], vec!["St John’s, as St John’s"], vec![], vec![], None),
        // Both: one word in the plan's words, the other in a name.
        ("drug police", [0, 0, 1], vec!["Police, as Police"], vec![], vec![], None),
        // Everyday words.
        ("teenagers", [1, 0, 0], vec![], vec!["teenagers: youth club"], vec![], None),
        ("teenager", [1, 0, 0], vec![], vec!["teenagers: youth club"], vec![], None),
        ("teena", [1, 0, 0], vec![], vec!["teenagers: youth club"], vec![], None),
        ("robbed", [1, 0, 0], vec![], vec!["robbed: Key safes"], vec![1], None),
        ("boy racers", [0, 0, 0], vec![], vec![], vec![0], None),
        ("racers boy", [0, 0, 0], vec![], vec![], vec![0], None),
        ("boy", [0, 0, 0], vec![], vec![], vec![], None),
        ("bins", [0, 0, 0], vec![], vec!["bins: nothing"], vec![], None),
        ("bin", [0, 0, 0], vec![], vec!["bins: nothing"], vec![], None),
        // Numbers.
        ("101", [0, 0, 0], vec![], vec![], vec![0], None),
        ("01632 960001", [0, 0, 0], vec![], vec![], vec![1], None),
        ("01632 960 001", [0, 0, 0], vec![], vec![], vec![1], None),
        ("01632960001", [0, 0, 0], vec![], vec![], vec![1], None),
        ("crime", [0, 0, 0], vec![], vec![], vec![0, 1], None),
        // One typing error.
        ("patrl", [0, 0, 0], vec![], vec![], vec![], None),
        ("patrosl", [0, 0, 0], vec![], vec![], vec![], Some("patrols")),
        ("the patrosl, please", [0, 0, 0], vec![], vec![], vec![], Some("the patrols, please")),
        ("drug polise", [0, 0, 0], vec![], vec![], vec![], Some("drug police")),
        ("ptrosl", [0, 0, 0], vec![], vec![], vec![], None),
        ("drag", [0, 0, 0], vec![], vec![], vec![], Some("drug")),
        ("dru patrosl", [0, 0, 0], vec![], vec![], vec![], None),
        ("acb", [0, 0, 0], vec![], vec![], vec![], None),
    ] {
        let query = query(&[words(text)]);
        let found = engine.found(&query, &engine.select(&query)).unwrap();
        assert_eq!([found.in_plan, found.in_ours, found.belonging], [in_plan, in_ours, belonging], "{text}");
        let named = found.belongs.iter().map(|it| {
            [choice_label(&facts, &it.choice).as_str(), ", as ", &it.name, if it.ours { ", ours" } else { "" }].concat()
        });
        assert_eq!(named.collect::<Vec<_>>(), belongs, "{text}");
        let meant_by = found.everyday.iter().map(|it| {
            let means = if it.nothing { "nothing".to_owned() } else { it.means.join(" or ") };
            [it.says.as_str(), ": ", &means].concat()
        });
        assert_eq!(meant_by.collect::<Vec<_>>(), everyday, "{text}");
        assert_eq!(found.help.iter().map(|it| it.0).collect::<Vec<_>>(), help, "{text}");
        assert_eq!(found.meant.as_ref().map(|it| it.0.as_str()), meant, "{text}");
        if let Some((words, count)) = found.meant {
            assert_eq!(engine.count(&Query { words, ..Query::default() }), count, "{text}");
        }
    }
    let none = Query::default();
    assert_eq!(engine.found(&none, &engine.select(&none)), None);
    // Of what the other choices leave.
    let narrowed = query(&[words("teenagers"), MILL]);
    let found = engine.found(&narrowed, &engine.select(&narrowed)).unwrap();
    assert_eq!(found.in_plan, 0);
}
