//! The visitor's commands: what each writes into the address, what it announces, and where it puts the keyboard.
//!
//! On an invented edition, with a host of its own: [`FakeHost`] keeps what was written, and the host here keeps what it leaves out, so
//! that a test says when time passes.

#![expect(clippy::expect_used, reason = "a test that cannot go on says so and fails")]

use leptos::prelude::{ImmediateEffect, Memo, Owner, WithUntracked as _};
use plan_explorer::plan::{Gap, Kind, load};
use plan_explorer::query::link::{self, Parsed};
use plan_explorer::query::search::Words;
use plan_explorer::query::{Choice, Engine, Facts, Order, Query, View, facts_and_engine};
use plan_explorer::state::{Explorer, FakeHost, Host, Snapshot, Step, Timer};
use std::cell::RefCell;
use std::path::Path;
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

/// A call that waits for its time.
type Waiting = (Timer, Box<dyn FnOnce()>);

/// A host on which time passes when a test says so.
#[derive(Default)]
struct SlowHost {
    fake: FakeHost,
    waiting: RefCell<Vec<Waiting>>,
    focused: RefCell<Vec<String>>,
    reported: RefCell<Vec<String>>,
}

impl Host for SlowHost {
    fn read(&self, facts: &Facts) -> Parsed {
        self.fake.read(facts)
    }

    fn write(&self, facts: &Facts, query: &Query, step: Step) {
        self.fake.write(facts, query, step);
    }

    fn report(&self, facts: &Facts, query: &Query, _count: usize) {
        self.reported.borrow_mut().push(link::to_params_in_full(facts, query));
    }

    fn address(&self, facts: &Facts, query: &Query) -> String {
        self.fake.address(facts, query)
    }

    fn focus(&self, name: &str) {
        self.focused.borrow_mut().push(name.to_owned());
    }

    fn focus_in_place(&self, name: &str) {
        self.focused.borrow_mut().push([name, ", in place"].concat());
    }

    fn later(&self, timer: Timer, _milliseconds: u32, call: Box<dyn FnOnce()>) {
        self.cancel(timer);
        self.waiting.borrow_mut().push((timer, call));
    }

    fn cancel(&self, timer: Timer) {
        self.waiting.borrow_mut().retain(|(waiting, _)| *waiting != timer);
    }
}

/// An explorer with its host, and an ear for what it announces.
struct Scene {
    explorer: Explorer,
    host: Rc<SlowHost>,
    heard: Arc<AtomicUsize>,
    _ear: ImmediateEffect,
    _owner: Owner,
}

/// What filters must know of the invented edition, and the engine on it.
fn known() -> (&'static Facts, &'static Engine) {
    static KNOWN: OnceLock<(&'static Facts, &'static Engine)> = OnceLock::new();
    *KNOWN.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/editions/brindlemere");
        facts_and_engine(&load::edition(&folder).plan.expect("the invented edition has no mistakes"))
    })
}

fn facts() -> &'static Facts {
    known().0
}

/// An explorer at an address, which has not been started, with its host. It lives as long as its owner.
fn explorer_at(address: &str) -> (Owner, Rc<SlowHost>, Explorer) {
    let owner = Owner::new();
    owner.set();
    let host = Rc::new(SlowHost::default());
    host.fake.address.replace(address.to_owned());
    let (facts, engine) = known();
    let explorer = Explorer::new(facts, engine, Rc::<SlowHost>::clone(&host));
    (owner, host, explorer)
}

impl Scene {
    fn new(address: &str) -> Self {
        let (owner, host, explorer) = explorer_at(address);
        explorer.start(Query::default());
        let heard = Arc::new(AtomicUsize::new(0));
        let ear = ImmediateEffect::new_isomorphic({
            let heard = Arc::clone(&heard);
            move || {
                drop(explorer.status());
                heard.fetch_add(1, Ordering::Relaxed);
            }
        });
        // The ear listens once before anything is said.
        heard.store(0, Ordering::Relaxed);
        Self { explorer, host, heard, _ear: ear, _owner: owner }
    }

    /// What was written since this was last asked, and how.
    fn steps(&self) -> Vec<(String, Step)> {
        self.host.fake.steps.take()
    }

    /// How often something was announced since this was last asked.
    fn heard(&self) -> usize {
        self.heard.swap(0, Ordering::Relaxed)
    }

    fn focused(&self) -> Vec<String> {
        self.host.focused.take()
    }

