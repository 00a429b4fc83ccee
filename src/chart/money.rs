//! Money by purpose and source: each sum that the plan states, never added to another.

use super::sheet::{Ask, Cell, Chart, Head, Lie, Note, NoteKind, Panel, Point, Row, Shown, Table, Tone, Which};
use super::words::{capital, counted, dotted, headline, listed, note, plan_source, subtitle};
use crate::plan::Funding;
use crate::query::search::Words;

/// The chart.
pub(super) fn money(ask: &Ask<'_>) -> Shown {
    let which = Which::Money;
    let mut drawn: Vec<&Funding> = ask.plan.funding.iter().filter(|it| leaves(ask, it)).collect();
    if drawn.is_empty() {
        let all = ask.plan.funding.len();
        let why = if all == 0 {
            "The plan states no sums of money.".to_owned()
        } else {
            ["Your choices leave none of the ", &counted(all, "sum", "sums"), " that the plan states."].concat()
        };
        let what = "No sums of money to draw".to_owned();
        return which.nothing(ask.plan, what, why, all > 0);
    }
    drawn.sort_by_key(|it| std::cmp::Reverse(it.amount.value));
    let most = drawn.first().map_or(0, |it| it.amount.value);
    let panel = Panel {
        title: String::new(),
        lie: Lie::Rows,
        ends: (0, i64::from(most)),
        rows: drawn.iter().map(|it| row(ask, it)).collect(),
        series: vec!["Pounds".to_owned()],
    };
    let message = message(&drawn);
    Shown::Chart(Box::new(Chart {
        id: which.id(ask.plan),
        name: which.name(ask.plan),
        sentence: spoken(ask, &message, &drawn),
        headline: message,
        subtitle: subtitle(ask, "Sums of money that the plan states, in pounds", "each with its own year"),
        table: table(ask, &drawn),
        source: plan_source(ask.plan),
        key: vec![],
        notes: notes(ask, &drawn),
        points: drawn.iter().enumerate().map(|(row, it)| point(ask, row, it)).collect(),
        panels: vec![panel],
    }))
}

/// Whether the filter leaves a sum: with the entry that reports it; or, where none does, as something of the plan as a
/// whole, which only a choice of partners can meet.
fn leaves(ask: &Ask<'_>, sum: &Funding) -> bool {
    let query = ask.query;
    if let Some(entry) = sum.entry {
        return ask.selection.entries.binary_search(&entry).is_ok();
    }
    let partners = query.partners.is_empty() || sum.funders.iter().any(|it| query.partners.contains(it));
    let narrowed = query.lead_only || !query.kinds.is_empty() || !query.gaps.is_empty();
    partners && !narrowed && Words::new(&query.words).is_empty()
}

fn pounds(sum: &Funding) -> String {
    sum.amount.words()
}

fn from_whom(ask: &Ask<'_>, sum: &Funding) -> Option<String> {
    let names: Vec<&str> = sum.funders.iter().map(|id| ask.plan.partner(*id).name.as_str()).collect();
    (!names.is_empty()).then(|| listed(&names))
}

fn year(sum: &Funding) -> Option<&str> {
    sum.period.as_ref().map(|it| it.text.as_str())
}

fn row(ask: &Ask<'_>, sum: &Funding) -> Row {
    let from = from_whom(ask, sum).map_or_else(|| "From whom: not stated".to_owned(), |it| ["From ", &it].concat());
    let year = year(sum).map_or("year not stated", |it| it);
    let label = capital(&sum.amount.what);
    Row { short: label.clone(), label, detail: dotted(&[&from, year]), ..Row::default() }
}

fn point(ask: &Ask<'_>, row: usize, sum: &Funding) -> Point {
    let from = from_whom(ask, sum).map_or_else(|| "from whom is not stated".to_owned(), |it| ["from ", &it].concat());
    let year = year(sum).map_or_else(|| "The year is not stated".to_owned(), |it| ["For ", it].concat());
    Point {
        panel: 0,
        row,
        series: 0,
        label: capital(&sum.amount.what),
        value: i64::from(sum.amount.value),
        shown: pounds(sum),
        words: [&pounds(sum), " ", &sum.amount.what, ", ", &from, ". ", &year, "."].concat(),
        polarity: "",
        tone: Tone::First,
        leads: None,
    }
}

fn message(drawn: &[&Funding]) -> String {
    match drawn {
        [] => String::new(),
        [only] => {
            headline([[&pounds(only), " ", &only.amount.what].concat(), ["1 sum of money: ", &pounds(only)].concat()])
        }
        [first, .., last] => {
            let number = counted(drawn.len(), "separate sum", "separate sums");
            headline([[&number, ", from ", &pounds(last), " to ", &pounds(first), ", for different things"].concat()])
        }
    }
}

fn spoken(ask: &Ask<'_>, message: &str, drawn: &[&Funding]) -> String {
    let one = |sum: &&Funding| {
        let from =
            from_whom(ask, sum).map_or_else(|| "from whom is not stated".to_owned(), |it| ["from ", &it].concat());
        [&pounds(sum), " ", &sum.amount.what, ", ", &from].concat()
    };
    let each: Vec<String> = drawn.iter().map(one).collect();
    ["Bar chart, largest first. ", message, ". ", &each.join("; "), ". The sums are not added up."].concat()
}

fn table(ask: &Ask<'_>, drawn: &[&Funding]) -> Table {
    let heads = vec![
        Head::words("What for"),
        Head::numbers("Pounds"),
        Head::words("From whom"),
        Head::words("Year"),
        Head::words("The plan’s own words"),
        Head::words("Section"),
    ];
    let rows = drawn.iter().map(|sum| {
        vec![
            Cell::words(capital(&sum.amount.what)),
            Cell::number(i64::from(sum.amount.value), pounds(sum)),
            from_whom(ask, sum).map_or_else(|| Cell::not_available("not stated"), Cell::words),
            year(sum).map_or_else(|| Cell::not_available("not stated"), Cell::words),
            Cell::words(&*sum.source.quote),
            Cell::words(&*ask.plan.section(sum.source.section).cite),
        ]
    });
    let caption =
        ["Sums of money that the plan states, ", &ask.plan.edition.place, ", each for another thing"].concat();
    Table { caption, heads, rows: rows.collect() }
}

fn notes(ask: &Ask<'_>, drawn: &[&Funding]) -> Vec<Note> {
    let mut notes = Vec::new();
    if drawn.len() > 1 {
        let words = "These sums are for different things. They do not add up to a budget, so we do not add them up.";
        notes.push(note(NoteKind::Reading, words));
    }
    let silent = drawn.iter().filter(|it| it.funders.is_empty()).count();
    if silent > 0 {
        let words = ["For ", &counted(silent, "sum", "sums"), ", the plan does not say who gives the money."];
        notes.push(note(NoteKind::Gap, words.concat()));
    }
    let left_out = ask.plan.funding.len() - drawn.len();
    if left_out > 0 {
        let words = [&counted(left_out, "sum is", "sums are"), " left out, because your choices leave them out."];
        notes.push(note(NoteKind::Reading, words.concat()));
    }
    notes
}
