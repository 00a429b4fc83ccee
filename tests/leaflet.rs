//! The page that needs no script: it holds every record, is well made, and its stylesheet filters as the engine does.

#![expect(clippy::expect_used, reason = "a test that cannot go on says so and fails")]

#[path = "reading/css.rs"]
mod css;
#[path = "reading/html.rs"]
mod html;
#[path = "views/outline.rs"]
mod outline;
#[path = "views/quotes.rs"]
mod quotes;
#[path = "leaflet/records.rs"]
mod records;
#[path = "leaflet/selectors.rs"]
mod selectors;

use html::{At, Page};
use plan_explorer::plan::{PartnerId, Plan, PriorityId, WardId, load};
use plan_explorer::query::{Query, facts_and_engine};
use plan_explorer::site;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::sync::OnceLock;

fn bundled() -> &'static Plan {
    plan_explorer::bundle::plan().expect("the build packed it")
}

fn invented() -> &'static Plan {
    static PLAN: OnceLock<Plan> = OnceLock::new();
    PLAN.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/editions/brindlemere");
        load::edition(&folder).plan.expect("the invented edition has no mistakes")
    })
}

fn html_of(plan: &'static Plan) -> &'static str {
    static PAGES: [OnceLock<String>; 2] = [const { OnceLock::new() }; 2];
    PAGES[usize::from(std::ptr::eq(plan, bundled()))].get_or_init(|| {
        let (facts, engine) = facts_and_engine(plan);
        site::leaflet::leaflet(plan, facts, engine)
    })
}

#[test]
fn the_page_is_well_made() {
    for plan in [bundled(), invented()] {
        let page = Page::read(html_of(plan));
        let mut faults = outline::faults(&page);
        // The quick way out leads to a page that is no source of anything.
        let stray = outline::stray_links(&page, plan, None).into_iter().filter(|it| !it.contains("cp-exit"));
        faults.extend(stray);
        assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    }
}

/// What the build makes of a plan.
fn pages_of(plan: &'static Plan) -> site::pages::Pages {
    site::pages::pages(plan)
}

#[test]
fn every_record_and_quote_stands_on_it_and_on_the_plain_copy() {
    let tidy = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for plan in [bundled(), invented()] {
        let pages = pages_of(plan);
        for (name, html) in [("leaflet", &pages.leaflet), ("plain copy", &pages.fallback)] {
            let text = tidy(&Page::read(html).whole_text());
            let mut wanted: Vec<(String, String)> =
                quotes::quotes(plan).into_iter().map(|(id, it)| (id, it.quote.clone())).collect();
            let ours = plan.entries.iter().filter_map(|it| Some((it.id.to_string(), it.plain.clone()?)));
            wanted.extend(ours.filter(|_| name == "leaflet"));
            wanted.extend(plan.glossary.iter().map(|it| (it.id.to_string(), it.meaning.clone())));
            wanted.extend(plan.notes.iter().map(|it| (it.id.to_string(), it.text.clone())));
            wanted.extend(plan.sections.iter().map(|it| (it.id.to_string(), it.heading.clone())));
            let lost: Vec<_> = wanted.iter().filter(|(_, it)| !text.contains(&tidy(it))).map(|(id, _)| id).collect();
            println!("{}, {name}: {} of {} records", plan.edition.place, wanted.len() - lost.len(), wanted.len());
            assert!(lost.is_empty(), "not on the {name}: {lost:?}");
        }
    }
}

#[test]
fn the_plain_copy_fits_into_any_page() {
    for plan in [bundled(), invented()] {
        let pages = pages_of(plan);
        let page = Page::read(&pages.fallback);
        let mut ids = BTreeSet::new();
        let known = ["id", "href", "rel", "scope", "colspan", "rowspan", "lang", "open"];
        for at in page.all() {
            let element = page.get(at);
            for (name, value) in element.attributes() {
                assert!(known.contains(&name), "{} has {name}", element.name());
                let place = if name == "id" { Some(value) } else { value.strip_prefix('#').filter(|_| name == "href") };
                assert!(place.is_none_or(|it| it.starts_with("plan-copy-")), "{} names {value}", element.name());
            }
            if let Some(id) = element.get("id") {
                assert!(ids.insert(id.to_owned()), "{id} is there twice");
            }
            let acts = ["button", "input", "select", "label", "form", "script", "style", "svg"];
            assert!(!acts.contains(&element.tag.as_str()), "{}", element.name());
            if let Some(place) = element.get("href").and_then(|it| it.strip_prefix('#')) {
                assert!(page.by_id(place).is_some(), "nothing is at {place}");
            }
        }
    }
}

#[test]
fn the_data_block_holds_what_the_plan_says() {
    for plan in [bundled(), invented()] {
        let head = pages_of(plan).head;
        let (_, rest) = head.split_once("<script type=\"application/ld+json\">").expect("there is one");
        let (data, _) = rest.split_once("</script>").expect("it ends");
        let data: serde_json::Value = serde_json::from_str(data).expect("it is JSON");
        assert_eq!(data["mainEntity"]["name"], plan.edition.title.quote.as_str());
        assert_eq!(data["about"].as_array().map(Vec::len), Some(plan.priorities.len()));
    }
}

#[test]
fn nothing_on_it_is_dead() {
    for plan in [bundled(), invented()] {
        let page = Page::read(html_of(plan));
        let waits =
            |at: At| std::iter::once(at).chain(page.around(at)).any(|at| page.get(at).get("data-app").is_some());
        let mut faults: Vec<String> = Vec::new();
        for at in page.all().filter(|at| !waits(*at)) {
            let element = page.get(at);
            let acts = match element.tag.as_str() {
                "button" => element.get("type") == Some("reset") && element.get("form") == Some("cp-choices"),
                "input" => matches!(element.get("name"), Some("priority" | "partner" | "ward")),
                "select" => element.get("name") == Some("ward"),
                "a" => element.get("href").is_some_and(|it| !it.is_empty() && !it.starts_with('?')),
                _ => true,
            };
            if !acts {
                faults.push(element.name());
            }
        }
        assert!(faults.is_empty(), "{faults:?}");
    }
}

/// By rule and choices: what it hides.
type Known = HashMap<(usize, BTreeSet<At>), BTreeSet<At>>;

/// The page with its stylesheet, in which choices can be made.
struct Leaflet {
    plan: &'static Plan,
    page: Page,
    rules: Vec<Hides>,
    /// What a rule hid while such choices were made of the facets that it names: it depends on nothing else.
    known: RefCell<Known>,
}

/// A rule that hides something.
struct Hides {
    selector: Vec<selectors::Selector>,
    /// The facets that it names.
    facets: Vec<&'static str>,
}

impl Leaflet {
    fn new(plan: &'static Plan) -> Self {
        let sheet = site::filters::filters(plan);
        let rules = css::rules(&sheet).into_iter().filter_map(|rule| {
            let [it] = &rule.declarations[..] else { panic!("a rule declares one thing: {}", rule.selector) };
            assert_eq!((it.name.as_str(), rule.conditions.len()), ("display", 1), "{}", rule.selector);
            let names = |it: &&str| rule.selector.contains(&format!("[name={it}]"));
            let facets = ["priority", "partner", "ward"].into_iter().filter(names).collect();
            (it.value == "none").then(|| Hides { selector: selectors::read(&rule.selector), facets })
        });
        let rules = rules.collect();
        Self { plan, page: Page::read(html_of(plan)), rules, known: RefCell::default() }
    }

    /// The control of a choice; for a ward, the one at the top or the one among the filters.
    fn control(&self, name: &str, value: &str, at_the_top: bool) -> At {
        let page = &self.page;
        let fits = |at: &At| {
            let element = page.get(*at);
            let of_select = element.tag == "option"
                && page.around(*at).next().is_some_and(|it| page.get(it).get("name") == Some(name));
            element.get("value") == Some(value)
                && (if at_the_top { of_select } else { element.get("name") == Some(name) })
        };
        page.all().find(fits).unwrap_or_else(|| panic!("there is a control for {name} {value}"))
    }

    fn controls(&self, query: &Query, at_the_top: bool) -> BTreeSet<At> {
        let plan = self.plan;
        let mut controls = BTreeSet::new();
        controls
            .extend(query.priorities.iter().map(|id| self.control("priority", plan.priority(*id).id.as_str(), false)));
        controls.extend(query.partners.iter().map(|id| self.control("partner", plan.partner(*id).id.as_str(), false)));
        controls.extend(query.wards.iter().map(|id| self.control("ward", plan.ward(*id).id.as_str(), at_the_top)));
        if !at_the_top {
            controls.insert(self.control("ward", "", true));
        }
        controls
    }

    /// What the stylesheet hides of the elements that it can hide.
    fn hidden(&self, matcher: &selectors::Matcher<'_>, subjects: &[At]) -> BTreeSet<At> {
        let mut hidden = BTreeSet::new();
        for (number, rule) in self.rules.iter().enumerate() {
            let facet = |at: &At| {
                let name = |at: At| self.page.get(at).get("name");
                name(*at).or_else(|| name(self.page.around(*at).next()?)).unwrap_or_default()
            };
            let of_facets = matcher.checked().iter().filter(|at| rule.facets.contains(&facet(at))).copied().collect();
            let mut known = self.known.borrow_mut();
            let of_rule = known
                .entry((number, of_facets))
                .or_insert_with(|| subjects.iter().copied().filter(|at| matcher.fits(&rule.selector, *at)).collect());
            hidden.extend(of_rule.iter());
        }
        hidden
    }
}

/// For each choice: what the stylesheet shows is what the engine leaves, card by card, list by list, group by group.
fn compare(leaflet: &Leaflet, queries: &[(Query, bool)]) -> usize {
    let (plan, page) = (leaflet.plan, &leaflet.page);
    let (facts, engine) = facts_and_engine(plan);
    let mut matcher = selectors::Matcher::new(page);
    let groups: Vec<At> = page.of_class("cp-group").collect();
    let subjects: Vec<At> = page
        .all()
        .filter(|at| ["data-g", "data-l", "data-f", "data-w"].iter().any(|name| page.get(*at).get(name).is_some()))
        .filter(|at| page.around(*at).any(|it| page.get(it).has_class("cp-results")))
        .collect();
    let mut compared = 0;
    for (query, at_the_top) in queries {
        matcher.check(leaflet.controls(query, *at_the_top));
        let hidden = leaflet.hidden(&matcher, &subjects);
        let seen = |at: At| !hidden.contains(&at) && page.around(at).all(|it| !hidden.contains(&it));
        let selection = engine.select(query);
        let expected = plan_explorer::query::groups(facts, &selection, query);
        for group in &groups {
            let slug = page.get(*group).get("data-g").expect("it has one");
            let of_group =
                expected.iter().find(|it| it.priority.map_or("whole", |id| plan.priority(id).id.as_str()) == slug);
            assert_eq!(seen(*group), of_group.is_some(), "{query:?}: group {slug}");
            let lists = page.inside(*group).filter(|at| page.get(*at).get("data-l").is_some());
            let mut kinds = plan_explorer::plan::Kind::ALL.into_iter();
            for list in lists {
                // Lists stand in the order of kinds; a priority without any of a kind has no list of it.
                let members = records::of_list(page, list);
                let kind = kinds.by_ref().find(|kind| records::is_of(plan, slug, *kind, members.len()));
                let kind = kind.unwrap_or_else(|| panic!("a list of {slug} has {} members", members.len()));
                let all = records::entries(plan, slug, kind);
                let left = of_group.map_or(&[][..], |it| it.list(kind));
                assert_eq!(seen(list), !left.is_empty(), "{query:?}: list {} of {slug}", kind.slug());
                for (card, id) in members.iter().zip(&all) {
                    assert_eq!(seen(*card), left.contains(id), "{query:?}: {} in {slug}", plan.entry(*id).id);
                    compared += 1;
                }
            }
        }
        for at in subjects.iter().filter(|at| page.get(**at).get("data-w").is_some()) {
            let ward = plan.find_ward(page.get(*at).get("data-w").expect("it has one")).expect("the plan has it");
            assert_eq!(!hidden.contains(at), query.wards.contains(&ward), "{query:?}: the answer for a ward");
        }
    }
    compared
}

#[test]
fn the_stylesheet_filters_as_the_engine_does() {
    for plan in [bundled(), invented()] {
        let leaflet = Leaflet::new(plan);
        let none_or =
            |count: usize| -> Vec<Option<u16>> { std::iter::once(None).chain((0..).map(Some).take(count)).collect() };
        let mut queries = Vec::new();
        for priority in none_or(plan.priorities.len()) {
            for partner in none_or(plan.partners.len()) {
                for ward in none_or(plan.wards.len()) {
                    let query = Query {
                        priorities: priority.into_iter().map(PriorityId).collect(),
                        partners: partner.into_iter().map(PartnerId).collect(),
                        wards: ward.into_iter().map(WardId).collect(),
                        ..Query::default()
                    };
                    queries.push((query, queries.len() % 2 == 0));
                }
            }
        }
        let compared = compare(&leaflet, &queries);
        println!("{}: {} choices, {compared} statements compared", plan.edition.place, queries.len());
    }
}

#[test]
fn several_choices_of_a_facet_widen_as_in_the_engine() {
    for plan in [bundled(), invented()] {
        let leaflet = Leaflet::new(plan);
        // The same numbers every time.
        let mut state = 20_201_u64;
        let mut draw = |of: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            u16::try_from((state >> 33) as usize % of.max(1)).expect("it is small")
        };
        let queries: Vec<_> = (0..150)
            .map(|_| {
                let (priorities, partners, wards) = (draw(4), draw(5), draw(4));
                let query = Query {
                    priorities: (0..priorities).map(|_| PriorityId(draw(plan.priorities.len()))).collect(),
                    partners: (0..partners).map(|_| PartnerId(draw(plan.partners.len()))).collect(),
                    wards: (0..wards).map(|_| WardId(draw(plan.wards.len()))).collect(),
                    ..Query::default()
                };
                (query, false)
            })
            .collect();
        compare(&leaflet, &queries);
    }
}

