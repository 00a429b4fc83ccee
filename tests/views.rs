//! The views as HTML: what they must say, and what every page must be to those who cannot see it.
//!
//! Rendered natively; tests ask for roles, names, counts and text, and not for markup. The bundled plan and an invented one
//! are rendered alike.

#![expect(clippy::expect_used, reason = "a test that cannot go on says so and fails")]

#[path = "reading/html.rs"]
mod html;
#[path = "views/outline.rs"]
mod outline;
#[path = "views/quotes.rs"]
mod quotes;

use html::{At, Page};
use leptos::prelude::*;
use plan_explorer::plan::{Area, Gap, Kind, Measure, Plan, load};
use plan_explorer::query::{Engine, Facts, Query, View, facts_and_engine, gap_label, kind_label, link};
use plan_explorer::state::{Explorer, Still};
use std::path::Path;
use std::rc::Rc;
use std::sync::OnceLock;

/// The page that an address shows.
fn html_of(plan: &'static Plan, address: &str) -> String {
    let owner = Owner::new();
    owner.set();
    let world = Still::default();
    world.address.replace(address.to_owned());
    let (facts, engine) = known(plan);
    let explorer = Explorer::new(plan, facts, engine, 1, Rc::new(world)).with_area(area_of(plan));
    plan_explorer::view::page(explorer).to_html()
}

/// The facts of a plan, and an engine on them.
fn known(plan: &'static Plan) -> (&'static Facts, &'static Engine) {
    static KNOWN: [OnceLock<(&Facts, &Engine)>; 2] = [const { OnceLock::new() }; 2];
    *KNOWN[usize::from(std::ptr::eq(plan, bundled()))].get_or_init(|| facts_and_engine(plan))
}

fn page_of(plan: &'static Plan, address: &str) -> Page {
    Page::read(&html_of(plan, address))
}

fn area_of(plan: &Plan) -> Option<&'static Area> {
    if std::ptr::eq(plan, bundled()) { plan_explorer::bundle::area() } else { Some(&loaded().1) }
}

fn bundled() -> &'static Plan {
    plan_explorer::bundle::plan().expect("the build packed it")
}

fn invented() -> &'static Plan {
    &loaded().0
}

fn loaded() -> &'static (Plan, Area) {
    static LOADED: OnceLock<(Plan, Area)> = OnceLock::new();
    LOADED.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/editions/brindlemere");
        let loaded = load::edition(&folder);
        let plan = loaded.plan.expect("the invented edition has no mistakes");
        (plan, loaded.area.expect("its area has none either"))
    })
}

/// An address for each view and each kind of choice.
fn addresses(plan: &Plan) -> Vec<String> {
    let mut addresses =
        vec![String::new(), "order=plan".to_owned(), "q=zzzz".to_owned(), "priority=nothing".to_owned()];
    addresses.extend(View::ALL.iter().skip(1).map(|it| format!("view={}", it.slug())));
    addresses.extend(plan.priorities.iter().map(|it| format!("priority={}", it.id)));
    addresses.extend(plan.wards.iter().take(2).map(|it| format!("ward={}", it.id)));
    let wards: Vec<&str> = plan.wards.iter().take(2).map(|it| it.id.as_str()).collect();
    addresses.push(format!("ward={}", wards.join(",")));
    addresses.extend(plan.partners.iter().take(2).map(|it| format!("partner={}&role=lead", it.id)));
    addresses.extend(Kind::ALL.iter().map(|it| format!("kind={}", it.slug())));
    addresses.extend(Gap::ALL.iter().map(|it| format!("gap={}", it.slug())));
    addresses.extend(plan.wards.iter().map(|it| format!("view=wards&ward={}", it.id)));
    addresses.push(format!("view=wards&ward={}", wards.join(",")));
    addresses.push("view=figures&kind=direction&gap=counts".to_owned());
    addresses.push(format!("view=text&q={}", plan.partners[0].id));
    addresses.push("q=the&kind=done".to_owned());
    addresses
}

