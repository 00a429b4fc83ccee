//! A measure over several periods, with what is to be reached. Columns stand on equal steps only where the periods are such
//! steps; else each count has a row of its own. Nothing is compared over a break: there the row is parted, in words.

use super::course::{Course, Place, in_period, period_name, period_short};
use super::sheet::{
    Ask, Cell, Chart, Head, Lie, MARK, Note, NoteKind, Nothing, Panel, Point, Row, Shown, Table, Tone, Which,
    over_time_name,
};
use super::target::{TargetWords, amount, target_words};
use super::words::{
    capital, counted, disturbed, good_news, headline, listed, lowered, note, plan_source, sentence, small_number,
};
use crate::plan::{Counts, EntryId, Joined, Plan, Polarity, Reading, Target, goes_over_time, readings, thousands};
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

/// The chart of a measure of the plan.
pub(super) fn of_plan(ask: &Ask<'_>, id: EntryId) -> Shown {
    let (plan, which) = (ask.plan, Which::OverTime(id));
    let nothing = |why: &str, filtered: bool| {
        let (what, why) = ("No counts over time to draw".to_owned(), why.to_owned());
        which.nothing(plan, what, why, filtered)
    };
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

/// The plan, and the earlier editions that give some of the counts.
fn source(plan: &Plan, readings: &[Joined]) -> String {
    let mut others: Vec<&str> = readings.iter().map(|it| it.edition.as_str()).collect();
    others.retain(|it| *it != plan.edition.update.quote);
    others.dedup();
    let also = if others.is_empty() { String::new() } else { ["; also ", &listed(&others)].concat() };
    [plan_source(plan), also].concat()
}

/// A place in the picture and in the table.
enum Line<'a> {
    Place(Place<'a>),
    Target(&'a Target, TargetWords),
}

/// The chart of a measure over time.
#[must_use]
pub fn over_time(of: &OverTime<'_>) -> Shown {
    let course = Course::of(of.readings);
    let readings: Vec<&Reading> = course.counts().map(|it| &it.reading).collect();
    let words = |it: &Target| target_words(it, of.unit, readings.iter().copied());
    let targets = of.targets.iter().map(|it| Line::Target(it, words(it)));
    let lines: Vec<Line<'_>> = course.places.iter().map(|it| Line::Place(*it)).chain(targets).collect();
    if course.places.is_empty() {
        return Shown::Nothing(Nothing {
            id: of.id.clone(),
            name: over_time_name(of.name).into(),
            what: "No counts over time to draw".to_owned(),
            why: "There are no counts of several periods for this.".to_owned(),
            filtered: false,
        });
    }
    let in_columns = course.in_steps && !course.is_restated();
    let points: Vec<Point> = lines.iter().enumerate().filter_map(|(row, it)| point(of, row, it)).collect();
    let panel = Panel {
        title: String::new(),
        lie: if in_columns { Lie::Steps } else { Lie::Rows },
        ends: (0, points.iter().map(|it| it.value).max().unwrap_or(0)),
        rows: lines.iter().map(|it| row(of, it)).collect(),
        series: vec![capital(of.unit)],
    };
    Shown::Chart(Box::new(Chart {
        id: of.id.clone(),
        name: over_time_name(of.name).into(),
        headline: message(of, &course),
        subtitle: subtitle(of, &course),
        sentence: spoken(of, &lines, in_columns),
        table: table(of, &course, &lines),
        source: of.source.clone(),
        notes: notes(of, &course, &lines, in_columns),
        key: key(of, &course),
        panels: vec![panel],
        points,
    }))
}

fn subtitle(of: &OverTime<'_>, course: &Course<'_>) -> String {
    let periods: Vec<String> = course.counts().map(|it| lowered(&period_name(&it.reading.period))).collect();
    let when = match periods.as_slice() {
        [first, .., last] => [first, " to ", last].concat(),
        all => all.concat(),
    };
    [of.name, ", ", &of.plan.edition.place, ", ", &when].concat()
}

/// What the two looks stand for; empty where the hollow ones are of two kinds, which their names tell.
fn key(of: &OverTime<'_>, course: &Course<'_>) -> Vec<(Tone, &'static str)> {
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

fn row(of: &OverTime<'_>, line: &Line<'_>) -> Row {
    let short = match line {
        // A gap between columns; what it means stands in a note.
        Line::Place(Place::Break(..)) => String::new(),
        Line::Place(Place::Count(it) | Place::Given(it, _)) => period_short(&it.reading.period),
        Line::Target(it, _) => ["Target\n", &it.by.year.to_string()].concat(),
    };
    let caveat = of.plan.edition.caveat.as_ref().filter(|_| reading(line).is_some_and(|it| it.disturbed));
    let alone = caveat.map_or("", |it| it.short.trim_end_matches('.')).to_owned();
    Row { label: line_name(line), short, detail: String::new(), marked: caveat.is_some(), alone }
}

/// What a reader must beware of with one count.
fn beware(of: &OverTime<'_>, reading: &Reading) -> String {
    let caveat = of.plan.edition.caveat.as_ref().filter(|_| reading.disturbed).map(|it| it.short.as_str());
    let all = caveat.into_iter().chain(reading.note.as_deref());
    all.map(sentence).collect::<Vec<_>>().join(" ")
}

fn point(of: &OverTime<'_>, row: usize, line: &Line<'_>) -> Option<Point> {
    let (count, tone, rest) = match line {
        Line::Place(Place::Break(..)) => return None,
        Line::Place(Place::Count(it)) => {
            let breaks = it.reading.breaks.as_deref().map(sentence).unwrap_or_default();
            (it.reading.count, Tone::First, [breaks, beware(of, &it.reading)])
        }
        Line::Place(Place::Given(it, _)) => (it.reading.count, Tone::Second, [String::new(), beware(of, &it.reading)]),
        Line::Target(it, words) => {
            let came_of = [words.word, ": ", &words.because].concat();
            (it.to, Tone::Second, [sentence(&capital(&words.base)), sentence(&came_of)])
        }
    };
    let label = [of.name, ", ", &lowered(&line_name(line))].concat();
    let mut words = vec![[&label, ": ", &amount(count, of.unit), "."].concat()];
    words.extend(rest.into_iter().filter(|it| !it.is_empty()));
    words.push(sentence(&capital(good_news(of.polarity))));
    Some(Point {
        panel: 0,
        row,
        series: 0,
        label,
        value: i64::from(count),
        shown: thousands(count),
        words: words.join(" "),
        polarity: good_news(of.polarity),
        tone,
        leads: of.leads.clone(),
    })
}

/// The newest count beside the first with which it can be compared.
fn message(of: &OverTime<'_>, course: &Course<'_>) -> String {
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

fn spoken(of: &OverTime<'_>, lines: &[Line<'_>], in_columns: bool) -> String {
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

fn table(of: &OverTime<'_>, course: &Course<'_>, lines: &[Line<'_>]) -> Table {
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

fn notes(of: &OverTime<'_>, course: &Course<'_>, lines: &[Line<'_>], in_columns: bool) -> Vec<Note> {
    let given: Vec<&Reading> = lines.iter().filter_map(reading).collect();
    let touched = given.iter().filter(|it| it.disturbed).count();
    let mut notes: Vec<Note> = disturbed(of.plan, touched, given.len()).into_iter().collect();
    if in_columns {
        // Alone, columns have the mark as well: there is no room for more under them.
        for it in &mut notes {
            it.alone = [MARK, ": ", &lowered(&it.alone)].concat();
        }
    }
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
        let words = "A later edition gives another count for the same period: the one that was given before is hollow.";
        notes.push(note(NoteKind::Reading, words));
    }
    notes
}

#[cfg(test)]
mod tests;
