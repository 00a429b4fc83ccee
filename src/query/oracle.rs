//! For tests: a second engine, slow and plain, straight from the rules; and both engines on random plans and queries.

use super::fold::fold;
use super::sample::{Dice, aliases, empty_plan, entry, part, partner, priority, slug, source, ward};
use super::*;
use crate::plan::*;
use search::{finds, finds_in, help};

mod search;

/// Facets by number, in the order of [`passes`].
const FACETS: usize = 6;

/// Whether an entry passes each facet.
fn passes(plan: &Plan, query: &Query, entry: &Entry) -> [bool; FACETS] {
    let any_part = |role: &dyn Fn(Role) -> bool| {
        let parts: Vec<&Part> = entry.partners.iter().filter(|it| role(it.role)).collect();
        if query.partners.is_empty() {
            !query.lead_only || !parts.is_empty()
        } else {
            parts.iter().any(|it| query.partners.contains(&it.partner))
        }
    };
    [
        query.priorities.is_empty()
            || entry.priorities.is_empty()
            || entry.priorities.iter().any(|it| query.priorities.contains(it)),
        if query.lead_only { any_part(&|role| role == Role::Lead) } else { any_part(&|_| true) },
        query.wards.is_empty()
            || match &entry.coverage {
                Coverage::Area | Coverage::County => true,
                Coverage::Wards(wards) => wards.iter().any(|it| query.wards.contains(it)),
            },
        query.kinds.is_empty() || query.kinds.contains(&entry.kind),
        query.gaps.is_empty() || entry.gaps.iter().any(|it| query.gaps.contains(it)),
        fold(&query.words).is_empty() || finds(plan, query, entry),
    ]
}

/// What a query selects, and the counts: of every choice, the entries that pass all other facets and have it.
fn select(plan: &Plan, query: &Query) -> Selection {
    let passed: Vec<[bool; FACETS]> = plan.entries.iter().map(|entry| passes(plan, query, entry)).collect();
    let others = |facet: usize, choice: &Query| {
        let count = plan.entries.iter().zip(&passed).filter(|(entry, passed)| {
            let but_own = passed.iter().enumerate().all(|(at, passed)| at == facet || *passed);
            but_own && passes(plan, choice, entry)[facet]
        });
        u32::try_from(count.count()).unwrap()
    };
    let passing = |facet: usize| {
        let but_own = move |passed: &[bool; FACETS]| passed.iter().enumerate().all(|(at, it)| at == facet || *it);
        plan.entries.iter().zip(&passed).filter(move |(_, passed)| but_own(passed)).map(|(entry, _)| entry)
    };
    let own = |id: PriorityId| u32::try_from(passing(0).filter(|it| it.priorities.contains(&id)).count()).unwrap();
    let priorities = |gap: Gap| {
        let with_gap: Vec<_> = passing(4).filter(|it| it.gaps.contains(&gap)).collect();
        let is_of_any = |id: &PriorityId| with_gap.iter().any(|it| it.priorities.contains(id));
        u32::try_from(plan.priority_ids().filter(is_of_any).count()).unwrap()
    };
    let with = |choice: Choice| {
        let mut query = Query::default();
        query.toggle(choice);
        query
    };
    let partner = |id| Query { lead_only: query.lead_only, ..with(Choice::Partner(id)) };
    Selection {
        entries: plan.entry_ids().filter(|id| passed[id.index()] == [true; FACETS]).collect(),
        counts: FacetCounts {
            priorities: plan.priority_ids().map(own).collect(),
            partners: plan.partner_ids().map(|id| others(1, &partner(id))).collect(),
            wards: plan.ward_ids().map(|id| others(2, &with(Choice::Ward(id)))).collect(),
            kinds: Kind::ALL.map(|it| others(3, &with(Choice::Kind(it)))),
            gaps: Gap::ALL
                .map(|it| if it.is_of_priority() { priorities(it) } else { others(4, &with(Choice::Gap(it))) }),
        },
    }
}

/// What people say in everyday words: no text has them.
const SAYS: [&str; 4] = ["kids", "boy racers", "loud music", "robbed"];

/// Words such that no two of them make a third.
const WORDS: [&str; 16] = [
    "drug",
    "Drugs",
    "crime",
    "crimes",
    "patrol",
    "Park",
    "parks",
    "knife",
    "Youth",
    "café",
    "people’s",
    "ASB",
    "PSPO",
    "car-key",
    "Zoë",
    "the",
];

fn text(dice: &mut Dice, longest: usize) -> String {
    let words: Vec<&str> = (0..dice.roll(longest + 1)).map(|_| *dice.pick(&WORDS)).collect();
    words.join(" ")
}

fn ids(dice: &mut Dice, most: usize, of: usize) -> Vec<u16> {
    if of == 0 {
        return vec![];
    }
    (0..dice.roll(most + 1)).map(|_| u16::try_from(dice.roll(of)).unwrap()).collect()
}