/// Faults of views that are known and not mended yet.
const TO_MEND: [&str; 0] = [];

#[test]
fn every_page_is_well_made() {
    for plan in [bundled(), invented()] {
        let (mut faults, addresses) = (Vec::new(), addresses(plan));
        for address in &addresses {
            let page = page_of(plan, address);
            faults.extend(outline::faults(&page).into_iter().map(|it| format!("?{address}: {it}")));
            faults.extend(
                outline::stray_links(&page, plan, area_of(plan)).into_iter().map(|it| format!("?{address}: {it}")),
            );
        }
        println!("{}: {} pages", plan.edition.place, addresses.len());
        faults.retain(|it| !TO_MEND.iter().any(|known| it.ends_with(known)));
        faults.sort();
        faults.dedup();
        assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    }
}

#[test]
fn every_quote_stands_on_the_page_word_for_word() {
    for plan in [bundled(), invented()] {
        let full = page_of(plan, "view=text").whole_text();
        let views: Vec<String> =
            View::ALL.iter().map(|it| page_of(plan, &format!("view={}", it.slug())).whole_text()).collect();
        let tidy = |quote: &str| quote.split_whitespace().collect::<Vec<_>>().join(" ");
        let all = quotes::quotes(plan);
        let (there, rest): (Vec<_>, Vec<_>) = all.iter().partition(|(_, it)| full.contains(&tidy(&it.quote)));
        let lost: Vec<&String> = rest
            .iter()
            .filter(|(_, it)| !views.iter().any(|view| view.contains(&tidy(&it.quote))))
            .map(|(id, _)| id)
            .collect();
        println!(
            "{}: {} of {} quotes, {} in the full text",
            plan.edition.place,
            all.len() - lost.len(),
            all.len(),
            there.len()
        );
        assert!(lost.is_empty(), "not on any page: {lost:?}");
    }
}

/// The words of a text, in small letters, without the signs around them.
fn words(text: &str) -> Vec<String> {
    let words = text.split_whitespace().map(|it| it.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    words.filter(|it| !it.is_empty()).collect()
}

/// The sentences and list items of a document, read here in another way than by the check: line by line, without marks.
fn units(folder: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).expect("the edition has this file");
    let edition: toml::Table = read("edition.toml").parse().expect("the edition is checked");
    let furniture = edition.get("furniture").and_then(toml::Value::as_array).cloned().unwrap_or_default();
    let of = |key: &str| -> Vec<String> {
        furniture.iter().filter_map(|it| it.get(key)?.as_str()).map(|it| words(it).join(" ")).collect()
    };
    let (left_out, from, to) = (of("text"), of("from"), of("to"));
    let (mut units, mut skipping) = (Vec::new(), false);
    for line in read("source.txt").lines() {
        let line = without_links(line).replace(['*', '¹', '²', '³', '\u{200b}'], "");
        let plain = words(&line).join(" ");
        skipping |= from.contains(&plain);
        let skip = skipping || left_out.contains(&plain) || plain.is_empty();
        skipping &= !to.contains(&plain);
        if !skip {
            // A stop that ends a sentence has a space and a capital after it, and no capital or short word before it.
            let mut rest = line.as_str();
            while let Some(at) = rest.match_indices(". ").map(|(at, _)| at).find(|at| {
                let begins = rest[at + 2..].chars().next().is_some_and(char::is_uppercase);
                begins && rest[..*at].chars().rev().take_while(|it| it.is_alphanumeric()).count() > 2
            }) {
                units.push(rest[..=at].to_owned());
                rest = &rest[at + 2..];
            }
            units.push(rest.to_owned());
        }
    }
    units
}

