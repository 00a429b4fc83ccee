//! A ward beside its borough, in words and as tables. No percentage rests on a count under [`LEAST_FOR_A_SHARE`].

use super::{capital, headline, note, whole};
use crate::chart::beside::{Beside, Label, Series};
use crate::chart::sheet::{Cell, Head, Note, NoteKind, Point, Table};
use crate::plan::thousands;

/// The least count that a percentage may rest on.
pub const LEAST_FOR_A_SHARE: u32 = 20;

/// A place’s name.
pub(in crate::chart) fn place(series: &Series) -> &str {
    &series.place
}

fn total(series: &Series) -> u32 {
    series.counts.iter().fold(0, |sum, it| sum.saturating_add(*it))
}

/// `90 to 118`, or the one number that all are.
fn spread(counts: &[u32]) -> String {
    let (least, most) = (counts.iter().min().copied().unwrap_or(0), counts.iter().max().copied().unwrap_or(0));
    if least == most { thousands(least) } else { [&thousands(least), " to ", &thousands(most)].concat() }
}

/// Whether there is a count of both places for every label.
pub(in crate::chart) fn complete(data: &Beside) -> bool {
    let labels = data.labels.len();
    labels > 0 && data.ward.counts.len() == labels && data.area.counts.len() == labels
}

/// Measure, places and period.
pub(in crate::chart) fn subtitle(data: &Beside, measure: &str) -> String {
    [&capital(measure), ", ", place(&data.ward), " beside ", place(&data.area), ", ", &data.period].concat()
}

/// The ward and the area, in the order of the two series.
fn places(data: &Beside) -> [&Series; 2] {
    [&data.ward, &data.area]
}

/// The headline of counts: `message`, where it is short enough.
pub(in crate::chart) fn counts_message(data: &Beside, message: String) -> String {
    let [ward, area] = places(data).map(|it| [place(it), ": ", &thousands(total(it))].concat());
    headline([message, [ward, area].join("; ")])
}

/// What the smallest and the largest months are.
pub(in crate::chart) fn months_message(data: &Beside) -> String {
    let [ward, area] = places(data).map(|it| [place(it), ": ", &spread(&it.counts)].concat());
    [&ward, " a month; ", &*area].concat()
}

/// Which type there is most of in the ward, where one stands out. Types come with most in the ward first.
pub(in crate::chart) fn types_message(sorted: &Beside) -> String {
    match sorted.ward.counts.as_slice() {
        [first, rest @ ..] if *first > rest.first().copied().unwrap_or(0) => {
            let kind = sorted.labels.first().map_or("", |it| it.full.as_str());
            ["Most in ", place(&sorted.ward), ": ", kind, ", ", &thousands(*first)].concat()
        }
        _ => String::new(),
    }
}

/// What a reader must know beside the numbers; `reading` says how to read the chart.
pub(in crate::chart) fn notes(data: &Beside, reading: &str) -> Vec<Note> {
    let caveats = data.caveats.iter().map(|it| note(NoteKind::Caveat, it.as_str()));
    caveats.chain([note(NoteKind::Reading, reading)]).collect()
}

/// The counts of both places as marks.
pub(in crate::chart) fn points(data: &Beside) -> Vec<Point> {
    let of = |(at, series): (usize, &Series)| -> Vec<Point> {
        let counts = series.counts.iter().zip(&data.labels).enumerate();
        counts
            .map(|(row, (count, label))| Point {
                series: at,
                row,
                label: [place(series), ", ", &label.full].concat(),
                value: i64::from(*count),
                shown: thousands(*count),
                // Not "1 crimes": what is counted is a sentence of its own.
                words: [place(series), ", ", &label.full, ": ", &thousands(*count), ". ", &capital(&data.measure), "."]
                    .concat(),
                leads: None,
            })
            .collect()
    };
    places(data).into_iter().enumerate().flat_map(of).collect()
}

