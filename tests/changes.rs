//! What changed from one edition to the next, on the invented council's three: every kind of change is told, and nothing else.

#![expect(clippy::expect_used, reason = "a test that cannot go on says so and fails")]

#[path = "reading/years.rs"]
mod years;

use plan_explorer::changes::{Changes, Editions, Subject, Way, compare, reported, reports};
use plan_explorer::plan::{Gap, Kind, Lineage, Plan, PriorityId, Slug};
use years::years;

fn slug(id: &str) -> Slug {
    Slug::new(id).expect("it is an id")
}

/// The changes in short: `new theft-quay`, `altered noise`, `merged boats+bicycles>outdoor-theft`.
fn in_short(changes: &Changes<'_>, subject: Subject) -> Vec<String> {
    let of_subject = changes.list.iter().filter(|it| it.subject == subject);
    of_subject
        .map(|it| {
            let was: Vec<&str> = it.was.iter().map(|it| it.id.as_str()).collect();
            let now = it.now.as_ref().map_or("", |it| it.id.as_str());
            let way = match it.way {
                Way::New => "new",
                Way::Altered => "altered",
                Way::InPlaceOf => "in place",
                Way::Merged => "merged",
                Way::MayBeSame => "perhaps",
                Way::Gone => "gone",
            };
            format!("{way} {}>{now}", was.join("+"))
        })
        .collect()
}

#[test]
fn every_kind_of_change_is_told() {
    let editions = years();
    let changes = compare(&editions[0], &editions[1]);
    for (subject, expected) in [
        (
            Subject::Priority,
            vec!["altered noise>noise", "merged boats+bicycles>outdoor-theft", "new >water", "gone litter>"],
        ),
        (
            Subject::Action,
            vec![
                "altered noise-hours>noise-hours",
                "in place noise-meter>noise-corners",
                "altered p2-panel>p2-panel",
                "perhaps bicycles-mark>theft-bicycles",
                "new >theft-quay",
                "new >water-rings",
                "new >water-lessons",
                "gone boats-mark>",
                "gone litter-picks>",
            ],
        ),
        (
            Subject::Measure,
            vec![
                "altered noise-reported>noise-reported",
                "in place p2-more>p2-turned",
                "altered bicycles-stolen>bicycles-stolen",
                "new >water-rescues",
                "gone noise-complaints>",
            ],
        ),
        (
            Subject::Partner,
            vec!["altered health>health", "in place harbour>harbour-trust", "new >rowers", "gone riders>"],
        ),
        (
            Subject::Strategy,
            vec!["in place harbour-strategy>waters-strategy", "new >evenings-strategy", "gone clean-streets>"],
        ),
        (
            Subject::Money,
            vec![
                "altered fund-2031>fund-2031",
                "new >fund-2032",
                "in place fund-kits>fund-marking",
                "gone fund-lamps>",
            ],
        ),
    ] {
        let mut told = in_short(&changes, subject);
        let mut expected: Vec<String> = expected.into_iter().map(str::to_owned).collect();
        told.sort();
        expected.sort();
        assert_eq!(told, expected, "{subject:?}");
    }
    // Of a draft and what was adopted only what was changed.
    let adopted = compare(&editions[1], &editions[2]);
    assert!(in_short(&adopted, Subject::Action).contains(&"altered noise-hours>noise-hours".to_owned()));
    assert!(in_short(&adopted, Subject::Money).contains(&"altered fund-2031>fund-2031".to_owned()));
}

#[test]
fn a_change_belongs_to_priorities_and_partners_of_the_newer_edition() {
    let editions = years();
    let changes = compare(&editions[0], &editions[1]);
    let of = |subject, id: &str| {
        let id = slug(id);
        let mut found = changes.list.iter().filter(|it| it.subject == subject);
        let found = found.find(|it| it.was.iter().chain(&it.now).any(|it| *it.id == id)).expect("it changed");
        let ids = |list: &[&Slug]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
        (ids(&found.priorities), ids(&found.partners))
    };
    assert_eq!(of(Subject::Action, "boats-mark").0, ["outdoor-theft"], "what is gone goes where its priority went");
    assert_eq!(of(Subject::Action, "litter-picks").0, [""; 0], "a priority that was dropped is none of this edition");
    assert_eq!(of(Subject::Priority, "noise").0, ["noise"]);
    assert_eq!(of(Subject::Partner, "harbour").1, ["harbour-trust"]);
    assert_eq!(of(Subject::Money, "fund-2032").1, ["fund"]);
}

#[test]
fn the_same_words_under_another_priority_are_another_thing() {
    let mut newer = years()[1].clone();
    let older = newer.clone();
    // One promise of a sensitive priority stands word for word under another as well.
    let one = newer.entries.iter_mut().find(|it| it.id.as_str() == "p2-campaigns").expect("it is there");
    one.id = slug("p2-other");
    let told = in_short(&compare(&newer, &older), Subject::Action);
    assert_eq!(told, [""; 0], "the same words under the same priority are the same: {told:?}");
    let one = newer.entries.iter_mut().find(|it| it.id.as_str() == "p2-other").expect("it is there");
    one.priorities = vec![PriorityId(0)];
    let told = in_short(&compare(&newer, &older), Subject::Action);
    assert_eq!(told, ["new >p2-other", "gone p2-campaigns>"]);
}

