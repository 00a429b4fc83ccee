//! A measure over several periods, in words and as a table.

use super::course::{Course, Place, in_period, period_name, period_short};
use super::target::{TargetWords, amount};
use super::{
    capital, counted, disturbed, good_news, headline, listed, lowered, note, plan_source, sentence, small_number,
};
use crate::chart::sheet::{Cell, Head, Note, NoteKind, Point, Row, Table, Tone};
use crate::plan::{Counts, Joined, Plan, Polarity, Reading, Target, thousands};
use crate::query::Choice;
use std::borrow::Cow;

/// What stands where the row breaks off.
const BREAK: &str = "Counted differently from here on";

/// What the chart is made from.
#[derive(Clone, Debug)]
pub struct OverTime<'a> {
    /// The chart's stable id.
    pub id: Cow<'static, str>,
    /// The plan of the newest edition, which has place and caveat.
    pub plan: &'a Plan,
    /// What is measured.
    pub name: &'a str,
    /// What is counted, in the plural.
    pub unit: &'a str,
    /// What would be good news.
    pub polarity: Polarity,
    /// Further caveats of the measure, in our words.
    pub caveats: &'a [String],
    /// The counts; those of one period from the oldest edition to the newest.
    pub readings: &'a [Joined],
    /// What is to be reached.
    pub targets: Vec<&'a Target>,
    /// Publication and organisation; starts with `Source: `.
    pub source: String,
    /// What is chosen with a mark.
    pub leads: Option<Choice>,
}

/// The plan, and the earlier editions that give some of the counts.
pub(in crate::chart) fn source(plan: &Plan, readings: &[Joined]) -> String {
    let mut others: Vec<&str> = readings.iter().map(|it| it.edition.as_str()).collect();
    others.retain(|it| *it != plan.edition.update.quote);
    others.dedup();
    let also = if others.is_empty() { String::new() } else { ["; also ", &listed(&others)].concat() };
    [plan_source(plan), also].concat()
}

/// A place in the picture and in the table.
pub(in crate::chart) enum Line<'a> {
    Place(Place<'a>),
    Target(&'a Target, TargetWords),
}

/// Measure, place and periods.
pub(in crate::chart) fn subtitle(of: &OverTime<'_>, course: &Course<'_>) -> String {
    let periods: Vec<String> = course.counts().map(|it| lowered(&period_name(&it.reading.period))).collect();
    let when = match periods.as_slice() {
        [first, .., last] => [first, " to ", last].concat(),
        all => all.concat(),
    };
    [of.name, ", ", &of.plan.edition.place, ", ", &when].concat()
}

/// What the two looks stand for; empty where those with stripes are of two kinds, which their names tell.
pub(in crate::chart) fn key(of: &OverTime<'_>, course: &Course<'_>) -> Vec<(Tone, &'static str)> {
    match (of.targets.is_empty(), course.is_restated()) {
        (true, false) | (false, true) => Vec::new(),
        (false, false) => vec![(Tone::First, "counted"), (Tone::Second, "to be reached")],
        (true, true) => vec![(Tone::First, "count as given last"), (Tone::Second, "as given before")],
    }
}

/// What a line is called.
fn line_name(line: &Line<'_>) -> String {
    match line {
        Line::Place(Place::Break(..)) => BREAK.to_owned(),
        Line::Place(Place::Count(it)) => period_name(&it.reading.period),
        Line::Place(Place::Given(it, first)) => {
            let as_given = if *first { "as first given".to_owned() } else { ["as given in ", &it.edition].concat() };
            [&period_name(&it.reading.period), ", ", &as_given].concat()
        }
        Line::Target(_, words) => words.name.clone(),
    }
}

/// The count that a line gives, as its reading has it.
fn reading<'a>(line: &Line<'a>) -> Option<&'a Reading> {
    match line {
        Line::Place(Place::Count(it) | Place::Given(it, _)) => Some(&it.reading),
        Line::Place(Place::Break(..)) | Line::Target(..) => None,
    }
}

