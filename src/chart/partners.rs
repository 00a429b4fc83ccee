//! Achievements by partner: how many name it, and how many more stand under a priority that it leads.

use super::sheet::{Ask, Cell, Chart, Head, Lie, Note, NoteKind, Panel, Point, Row, Shown, Table, Tone, Which};
use super::words::{counted, headline, note, plan_source, subtitle, whole};
use crate::plan::{Entry, Kind, PartnerId, Plan, Role};
use crate::query::Choice;

/// A partner's achievements.
struct Line {
    id: PartnerId,
    name: String,
    short: String,
    /// Achievements that name it: as funder, as the one who delivers, or otherwise.
    named: usize,
    /// Achievements that do not name it, of priorities that it leads.
    leads: usize,
}

impl Line {
    fn all(&self) -> usize {
        self.named + self.leads
    }
}

/// The chart.
pub(super) fn partners(ask: &Ask<'_>) -> Shown {
    let which = Which::Partners;
    let entries = ask.selection.entries.iter().filter_map(|id| ask.plan.entries.get(id.index()));
    let done: Vec<&Entry> = entries.filter(|it| it.kind == Kind::Done).collect();
    let mut lines: Vec<Line> = ask.plan.partner_ids().filter_map(|id| line(ask, &done, id)).collect();
    if lines.is_empty() {
        let all = ask.plan.entries.iter().filter(|it| it.kind == Kind::Done && !it.partners.is_empty()).count();
        let why = match () {
            () if all == 0 => "The plan names no partner in its achievements.",
            () if done.is_empty() => "Your choices leave no achievements.",
            () => "The achievements that your choices leave name no partner, and nobody is stated to lead.",
        };
        return which.nothing(ask.plan, "No achievements of partners to draw", why, all > 0);
    }
    // Partners are in page order; those with as many stay in it.
    lines.sort_by_key(|it| std::cmp::Reverse(it.all()));
    let most = lines.first().map_or(0, Line::all);
    let panel = Panel {
        title: String::new(),
        lie: Lie::Stack,
        ends: (0, number(most)),
        rows: lines
            .iter()
            .map(|it| Row { label: it.name.clone(), short: it.short.clone(), ..Row::default() })
            .collect(),
        series: if ask.query.lead_only {
            vec!["Leads the priority".to_owned()]
        } else {
            ["Named", "Leads the priority"].map(str::to_owned).to_vec()
        },
    };
    let measure = if ask.query.lead_only {
        "Achievements under priorities that a partner leads"
    } else {
        "Achievements that name a partner or whose priority it leads"
    };
    let update = ["update of ", &ask.plan.edition.year.to_string()].concat();
    let message = message(&lines, done.len());
    Shown::Chart(Box::new(Chart {
        id: which.id(ask.plan),
        name: which.name(ask.plan),
        sentence: spoken(&message, &lines),
        headline: message,
        subtitle: subtitle(ask, measure, &update),
        table: table(ask, measure, &lines),
        source: plan_source(ask.plan),
        key: key(&lines),
        notes: notes(ask, &done),
        points: lines.iter().enumerate().flat_map(|(row, it)| points(row, it, ask.query.lead_only)).collect(),
        panels: vec![panel],
    }))
}

fn number(count: usize) -> i64 {
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
fn points(row: usize, line: &Line, lead_only: bool) -> Vec<Point> {
    let all = counted(line.all(), "achievement", "achievements");
    let how = match (line.named, line.leads) {
        (_, _) if lead_only => "It leads the priority.".to_owned(),
        (_, 0) => "It is named.".to_owned(),
        (0, _) => "It is not named; it leads the priority.".to_owned(),
        (named, more) => {
            ["It is named in ", &whole(named), ", and leads the priority of ", &whole(more), " more."].concat()
        }
    };
    let parts = if lead_only {
        vec![(0, line.leads, Tone::Second)]
    } else {
        vec![(0, line.named, Tone::First), (1, line.leads, Tone::Second)]
    };
    let drawn = parts.into_iter().filter(|it| it.1 > 0);
    let mut points: Vec<Point> = drawn
        .map(|(series, count, tone)| Point {
            panel: 0,
            row,
            series,
            label: line.name.clone(),
            value: number(count),
            shown: String::new(),
            words: [&line.name, ": ", &all, ". ", &how].concat(),
            polarity: "",
            tone,
            leads: Some(Choice::Partner(line.id)),
        })
        .collect();
    if let Some(last) = points.last_mut() {
        last.shown = whole(line.all());
    }
    points
}

/// What the two looks of bars stand for.
fn key(lines: &[Line]) -> Vec<(Tone, &'static str)> {
    let has = |of: fn(&Line) -> usize| lines.iter().any(|it| of(it) > 0);
    let named = has(|it| it.named).then_some((Tone::First, "achievements that name the partner"));
    let leads = has(|it| it.leads).then_some((Tone::Second, "others, under a priority that it leads"));
    named.into_iter().chain(leads).collect()
}

fn message(lines: &[Line], done: usize) -> String {
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

fn spoken(message: &str, lines: &[Line]) -> String {
    let each: Vec<String> = lines.iter().map(|it| [&it.name, " ", &whole(it.all())].concat()).collect();
    ["Bar chart, most first. ", message, ". ", &each.join("; "), "."].concat()
}

fn table(ask: &Ask<'_>, measure: &str, lines: &[Line]) -> Table {
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

fn notes(ask: &Ask<'_>, done: &[&Entry]) -> Vec<Note> {
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