fn without_links(line: &str) -> String {
    let mut left = String::new();
    let mut rest = line;
    while let Some((before, (words, after))) =
        rest.split_once('[').and_then(|(before, link)| Some((before, link.split_once("](")?)))
    {
        left.push_str(before);
        left.push_str(words);
        rest = after.split_once(')').map_or("", |it| it.1);
    }
    left + rest
}

#[test]
fn every_sentence_and_bullet_of_the_document_is_on_the_page() {
    for (plan, folder) in [(bundled(), "data"), (invented(), "tests/editions/brindlemere")] {
        let has = |text: &str, unit: &str| text.contains(&format!(" {} ", words(unit).join(" ")));
        let text_of = |view: View| {
            let page = page_of(plan, &format!("view={}", view.slug()));
            format!(" {} ", words(&page.whole_text()).join(" "))
        };
        let (full, views) = (text_of(View::Text), View::ALL.map(text_of));
        let units = units(&format!("{folder}/{}", plan.edition.id));
        let elsewhere: Vec<&String> = units.iter().filter(|it| !has(&full, it)).collect();
        let lost: Vec<&&String> = elsewhere.iter().filter(|it| !views.iter().any(|view| has(view, it))).collect();
        println!(
            "{}: {} of {} sentences, bullets and headings are on the page; {elsewhere:?} not in the full text",
            plan.edition.place,
            units.len() - lost.len(),
            units.len()
        );
        assert!(lost.is_empty(), "on no page: {lost:#?}");
        assert!(elsewhere.is_empty() || plan.edition != bundled().edition, "not in the full text: {elsewhere:#?}");
    }
}

/// The entries under a group: the place of each card, and the id of its entry.
fn cards(page: &Page) -> Vec<(At, String)> {
    let mut cards = Vec::new();
    for group in page.of_class("cp-group") {
        let name = page.get(group).get("aria-labelledby").expect("a group is named by its heading");
        let prefix = format!("cp-{}-", name.trim_start_matches("cp-group-"));
        let own = page.inside(group).filter(|at| page.get(*at).has_class("cp-card"));
        cards.extend(own.map(|at| {
            let id = page.get(at).get("id").expect("a card has an id");
            (at, id.strip_prefix(&prefix).unwrap_or_else(|| panic!("{id} begins with {prefix}")).to_owned())
        }));
    }
    cards
}

#[test]
fn what_the_choices_leave_out_is_hidden() {
    for plan in [bundled(), invented()] {
        let (facts, engine) = known(plan);
        for address in addresses(plan).iter().filter(|it| !it.contains("view=")) {
            let page = page_of(plan, address);
            let query = link::from_params(facts, address).query;
            let selection = engine.select(&query);
            let left: Vec<&str> = selection.entries.iter().map(|it| plan.entry(*it).id.as_str()).collect();
            let cards = cards(&page);
            assert!(plan.entries.iter().all(|it| cards.iter().any(|(_, id)| *id == it.id.as_str())), "each has a card");
            for (at, id) in &cards {
                assert_eq!(page.is_hidden(*at), !left.contains(&id.as_str()), "?{address}: {id}");
            }
            for group in page.of_class("cp-group") {
                let any = page.inside(group).any(|at| page.get(at).has_class("cp-card") && !page.is_hidden(at));
                assert_eq!(page.is_hidden(group), !any, "?{address}: {}", page.get(group).name());
            }
            let title = page.text(page.by_id("cp-results-title").expect("the results have a title"));
            let number = if left.is_empty() { "No".to_owned() } else { left.len().to_string() };
            assert!(title.split(' ').any(|it| it == number), "?{address}: “{title}” tells of {number}");
            assert_eq!(page.of_class("cp-empty").next().is_some(), left.is_empty(), "?{address}");
            assert_eq!(page.is_hidden(page.by_id("cp-overview-title").expect("there is one")), !query.is_empty());
        }
    }
}