/// What stands over a bar, or under a column.
pub(in crate::chart) fn row(of: &OverTime<'_>, line: &Line<'_>) -> Row {
    let short = match line {
        // A gap between columns; what it means stands in a note.
        Line::Place(Place::Break(..)) => String::new(),
        Line::Place(Place::Count(it) | Place::Given(it, _)) => period_short(&it.reading.period),
        Line::Target(it, _) => ["Target\n", &it.by.year.to_string()].concat(),
    };
    let marked = of.plan.edition.caveat.is_some() && reading(line).is_some_and(|it| it.disturbed);
    Row::new(line_name(line), "", marked).in_short(&short)
}

/// What a reader must beware of with one count.
fn beware(of: &OverTime<'_>, reading: &Reading) -> String {
    let caveat = of.plan.edition.caveat.as_ref().filter(|_| reading.disturbed).map(|it| it.short.as_str());
    let all = caveat.into_iter().chain(reading.note.as_deref());
    all.map(sentence).collect::<Vec<_>>().join(" ")
}

/// A line’s count as a mark, where it has one.
pub(in crate::chart) fn point(of: &OverTime<'_>, row: usize, line: &Line<'_>) -> Option<Point> {
    let (count, series, rest) = match line {
        Line::Place(Place::Break(..)) => return None,
        Line::Place(Place::Count(it)) => {
            let breaks = it.reading.breaks.as_deref().map(sentence).unwrap_or_default();
            (it.reading.count, 0, [breaks, beware(of, &it.reading)])
        }
        Line::Place(Place::Given(it, _)) => (it.reading.count, 1, [String::new(), beware(of, &it.reading)]),
        Line::Target(it, words) => {
            let came_of = [words.word, ": ", &words.because].concat();
            (it.to, 1, [sentence(&capital(&words.base)), sentence(&came_of)])
        }
    };
    let label = [of.name, ", ", &lowered(&line_name(line))].concat();
    let mut words = vec![[&label, ": ", &amount(count, of.unit), "."].concat()];
    words.extend(rest.into_iter().filter(|it| !it.is_empty()));
    words.push(sentence(&capital(good_news(of.polarity))));
    Some(Point {
        series,
        row,
        label,
        value: i64::from(count),
        shown: thousands(count),
        words: words.join(" "),
        leads: of.leads.clone(),
    })
}

/// The newest count beside the first with which it can be compared.
/// The headline.
pub(in crate::chart) fn message(of: &OverTime<'_>, course: &Course<'_>) -> String {
    let comparable = course.since_break();
    let (first, steps) = (comparable.first(), comparable.len().saturating_sub(1));
    let Some(newest) = comparable.last().map(|it| &it.reading) else { return String::new() };
    let compared = match first.map(|it| &it.reading).filter(|_| steps > 0) {
        None if course.has_breaks() => ", counted differently before".to_owned(),
        None => String::new(),
        Some(was) => {
            let same = Counts { now: newest.count, was: was.count }.about_the_same();
            let when = if course.in_steps {
                [&*small_number(steps), if steps == 1 { " period before" } else { " periods before" }].concat()
            } else {
                in_period(&was.period)
            };
            [if same { ", about the same as " } else { ", " }, &thousands(was.count), " ", &when].concat()
        }
    };
    let now = amount(newest.count, of.unit);
    let when = in_period(&newest.period);
    let counts: Vec<u32> = course.counts().map(|it| it.reading.count).collect();
    let (least, most) = (counts.iter().min().copied().unwrap_or(0), counts.iter().max().copied().unwrap_or(0));
    headline([
        [of.name, ": ", &now, " ", &when, &compared].concat(),
        [of.name, ": ", &now, &compared].concat(),
        [&capital(&now), " ", &when, &compared].concat(),
        [&capital(&now), " ", &when].concat(),
        [&counted(counts.len(), "count", "counts"), ", from ", &thousands(least), " to ", &thousands(most)].concat(),
    ])
}

/// What is read aloud in the place of the picture.
pub(in crate::chart) fn spoken(of: &OverTime<'_>, lines: &[Line<'_>], in_columns: bool) -> String {
    let each = lines.iter().map(|line| match line {
        Line::Place(Place::Break(_, why)) => lowered(&[BREAK, ": ", why.trim_end_matches('.')].concat()),
        Line::Place(Place::Count(it) | Place::Given(it, _)) => {
            [&lowered(&line_name(line)), ": ", &amount(it.reading.count, of.unit)].concat()
        }
        Line::Target(_, words) => ["target: ", &words.reach, ", ", &words.base, ", ", &lowered(words.word)].concat(),
    });
    let chart = if in_columns { "Column chart. " } else { "Bar chart. " };
    [chart, of.name, ", ", &each.collect::<Vec<_>>().join("; "), "."].concat()
}

