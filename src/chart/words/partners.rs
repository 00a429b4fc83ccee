//! Achievements by partner, in words and as a table.

use super::{counted, headline, note, whole};
use crate::chart::sheet::{Ask, Cell, Head, Note, NoteKind, Point, Table, Tone};
use crate::plan::{Entry, PartnerId, Plan, Role};
use crate::query::Choice;

/// A partner's achievements.
pub(in crate::chart) struct Line {
    id: PartnerId,
    pub(in crate::chart) name: String,
    short: String,
    /// Achievements that name it: as funder, as the one who delivers, or otherwise.
    named: usize,
    /// Achievements that do not name it, of priorities that it leads.
    leads: usize,
}

impl Line {
    /// Both together.
    pub(in crate::chart) fn all(&self) -> usize {
        self.named + self.leads
    }
}

/// What the parts of a bar stand for.
pub(in crate::chart) const NAMED: &str = "achievements that name the partner";
pub(in crate::chart) const LEADS: &str = "others, under a priority that it leads";

/// The partners that the filter leaves achievements, those with most first; those with as many stay in page order.
pub(in crate::chart) fn lines(ask: &Ask<'_>, done: &[&Entry]) -> Vec<Line> {
    let mut lines: Vec<Line> = ask.plan.partner_ids().filter_map(|id| line(ask, done, id)).collect();
    lines.sort_by_key(|it| std::cmp::Reverse(it.all()));
    lines
}

/// What is counted.
pub(in crate::chart) fn measure(lead_only: bool) -> &'static str {
    if lead_only {
        "Achievements under priorities that a partner leads"
    } else {
        "Achievements that name a partner or whose priority it leads"
    }
}

/// A count as the library takes it.
pub(in crate::chart) fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A partner's line, where the filter leaves it an achievement. Where partners are chosen, the others are not drawn: what
/// the filter leaves is only what they share with the chosen ones.
fn line(ask: &Ask<'_>, done: &[&Entry], id: PartnerId) -> Option<Line> {
    let chosen = &ask.query.partners;
    if !chosen.is_empty() && !chosen.contains(&id) {
        return None;
    }
    let has =
        |entry: &Entry, lead: bool| entry.partners.iter().any(|it| it.partner == id && (it.role == Role::Lead) == lead);
    let named = if ask.query.lead_only { 0 } else { done.iter().filter(|it| has(it, false)).count() };
    let leads = done.iter().filter(|it| has(it, true) && (ask.query.lead_only || !has(it, false))).count();
    let partner = ask.plan.partner(id);
    let line = Line { id, name: partner.name.clone(), short: partner.short.clone(), named, leads };
    (line.all() > 0).then_some(line)
}

/// The parts of a partner's bar. The number of all stands at the end of the last.
pub(in crate::chart) fn points(row: usize, line: &Line, lead_only: bool) -> Vec<Point> {
    let all = counted(line.all(), "achievement", "achievements");
    let how = match (line.named, line.leads) {
        (_, _) if lead_only => "It leads the priority.".to_owned(),
        (_, 0) => "It is named.".to_owned(),
        (0, _) => "It is not named; it leads the priority.".to_owned(),
        (named, more) => {
            ["It is named in ", &whole(named), ", and leads the priority of ", &whole(more), " more."].concat()
        }
    };
    let parts = if lead_only { vec![(1, line.leads)] } else { vec![(0, line.named), (1, line.leads)] };
    let drawn = parts.into_iter().filter(|it| it.1 > 0);
    let mut points: Vec<Point> = drawn
        .map(|(series, count)| Point {
            series,
            row,
            label: line.name.clone(),
            value: number(count),
            shown: String::new(),
            words: [&line.name, ": ", &all, ". ", &how].concat(),
            leads: Some(Choice::Partner(line.id)),
        })
        .collect();
    if let Some(last) = points.last_mut() {
        last.shown = whole(line.all());
    }
    points
}

/// What the two looks of bars stand for.
pub(in crate::chart) fn key(lines: &[Line]) -> Vec<(Tone, &'static str)> {
    let has = |of: fn(&Line) -> usize| lines.iter().any(|it| of(it) > 0);
    let named = has(|it| it.named).then_some((Tone::First, NAMED));
    let leads = has(|it| it.leads).then_some((Tone::Second, LEADS));
    named.into_iter().chain(leads).collect()
}

/// The headline.
pub(in crate::chart) fn message(lines: &[Line], done: usize) -> String {
    let all = counted(done, "achievement", "achievements");
    match lines {
        [only] => headline([
            [&only.short, " has a part in ", &counted(only.all(), "achievement", "achievements")].concat(),
            ["One partner has a part in ", &counted(only.all(), "achievement", "achievements")].concat(),
        ]),
        [first, second, ..] => {
            let general = [&whole(lines.len()), " partners have a part in ", &all].concat();
            let most =
                [&first.short, " has a part in the most achievements: ", &whole(first.all()), " of ", &whole(done)];
            let most = if first.all() > second.all() { most.concat() } else { String::new() };
            headline([most, general])
        }
        [] => String::new(),
    }
}

/// What is read aloud in the place of the picture.
pub(in crate::chart) fn spoken(message: &str, lines: &[Line]) -> String {
    let each: Vec<String> = lines.iter().map(|it| [&it.name, " ", &whole(it.all())].concat()).collect();
    ["Bar chart, most first. ", message, ". ", &each.join("; "), "."].concat()
}

/// The table.
pub(in crate::chart) fn table(ask: &Ask<'_>, measure: &str, lines: &[Line]) -> Table {
    let cell = |count: usize| Cell::number(number(count), whole(count));
    let mut heads = vec![Head::words("Partner"), Head::numbers("Achievements")];
    if !ask.query.lead_only {
        heads.push(Head::numbers("Named in"));
        heads.push(Head::numbers("Not named, leads the priority"));
    }
    let rows = lines.iter().map(|line| {
        let mut cells = vec![Cell::words(&*line.name), cell(line.all())];
        if !ask.query.lead_only {
            cells.extend([cell(line.named), cell(line.leads)]);
        }
        cells
    });
    Table { caption: [measure, ", ", &ask.plan.edition.place].concat(), rows: rows.collect(), heads }
}

/// What a reader must know beside the numbers.
pub(in crate::chart) fn notes(ask: &Ask<'_>, done: &[&Entry]) -> Vec<Note> {
    let mut notes = Vec::new();
    let nobody = done.iter().filter(|it| it.partners.is_empty()).count();
    if nobody > 0 {
        let words =
            [&counted(nobody, "achievement names", "achievements name"), " no partner, and the plan states no lead."];
        notes.push(note(NoteKind::Gap, words.concat()));
    }
    if done.iter().any(|it| distinct(ask.plan, it) > 1) {
        let words = "An achievement with several partners is counted for each of them, so the bars do not add up.";
        notes.push(note(NoteKind::Reading, words));
    }
    let words =
        "A long bar is no praise and a short one no blame: the plan tells of some partners more than of others.";
    notes.push(note(NoteKind::Reading, words));
    notes
}

/// How many partners an entry has.
fn distinct(plan: &Plan, entry: &Entry) -> usize {
    plan.partner_ids().filter(|id| entry.partners.iter().any(|it| it.partner == *id)).count()
}