#[test]
fn each_choice_tells_what_it_would_give() {
    for plan in [bundled(), invented()] {
        let (facts, engine) = known(plan);
        for address in [String::new(), "kind=done".to_owned(), format!("priority={}", plan.priorities[0].id)] {
            let page = page_of(plan, &address);
            let counts = engine.select(&link::from_params(facts, &address).query).counts;
            let mut expected: Vec<(String, u32)> = Vec::new();
            expected.extend(plan.wards.iter().map(|it| it.name.clone()).zip(counts.wards));
            expected.extend(plan.priorities.iter().map(|it| it.short.clone()).zip(counts.priorities));
            expected.extend(plan.partners.iter().map(|it| it.short.clone()).zip(counts.partners));
            expected.extend(Kind::ALL.map(|it| kind_label(it).to_owned()).into_iter().zip(counts.kinds));
            expected.extend(Gap::ALL.map(|it| gap_label(it).to_owned()).into_iter().zip(counts.gaps));
            let mut found = Vec::new();
            for check in page.of_class("cp-check") {
                let of =
                    |class: &str| page.inside(check).find(|at| page.get(*at).has_class(class)).map(|at| page.text(at));
                let (name, count) = (of("cp-check__name").expect("a choice has a name"), of("cp-check__count"));
                let Some(count) = count else { continue };
                let number = count.split(' ').next().and_then(|it| it.parse().ok()).expect("a count is a number");
                found.push((name, number));
            }
            assert!(!found.is_empty());
            let wrong: Vec<_> = found.iter().filter(|it| !expected.contains(it)).collect();
            assert!(wrong.is_empty(), "?{address}: {wrong:?}");
            let lost: Vec<_> =
                expected.iter().filter(|(_, count)| *count > 0).filter(|it| !found.contains(it)).collect();
            assert!(lost.is_empty(), "?{address}: {lost:?}");
        }
    }
}

#[test]
fn choices_made_are_told_and_ticked() {
    let plan = bundled();
    let address = "priority=asb&ward=castle&kind=done&q=police";
    let query = link::from_params(known(plan).0, address).query;
    let page = page_of(plan, address);
    let removers = page.of_class("cp-chip").map(|at| page.text(at)).collect::<Vec<_>>();
    assert_eq!(removers.len(), query.count_choices(), "{removers:?}");
    assert!(removers.iter().all(|it| it.starts_with("Remove ")), "{removers:?}");
    let ticked = page.all().filter(|at| {
        let it = page.get(*at);
        it.get("type") == Some("checkbox") && it.get("checked").is_some()
    });
    assert_eq!(ticked.count(), 3);
    let chosen = page.of_class("cp-chosen").next().expect("there is one");
    assert!(!page.is_hidden(chosen));
    let page = page_of(plan, "");
    assert!(page.of_class("cp-chosen").all(|at| page.is_hidden(at)));
}

#[test]
fn the_page_has_its_landmarks() {
    for plan in [bundled(), invented()] {
        for view in View::ALL {
            let page = page_of(plan, &format!("view={}", view.slug()));
            let count =
                |name: &str, value: &str| page.all().filter(|at| page.get(*at).get(name) == Some(value)).count();
            assert_eq!(count("role", "search"), 1, "{view:?}");
            // What a part says of itself it says in a region of its own.
            let statuses = page.all().filter(|at| page.get(*at).get("role") == Some("status"));
            let own = statuses.filter(|at| !page.around(*at).any(|it| page.get(it).get("data-part").is_some()));
            assert_eq!(own.count(), 1, "{view:?}");
            assert_eq!(page.all().filter(|at| page.get(*at).tag == "nav").count(), 1);
            assert_eq!(count("aria-current", "page"), 1, "the menu marks the view on show");
            let heading = page.all().find(|at| page.get(*at).heading_level() == Some(1)).map(|at| page.text(at));
            assert_eq!(heading.as_deref(), Some(plan.edition.heading.as_str()));
            let text = page.whole_text();
            assert!(
                text.contains(if plan.edition.draft { "Draft" } else { "Published" }),
                "the edition's state is in sight"
            );
            assert!(text.contains(&plan.edition.standing) && text.contains(&plan.edition.rights));
        }
    }
}

