//! The page as it is written: whole, well made, and with the marks by which the program brings it to life.

#![expect(clippy::expect_used, reason = "a test that cannot go on says so and fails")]

#[path = "page/charts.rs"]
mod charts;
#[path = "page/document.rs"]
mod document;
#[path = "reading/dom.rs"]
mod dom;
#[path = "reading/editions.rs"]
mod editions;
#[path = "reading/entries.rs"]
mod entries;
#[path = "page/honest.rs"]
mod honest;
#[path = "reading/numbers.rs"]
mod numbers;
#[path = "reading/outline.rs"]
mod outline;
#[path = "page/quotes.rs"]
mod quotes;

use dom::{all, inside, is_hidden, name, read, shown, text, tidy};
use editions::Edition;
use entries::entries;
use outline::Stage;
use plan_explorer::changes::Editions;
use plan_explorer::live::parts::Part;
use plan_explorer::page;
use plan_explorer::plan::{EntryId, Gap, Kind, PartnerId, Plan};
use plan_explorer::query::{
    Choice, Facts, Query, View, choice_label, choice_unit, gap_label, link, passages, priorities_in_order, terms,
};
use scraper::Html;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// An edition with its page.
struct Written {
    edition: Edition,
    html: String,
}

impl Written {
    fn plan(&self) -> &'static Plan {
        self.edition.plan()
    }

    fn page(&self) -> Html {
        read(&self.html)
    }

    fn fragment(&self) -> String {
        page::fragment(Editions::alone(self.plan()), self.edition.facts, 2)
    }
}

/// The page of the plan of `data/`, and that of an invented one.
fn pages() -> &'static [Written; 2] {
    static PAGES: OnceLock<[Written; 2]> = OnceLock::new();
    PAGES.get_or_init(|| {
        editions::both()
            .map(|edition| Written { edition, html: page::whole(Editions::alone(edition.plan()), edition.facts, 1) })
    })
}

#[test]
fn the_page_is_well_made() {
    for written in pages() {
        let (plan, facts) = (written.plan(), written.edition.facts);
        for level in 1..=4 {
            let html = page::whole(Editions::alone(plan), facts, level);
            let mark = html.find("<!").and_then(|at| html.get(at.saturating_sub(200)..at + 9));
            assert_eq!(mark, None, "Leptos's marks are taken away");
            let mut faults = outline::faults(&html, Stage::Written);
            faults.extend(outline::stray_links(&html, plan, &written.edition.records.area));
            assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
        }
        println!("{}: {} bytes", plan.edition.place, written.html.len());
    }
}

#[test]
fn it_has_its_landmarks() {
    for written in pages() {
        let (plan, page) = (written.plan(), written.page());
        let seen = |selector: &str| all(&page, selector).into_iter().filter(|it| !is_hidden(*it)).collect::<Vec<_>>();
        assert_eq!(seen("[role=search]").len(), 1);
        assert_eq!(seen("[role=status]").len(), 1, "what parts say of themselves comes with the program");
        assert_eq!(seen("nav").len(), 1);
        let [title] = seen("h1")[..] else { panic!("there is one title") };
        assert_eq!(text(title), plan.edition.heading);
        let [edition] = seen(".cp-edition[role=note]")[..] else { panic!("the edition is told once") };
        let state = if plan.edition.draft { "Draft" } else { "Published" };
        assert!(text(edition).starts_with(state), "the edition's state is in sight");
        let said = shown(page.root_element());
        assert!(said.contains(&plan.edition.standing) && said.contains(&plan.edition.rights));
        // What the program brings into sight.
        for selector in [".cp-dropped[role=note]", ".cp-chosen[data-place=choices]", ".cp-exit-bar"] {
            let [waits] = all(&page, selector)[..] else { panic!("there is one {selector}") };
            assert!(is_hidden(waits), "{selector}");
        }
        assert!(!written.html.contains("localStorage"));
    }
}

#[test]
fn each_part_has_one_place_and_each_place_a_part() {
    for written in pages() {
        let (page, plan) = (written.page(), written.edition.plan());
        let mut places: Vec<&str> = all(&page, "[data-part]").iter().filter_map(|it| it.attr("data-part")).collect();
        for place in &places {
            let part = Part::named(place, plan).unwrap_or_else(|| panic!("the second program knows no part “{place}”"));
            assert_eq!(part.name(plan), *place);
        }
        places.sort_unstable();
        assert!(places.windows(2).all(|it| it[0] != it[1]), "{places:?}");
        for part in [Part::Embed, Part::Finder, Part::Paper, Part::Ward, Part::Wards] {
            assert!(places.contains(&&*part.name(plan)), "{part:?}");
        }
    }
}

