//! Direction of travel, in words and as a table.

use super::measures::{beware, compared, leads, marked, when};
use super::{capital, counted, disturbed, dotted, good_news, headline, listed, moved, note, sentence, whole};
use crate::chart::figure::{percent, period};
use crate::chart::sheet::{Cell, Head, Note, NoteKind, Point, Row, Table, Tone};
use crate::plan::{Counts, Measure, Plan, Polarity, thousands};

fn about_the_same(measure: &Measure) -> bool {
    measure.counts.is_some_and(Counts::about_the_same)
}

/// What the two looks of bars stand for; empty where one of them stands for two things.
pub(in crate::chart) fn key(drawn: &[(&Measure, i32)]) -> Vec<(Tone, &'static str)> {
    let has = |polarity: Polarity| drawn.iter().any(|it| it.0.polarity == polarity);
    let first = match (has(Polarity::Lower), has(Polarity::Higher)) {
        (true, true) => return Vec::new(),
        (true, false) => Some("fewer is better"),
        (false, true) => Some("more is better"),
        (false, false) => None,
    };
    let second = has(Polarity::Neither).then(|| (Tone::Second, good_news(Polarity::Neither)));
    first.map(|it| (Tone::First, it)).into_iter().chain(second).collect()
}

/// What stands over a bar. What good news would be stands in the key, if there is one.
pub(in crate::chart) fn row(plan: &Plan, measure: &Measure, keyed: bool) -> Row {
    let counts = measure.counts.map_or_else(|| "counts not published".to_owned(), compared);
    let news = if keyed { "" } else { good_news(measure.polarity) };
    let detail = dotted(&[&capital(&when(measure)), &counts, news]);
    Row::new(&*measure.name, detail, marked(plan, measure))
}

/// A change as a mark.
pub(in crate::chart) fn point(plan: &Plan, row: usize, (measure, change): &(&Measure, i32)) -> Point {
    let counts = measure.counts.map_or_else(|| "Counts not published".to_owned(), compared);
    let words = [
        [&measure.name, ": ", &moved(*change), "."].concat(),
        sentence(&counts),
        sentence(&capital(&when(measure))),
        sentence(&capital(good_news(measure.polarity))),
        beware(plan, measure),
    ];
    Point {
        series: usize::from(measure.polarity == Polarity::Neither),
        row,
        label: measure.name.clone(),
        value: i64::from(*change),
        shown: percent(*change),
        words: words.join(" ").trim_end().to_owned(),
        leads: leads(plan, measure),
    }
}

/// How many went down, up, and neither.
fn tally(drawn: &[(&Measure, i32)]) -> String {
    let level = |it: &(&Measure, i32)| it.1 == 0 || about_the_same(it.0);
    let down = drawn.iter().filter(|it| it.1 < 0 && !level(it)).count();
    let up = drawn.iter().filter(|it| it.1 > 0 && !level(it)).count();
    let same = drawn.len() - down - up;
    let parts = [(down, " down"), (up, " up"), (same, " about the same")];
    let parts: Vec<String> =
        parts.iter().filter(|it| it.0 > 0).map(|(number, word)| [&whole(*number), *word].concat()).collect();
    listed(&parts)
}

/// The headline.
pub(in crate::chart) fn message(drawn: &[(&Measure, i32)]) -> String {
    let general =
        [&counted(drawn.len(), "measure with a percentage", "measures with a percentage"), ": ", &tally(drawn)]
            .concat();
    let single = match drawn {
        [(measure, change)] if about_the_same(measure) => {
            [&measure.name, ": about the same, ", &percent(*change)].concat()
        }
        [(measure, change)] => [&measure.name, ": ", &percent(*change)].concat(),
        _ => String::new(),
    };
    headline([single, general])
}

/// What is read aloud in the place of the picture.
pub(in crate::chart) fn spoken(drawn: &[(&Measure, i32)]) -> String {
    let one = |(measure, change): &(&Measure, i32)| {
        let same = if about_the_same(measure) { ", about the same" } else { "" };
        [&measure.name, ", ", &moved(*change), same, ", ", &when(measure)].concat()
    };
    let ends = match drawn {
        [] => String::new(),
        [only] => [&one(only), "."].concat(),
        [first, .., last] => ["From ", &one(first), "; to ", &one(last), "."].concat(),
    };
    let without = drawn.iter().filter(|it| it.0.counts.is_none()).count();
    let without = match without {
        0 => String::new(),
        1 => " For 1 the plan publishes no counts.".to_owned(),
        more => [" For ", &whole(more), " the plan publishes no counts."].concat(),
    };
    [
        "Bar chart of ",
        &counted(drawn.len(), "percentage change", "percentage changes"),
        ": ",
        &tally(drawn),
        ". ",
        &ends,
        &without,
    ]
    .concat()
}

/// The table.
pub(in crate::chart) fn table(plan: &Plan, drawn: &[(&Measure, i32)]) -> Table {
    let heads = vec![
        Head::words("Measure"),
        Head::numbers("Change, per cent"),
        Head::numbers("Count"),
        Head::numbers("Count before"),
        Head::words("Period"),
        Head::words("What would be good news"),
        Head::words("Beware"),
    ];
    let count = |count: Option<u32>| {
        count.map_or_else(|| Cell::not_available("not published"), |it| Cell::number(i64::from(it), thousands(it)))
    };
    let rows = drawn.iter().map(|(measure, change)| {
        let caveats = beware(plan, measure);
        vec![
            Cell::words(&*measure.name),
            Cell::number(i64::from(*change), percent(*change)),
            count(measure.counts.map(|it| it.now)),
            count(measure.counts.map(|it| it.was)),
            measure.period.as_ref().map_or_else(|| Cell::not_available("not stated"), |it| Cell::words(period(it))),
            Cell::words(capital(good_news(measure.polarity))),
            if caveats.is_empty() { Cell::not_applicable("nothing noted") } else { Cell::words(caveats) },
        ]
    });
    let caption =
        ["Percentage changes that the plan gives for ", &plan.edition.place, ", each with its own period"].concat();
    Table { caption, heads, rows: rows.collect() }
}

/// What a reader must know beside the numbers.
pub(in crate::chart) fn notes(plan: &Plan, drawn: &[(&Measure, i32)], left: &[&Measure]) -> Vec<Note> {
    let count = |passes: fn(&Measure) -> bool| drawn.iter().filter(|it| passes(it.0)).count();
    let mut notes: Vec<Note> = disturbed(plan, count(|it| it.disturbed), drawn.len()).into_iter().collect();
    let without = count(|it| it.counts.is_none());
    if without > 0 {
        let words = ["Counts not published: the plan gives ", &whole(without), " of these without the counts behind."];
        notes.push(note(NoteKind::Gap, words.concat()));
    }
    let mut silent: Vec<&str> = left.iter().filter(|it| it.change.is_none()).map(|it| it.name.as_str()).collect();
    if !silent.is_empty() {
        silent.dedup();
        let words = ["Not drawn, because the plan gives no percentage: ", &silent.join("; "), "."];
        notes.push(note(NoteKind::Gap, words.concat()));
    }
    if drawn.len() > 1 {
        let words = "The bars are of different things and different periods: read each by itself.";
        notes.push(note(NoteKind::Reading, words));
    }
    notes
}
