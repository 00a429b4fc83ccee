//! Each part in its place: with it the page is as well made as without.

use crate::editions::{Edition, both};
use crate::html;
use crate::outline::{Stage, faults, stray_links};
use crate::wards::known;
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use plan_explorer::changes::Editions;
use plan_explorer::live::parts::Part;
use plan_explorer::page;
use plan_explorer::plan::Plan;

/// The page with a part as it is now.
fn with_part(plan: &Plan, written: &str, part: Part, inside: &str) -> String {
    let place = element!(format!("[data-part={}]", part.name(plan)), |it| {
        it.set_inner_content(inside, ContentType::Html);
        Ok(())
    });
    // The program shows the view that makes lines to paste.
    let embed = element!("[data-section=embed]", |it| {
        it.remove_attribute("hidden");
        Ok(())
    });
    let settings =
        RewriteStrSettings::new().append_element_content_handler(place).append_element_content_handler(embed);
    let page = rewrite_str(written, settings).expect("the page can be read");
    assert!(page.contains(inside), "{part:?} has a place");
    page
}

fn check(edition: &Edition, written: &str, part: Part, told: &str) {
    check_with(edition, written, (part, &html(part)), told);
}

fn check_with(edition: &Edition, written: &str, (part, inside): (Part, &str), told: &str) {
    let page = with_part(edition.plan(), written, part, inside);
    let mut faults = faults(&page, Stage::Alive);
    faults.extend(stray_links(&page, edition.plan(), &edition.records.area));
    assert!(faults.is_empty(), "{part:?}, {told}: {} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_page_is_well_made_with_each_part() {
    for edition in both() {
        let written = page::whole(Editions::alone(edition.plan()), edition.facts, 1);
        let priority = edition.plan().priorities[0].id.as_str();
        for address in ["", "q=the", &format!("priority={priority}"), "view=figures"] {
            let _scene = edition.at(address);
            check(&edition, &written, Part::Paper, address);
            check(&edition, &written, Part::Embed, address);
        }
        let nothing = edition.at("view=wards");
        check(&edition, &written, Part::Wards, "nothing is chosen");
        drop(nothing);
        for wards in edition.wards() {
            let address = format!("view=wards&ward={}", wards.join(","));
            let _scene = edition.at(&address);
            check(&edition, &written, Part::Wards, &address);
            let known = known(&edition, &wards).root_element().inner_html();
            let place = "<div data-place=\"remember\">";
            let inside = known.replace(place, &[place, &html(Part::Ward)].concat());
            check_with(&edition, &written, (Part::Ward, &inside), &address);
        }
    }
}

#[test]
fn the_page_is_well_made_with_each_answer() {
    for edition in both() {
        let written = page::whole(Editions::alone(edition.plan()), edition.facts, 1);
        let scene = edition.at("");
        check(&edition, &written, Part::Finder, "nothing is asked");
        let wards = edition.plan().wards.iter().map(|it| it.name.clone());
        let others = ["", "b", "nowhere", "B77 1AA", "QX1 1AA", "QX1 1AD", "SW1A 1AA", "QX1", "B77 9XX"];
        for typed in wards.chain(others.map(str::to_owned)) {
            scene.finder.ask(&typed);
            check(&edition, &written, Part::Finder, &typed);
        }
        scene.finder.locate();
        check(&edition, &written, Part::Finder, "the device is asked");
        scene.finder.ask(&edition.plan().wards[0].name);
        let ward = edition.plan().ward_ids().next().expect("there is one");
        scene.finder.remember(ward);
        check(&edition, &written, Part::Finder, "it is remembered");
        scene.device.refuses.set(true);
        scene.finder.let_go();
        check(&edition, &written, Part::Finder, "the device refuses");
    }
}
