//! Achievements by partner: how many name it, and how many more stand under a priority that it leads.

use super::bars::{bars, names, values};
use super::sheet::{Ask, Chart, Panel, Picture, Row, Shown, Which};
use super::words::partners::{LEADS, NAMED, key, lines, measure, message, notes, points, spoken, table};
use super::words::{plan_source, subtitle};
use crate::plan::{Entry, Kind};

/// The chart.
pub(super) fn partners(ask: &Ask<'_>) -> Shown {
    let (which, plan) = (Which::Partners, ask.plan);
    let entries = ask.selection.entries.iter().filter_map(|id| plan.entries.get(id.index()));
    let done: Vec<&Entry> = entries.filter(|it| it.kind == Kind::Done).collect();
    let lines = lines(ask, &done);
    if lines.is_empty() {
        return nothing(ask, &done);
    }
    let lead_only = ask.query.lead_only;
    let rows: Vec<Row> = lines.iter().map(|it| Row::new(&*it.name, "", false)).collect();
    let points: Vec<_> = lines.iter().enumerate().flat_map(|(row, it)| points(row, it, lead_only)).collect();
    let message = message(&lines, done.len());
    Shown::Chart(Box::new(Chart {
        id: which.id(plan),
        name: which.name(plan),
        sentence: spoken(&message, &lines),
        headline: message,
        subtitle: subtitle(ask, measure(lead_only), &["update of ", &plan.edition.year.to_string()].concat()),
        table: table(ask, measure(lead_only), &lines),
        source: plan_source(plan),
        key: key(&lines),
        notes: notes(ask, &done),
        points,
        panels: Panel::only(rows),
        bars: 1,
        picture: Picture(picture),
        columns: None,
    }))
}

/// For each partner one bar of two parts, those with most first.
fn picture(chart: &Chart) -> charming::Chart {
    let all = |row: usize| chart.points.iter().filter(|it| it.row == row).map(|it| it.value).sum();
    charming::Chart::new()
        .x_axis(values(0, (0..chart.rows().len()).map(all).max().unwrap_or(0)))
        .y_axis(names(chart.rows()))
        .series(bars(chart, 0, NAMED).stack("achievements"))
        .series(bars(chart, 1, LEADS).stack("achievements"))
}

fn nothing(ask: &Ask<'_>, done: &[&Entry]) -> Shown {
    let all = ask.plan.entries.iter().filter(|it| it.kind == Kind::Done && !it.partners.is_empty()).count();
    let why = match () {
        () if all == 0 => "The plan names no partner in its achievements.",
        () if done.is_empty() => "Your choices leave no achievements.",
        () => "The achievements that your choices leave name no partner, and nobody is stated to lead.",
    };
    Which::Partners.nothing(ask.plan, "No achievements of partners to draw", why, all > 0)
}
