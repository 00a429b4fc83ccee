//! Wards: on the map, in the list, one at a time and side by side.

use crate::html::{At, Page};
use crate::{World, is_well_made, read, words_of};
use plan_explorer::chart::{people, recorded};
use plan_explorer::live::parts::Part;
use plan_explorer::plan::WardId;

fn of_tag<'p>(page: &'p Page, tag: &'p str) -> impl Iterator<Item = At> + 'p {
    page.all().filter(move |at| page.get(*at).tag == tag)
}

#[test]
fn each_ward_stands_on_the_map_and_in_the_list() {
    for world in World::both() {
        for (at, ward) in world.plan.wards.iter().enumerate() {
            let _scene = world.at(&format!("view=wards&ward={}", ward.id));
            let page = read(Part::Wards);
            is_well_made(&page);
            let options: Vec<At> = page.all().filter(|it| page.get(*it).get("role") == Some("option")).collect();
            assert_eq!(options.len(), world.plan.wards.len());
            let chosen: Vec<bool> =
                options.iter().map(|it| page.get(*it).get("aria-selected") == Some("true")).collect();
            let boxes: Vec<bool> = of_tag(&page, "input").map(|it| page.get(it).get("checked").is_some()).collect();
            let wanted: Vec<bool> = (0..options.len()).map(|it| it == at).collect();
            assert_eq!((&chosen, &boxes), (&wanted, &wanted), "{}", ward.name);
            let map = page.by_id("cp-map").expect("there is a map");
            let active = page.get(map).get("aria-activedescendant").expect("the keyboard is somewhere");
            assert_eq!(page.by_id(active), Some(options[at]), "the keyboard begins at what is chosen");
            let numbers = of_tag(&page, "text").count();
            assert!(numbers >= options.len(), "each has its name or number: {numbers}");
        }
    }
}

#[test]
fn what_is_not_from_the_plan_says_so_and_from_where() {
    for world in World::both() {
        for ward in world.plan.ward_ids() {
            let _scene = world.at(&format!("view=wards&ward={}", world.plan.ward(ward).id));
            let page = read(Part::Wards);
            let blocks: Vec<At> = page.of_class("cp-official").collect();
            assert!(blocks.len() >= 3, "people, deprivation, crime: {}", blocks.len());
            for block in blocks {
                let of = |class: &str| page.inside(block).filter(|at| page.get(*at).has_class(class)).count();
                assert_eq!(of("cp-official__mark"), 1);
                let local = page.get(block).get("aria-labelledby") == Some("cp-ward-local");
                assert!(local || of("cp-official__source") > 0, "{}", page.text(block));
            }
            let statement = &world.area.origin(world.area.crime.origin).statement;
            assert!(page.whole_text().contains(statement.as_str()), "the licence’s words are there");
        }
    }
}

#[test]
fn a_ward_has_its_figures_and_charts() {
    for world in World::both() {
        for ward in world.plan.ward_ids() {
            let _scene = world.at(&format!("view=wards&ward={}", world.plan.ward(ward).id));
            let page = read(Part::Wards);
            let text = page.whole_text();
            for sheet in people::sheets(world.plan, world.area, &[ward]) {
                for cell in sheet.table.rows.iter().flatten() {
                    let words = cell.words.split_whitespace().collect::<Vec<_>>().join(" ");
                    assert!(text.contains(&words), "“{words}” is on the page");
                }
            }
            for sentence in people::deprivation(world.plan, world.area, ward).into_iter().flat_map(|it| it.sentences) {
                assert!(text.contains(&sentence), "{sentence}");
            }
            for caution in recorded::cautions(&world.area.crime, &[]) {
                assert!(text.contains(&caution), "{caution}");
            }
            assert_eq!(page.of_class("cp-chart-place").count(), 3, "months, types and ages");
            assert_eq!(words_of(&page, "cp-ward__title"), format!("{} ward", world.plan.ward(ward).name));
        }
    }
}

#[test]
fn wards_side_by_side_are_not_ranked() {
    for world in World::both() {
        let ids: Vec<WardId> = world.plan.ward_ids().take(2).collect();
        let names = ids.iter().map(|it| world.plan.ward(*it).id.as_str()).collect::<Vec<_>>().join(",");
        let _scene = world.at(&format!("view=wards&ward={names}"));
        let page = read(Part::Wards);
        is_well_made(&page);
        let text = page.whole_text();
        assert!(text.contains("This is not a ranking"), "{text}");
        assert!(!text.contains("per 1,000 residents"), "no rates beside each other");
        assert_eq!(page.of_class("cp-chart-place").count(), 0);
        let crime = page.by_id("cp-ward-crime").expect("there is what the police recorded");
        let block = page.around(crime).next().expect("it stands in its block");
        let heads: Vec<String> =
            page.inside(block).filter(|at| page.get(*at).get("scope") == Some("col")).map(|at| page.text(at)).collect();
        let of_wards = ids.iter().map(|it| world.plan.ward(*it).name.clone());
        assert_eq!(heads[1..heads.len() - 1], of_wards.collect::<Vec<_>>());
    }
}
