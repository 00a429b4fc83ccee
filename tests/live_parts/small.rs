//! The finder's answer, the ways to print, and the lines for other pages.

use crate::dom::{all, is_hidden, one, shown};
use crate::editions::{both, invented, ours};
use crate::{Hosted, read, words, words_of};
use plan_explorer::live::parts::Part;
use plan_explorer::query::View;
use scraper::Html;
use std::rc::Rc;

#[test]
fn an_answer_is_said_and_leads_on() {
    let edition = invented();
    let scene = edition.at("");
    let page = || read(Part::Finder);
    assert_eq!(words(&page()), "Looked up on your device. Nothing is sent.");
    scene.finder.ask("qx1 1aa");
    let found = page();
    let said = one(found.root_element(), "#cp-place-said");
    assert_eq!((said.attr("role"), shown(said).as_str()), (Some("status"), "QX1 1AA is in Brook ward."));
    // The visitor is led to the answer for the ward, which stands below.
    let now = scene.explorer.query_now();
    let brook = edition.plan().find_ward("brook").expect("it is there");
    assert_eq!((now.view, now.wards), (View::Wards, [brook].into()));
    let ward = read(Part::Ward);
    assert!(words_of(&ward, ".cp-memory__words").starts_with("Keeps the ward’s code in this browser"));
    assert!(!scene.finder.is_wrong());
    scene.finder.ask("nowhere");
    assert!(scene.finder.is_wrong(), "the field says so");
    scene.finder.locate();
    assert!(words(&page()).starts_with("Waiting for your device."));
}

#[test]
fn one_of_several_wards_is_pressed_after_the_other() {
    let edition = ours();
    let scene = edition.at("");
    scene.finder.ask("b");
    let others = scene.finder.answer().others;
    assert!(others.len() > 1);
    let pressed = |page: &Html| -> Vec<bool> {
        all(page, "[aria-pressed]").into_iter().map(|it| it.attr("aria-pressed") == Some("true")).collect()
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
    assert_eq!(words_of(&page, ".cp-finder__offer"), "Remembered: Mere.Show MereForget");
    assert!(all(&page, ".cp-part__line").is_empty(), "the hint has made room");
    scene.finder.ask("mere");
    assert!(all(&read(Part::Finder), ".cp-finder__offer").is_empty());
    assert!(words(&read(Part::Ward)).contains("This device remembers Mere as your ward, until you press Forget."));
    scene.device.refuses.set(true);
    scene.finder.let_go();
    assert!(words(&read(Part::Ward)).contains("This browser does not let the page keep or forget anything"));
}

#[test]
fn paper_leads_back_to_the_page() {
    let edition = ours();
    let choice = format!("priority={}", edition.plan().priorities[0].id);
    let _scene = edition.at_on(&choice, Rc::new(Hosted));
    let page = read(Part::Paper);
    let address = format!("https://plan.example/?{choice}");
    assert_eq!(words_of(&page, ".cp-paper__back"), format!("This page online: {address}"));
    let drawn = one(page.root_element(), "path").attr("d");
    assert_eq!(drawn.expect("the code is drawn"), plan_explorer::chart::code::code(&address).expect("it fits").path);
    // The address leads to one priority.
    assert!(all(&page, ".cp-paper__booklet").into_iter().all(|it| !is_hidden(it)));
    let _scene = edition.at("");
    let page = read(Part::Paper);
    assert!(all(&page, ".cp-paper__booklet").into_iter().all(is_hidden), "a booklet is about one thing");
    assert!(all(&page, ".cp-paper__back").is_empty(), "the page came from no site");
}

#[test]
fn the_builder_begins_with_what_is_chosen() {
    for edition in both() {
        let priority = edition.plan().priorities[0].id.as_str();
        let _scene = edition.at(&format!("priority={priority}&q=the&view=embed"));
        let page = read(Part::Embed);
        let preview = one(page.root_element(), "plan-explorer");
        assert_eq!(
            ["url", "priority", "q", "heading-level", "ward"].map(|it| preview.attr(it)),
            [Some("none"), Some(priority), Some("the"), Some("2"), None]
        );
        let fields = all(&page, "select, textarea");
        assert_eq!(fields.len(), 4);
        for field in fields {
            let id = field.attr("id").expect("it has an id");
            assert_eq!(all(&page, &format!("label[for=\"{id}\"]")).len(), 1, "{id} has a label");
        }
        assert!(is_hidden(one(page.root_element(), "#cp-embed-rules")), "our own accent needs no rules");
    }
}
