//! Before and after: only for measures whose two counts the plan gives. Each pair counts another thing, so each has an axis
//! of its own, from nought.

use super::directions::{beware, compared, how_many, leads, measures, when};
use super::figure::{percent, period};
use super::sheet::{Ask, Cell, Chart, Head, Lie, Note, NoteKind, Panel, Point, Row, Shown, Table, Tone, Which};
use super::words::{
    capital, counted, disturbed, dotted, good_news, headline, listed, note, plan_source, sentence, subtitle, whole,
};
use crate::plan::{Counts, Measure, Plan, thousands};

type Pair<'a> = (&'a Measure, Counts);

/// The chart.
pub(super) fn pairs(ask: &Ask<'_>) -> Shown {
    let which = Which::Pairs;
    let left = measures(ask);
    let drawn: Vec<Pair<'_>> = left.iter().filter_map(|it| Some((*it, it.counts?))).collect();
    if drawn.is_empty() {
        let all = how_many(ask.plan, |it| it.counts.is_some());
        let why = if all == 0 {
            "The plan gives no count together with the count before.".to_owned()
        } else {
            ["Your choices leave none of the ", &counted(all, "pair", "pairs"), " of counts that the plan gives."]
                .concat()
        };
        let what = "No counts before and after to draw".to_owned();
        return which.nothing(ask.plan, what, why, all > 0);
    }
    let measure = "Counts that the plan gives together with the count before";
    Shown::Chart(Box::new(Chart {
        id: which.id(ask.plan),
        name: which.name(ask.plan),
        headline: message(&drawn),
        subtitle: subtitle(ask, measure, "each pair with its own period"),
        sentence: spoken(&drawn),
        table: table(ask.plan, &drawn),
        source: plan_source(ask.plan),
        key: vec![],
        notes: notes(ask.plan, &drawn, &left),
        panels: drawn.iter().map(|it| panel(ask.plan, it)).collect(),
        points: drawn.iter().enumerate().flat_map(|(at, it)| points(ask.plan, at, it)).collect(),
    }))
}

fn panel(plan: &Plan, (measure, counts): &Pair<'_>) -> Panel {
    let caveat = plan.edition.caveat.as_ref().filter(|_| measure.disturbed);
    let alone = caveat.map_or("", |it| it.short.trim_end_matches('.')).to_owned();
    let same = if counts.about_the_same() { "about the same" } else { "" };
    let detail = dotted(&[&capital(&measure.unit), &when(measure), same, good_news(measure.polarity)]);
    let (label, short) = (measure.name.clone(), measure.name.clone());
    Panel {
        title: String::new(),
        lie: Lie::Rows,
        ends: (0, i64::from(counts.now.max(counts.was))),
        rows: vec![Row { label, short, detail, marked: caveat.is_some(), alone }],
        series: ["before", "after"].map(|it| [&capital(&measure.unit), " ", it].concat()).to_vec(),
    }
}

fn points(plan: &Plan, panel: usize, (measure, counts): &Pair<'_>) -> [Point; 2] {
    let leads = leads(plan, measure);
    let number = |count: u32| [&thousands(count), " ", &measure.unit].concat();
    let of = |series: usize, label: &str, count: u32, words: String, tone: Tone| Point {
        panel,
        row: 0,
        series,
        label: [&measure.name, ", ", label].concat(),
        value: i64::from(count),
        shown: [&thousands(count), " ", label].concat(),
        words,
        polarity: good_news(measure.polarity),
        tone,
        leads: leads.clone(),
    };
    let before = [&measure.name, ", before: ", &number(counts.was), "."].concat();
    let after = [
        [&measure.name, ", after: ", &number(counts.now), ", ", outcome(*counts).as_str(), "."].concat(),
        sentence(&capital(&when(measure))),
        sentence(&capital(good_news(measure.polarity))),
        beware(plan, measure),
    ];
    [
        of(0, "before", counts.was, before, Tone::Second),
        of(1, "after", counts.now, after.join(" ").trim_end().to_owned(), Tone::First),
    ]
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

fn message(drawn: &[Pair<'_>]) -> String {
    let single = match drawn {
        [(measure, counts)] => {
            [&measure.name, ": ", &thousands(counts.now), " ", &measure.unit, ", ", outcome(*counts).as_str()].concat()
        }
        _ => String::new(),
    };
    headline([single, [&counted(drawn.len(), "pair of counts", "pairs of counts"), ": ", &tally(drawn)].concat()])
}

fn spoken(drawn: &[Pair<'_>]) -> String {
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

fn table(plan: &Plan, drawn: &[Pair<'_>]) -> Table {
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

fn notes(plan: &Plan, drawn: &[Pair<'_>], left: &[&Measure]) -> Vec<Note> {
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
