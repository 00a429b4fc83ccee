//! Actions and achievements of each priority, as the filter leaves them. A kind that the visitor left out is not drawn as
//! nought: nothing is claimed about it.

use super::sheet::{Ask, Cell, Chart, Head, Lie, Note, NoteKind, Panel, Point, Row, Shown, Table, Tone, Which};
use super::words::{counted, headline, listed, note, plan_source, subtitle, whole};
use crate::plan::{Kind, Plan, PriorityId};
use crate::query::{Choice, Group, groups};

/// What is drawn of one priority.
struct Line {
    priority: Option<PriorityId>,
    name: String,
    /// How many entries of each of the kinds on show.
    counts: Vec<usize>,
    /// Whether the plan reports no achievements under it.
    nothing_reported: bool,
}

/// The chart.
pub(super) fn priorities(ask: &Ask<'_>) -> Shown {
    let which = Which::Priorities;
    let wanted = |kind: &Kind| ask.query.kinds.is_empty() || ask.query.kinds.contains(kind);
    let kinds: Vec<Kind> = [Kind::Promised, Kind::Done].into_iter().filter(wanted).collect();
    let groups = groups(ask.facts, ask.selection, ask.query);
    let line = |group: &Group| Line {
        priority: group.priority,
        name: name(ask.plan, group),
        counts: kinds.iter().map(|kind| group.list(*kind).len()).collect(),
        nothing_reported: group.priority.is_some_and(|id| ask.plan.priority(id).nothing_reported),
    };
    let lines: Vec<Line> = groups.iter().map(line).filter(|it| it.counts.iter().any(|it| *it > 0)).collect();
    if lines.is_empty() {
        let all = ask.plan.entries.iter().filter(|it| matches!(it.kind, Kind::Promised | Kind::Done)).count();
        let why = match () {
            () if all == 0 => "The plan holds no actions and no achievements.",
            () if kinds.is_empty() => "You chose to see kinds of entry that are neither actions nor achievements.",
            () => "Your choices leave no action and no achievement.",
        };
        let what = "No actions or achievements to draw".to_owned();
        return which.nothing(ask.plan, what, why, all > 0);
    }
    let filtered = !ask.query.is_empty();
    let most = lines.iter().flat_map(|it| &it.counts).copied().max().unwrap_or(0);
    let panel = Panel {
        title: String::new(),
        lie: Lie::Rows,
        ends: (0, number(most)),
        rows: lines.iter().map(|it| Row { label: it.name.clone(), short: it.name.clone(), ..Row::default() }).collect(),
        series: kinds.iter().map(|it| series(*it).to_owned()).collect(),
    };
    let measure = match kinds.as_slice() {
        [Kind::Promised] => "Actions promised, by priority",
        [Kind::Done] => "Achievements reported, by priority",
        _ => "Actions promised and achievements reported, by priority",
    };
    let update = ["update of ", &ask.plan.edition.year.to_string()].concat();
    let message = message(ask, &kinds);
    Shown::Chart(Box::new(Chart {
        id: which.id(ask.plan),
        name: which.name(ask.plan),
        sentence: spoken(&message, &kinds, &lines),
        headline: message,
        subtitle: subtitle(ask, measure, &update),
        table: table(ask.plan, measure, &kinds, &lines),
        source: plan_source(ask.plan),
        key: vec![],
        notes: notes(ask, &kinds, &lines),
        points: lines.iter().enumerate().flat_map(|(at, it)| points(at, it, &kinds, filtered)).collect(),
        panels: vec![panel],
    }))
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The priority's name, or what stands for the plan as a whole.
fn name(plan: &Plan, group: &Group) -> String {
    group.priority.map_or_else(|| "The plan as a whole".to_owned(), |id| plan.priority(id).short.clone())
}

fn series(kind: Kind) -> &'static str {
    if kind == Kind::Promised { "Actions promised" } else { "Achievements reported" }
}

/// `5 actions`, `1 achievement`, `no actions`.
fn counted_kind(kind: Kind, count: usize) -> String {
    let (one, more) = if kind == Kind::Promised { ("action", "actions") } else { ("achievement", "achievements") };
    if count == 0 { ["no ", more].concat() } else { counted(count, one, more) }
}

/// What is written at a mark.
fn at_mark(kind: Kind, count: usize) -> String {
    let number = if count == 0 { "none".to_owned() } else { whole(count) };
    number + if kind == Kind::Promised { " promised" } else { " reported" }
}

