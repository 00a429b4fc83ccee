//! For tests: every rule of the filter on the plan made by hand.

use super::sample::{at, entry, places, plan};
use super::{Tally, *};
use crate::plan::*;

mod found;

fn query(choices: &[Choice]) -> Query {
    let mut query = Query::default();
    for choice in choices {
        query.toggle(choice.clone());
    }
    query
}

const ASB: Choice = Choice::Priority(PriorityId(0));
const LINES: Choice = Choice::Priority(PriorityId(1));
const HOME: Choice = Choice::Priority(PriorityId(2));
const COUNCIL: Choice = Choice::Partner(PartnerId(0));
const POLICE: Choice = Choice::Partner(PartnerId(1));
const CASTLE: Choice = Choice::Ward(WardId(0));
const MILL: Choice = Choice::Ward(WardId(1));

fn words(text: &str) -> Choice {
    Choice::Words(text.to_owned())
}

#[test]
fn facets_narrow_and_choices_widen() {
    let engine = Engine::new(&Facts::of(&plan()));
    let everything: Vec<usize> = (0..9).collect();
    for (why, choices, expected) in [
        ("nothing chosen", vec![], everything.clone()),
        (
            "a priority, with what belongs to the whole plan",
            vec![ASB],
            vec![at::PATROLS, at::PSPO, at::CASTLE, at::STRATEGY, at::LOCAL],
        ),
        ("either priority", vec![LINES, HOME], vec![at::PSPO, at::HELP, at::DRUGS, at::REPORTS, at::STRATEGY]),
        ("a partner in any part", vec![COUNCIL], vec![at::PATROLS, at::PSPO]),
        ("either partner", vec![COUNCIL, POLICE], vec![at::PATROLS, at::PSPO, at::DRUGS]),
        ("a partner that leads", vec![COUNCIL, Choice::LeadOnly], vec![at::PSPO]),
        ("any partner that leads", vec![Choice::LeadOnly], vec![at::PATROLS, at::PSPO]),
        (
            "a ward keeps what applies everywhere",
            vec![CASTLE],
            vec![at::PATROLS, at::PSPO, at::HELP, at::DRUGS, at::CASTLE, at::REPORTS, at::STRATEGY, at::LOCAL],
        ),
        ("two wards keep the entries of both", vec![CASTLE, MILL], everything.clone()),
        (
            "one of an entry's wards is enough",
            vec![Choice::Ward(WardId(2)), Choice::Kind(Kind::Done)],
            vec![at::DRUGS, at::MILL],
        ),
        ("a kind", vec![Choice::Kind(Kind::Done)], vec![at::DRUGS, at::CASTLE, at::MILL]),
        ("either kind", vec![Choice::Kind(Kind::Strategy), Choice::Kind(Kind::Local)], vec![at::STRATEGY, at::LOCAL]),
        ("a gap", vec![Choice::Gap(Gap::SuccessNotSet)], vec![at::PATROLS, at::HELP]),
        ("either gap", vec![Choice::Gap(Gap::LeadNotStated), Choice::Gap(Gap::NoCounts)], vec![at::HELP, at::REPORTS]),
        ("priority and kind", vec![ASB, Choice::Kind(Kind::Done)], vec![at::CASTLE]),
        (
            "priority, partner, ward, kind, gap and words",
            vec![ASB, POLICE, CASTLE, Choice::Kind(Kind::Promised), Choice::Gap(Gap::SuccessNotSet), words("patrol")],
            vec![at::PATROLS],
        ),
        ("words alone", vec![words("patrol")], vec![at::PATROLS]),
        ("words of signs filter nothing", vec![], everything),
        ("an id that the plan does not have", vec![Choice::Ward(WardId(99)), Choice::Kind(Kind::Local)], vec![]),
    ] {
        assert_eq!(places(&engine.select(&query(&choices)).entries), expected, "{why}");
    }
}

