//! Wards: on the map, in the list; and what is written of them, one at a time and side by side.

use crate::dom::{self, all, around, inside, one, shown, tidy};
use crate::editions::{Edition, both};
use crate::{read, words};
use plan_explorer::changes::Editions;
use plan_explorer::chart::{people, recorded};
use plan_explorer::live::parts::Part;
use plan_explorer::page;
use plan_explorer::plan::area::Origin as Publication;
use plan_explorer::plan::{Coverage, Kind, Origin, WardId};
use plan_explorer::query::link;
use scraper::{ElementRef, Html};
use std::collections::BTreeSet;

#[test]
fn each_ward_stands_on_the_map_and_in_the_list() {
    for edition in both() {
        for (at, ward) in edition.plan().wards.iter().enumerate() {
            let _scene = edition.at(&format!("view=wards&ward={}", ward.id));
            let page = read(Part::Wards);
            let options = all(&page, "[role=option]");
            assert_eq!(options.len(), edition.plan().wards.len());
            let chosen: Vec<bool> = options.iter().map(|it| it.attr("aria-selected") == Some("true")).collect();
            let boxes = all(&page, ".cp-wards__list input[type=checkbox]");
            let boxes: Vec<bool> = boxes.into_iter().map(|it| it.attr("checked").is_some()).collect();
            let wanted: Vec<bool> = (0..options.len()).map(|it| it == at).collect();
            assert_eq!((&chosen, &boxes), (&wanted, &wanted), "{}", ward.name);
            let map = one(page.root_element(), "#cp-map");
            assert_eq!(map.attr("role"), Some("listbox"));
            let active = map.attr("aria-activedescendant").expect("the keyboard is somewhere");
            assert_eq!(options[at].attr("id"), Some(active), "the keyboard begins at what is chosen");
            let on_map: Vec<&str> = options.iter().filter_map(|it| it.attr("aria-label")).collect();
            assert_eq!(on_map, edition.plan().wards.iter().map(|it| it.name.as_str()).collect::<Vec<_>>());
            // A map is never coloured by a figure: what differs between wards is whether they are chosen, and nothing else.
            let classes: BTreeSet<_> = options.iter().filter_map(|it| it.attr("class")).collect();
            assert_eq!(classes.len(), 2, "{classes:?}");
            let numbers = all(&page, "text").len();
            assert!(numbers >= options.len(), "each has its name or number: {numbers}");
        }
    }
}

/// The file with all that is known of wards.
fn file(edition: &Edition) -> String {
    page::wards(Editions::alone(edition.plan()), edition.facts, &edition.records.area)
}

/// What is known of these wards, as `public/fragments.js` puts it onto the page: of several, what is about others is taken out.
pub(crate) fn known(edition: &Edition, wards: &[&str]) -> Html {
    let file = file(edition);
    let name = if let [one] = wards { one } else { "several" };
    let after = file.split_once(&format!("<!--{name}-->")).unwrap_or_else(|| panic!("{name} is in the file")).1;
    let mut page = dom::read(after.split("<!--").next().unwrap_or_default());
    let is_about_others =
        |it: &&ElementRef<'_>| it.attr("data-of").is_some_and(|of| !of.split(' ').any(|id| wards.contains(&id)));
    let mut gone: Vec<_> = all(&page, "[data-of]").iter().filter(is_about_others).map(|it| it.id()).collect();
    for table in all(&page, "[data-columns]") {
        let columns: Vec<&str> = table.attr("data-columns").unwrap_or_default().split(' ').collect();
        for row in inside(table, "tr") {
            let cells = row.child_elements().skip(1).zip(&columns);
            gone.extend(cells.filter(|(_, id)| !wards.contains(id)).map(|it| it.0.id()));
        }
    }
    for id in gone {
        page.tree.get_mut(id).expect("it is there").detach();
    }
    page
}