/// Nothing moves when a chart is drawn where its picture stood: the stylesheet gives it just the widths that pictures have, and
/// shows the picture made for all the room where there is so much.
#[test]
fn charts_are_as_wide_as_their_pictures() {
    let plan = bundled();
    let (facts, engine) = facts_and_engine(plan);
    let stills: serde_json::Value =
        serde_json::from_str(&site::stills::stills(plan, facts, engine)).expect("it is JSON");
    let numbers = |name: &str| -> BTreeSet<u64> {
        stills.as_array().into_iter().flatten().filter_map(|it| it[name].as_u64()).collect()
    };
    let sheet = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("style/parts/chart.css"));
    let rules = css::rules(&sheet.expect("charts have a stylesheet"));
    let from = |of: &str, selector: &str| -> Vec<(u64, String)> {
        let mut found = Vec::new();
        for rule in rules.iter().filter(|it| it.selector == selector) {
            let [condition] = rule.conditions.as_slice() else { continue };
            let pixels = condition.strip_prefix(of).and_then(|it| it.strip_suffix("px)"));
            if let Some(pixels) = pixels.and_then(|it| it.parse().ok()) {
                found.extend(rule.declarations.iter().map(|it| (pixels, it.value.clone())));
            }
        }
        found
    };
    let widths = numbers("width").into_iter().map(|it| (it, format!("{it}px"))).collect::<Vec<_>>();
    assert_eq!(from("@container (min-width: ", ".cp-chart__frame"), widths);
    let wide: Vec<_> = numbers("from").into_iter().filter(|it| *it > 0).map(|it| (it, "100%".to_owned())).collect();
    assert_eq!(from("@media (min-width: ", ".cp-chart__still img"), wide);
}
