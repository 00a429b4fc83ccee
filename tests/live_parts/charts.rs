//! Charts: that what is written has all hooks, that table, words and data say the same, and what is offered where nothing is left.

use crate::html::Page;
use crate::{World, is_well_made, read, words_of};
use leptos::prelude::*;
use plan_explorer::chart::{Ask, Chart, Nothing, Shown, Which, chart, csv};
use plan_explorer::live::chart::{LiveChart, NothingLeft, Reading, Switch, Tools};
use plan_explorer::live::parts::Part;
use plan_explorer::state::Explorer;

/// A chart as an explorer's choices leave it.
fn shown(explorer: Explorer, which: Which) -> Shown {
    untrack(|| {
        explorer.with(|now| chart(which, &Ask { plan: explorer.plan, query: &now.query, selection: &now.selection }))
    })
}

#[test]
fn a_written_chart_has_what_a_program_needs_and_says_what_it_draws() {
    let mut charts = 0;
    for world in World::both() {
        for which in Which::ALL {
            let scene = world.at("");
            let page = read(Part::Chart(which));
            is_well_made(&page);
            let Shown::Chart(chart) = shown(scene.explorer, which) else {
                assert_eq!(page.of_class("cp-chart--nothing").count(), 1, "{which:?}");
                continue;
            };
            charts += 1;
            let of = |name: &str, value: &str| {
                let mut found = page.all().filter(|at| page.get(*at).get(name) == Some(value));
                let at = found.next().unwrap_or_else(|| panic!("{which:?} has no {name}={value}"));
                assert!(found.next().is_none(), "{which:?} has one {name}={value}");
                at
            };
            for (hook, words) in [
                ("headline", &chart.headline),
                ("subtitle", &chart.subtitle),
                ("sentence", &chart.sentence),
                ("source", &chart.source),
            ] {
                assert_eq!(page.text(of("data-chart-text", hook)), tidy(words), "{which:?}");
            }
            for place in ["chart-switch", "chart-picture", "chart-tools"] {
                assert_eq!(page.inside(of("data-place", place)).count(), 0, "{which:?}: {place} is empty");
            }
            // What the drawing library is told to look for.
            let drawing = page.get(of("data-place", "chart-picture"));
            assert_eq!(drawing.get("id"), Some(format!("cp-chart-{}-drawing", which.id()).as_str()));
            assert_eq!(page.text(of("data-place", "chart-notes")), notes(&chart), "{which:?}");
            the_table_is_that_of(&page, &chart);
        }
    }
    assert!(charts > 9, "{charts}");
}

fn tidy(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn notes(chart: &Chart) -> String {
    tidy(&chart.notes.iter().map(|it| it.words.as_str()).collect::<Vec<_>>().join(" "))
}

fn the_table_is_that_of(page: &Page, chart: &Chart) {
    let rows: Vec<Vec<String>> = page
        .all()
        .filter(|at| page.get(*at).tag == "tr")
        .map(|row| {
            page.inside(row)
                .filter(|at| ["th", "td"].contains(&page.get(*at).tag.as_str()))
                .map(|at| page.text(at))
                .collect()
        })
        .collect();
    let heads = chart.table.heads.iter().map(|it| tidy(&it.words)).collect();
    let body = chart.table.rows.iter().map(|row| row.iter().map(|it| tidy(&it.words)).collect());
    assert_eq!(rows, std::iter::once(heads).chain(body).collect::<Vec<Vec<String>>>());
    let row_heads = page.all().filter(|at| page.get(*at).get("scope") == Some("row")).count();
    assert_eq!(row_heads, chart.table.rows.len(), "each row has its head");
}

#[test]
fn what_is_mounted_into_a_chart_follows_it() {
    let [world, _] = World::both();
    let scene = world.at("");
    let explorer = scene.explorer;
    let live = LiveChart::new(Which::Directions.id(), move || {
        explorer.with(|now| {
            chart(Which::Directions, &Ask { plan: explorer.plan, query: &now.query, selection: &now.selection })
        })
    });
    let data = |explorer: Explorer| match shown(explorer, Which::Directions) {
        Shown::Chart(chart) => csv(&chart.table),
        Shown::Nothing(it) => panic!("{it:?}"),
    };
    let link = |page: &Page| {
        let at = page.all().find(|at| page.get(*at).get("download").is_some()).expect("there is a link to the data");
        assert_eq!(page.get(at).get("download"), Some("direction-of-travel.csv"));
        let address = page.get(at).get("href").expect("it leads somewhere").to_owned();
        let (_, data) = address.split_once(',').expect("it holds the data");
        let pair = format!("x={data}");
        let (_, data) = url::form_urlencoded::parse(pair.as_bytes()).next().expect("there is one");
        (data.into_owned(), page.text(at))
    };
    let tools = || Page::read(&view! { <Tools chart=live/> }.to_html());
    let (whole, words) = link(&tools());
    assert_eq!(whole, data(explorer));
    assert_eq!(words, format!("Download the data (CSV, {} kB)", whole.len().div_ceil(1000)));
    assert_eq!(tools().all().filter(|at| tools().get(*at).tag == "button").count(), 4);

    let violence = world.plan.find_priority("violence").expect("there is such a priority");
    explorer.toggle(plan_explorer::query::Choice::Priority(violence));
    let (some, _) = link(&tools());
    assert_eq!(some, data(explorer));
    assert!(some.len() < whole.len(), "the filter leaves less");

    let switch = Page::read(&view! { <Switch chart=live/> }.to_html());
    assert_eq!(switch.whole_text(), "Show as a table: Direction of travel", "that it failed is not said");
    let reading = Page::read(&view! { <Reading chart=live/> }.to_html());
    assert_eq!(reading.whole_text(), "The chart is being drawn.");
    assert_eq!(
        reading.get(reading.of_class("cp-chart__reading").next().expect("it is there")).get("role"),
        Some("status")
    );
}

#[test]
fn only_what_choices_took_away_has_a_way_back() {
    let [world, _] = World::both();
    let _scene = world.at("");
    for (filtered, ends) in [(true, "Nothing fits. Show all figures"), (false, "Nothing fits.")] {
        let (what, why) = ("No sums to draw".to_owned(), "Nothing fits.".to_owned());
        let nothing = Nothing { id: "money", name: "Money", what, why, filtered };
        let page = Page::read(&view! { <NothingLeft nothing/> }.to_html());
        assert_eq!(words_of(&page, "cp-chart--nothing"), format!("Money No sums to draw. {ends}"));
        assert_eq!(page.by_id("cp-chart-money"), None, "that is the hidden chart’s");
    }
}
