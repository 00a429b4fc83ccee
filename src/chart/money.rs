//! Money by purpose and source: each sum that the plan states, never added to another.

use super::bars::{bars, most, names, values};
use super::sheet::{Ask, Chart, Panel, Picture, Row, Shown, Which};
use super::words::money::{message, notes, point, row, spoken, sums, table};
use super::words::{counted, plan_source, subtitle};

/// The chart.
pub(super) fn money(ask: &Ask<'_>) -> Shown {
    let (which, plan) = (Which::Money, ask.plan);
    let drawn = sums(ask);
    if drawn.is_empty() {
        return nothing(ask);
    }
    let rows: Vec<Row> = drawn.iter().map(|it| row(ask, it)).collect();
    let points: Vec<_> = drawn.iter().enumerate().map(|(row, it)| point(ask, row, it)).collect();
    let message = message(&drawn);
    Shown::Chart(Box::new(Chart {
        id: which.id(plan),
        name: which.name(plan),
        sentence: spoken(ask, &message, &drawn),
        headline: message,
        subtitle: subtitle(ask, "Sums of money that the plan states, in pounds", "each with its own year"),
        table: table(ask, &drawn),
        source: plan_source(plan),
        key: vec![],
        notes: notes(ask, &drawn),
        points,
        panels: Panel::only(rows),
        bars: 1,
        picture: Picture(picture),
        columns: None,
    }))
}

/// A bar for each sum, the largest first.
fn picture(chart: &Chart) -> charming::Chart {
    charming::Chart::new()
        .x_axis(values(0, most(&chart.points)))
        .y_axis(names(chart.rows()))
        .series(bars(chart, 0, "Pounds"))
}

fn nothing(ask: &Ask<'_>) -> Shown {
    let all = ask.plan.funding.len();
    let why = if all == 0 {
        "The plan states no sums of money.".to_owned()
    } else {
        ["Your choices leave none of the ", &counted(all, "sum", "sums"), " that the plan states."].concat()
    };
    Which::Money.nothing(ask.plan, "No sums of money to draw", why, all > 0)
}