#[test]
fn it_says_what_could_be_taken_for_markup() {
    let mut plan = editions::ours().plan().clone();
    let words = "a <!> b & \"c\" <script>";
    words.clone_into(&mut plan.partners[0].short);
    let plan = Box::leak(Box::new(plan));
    let facts = Box::leak(Box::new(Facts::of(plan)));
    let page = read(&page::whole(Editions::alone(plan), facts, 1));
    assert!(text(page.root_element()).contains(words), "in a text");
    assert!(all(&page, "[data-names]").iter().any(|it| it.attr("data-names").is_some_and(|it| it.contains(words))));
    assert!(all(&page, "script").is_empty());
}

#[test]
fn every_record_and_quote_stands_on_it_and_on_the_plain_copy() {
    for written in pages() {
        let plan = written.plan();
        for (name, html) in [("page", &written.html), ("plain copy", &written.fragment())] {
            let text = shown(read(html).root_element());
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
    for written in pages() {
        let html = written.fragment();
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
        let faults = outline::faults(&html, Stage::Written);
        assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
        assert!(html.starts_with("<div><div>") && html.contains("<h2"), "it begins below the title of the other page");
    }
}

fn number(element: scraper::ElementRef<'_>, mark: &str) -> EntryId {
    EntryId(element.attr(mark).and_then(|it| it.parse().ok()).expect("it has a number"))
}

#[test]
fn groups_and_lists_hold_the_entries_of_the_plan() {
    for written in pages() {
        let (plan, facts, page) = (written.plan(), written.edition.facts, written.page());
        let groups = all(&page, ".cp-results [data-g]");
        let slugs: Vec<&str> = groups.iter().filter_map(|it| it.attr("data-g")).collect();
        let order = priorities_in_order(facts, Query::default().order);
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
    for written in pages() {
        let (plan, facts, page) = (written.plan(), written.edition.facts, written.page());
        let mut counted = 0;
        for label in all(&page, "label.cp-check:not(.cp-check--role)") {
            let [control] = inside(label, "input")[..] else { panic!("a label holds one box: {}", name(label)) };
            let [count] = inside(label, "[data-number]")[..] else { panic!("a box has one count: {}", name(label)) };
            let (key, value) = (control.attr("name").expect("a name"), control.attr("value").expect("a value"));
            let query = link::from_params(facts, &format!("{key}={value}")).query;
            let [choice] = &query.choices()[..] else { panic!("{key} {value} is one choice") };
            let [words] = inside(label, ".cp-check__name")[..] else { panic!("a box has one name: {}", name(label)) };
            assert_eq!(text(words), tidy(&choice_label(facts, choice)));
            let wanted = match choice {
                Choice::Priority(id) => plan.entries.iter().filter(|it| it.priorities.contains(id)).count(),
                Choice::Gap(gap) if gap.is_of_priority() => {
                    let with_gap = plan.entries.iter().filter(|it| it.gaps.contains(gap));
                    with_gap.flat_map(|it| &it.priorities).collect::<BTreeSet<_>>().len()
                }
                _ => written.edition.engine.count(&query),
            };
            assert_eq!(text(count), wanted.to_string(), "{key} {value}");
            let [unit] = inside(label, "[data-unit]")[..] else { panic!("a count has one unit: {}", name(label)) };
            assert_eq!(text(unit), choice_unit(choice, wanted), "{key} {value}");
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
fn no_number_disagrees_with_what_it_counts() {
    for written in pages() {
        let page = written.page();
        let own = |it: &scraper::ElementRef<'_>| !["script", "style"].contains(&it.value().name());
        for block in dom::every(&page).into_iter().filter(own).filter(|it| it.child_elements().count() < 8) {
            let wrong = numbers::wrong_plurals(&shown(block));
            assert!(wrong.is_empty(), "{wrong:?} in {}", name(block));
        }
    }
}

#[test]
fn a_quotation_is_one_piece_and_its_terms_stand_below_it() {
    for written in pages() {
        let (plan, page) = (written.plan(), written.page());
        let mut terms_seen = 0;
        for quote in all(&page, ".cp-quote__words") {
            assert_eq!(quote.child_elements().count(), 0, "nothing breaks up {}", name(quote));
            let words = text(quote);
            let words = words.trim_start_matches('“').trim_end_matches('”');
            let wanted: Vec<String> =
                terms::split(plan, words).into_iter().filter(|it| it.term.is_some()).map(|it| tidy(it.text)).collect();
            let below = dom::around(quote).next().and_then(|it| it.next_siblings().find_map(scraper::ElementRef::wrap));
            let below = below.filter(|it| it.attr("class") == Some("cp-terms"));
            let named: Vec<String> = below.iter().flat_map(|it| inside(*it, "a.cp-term")).map(text).collect();
            assert_eq!(named, wanted, "{words}");
            terms_seen += named.len();
        }
        assert!(terms_seen > 0, "there are terms");
    }
}

#[test]
fn openers_of_different_statements_have_different_names() {
    const VISIBLE: [&str; 2] = ["Where does this come from", "Plan’s words, "];
    for written in pages() {
        let page = written.page();
        let mut by_name = std::collections::BTreeMap::<String, BTreeSet<String>>::new();
        for opener in all(&page, ".cp-origin > summary") {
            let name = text(opener);
            assert!(VISIBLE.iter().any(|it| name.starts_with(it) && name.len() > it.len() + 20), "{name}");
            let opened = opener.next_siblings().find_map(scraper::ElementRef::wrap).expect("something opens");
            // One statement may stand at several places, each with what belongs there: its passage tells which it is.
            let passage = inside(opened, "a[href^='#cp-text-']").first().and_then(|it| it.attr("href"));
            by_name.entry(name).or_default().insert(passage.map_or_else(|| text(opened), str::to_owned));
        }
        assert!(!by_name.is_empty());
        for (name, statements) in by_name {
            assert_eq!(statements.len(), 1, "{name}: {statements:?}");
        }
    }
}

#[test]
fn organisations_have_all_their_names() {
    for written in pages() {
        let (plan, page) = (written.plan(), written.page());
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
            // On the page of the partner itself, by the priority alone.
            words == tidy(&plan.priority(*priority).short)
                || words.ends_with(&tidy(&format!(
                    ": {}, {}",
                    plan.partner(*partner).short,
                    plan.priority(*priority).short
                )))
        }
        [Choice::Priority(id), Choice::Gap(Gap::LeadNotStated)] => {
            words == tidy(&format!("Not stated: lead partner for {}", plan.priority(*id).short))
        }
        _ => false,
    }
}

#[test]
fn links_stand_for_queries_and_views() {
    for written in pages() {
        let (plan, facts, page) = (written.plan(), written.edition.facts, written.page());
        let [back] = all(&page, "a[data-query=\"\"]")[..] else { panic!("one way leads back to the start") };
        assert_eq!(text(back), format!("All {} priorities", plan.priorities.len()));
        let links = all(&page, "a[data-query]:not([data-query=\"\"])");
        let mut partners = BTreeSet::new();
        for it in &links {
            let query = it.attr("data-query").expect("it was asked for");
            let parsed = link::from_params(facts, query);
            assert!(parsed.dropped.is_empty() && !parsed.query.is_empty(), "{query}");
            assert_eq!(link::to_params(facts, &parsed.query), query);
            assert!(
                written.edition.engine.count(&parsed.query) > 0 || query.starts_with("partner="),
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
        let in_menu: Vec<&str> = View::MENU.into_iter().chain(View::OF_THE_PLAN).map(View::slug).collect();
        assert_eq!(of_menu, in_menu);
        let views = View::ALL.into_iter().filter(|it| it.section() == *it).map(View::slug);
        assert_eq!(sections, views.chain(["embed"]).collect::<Vec<_>>());
    }
}

#[test]
fn each_statement_has_one_address() {
    for written in pages() {
        let (plan, page) = (written.plan(), written.page());
        for id in plan.entry_ids() {
            let entry = plan.entry(id);
            let [card] = all(&page, &format!("[id=\"f-{}\"]", entry.id))[..] else {
                panic!("{} has one card", entry.id)
            };
            assert_eq!(number(card, "data-entry"), id);
            let group = dom::around(card).find_map(|it| it.attr("data-g")).expect("it stands in a group");
            assert_eq!(group, entry.priorities.first().map_or("whole", |it| plan.priority(*it).id.as_str()));
        }
        for it in all(&page, "a[href^=\"#f-\"]") {
            let place = it.attr("href").unwrap_or_default().trim_start_matches('#');
            assert_eq!(all(&page, &format!("[id=\"{place}\"]")).len(), 1, "{place}");
        }
    }
}

#[test]
fn statements_lead_to_their_passage() {
    for written in pages() {
        let (plan, page) = (written.plan(), written.page());
        let passages: Vec<String> = all(&page, ".cp-passage").into_iter().map(text).collect();
        let wanted: Vec<String> =
            passages::by_section(plan).into_iter().flat_map(|it| it.1).map(|it| tidy(it.quote)).collect();
        assert_eq!(passages, wanted, "the full text is whole and in order");
        for origin in all(&page, "details.cp-origin") {
            for it in inside(origin, "a[href^='#cp-text-']") {
                let id = it.attr("href").and_then(|it| it.strip_prefix('#')).expect("it was asked for");
                let [passage] = all(&page, &format!("[id=\"{id}\"]"))[..] else { panic!("nothing is at {id}") };
                assert_eq!(passage.attr("class"), Some("cp-passage"), "{}", name(it));
            }
        }
    }
}