/// What is read aloud in the place of the picture.
pub(in crate::chart) fn spoken(data: &Beside, in_columns: bool) -> String {
    let each: Vec<String> = data
        .labels
        .iter()
        .zip(&data.ward.counts)
        .map(|(label, count)| [&label.full, " ", &thousands(*count)].concat())
        .collect();
    let chart = if in_columns { "Two column charts. " } else { "Two bar charts. " };
    [
        chart,
        &capital(&data.measure),
        ", ",
        &data.period,
        ". ",
        place(&data.ward),
        ", ",
        &thousands(total(&data.ward)),
        " in all: ",
        &each.join("; "),
        ". ",
        place(&data.area),
        ", ",
        &thousands(total(&data.area)),
        " in all, ",
        &spread(&data.area.counts),
        " each.",
    ]
    .concat()
}

/// The table: `of` heads the first column.
pub(in crate::chart) fn table(data: &Beside, of: &str, with_shares: bool) -> Table {
    let mut heads = vec![Head::words(of)];
    for series in [&data.ward, &data.area] {
        heads.push(Head::numbers(place(series)));
        if with_shares {
            heads.push(Head::numbers([place(series), ", per cent"].concat()));
        }
    }
    let rows = data.labels.iter().enumerate().map(|(at, label)| {
        let mut cells = vec![Cell::words(&*label.full)];
        for series in [&data.ward, &data.area] {
            let count = series.counts.get(at).copied().unwrap_or(0);
            cells.push(Cell::number(i64::from(count), thousands(count)));
            if with_shares {
                let share = share(count, total(series));
                cells.push(Cell::number(share, percent(share)));
            }
        }
        cells
    });
    let caption = [&subtitle(data, &data.measure), ", by ", &of.to_lowercase()].concat();
    Table { caption, heads, rows: rows.collect() }
}

/// A share in whole per cent.
fn share(part: u32, all: u32) -> i64 {
    let (part, all) = (i64::from(part), i64::from(all).max(1));
    (200 * part + all) / (2 * all)
}

fn percent(share: i64) -> String {
    [&share.to_string(), "%"].concat()
}

/// A place's share of what a label stands for.
fn share_of(series: &Series, at: usize) -> i64 {
    share(series.counts.get(at).copied().unwrap_or(0), total(series))
}

/// The headline of shares: the label that tells the two places apart most; the first of them where several do.
pub(in crate::chart) fn shares_message(data: &Beside) -> String {
    let apart = |at: &usize| (share_of(&data.ward, *at) - share_of(&data.area, *at)).abs();
    let telling = (0..data.labels.len()).rev().max_by_key(apart).unwrap_or(0);
    let label = data.labels.get(telling).map_or("", |it| it.full.as_str());
    let [ward, area] = places(data).map(|it| percent(share_of(it, telling)));
    headline([
        [place(&data.ward), ": ", &ward, " are ", label, "; ", place(&data.area), ": ", &area].concat(),
        ["Shares of ", &whole(data.labels.len()), " ages, beside the whole area"].concat(),
    ])
}

/// The shares of both places as marks, by label.
pub(in crate::chart) fn share_points(data: &Beside) -> Vec<Point> {
    let of = |row: usize, label: &Label, (series, it): (usize, &Series)| {
        let (share, count) = (share_of(it, row), it.counts.get(row).copied().unwrap_or(0));
        let counted = [&thousands(count), " ", &*data.measure].concat();
        let words = [place(it), ", ", &label.full, ": ", &share.to_string(), " per cent, ", &counted, "."];
        Point {
            series,
            row,
            label: [place(it), ", ", &label.full].concat(),
            value: share,
            shown: [&percent(share), " ", place(it)].concat(),
            words: words.concat(),
            leads: None,
        }
    };
    let labels = data.labels.iter().enumerate();
    labels.flat_map(|(row, label)| places(data).into_iter().enumerate().map(move |it| of(row, label, it))).collect()
}

/// The same, read aloud.
pub(in crate::chart) fn shares_spoken(data: &Beside) -> String {
    let each = data.labels.iter().enumerate().map(|(at, label)| {
        let [ward, area] = places(data).map(|it| [&share_of(it, at).to_string(), " per cent in ", place(it)].concat());
        [&label.full, ", ", &*ward, " and ", &area].concat()
    });
    ["Bar chart, ", &data.period, ". ", &each.collect::<Vec<_>>().join("; "), "."].concat()
}