/// The table.
pub(in crate::chart) fn table(of: &OverTime<'_>, course: &Course<'_>, lines: &[Line<'_>]) -> Table {
    let heads = vec![
        Head::words("Period"),
        Head::numbers("Count"),
        Head::words("What is counted"),
        Head::words("What it is"),
        Head::words("Edition"),
        Head::words("Beware"),
    ];
    let number = |it: u32| Cell::number(i64::from(it), thousands(it));
    let or_none = |words: String| {
        if words.is_empty() { Cell::not_applicable("nothing noted") } else { Cell::words(words) }
    };
    let of_count = |line: &Line<'_>, what: &str, it: &Joined| {
        let (count, beware) = (number(it.reading.count), or_none(beware(of, &it.reading)));
        vec![
            Cell::words(line_name(line)),
            count,
            Cell::words(of.unit),
            Cell::words(what),
            Cell::words(&*it.edition),
            beware,
        ]
    };
    let rows = lines.iter().map(|line| match line {
        Line::Place(Place::Count(it)) => of_count(line, "Count", it),
        Line::Place(Place::Given(it, _)) => of_count(line, "Count, given otherwise since", it),
        Line::Place(Place::Break(it, why)) => vec![
            Cell::words(BREAK),
            Cell::not_applicable("no count"),
            Cell::words(of.unit),
            Cell::words("Break"),
            Cell::words(&*it.edition),
            Cell::words(sentence(why)),
        ],
        Line::Target(it, words) => vec![
            Cell::words(line_name(line)),
            number(it.to),
            Cell::words(of.unit),
            Cell::words(["Target, ", &words.base].concat()),
            Cell::words(&*of.plan.edition.update.quote),
            Cell::words(sentence(&[words.word, ": ", &words.because].concat())),
        ],
    });
    Table { caption: subtitle(of, course), heads, rows: rows.collect() }
}

/// What a reader must know beside the numbers.
pub(in crate::chart) fn notes(of: &OverTime<'_>, course: &Course<'_>, lines: &[Line<'_>]) -> Vec<Note> {
    let given: Vec<&Reading> = lines.iter().filter_map(reading).collect();
    let touched = given.iter().filter(|it| it.disturbed).count();
    let mut notes: Vec<Note> = disturbed(of.plan, touched, given.len()).into_iter().collect();
    for line in lines {
        match line {
            Line::Place(Place::Break(it, why)) => {
                let from = ["Counted differently ", &*in_period(&it.reading.period), " and since: "].concat();
                let words = [&from, &*sentence(why), " What is before is not compared with what is after."];
                notes.push(note(NoteKind::Caveat, words.concat()));
            }
            Line::Place(Place::Count(it) | Place::Given(it, _)) => {
                let own = it.reading.note.as_deref().map(|it| [&line_name(line), ": ", &*sentence(it)].concat());
                notes.extend(own.map(|it| note(NoteKind::Caveat, it)));
            }
            Line::Target(_, words) => {
                let base = [&words.name, ": ", &words.reach, ", ", &words.base, ". "].concat();
                let came_of = [words.word, ": ", &words.because, "."].concat();
                notes.push(note(NoteKind::Reading, [base, came_of].concat()));
            }
        }
    }
    if message(of, course).contains("about the same") {
        let words = "“About the same”: counts of this size differ by as much from one period to the next by chance.";
        notes.push(note(NoteKind::Caveat, words));
    }
    notes.extend(of.caveats.iter().map(|it| note(NoteKind::Caveat, sentence(it))));
    if !course.in_steps {
        let words = "The periods are of different lengths, or do not follow one another: read each by itself.";
        notes.push(note(NoteKind::Reading, words));
    }
    if course.is_restated() {
        let words =
            "A later edition gives another count for the same period: the one that was given before has stripes.";
        notes.push(note(NoteKind::Reading, words));
    }
    notes
}
