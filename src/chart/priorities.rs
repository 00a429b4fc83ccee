//! Actions and achievements of each priority, as the filter leaves them. A kind that the visitor left out is not drawn as
//! nought: nothing is claimed about it.

use super::bars::{bars, most, names, values};
use super::sheet::{Ask, Chart, Panel, Picture, Row, Shown, Which};
use super::words::priorities::{Line, lines, measure, message, notes, points, series, spoken, table};
use super::words::{plan_source, subtitle};
use crate::plan::Kind;

/// The chart.
pub(super) fn priorities(ask: &Ask<'_>) -> Shown {
    let (which, plan) = (Which::Priorities, ask.plan);
    let wanted = |kind: &Kind| ask.query.kinds.is_empty() || ask.query.kinds.contains(kind);
    let kinds: Vec<Kind> = [Kind::Promised, Kind::Done].into_iter().filter(wanted).collect();
    let lines = lines(ask, &kinds);
    if lines.is_empty() {
        return nothing(ask, &kinds);
    }
    let rows: Vec<Row> = lines.iter().map(|it| Row::new(&*it.name, "", false)).collect();
    let filtered = !ask.query.is_empty();
    let of_line = |(row, line): (usize, &Line)| points(row, line, &kinds, filtered);
    let points: Vec<_> = lines.iter().enumerate().flat_map(of_line).collect();
    let message = message(ask, &kinds);
    Shown::Chart(Box::new(Chart {
        id: which.id(plan),
        name: which.name(plan),
        sentence: spoken(&message, &kinds, &lines),
        headline: message,
        subtitle: subtitle(ask, measure(&kinds), &["update of ", &plan.edition.year.to_string()].concat()),
        table: table(plan, measure(&kinds), &kinds, &lines),
        source: plan_source(plan),
        key: vec![],
        notes: notes(ask, &kinds, &lines),
        points,
        panels: Panel::only(rows),
        bars: 2,
        picture: Picture(picture),
        columns: None,
    }))
}

/// For each priority a bar of what was promised over one of what was reported as done.
fn picture(chart: &Chart) -> charming::Chart {
    charming::Chart::new()
        .x_axis(values(0, most(&chart.points)))
        .y_axis(names(chart.rows()))
        .series(bars(chart, 0, series(Kind::Promised)))
        .series(bars(chart, 1, series(Kind::Done)))
}

fn nothing(ask: &Ask<'_>, kinds: &[Kind]) -> Shown {
    let all = ask.plan.entries.iter().filter(|it| matches!(it.kind, Kind::Promised | Kind::Done)).count();
    let why = match () {
        () if all == 0 => "The plan holds no actions and no achievements.",
        () if kinds.is_empty() => "You chose to see kinds of entry that are neither actions nor achievements.",
        () => "Your choices leave no action and no achievement.",
    };
    Which::Priorities.nothing(ask.plan, "No actions or achievements to draw", why, all > 0)
}
