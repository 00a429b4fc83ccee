//! The page as it is written: whole, well made, and with the marks by which the program brings it to life.

#![expect(clippy::expect_used, reason = "a test that cannot go on says so and fails")]

#[path = "page/compare.rs"]
mod compare;
#[path = "page/dom.rs"]
mod dom;
#[path = "page/outline.rs"]
mod outline;
#[path = "views/quotes.rs"]
mod quotes;

use dom::{all, inside, name, read, text, tidy};
use plan_explorer::page;
use plan_explorer::plan::{Area, EntryId, Gap, Kind, PartnerId, Plan, load};
use plan_explorer::query::{Choice, Engine, Query, gap_label, link, passages, priorities_in_order};
use scraper::Html;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

/// A plan with all that its page is made from.
struct Edition {
    plan: &'static Plan,
    area: Option<&'static Area>,
    engine: &'static Engine,
    html: String,
}

impl Edition {
    fn new(plan: &'static Plan, area: Option<&'static Area>) -> Self {
        let engine = Box::leak(Box::new(Engine::new(plan)));
        Self { plan, area, engine, html: page::whole(plan, area, engine, 1) }
    }

    fn page(&self) -> Html {
        read(&self.html)
    }

    fn fragment(&self) -> String {
        page::fragment(self.plan, self.area, self.engine, 2)
    }
}

/// The bundled plan and an invented one.
fn editions() -> &'static [Edition; 2] {
    static EDITIONS: OnceLock<[Edition; 2]> = OnceLock::new();
    EDITIONS.get_or_init(|| {
        let bundled = plan_explorer::bundle::plan().expect("the build packed it");
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/editions/brindlemere");
        let loaded = load::edition(&folder);
        let invented = Box::leak(Box::new(loaded.plan.expect("the invented edition has no mistakes")));
        let area = loaded.area.map(|it| &*Box::leak(Box::new(it)));
        [Edition::new(bundled, plan_explorer::bundle::area()), Edition::new(invented, area)]
    })
}

#[test]
fn the_page_is_well_made() {
    for edition in editions() {
        for level in 1..=4 {
            let html = page::whole(edition.plan, edition.area, edition.engine, level);
            assert!(!html.contains("<!"), "Leptos's marks are taken away");
            let faults = outline::faults(&html);
            assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
        }
        println!("{}: {} bytes", edition.plan.edition.place, edition.html.len());
    }
}

#[test]
fn it_says_what_could_be_taken_for_markup() {
    let mut plan = editions()[0].plan.clone();
    let words = "a <!> b & \"c\" <script>";
    words.clone_into(&mut plan.partners[0].short);
    let edition = Edition::new(Box::leak(Box::new(plan)), None);
    let page = edition.page();
    assert!(text(page.root_element()).contains(words), "in a text");
    assert!(all(&page, "[data-names]").iter().any(|it| it.attr("data-names").is_some_and(|it| it.contains(words))));
}

#[test]
fn every_record_and_quote_stands_on_it_and_on_the_plain_copy() {
    for edition in editions() {
        let plan = edition.plan;
        for (name, html) in [("page", &edition.html), ("plain copy", &edition.fragment())] {
            let text = text(read(html).root_element());
            let mut wanted: Vec<(String, &str)> =
                quotes::quotes(plan).into_iter().map(|(id, it)| (id, it.quote.as_str())).collect();
            wanted.extend(plan.entries.iter().filter_map(|it| Some((it.id.to_string(), it.plain.as_deref()?))));
            wanted.extend(plan.entries.iter().map(|it| (it.id.to_string(), it.words())));
            wanted.extend(plan.glossary.iter().map(|it| (it.id.to_string(), it.meaning.as_str())));
            wanted.extend(plan.notes.iter().map(|it| (it.id.to_string(), it.text.as_str())));
            wanted.extend(plan.sections.iter().map(|it| (it.id.to_string(), it.heading.as_str())));
            let lost: Vec<_> = wanted.iter().filter(|(_, it)| !text.contains(&tidy(it))).map(|(id, _)| id).collect();
            println!("{}, {name}: {} of {} records", plan.edition.place, wanted.len() - lost.len(), wanted.len());
            assert!(lost.is_empty(), "not on the {name}: {lost:?}");
        }
    }
}