#[test]
fn each_ward_has_its_fragment_and_all_have_one_together() {
    for edition in both() {
        let file = file(&edition);
        let names: Vec<&str> = file.split("<!--").skip(1).filter_map(|it| Some(it.split_once("-->")?.0)).collect();
        let wards = edition.plan().wards.iter().map(|it| it.id.as_str());
        assert_eq!(names, wards.chain(["several"]).collect::<Vec<_>>(), "and no other comment");
        let several = known(&edition, &names[..names.len() - 1]);
        // Every table beside one another has a column for each ward, which can be taken out.
        for table in all(&several, "[data-columns]") {
            let heads = inside(table, "[scope=col]").len();
            let wards = names.len() - 1;
            assert!([wards + 1, wards + 2].contains(&heads), "what, each ward, and perhaps all: {heads}");
        }
        assert!(!all(&several, "[data-columns]").is_empty());
        assert!(all(&several, "table").len() == all(&several, "[data-columns] table").len());
    }
}

#[test]
fn what_is_not_from_the_plan_is_marked_with_its_source() {
    for edition in both() {
        let area = &edition.records.area;
        for wards in edition.wards() {
            let page = known(&edition, &wards);
            let (text, wards_said) = (words(&page), wards.join(", "));
            let blocks = all(&page, ".cp-official");
            assert!(blocks.len() >= 2, "people and homes, crime: {}", blocks.len());
            for block in blocks {
                let said = shown(block);
                assert_eq!(inside(block, ".cp-official__mark").len(), 1);
                let local = block.attr("aria-labelledby") == Some("cp-ward-local");
                assert!(local || !inside(block, ".cp-official__source").is_empty(), "{said}");
                assert!(said.contains("Not from the plan") && said.contains("Source: "), "{wards_said}: {said}");
                if !inside(block, "table").is_empty() {
                    let of_licence = |it: &Publication| {
                        said.contains(&it.statement) && said.contains(&it.publisher) && said.contains(&it.licence)
                    };
                    assert!(area.origins.iter().any(of_licence), "{wards_said}: {said}");
                }
            }
            let statement = &area.origin(area.crime.origin).statement;
            assert!(text.contains(statement.as_str()), "the licence’s words are there");
            // What must be said beside recorded crime is said, and what is about another ward is not.
            for caution in &area.crime.cautions {
                let of_one = caution.wards.iter().any(|it| wards.contains(&edition.plan().ward(*it).id.as_str()));
                let concerned = caution.wards.is_empty() || of_one;
                assert_eq!(text.contains(&caution.text), concerned, "{wards_said}: {}", caution.text);
            }
            for spell in &area.crime.spells {
                let note = spell.note.as_deref().unwrap_or_default();
                assert!(text.contains(&spell.words) && text.contains(note), "{wards_said}: {}", spell.words);
            }
            for note in area.crime.types.iter().filter_map(|it| it.note.as_deref()) {
                assert!(text.contains(note), "{wards_said}: {note}");
            }
            for means in area.origins.iter().filter_map(|it| it.means.as_deref()) {
                assert!(text.contains(means), "{wards_said}: {means}");
            }
            // A rate stands on the page of one ward alone.
            assert_eq!(text.contains("This is no yearly rate"), wards.len() == 1, "{wards_said}");
            let cells = all(&page, "td, th");
            assert!(cells.into_iter().all(|it| !shown(it).is_empty()), "{wards_said}: no cell is empty");
        }
    }
}

#[test]
fn facts_about_places_stand_with_their_source_and_how_sure_they_are() {
    let mut facts = 0;
    for edition in both() {
        let plan = edition.plan();
        for entry in plan.entries.iter().filter(|it| it.kind == Kind::Local) {
            let (Origin::Elsewhere(local), Coverage::Wards(wards)) = (&entry.origin, &entry.coverage) else {
                panic!("a local fact has a source and wards")
            };
            facts += 1;
            for ward in plan.ward_ids() {
                let text = words(&known(&edition, &[plan.ward(ward).id.as_str()]));
                let here = wards.contains(&ward);
                for words in [&local.fact, &local.basis, &local.date] {
                    assert!(!here || text.contains(words.as_str()), "{}: {words}", plan.ward(ward).name);
                }
                assert_eq!(text.contains(&local.fact), here, "{}", plan.ward(ward).name);
            }
        }
    }
    assert!(facts > 1, "there are some to look for");
}

