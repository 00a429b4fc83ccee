//! The page filtered by its stylesheet alone: for every choice it shows what the engine leaves, card by card, list by list and group by
//! group, and the answers for wards and the quick way out that belong to them.

#![expect(clippy::expect_used, reason = "a test that cannot go on says so and fails")]

#[path = "reading/css.rs"]
mod css;
#[path = "reading/editions.rs"]
mod editions;
#[path = "reading/entries.rs"]
mod entries;

use editions::Edition;
use ego_tree::NodeId;
use entries::entries;
use plan_explorer::changes::Editions;
use plan_explorer::page;
use plan_explorer::plan::{Kind, PartnerId, PriorityId, WardId};
use plan_explorer::query::{Query, groups};
use plan_explorer::site::filters::filters;
use scraper::{ElementRef, Html, Node, Selector};
use std::collections::{BTreeMap, BTreeSet};

/// What rules find, and what is chosen by: all that this test needs of the page.
const NEEDED: &str = "form, input, select, option, [data-g], [data-l], [data-f], [data-w], .cp-exit-bar";

/// A page on which choices can be made, with the rules of its stylesheet.
struct Filtered {
    edition: Edition,
    page: Html,
    rules: Vec<Rule>,
    /// What a rule found while such choices were made of the facets that it names: it depends on nothing else.
    known: BTreeMap<(usize, BTreeSet<NodeId>), BTreeSet<NodeId>>,
    checked: BTreeSet<NodeId>,
}

/// A rule that hides something, or shows it.
struct Rule {
    selector: Selector,
    hides: bool,
    /// The facets that it names.
    facets: Vec<&'static str>,
}

impl Filtered {
    fn new(edition: Edition) -> Self {
        // `scraper` knows no `:checked`, which it cannot know of a page that nobody uses.
        let sheet =
            filters(edition.plan()).replace(":checked", "[data-checked=yes]").replace(":target", "[data-target]");
        // How far from the edge a page scrolls filters nothing.
        let rules = css::rules(&sheet)
            .into_iter()
            .filter(|it| it.declarations.iter().all(|it| it.name != "scroll-padding-top"));
        let rules = rules.map(|rule| {
            let [it] = &rule.declarations[..] else { panic!("a rule declares one thing: {}", rule.selector) };
            assert_eq!((it.name.as_str(), rule.conditions.len()), ("display", 1), "{}", rule.selector);
            let names = |it: &&str| rule.selector.contains(&format!("[name={it}]"));
            let facets = ["priority", "partner", "ward"].into_iter().filter(names).collect();
            Rule { selector: selector_of(&rule.selector), hides: it.value == "none", facets }
        });
        let rules = rules.collect();
        let mut html = page::whole(Editions::alone(edition.plan()), edition.facts, 1);
        for control in ["<input ", "<option "] {
            html = html.replace(control, &format!("{control}data-checked=\"no\" "));
        }
        let mut page = Html::parse_document(&format!("<!doctype html><main class=\"cp\">{html}</main>"));
        leave_out_the_rest(&mut page);
        Self { edition, page, rules, known: BTreeMap::new(), checked: BTreeSet::new() }
    }

    fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.page.select(&selector_of(selector)).collect()
    }

    /// The control of a choice; for a ward, the one at the top or the one among the filters.
    fn control(&self, name: &str, value: &str, at_the_top: bool) -> NodeId {
        let selector = if at_the_top {
            format!("[name={name}] > option[value=\"{value}\"]")
        } else {
            format!("input[name={name}][value=\"{value}\"]")
        };
        let [control] = self.all(&selector)[..] else { panic!("there is one control for {name} {value}") };
        control.id()
    }

    /// Makes the choices of a query, and no others; a ward is chosen at the top or among the filters.
    fn choose(&mut self, query: &Query, at_the_top: bool) {
        let plan = self.edition.plan();
        let mut controls = BTreeSet::new();
        controls
            .extend(query.priorities.iter().map(|id| self.control("priority", plan.priority(*id).id.as_str(), false)));
        controls.extend(query.partners.iter().map(|id| self.control("partner", plan.partner(*id).id.as_str(), false)));
        controls.extend(query.wards.iter().map(|id| self.control("ward", plan.ward(*id).id.as_str(), at_the_top)));
        if !at_the_top {
            controls.insert(self.control("ward", "", true));
        }
        for (ids, value) in [(&self.checked - &controls, "no"), (&controls - &self.checked, "yes")] {
            for id in ids {
                let mut node = self.page.tree.get_mut(id).expect("it is on the page");
                let Node::Element(element) = node.value() else { panic!("a control is an element") };
                let mark = element.attrs.iter_mut().find(|it| &*it.0.local == "data-checked");
                mark.expect("every control has it").1 = value.into();
            }
        }
        self.checked = controls;
    }

    /// What rules hide, or show, as choices stand.
    fn found(&mut self, hides: bool) -> BTreeSet<NodeId> {
        let facet = |id: NodeId| {
            let control = ElementRef::wrap(self.page.tree.get(id).expect("it is on the page")).expect("an element");
            let list = control.parent().and_then(ElementRef::wrap);
            control.attr("name").or_else(|| list?.attr("name")).unwrap_or_default()
        };
        let mut all = BTreeSet::new();
        for (number, rule) in self.rules.iter().enumerate().filter(|it| it.1.hides == hides) {
            let of_facets = self.checked.iter().copied().filter(|it| rule.facets.contains(&facet(*it))).collect();
            let found = self
                .known
                .entry((number, of_facets))
                .or_insert_with(|| self.page.select(&rule.selector).map(|it| it.id()).collect());
            all.extend(found.iter());
        }
        all
    }
}

