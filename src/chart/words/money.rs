//! Money by purpose and source, in words and as a table.

use super::{capital, counted, dotted, headline, listed, note};
use crate::chart::sheet::{Ask, Cell, Head, Note, NoteKind, Point, Row, Table};
use crate::plan::Funding;
use crate::query::search::Words;

/// The sums that the filter leaves, the largest first.
pub(in crate::chart) fn sums<'a>(ask: &Ask<'a>) -> Vec<&'a Funding> {
    let mut drawn: Vec<&Funding> = ask.plan.funding.iter().filter(|it| leaves(ask, it)).collect();
    drawn.sort_by_key(|it| std::cmp::Reverse(it.amount.value));
    drawn
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

/// What stands over a bar.
pub(in crate::chart) fn row(ask: &Ask<'_>, sum: &Funding) -> Row {
    let from = from_whom(ask, sum).map_or_else(|| "From whom: not stated".to_owned(), |it| ["From ", &it].concat());
    let year = year(sum).map_or("year not stated", |it| it);
    Row::new(capital(&sum.amount.what), dotted(&[&from, year]), false)
}

/// A sum as a mark.
pub(in crate::chart) fn point(ask: &Ask<'_>, row: usize, sum: &Funding) -> Point {
    let from = from_whom(ask, sum).map_or_else(|| "from whom is not stated".to_owned(), |it| ["from ", &it].concat());
    let year = year(sum).map_or_else(|| "The year is not stated".to_owned(), |it| ["For ", it].concat());
    Point {
        series: 0,
        row,
        label: capital(&sum.amount.what),
        value: i64::from(sum.amount.value),
        shown: pounds(sum),
        words: [&pounds(sum), " ", &sum.amount.what, ", ", &from, ". ", &year, "."].concat(),
        leads: None,
    }
}

/// The headline.
pub(in crate::chart) fn message(drawn: &[&Funding]) -> String {
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

/// What is read aloud in the place of the picture.
pub(in crate::chart) fn spoken(ask: &Ask<'_>, message: &str, drawn: &[&Funding]) -> String {
    let one = |sum: &&Funding| {
        let from =
            from_whom(ask, sum).map_or_else(|| "from whom is not stated".to_owned(), |it| ["from ", &it].concat());
        [&pounds(sum), " ", &sum.amount.what, ", ", &from].concat()
    };
    let each: Vec<String> = drawn.iter().map(one).collect();
    ["Bar chart, largest first. ", message, ". ", &each.join("; "), ". The sums are not added up."].concat()
}

/// The table.
pub(in crate::chart) fn table(ask: &Ask<'_>, drawn: &[&Funding]) -> Table {
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

/// What a reader must know beside the numbers.
pub(in crate::chart) fn notes(ask: &Ask<'_>, drawn: &[&Funding]) -> Vec<Note> {
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