    /// All waiting calls come due, in their order.
    fn time_passes(&self) {
        for (_, call) in self.host.waiting.take() {
            call();
        }
    }
}

fn priority(id: &str) -> Choice {
    Choice::Priority(facts().find_priority(id).expect("there is one"))
}

fn push(address: &str) -> Vec<(String, Step)> {
    vec![(address.to_owned(), Step::Push)]
}

fn replace(address: &str) -> Vec<(String, Step)> {
    vec![(address.to_owned(), Step::Replace)]
}

#[test]
fn an_explorer_starts_with_what_its_address_says() {
    let scene = Scene::new("priority=noise&ward=mere&order=plan&view=figures");
    let query = scene.explorer.query();
    assert!(query.has(&priority("noise")) && query.wards.len() == 1);
    assert_eq!((query.order, scene.explorer.view()), (Order::Plan, View::Figures));
    assert_eq!((scene.steps(), scene.heard(), scene.explorer.dropped()), (vec![], 0, None));
    assert_eq!(scene.explorer.status(), "");
}

#[test]
fn deliberate_choices_can_be_gone_back_to() {
    let scene = Scene::new("");
    let explorer = scene.explorer;
    explorer.toggle(priority("noise"));
    assert_eq!(scene.steps(), push("priority=noise&view=list"), "a choice among filters is shown beside them");
    explorer.toggle(Choice::Kind(Kind::Done));
    assert_eq!(scene.steps(), push("priority=noise&kind=done"));
    explorer.toggle(priority("noise"));
    assert_eq!(scene.steps(), push("kind=done"));
    explorer.set_ward(facts().find_ward("mere"));
    assert_eq!(scene.steps(), push("ward=mere&kind=done"));
    explorer.set_ward(None);
    assert_eq!(scene.steps(), push("kind=done"));
    explorer.set_order(Order::Plan);
    assert_eq!(scene.steps(), push("kind=done&order=plan"));
    explorer.show(View::Figures);
    assert_eq!(scene.steps(), push("kind=done&order=plan&view=figures"));
    explorer.open(Query { gaps: [Gap::LeadNotStated].into(), ..Query::default() });
    assert_eq!(scene.steps(), push("gap=lead"));
}

#[test]
fn what_changes_nothing_writes_and_says_nothing() {
    let scene = Scene::new("kind=done&view=figures");
    scene.explorer.show(View::Figures);
    scene.explorer.set_order(Order::Alphabetical);
    scene.explorer.set_ward(None);
    scene.explorer.remove(&priority("noise"));
    assert_eq!((scene.steps(), scene.heard()), (vec![], 0));
}

#[test]
fn results_are_shown_from_wherever_the_visitor_is() {
    let scene = Scene::new("view=figures");
    scene.explorer.search("lamps");
    scene.explorer.show_results();
    assert_eq!(scene.explorer.view(), View::Explore);
    let scene = Scene::new("view=figures");
    scene.explorer.set_ward(facts().find_ward("tarn"));
    assert_eq!((scene.explorer.view(), scene.heard()), (View::Explore, 1));
}

#[test]
fn typing_leaves_no_trail_and_is_announced_once_after_a_pause() {
    let scene = Scene::new("");
    for words in ["l", "la", "lam", "lamps"] {
        scene.explorer.search(words);
        assert_eq!(scene.steps(), replace(&format!("q={words}")));
    }
    assert_eq!(scene.heard(), 0, "nothing is said while somebody types");
    assert_eq!(scene.explorer.total(), 1, "the results follow at once");
    scene.time_passes();
    assert_eq!(scene.heard(), 1);
    assert_eq!(scene.explorer.status(), "1 statement for “lamps”.");
}

#[test]
fn a_choice_made_while_typing_is_announced_once_with_the_words() {
    let scene = Scene::new("");
    scene.explorer.search("lamps");
    scene.explorer.toggle(Choice::Kind(Kind::Done));
    scene.time_passes();
    assert_eq!(scene.heard(), 1);
    assert_eq!(scene.explorer.status(), "1 statement for Reported as done, “lamps”.");
}

#[test]
fn going_back_while_typing_is_announced_once() {
    let scene = Scene::new("");
    scene.explorer.search("lamps");
    scene.host.fake.address.replace("kind=done".to_owned());
    scene.explorer.follow_address();
    scene.time_passes();
    assert_eq!(scene.heard(), 1);
}

