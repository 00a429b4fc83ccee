//! What is shown, to cite and to take away as data: the same records as stand on the page.

use crate::dom::{all, around, inside, is_hidden, one, read as read_page, shown};
use crate::editions::{Edition, both, invented, ours};
use crate::{Hosted, read, words_of};
use plan_explorer::changes::Editions;
use plan_explorer::live::parts::Part;
use plan_explorer::page;
use plan_explorer::plan::{EntryId, Kind};
use plan_explorer::query::View;
use plan_explorer::query::extract::{Extract, Way};
use plan_explorer::site::export;
use plan_explorer::state::{Explorer, Snapshot};
use scraper::{ElementRef, Html};
use serde_json::Value;
use std::collections::BTreeSet;
use std::rc::Rc;

/// An edition with the files that are published of it.
struct Site {
    edition: Edition,
    files: Vec<export::File>,
}

impl Site {
    fn of(edition: Edition) -> Self {
        Self { files: export::files(edition.plan(), &edition.records.area), edition }
    }

    /// A published file.
    fn published(&self, way: Way) -> &str {
        let name = way.published().strip_prefix("data/").expect("it lies with the data");
        &self.files.iter().find(|it| it.name == name).expect("it is one of them").text
    }

    /// The same with what is shown.
    fn file(&self, explorer: Explorer, way: Way) -> String {
        extract(&self.edition, explorer).file(way, self.published(way)).expect("it can be read")
    }
}

fn sites() -> [Site; 2] {
    both().map(Site::of)
}

fn extract(edition: &Edition, explorer: Explorer) -> Extract<'static> {
    let plan = edition.plan();
    explorer.with(|now| Extract::of(plan, &now.query, &now.selection))
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("it is JSON")
}

/// Views and choices of an edition: each on its own, and some together.
fn addresses(edition: &Edition) -> Vec<String> {
    let plan = edition.plan();
    let mut all: Vec<String> =
        View::ALL.iter().map(|it| format!("view={}", it.slug())).chain([String::new(), "q=the".to_owned()]).collect();
    for view in ["", "&view=list", "&view=figures", "&view=wards"] {
        all.extend(plan.priorities.iter().map(|it| format!("priority={}{view}", it.id)));
        all.extend(plan.partners.iter().map(|it| format!("partner={}{view}", it.id)));
        all.extend(plan.wards.iter().map(|it| format!("ward={}{view}", it.id)));
        all.extend(Kind::ALL.iter().map(|it| format!("kind={}{view}", it.slug())));
        all.push(format!(
            "priority={},{}&q=nothing has these words{view}",
            plan.priorities[0].id, plan.priorities[1].id
        ));
        all.push(format!(
            "priority={}&partner={}&ward={}{view}",
            plan.priorities[0].id, plan.partners[0].id, plan.wards[0].id
        ));
    }
    all
}

/// The ids of the cards and figures that the page shows, with `now` for what the program hides on it.
fn on_page(edition: &Edition, page: &Html, now: &Snapshot) -> BTreeSet<String> {
    let plan = edition.plan();
    let is_off = |it: ElementRef<'_>| {
        if let Some(group) = it.attr("data-g") {
            return now.group(plan.find_priority(group)).is_none();
        }
        it.attr("data-section").is_some_and(|it| it != now.query.view.section().slug())
    };
    let cards = all(page, ":is(.cp-results, .cp-figures) [data-entry]").into_iter();
    let entries = cards
        .filter(|it| !around(*it).any(is_off))
        .map(|it| EntryId(it.attr("data-entry").and_then(|it| it.parse().ok()).expect("it is a number")));
    entries.filter(|it| now.leaves(*it)).map(|it| plan.entry(it).id.to_string()).collect()
}

/// The ids in what is taken away: of the records in lists, and of the facts of wards.
fn ids(data: &Value) -> (BTreeSet<String>, BTreeSet<String>) {
    let of = |list: &Value| -> Vec<String> {
        let all = list.as_array().into_iter().flatten();
        all.filter_map(|it| it["id"].as_str()).map(str::to_owned).collect()
    };
    let lists = data.as_object().expect("it is one").iter();
    let records = lists.filter(|it| !["priorities", "partners", "wards"].contains(&it.0.as_str()));
    let facts = data["wards"].as_array().into_iter().flatten().flat_map(|it| of(&it["facts"]));
    (records.flat_map(|it| of(it.1)).collect(), facts.collect())
}

