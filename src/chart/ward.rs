//! A ward beside its borough: two small panels, each with an axis of its own, because the one is part of the other and many
//! times smaller. Wards are never set beside each other, and no percentage rests on a count under [`LEAST_FOR_A_SHARE`].

use super::beside::{Beside, Label, Series};
use super::sheet::{Cell, Chart, Head, Lie, NoteKind, Nothing, Panel, Point, Row, Shown, Table, Tone};
use super::words::{capital, headline, note, whole};
use crate::plan::thousands;

/// The least count that a percentage may rest on.
pub const LEAST_FOR_A_SHARE: u32 = 20;

/// A chart of areas: its stable id, what it is called, and what its first column holds.
struct Kind {
    id: &'static str,
    name: &'static str,
    of: &'static str,
    lie: Lie,
}

const MONTHS: Kind = Kind { id: "ward-by-month", name: "Month by month", of: "Month", lie: Lie::Columns };
const TYPES: Kind = Kind { id: "ward-by-type", name: "By type", of: "Type", lie: Lie::Rows };
const AGES: Kind = Kind { id: "ward-by-age", name: "People by age", of: "Age", lie: Lie::Rows };

/// Counts by month, of a ward and of the whole area.
#[must_use]
pub fn months(data: &Beside) -> Shown {
    let month_by_month = [
        place(&data.ward),
        ": ",
        &spread(&data.ward.counts),
        " a month; ",
        place(&data.area),
        ": ",
        &spread(&data.area.counts),
    ];
    counts(data, &MONTHS, month_by_month.concat())
}

/// Counts by type, of a ward and of the whole area; most in the ward first.
#[must_use]
pub fn types(data: &Beside) -> Shown {
    let mut order: Vec<usize> = (0..data.labels.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(data.ward.counts.get(*at).copied().unwrap_or(0)));
    let pick = |series: &Series| Series {
        place: series.place.clone(),
        counts: order.iter().filter_map(|at| series.counts.get(*at).copied()).collect(),
    };
    let sorted = Beside {
        labels: order.iter().filter_map(|at| data.labels.get(*at).cloned()).collect(),
        ward: pick(&data.ward),
        area: pick(&data.area),
        ..data.clone()
    };
    let message = match sorted.ward.counts.as_slice() {
        [first, rest @ ..] if *first > rest.first().copied().unwrap_or(0) => {
            let kind = sorted.labels.first().map_or("", |it| it.full.as_str());
            ["Most in ", place(&sorted.ward), ": ", kind, ", ", &thousands(*first)].concat()
        }
        _ => String::new(),
    };
    counts(&sorted, &TYPES, message)
}

/// People by age, of a ward and of the whole area: as shares, which can stand on one axis, where every count allows it.
#[must_use]
pub fn ages(data: &Beside) -> Shown {
    let all = |series: &Series| series.counts.iter().all(|it| *it >= LEAST_FOR_A_SHARE);
    if !complete(data) || !all(&data.ward) || !all(&data.area) {
        return counts(data, &AGES, String::new());
    }
    shares(data)
}