fn random_plan(dice: &mut Dice) -> Plan {
    let mut plan = empty_plan();
    // Now and then as many as the sets can hold.
    let mut size = |usual: usize, most: usize| if dice.once_in(8) { most } else { dice.roll(usual + 1) };
    let (priorities, partners, wards) =
        (size(6, limits::PRIORITIES), size(70, limits::PARTNERS), size(10, limits::WARDS));
    for at in 0..priorities {
        let mut it = priority(&format!("p{at}"), &text(dice, 2), &text(dice, 1), &[]);
        it.aliases = aliases(&[&text(dice, 1)]);
        plan.priorities.push(it);
    }
    for at in 0..partners {
        plan.partners.push(partner(&format!("o{at}"), &text(dice, 1), "", &[&text(dice, 1)]));
    }
    for at in 0..wards {
        plan.wards.push(ward(&format!("w{at}"), &text(dice, 1)));
    }
    plan.footnotes = (0..2)
        .map(|at| Footnote { id: slug(&format!("f{at}")), mark: String::new(), source: source(&text(dice, 2)) })
        .collect();
    for (at, stands_for) in [Some("Park Crime Order"), None].into_iter().enumerate() {
        plan.glossary.push(Term {
            id: slug(&format!("t{at}")),
            term: (*dice.pick(&WORDS)).to_owned() + " patrol",
            stands_for: stands_for.map(str::to_owned),
            meaning: String::new(),
            also: vec!["PSPO".to_owned()],
        });
    }
    for _ in 0..dice.roll(4) {
        plan.contacts.push(Contact {
            id: slug("c"),
            name: text(dice, 3),
            when: text(dice, 3),
            phone: None,
            seen: None,
            link: None,
            priorities: vec![],
        });
    }
    for says in SAYS.into_iter().filter(|_| dice.once_in(2)).collect::<Vec<_>>() {
        plan.everyday.push(Everyday {
            says: vec![says.to_owned()],
            means: (0..dice.roll(3)).map(|_| text(dice, 2)).filter(|it| !it.is_empty()).collect(),
            priorities: ids(dice, 2, priorities).into_iter().map(PriorityId).collect(),
            contacts: ids(dice, 2, plan.contacts.len()).into_iter().map(ContactId).collect(),
        });
    }
    for at in 0..dice.roll(60) {
        let mut it = entry(&format!("e{at}"), *dice.pick(&Kind::ALL), &text(dice, 8), &ids(dice, 3, priorities));
        it.partners = ids(dice, 4, partners).into_iter().map(|id| part(id, dice.pick(&Role::WORDS).0)).collect();
        it.coverage = match dice.roll(3) {
            0 => Coverage::Area,
            1 => Coverage::County,
            _ => Coverage::Wards(ids(dice, 3, wards).into_iter().map(WardId).collect()),
        };
        it.gaps = Gap::ALL.into_iter().filter(|_| dice.once_in(4)).collect();
        it.plain = dice.once_in(2).then(|| text(dice, 4));
        it.footnotes = ids(dice, 1, 2).into_iter().map(FootnoteId).collect();
        plan.entries.push(it);
    }
    plan
}

/// A query of this plan, each facet chosen now and then.
pub(super) fn random_query(dice: &mut Dice, plan: &Plan) -> Query {
    let facet = |dice: &mut Dice, of: usize| if dice.once_in(3) { ids(dice, 3, of) } else { vec![] };
    let mut words = Vec::new();
    for _ in 0..(if dice.once_in(3) { 1 + dice.roll(2) } else { 0 }) {
        let word = if dice.once_in(5) {
            dice.pick(&SAYS).to_string()
        } else {
            fold(dice.pick::<&str>(&WORDS)).replace(' ', "-")
        };
        words.push(word[..=dice.roll(word.len())].trim_end_matches(['-', ' ']).to_owned());
    }
    Query {
        priorities: facet(dice, plan.priorities.len()).into_iter().map(PriorityId).collect(),
        partners: facet(dice, plan.partners.len()).into_iter().map(PartnerId).collect(),
        lead_only: dice.once_in(4),
        wards: facet(dice, plan.wards.len()).into_iter().map(WardId).collect(),
        kinds: facet(dice, 5).into_iter().map(|at| Kind::ALL[usize::from(at)]).collect(),
        gaps: facet(dice, 7).into_iter().map(|at| Gap::ALL[usize::from(at)]).collect(),
        words: words.join(" "),
        order: *dice.pick(&Order::ALL),
        view: *dice.pick(&View::ALL),
    }
}