#[test]
fn the_plain_copy_fits_into_any_page() {
    for edition in editions() {
        let html = edition.fragment();
        let copy = read(&html);
        let known = ["id", "href", "rel", "scope", "colspan", "rowspan", "lang", "open"];
        for element in dom::every(&copy) {
            for (attribute, value) in element.value().attrs() {
                assert!(known.contains(&attribute), "{} has {attribute}", name(element));
                let place = if attribute == "id" {
                    Some(value)
                } else {
                    value.strip_prefix('#').filter(|_| attribute == "href")
                };
                assert!(place.is_none_or(|it| it.starts_with("plan-copy-")), "{} names {value}", name(element));
            }
            let acts = ["button", "input", "select", "label", "form", "script", "style", "svg"];
            assert!(!acts.contains(&element.value().name()), "{}", name(element));
        }
        let faults = outline::faults(&html);
        assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
        assert!(html.starts_with("<div><div>") && html.contains("<h2"), "it begins below the title of the other page");
    }
}

/// The entries that the plan has under a priority, or under the plan as a whole.
fn entries(plan: &Plan, group: &str, kind: Kind) -> Vec<EntryId> {
    let is_in = |id: &EntryId| {
        let entry = plan.entry(*id);
        let here = match plan.find_priority(group) {
            None => entry.priorities.is_empty(),
            Some(priority) => entry.priorities.contains(&priority),
        };
        here && entry.kind == kind
    };
    plan.entry_ids().filter(is_in).collect()
}

fn number(element: scraper::ElementRef<'_>, mark: &str) -> EntryId {
    EntryId(element.attr(mark).and_then(|it| it.parse().ok()).expect("it has a number"))
}

#[test]
fn groups_and_lists_hold_the_entries_of_the_plan() {
    for edition in editions() {
        let (plan, page) = (edition.plan, edition.page());
        let groups = all(&page, ".cp-results [data-g]");
        let slugs: Vec<&str> = groups.iter().filter_map(|it| it.attr("data-g")).collect();
        let order = priorities_in_order(plan, Query::default().order);
        let wanted: Vec<&str> = order.iter().map(|it| plan.priority(*it).id.as_str()).chain(["whole"]).collect();
        assert_eq!(slugs, wanted);
        for group in groups {
            let slug = group.attr("data-g").expect("it was asked for");
            let mut shown = Vec::new();
            for list in inside(group, "[data-kind]") {
                let kind = Kind::ALL.into_iter().find(|it| list.attr("data-kind") == Some(it.slug()));
                let kind = kind.expect("a kind of entry");
                let members: Vec<EntryId> =
                    inside(list, "[data-entry]").into_iter().map(|it| number(it, "data-entry")).collect();
                assert_eq!(members, entries(plan, slug, kind), "{slug}, {kind:?}");
                let count = inside(list, ".cp-list__number");
                assert_eq!(count.iter().map(|it| text(*it)).collect::<Vec<_>>(), [members.len().to_string()]);
                shown.push(kind);
            }
            let mut wanted = Kind::ALL.to_vec();
            wanted.retain(|kind| !entries(plan, slug, *kind).is_empty());
            shown.sort_unstable();
            assert_eq!(shown, wanted, "{slug}");
        }
        let figures: BTreeSet<EntryId> =
            all(&page, "[data-section=figures] [data-entry]").into_iter().map(|it| number(it, "data-entry")).collect();
        let directions = plan.entry_ids().filter(|it| plan.entry(*it).kind == Kind::Direction);
        assert_eq!(figures, directions.collect());
    }
}

#[test]
fn counts_beside_choices_are_what_choosing_them_gives() {
    for edition in editions() {
        let (plan, page) = (edition.plan, edition.page());
        let mut counted = 0;
        for label in all(&page, "label.cp-check:not(.cp-check--role)") {
            let [control] = inside(label, "input")[..] else { panic!("a label holds one box: {}", name(label)) };
            let [count] = inside(label, "[data-number]")[..] else { panic!("a box has one count: {}", name(label)) };
            let (key, value) = (control.attr("name").expect("a name"), control.attr("value").expect("a value"));
            let query = link::from_params(plan, &format!("{key}={value}")).query;
            assert_eq!(query.count_choices(), 1, "{key} {value} is a choice");
            let wanted = edition.engine.count(&query);
            assert_eq!(text(count), wanted.to_string(), "{key} {value}");
            assert_eq!(label.attr("class").expect("a class").contains("cp-check--none"), wanted == 0);
            counted += 1;
        }
        let kinds = Kind::ALL.iter().filter(|kind| plan.entries.iter().any(|it| it.kind == **kind)).count();
        let gaps = Gap::ALL.iter().filter(|gap| plan.entries.iter().any(|it| it.gaps.contains(gap))).count();
        assert_eq!(counted, plan.priorities.len() + plan.partners.len() + plan.wards.len() + kinds + gaps);
        let total = plan.entries.len();
        assert!(text(all(&page, "#cp-results-title .cp-when-all")[0]).contains(&format!("All {total} statements")));
        for show in all(&page, "[data-text=show-results]") {
            assert_eq!(text(show), format!("Show {total} results"));
        }
    }
}