#[test]
fn a_sensitive_priority_has_its_way_out() {
    for plan in [bundled(), invented()] {
        let priority = plan.priorities.iter().find(|it| it.sensitive).expect("there is one");
        let bar = |page: &Page| page.of_class("cp-exit-bar").map(|at| page.is_hidden(at)).collect::<Vec<_>>();
        assert_eq!(bar(&page_of(plan, "")), [true]);
        let page = page_of(plan, &format!("priority={}", priority.id));
        assert_eq!(bar(&page), [false]);
        let group =
            page.by_id(&format!("cp-group-{}", priority.id)).and_then(|it| page.around(it).nth(1)).expect("a group");
        assert!(page.text(group).contains("Exit this page"));
        // Neither an id nor a link gives the subject away.
        let html = html_of(plan, &format!("priority={}", priority.id));
        for word in &priority.private_words {
            let telling = page.all().any(|at| {
                let named =
                    ["id", "href"].iter().filter_map(|it| page.get(at).get(it)).filter(|it| !it.starts_with("http"));
                named.flat_map(|it| it.split(['-', '=', '&', ',', '?', '+'])).any(|it| it == word)
            });
            assert!(!telling, "“{word}” stands in an id or an address");
        }
        assert!(!html.contains("localStorage"));
    }
}

#[test]
fn no_figure_stands_without_its_period() {
    for plan in [bundled(), invented()] {
        for view in ["explore", "figures"] {
            let page = page_of(plan, &format!("view={view}"));
            let mut count = 0;
            for number in page.of_class("cp-figure__number") {
                let card = page.around(number).find(|at| page.get(*at).has_class("cp-card")).expect("it is on a card");
                let period = page.inside(card).find(|at| page.get(*at).has_class("cp-figure__period"));
                let words = period.map(|at| page.text(at)).unwrap_or_default();
                assert!(words.len() > 10, "{view}: {} has no period", page.get(card).name());
                count += 1;
            }
            let numbers = plan.entries.iter().filter_map(|it| it.measure.as_ref());
            assert!(count >= numbers.filter(|it| it.change.is_some() || it.counts.is_some()).count());
        }
        let page = page_of(plan, "view=figures");
        for row in page.all().filter(|at| page.get(*at).get("id").is_some_and(|it| it.starts_with("cp-money-"))) {
            let cells: Vec<String> =
                page.inside(row).filter(|at| page.get(*at).tag == "td").map(|at| page.text(at)).collect();
            assert!(cells.len() == 5 && cells.iter().all(|it| !it.is_empty()), "no cell is empty: {cells:?}");
        }
    }
}

#[test]
fn no_figure_in_the_overview_stands_without_its_period_and_what_it_counts() {
    for plan in [bundled(), invented()] {
        let page = page_of(plan, "");
        let names: Vec<&str> =
            plan.entries.iter().filter_map(|it| it.measure.as_ref()).map(|it| it.name.as_str()).collect();
        for fact in page.of_class("cp-row__fact").map(|at| page.text(at)).filter(|it| it.contains('%')) {
            let period = ["ending", "to ", "since", "year", "period"].iter().any(|it| fact.to_lowercase().contains(it));
            assert!(period, "“{fact}” has no period");
            let caveat = plan.edition.caveat.as_ref().map_or("", |it| it.short.as_str());
            let disturbed = |it: &Measure| it.disturbed && fact.starts_with(&it.name);
            let needs = plan.entries.iter().filter_map(|it| it.measure.as_ref()).any(disturbed);
            assert_eq!(needs, !caveat.is_empty() && fact.contains(caveat), "“{fact}”");
            assert!(names.iter().any(|it| fact.contains(&format!("{it}: "))), "“{fact}” does not say what it counts");
        }
    }
}

