//! Counts before and after, in words and as a table.

use super::measures::{beware, compared, leads, marked, when};
use super::{capital, counted, disturbed, dotted, good_news, headline, listed, note, sentence, whole};
use crate::chart::figure::{percent, period};
use crate::chart::sheet::{Cell, Head, Note, NoteKind, Point, Row, Table};
use crate::plan::{Counts, Measure, Plan, thousands};

/// A measure with its two counts.
pub(in crate::chart) type Pair<'a> = (&'a Measure, Counts);

/// What stands over a pair.
pub(in crate::chart) fn row(plan: &Plan, (measure, counts): &Pair<'_>) -> Row {
    let same = if counts.about_the_same() { "about the same" } else { "" };
    let detail = dotted(&[&capital(&measure.unit), &when(measure), same, good_news(measure.polarity)]);
    Row::new(&*measure.name, detail, marked(plan, measure))
}

/// The two counts of a pair as marks.
pub(in crate::chart) fn points(plan: &Plan, pair: usize, (measure, counts): &Pair<'_>) -> [Point; 2] {
    let leads = leads(plan, measure);
    let number = |count: u32| [&thousands(count), " ", &measure.unit].concat();
    let of = |series: usize, label: &str, count: u32, words: String| Point {
        series: 2 * pair + series,
        row: 0,
        label: [&measure.name, ", ", label].concat(),
        value: i64::from(count),
        shown: [&thousands(count), " ", label].concat(),
        words,
        leads: leads.clone(),
    };
    let before = [&measure.name, ", before: ", &number(counts.was), "."].concat();
    let after = [
        [&measure.name, ", after: ", &number(counts.now), ", ", outcome(*counts).as_str(), "."].concat(),
        sentence(&capital(&when(measure))),
        sentence(&capital(good_news(measure.polarity))),
        beware(plan, measure),
    ];
    [of(1, "before", counts.was, before), of(0, "after", counts.now, after.join(" ").trim_end().to_owned())]
}

/// `down from 656`, without the later count.
fn outcome(counts: Counts) -> String {
    compared(counts).split_once(", ").map(|(_, rest)| rest.to_owned()).unwrap_or_default()
}

fn tally(drawn: &[Pair<'_>]) -> String {
    let same = drawn.iter().filter(|it| it.1.about_the_same()).count();
    let down = drawn.iter().filter(|it| !it.1.about_the_same() && it.1.now < it.1.was).count();
    let parts = [(down, " down"), (drawn.len() - same - down, " up"), (same, " about the same")];
    let parts: Vec<String> =
        parts.iter().filter(|it| it.0 > 0).map(|(number, word)| [&whole(*number), *word].concat()).collect();
    listed(&parts)
}

/// The headline.
pub(in crate::chart) fn message(drawn: &[Pair<'_>]) -> String {
    let single = match drawn {
        [(measure, counts)] => {
            [&measure.name, ": ", &thousands(counts.now), " ", &measure.unit, ", ", outcome(*counts).as_str()].concat()
        }
        _ => String::new(),
    };
    headline([single, [&counted(drawn.len(), "pair of counts", "pairs of counts"), ": ", &tally(drawn)].concat()])
}

/// What is read aloud in the place of the picture.
pub(in crate::chart) fn spoken(drawn: &[Pair<'_>]) -> String {
    let each: Vec<String> = drawn
        .iter()
        .map(|(measure, counts)| {
            [
                &measure.name,
                ": ",
                &thousands(counts.now),
                " ",
                &measure.unit,
                ", ",
                &outcome(*counts),
                ", ",
                &when(measure),
                ".",
            ]
            .concat()
        })
        .collect();
    ["Bar chart of ", &counted(drawn.len(), "count", "counts"), " beside the count before. ", &each.join(" ")].concat()
}

/// The table.
pub(in crate::chart) fn table(plan: &Plan, drawn: &[Pair<'_>]) -> Table {
    let heads = vec![
        Head::words("Measure"),
        Head::numbers("Before"),
        Head::numbers("After"),
        Head::words("What is counted"),
        Head::words("In words"),
        Head::numbers("Change as the plan states it, per cent"),
        Head::words("Period"),
        Head::words("Beware"),
    ];
    let number = |it: u32| Cell::number(i64::from(it), thousands(it));
    let rows = drawn.iter().map(|(measure, counts)| {
        let caveats = beware(plan, measure);
        let stated = measure.change;
        vec![
            Cell::words(&*measure.name),
            number(counts.was),
            number(counts.now),
            Cell::words(&*measure.unit),
            Cell::words(capital(&outcome(*counts))),
            stated.map_or_else(|| Cell::not_available("not stated"), |it| Cell::number(i64::from(it), percent(it))),
            measure.period.as_ref().map_or_else(|| Cell::not_available("not stated"), |it| Cell::words(period(it))),
            if caveats.is_empty() { Cell::not_applicable("nothing noted") } else { Cell::words(caveats) },
        ]
    });
    let caption = ["Counts that the plan gives for ", &plan.edition.place, ", with the count before"].concat();
    Table { caption, heads, rows: rows.collect() }
}

/// What a reader must know beside the numbers.
pub(in crate::chart) fn notes(plan: &Plan, drawn: &[Pair<'_>], left: &[&Measure]) -> Vec<Note> {
    let touched = drawn.iter().filter(|it| it.0.disturbed).count();
    let mut notes: Vec<Note> = disturbed(plan, touched, drawn.len()).into_iter().collect();
    if drawn.iter().any(|it| it.1.about_the_same()) {
        let words = "“About the same”: counts of this size differ by as much from one period to the next by chance.";
        notes.push(note(NoteKind::Caveat, words));
    }
    let without = left.iter().filter(|it| it.change.is_some() && it.counts.is_none()).count();
    if without > 0 {
        let words = [
            &counted(without, "percentage change comes", "percentage changes come"),
            " without counts, and cannot be drawn as before and after.",
        ];
        notes.push(note(NoteKind::Gap, words.concat()));
    }
    if drawn.len() > 1 {
        let words =
            "Each pair counts another thing and has an axis of its own. Compare within a pair, not between pairs.";
        notes.push(note(NoteKind::Reading, words));
    }
    notes
}
