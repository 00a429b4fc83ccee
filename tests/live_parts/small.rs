//! The finder's answer, the ways to print, and the lines for other pages.

use crate::html::{At, Page};
use crate::editions::{both, invented, ours};
use crate::{read, words_of};
use plan_explorer::chart::drawing::Drawing;
use plan_explorer::live::parts::Part;
use plan_explorer::live::surroundings::{ChartSource, Export, Surroundings};
use plan_explorer::query::Query;
use std::any::Any;
use std::rc::Rc;

#[test]
fn an_answer_is_said_and_leads_on() {
    let edition = invented();
    let scene = edition.at("");
    let page = || read(Part::Finder);
    assert_eq!(page().whole_text(), "Looked up on your device. Nothing is sent.");
    scene.finder.ask("qx1 1aa");
    let found = page();
    let said = found.by_id("cp-place-said").expect("the field names it");
    assert_eq!((found.get(said).get("role"), found.text(said).as_str()), (Some("status"), "QX1 1AA is in Brook ward."));
    let links: Vec<(String, &str)> = found
        .all()
        .filter(|at| found.get(*at).tag == "a")
        .map(|at| (found.text(at), found.get(at).get("href").unwrap_or_default()))
        .collect();
    let count = scene
        .explorer
        .count(&Query { wards: [edition.plan().find_ward("brook").expect("it is there")].into(), ..Query::default() });
    let map = "Map, people and homes, recorded crime in Brook".to_owned();
    assert_eq!(links, [(format!("What applies in Brook ({count})"), "?ward=brook"), (map, "?ward=brook&view=wards")]);
    assert!(words_of(&found, "cp-memory__words").starts_with("Keeps the ward’s code in this browser"));
    scene.finder.ask("nowhere");
    assert!(page().of_class("cp-finder__onward").next().is_none(), "no ward, no way on");
    scene.finder.locate();
    assert!(page().whole_text().starts_with("Waiting for your device."));
}

#[test]
fn one_of_several_wards_is_pressed_after_the_other() {
    let edition = ours();
    let scene = edition.at("");
    scene.finder.ask("b");
    let others = scene.finder.answer().others;
    assert!(others.len() > 1);
    let pressed = |page: &Page| -> Vec<bool> {
        let buttons = page.all().filter(|at| page.get(*at).get("aria-pressed").is_some());
        buttons.map(|at| page.get(at).get("aria-pressed") == Some("true")).collect()
    };
    assert_eq!(pressed(&read(Part::Finder)), vec![false; others.len()]);
    for (at, ward) in others.iter().enumerate() {
        scene.finder.choose(*ward);
        let wanted: Vec<bool> = (0..others.len()).map(|it| it == at).collect();
        assert_eq!(pressed(&read(Part::Finder)), wanted);
    }
}

#[test]
fn what_is_remembered_is_offered_and_refusals_are_said() {
    let edition = invented();
    let scene = edition.at("");
    let mere = edition.plan().find_ward("mere").expect("it is there");
    scene.finder.remember(mere);
    let page = read(Part::Finder);
    assert_eq!(words_of(&page, "cp-finder__offer"), "Remembered: Mere.Show MereForget");
    assert!(page.of_class("cp-part__line").next().is_none(), "the hint has made room");
    scene.finder.ask("mere");
    assert!(read(Part::Finder).of_class("cp-finder__offer").next().is_none());
    assert!(
        read(Part::Finder).whole_text().contains("This device remembers Mere as your ward, until you press Forget.")
    );
    scene.device.refuses.set(true);
    scene.finder.let_go();
    assert!(read(Part::Finder).whole_text().contains("This browser does not let the page keep or forget anything"));
}

/// A page that came from a site.
struct Hosted;

impl Surroundings for Hosted {
    fn draw(&self, _source: Rc<dyn ChartSource>) -> Box<dyn Any> {
        Box::new(())
    }

    fn export(&self, _drawing: &Drawing, _name: &str, _export: Export, _done: Box<dyn Fn(bool)>) {}

    fn print(&self, _booklet: bool) {}

    fn whole_address(&self, address: &str) -> Option<String> {
        Some(["https://plan.example/", address].concat())
    }

    fn folder(&self) -> String {
        "https://plan.example/".to_owned()
    }
}

#[test]
fn paper_leads_back_to_the_page() {
    let edition = ours();
    let choice = format!("priority={}", edition.plan().priorities[0].id);
    let _scene = edition.at_on(&choice, Rc::new(Hosted));
    let page = read(Part::Paper);
    let address = format!("https://plan.example/?{choice}");
    assert_eq!(words_of(&page, "cp-paper__back"), format!("This page online: {address}"));
    let drawn = page.all().find_map(|at| page.get(at).get("d")).expect("the code is drawn");
    assert_eq!(drawn, plan_explorer::chart::code::code(&address).expect("it fits").path);
    // The address leads to one priority.
    assert!(page.of_class("cp-paper__booklet").all(|at| !page.is_hidden(at)));
    let _scene = edition.at("");
    let page = read(Part::Paper);
    assert!(page.of_class("cp-paper__booklet").all(|at| page.is_hidden(at)), "a booklet is about one thing");
    assert!(page.of_class("cp-paper__back").next().is_none(), "the page came from no site");
}

#[test]
fn the_builder_begins_with_what_is_chosen() {
    for edition in both() {
        let priority = edition.plan().priorities[0].id.as_str();
        let _scene = edition.at(&format!("priority={priority}&q=the&view=embed"));
        let page = read(Part::Embed);
        let preview = page.all().find(|at| page.get(*at).tag == "plan-explorer").expect("there is a preview");
        let get = |name: &str| page.get(preview).get(name);
        assert_eq!(
            [get("url"), get("priority"), get("q"), get("heading-level"), get("ward")],
            [Some("none"), Some(priority), Some("the"), Some("2"), None]
        );
        let fields: Vec<At> =
            page.all().filter(|at| ["select", "textarea"].contains(&page.get(*at).tag.as_str())).collect();
        assert_eq!(fields.len(), 4);
        for at in fields {
            let id = page.get(at).get("id").expect("it has an id");
            assert!(page.all().any(|it| page.get(it).get("for") == Some(id)), "{id} has a label");
        }
        let rules = page.by_id("cp-embed-rules").expect("it is there");
        assert!(page.is_hidden(rules), "our own accent needs no rules");
    }
}