fn place(series: &Series) -> &str {
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
fn complete(data: &Beside) -> bool {
    let labels = data.labels.len();
    labels > 0 && data.ward.counts.len() == labels && data.area.counts.len() == labels
}

fn nothing(data: &Beside, kind: &Kind) -> Shown {
    Shown::Nothing(Nothing {
        id: kind.id.into(),
        name: kind.name.into(),
        what: "No figures to draw".to_owned(),
        why: ["There are no figures of this kind for ", place(&data.ward), "."].concat(),
        filtered: false,
    })
}

fn subtitle(data: &Beside, measure: &str) -> String {
    [&capital(measure), ", ", place(&data.ward), " beside ", place(&data.area), ", ", &data.period].concat()
}

fn row(label: &Label) -> Row {
    Row { label: label.full.clone(), short: label.short.clone(), ..Row::default() }
}

/// Two panels of counts.
fn counts(data: &Beside, kind: &Kind, message: String) -> Shown {
    if !complete(data) {
        return nothing(data, kind);
    }
    let totals = [
        place(&data.ward),
        ": ",
        &thousands(total(&data.ward)),
        "; ",
        place(&data.area),
        ": ",
        &thousands(total(&data.area)),
    ];
    let message = headline([message, totals.concat()]);
    let panel = |series: &Series| Panel {
        title: series.place.clone(),
        lie: kind.lie,
        ends: (0, i64::from(series.counts.iter().max().copied().unwrap_or(0))),
        rows: data.labels.iter().map(row).collect(),
        series: vec![capital(&data.measure)],
    };
    let mut notes: Vec<_> = data.caveats.iter().map(|it| note(NoteKind::Caveat, it.as_str())).collect();
    let words = "The two panels have axes of their own: compare the shape, not the height.";
    notes.push(note(NoteKind::Reading, words));
    Shown::Chart(Box::new(Chart {
        id: kind.id.into(),
        name: kind.name.into(),
        sentence: spoken(data, kind),
        headline: message,
        subtitle: subtitle(data, &data.measure),
        table: table(data, kind, false),
        source: ["Source: ", &data.source].concat(),
        key: vec![],
        notes,
        panels: vec![panel(&data.ward), panel(&data.area)],
        points: points(data),
    }))
}

fn points(data: &Beside) -> Vec<Point> {
    let of = |panel: usize, series: &Series, tone: Tone| -> Vec<Point> {
        let counts = series.counts.iter().zip(&data.labels).enumerate();
        counts
            .map(|(row, (count, label))| Point {
                panel,
                row,
                series: 0,
                label: [place(series), ", ", &label.full].concat(),
                value: i64::from(*count),
                shown: thousands(*count),
                // Not "1 crimes": what is counted is a sentence of its own.
                words: [place(series), ", ", &label.full, ": ", &thousands(*count), ". ", &capital(&data.measure), "."]
                    .concat(),
                polarity: "",
                tone,
                leads: None,
            })
            .collect()
    };
    let mut points = of(0, &data.ward, Tone::First);
    points.extend(of(1, &data.area, Tone::Second));
    points
}

fn spoken(data: &Beside, kind: &Kind) -> String {
    let each: Vec<String> = data
        .labels
        .iter()
        .zip(&data.ward.counts)
        .map(|(label, count)| [&label.full, " ", &thousands(*count)].concat())
        .collect();
    let chart = if kind.lie == Lie::Columns { "Two column charts. " } else { "Two bar charts. " };
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

fn table(data: &Beside, kind: &Kind, with_shares: bool) -> Table {
    let mut heads = vec![Head::words(kind.of)];
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
    let caption = [&subtitle(data, &data.measure), ", by ", &kind.of.to_lowercase()].concat();
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

/// One panel of shares, in which each row has a bar of the ward and one of the area.
fn shares(data: &Beside) -> Shown {
    let places = [&data.ward, &data.area];
    let of = |series: &Series, at: usize| share(series.counts.get(at).copied().unwrap_or(0), total(series));
    let apart = |at: usize| (of(&data.ward, at) - of(&data.area, at)).abs();
    // The label that tells the two places apart most; the first of them where several do.
    let telling = (0..data.labels.len()).rev().max_by_key(|at| apart(*at)).unwrap_or(0);
    let most = places.iter().flat_map(|it| (0..data.labels.len()).map(|at| of(it, at))).max().unwrap_or(0);
    let label = data.labels.get(telling).map_or("", |it| it.full.as_str());
    let [ward, area] = places.map(|it| percent(of(it, telling)));
    let message = headline([
        [place(&data.ward), ": ", &ward, " are ", label, "; ", place(&data.area), ": ", &area].concat(),
        ["Shares of ", &whole(data.labels.len()), " ages, beside the whole area"].concat(),
    ]);
    let mut points = Vec::new();
    for (row, label) in data.labels.iter().enumerate() {
        for (series, (it, tone)) in places.into_iter().zip([Tone::First, Tone::Second]).enumerate() {
            let (share, count) = (of(it, row), it.counts.get(row).copied().unwrap_or(0));
            let words = [
                place(it),
                ", ",
                &label.full,
                ": ",
                &share.to_string(),
                " per cent, ",
                &thousands(count),
                " ",
                &data.measure,
                ".",
            ];
            points.push(Point {
                panel: 0,
                row,
                series,
                label: [place(it), ", ", &label.full].concat(),
                value: share,
                shown: [&percent(share), " ", place(it)].concat(),
                words: words.concat(),
                polarity: "",
                tone,
                leads: None,
            });
        }
    }
    let mut notes: Vec<_> = data.caveats.iter().map(|it| note(NoteKind::Caveat, it.as_str())).collect();
    notes.push(note(NoteKind::Reading, "Shares are rounded to whole per cent, so they need not add up to 100."));
    let each: Vec<String> = (0..data.labels.len())
        .zip(&data.labels)
        .map(|(at, it)| {
            let [ward, area] = places.map(|it| of(it, at).to_string());
            [
                &it.full,
                ", ",
                &ward,
                " per cent in ",
                place(&data.ward),
                " and ",
                &area,
                " per cent in ",
                place(&data.area),
            ]
            .concat()
        })
        .collect();
    let measure = ["share of ", &data.measure, ", per cent"].concat();
    Shown::Chart(Box::new(Chart {
        id: AGES.id.into(),
        name: AGES.name.into(),
        sentence: ["Bar chart, ", &data.period, ". ", &each.join("; "), "."].concat(),
        headline: message,
        subtitle: subtitle(data, &measure),
        table: table(data, &AGES, true),
        source: ["Source: ", &data.source].concat(),
        key: vec![],
        notes,
        panels: vec![Panel {
            title: String::new(),
            lie: Lie::Rows,
            ends: (0, most),
            rows: data.labels.iter().map(row).collect(),
            series: places.map(|it| it.place.clone()).to_vec(),
        }],
        points,
    }))
}