#[test]
fn a_promise_is_followed_through_the_editions() {
    let editions = years();
    let ids = |found: Vec<plan_explorer::changes::Report<'_>>| -> Vec<(usize, String)> {
        found.into_iter().map(|it| (it.edition, it.entry.id.to_string())).collect()
    };
    let theft = [(0, "theft-boats-marked".to_owned()), (0, "theft-days".to_owned())];
    assert_eq!(ids(reports(editions, 1, &slug("boats-mark"))), theft);
    assert_eq!(ids(reports(editions, 2, &slug("boats-mark"))), theft, "and of the draft as well");
    assert_eq!(ids(reports(editions, 1, &slug("litter-picks"))), []);
    let promised = [(1, "boats-mark".to_owned()), (1, "bicycles-mark".to_owned())];
    assert_eq!(ids(reported(editions, 0, &slug("theft-days"))), promised);
    // What nobody reports on is a gap of the edition that promised it, and of the current one nothing is known yet.
    let unreported = |plan: &Plan| -> Vec<String> {
        let gaps = plan.entries.iter().filter(|it| it.gaps.contains(&Gap::NotReportedOn));
        gaps.map(|it| it.id.to_string()).collect()
    };
    assert_eq!(unreported(&editions[1]), ["noise-hours", "p2-campaigns", "litter-picks"]);
    assert_eq!(unreported(&editions[0]), [""; 0]);
}

#[test]
fn each_edition_has_its_folder_and_the_way_to_the_others() {
    let all = years();
    let editions = |at| Editions::of(all).looking_at(at);
    assert_eq!(
        (0..3).map(|it| editions(0).way_to(it)).collect::<Vec<_>>(),
        ["./", "./editions/2031/", "./editions/2031-draft/"]
    );
    assert_eq!(
        (0..3).map(|it| editions(2).way_to(it)).collect::<Vec<_>>(),
        ["../../", "../../editions/2031/", "../../editions/2031-draft/"]
    );
    assert!(editions(2).before().is_none() && editions(2).changes().list.is_empty());
}

/// An edition whose records stand in another order. What they name by their places in lists would be others then, so only lists
/// are shuffled by whose places nothing is named.
fn shuffled(plan: &Plan, order: &[u64]) -> Plan {
    let mut plan = plan.clone();
    let key = |at: usize| order.get(at % order.len().max(1)).copied().unwrap_or_default();
    let by = |ids: Vec<String>| -> Vec<usize> {
        let mut places: Vec<usize> = (0..ids.len()).collect();
        places.sort_by_key(|it| (key(*it), *it));
        places
    };
    let entries = by(plan.entries.iter().map(|it| it.id.to_string()).collect());
    // Money names entries by their places.
    plan.funding.iter_mut().for_each(|it| it.entry = None);
    plan.entries = entries.into_iter().map(|it| plan.entries[it].clone()).collect();
    let funding = by(plan.funding.iter().map(|it| it.id.to_string()).collect());
    plan.funding = funding.into_iter().map(|it| plan.funding[it].clone()).collect();
    plan
}

#[test]
fn an_edition_has_no_changes_against_itself_in_any_order() {
    let mut dice = Dice(20_320_101);
    for round in 0..200 {
        let plan = &years()[dice.below(3)];
        let order: Vec<u64> = (0..=dice.below(40)).map(|_| dice.roll()).collect();
        let other = shuffled(plan, &order);
        for (newer, older) in [(plan, plan), (&other, plan), (plan, &other)] {
            assert_eq!(compare(newer, older).list, [], "round {round}");
        }
    }
}

#[test]
fn every_record_of_both_is_told_once_or_is_as_before() {
    let mut dice = Dice(20_310_101);
    for round in 0..200 {
        let (mut newer, mut older) = (years()[0].clone(), years()[1].clone());
        older.funding.iter_mut().for_each(|it| it.entry = None);
        older.entries.retain(|it| it.kind != Kind::Promised || dice.below(3) > 0);
        if dice.below(2) == 0 {
            newer.lineage = Lineage::default();
        }
        let changes = compare(&newer, &older);
        let of = |plan: &Plan| plan.entries.iter().filter(|it| it.kind == Kind::Promised).count();
        let actions = || changes.list.iter().filter(|it| it.subject == Subject::Action);
        let kept = changes.kept.iter().find(|it| it.0 == Subject::Action).map_or(0, |it| it.1);
        assert_eq!(actions().filter(|it| it.now.is_some()).count() + kept, of(&newer), "round {round}");
        assert_eq!(actions().map(|it| it.was.len()).sum::<usize>() + kept, of(&older), "round {round}");
    }
}

/// Steps that look random, and are the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.roll() % end as u64).unwrap_or_default()
    }
}
