//! What residents said: each answer's share, with the plan's own wording. No filter reaches it: it belongs to no priority.

use super::bars::{bars, names, values};
use super::sheet::{Ask, Chart, Panel, Picture, Row, Shown, Which};
use super::words::survey::{UNKNOWN, message, notes, point, spoken, table};
use super::words::{capital, plan_source};

const SHARE: &str = "Share of residents, per cent";

/// The chart.
pub(super) fn survey(ask: &Ask<'_>) -> Shown {
    let which = Which::Survey;
    let (plan, drawn) = (ask.plan, &ask.plan.survey);
    if drawn.is_empty() {
        return which.nothing(ask.plan, "No survey figures to draw", "The plan gives no figures from a survey.", false);
    }
    let rows: Vec<Row> = drawn.iter().map(|it| Row::new(capital(&it.said), "", false)).collect();
    let points: Vec<_> = drawn.iter().enumerate().map(|(row, it)| point(row, it)).collect();
    Shown::Chart(Box::new(Chart {
        id: which.id(plan),
        name: which.name(plan),
        headline: message(drawn),
        subtitle: [SHARE, ", ", &plan.edition.place, ", ", UNKNOWN].concat(),
        sentence: spoken(drawn),
        table: table(ask, drawn),
        source: plan_source(plan),
        key: vec![],
        notes: notes(ask),
        points,
        panels: Panel::only(rows),
        bars: 1,
        picture: Picture(picture),
        columns: None,
    }))
}

/// A bar for each answer, from nought to all residents.
fn picture(chart: &Chart) -> charming::Chart {
    charming::Chart::new().x_axis(values(0, 100)).y_axis(names(chart.rows())).series(bars(chart, 0, SHARE))
}
