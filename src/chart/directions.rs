//! Direction of travel: every percentage change that the plan gives, each with its own period, from the largest fall to
//! the largest rise. Bars of different periods share no time axis, and no colour says good or bad.

use super::bars::{bars, most, names, values};
use super::sheet::{Ask, Chart, Panel, Picture, Row, Shown, Tone, Which};
use super::words::directions::{key, message, notes, point, row, spoken, table};
use super::words::measures::{how_many, measures};
use super::words::{counted, plan_source, subtitle};
use crate::plan::Measure;

/// The chart.
pub(super) fn directions(ask: &Ask<'_>) -> Shown {
    let (which, plan) = (Which::Directions, ask.plan);
    let left = measures(ask);
    let mut drawn: Vec<(&Measure, i32)> = left.iter().filter_map(|it| Some((*it, it.change?))).collect();
    if drawn.is_empty() {
        return nothing(ask);
    }
    drawn.sort_by_key(|(_, change)| *change);
    let key = key(&drawn);
    let rows: Vec<Row> = drawn.iter().map(|it| row(plan, it.0, !key.is_empty())).collect();
    let points: Vec<_> = drawn.iter().enumerate().map(|(at, it)| point(plan, at, it)).collect();
    Shown::Chart(Box::new(Chart {
        id: which.id(plan),
        name: which.name(plan),
        headline: message(&drawn),
        subtitle: subtitle(ask, "Percentage changes that the plan gives", "each bar with its own period"),
        sentence: spoken(&drawn),
        table: table(plan, &drawn),
        source: plan_source(plan),
        key,
        notes: notes(plan, &drawn, &left),
        points,
        panels: Panel::only(rows),
        bars: 1,
        picture: Picture(picture),
        columns: None,
    }))
}

/// Falls to the left of nought, rises to the right. What is neither good nor bad is a series of its own, in one stack with the other:
/// each row has a bar of one of them, and so they stand in one line.
fn picture(chart: &Chart) -> charming::Chart {
    let least = chart.points.iter().map(|it| it.value).min().unwrap_or(0);
    charming::Chart::new()
        .x_axis(values(least, most(&chart.points)))
        .y_axis(names(chart.rows()))
        .series(bars(chart, 0, chart.stands_for(Tone::First)).stack("change"))
        .series(bars(chart, 1, chart.stands_for(Tone::Second)).stack("change"))
}

fn nothing(ask: &Ask<'_>) -> Shown {
    let all = how_many(ask.plan, |it| it.change.is_some());
    let why = if all == 0 {
        "The plan gives no change in per cent.".to_owned()
    } else {
        ["Your choices leave none of the plan’s ", &counted(all, "percentage change", "percentage changes"), "."]
            .concat()
    };
    Which::Directions.nothing(ask.plan, "No percentage changes to draw", why, all > 0)
}