#[test]
fn every_command_that_changes_something_is_announced_once() {
    let scene = Scene::new("priority=boats&order=plan");
    let explorer = scene.explorer;
    let commands: [(&str, &dyn Fn()); 11] = [
        ("toggle", &|| explorer.toggle(priority("noise"))),
        ("toggle back", &|| explorer.toggle(priority("noise"))),
        ("set_ward", &|| explorer.set_ward(facts().find_ward("tarn"))),
        ("set_order", &|| explorer.set_order(Order::Alphabetical)),
        ("remove", &|| explorer.remove(&priority("boats"))),
        ("show", &|| explorer.show(View::Text)),
        ("clear", &|| explorer.clear()),
        ("open", &|| explorer.open(Query { kinds: [Kind::Done].into(), ..Query::default() })),
        ("go_to", &|| explorer.go_to(Some(View::Text), "cp-text-noise-lamps")),
        ("clear_in_view", &|| explorer.clear_in_view()),
        ("follow_address", &|| {
            scene.host.fake.address.replace("kind=done".to_owned());
            explorer.follow_address();
        }),
    ];
    for (name, command) in commands {
        command();
        scene.time_passes();
        assert_eq!(scene.heard(), 1, "{name}");
    }
}

#[test]
fn the_announcement_tells_how_many_and_for_what() {
    let scene = Scene::new("");
    let all = scene.explorer.total();
    scene.explorer.toggle(priority("noise"));
    let left = scene.explorer.total();
    assert!(left < all);
    assert_eq!(left, 9);
    assert_eq!(scene.explorer.status(), "8 statements for Noise, and 1 strategy for the whole plan.");
    scene.explorer.clear();
    assert_eq!(scene.explorer.status(), format!("All {all} statements."));
    scene.explorer.search("zebra");
    scene.time_passes();
    assert_eq!(scene.explorer.status(), "No results for “zebra”.");
}

#[test]
fn a_sensitive_priority_leaves_no_trail() {
    let scene = Scene::new("");
    let explorer = scene.explorer;
    explorer.toggle(priority("p2"));
    assert_eq!(scene.steps(), replace("priority=p2&view=list"));
    assert!(explorer.is_private());
    explorer.toggle(Choice::Kind(Kind::Done));
    assert_eq!(scene.steps(), replace("priority=p2&kind=done"));
    explorer.show(View::Text);
    assert_eq!(scene.steps(), replace("priority=p2&kind=done&view=text"));
    // The step away from it too: "Back" must not lead to it.
    explorer.clear();
    assert_eq!(scene.steps(), replace("view=text"));
    assert!(!explorer.is_private());
    explorer.toggle(Choice::Kind(Kind::Done));
    assert_eq!(scene.steps(), push("kind=done&view=text"));
}

#[test]
fn telling_words_never_reach_the_address() {
    let scene = Scene::new("");
    let explorer = scene.explorer;
    explorer.search("harm");
    assert_eq!(scene.steps(), replace(""));
    assert!(explorer.is_private() && explorer.with(|now| now.search_kept_back));
    explorer.toggle(Choice::Kind(Kind::Promised));
    assert_eq!(scene.steps(), replace("kind=promised"));
    assert!(!explorer.address_of(&explorer.query()).contains("harm"));
    assert_eq!(explorer.query().words, "harm", "the search goes on");
    explorer.search("quiet");
    assert_eq!(scene.steps(), replace("kind=promised&q=quiet"));
    assert!(!explorer.is_private() && !explorer.with(|now| now.search_kept_back));
}

#[test]
fn taking_choices_back_keeps_view_and_order() {
    let full = "priority=boats,noise&ward=mere&kind=done&q=lamps&order=plan&view=figures";
    let kept = "order=plan&view=figures";
    let scene = Scene::new(full);
    scene.explorer.remove(&priority("noise"));
    assert_eq!(scene.steps(), push("priority=boats&ward=mere&kind=done&q=lamps&order=plan&view=figures"));
    scene.explorer.remove(&Choice::Words("lamps".to_owned()));
    assert_eq!(scene.steps(), push("priority=boats&ward=mere&kind=done&order=plan&view=figures"));
    scene.explorer.clear();
    assert_eq!(scene.steps(), push(kept));
    for clear in [Explorer::clear, Explorer::clear_here, Explorer::clear_in_view] {
        let scene = Scene::new(full);
        clear(&scene.explorer);
        assert_eq!(scene.steps(), push(kept));
        assert!(scene.explorer.with_query(Query::is_empty));
    }
}

