//! What the page owes whoever believes it: figures with their periods and caveats, gaps said in words, our words told from the plan's,
//! and a way out beside what may put somebody at risk.

use crate::dom::{all, around, every, inside, name, one, shown, text};
use crate::pages;
use plan_explorer::plan::{Gap, Kind, Measure};
use plan_explorer::query::gap_label;
use scraper::ElementRef;

/// What is shown of the one element of a class inside another; nothing where there is none.
fn words_of(element: ElementRef<'_>, class: &str) -> String {
    inside(element, class).into_iter().next().map(shown).unwrap_or_default()
}

#[test]
fn no_figure_stands_without_its_period() {
    for written in pages() {
        let (plan, page) = (written.plan(), written.page());
        for place in [".cp-results", "[data-section=figures]"] {
            let numbers = all(&page, &format!("{place} .cp-figure__number"));
            for number in &numbers {
                let card = around(*number).find(|it| it.value().name() == "li").expect("it is on a card");
                let period = words_of(card, ".cp-figure__period");
                assert!(period.len() > 10, "{} in {place} has no period", name(card));
            }
            let numbers = all(&page, &format!("{place} [data-entry] .cp-figure__number"));
            let wanted = plan.entries.iter().filter_map(|it| it.measure.as_ref());
            assert!(numbers.len() >= wanted.filter(|it| it.change.is_some() || it.counts.is_some()).count());
        }
        let rows = all(&page, ".cp-table--money tbody tr");
        assert_eq!(rows.len(), plan.funding.len());
        for (row, funding) in rows.into_iter().zip(&plan.funding) {
            let cells: Vec<String> = inside(row, "td").into_iter().map(shown).collect();
            assert!(cells.len() == 5 && cells.iter().all(|it| !it.is_empty()), "no cell is empty: {cells:?}");
            assert!(cells[0].contains(&funding.amount.text), "{cells:?}");
        }
    }
}

#[test]
fn no_figure_in_the_overview_stands_without_its_period_and_what_it_counts() {
    for written in pages() {
        let (plan, page) = (written.plan(), written.page());
        let measures = || plan.entries.iter().filter_map(|it| it.measure.as_ref());
        let facts: Vec<String> = all(&page, ".cp-row__fact").into_iter().map(shown).collect();
        assert!(facts.iter().any(|it| it.contains('%')));
        for fact in facts.iter().filter(|it| it.contains('%')) {
            let period = ["ending", "to ", "since", "year", "period"].iter().any(|it| fact.to_lowercase().contains(it));
            assert!(period, "“{fact}” has no period");
            let caveat = plan.edition.caveat.as_ref().map_or("", |it| it.short.as_str());
            let needs = measures().any(|it: &Measure| it.disturbed && fact.starts_with(&it.name));
            assert_eq!(needs, !caveat.is_empty() && fact.contains(caveat), "“{fact}”");
            let names = measures().any(|it| fact.contains(&format!("{}: ", it.name)));
            assert!(names, "“{fact}” does not say what it counts");
        }
    }
}

#[test]
fn a_disturbed_figure_has_its_caveat_beside_it() {
    for written in pages() {
        let (plan, page) = (written.plan(), written.page());
        for id in plan.entry_ids().filter(|id| plan.entry(*id).kind == Kind::Direction) {
            let measure = plan.entry(id).measure.as_ref().expect("a direction has a measure");
            let cards = all(&page, &format!("[data-entry=\"{}\"]", id.0));
            assert!(cards.len() >= 2, "it stands among the results and among the figures");
            for card in cards.into_iter().map(shown) {
                if let Some(caveat) = &plan.edition.caveat {
                    assert_eq!(card.contains(&caveat.short), measure.disturbed, "{}", plan.entry(id).id);
                }
                for own in &measure.caveats {
                    assert!(card.contains(own.as_str()), "{}: {own}", plan.entry(id).id);
                }
            }
        }
    }
    let ours = pages()[0].plan();
    let disturbed = ours.entries.iter().filter_map(|it| it.measure.as_ref()).any(|it| it.disturbed);
    assert!(disturbed && ours.edition.caveat.is_some(), "there is one to look at");
}

