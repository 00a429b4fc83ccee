//! Direction of travel: every percentage change that the plan gives, each with its own period, from the largest fall to
//! the largest rise. Bars of different periods share no time axis, and no colour says good or bad.

use super::figure::{percent, period};
use super::sheet::{Ask, Cell, Chart, Head, Lie, Note, NoteKind, Panel, Point, Row, Shown, Table, Tone, Which};
use super::words::{
    capital, counted, disturbed, dotted, good_news, headline, listed, lowered, moved, note, plan_source, sentence,
    subtitle, whole,
};
use crate::plan::{Counts, Entry, Kind, Measure, Plan, Polarity, Span, thousands};
use crate::query::Choice;

/// The measures that a query leaves, in the plan's order.
pub(super) fn measures<'a>(ask: &Ask<'a>) -> Vec<&'a Measure> {
    let entries = ask.selection.entries.iter().filter_map(|id| ask.plan.entries.get(id.index()));
    entries.filter(|it| it.kind == Kind::Direction).filter_map(|it| it.measure.as_ref()).collect()
}

/// All measures of the plan that pass.
pub(super) fn how_many(plan: &Plan, passes: impl Fn(&Measure) -> bool) -> usize {
    let measures = plan.entries.iter().filter(|it| it.kind == Kind::Direction).filter_map(|it| it.measure.as_ref());
    measures.filter(|it| passes(it)).count()
}

/// The priority that a measure stands under, where that is one.
pub(super) fn leads(plan: &Plan, measure: &Measure) -> Option<Choice> {
    let of_measure = |it: &&Entry| it.measure.as_ref().is_some_and(|it| std::ptr::eq(it, measure));
    match plan.entries.iter().find(of_measure)?.priorities.as_slice() {
        [only] => Some(Choice::Priority(*only)),
        _ => None,
    }
}

/// What a reader must beware of with one measure.
pub(super) fn beware(plan: &Plan, measure: &Measure) -> String {
    let edition = plan.edition.caveat.as_ref().filter(|_| measure.disturbed);
    let all = edition.map(|it| it.short.as_str()).into_iter().chain(measure.caveats.iter().map(String::as_str));
    all.map(sentence).collect::<Vec<_>>().join(" ")
}

/// Its period in words that can stand in a sentence, or that none is stated.
pub(super) fn when(measure: &Measure) -> String {
    match measure.period.as_ref().map(|it| (it.span, period(it))) {
        None => "period not stated".to_owned(),
        Some((Span::To(_), words)) => {
            let end = words.split(';').next().unwrap_or_default();
            [&lowered(end), ", start not stated"].concat()
        }
        Some((_, words)) => lowered(&words),
    }
}

/// Two counts in words: `344, down from 656`.
pub(super) fn compared(counts: Counts) -> String {
    let word = if counts.about_the_same() {
        "about the same as"
    } else if counts.now < counts.was {
        "down from"
    } else {
        "up from"
    };
    [&thousands(counts.now), ", ", word, " ", &thousands(counts.was)].concat()
}

fn about_the_same(measure: &Measure) -> bool {
    measure.counts.is_some_and(Counts::about_the_same)
}

/// The chart.
pub(super) fn directions(ask: &Ask<'_>) -> Shown {
    let which = Which::Directions;
    let left = measures(ask);
    let mut drawn: Vec<(&Measure, i32)> = left.iter().filter_map(|it| Some((*it, it.change?))).collect();
    if drawn.is_empty() {
        let all = how_many(ask.plan, |it| it.change.is_some());
        let why = if all == 0 {
            "The plan gives no change in per cent.".to_owned()
        } else {
            ["Your choices leave none of the plan’s ", &counted(all, "percentage change", "percentage changes"), "."]
                .concat()
        };
        let what = "No percentage changes to draw".to_owned();
        return which.nothing(ask.plan, what, why, all > 0);
    }
    drawn.sort_by_key(|(_, change)| *change);
    let changes = || drawn.iter().map(|(_, change)| i64::from(*change));
    let keyed = !key(&drawn).is_empty();
    let rows = drawn.iter().map(|(measure, _)| row(ask.plan, measure, keyed)).collect();
    let panel = Panel {
        title: String::new(),
        lie: Lie::Rows,
        ends: (changes().min().unwrap_or(0).min(0), changes().max().unwrap_or(0).max(0)),
        rows,
        series: vec!["Change, per cent".to_owned()],
    };
    Shown::Chart(Box::new(Chart {
        id: which.id(ask.plan),
        name: which.name(ask.plan),
        headline: message(&drawn),
        subtitle: subtitle(ask, "Percentage changes that the plan gives", "each bar with its own period"),
        sentence: spoken(&drawn),
        table: table(ask.plan, &drawn),
        source: plan_source(ask.plan),
        key: key(&drawn),
        notes: notes(ask.plan, &drawn, &left),
        points: drawn.iter().enumerate().map(|(at, it)| point(ask.plan, at, it)).collect(),
        panels: vec![panel],
    }))
}

/// What the two looks of bars stand for; empty where one of them stands for two things.
fn key(drawn: &[(&Measure, i32)]) -> Vec<(Tone, &'static str)> {
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

/// What good news would be stands in the key, if there is one.
fn row(plan: &Plan, measure: &Measure, keyed: bool) -> Row {
    let counts = measure.counts.map_or_else(|| "counts not published".to_owned(), compared);
    let caveat = plan.edition.caveat.as_ref().filter(|_| measure.disturbed);
    let (marked, caveat) = (caveat.is_some(), caveat.map_or("", |it| it.short.trim_end_matches('.')));
    let news = good_news(measure.polarity);
    let (here, alone) = if keyed { ("", news) } else { (news, "") };
    let detail = dotted(&[&capital(&when(measure)), &counts, here]);
    Row { label: measure.name.clone(), short: measure.name.clone(), detail, marked, alone: dotted(&[alone, caveat]) }
}

fn point(plan: &Plan, row: usize, (measure, change): &(&Measure, i32)) -> Point {
    let counts = measure.counts.map_or_else(|| "Counts not published".to_owned(), compared);
    let words = [
        [&measure.name, ": ", &moved(*change), "."].concat(),
        sentence(&counts),
        sentence(&capital(&when(measure))),
        sentence(&capital(good_news(measure.polarity))),
        beware(plan, measure),
    ];
    Point {
        panel: 0,
        row,
        series: 0,
        label: measure.name.clone(),
        value: i64::from(*change),
        shown: percent(*change),
        words: words.join(" ").trim_end().to_owned(),
        polarity: good_news(measure.polarity),
        tone: if measure.polarity == Polarity::Neither { Tone::Second } else { Tone::First },
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

fn message(drawn: &[(&Measure, i32)]) -> String {
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

fn spoken(drawn: &[(&Measure, i32)]) -> String {
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

fn table(plan: &Plan, drawn: &[(&Measure, i32)]) -> Table {
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

fn notes(plan: &Plan, drawn: &[(&Measure, i32)], left: &[&Measure]) -> Vec<Note> {
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
