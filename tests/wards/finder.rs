//! The finder: what is asked chooses a ward or leaves all as it is, and the device keeps only what it was asked to.

use crate::editions::{Edition, invented};
use leptos::prelude::*;
use plan_explorer::plan::WardId;
use plan_explorer::query::Query;
use plan_explorer::query::place::Located;
use plan_explorer::state::{Device, Explorer, FakeHost, Finder};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What waits for an answer of the device.
type Waiting = Box<dyn FnOnce(Located)>;

/// A device whose answers come when the test wants them.
#[derive(Default)]
struct Pretend {
    kept: RefCell<Option<String>>,
    obeys: Cell<bool>,
    asked: RefCell<Vec<Waiting>>,
}

impl Device for Pretend {
    fn locate(&self, answer: Box<dyn FnOnce(Located)>) {
        self.asked.borrow_mut().push(answer);
    }

    fn kept(&self) -> Option<String> {
        self.kept.borrow().clone()
    }

    fn keep(&self, what: Option<&str>) -> bool {
        if self.obeys.get() {
            self.kept.replace(what.map(str::to_owned));
        }
        self.obeys.get()
    }
}

struct Scene {
    edition: Edition,
    explorer: Explorer,
    finder: Finder,
    device: Rc<Pretend>,
    _owner: Owner,
}

fn scene(address: &str, kept: Option<&str>) -> Scene {
    let edition = invented();
    let owner = Owner::new();
    owner.set();
    let host = FakeHost::default();
    host.address.replace(address.to_owned());
    let explorer = Explorer::new(edition.facts, edition.engine, Rc::new(host));
    explorer.start(Query::default());
    let device = Rc::new(Pretend { kept: RefCell::new(kept.map(str::to_owned)), ..Pretend::default() });
    device.obeys.set(true);
    let finder = Finder::new(explorer, Some(&edition.records.area), device.clone());
    Scene { edition, explorer, finder, device, _owner: owner }
}

impl Scene {
    fn chosen(&self) -> Vec<WardId> {
        self.explorer.query_now().wards.iter().copied().collect()
    }
}

/// The middle of Mere.
const MERE: Located = Located::At { latitude: 54.005, longitude: -3.015, metres: 10.0 };

#[test]
fn an_answer_chooses_the_ward_that_it_comes_to() {
    let it = scene("priority=noise&ward=tarn", None);
    it.finder.ask("qx1 1aa");
    assert_eq!(it.chosen(), [it.edition.ward("brook")], "in place of the ward before");
    assert_eq!(it.explorer.query_now().priorities.len(), 1, "and of nothing else");
    it.finder.ask("qx1 2zy");
    assert_eq!(it.chosen(), [it.edition.ward("brook")], "an answer without a ward leaves all as it is");
    assert!(it.finder.answer().text.contains("Fellgate"));
}

#[test]
fn a_late_place_does_not_take_the_place_of_a_newer_answer() {
    let it = scene("", None);
    it.finder.locate();
    assert!(it.finder.is_waiting());
    it.finder.ask("qx1 1aa");
    assert!(!it.finder.is_waiting());
    let late = it.device.asked.borrow_mut().pop().expect("the device was asked");
    late(MERE);
    assert_eq!(it.chosen(), [it.edition.ward("brook")]);
    assert!(it.finder.answer().text.starts_with("QX1 1AA"));
    it.finder.locate();
    let now = it.device.asked.borrow_mut().pop().expect("the device was asked");
    now(MERE);
    assert_eq!((it.chosen(), it.finder.is_waiting()), (vec![it.edition.ward("mere")], false));
}

#[test]
fn one_of_several_wards_can_be_chosen_after_the_other() {
    let it = scene("", None);
    it.finder.locate();
    let now = it.device.asked.borrow_mut().pop().expect("the device was asked");
    now(Located::At { latitude: 54.005, longitude: -3.015, metres: 700.0 });
    assert_eq!(it.finder.answer().others.len(), 2);
    for other in it.finder.answer().others {
        it.finder.choose(other);
        assert_eq!((it.chosen(), it.finder.answer().others.len()), (vec![other], 2), "the others stay on offer");
    }
}

#[test]
fn the_device_keeps_a_ward_only_when_asked_to() {
    let it = scene("", None);
    it.finder.ask("qx1 1aa");
    it.finder.locate();
    assert_eq!(it.device.kept(), None);
    it.finder.remember(it.edition.ward("brook"));
    assert_eq!((it.device.kept().as_deref(), it.finder.kept()), (Some("X05000001"), Some(it.edition.ward("brook"))));
    it.finder.let_go();
    assert_eq!((it.device.kept(), it.finder.kept()), (None, None));
}

#[test]
fn what_is_kept_is_offered_and_not_chosen() {
    let it = scene("", Some("X05000002"));
    assert_eq!((it.finder.kept(), it.chosen()), (Some(it.edition.ward("mere")), vec![]));
    let stale = scene("", Some("E99999999"));
    assert_eq!(stale.finder.kept(), None, "a ward of another area is none of ours");
}

#[test]
fn a_device_that_does_not_obey_is_told_of() {
    let it = scene("", Some("X05000002"));
    it.device.obeys.set(false);
    it.finder.remember(it.edition.ward("brook"));
    assert_eq!((it.finder.kept(), it.finder.was_refused()), (Some(it.edition.ward("mere")), true));
    it.finder.let_go();
    assert_eq!((it.finder.kept(), it.finder.was_refused()), (Some(it.edition.ward("mere")), true));
    it.device.obeys.set(true);
    it.finder.let_go();
    assert_eq!((it.finder.kept(), it.finder.was_refused()), (None, false));
}
