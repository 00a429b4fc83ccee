//! Actions and achievements of each priority, in words and as a table.

use super::{counted, headline, listed, note, whole};
use crate::chart::sheet::{Ask, Cell, Head, Note, NoteKind, Point, Table};
use crate::plan::{Kind, Plan, PriorityId};
use crate::query::{Choice, Group, groups};

/// What is drawn of one priority.
pub(in crate::chart) struct Line {
    priority: Option<PriorityId>,
    pub(in crate::chart) name: String,
    /// How many entries of each of the kinds on show.
    counts: Vec<usize>,
    /// Whether the plan reports no achievements under it.
    nothing_reported: bool,
}

/// The priorities that have something to draw.
pub(in crate::chart) fn lines(ask: &Ask<'_>, kinds: &[Kind]) -> Vec<Line> {
    let line = |group: &Group| Line {
        priority: group.priority,
        name: name(ask.plan, group),
        counts: kinds.iter().map(|kind| group.list(*kind).len()).collect(),
        nothing_reported: group.priority.is_some_and(|id| ask.plan.priority(id).nothing_reported),
    };
    let all = groups(ask.facts, ask.selection, ask.query);
    all.iter().map(line).filter(|it| it.counts.iter().any(|it| *it > 0)).collect()
}

/// What is counted.
pub(in crate::chart) fn measure(kinds: &[Kind]) -> &'static str {
    match kinds {
        [Kind::Promised] => "Actions promised, by priority",
        [Kind::Done] => "Achievements reported, by priority",
        _ => "Actions promised and achievements reported, by priority",
    }
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The priority's name, or what stands for the plan as a whole.
fn name(plan: &Plan, group: &Group) -> String {
    group.priority.map_or_else(|| "The plan as a whole".to_owned(), |id| plan.priority(id).short.clone())
}

/// What bars of a kind are called.
pub(in crate::chart) fn series(kind: Kind) -> &'static str {
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

/// A priority’s bars as marks.
pub(in crate::chart) fn points(row: usize, line: &Line, kinds: &[Kind], filtered: bool) -> Vec<Point> {
    let counts = kinds.iter().zip(&line.counts);
    counts
        .map(|(kind, count)| {
            let said = said(*kind, *count, line.nothing_reported, filtered);
            Point {
                series: usize::from(*kind == Kind::Done),
                row,
                label: line.name.clone(),
                value: number(*count),
                words: [&line.name, ": ", &said, "."].concat(),
                shown: at_mark(*kind, *count),
                leads: line.priority.map(Choice::Priority),
            }
        })
        .collect()
}

/// The headline.
pub(in crate::chart) fn message(ask: &Ask<'_>, kinds: &[Kind]) -> String {
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

/// What is read aloud in the place of the picture.
pub(in crate::chart) fn spoken(message: &str, kinds: &[Kind], lines: &[Line]) -> String {
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

/// The table.
pub(in crate::chart) fn table(plan: &Plan, measure: &str, kinds: &[Kind], lines: &[Line]) -> Table {
    let mut heads = vec![Head::words("Priority")];
    heads.extend(kinds.iter().map(|it| Head::numbers(series(*it))));
    let rows = lines.iter().map(|line| {
        let mut cells = vec![Cell::words(&*line.name)];
        cells.extend(line.counts.iter().map(|count| Cell::number(number(*count), whole(*count))));
        cells
    });
    Table { caption: [measure, ", ", &plan.edition.place].concat(), rows: rows.collect(), heads }
}

/// What a reader must know beside the numbers.
pub(in crate::chart) fn notes(ask: &Ask<'_>, kinds: &[Kind], lines: &[Line]) -> Vec<Note> {
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