fn selector_of(text: &str) -> Selector {
    Selector::parse(text).unwrap_or_else(|error| panic!("{text} can be read: {error}"))
}

/// Takes what no rule can find off the page, so that thousands of choices are tried in seconds.
fn leave_out_the_rest(page: &mut Html) {
    let mut needed = BTreeSet::new();
    for element in page.select(&selector_of(NEEDED)) {
        needed.extend(std::iter::once(element.id()).chain(element.ancestors().map(|it| it.id())));
    }
    let rest: Vec<NodeId> = page.tree.nodes().map(|it| it.id()).filter(|it| !needed.contains(it)).collect();
    for id in rest {
        page.tree.get_mut(id).expect("it was found").detach();
    }
}

/// For each query: what the stylesheet shows is what the engine leaves. Says how many cards were looked at.
fn compare(filtered: &mut Filtered, queries: &[(Query, bool)]) -> usize {
    let edition = filtered.edition;
    let plan = edition.plan();
    let mut compared = 0;
    for (query, at_the_top) in queries {
        filtered.choose(query, *at_the_top);
        let hidden = filtered.found(true);
        let seen =
            |it: ElementRef<'_>| !hidden.contains(&it.id()) && it.ancestors().all(|it| !hidden.contains(&it.id()));
        let selection = edition.engine.select(query);
        let expected = groups(edition.facts, &selection, query);
        for group in filtered.all(".cp-results [data-g]") {
            let slug = group.attr("data-g").expect("it was asked for");
            let of_group =
                expected.iter().find(|it| it.priority.map_or("whole", |id| plan.priority(id).id.as_str()) == slug);
            assert_eq!(seen(group), of_group.is_some(), "{query:?}: group {slug}");
            for list in group.select(&selector_of("[data-l]")) {
                let kind = Kind::ALL.into_iter().find(|it| list.attr("data-kind") == Some(it.slug()));
                let kind = kind.expect("a list is of one kind");
                let cards: Vec<_> = list.select(&selector_of("[data-f]")).collect();
                let all = entries(edition.plan(), slug, kind);
                assert_eq!(cards.len(), all.len(), "{} of {slug}", kind.slug());
                let left = of_group.map_or(&[][..], |it| it.list(kind));
                assert_eq!(seen(list), !left.is_empty(), "{query:?}: list {} of {slug}", kind.slug());
                for (card, id) in cards.into_iter().zip(&all) {
                    assert_eq!(card.attr("data-entry"), Some(id.0.to_string().as_str()));
                    assert_eq!(seen(card), left.contains(id), "{query:?}: {} in {slug}", plan.entry(*id).id);
                    compared += 1;
                }
            }
        }
        for answer in filtered.all("[data-w]") {
            let ward = plan.find_ward(answer.attr("data-w").expect("it was asked for")).expect("the plan has it");
            assert_eq!(seen(answer), query.wards.contains(&ward), "{query:?}: the answer for a ward");
        }
    }
    compared
}

#[test]
fn the_stylesheet_filters_as_the_engine_does() {
    for edition in editions::both() {
        let plan = edition.plan();
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
        let compared = compare(&mut Filtered::new(edition), &queries);
        println!("{}: {} choices, {compared} statements compared", plan.edition.place, queries.len());
    }
}

#[test]
fn several_choices_of_a_facet_widen_as_in_the_engine() {
    for edition in editions::both() {
        let plan = edition.plan();
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
        compare(&mut Filtered::new(edition), &queries);
    }
}

#[test]
fn the_way_out_comes_with_what_may_put_somebody_at_risk() {
    for edition in editions::both() {
        let plan = edition.plan();
        let mut filtered = Filtered::new(edition);
        let bar = {
            let [bar] = filtered.all(".cp-exit-bar")[..] else { panic!("there is one") };
            bar.id()
        };
        filtered.choose(&Query::default(), false);
        assert_eq!(filtered.found(false), BTreeSet::new(), "nothing is chosen");
        for id in plan.priority_ids() {
            let query = Query { priorities: [id].into(), ..Query::default() };
            filtered.choose(&query, false);
            let priority = plan.priority(id);
            assert_eq!(filtered.found(false).contains(&bar), priority.sensitive, "{}", priority.id);
        }
    }
}