#[test]
fn gaps_are_said_in_words() {
    for written in pages() {
        let (plan, page) = (written.plan(), written.page());
        for priority in &plan.priorities {
            let group = shown(one(page.root_element(), &format!("[data-g=\"{}\"]", priority.id)));
            assert_eq!(group.contains("not stated in the plan"), priority.lead.is_none(), "{}", priority.id);
            assert_eq!(group.contains("reports no achievements"), priority.nothing_reported, "{}", priority.id);
        }
        let matrix = one(page.root_element(), "[data-section=partners]");
        let unstated = plan.priorities.iter().filter(|it| it.lead.is_none()).count();
        assert_eq!(inside(matrix, ".cp-cell--gap").len(), unstated);
        assert_eq!(inside(matrix, ".cp-not-stated").len(), unstated);
        for cell in inside(matrix, "td, th") {
            assert!(!shown(cell).is_empty(), "no cell of the table is empty");
        }
        let notes = shown(one(page.root_element(), "[data-section=notes]"));
        for gap in Gap::ALL {
            let count = plan.entries.iter().filter(|it| it.gaps.contains(&gap)).count();
            assert_eq!(notes.contains(&format!("{}: {count}", gap_label(gap))), count > 0, "{gap:?}");
        }
    }
}

#[test]
fn our_words_are_marked_as_ours() {
    for written in pages() {
        let (plan, page) = (written.plan(), written.page());
        let lines = all(&page, ".cp-plain");
        assert!(!lines.is_empty());
        for line in lines.into_iter().map(shown) {
            assert!(line.ends_with("In our words"), "{line}");
        }
        for priority in &plan.priorities {
            let lead = words_of(one(page.root_element(), &format!("[data-g=\"{}\"]", priority.id)), ".cp-lead");
            assert!(lead.starts_with(&priority.plain) && lead.ends_with("In our words"), "{lead}");
        }
        for id in plan.entry_ids().filter(|id| plan.entry(*id).kind == Kind::Local) {
            for card in all(&page, &format!("[data-entry=\"{}\"]", id.0)) {
                assert!(shown(card).contains("Not from the plan"), "{}", plan.entry(id).id);
            }
        }
    }
}

#[test]
fn a_ward_gets_an_honest_answer() {
    for written in pages() {
        let (plan, page) = (written.plan(), written.page());
        for ward in &plan.wards {
            let answer = shown(one(page.root_element(), &format!(".cp-place[data-w=\"{}\"]", ward.id)));
            assert!(answer.contains(&ward.name) && answer.contains("no figures for single wards"), "{answer}");
            let others = plan.wards.iter().filter(|it| it.id != ward.id && !ward.name.contains(&it.name));
            assert!(others.into_iter().all(|it| !answer.contains(&it.name)), "{answer}");
        }
    }
}

#[test]
fn a_sensitive_priority_has_its_way_out() {
    for written in pages() {
        let (plan, page) = (written.plan(), written.page());
        // The one that stays in sight while the program, or the stylesheet, shows it.
        assert_eq!(text(one(page.root_element(), ".cp-exit-bar a.cp-exit")), "Exit this page");
        let sensitive: Vec<_> = plan.priorities.iter().filter(|it| it.sensitive).collect();
        assert!(!sensitive.is_empty());
        for priority in sensitive {
            let group = one(page.root_element(), &format!("[data-g=\"{}\"]", priority.id));
            let [way_out] = inside(group, "a.cp-exit")[..] else { panic!("there is one way out of {}", priority.id) };
            assert_eq!(text(way_out), "Exit this page");
            // Neither an id nor a link gives the subject away.
            for word in &priority.private_words {
                let telling = every(&page).into_iter().find(|it| {
                    let named = ["id", "href", "data-query"].iter().filter_map(|name| it.attr(name));
                    let here = named.filter(|it| !it.starts_with("http"));
                    here.flat_map(|it| it.split(['-', '=', '&', ',', '?', '+', '#'])).any(|it| it == word)
                });
                assert_eq!(telling.map(name), None, "“{word}” stands in an id or an address");
            }
        }
    }
}