#[test]
fn what_is_taken_is_what_the_page_shows() {
    for site in sites() {
        let edition = &site.edition;
        let page = read_page(&page::whole(Editions::alone(edition.plan()), edition.facts, 1));
        let (mut most, mut none) = (0, 0);
        for address in addresses(edition) {
            let scene = edition.at(&address);
            let explorer = scene.explorer;
            let wanted = on_page(edition, &page, &explorer.now());
            let (records, facts) = ids(&json(&site.file(explorer, Way::Json)));
            assert_eq!(&records | &facts, wanted, "{address}");
            assert_eq!(site.file(explorer, Way::Csv).lines().count() - 1, records.len(), "{address}");
            assert_eq!(extract(edition, explorer).is_empty(), records.is_empty(), "{address}");
            most = most.max(wanted.len());
            none += usize::from(wanted.is_empty());
        }
        assert_eq!(most, edition.plan().entries.len(), "all are shown at the start");
        assert!(none >= View::ALL.len() - 3, "none where a view tells of something else");
    }
}

#[test]
fn rows_of_the_table_stand_as_they_are_published() {
    for site in sites() {
        let whole = site.published(Way::Csv);
        for address in addresses(&site.edition) {
            let scene = site.edition.at(&address);
            let table = site.file(scene.explorer, Way::Csv);
            assert_eq!(table.split_inclusive("\r\n").next(), whole.split_inclusive("\r\n").next());
            // In their order, each once.
            let mut rest = whole.split_inclusive("\r\n");
            assert!(table.split_inclusive("\r\n").all(|row| rest.any(|it| it == row)), "{address}");
        }
    }
}

#[test]
fn a_table_is_read_as_such_files_are_written() {
    let edition = invented();
    let scene = edition.at("view=list");
    let shown = extract(&edition, scene.explorer);
    let [a, b] = [0, 1].map(|at| edition.plan().entries[at].id.as_str());
    for (published, left) in [
        // Commas, quotation marks and line ends inside a cell; another column before the id, and none after it.
        (
            format!("id,quote\r\n{a},\"x, \"\"y\"\"\r\nz\"\r\nother,\"{b}\"\r\n{b},£\r\n"),
            Some(format!("id,quote\r\n{a},\"x, \"\"y\"\"\r\nz\"\r\n{b},£\r\n")),
        ),
        (
            format!("quote,id,x\n\"\n{b},{b}\n\",{a},1\n{b},other,2\n"),
            Some(format!("quote,id,x\n\"\n{b},{b}\n\",{a},1\n")),
        ),
        (format!("id,x\r\n\"{a}\",\r\n"), Some(format!("id,x\r\n\"{a}\",\r\n"))),
        ("id,x\r\n".to_owned(), Some("id,x\r\n".to_owned())),
        // What is no such table, or breaks off.
        (format!("name,x\r\n{a},1\r\n"), None),
        (format!("id,x\r\n{a},\"broken"), None),
        (String::new(), None),
    ] {
        assert_eq!(shown.file(Way::Csv, &published), left, "{published:?}");
    }
    for broken in ["", "{", "[]", "{\"wards\": 1}", "{\"wards\": [{]}"] {
        assert_eq!(shown.file(Way::Json, broken), None, "{broken:?}");
    }
    assert_eq!(shown.file(Way::Csvw, "["), None);
}