#[test]
fn links_lead_to_addresses_that_read() {
    for edition in both() {
        for wards in edition.wards() {
            let scene = edition.at(&format!("view=wards&ward={}", wards.join(",")));
            scene.finder.ask(&edition.plan().wards[0].name);
            let pages = [known(&edition, &wards), read(Part::Finder)];
            let links = pages.iter().flat_map(|page| all(page, "a").into_iter().filter_map(|it| it.attr("href")));
            let links: Vec<&str> = links.filter_map(|it| it.strip_prefix('?')).collect();
            assert!(links.len() > 1, "{links:?}");
            for to in links {
                let parsed = link::from_params(edition.facts, to);
                assert!(parsed.dropped.is_empty(), "?{to}: {:?}", parsed.dropped);
                assert_eq!(link::to_params(edition.facts, &parsed.query), to);
            }
        }
    }
}

#[test]
fn a_ward_has_its_figures_and_charts() {
    let mut most = 0;
    for edition in both() {
        for ward in edition.plan().ward_ids() {
            let page = known(&edition, &[edition.plan().ward(ward).id.as_str()]);
            let text = words(&page);
            for sheet in people::sheets(edition.plan(), &edition.records.area, &[ward]) {
                for cell in sheet.table.rows.iter().flatten() {
                    assert!(text.contains(&tidy(&cell.words)), "“{}” is on the page", cell.words);
                }
            }
            for sentence in
                people::deprivation(edition.plan(), &edition.records.area, ward).into_iter().flat_map(|it| it.sentences)
            {
                assert!(text.contains(&sentence), "{sentence}");
            }
            for caution in recorded::cautions(&edition.records.area.crime, &[]) {
                assert!(text.contains(&caution), "{caution}");
            }
            assert_eq!(all(&page, ".cp-chart-place").len(), 3, "months, types and ages");
            // Three numbers stand open, each with its year, its publisher and the same of the whole area; all others can be opened.
            let area = &edition.records.area;
            let numbers: Vec<String> = all(&page, ".cp-numbers > li").into_iter().map(shown).collect();
            let leading = people::leading(edition.plan(), area, ward);
            most = most.max(leading.len());
            assert_eq!(numbers.len(), leading.len(), "{numbers:?}");
            for (said, number) in numbers.iter().zip(leading) {
                let publisher = &area.origin(number.origin).publisher;
                let parts = [&number.value, &number.what, &number.of_area, &number.when, publisher];
                assert!(parts.into_iter().all(|it| said.contains(&tidy(it))), "{said}");
            }
            let tables = all(&page, ".cp-official .cp-table--official");
            let closed =
                |it: &ElementRef<'_>| around(*it).any(|it| it.value().name() == "details" && it.attr("open").is_none());
            assert!(!tables.is_empty() && tables.iter().all(closed), "they open");
        }
    }
    assert_eq!(most, 3);
}

#[test]
fn wards_side_by_side_are_not_ranked() {
    for edition in both() {
        let ids: Vec<WardId> = edition.plan().ward_ids().take(2).collect();
        let names = ids.iter().map(|it| edition.plan().ward(*it).id.as_str()).collect::<Vec<_>>();
        let page = known(&edition, &names);
        let text = words(&page);
        assert!(text.contains("This is not a ranking"), "{text}");
        assert!(!text.contains("per 1,000 residents"), "no rates beside each other");
        assert_eq!(all(&page, ".cp-chart-place").len(), 0);
        let crime = one(page.root_element(), "#cp-ward-crime");
        let block = around(crime).next().expect("it stands in its block");
        let heads: Vec<String> = inside(block, "[scope=col]").into_iter().map(shown).collect();
        let of_wards = ids.iter().map(|it| edition.plan().ward(*it).name.clone());
        assert_eq!(heads[1..heads.len() - 1], of_wards.collect::<Vec<_>>());
    }
}