#[test]
fn counts_leave_their_own_facet_open() {
    let engine = Engine::new(&Facts::of(&plan()));
    let counts = |choices: &[Choice]| engine.select(&query(choices)).counts;
    let all = counts(&[]);
    assert_eq!(all.priorities, [4, 2, 2, 1], "what belongs to the whole plan counts for none");
    assert_eq!(all.partners, [2, 2, 1]);
    assert_eq!(all.wards, [8, 7, 7], "what applies everywhere counts for each");
    assert_eq!(all.kinds, [3, 3, 1, 1, 1]);
    assert_eq!(all.gaps, [1, 0, 2, 1, 0, 1, 1, 0], "in the order of the page");
    let asb = counts(&[ASB]);
    assert_eq!(asb.priorities, all.priorities, "choosing one leaves the others' counts as they were");
    assert_eq!(asb.kinds, [2, 1, 0, 1, 1]);
    assert_eq!(counts(&[ASB, Choice::Kind(Kind::Done)]).priorities, [1, 1, 0, 1]);
    assert_eq!(counts(&[ASB, Choice::Kind(Kind::Done)]).kinds, asb.kinds);
    assert_eq!(counts(&[Choice::LeadOnly]).partners, [1, 1, 0], "of leads only");
    assert_eq!(counts(&[POLICE, words("drug")]).partners, [0, 1, 0]);
    assert_eq!(
        counts(&[words("nowhere")]),
        FacetCounts { priorities: vec![0; 4], partners: vec![0; 3], wards: vec![0; 3], ..FacetCounts::default() }
    );
}

#[test]
fn an_empty_result_offers_ways_out() {
    let engine = Engine::new(&Facts::of(&plan()));
    let dead_end = query(&[HOME, POLICE, words("drug")]);
    assert_eq!(engine.relax(&dead_end), [(HOME, 1)]);
    let kind = Choice::Kind(Kind::Local);
    let dead_end = query(&[MILL, kind.clone()]);
    assert_eq!(engine.relax(&dead_end), [(kind, 7), (MILL, 1)], "most first");
    assert_eq!(engine.relax(&query(&[ASB])), [], "not where there are results");
    assert_eq!(engine.relax(&query(&[words("nowhere")])), [(words("nowhere"), 9)]);
    assert_eq!(
        engine.relax(&query(&[words("nowhere"), MILL, Choice::Kind(Kind::Local)])),
        [],
        "one step is not enough"
    );
}

#[test]
fn groups_follow_the_priorities() {
    let facts = Facts::of(&plan());
    let engine = Engine::new(&facts);
    let shown = |choices: &[Choice], order: Order| {
        let query = Query { order, ..query(choices) };
        let groups = groups(&facts, &engine.select(&query), &query);
        groups.iter().map(|it| (it.priority.map(|id| id.0), it.len())).collect::<Vec<_>>()
    };
    let by_name = [(Some(0), 4), (Some(3), 1), (Some(1), 2), (Some(2), 2), (None, 1)];
    assert_eq!(
        shown(&[], Order::Alphabetical),
        by_name,
        "Anti-social, Burglary, County lines, Domestic; the whole plan last"
    );
    let as_planned = [(Some(0), 4), (Some(1), 2), (Some(2), 2), (Some(3), 1), (None, 1)];
    assert_eq!(shown(&[], Order::Plan), as_planned);
    assert_eq!(shown(&[LINES], Order::Plan), [(Some(1), 2), (None, 1)], "chosen ones only, though an entry has two");
    assert_eq!(shown(&[LINES, ASB, Choice::Kind(Kind::Done)], Order::Plan), [(Some(0), 1), (Some(1), 1)]);
    assert_eq!(shown(&[words("nowhere")], Order::Plan), []);
}

#[test]
fn a_wards_own_entries_come_first() {
    let mut plan = plan();
    let mut late = entry("late", Kind::Done, "Late.", &[0]);
    plan.entries.push(late.clone());
    late.id = sample::slug("later");
    late.coverage = Coverage::Wards(vec![WardId(0), WardId(1)]);
    plan.entries.push(late);
    let facts = Facts::of(&plan);
    let engine = Engine::new(&facts);
    let done = |choices: &[Choice]| {
        let query = query(choices);
        places(&groups(&facts, &engine.select(&query), &query)[0].done)
    };
    assert_eq!(done(&[ASB]), [at::CASTLE, 9, 10]);
    assert_eq!(done(&[ASB, CASTLE]), [at::CASTLE, 10, 9]);
    assert_eq!(done(&[ASB, MILL]), [10, 9]);
}

