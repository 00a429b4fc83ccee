//! Reading what a plan sets out to reach.

use super::super::{Entry, EntryId, Kind, Month, Target};
use super::context::{LoadContext, Namespace};
use super::figures::{count, period};
use super::people::{each, some_priorities};
use super::problem::At;
use super::reader::Row;
use super::words::{nearest, stands_in};

/// Reads the targets; one that lacks what it is measured by is told and left out.
pub(crate) fn targets(
    rows: Vec<Row<'_>>,
    context: &LoadContext<'_>,
    entries: &[At<Entry>],
    all_read: bool,
) -> Vec<At<Target>> {
    let read = each(rows, |row| target(row, context, entries, all_read));
    read.into_iter().filter_map(|it| Some(At { value: it.value?, place: it.place })).collect()
}

fn target(row: &Row<'_>, context: &LoadContext<'_>, entries: &[At<Entry>], all_read: bool) -> Option<Target> {
    let source = context.source(row);
    let (id, priorities, plain) =
        (context.id(row, Namespace::Plan), some_priorities(row, context), row.optional("plain"));
    let measure = measure(row, entries, all_read);
    for (key, example) in [
        ("to", "to = 80, with the count to be reached"),
        ("base", "base = 100, with the count that it is set against; without one it is no target"),
        ("base-period", "base-period = \"2029/30\", with the period of that count, as the plan has it"),
        ("by", "by = \"March 2033\", with the month by which it is to be reached, as the plan has it"),
    ] {
        if !row.has(key) {
            row.wrong(key, format!("“{key}” is missing. Add a line {example}"));
        }
    }
    let number = |key| count(row, key, &source.quote, "Correct it, or lengthen the quote");
    let (to, base) = (number("to"), number("base"));
    let base_period = period(row, "base-period", &source.quote);
    let by = by(row, &source.quote);
    if to.is_some() && to == base {
        row.wrong("to", "“to” and “base” are the same, so there is nothing to be reached. Correct one of the two");
    }
    let (to, base, base_period, by) = (to?, base?, base_period?, by?);
    match base_period.span.end() {
        None => row.wrong(
            "base-period",
            format!(
                "the plan does not say when “{}” ends, so nothing can be compared with it. Name a period that ends",
                base_period.text
            ),
        ),
        Some(end) if end >= by => row.wrong(
            "by",
            format!("the target is to be reached by the time that “{}” ends. Correct one of the two", base_period.text),
        ),
        Some(_) => {}
    }
    Some(Target { id, priorities, source, plain, measure: measure?, to, base, base_period, by })
}

/// The measure that it is about.
fn measure(row: &Row<'_>, entries: &[At<Entry>], all_read: bool) -> Option<EntryId> {
    let id = row.text_at("measure")?;
    let at = entries.iter().position(|it| it.value.kind == Kind::Direction && it.value.id.as_str() == id.value);
    if at.is_none() && all_read && !id.value.is_empty() {
        let kind = entries.iter().find(|it| it.value.id.as_str() == id.value);
        let measures = entries.iter().filter(|it| it.value.kind == Kind::Direction).map(|it| it.value.id.as_str());
        let meant = nearest(&id.value, measures).map_or_else(String::new, |it| format!(" Is “{it}” meant?"));
        row.wrong(
            "measure",
            match kind {
                Some(_) => format!("“{}” is the id of something that is no measure.{meant}", id.value),
                None => format!(
                    "there is no measure with the id “{}”.{meant} A target is about a measure of measures.toml",
                    id.value
                ),
            },
        );
    }
    at.and_then(|it| u16::try_from(it).ok()).map(EntryId)
}

/// The month by which it is to be reached, in words of the quote.
fn by(row: &Row<'_>, quote: &str) -> Option<Month> {
    let text = row.optional_at("by").filter(|it| !it.value.is_empty())?;
    if !quote.is_empty() && !stands_in(&text.value, quote) {
        row.wrong("by", format!("the words “{}” do not stand in the quote. Copy the plan's own words", text.value));
    }
    let month = Month::parse(&text.value);
    if month.is_none() {
        row.wrong(
            "by",
            format!("“{}” is no month and year. Write it as the plan does, as in by = \"March 2033\"", text.value),
        );
    }
    month
}
