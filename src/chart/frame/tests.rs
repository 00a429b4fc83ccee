//! What holds for every chart there is, at every width and size of text. Where words really stand, browsers tell (`tests/journeys/charts.rs`).

use crate::chart::{Ask, Chart, Dress, Look, Scheme, Shown, Which, ages, chart, draw, months, people, recorded, types};
use crate::plan::{Kind, load};
use crate::query::{Query, facts_and_engine};
use serde_json::Value;
use std::path::Path;

fn push(charts: &mut Vec<Chart>, shown: Shown) {
    if let Shown::Chart(it) = shown
        && !charts.contains(&it)
    {
        charts.push(*it);
    }
}

/// The plan's charts, whole and as each single choice leaves them, and those of every ward.
fn all() -> Vec<Chart> {
    let loaded = load::edition(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"));
    let (plan, area) = (&loaded.plan.expect("it has no mistakes"), &loaded.area.expect("it has no mistakes"));
    let (facts, engine) = facts_and_engine(plan);
    let mut queries = vec![Query::default()];
    queries.extend(plan.priority_ids().map(|it| Query { priorities: [it].into(), ..Query::default() }));
    queries.extend(plan.partner_ids().map(|it| Query { partners: [it].into(), ..Query::default() }));
    queries.extend(Kind::ALL.map(|it| Query { kinds: [it].into(), ..Query::default() }));
    let mut charts = Vec::new();
    for query in &queries {
        let selection = engine.select(query);
        for which in Which::of(plan) {
            push(&mut charts, chart(which, &Ask { plan, facts, query, selection: &selection }));
        }
    }
    let stretch = recorded::stretch(&area.crime).expect("there are months");
    for ward in plan.ward_ids() {
        push(&mut charts, months(&recorded::by_month(plan, area, &stretch, ward)));
        push(&mut charts, types(&recorded::by_type(plan, area, &stretch, ward)));
        push(&mut charts, ages(&people::by_age(plan, area, ward).expect("there are ages")));
    }
    assert!(charts.len() > 60, "there are {} different charts", charts.len());
    charts
}

fn look(width: u32, text: u32) -> Look {
    Look { width, text, font: "Arial".to_owned(), scheme: Scheme::Light }
}

fn option(chart: &Chart, look: &Look) -> Value {
    serde_json::from_str(&draw(chart, look, Dress::Bare).json()).expect("it is JSON")
}

/// What a picture that the build has drawn rests on: a live one in its place is as high.
#[test]
fn a_picture_is_as_high_as_its_lines_make_it() {
    for chart in all().iter().filter(|it| !it.id.starts_with("ward-")) {
        for (text, widths) in [(16, [288, 320, 358, 480, 575]), (17, [612, 620, 640, 660, 680])] {
            let heights = widths.map(|width| draw(chart, &look(width, text), Dress::Bare).height);
            assert_eq!(heights, [heights[0]; 5], "{} at {widths:?}", chart.id);
        }
    }
}

/// `seriesId` and `dataIndex` of a mark are those that the library counts.
#[test]
fn each_mark_is_where_the_chart_says() {
    for chart in all() {
        for (width, text) in [(288, 16), (680, 17), (300, 32)] {
            let option = option(&chart, &look(width, text));
            for point in &chart.points {
                let (series, at) = (point.series, point.row);
                let mut all = option["series"].as_array().expect("it has series").iter();
                let item = &all.find(|it| it["id"] == *series.to_string()).expect("it is there")["data"][at];
                assert_eq!(item["value"], point.value, "{} of {}", point.label, chart.id);
                let shown = item["name"].as_str().expect("it says its number");
                assert_eq!(
                    shown.split_whitespace().collect::<String>(),
                    point.shown.split_whitespace().collect::<String>()
                );
            }
        }
    }
}

/// Everything that is drawn has its room inside the picture.
#[test]
fn every_grid_is_inside() {
    for chart in all() {
        for width in (240..=680).step_by(20) {
            for text in [16, 24, 32] {
                let drawing = draw(&chart, &look(width, text), Dress::Bare);
                let option: Value = serde_json::from_str(&drawing.json()).expect("it is JSON");
                for grid in option["grid"].as_array().expect("it has grids") {
                    let of = |name: &str| grid[name].as_f64().expect("it is a number");
                    let told = format!("{} at {width}, text {text}: {grid}", chart.id);
                    assert!(of("left") >= 0.0 && of("left") + of("width") <= f64::from(width) + 1.0, "{told}");
                    assert!(of("top") + of("height") / 2.0 <= f64::from(drawing.height), "{told}");
                }
            }
        }
    }
}