#[test]
fn a_disturbed_figure_has_its_caveat_beside_it() {
    let plan = bundled();
    let caveat = plan.edition.caveat.as_ref().expect("the plan has one");
    let page = page_of(plan, "view=figures");
    for entry in plan.entries.iter().filter(|it| it.kind == Kind::Direction) {
        let measure = entry.measure.as_ref().expect("a direction has a measure");
        let card = page.by_id(&format!("cp-figures-{}", entry.id)).expect("each has a card");
        assert_eq!(page.text(card).contains(&caveat.short), measure.disturbed, "{}", entry.id);
        for own in &measure.caveats {
            assert!(page.text(card).contains(own.as_str()), "{}: {own}", entry.id);
        }
    }
}

#[test]
fn gaps_are_said_in_words() {
    for plan in [bundled(), invented()] {
        let (page, matrix) = (page_of(plan, ""), page_of(plan, "view=partners"));
        for priority in &plan.priorities {
            let heading = page.by_id(&format!("cp-group-{}", priority.id)).expect("each priority has a heading");
            let group = page.around(heading).find(|at| page.get(*at).has_class("cp-group")).expect("and a group");
            let text = page.text(group);
            assert_eq!(text.contains("not stated in the plan"), priority.lead.is_none(), "{}", priority.id);
            assert_eq!(text.contains("reports no achievements"), priority.nothing_reported, "{}", priority.id);
        }
        let unstated = plan.priorities.iter().filter(|it| it.lead.is_none()).count();
        assert_eq!(matrix.of_class("cp-cell--gap").count(), unstated);
        assert_eq!(matrix.of_class("cp-not-stated").count(), unstated);
        let cells = matrix.all().filter(|at| ["td", "th"].contains(&matrix.get(*at).tag.as_str()));
        assert!(cells.into_iter().all(|at| !matrix.text(at).is_empty()), "no cell of the table is empty");
        let notes = page_of(plan, "view=notes").whole_text();
        for gap in Gap::ALL {
            let count = plan.entries.iter().filter(|it| it.gaps.contains(&gap)).count();
            assert_eq!(notes.contains(&format!("{}: {count}", gap_label(gap))), count > 0, "{gap:?}");
        }
    }
}

#[test]
fn our_words_are_marked_as_ours() {
    for plan in [bundled(), invented()] {
        let page = page_of(plan, "");
        for line in page.of_class("cp-plain") {
            assert!(page.text(line).ends_with("In our words"), "{}", page.text(line));
        }
        for entry in plan.entries.iter().filter(|it| it.kind == Kind::Local) {
            let card = cards(&page).into_iter().find(|(_, id)| *id == entry.id.as_str()).expect("it has a card").0;
            assert!(page.text(card).contains("Not from the plan"), "{}", entry.id);
        }
    }
}

#[test]
fn a_ward_gets_an_honest_answer() {
    let plan = bundled();
    for ward in &plan.wards {
        let page = page_of(plan, &format!("ward={}", ward.id));
        let answer = page.of_class("cp-place").next().map(|at| page.text(at)).expect("a ward gets an answer");
        assert!(answer.contains(&ward.name) && answer.contains("no figures for single wards"), "{answer}");
    }
}

