//! Each part says what the view before it said, element by element. Goes with `view`.

use crate::html::{At, Page};
use crate::{Scene, World, read};
use plan_explorer::chart::Which;
use plan_explorer::live::parts::Part;
use plan_explorer::plan::Plan;
use plan_explorer::query::link::Parsed;
use plan_explorer::query::{Engine, Query};
use plan_explorer::state::{Explorer, Slot, Step, World as Surroundings};
use plan_explorer::view;
use std::rc::Rc;

fn before(scene: &Scene, part: Part) -> Page {
    let part = view::Part::named(part.name()).expect("there was one of this name");
    Page::read(&view::fill(scene.explorer, scene.finder, part).html())
}

/// Whether an element is, or stands in, the place of a chart.
fn in_a_chart(page: &Page, at: At) -> bool {
    std::iter::once(at).chain(page.around(at)).any(|at| page.get(at).has_class("cp-chart-place"))
}

/// Each element outside charts, with its attributes, and its words where no chart is in it.
fn elements(page: &Page) -> Vec<String> {
    // A group of a drawing that says nothing is none.
    let bare = |at: At| page.get(at).tag == "g" && page.get(at).attributes().next().is_none();
    let outside = page.all().filter(|at| !in_a_chart(page, *at) && !bare(*at));
    let element = |at: At| {
        let mut attributes: Vec<(&str, &str)> = page.get(at).attributes().collect();
        attributes.sort_unstable();
        let words = if page.inside(at).any(|it| in_a_chart(page, it)) { String::new() } else { page.text(at) };
        format!("{} {attributes:?} {words}", page.get(at).tag)
    };
    outside.map(element).collect()
}

fn same(scene: &Scene, part: Part, told: &str) {
    let (now, before) = (read(part), before(scene, part));
    let (now, before) = (elements(&now), elements(&before));
    for (now, before) in now.iter().zip(&before) {
        assert_eq!(now, before, "{told}");
    }
    assert_eq!(now.len(), before.len(), "{told}");
}

#[test]
fn wards_are_what_they_were() {
    for world in World::both() {
        let ids: Vec<&str> = world.plan.wards.iter().map(|it| it.id.as_str()).collect();
        let mut addresses = vec!["view=wards".to_owned(), format!("view=wards&ward={}", ids.join(","))];
        addresses.push(format!("view=wards&ward={}", ids[..2].join(",")));
        addresses.extend(ids.iter().map(|it| format!("view=wards&ward={it}")));
        for address in addresses {
            let scene = world.at(&address);
            same(&scene, Part::Wards, &address);
        }
    }
}

#[test]
fn answers_are_what_they_were() {
    for world in World::both() {
        let scene = world.at("");
        same(&scene, Part::Finder, "nothing is asked");
        let wards = world.plan.wards.iter().map(|it| it.name.clone());
        let others = ["", "b", "nowhere", "B77 1AA", "QX1 1AA", "QX1 1AD", "SW1A 1AA", "QX1", "B77 9XX"];
        for typed in wards.chain(others.map(str::to_owned)) {
            scene.finder.ask(&typed);
            same(&scene, Part::Finder, &typed);
        }
        scene.finder.locate();
        same(&scene, Part::Finder, "the device is asked");
        scene.finder.ask(&world.plan.wards[0].name);
        let ward = world.plan.ward_ids().next().expect("there is one");
        scene.finder.remember(ward);
        same(&scene, Part::Finder, "it is remembered");
        scene.device.refuses.set(true);
        scene.finder.let_go();
        same(&scene, Part::Finder, "the device refuses");
    }
}

#[test]
fn paper_and_builder_are_what_they_were() {
    for world in World::both() {
        let priority = world.plan.priorities[0].id.as_str();
        for address in ["", "q=the", &format!("priority={priority}"), "view=figures"] {
            let scene = world.at(address);
            same(&scene, Part::Paper, address);
            same(&scene, Part::Embed, address);
        }
    }
}

/// The surroundings of a page as it is written.
struct Paper;

impl Surroundings for Paper {
    fn read(&self, _: &Plan) -> Parsed {
        Parsed::default()
    }

    fn write(&self, _: &Plan, _: &Query, _: Step) {}

    fn tell(&self, _: &Plan, _: &Query, _: usize) {}

    fn address(&self, _: &Plan, _: &Query) -> String {
        "#".to_owned()
    }

    fn focus(&self, _: &str) {}

    fn later(&self, _: Slot, _: u32, _: Box<dyn FnOnce()>) {}

    fn forget(&self, _: Slot) {}

    fn leave(&self) {}

    fn is_leaflet(&self) -> bool {
        true
    }
}

#[test]
fn charts_say_what_they_said_on_the_leaflet() {
    for world in World::both() {
        for which in Which::ALL {
            let scene = world.at("");
            let now = read(Part::Chart(which));
            let engine: &'static Engine = Box::leak(Box::new(Engine::new(world.plan)));
            let written = Explorer::new(world.plan, engine, 1, Rc::new(Paper));
            let part = view::Part::named(which.id()).expect("there was one of this name");
            let before = Page::read(&view::fill(written, scene.finder, part).html());
            assert_eq!(now.whole_text(), before.whole_text());
            let named = |page: &Page| -> Vec<String> {
                let elements = page.all().map(|at| page.get(at)).filter(|it| it.get("class").is_some());
                let element = |it: &crate::html::Element| {
                    format!("{} {:?} {:?} {:?}", it.tag, it.get("class"), it.get("role"), it.get("tabindex"))
                };
                let places = ["cp-chart__picture", "cp-chart__frame", "cp-chart__drawing"];
                elements.filter(|it| !places.iter().any(|class| it.has_class(class))).map(element).collect()
            };
            // The list of notes is not there where there are none.
            let before: Vec<String> = named(&before);
            let any = now.of_class("cp-chart__notes").next().is_some();
            let before: Vec<String> =
                before.into_iter().filter(|it| any || !it.contains("\"cp-chart__notes\"")).collect();
            assert_eq!(named(&now), before, "{which:?}");
        }
    }
}

#[test]
fn parts_have_the_names_that_they_had() {
    for name in ["embed", "finder", "paper", "wards"].into_iter().chain(Which::ALL.map(Which::id)) {
        assert_eq!(Part::named(name).map(Part::name), view::Part::named(name).map(view::Part::name));
        assert!(Part::named(name).is_some(), "{name}");
    }
}