#[test]
fn the_engine_agrees_with_the_plain_one() {
    let mut dice = Dice(0x5eed_0001);
    let (mut empty, mut some, mut told) = (0, 0, [0; 5]);
    for _ in 0..60 {
        let plan = random_plan(&mut dice);
        let engine = Engine::new(&Facts::of(&plan));
        for _ in 0..12 {
            let query = random_query(&mut dice, &plan);
            let (fast, slow) = (engine.select(&query), select(&plan, &query));
            assert_eq!(fast, slow, "{query:?}");
            assert_eq!(engine.count(&query), slow.entries.len(), "{query:?}");
            let found = engine.found(&query, &fast);
            assert_eq!(found.is_some(), !fold(&query.words).is_empty(), "{query:?}");
            if let Some(found) = found {
                let levels = slow.entries.iter().map(|id| finds_in(&plan, &query, plan.entry(*id)));
                let levels: Vec<usize> = levels.map(|it| it.iter().filter(|it| **it).count()).collect();
                let count = |level: usize| levels.iter().filter(|it| **it == level).count();
                assert_eq!(
                    [found.in_plan, found.in_ours, found.belonging],
                    [count(3), count(2), count(1)],
                    "{query:?}"
                );
                assert_eq!(found.help, help(&plan, &query), "{query:?}");
                told = [
                    told[0] + count(3),
                    told[1] + count(2),
                    told[2] + count(1),
                    told[3] + found.help.len(),
                    told[4] + found.everyday.len(),
                ];
            }
            if slow.entries.is_empty() { empty += 1 } else { some += 1 }
        }
    }
    assert!(empty > 50 && some > 50, "both kinds of result are tried: {empty} empty, {some} not");
    assert!(told.iter().all(|it| *it > 5), "all that is told apart is tried: {told:?}");
}

#[test]
fn a_count_is_what_choosing_gives() {
    let mut dice = Dice(0x5eed_0002);
    for _ in 0..40 {
        let plan = random_plan(&mut dice);
        let engine = Engine::new(&Facts::of(&plan));
        let query = random_query(&mut dice, &plan);
        let counts = engine.select(&query).counts;
        for id in plan.ward_ids() {
            let alone = Query { wards: [id].into(), ..query.clone() };
            assert_eq!(counts.wards[id.index()] as usize, engine.count(&alone), "{alone:?}");
        }
        for id in plan.partner_ids() {
            let alone = Query { partners: [id].into(), ..query.clone() };
            assert_eq!(counts.partners[id.index()] as usize, engine.count(&alone), "{alone:?}");
        }
        for (at, kind) in Kind::ALL.into_iter().enumerate() {
            let alone = Query { kinds: [kind].into(), ..query.clone() };
            assert_eq!(counts.kinds[at] as usize, engine.count(&alone), "{alone:?}");
        }
    }
}

#[test]
fn ways_out_of_an_empty_result_are_what_they_say() {
    let mut dice = Dice(0x5eed_0003);
    let mut ways = 0;
    for _ in 0..60 {
        let plan = random_plan(&mut dice);
        let engine = Engine::new(&Facts::of(&plan));
        for _ in 0..8 {
            let query = random_query(&mut dice, &plan);
            let relaxed = engine.relax(&query);
            assert!(relaxed.is_empty() || engine.count(&query) == 0);
            assert!(relaxed.is_sorted_by(|a, b| a.1 >= b.1), "most first");
            for choice in query.choices() {
                let results = engine.count(&query.without(&choice));
                let offered = relaxed.iter().find(|(other, _)| *other == choice).map(|it| it.1);
                let expected = (engine.count(&query) == 0 && results > 0).then_some(results);
                assert_eq!(offered, expected, "{choice:?} of {query:?}");
            }
            ways += relaxed.len();
        }
    }
    assert!(ways > 50, "{ways} ways were tried");
}

#[test]
fn groups_hold_the_selection_and_nothing_else() {
    let mut dice = Dice(0x5eed_0004);
    for _ in 0..200 {
        let plan = random_plan(&mut dice);
        let query = random_query(&mut dice, &plan);
        let facts = Facts::of(&plan);
        let selection = Engine::new(&facts).select(&query);
        let groups = groups(&facts, &selection, &query);
        let mut held: Vec<EntryId> = Vec::new();
        for group in &groups {
            assert!(!group.is_empty());
            for kind in Kind::ALL {
                let list = group.list(kind);
                for id in list {
                    let entry = plan.entry(*id);
                    assert_eq!(entry.kind, kind);
                    match group.priority {
                        Some(priority) => {
                            assert!(entry.priorities.contains(&priority));
                            assert!(query.priorities.is_empty() || query.priorities.contains(&priority));
                        }
                        None => assert!(entry.priorities.is_empty()),
                    }
                }
                let own = |id: &EntryId| match &plan.entry(*id).coverage {
                    Coverage::Wards(wards) => wards.iter().any(|it| query.wards.contains(it)),
                    _ => false,
                };
                assert!(list.is_sorted_by_key(|id| (!own(id), *id)), "own entries first, then the plan's order");
                held.extend(list);
            }
        }
        held.sort_unstable();
        held.dedup();
        assert_eq!(held, selection.entries);
        assert!(groups.iter().rev().skip(1).all(|it| it.priority.is_some()), "the whole plan comes last");
    }
}
