//! What the page owes whoever believes it: figures with their periods and caveats, gaps said in words, our words told from the plan's,
//! and a way out beside what may put somebody at risk.

use crate::dom::{all, around, every, inside, name, one, shown, text};
use crate::pages;
use plan_explorer::plan::{Gap, Kind, Measure, Role};
use plan_explorer::query::{gap_label, gap_unit};
use scraper::ElementRef;
use std::collections::BTreeSet;

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
        let lines = all(&page, ".cp-lines--money > li");
        assert_eq!(lines.len(), plan.funding.len());
        for (line, funding) in lines.into_iter().zip(&plan.funding) {
            assert_eq!(words_of(line, ".cp-lines__number"), funding.amount.words());
            let what = words_of(line, ".cp-lines__what");
            assert!(what.starts_with(&funding.amount.what), "{what}");
            assert_eq!(what.contains("Giver not stated"), funding.funders.is_empty(), "{what}");
            assert_eq!(what.contains("year not stated"), funding.period.is_none(), "{what}");
        }
        if !plan.survey.is_empty() {
            assert_eq!(
                words_of(page.root_element(), ".cp-lines__period"),
                "Sample size and date not given in the plan."
            );
        }
    }
}

#[test]
fn no_figure_in_the_overview_stands_without_its_period_and_what_it_counts() {
    for written in pages() {
        let (plan, page) = (written.plan(), written.page());
        let measures = || plan.entries.iter().filter_map(|it| it.measure.as_ref());
        let facts: Vec<String> = all(&page, ".cp-row__figure").into_iter().map(text).collect();
        assert_eq!(facts.len(), plan.priorities.len(), "a figure for each, or that there is none");
        assert!(facts.iter().any(|it| it.contains('%')));
        assert!(facts.iter().all(|it| it.contains('%') || it == "no figure"), "{facts:?}");
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
fn a_row_of_the_overview_has_no_figure_of_something_else() {
    let mut of_others = 0;
    for written in pages() {
        let (plan, page) = (written.plan(), written.page());
        for id in plan.priority_ids() {
            let slug = &plan.priority(id).id;
            let row = shown(one(page.root_element(), &format!(".cp-rows > [data-priority=\"{slug}\"]")));
            let measures = plan.entries.iter().filter(|it| it.priorities.contains(&id));
            for measure in measures.filter_map(|it| it.measure.as_ref()) {
                let Some(note) = &measure.off_subject else { continue };
                assert!(!row.contains(&measure.name), "{slug}: {row}");
                let group = one(page.root_element(), &format!("[data-g=\"{slug}\"]"));
                let title = &plan.notes.iter().find(|it| it.id == *note).expect("the check wants it").title;
                assert!(shown(group).contains(title.as_str()), "the note stands at {slug}");
                of_others += 1;
            }
        }
    }
    assert_eq!(of_others, 2, "there are such figures");
}

#[test]
fn a_disturbed_figure_has_its_caveat_beside_it() {
    let mut marked = 0;
    for written in pages() {
        let (plan, page) = (written.plan(), written.page());
        for id in plan.entry_ids().filter(|id| plan.entry(*id).kind == Kind::Direction) {
            let measure = plan.entry(id).measure.as_ref().expect("a direction has a measure");
            let cards = all(&page, &format!("[data-entry=\"{}\"]", id.0));
            assert!(cards.len() >= 2, "it stands among the results and among the figures");
            for card in cards.into_iter().map(shown) {
                if let Some(caveat) = &plan.edition.caveat {
                    assert_eq!(card.contains(&caveat.short), measure.disturbed, "{}", plan.entry(id).id);
                    marked += usize::from(card.contains(&format!("C {}", caveat.short)));
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
    let numbers = pages().iter().flat_map(|it| &it.plan().entries).filter_map(|it| it.measure.as_ref());
    assert_eq!(marked, numbers.filter(|it| it.disturbed).count(), "among all figures it is a mark, which has its name");
    for written in pages() {
        let (plan, page) = (written.plan(), written.page());
        let Some(caveat) = &plan.edition.caveat else { continue };
        let figures = one(page.root_element(), "[data-section=figures]");
        let once = shown(one(figures, "#cp-caveat"));
        assert!(once.contains(&caveat.short) && once.contains(&*crate::dom::tidy(&caveat.source.quote)), "{once}");
        assert_eq!(
            shown(figures).matches(&*crate::dom::tidy(&caveat.source.quote)).count(),
            1,
            "once, and not at each number"
        );
        assert!(inside(figures, "a.cp-caveat-mark").into_iter().all(|it| it.attr("href") == Some("#cp-caveat")));
    }
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
            let entries: Vec<_> = plan.entries.iter().filter(|it| it.gaps.contains(&gap)).collect();
            let priorities = entries.iter().flat_map(|it| &it.priorities).collect::<BTreeSet<_>>().len();
            let count = if gap.is_of_priority() { priorities } else { entries.len() };
            let words = format!("{}: {count} {}", gap_label(gap), gap_unit(gap, count));
            assert_eq!(notes.contains(&words), count > 0, "{gap:?}");
        }
    }
}

/// Whether a line stands on a card that opens to the plan's own words.
fn is_opened(line: ElementRef<'_>) -> bool {
    let card = around(line).find(|it| it.attr("data-entry").is_some());
    card.is_some_and(|it| !words_of(it, ".cp-origin .cp-quote").is_empty())
}

#[test]
fn a_part_that_is_inferred_says_so() {
    for written in pages() {
        let (plan, page) = (written.plan(), written.page());
        for id in plan.entry_ids() {
            let mut parts = plan.entry(id).partners.iter();
            let any = parts.any(|it| it.role == Role::Funder && it.inferred);
            for card in all(&page, &format!(".cp-results [data-entry=\"{}\"]", id.0)) {
                assert_eq!(shown(card).contains("(funder, inferred by us)"), any, "{}", plan.entry(id).id);
            }
        }
        for priority in plan.priorities.iter().filter(|it| it.lead.is_some()) {
            let group = one(page.root_element(), &format!("[data-g=\"{}\"]", priority.id));
            assert!(shown(group).contains("for what is promised, inferred by us"), "{}", priority.id);
        }
        let matrix = shown(one(page.root_element(), "[data-section=partners] .cp-matrix"));
        let inferred = |it: &&plan_explorer::plan::Part| it.inferred && it.role != Role::Lead;
        let any = plan.entries.iter().flat_map(|it| &it.partners).any(|it| inferred(&it));
        assert_eq!(matrix.contains("Funder (inferred)"), any);
    }
}

#[test]
fn problems_are_reported_where_the_edition_says_and_nowhere_else() {
    let mut offered = 0;
    for written in pages() {
        let (plan, page) = (written.plan(), written.page());
        let links: Vec<_> =
            all(&page, "a").into_iter().filter(|it| shown(*it).starts_with("Report a problem")).collect();
        let Some(report) = &plan.edition.report else {
            assert!(links.is_empty());
            continue;
        };
        let foot = inside(one(page.root_element(), ".cp-foot"), "a").into_iter().map(shown);
        assert!(foot.collect::<Vec<_>>().contains(&"Report a problem with this page".to_owned()));
        let telling = ["abus", "domestic"];
        for link in links {
            let href = link.attr("href").expect("it leads somewhere");
            let query = href.strip_prefix(&format!("{report}?subject=")).expect("it goes to the address of the data");
            let (subject, body) = query.split_once("&body=").expect("it has a text");
            assert!(!subject.contains(' ') && !body.contains(' ') && body.contains(plan.edition.id.as_str()), "{href}");
            let of_statement = shown(link).contains("statement");
            assert_eq!(body.contains("Statement%3A"), of_statement && body.contains("Section%3A"), "{href}");
            let mailed = body.to_lowercase();
            assert!(!telling.iter().any(|it| mailed.contains(it)), "a mail program would keep it: {href}");
            offered += usize::from(of_statement);
        }
    }
    assert!(offered > 5, "at each statement");
}

#[test]
fn our_words_are_marked_as_ours() {
    for written in pages() {
        let (plan, page) = (written.plan(), written.page());
        let lines = all(&page, ".cp-plain");
        assert!(!lines.is_empty());
        for line in lines {
            // Set apart, or opening to the plan's own words under the line that says which are whose.
            assert!(shown(line).ends_with("In our words") || is_opened(line), "{}", shown(line));
        }
        for key in all(&page, ".cp-key") {
            assert!(shown(key).contains("ours, in plain words"), "{}", shown(key));
        }
        for priority in &plan.priorities {
            let lead = words_of(one(page.root_element(), &format!("[data-g=\"{}\"]", priority.id)), ".cp-group__plain");
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