#[test]
fn an_entry_stands_once_in_a_group() {
    let mut plan = plan();
    plan.entries[at::DRUGS].priorities = vec![PriorityId(1), PriorityId(1)];
    let query = query(&[LINES, Choice::Kind(Kind::Done)]);
    let facts = Facts::of(&plan);
    let groups = groups(&facts, &Engine::new(&facts).select(&query), &query);
    assert_eq!(places(&groups[0].done), [at::DRUGS]);
}

#[test]
fn words_find_entries() {
    let engine = Engine::new(&Facts::of(&plan()));
    let asb = vec![at::PATROLS, at::PSPO, at::CASTLE, at::LOCAL];
    for (text, expected) in [
        // Beginnings of words, every word, in any order.
        ("patr", vec![at::PATROLS]),
        ("atrols", vec![]),
        ("town more", vec![at::PATROLS]),
        ("town nowhere", vec![]),
        ("funding 196000", vec![at::DRUGS]),
        ("£196,000", vec![at::DRUGS]),
        ("6%", vec![at::REPORTS]),
        // Case, accents, apostrophes, in either of text and search.
        ("CAFE", vec![at::HELP]),
        ("cafe\u{301}", vec![at::HELP]),
        ("naive zoe's", vec![at::REPORTS]),
        ("NAÏVE ZOËS", vec![at::REPORTS]),
        ("towns", vec![at::PATROLS]),
        ("town's", vec![at::PATROLS]),
        ("town`s", vec![at::PATROLS]),
        ("victims' families", vec![at::MILL]),
        ("st johns", vec![at::MILL]),
        ("st john's", vec![at::MILL]),
        // Three spellings.
        ("anti-social", asb.clone()),
        ("antisocial", asb.clone()),
        ("anti social", asb.clone()),
        ("anti‑soc", asb.clone()),
        ("Anti-Social Behaviour", asb.clone()),
        ("antisocial behav", asb.clone()),
        ("asb", asb.clone()),
        ("nuisance", asb.clone()),
        ("anti knife", vec![]),
        ("reopened", vec![at::HELP]),
        ("re-opened", vec![at::HELP]),
        ("re opened", vec![at::HELP]),
        ("hotspot", vec![at::PATROLS, at::CASTLE]),
        ("hot-spot", vec![at::PATROLS, at::CASTLE]),
        ("hot spot", vec![at::PATROLS, at::CASTLE]),
        ("well being", vec![at::STRATEGY]),
        ("well-being", vec![at::STRATEGY]),
        ("drop in", vec![at::HELP]),
        ("dropin", vec![at::HELP]),
        // Other names.
        ("burglaries", vec![at::MILL]),
        ("burglary", vec![at::MILL]),
        ("sbc", vec![at::PATROLS, at::PSPO]),
        ("policing team", vec![at::PATROLS, at::DRUGS]),
        ("fars", vec![at::CASTLE]),
        ("castle", vec![at::CASTLE, at::LOCAL]),
        ("domestic violence", vec![at::HELP, at::REPORTS]),
        ("market", vec![at::LOCAL]),
        ("cuckooing", vec![at::DRUGS]),
        // Abbreviations and what they stand for.
        ("psp", vec![at::PSPO]),
        ("pspo", vec![at::PSPO]),
        ("pspos", vec![at::PSPO]),
        ("public space protection", vec![at::PSPO]),
        ("marac", vec![]),
        // Nothing to search for.
        ("–", (0..9).collect()),
        ("", (0..9).collect()),
    ] {
        let query = Query { words: text.to_owned(), ..Query::default() };
        assert_eq!(places(&engine.select(&query).entries), expected, "{text}");
    }
}

