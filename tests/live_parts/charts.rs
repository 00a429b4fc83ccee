//! Charts: what is mounted into one follows the filter, and a way back is offered where choices left nothing.

use crate::dom::{all, is_hidden, one, read, shown};
use crate::editions::{Edition, ours};
use crate::{words, words_of};
use leptos::prelude::*;
use plan_explorer::chart::{Ask, Nothing, Shown, Which, chart, csv};
use plan_explorer::live::chart::LiveChart;
use plan_explorer::live::chart::pieces::{NothingLeft, Reading, Tools};
use plan_explorer::state::Explorer;
use scraper::{ElementRef, Html};

/// What a way to use a chart is called, in a word.
fn way(of: ElementRef<'_>) -> String {
    shown(of).split([':', ',']).next().unwrap_or_default().to_owned()
}

/// A chart as an explorer's choices leave it; tracked.
fn left(edition: Edition, explorer: Explorer, which: Which) -> Shown {
    let (plan, facts) = (edition.plan(), edition.facts);
    explorer.with(|now| chart(which, &Ask { plan, facts, query: &now.query, selection: &now.selection }))
}

#[test]
fn what_is_mounted_into_a_chart_follows_it() {
    let edition = ours();
    let scene = edition.at("");
    let explorer = scene.explorer;
    let live = LiveChart::new(Which::Directions.id(edition.plan()), move || left(edition, explorer, Which::Directions));
    let data = |explorer: Explorer| match untrack(|| left(edition, explorer, Which::Directions)) {
        Shown::Chart(chart) => csv(&chart.table),
        Shown::Nothing(it) => panic!("{it:?}"),
    };
    let link = |page: &Html| {
        let it = one(page.root_element(), "[download]");
        assert_eq!(it.attr("download"), Some("direction-of-travel.csv"));
        let address = it.attr("href").expect("it leads somewhere");
        let (_, data) = address.split_once(',').expect("it holds the data");
        let pair = format!("x={data}");
        let (_, data) = url::form_urlencoded::parse(pair.as_bytes()).next().expect("there is one");
        (data.into_owned(), shown(it))
    };
    let tools = || read(&view! { <Tools chart=live/> }.to_html());
    let (whole, said) = link(&tools());
    assert_eq!(whole, data(explorer));
    assert_eq!(said, format!("CSV, {} kB: Direction of travel", whole.len().div_ceil(1000)));
    let ways: Vec<String> = all(&tools(), ".cp-chart__ways > li").into_iter().map(way).collect();
    assert_eq!(ways, ["Table", "CSV", "Picture", "Cite"], "one line, in this order");
    let names: Vec<String> = all(&tools(), ".cp-chart__ways > li > a, summary").into_iter().map(shown).collect();
    assert!(names.iter().all(|it| it.ends_with(": Direction of travel")), "each has a name of its own: {names:?}");
    assert_eq!(all(&tools(), ".cp-chart__pictures button").len(), 4);
    let cite = words_of(&tools(), "textarea");
    for words in
        ["6 measures with a percentage", "Percentage changes that the plan gives", "Source: Tamworth Community"]
    {
        assert!(cite.contains(words), "{cite}");
    }

    let violence = edition.plan().find_priority("violence").expect("there is such a priority");
    explorer.toggle(plan_explorer::query::Choice::Priority(violence));
    let (some, _) = link(&tools());
    assert_eq!(some, data(explorer));
    assert!(some.len() < whole.len(), "the filter leaves less");

    assert!(
        !words(&tools()).contains("could not be drawn") || is_hidden(one(tools().root_element(), ".cp-chart__failed"))
    );
    let reading = read(&view! { <Reading chart=live/> }.to_html());
    assert_eq!(words(&reading), "The chart is being drawn.");
    assert_eq!(one(reading.root_element(), ".cp-chart__reading > [role]").attr("role"), Some("status"));
}

#[test]
fn only_what_choices_took_away_has_a_way_back() {
    let _scene = ours().at("");
    for (filtered, ends) in [(true, "Nothing fits. Show all figures"), (false, "Nothing fits.")] {
        let (what, why) = ("No sums to draw".to_owned(), "Nothing fits.".to_owned());
        let nothing = Nothing { id: "money".into(), name: "Money".into(), what, why, filtered };
        let page = read(&view! { <NothingLeft nothing/> }.to_html());
        assert_eq!(words_of(&page, ".cp-chart--nothing"), format!("Money No sums to draw. {ends}"));
        assert!(all(&page, "#cp-chart-money").is_empty(), "that is the hidden chart’s");
    }
}