#[test]
fn the_data_keep_all_that_records_refer_to() {
    for site in sites() {
        let plan = site.edition.plan();
        let text = site.published(Way::Json);
        let whole = json(text);
        for address in ["view=list".to_owned(), format!("ward={}", plan.wards[0].id), "view=glossary".to_owned()] {
            let scene = site.edition.at(&address);
            let taken = site.file(scene.explorer, Way::Json);
            // Nothing but lines of the published file, with fewer items in lists.
            let lines: BTreeSet<&str> = text.lines().map(|it| it.trim_end_matches(',')).collect();
            let new: Vec<&str> = taken.lines().filter(|it| !lines.contains(it.trim_end_matches(','))).collect();
            assert!(new.iter().all(|it| it.trim_end_matches(',').ends_with("[]")), "{address}: {new:?}");
            let told = export::compare("a-selection.json", &taken, plan, &site.edition.records.area);
            assert_eq!(told, Ok(Vec::new()), "{address}");
            let taken = json(&taken);
            for name in ["edition", "priorities", "partners"] {
                assert_eq!(taken[name], whole[name], "{address}");
            }
            let wards = |it: &Value| it["wards"].as_array().map_or(0, Vec::len);
            assert_eq!(wards(&taken), wards(&whole), "{address}");
        }
    }
}

#[test]
fn files_are_named_alike_and_the_columns_name_the_table() {
    for (edition, name) in
        [(ours(), "tamworth-update-2021-draft-selection"), (invented(), "brindlemere-update-2031-draft-selection")]
    {
        let site = Site::of(edition);
        let scene = edition.at("");
        let shown = extract(&edition, scene.explorer);
        for (way, ending) in [(Way::Csv, "csv"), (Way::Csvw, "csv-metadata.json"), (Way::Json, "json")] {
            assert_eq!(shown.name(way), format!("{name}.{ending}"));
        }
        let whole = site.published(Way::Csvw).trim_end();
        let columns = site.file(scene.explorer, Way::Csvw);
        assert_eq!(columns, whole.replacen("\"plan.csv\"", &format!("\"{name}.csv\""), 1));
    }
}

#[test]
fn it_says_what_is_shown_and_where() {
    const HERE: &str = "https://plan.example/?priority=one";
    let edition = ours();
    let from = "Tamworth Community Safety Partnership: ";
    for (address, count, sections) in [
        (
            "priority=asb&view=list",
            "21 records of the plan are shown, and 7 from other sources, which the JSON has with their wards.",
            ", sections 3.1, 4, 4.1 and 5",
        ),
        ("view=glossary", "No records of the plan are shown here. The whole plan can be downloaded below.", ""),
    ] {
        let _scene = edition.at_on(address, Rc::new(Hosted));
        let page = read(Part::Extract);
        assert_eq!(words_of(&page, "#cp-take-link"), HERE);
        let cited = words_of(&page, "#cp-take-cite");
        let end = format!("Update 2021 DRAFT{sections}. Read in the plan explorer on 30 November 2026, {HERE}");
        assert!(cited.starts_with(from) && cited.ends_with(&end), "{cited}");
        assert!(shown(page.root_element()).contains(count), "{address}");
        let buttons = all(&page, "button");
        assert_eq!(buttons.len(), 6);
        let hidden: Vec<String> = buttons.into_iter().filter(|it| is_hidden(*it)).map(shown).collect();
        assert_eq!(hidden.is_empty(), !sections.is_empty(), "{address}");
    }
    for edition in both() {
        for address in one_record(&edition) {
            let scene = edition.at(&address);
            assert_eq!(extract(&edition, scene.explorer).count(), "1 record of the plan is shown.", "{address}");
            let cited = extract(&edition, scene.explorer).citation("today", "here");
            assert!(
                cited.contains(", section ") && cited.ends_with(". Read in the plan explorer on today, here"),
                "{cited}"
            );
        }
        // A device without a way of its own, and nothing to take away.
        let _scene = edition.at("view=about");
        let page = read(Part::Extract);
        assert_eq!(inside(page.root_element(), "button").into_iter().filter(|it| is_hidden(*it)).count(), 4);
        assert!(is_hidden(one(page.root_element(), "p.cp-quiet")));
    }
}

/// Addresses that leave one record of the plan and no fact.
fn one_record(edition: &Edition) -> Vec<String> {
    let plan = edition.plan();
    let mut found = Vec::new();
    for partner in &plan.partners {
        for (priority, kind) in
            plan.priorities.iter().flat_map(|it| [(it, "promised"), (it, "done"), (it, "direction")])
        {
            let address = format!("partner={}&priority={}&kind={kind}", partner.id, priority.id);
            if edition.at(&address).explorer.total() == 1 {
                found.push(address);
            }
        }
    }
    assert!(!found.is_empty(), "there are such choices");
    found
}