/// The same for whoever hears it alone.
fn said(kind: Kind, count: usize, nothing_reported: bool, filtered: bool) -> String {
    match (kind, count) {
        (Kind::Done, 0) if nothing_reported || !filtered => "no achievements reported".to_owned(),
        (Kind::Promised, 0) if !filtered => "no actions promised".to_owned(),
        (_, 0) => [&counted_kind(kind, 0), " among your choices"].concat(),
        (Kind::Promised, more) => [&counted_kind(kind, more), " promised"].concat(),
        (_, more) => [&counted_kind(kind, more), " reported"].concat(),
    }
}

fn points(row: usize, line: &Line, kinds: &[Kind], filtered: bool) -> Vec<Point> {
    let counts = kinds.iter().zip(&line.counts).enumerate();
    counts
        .map(|(series, (kind, count))| {
            let said = said(*kind, *count, line.nothing_reported, filtered);
            Point {
                panel: 0,
                row,
                series,
                label: line.name.clone(),
                value: number(*count),
                words: [&line.name, ": ", &said, "."].concat(),
                shown: at_mark(*kind, *count),
                polarity: "",
                tone: if *kind == Kind::Promised { Tone::First } else { Tone::Second },
                leads: line.priority.map(Choice::Priority),
            }
        })
        .collect()
}

fn message(ask: &Ask<'_>, kinds: &[Kind]) -> String {
    let selected = ask.selection.entries.iter().filter_map(|id| ask.plan.entries.get(id.index()));
    let selected: Vec<Kind> = selected.map(|it| it.kind).collect();
    let total = |kind: Kind| selected.iter().filter(|it| **it == kind).count();
    let parts: Vec<String> = kinds.iter().map(|kind| counted_kind(*kind, total(*kind))).collect();
    if !ask.query.is_empty() {
        return headline([["Your choices leave ", &listed(&parts)].concat()]);
    }
    let silent = ask.plan.priorities.iter().filter(|it| it.nothing_reported).count();
    let plain = ["The plan has ", &listed(&parts)].concat();
    if silent == 0 {
        return headline([plain]);
    }
    let of = counted(ask.plan.priorities.len(), "priority", "priorities");
    let telling = [&listed(&parts), "; no achievements reported for ", &whole(silent), " of ", &of];
    headline([telling.concat(), plain])
}

fn spoken(message: &str, kinds: &[Kind], lines: &[Line]) -> String {
    let each: Vec<String> = lines
        .iter()
        .map(|line| {
            let parts: Vec<String> =
                kinds.iter().zip(&line.counts).map(|(kind, count)| counted_kind(*kind, *count)).collect();
            [&line.name, ", ", &listed(&parts)].concat()
        })
        .collect();
    ["Bar chart. ", message, ". ", &each.join("; "), "."].concat()
}

fn table(plan: &Plan, measure: &str, kinds: &[Kind], lines: &[Line]) -> Table {
    let mut heads = vec![Head::words("Priority")];
    heads.extend(kinds.iter().map(|it| Head::numbers(series(*it))));
    let rows = lines.iter().map(|line| {
        let mut cells = vec![Cell::words(&*line.name)];
        cells.extend(line.counts.iter().map(|count| Cell::number(number(*count), whole(*count))));
        cells
    });
    Table { caption: [measure, ", ", &plan.edition.place].concat(), rows: rows.collect(), heads }
}

fn notes(ask: &Ask<'_>, kinds: &[Kind], lines: &[Line]) -> Vec<Note> {
    let mut notes = Vec::new();
    let silent: Vec<&str> = lines.iter().filter(|it| it.nothing_reported).map(|it| it.name.as_str()).collect();
    if kinds.contains(&Kind::Done) && !silent.is_empty() {
        let words = ["The plan reports no achievements under ", &listed(&silent), "."];
        notes.push(note(NoteKind::Gap, words.concat()));
    }
    if let [kind] = kinds {
        let words = match kind {
            Kind::Promised => "Achievements are left out, because your choices leave them out.",
            _ => "Actions are left out, because your choices leave them out.",
        };
        notes.push(note(NoteKind::Reading, words));
    } else {
        let words = "Actions are promised, achievements are work reported as done: one is no score of the other.";
        notes.push(note(NoteKind::Reading, words));
    }
    let several =
        |it: &&crate::plan::EntryId| ask.plan.entries.get(it.index()).is_some_and(|it| it.priorities.len() > 1);
    if ask.selection.entries.iter().any(|it| several(&it)) {
        notes.push(note(NoteKind::Reading, "What belongs to several priorities is counted under each of them."));
    }
    notes
}