#[test]
fn the_keyboard_goes_where_the_command_leads() {
    let scene = Scene::new("priority=noise");
    let explorer = scene.explorer;
    let commands: [(&dyn Fn(), &[&str]); 12] = [
        (&|| explorer.toggle(priority("boats")), &[]),
        (&|| explorer.set_order(Order::Plan), &[]),
        (&|| explorer.search("quiet"), &[]),
        (&|| explorer.remove(&priority("boats")), &["results-title"]),
        (&|| explorer.clear_here(), &["filters-title"]),
        (&|| explorer.open(Query::default()), &["overview-title"]),
        (&|| explorer.open(link::from_params(facts(), "priority=noise").query), &["group-noise"]),
        (&|| explorer.open(link::from_params(facts(), "view=list").query), &["results-title"]),
        (&|| explorer.show(View::Notes), &["view-notes"]),
        (&|| explorer.go_to(Some(View::Text), "cp-text-noise-lamps"), &["text-noise-lamps"]),
        (&|| explorer.open_filters(), &["filters-title"]),
        (&|| explorer.close_filters(), &["filters-opener, in place"]),
    ];
    for (at, (command, names)) in commands.into_iter().enumerate() {
        command();
        assert_eq!(scene.focused(), names, "command {at}");
    }
}

#[test]
fn the_filter_drawer_opens_and_closes_without_a_trail() {
    let scene = Scene::new("");
    scene.explorer.open_filters();
    assert!(scene.explorer.filters_open());
    scene.explorer.toggle(Choice::Kind(Kind::Done));
    assert!(scene.explorer.filters_open(), "choosing keeps it open");
    scene.explorer.show_results();
    assert!(!scene.explorer.filters_open());
    assert_eq!(scene.steps().len(), 1, "only the choice is written");
}

#[test]
fn back_and_forward_are_followed_and_write_nothing() {
    let scene = Scene::new("");
    scene.explorer.toggle(priority("noise"));
    scene.steps();
    scene.host.fake.address.replace("kind=done&view=figures".to_owned());
    scene.explorer.follow_address();
    assert!(scene.explorer.has(&Choice::Kind(Kind::Done)) && !scene.explorer.has(&priority("noise")));
    assert_eq!((scene.explorer.view(), scene.steps()), (View::Figures, vec![]));
}

#[test]
fn what_an_address_says_in_vain_is_noted_until_the_next_change() {
    let scene = Scene::new("priority=pirates,noise&wrad=red");
    let note = scene.explorer.dropped().expect("something was left out");
    assert!(note.contains("pirates") && note.contains("wrad"), "{note}");
    assert!(scene.explorer.has(&priority("noise")), "the rest is kept");
    scene.explorer.toggle(Choice::Kind(Kind::Done));
    assert_eq!(scene.explorer.dropped(), None);
    scene.host.fake.address.replace("ward=atlantis".to_owned());
    scene.explorer.follow_address();
    assert!(scene.explorer.dropped().is_some_and(|it| it.contains("atlantis")));
    scene.explorer.search("quiet");
    assert_eq!(scene.explorer.dropped(), None);
}

#[test]
fn an_empty_result_offers_ways_out_that_hold() {
    let scene = Scene::new("priority=boats&kind=done");
    assert_eq!(scene.explorer.total(), 0);
    let ways = scene.explorer.relaxations();
    assert!(!ways.is_empty());
    for (choice, found) in ways {
        let scene = Scene::new("priority=boats&kind=done");
        scene.explorer.remove(&choice);
        assert_eq!(scene.explorer.with(|now| now.tally), found, "{choice:?}");
    }
}

#[test]
fn derived_values_change_only_with_what_they_follow_from() {
    let scene = Scene::new("");
    let runs = Arc::new(AtomicUsize::new(0));
    let explorer = scene.explorer;
    let marks = Memo::new({
        let runs = Arc::clone(&runs);
        move |_| {
            runs.fetch_add(1, Ordering::Relaxed);
            explorer.with_words(Words::is_empty)
        }
    });
    assert!(marks.with_untracked(|it| *it));
    explorer.toggle(priority("noise"));
    explorer.show(View::Figures);
    assert!(marks.with_untracked(|it| *it));
    assert_eq!(runs.load(Ordering::Relaxed), 1, "texts are marked again only when the words change");
    explorer.search("quiet");
    assert!(marks.with_untracked(|it| *it), "the results come first, and their marks a moment later");
    scene.time_passes();
    assert!(!marks.with_untracked(|it| *it));
    assert_eq!(runs.load(Ordering::Relaxed), 2);
    // What is taken back before it was marked never is.
    explorer.search("quiet n");
    explorer.search("quiet");
    scene.time_passes();
    assert!(!marks.with_untracked(|it| *it));
    assert_eq!(runs.load(Ordering::Relaxed), 2);
}

