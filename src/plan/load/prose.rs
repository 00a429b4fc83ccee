//! Reading the rest of the document: running text, survey, money, principles, governance, footnotes; and our own
//! glossary and notes.

use super::super::source_text::{Scope, tidy};
use super::super::{
    Entry, EntryId, Footnote, Funding, Governance, Note, NoteKind, Principle, Sentence, SurveyFigure, Term, Topic, Unit,
};
use super::context::{LoadContext, Namespace};
use super::figures::{amount, period};
use super::people::{each, priorities};
use super::problem::At;
use super::reader::Row;
use super::words::{nearest, stands_in};

fn values<T>(list: Vec<At<T>>) -> Vec<T> {
    list.into_iter().map(|it| it.value).collect()
}

pub(crate) fn sentences(rows: Vec<Row<'_>>, context: &LoadContext<'_>) -> Vec<Sentence> {
    let sentence = |row: &Row<'_>| Sentence {
        id: context.id(row, Namespace::Plan),
        source: context.source(row),
        plain: row.optional("plain"),
        topic: row.word("topic", &Topic::WORDS),
    };
    values(each(rows, sentence))
}

/// A text that must consist of words of the quote.
fn words_of(row: &Row<'_>, key: &'static str, quote: &str) -> String {
    let words = row.text(key);
    if !quote.is_empty() && !words.is_empty() && !stands_in(&tidy(&words), quote) {
        row.wrong(
            key,
            format!(
                "“{key}” should be words of the quote, but “{words}” does not stand in it. Copy them from the quote"
            ),
        );
    }
    words
}

pub(crate) fn survey(rows: Vec<Row<'_>>, context: &LoadContext<'_>) -> Vec<SurveyFigure> {
    let figure = |row: &Row<'_>| {
        let source = context.source(row);
        SurveyFigure {
            id: context.id(row, Namespace::Plan),
            share: amount(row, &source.quote, Unit::Percent, "said"),
            said: words_of(row, "said", &source.quote),
            source,
        }
    };
    values(each(rows, figure))
}

pub(crate) fn funding(
    rows: Vec<Row<'_>>,
    context: &LoadContext<'_>,
    entries: &[At<Entry>],
    all_read: bool,
) -> Vec<Funding> {
    let funding = |row: &Row<'_>| {
        let source = context.source(row);
        Funding {
            id: context.id_in_line(row),
            amount: amount(row, &source.quote, Unit::Pounds, "what"),
            funders: context.partners(row, &row.some_texts("funders")),
            period: period(row, "period", &source.quote),
            entry: entry(row, entries, all_read),
            source,
        }
    };
    values(each(rows, funding))
}

fn entry(row: &Row<'_>, entries: &[At<Entry>], all_read: bool) -> Option<EntryId> {
    let id = row.optional_at("entry")?;
    let slugs = || entries.iter().map(|it| it.value.id.as_str());
    let found = slugs().position(|it| it == id.value);
    if found.is_none() && all_read {
        let meant = nearest(&id.value, slugs()).map_or_else(String::new, |it| format!(" Is “{it}” meant?"));
        row.wrong(
            "entry",
            format!("there is no action, achievement, measure or strategy with the id “{}”.{meant}", id.value),
        );
    }
    found.and_then(|it| u16::try_from(it).ok()).map(EntryId)
}

pub(crate) fn principles(rows: Vec<Row<'_>>, context: &LoadContext<'_>) -> Vec<Principle> {
    let principle = |row: &Row<'_>| Principle {
        id: context.id(row, Namespace::Plan),
        source: context.source(row),
        plain: row.optional("plain"),
    };
    values(each(rows, principle))
}

pub(crate) fn governance(rows: Vec<Row<'_>>, context: &LoadContext<'_>) -> Vec<Governance> {
    let governance = |row: &Row<'_>| {
        let source = context.source(row);
        Governance {
            id: context.id(row, Namespace::Plan),
            who: words_of(row, "who", &source.quote),
            source,
            does: row.optional("does").unwrap_or_default(),
            link: context.optional_link(row),
        }
    };
    values(each(rows, governance))
}

/// A footnote's section is the one that it explains; its words may be printed at the foot of another.
pub(crate) fn footnotes(rows: Vec<Row<'_>>, context: &LoadContext<'_>) -> Vec<At<Footnote>> {
    let footnote = |row: &Row<'_>| Footnote {
        id: context.id(row, Namespace::Plan),
        mark: row.text("mark"),
        source: context.quoted(
            row,
            row.text_at("quote").as_ref(),
            Scope::Anywhere,
            context.section(row, "section"),
            true,
        ),
    };
    each(rows, footnote)
}

pub(crate) fn glossary(rows: Vec<Row<'_>>, context: &LoadContext<'_>) -> Vec<At<Term>> {
    let term = |row: &Row<'_>| {
        let stands_for = row.optional("stands-for");
        // What it stands for says something until somebody writes what it is.
        let meaning =
            if stands_for.is_some() { row.optional("meaning").unwrap_or_default() } else { row.text("meaning") };
        Term {
            id: context.id(row, Namespace::Plan),
            term: row.text("term"),
            stands_for,
            meaning,
            also: row.texts("also").into_iter().map(|it| it.value).collect(),
        }
    };
    each(rows, term)
}

pub(crate) fn notes(rows: Vec<Row<'_>>, context: &LoadContext<'_>) -> Vec<At<Note>> {
    let note = |row: &Row<'_>| {
        let cites = row.tables("cites");
        if cites.is_empty() {
            row.wrong(
                "cites",
                "a note cites the places that it speaks of. Add cites = [{ section = \"…\", quote = \"…\" }]",
            );
        }
        Note {
            id: context.id(row, Namespace::Plan),
            kind: row.word("kind", &NoteKind::WORDS),
            title: row.text("title"),
            text: row.text("text"),
            cites: values(each(cites, |row| context.cited(row, "quote", "section"))),
            priorities: priorities(row, context),
        }
    };
    each(rows, note)
}
