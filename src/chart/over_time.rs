//! A measure over several periods, with what is to be reached. Columns stand on equal steps only where the periods are such
//! steps; else each count has a row of its own. Nothing is compared over a break: there the row is parted, in words.

use super::bars::{bars, fit_as_columns, most, names, short_names, values};
use super::sheet::{Ask, Chart, Nothing, Panel, Picture, Row, Shown, Tone, Which, over_time_name};
use super::words::course::Course;
use super::words::over_time::{Line, OverTime, key, message, notes, point, row, source, spoken, subtitle, table};
use super::words::target::target_words;
use crate::plan::{EntryId, Reading, Target, goes_over_time, readings};
use crate::query::Choice;

/// The chart of a measure of the plan.
pub(super) fn of_plan(ask: &Ask<'_>, id: EntryId) -> Shown {
    let (plan, which) = (ask.plan, Which::OverTime(id));
    let nothing = |why: &str, filtered: bool| which.nothing(plan, "No counts over time to draw", why, filtered);
    let entry = plan.entries.get(id.index());
    let entry = entry.filter(|it| goes_over_time(plan, it));
    let measure = entry.and_then(|it| it.measure.as_ref());
    let (Some(entry), Some(measure)) = (entry, measure) else {
        return nothing("The plan gives no counts of several periods for this.", false);
    };
    if !ask.selection.entries.contains(&id) {
        return nothing("Your choices leave this measure out.", true);
    }
    let readings = readings(plan, entry, false);
    over_time(&OverTime {
        id: which.id(plan),
        plan,
        name: &measure.name,
        unit: &measure.unit,
        polarity: measure.polarity,
        caveats: &measure.caveats,
        readings: &readings,
        targets: plan.targets.iter().filter(|it| it.measure == id).collect(),
        source: source(plan, &readings),
        leads: match entry.priorities.as_slice() {
            [only] => Some(Choice::Priority(*only)),
            _ => None,
        },
    })
}

/// The chart of a measure over time: counts in the order of their periods, then targets, which are a series of their own.
#[must_use]
pub fn over_time(of: &OverTime<'_>) -> Shown {
    let course = Course::of(of.readings);
    let counts: Vec<&Reading> = course.counts().map(|it| &it.reading).collect();
    let target = |it: &&'_ Target| target_words(it, of.unit, counts.iter().copied());
    let targets = of.targets.iter().map(|it| Line::Target(it, target(it)));
    let lines: Vec<Line<'_>> = course.places.iter().map(|it| Line::Place(*it)).chain(targets).collect();
    if course.places.is_empty() {
        return nothing(of);
    }
    let rows: Vec<Row> = lines.iter().map(|it| row(of, it)).collect();
    let points: Vec<_> = lines.iter().enumerate().filter_map(|(at, it)| point(of, at, it)).collect();
    let in_columns = course.in_steps && !course.is_restated() && fit_as_columns(&rows, &points);
    Shown::Chart(Box::new(Chart {
        id: of.id.clone(),
        name: over_time_name(of.name).into(),
        headline: message(of, &course),
        subtitle: subtitle(of, &course),
        sentence: spoken(of, &lines, in_columns),
        table: table(of, &course, &lines),
        source: of.source.clone(),
        notes: notes(of, &course, &lines),
        key: key(of, &course),
        points,
        panels: Panel::only(rows),
        bars: 1,
        picture: Picture(picture),
        columns: in_columns.then_some(Picture(columns)),
    }))
}

/// A bar for each count, one under the other.
fn picture(chart: &Chart) -> charming::Chart {
    counts(chart, charming::Chart::new().x_axis(values(0, most(&chart.points))).y_axis(names(chart.rows())))
}

/// A column for each count, on equal steps.
fn columns(chart: &Chart) -> charming::Chart {
    counts(chart, charming::Chart::new().x_axis(short_names(chart.rows())).y_axis(values(0, most(&chart.points))))
}

/// In one stack, because each row has a bar of one series only: so they stand in one line.
fn counts(chart: &Chart, axes: charming::Chart) -> charming::Chart {
    axes.series(bars(chart, 0, chart.stands_for(Tone::First)).stack("counts"))
        .series(bars(chart, 1, chart.stands_for(Tone::Second)).stack("counts"))
}

fn nothing(of: &OverTime<'_>) -> Shown {
    Shown::Nothing(Nothing {
        id: of.id.clone(),
        name: over_time_name(of.name).into(),
        what: "No counts over time to draw".to_owned(),
        why: "There are no counts of several periods for this.".to_owned(),
        filtered: false,
    })
}

#[cfg(test)]
mod tests;