#[test]
fn every_change_is_reported_in_full_to_the_rest_of_the_page() {
    let scene = Scene::new("");
    let explorer = scene.explorer;
    assert_eq!(scene.host.reported.take(), [""], "what it starts with");
    let private = facts().priorities.iter().find_map(|it| it.private_words.first()).expect("a priority is sensitive");
    explorer.search(private);
    explorer.show(View::Figures);
    explorer.choose(Query::default());
    let told = scene.host.reported.take();
    assert_eq!(told.len(), 3, "{told:?}");
    assert_eq!(link::from_params(facts(), &told[0]).query, Query { words: private.clone(), ..Query::default() });
    assert!(told[1].ends_with("view=figures") && told[2].is_empty(), "{told:?}");
    let written = scene.host.fake.steps.take();
    assert!(written.iter().all(|(address, _)| !address.contains("q=")), "{written:?}");
}

#[test]
fn what_was_chosen_before_the_program_came_counts_where_the_address_says_nothing() {
    let gathered =
        || Query { kinds: [Kind::Done].into(), words: "lamps".into(), view: View::Figures, ..Query::default() };
    for (address, expected, steps) in [
        ("", gathered(), replace("kind=done&q=lamps&view=figures")),
        (
            "priority=noise",
            Query { priorities: [facts().find_priority("noise").expect("it is")].into(), ..Query::default() },
            vec![],
        ),
        ("ward=atlantis", Query::default(), vec![]),
        ("gclid=1", gathered(), replace("kind=done&q=lamps&view=figures")),
    ] {
        let (_owner, host, explorer) = explorer_at(address);
        explorer.start(gathered());
        assert_eq!((explorer.query(), host.fake.steps.take()), (expected, steps), "{address}");
        assert_eq!(explorer.status(), "", "{address}");
    }
}

/// What stands on the page for an address, as a plain value.
#[test]
fn what_is_on_show_follows_from_the_address_alone() {
    let (facts, engine) = known();
    let of = |address: &str| Snapshot::of(facts, engine, link::from_params(facts, address).query);
    let nothing = of("");
    assert_eq!(nothing.total(), facts.entries.len());
    assert!(facts.entry_ids().all(|id| nothing.leaves(id)));
    let priorities = facts.priority_ids().map(|id| format!("priority={}", facts.priorities[id.index()].id));
    let partners = facts.partners.iter().map(|it| format!("partner={}", it.id));
    let wards = facts.wards.iter().map(|it| format!("ward={}", it.id));
    let views = View::ALL.into_iter().map(|it| format!("view={}", it.slug()));
    let one: Vec<String> = priorities.chain(partners).chain(wards).chain(views).collect();
    let two = one.iter().flat_map(|a| one.iter().map(move |b| format!("{a}&{b}")));
    for address in one.iter().cloned().chain(two) {
        let now = of(&address);
        let filtered = !now.query.is_empty();
        // Every result stands in a group, and every group has results.
        let in_groups: std::collections::BTreeSet<_> = now
            .groups
            .iter()
            .flat_map(|group| Kind::ALL.into_iter().flat_map(|kind| group.list(kind).to_vec()))
            .collect();
        assert!(in_groups.iter().eq(&now.selection.entries), "{address}");
        let title = if filtered { now.tally.words() } else { format!("All {} statements", now.total()) };
        assert_eq!(now.results_title(), title, "{address}");
        assert_eq!(now.tally.total(), now.total(), "{address}");
        let opener = now.query.count_choices();
        assert_eq!(now.filter_opener(), if opener == 0 { "Filter".into() } else { format!("Filter ({opener})") });
        let sensitive = now.query.priorities.iter().any(|id| facts.priorities[id.index()].sensitive);
        assert_eq!(now.is_private, sensitive, "{address}");
    }
}