#[test]
fn terms_are_found_however_the_text_names_them() {
    for words in ["A PSPO.", "Two PSPOs", "the public space protection order", "a space-order"] {
        let mut plan = plan();
        plan.entries = vec![entry("one", Kind::Done, words, &[])];
        let engine = Engine::new(&Facts::of(&plan));
        for text in ["pspo", "protection order", "space order"] {
            let query = Query { words: text.to_owned(), ..Query::default() };
            assert_eq!(engine.count(&query), 1, "{text} in {words}");
        }
    }
}

#[test]
fn the_filter_in_words() {
    let facts = Facts::of(&plan());
    for (choices, described, announced) in [
        (vec![], "", "All 14 statements."),
        (vec![ASB, CASTLE], "Anti-social behaviour · Castle", "14 statements for Anti-social behaviour, Castle."),
        (
            vec![ASB, POLICE, Choice::LeadOnly, CASTLE, words("drug")],
            "Anti-social behaviour · Police (lead) · Castle · “drug”",
            "14 statements for Anti-social behaviour, Police (lead), Castle, “drug”.",
        ),
        (
            vec![ASB, LINES],
            "Anti-social behaviour or County lines",
            "14 statements for Anti-social behaviour or County lines.",
        ),
        (vec![Choice::LeadOnly], "Lead partners only", "14 statements for Lead partners only."),
        (
            vec![Choice::Kind(Kind::Done), Choice::Gap(Gap::NoCounts)],
            "Reported as done · No counts published",
            "14 statements for Reported as done, No counts published.",
        ),
        (vec![Choice::Ward(WardId(99))], "", "14 statements."),
    ] {
        let query = query(&choices);
        assert_eq!(describe(&facts, &query), described);
        assert_eq!(announce(&facts, Tally { statements: 14, ..Tally::default() }, &query), announced);
    }
    let found = |statements| Tally { statements, ..Tally::default() };
    assert_eq!(announce(&facts, found(1), &query(&[ASB])), "1 statement for Anti-social behaviour.");
    assert_eq!(announce(&facts, found(0), &query(&[ASB])), "No results for Anti-social behaviour.");
    assert_eq!(announce(&facts, found(1234), &query(&[])), "All 1,234 statements.");
    assert_eq!(announce(&facts, found(1), &query(&[])), "1 statement.");
    assert_eq!(announce(&facts, found(0), &query(&[])), "No results.");
}

#[test]
fn what_belongs_to_the_whole_plan_is_counted_apart_where_priorities_are_chosen() {
    let facts = Facts::of(&plan());
    let engine = Engine::new(&facts);
    let found = |choices: &[Choice]| {
        let query = query(choices);
        Tally::of(&facts, &engine.select(&query).entries, &query)
    };
    assert_eq!(found(&[]), Tally { statements: 9, ..Tally::default() });
    assert_eq!(found(&[ASB]), Tally { statements: 4, of_whole_plan: 0, strategies_of_whole_plan: 1 });
    assert_eq!(found(&[CASTLE]), Tally { statements: 8, ..Tally::default() });
    let strategies = [ASB, Choice::Kind(Kind::Strategy)];
    assert_eq!(found(&strategies), Tally { statements: 0, of_whole_plan: 0, strategies_of_whole_plan: 1 });
}

#[test]
fn gaps_count_what_they_name() {
    let mut plan = plan();
    // Two actions of one priority without achievements, and one that is of two such priorities.
    for (at, priorities) in [(at::PATROLS, vec![0]), (at::PSPO, vec![0]), (at::HELP, vec![0, 2])] {
        plan.entries[at].priorities = priorities.into_iter().map(PriorityId).collect();
        plan.entries[at].gaps = vec![Gap::NothingReported, Gap::SuccessNotSet];
    }
    let engine = Engine::new(&Facts::of(&plan));
    let count = |choices: &[Choice], gap| engine.select(&query(choices)).counts.of(&Choice::Gap(gap));
    assert_eq!(count(&[], Gap::NothingReported), 2, "priorities, not their entries");
    assert_eq!(count(&[words("patrols")], Gap::NothingReported), 1);
    assert_eq!(count(&[], Gap::SuccessNotSet), 3, "actions");
}
