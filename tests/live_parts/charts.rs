//! Charts: what is mounted into one follows the filter, and a way back is offered where choices left nothing.

use crate::dom::{all, one, read, shown};
use crate::editions::{Edition, ours};
use crate::{words, words_of};
use leptos::prelude::*;
use plan_explorer::chart::{Ask, Nothing, Shown, Which, chart, csv};
use plan_explorer::live::chart::{LiveChart, NothingLeft, Reading, Switch, Tools};
use plan_explorer::state::Explorer;
use scraper::Html;

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
    let live = LiveChart::new(Which::Directions.id(), move || left(edition, explorer, Which::Directions));
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
    assert_eq!(said, format!("Download the data (CSV, {} kB)", whole.len().div_ceil(1000)));
    assert_eq!(all(&tools(), "button").len(), 4);

    let violence = edition.plan().find_priority("violence").expect("there is such a priority");
    explorer.toggle(plan_explorer::query::Choice::Priority(violence));
    let (some, _) = link(&tools());
    assert_eq!(some, data(explorer));
    assert!(some.len() < whole.len(), "the filter leaves less");

    let switch = read(&view! { <Switch chart=live/> }.to_html());
    assert_eq!(words(&switch), "Show as a table: Direction of travel", "that it failed is not said");
    let reading = read(&view! { <Reading chart=live/> }.to_html());
    assert_eq!(words(&reading), "The chart is being drawn.");
    assert_eq!(one(reading.root_element(), ".cp-chart__reading").attr("role"), Some("status"));
}

#[test]
fn only_what_choices_took_away_has_a_way_back() {
    let _scene = ours().at("");
    for (filtered, ends) in [(true, "Nothing fits. Show all figures"), (false, "Nothing fits.")] {
        let (what, why) = ("No sums to draw".to_owned(), "Nothing fits.".to_owned());
        let nothing = Nothing { id: "money", name: "Money", what, why, filtered };
        let page = read(&view! { <NothingLeft nothing/> }.to_html());
        assert_eq!(words_of(&page, ".cp-chart--nothing"), format!("Money No sums to draw. {ends}"));
        assert!(all(&page, "#cp-chart-money").is_empty(), "that is the hidden chart’s");
    }
}