#[test]
fn what_is_not_from_the_plan_is_marked_with_its_source() {
    for plan in [bundled(), invented()] {
        let area = area_of(plan).expect("it is there");
        let all: Vec<&str> = plan.wards.iter().map(|it| it.id.as_str()).collect();
        for wards in plan.wards.iter().map(|it| it.id.as_str().to_owned()).chain([all[..2].join(","), all.join(",")]) {
            let page = page_of(plan, &format!("view=wards&ward={wards}"));
            let text = page.whole_text();
            for block in page.of_class("cp-official") {
                let words = page.text(block);
                assert!(words.contains("Not from the plan") && words.contains("Source: "), "{wards}: {words}");
                if page.inside(block).any(|at| page.get(at).tag == "table") {
                    let of_licence = |it: &plan_explorer::plan::area::Origin| {
                        words.contains(&it.statement) && words.contains(&it.publisher) && words.contains(&it.licence)
                    };
                    assert!(area.origins.iter().any(of_licence), "{wards}: {words}");
                }
            }
            // What must be said beside recorded crime is said, and what is about another ward is not.
            for caution in &area.crime.cautions {
                let concerned = caution.wards.is_empty()
                    || caution.wards.iter().any(|it| wards.split(',').any(|id| plan.ward(*it).id.as_str() == id));
                assert_eq!(text.contains(&caution.text), concerned, "{wards}: {}", caution.text);
            }
            for spell in &area.crime.spells {
                let note = spell.note.as_deref().unwrap_or_default();
                assert!(text.contains(&spell.words) && text.contains(note), "{wards}: {}", spell.words);
            }
            for note in area.crime.types.iter().filter_map(|it| it.note.as_deref()) {
                assert!(text.contains(note), "{wards}: {note}");
            }
            for means in area.origins.iter().filter_map(|it| it.means.as_deref()) {
                assert!(text.contains(means), "{wards}: {means}");
            }
            // A rate stands on the page of one ward alone.
            assert_eq!(text.contains("This is no yearly rate"), !wards.contains(','), "{wards}");
            let cells = page.all().filter(|at| ["td", "th"].contains(&page.get(*at).tag.as_str()));
            assert!(cells.into_iter().all(|at| !page.text(at).is_empty()), "{wards}: no cell is empty");
        }
    }
}

#[test]
fn the_map_and_its_list_are_equals() {
    for plan in [bundled(), invented()] {
        let chosen = plan.wards[1].id.as_str();
        let page = page_of(plan, &format!("view=wards&ward={chosen}"));
        let map = page.by_id("cp-map").expect("there is a map");
        assert_eq!(page.get(map).get("role"), Some("listbox"));
        let options: Vec<At> = page.inside(map).filter(|at| page.get(*at).get("role") == Some("option")).collect();
        let on_map: Vec<&str> = options.iter().filter_map(|at| page.get(*at).get("aria-label")).collect();
        let names: Vec<&str> = plan.wards.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(on_map, names);
        let selected = options.iter().filter(|at| page.get(**at).get("aria-selected") == Some("true"));
        assert_eq!(
            selected.filter_map(|at| page.get(*at).get("aria-label")).collect::<Vec<_>>(),
            [plan.wards[1].name.as_str()]
        );
        let active = page.get(map).get("aria-activedescendant").and_then(|it| page.by_id(it)).expect("one is active");
        assert!(options.contains(&active));
        let list = page.of_class("cp-wards__list").next().expect("there is a list");
        let boxes = page.inside(list).filter(|at| page.get(*at).get("type") == Some("checkbox"));
        assert_eq!(boxes.count(), names.len());
        // A map is never coloured by a figure: what differs between wards is whether they are chosen, and nothing else.
        let classes: std::collections::BTreeSet<_> =
            options.iter().filter_map(|at| page.get(*at).get("class")).collect();
        assert_eq!(classes.len(), 2, "{classes:?}");
    }
}

#[test]
fn facts_about_places_stand_with_their_source_and_how_sure_they_are() {
    let plan = bundled();
    for entry in plan.entries.iter().filter(|it| it.kind == Kind::Local) {
        let (plan_explorer::plan::Origin::Elsewhere(local), plan_explorer::plan::Coverage::Wards(wards)) =
            (&entry.origin, &entry.coverage)
        else {
            panic!("a local fact has a source and wards")
        };
        for ward in &plan.wards {
            let here = wards.iter().any(|it| plan.ward(*it).id == ward.id);
            let text = page_of(plan, &format!("view=wards&ward={}", ward.id)).whole_text();
            for words in [&local.fact, &local.basis, &local.date] {
                assert!(!here || text.contains(words.as_str()), "{}: {words}", ward.name);
            }
            assert_eq!(text.contains(&local.fact), here, "{}", ward.name);
        }
    }
}

