//! Charts: what is mounted into one follows the filter, and a way back is offered where choices left nothing.

use crate::editions::{Edition, ours};
use crate::html::Page;
use crate::words_of;
use leptos::prelude::*;
use plan_explorer::chart::{Ask, Nothing, Shown, Which, chart, csv};
use plan_explorer::live::chart::{LiveChart, NothingLeft, Reading, Switch, Tools};
use plan_explorer::state::Explorer;

/// A chart as an explorer's choices leave it; tracked.
fn shown(edition: Edition, explorer: Explorer, which: Which) -> Shown {
    let (plan, facts) = (edition.plan(), edition.facts);
    explorer.with(|now| chart(which, &Ask { plan, facts, query: &now.query, selection: &now.selection }))
}

#[test]
fn what_is_mounted_into_a_chart_follows_it() {
    let edition = ours();
    let scene = edition.at("");
    let explorer = scene.explorer;
    let live = LiveChart::new(Which::Directions.id(), move || shown(edition, explorer, Which::Directions));
    let data = |explorer: Explorer| match untrack(|| shown(edition, explorer, Which::Directions)) {
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

    let violence = edition.plan().find_priority("violence").expect("there is such a priority");
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
    let _scene = ours().at("");
    for (filtered, ends) in [(true, "Nothing fits. Show all figures"), (false, "Nothing fits.")] {
        let (what, why) = ("No sums to draw".to_owned(), "Nothing fits.".to_owned());
        let nothing = Nothing { id: "money", name: "Money", what, why, filtered };
        let page = Page::read(&view! { <NothingLeft nothing/> }.to_html());
        assert_eq!(words_of(&page, "cp-chart--nothing"), format!("Money No sums to draw. {ends}"));
        assert_eq!(page.by_id("cp-chart-money"), None, "that is the hidden chart’s");
    }
}