#[test]
fn organisations_have_all_their_names() {
    for edition in editions() {
        let (plan, page) = (edition.plan, edition.page());
        let rows = all(&page, "[data-names]");
        assert_eq!(rows.len(), plan.partners.len());
        for row in rows {
            let [control] = inside(row, "input")[..] else { panic!("a row holds one box: {}", name(row)) };
            let id = plan.find_partner(control.attr("value").unwrap_or_default()).expect("the plan has it");
            let partner = plan.partner(id);
            let names = row.attr("data-names").expect("it was asked for");
            let wanted = partner.aliases.iter().map(|it| &it.name).chain([&partner.name, &partner.short]);
            assert!(wanted.into_iter().all(|it| names.contains(it.as_str())), "{names}");
        }
    }
}

/// Whether the words of a link say what its query chooses.
fn speaks_of(plan: &Plan, words: &str, query: &Query) -> bool {
    match &query.choices()[..] {
        [Choice::Partner(id)] => words == tidy(&plan.partner(*id).name),
        [Choice::Priority(id)] => words.starts_with(&tidy(&plan.priority(*id).short)),
        [Choice::Gap(gap)] => words.starts_with(gap_label(*gap)),
        [Choice::Priority(priority), Choice::Partner(partner)] => {
            words.ends_with(&tidy(&format!(": {}, {}", plan.partner(*partner).short, plan.priority(*priority).short)))
        }
        [Choice::Priority(id), Choice::Gap(Gap::LeadNotStated)] => {
            words == tidy(&format!("Not stated: lead partner for {}", plan.priority(*id).short))
        }
        _ => false,
    }
}

#[test]
fn links_stand_for_queries_and_views() {
    for edition in editions() {
        let (plan, page) = (edition.plan, edition.page());
        let links = all(&page, "a[data-query]");
        let mut partners = BTreeSet::new();
        for it in &links {
            let query = it.attr("data-query").expect("it was asked for");
            let parsed = link::from_params(plan, query);
            assert!(parsed.dropped.is_empty() && !parsed.query.is_empty(), "{query}");
            assert_eq!(link::to_params(plan, &parsed.query), query);
            assert!(
                edition.engine.count(&parsed.query) > 0 || query.starts_with("partner="),
                "{query} leads to nothing"
            );
            partners.extend(parsed.query.partners.iter().copied());
            assert!(speaks_of(plan, &text(*it), &parsed.query), "“{}” stands for {query}", text(*it));
            // Where the place on the page is not what the query shows, the link is of use with the program alone.
            let reads_as_words = it.attr("class").is_some_and(|it| it.contains("cp-app-link"));
            assert_eq!(it.attr("href") == Some("#cp-results-title"), reads_as_words, "{}", name(*it));
        }
        assert_eq!(partners, plan.partner_ids().collect::<BTreeSet<PartnerId>>());
        let sections: Vec<&str> =
            all(&page, "[data-section]").iter().filter_map(|it| it.attr("data-section")).collect();
        let of_menu: Vec<&str> =
            all(&page, ".cp-menu [data-view]").iter().filter_map(|it| it.attr("data-view")).collect();
        assert_eq!(sections, [&of_menu[..], &["embed"]].concat());
    }
}

#[test]
fn statements_lead_to_their_passage() {
    for edition in editions() {
        let (plan, page) = (edition.plan, edition.page());
        let passages: Vec<String> = all(&page, ".cp-passage").into_iter().map(text).collect();
        let wanted: Vec<String> =
            passages::by_section(plan).into_iter().flat_map(|it| it.1).map(|it| tidy(it.quote)).collect();
        assert_eq!(passages, wanted, "the full text is whole and in order");
        for origin in all(&page, "details.cp-origin") {
            for it in inside(origin, "[data-passage]") {
                let id = format!("cp-text-{}", it.attr("data-passage").expect("it was asked for"));
                let [passage] = all(&page, &format!("[id=\"{id}\"]"))[..] else { panic!("nothing is at {id}") };
                let section = dom::around(passage).find(|it| it.value().name() == "section").expect("a section");
                assert!(
                    inside(section, "[id]")
                        .iter()
                        .any(|place| place.attr("id").map(|id| format!("#{id}")).as_deref() == it.attr("href")),
                    "{} leads to another section",
                    name(it)
                );
            }
        }
    }
}