#[test]
fn words_searched_for_are_marked() {
    let page = page_of(bundled(), "q=police");
    let marks: Vec<String> = page.all().filter(|at| page.get(*at).tag == "mark").map(|at| page.text(at)).collect();
    assert!(marks.len() > 5 && marks.iter().all(|it| it.to_lowercase().contains("polic")), "{marks:?}");
    let none = page_of(bundled(), "");
    assert!(none.all().all(|at| none.get(at).tag != "mark"));
}

#[test]
fn what_an_address_says_in_vain_is_told() {
    let page = page_of(bundled(), "priority=pirates&q=police");
    let note = page.of_class("cp-dropped").next().expect("there is a note");
    assert!(page.get(note).get("role") == Some("note") && page.text(note).contains("pirates"));
    let page = page_of(bundled(), "priority=<script>alert(1)</script>");
    assert!(page.all().all(|at| page.get(at).tag != "script"));
}

#[test]
fn the_invented_edition_has_nothing_of_the_bundled_one() {
    let (plan, other) = (invented(), bundled());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/editions/brindlemere/2031-draft");
    let own: String = std::fs::read_dir(folder)
        .expect("the invented edition is there")
        .flatten()
        .map(|it| std::fs::read_to_string(it.path()).expect("its files hold text"))
        .collect();
    let mut names =
        vec![&other.edition.place, &other.edition.county, &other.edition.partnership, &other.edition.standing];
    names.extend(other.partners.iter().flat_map(|it| [&it.name, &it.short]));
    names.extend(other.partners.iter().flat_map(|it| &it.aliases).map(|it| &it.name));
    names.extend(other.priorities.iter().flat_map(|it| [&it.name.quote, &it.short]));
    names.extend(other.wards.iter().map(|it| &it.name));
    names.extend(other.contacts.iter().map(|it| &it.name));
    names.extend(other.links.iter().map(|it| &it.name));
    names.retain(|it| !own.contains(it.as_str()));
    assert!(names.len() > 50, "there is something to look for");
    for address in addresses(plan) {
        let text = page_of(plan, &address).whole_text();
        let found: Vec<_> = names.iter().filter(|it| stands_in(it, &text)).collect();
        assert!(found.is_empty(), "?{address}: {found:?}");
        assert!(text.contains(&plan.edition.heading));
    }
}

/// Whether a name stands in a text as whole words.
fn stands_in(name: &str, text: &str) -> bool {
    let bound = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(name)
        .any(|(at, _)| bound(text[..at].chars().next_back()) && bound(text[at + name.len()..].chars().next()))
}

#[test]
fn links_inside_lead_to_addresses_that_read() {
    let plan = bundled();
    for address in ["", "view=partners", "view=notes", "kind=done"] {
        let page = page_of(plan, address);
        for at in page.all().filter(|at| page.get(*at).tag == "a") {
            let Some(to) = page.get(at).get("href").and_then(|it| it.strip_prefix('?')) else { continue };
            let parsed = link::from_params(known(plan).0, to);
            assert!(parsed.dropped.is_empty(), "?{to}: {:?}", parsed.dropped);
            assert_eq!(link::to_params(known(plan).0, &parsed.query), to);
        }
        let query = link::from_params(known(plan).0, address).query;
        for view in View::ALL {
            let to = format!("?{}", link::to_params(known(plan).0, &Query { view, ..query.clone() }));
            assert!(page.of_class("cp-menu__link").any(|at| page.get(at).get("href") == Some(&to)), "{to}");
        }
    }
}
