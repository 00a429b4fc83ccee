//! Before and after: only for measures whose two counts the plan gives. Each pair counts another thing, so each has axes of
//! its own, from nought.

use super::bars::{bars, most, names, values};
use super::sheet::{Ask, Chart, Panel, Picture, Shown, Which};
use super::words::measures::{how_many, measures};
use super::words::pairs::{Pair, message, notes, points, row, spoken, table};
use super::words::{counted, plan_source, subtitle};

/// The chart.
pub(super) fn pairs(ask: &Ask<'_>) -> Shown {
    let (which, plan) = (Which::Pairs, ask.plan);
    let left = measures(ask);
    let drawn: Vec<Pair<'_>> = left.iter().filter_map(|it| Some((*it, it.counts?))).collect();
    if drawn.is_empty() {
        return nothing(ask);
    }
    let panels: Vec<Panel> = drawn.iter().map(|it| Panel { title: String::new(), rows: vec![row(plan, it)] }).collect();
    let points: Vec<_> = drawn.iter().enumerate().flat_map(|(at, it)| points(plan, at, it)).collect();
    Shown::Chart(Box::new(Chart {
        id: which.id(plan),
        name: which.name(plan),
        headline: message(&drawn),
        subtitle: subtitle(
            ask,
            "Counts that the plan gives together with the count before",
            "each pair with its own period",
        ),
        sentence: spoken(&drawn),
        table: table(plan, &drawn),
        source: plan_source(plan),
        key: vec![],
        notes: notes(plan, &drawn, &left),
        points,
        panels,
        bars: 2,
        picture: Picture(picture),
        columns: None,
    }))
}

/// For each pair a bar of the count before, with stripes, over one of the count after.
fn picture(chart: &Chart) -> charming::Chart {
    let mut picture = charming::Chart::new();
    for (at, panel) in chart.panels.iter().enumerate() {
        let (axis, series) = (i32::try_from(at).unwrap_or(0), [2 * at, 2 * at + 1]);
        let own = chart.points.iter().filter(|it| series.contains(&it.series));
        picture = picture.x_axis(values(0, most(own)).grid_index(axis)).y_axis(names(&panel.rows).grid_index(axis));
        for (series, name) in series.into_iter().zip(["after", "before"]) {
            // A gap of minus two bars: so the second stands over the first.
            let bars = bars(chart, series, name).bar_gap("-200%");
            picture = picture.series(bars.x_axis_index(axis).y_axis_index(axis));
        }
    }
    picture
}

fn nothing(ask: &Ask<'_>) -> Shown {
    let all = how_many(ask.plan, |it| it.counts.is_some());
    let why = if all == 0 {
        "The plan gives no count together with the count before.".to_owned()
    } else {
        ["Your choices leave none of the ", &counted(all, "pair", "pairs"), " of counts that the plan gives."].concat()
    };
    Which::Pairs.nothing(ask.plan, "No counts before and after to draw", why, all > 0)
}
