//! Reading `edition.toml`: which document this is, its sections, and what of it is no content.

use super::super::source_text::{HeadingTrouble, Scope, SourceLines, SourceText};
use super::super::{Caveat, Edition, Section, SectionId, Source};
use super::context::{LoadContext, Namespace};
use super::files::{Document, Text};
use super::problem::{At, Problems};
use super::reader::{Row, rows, single};
use super::words::{beginning, nearest};

/// The document's text without its furniture.
pub(crate) fn source_text(text: Option<&Text>, edition: &Document<'_>, problems: &Problems) -> SourceText {
    let mut lines = SourceLines::new(text.map_or("", |it| &it.text));
    for row in rows(edition, "furniture", problems) {
        furniture(&row, &mut lines, text.is_some());
        row.finish();
    }
    SourceText::new(lines)
}

fn furniture(row: &Row<'_>, lines: &mut SourceLines, is_there: bool) {
    let (text, from, to) = (row.optional_at("text"), row.optional_at("from"), row.optional_at("to"));
    match (text, from, to) {
        (Some(text), None, None) => {
            if !lines.leave_out(&text.value) && is_there {
                row.wrong(
                    "text",
                    format!(
                        "no line of source.txt has just the words “{}”. Copy a whole line",
                        beginning(&text.value, 10)
                    ),
                );
            }
        }
        (None, Some(from), Some(to)) => {
            if let Err(end) = lines.leave_out_between(&from.value, &to.value)
                && is_there
            {
                let text = if end == "from" { &from.value } else { &to.value };
                let which = if end == "from" { "no line" } else { "no line after that" };
                row.wrong(
                    end,
                    format!("{which} of source.txt has just the words “{}”. Copy a whole line", beginning(text, 10)),
                );
            }
        }
        _ => row.wrong_at(
            row.place,
            "it needs either text = \"…\" (a whole line of source.txt), or both from = \
             \"…\" and to = \"…\" (the first and last of several)",
        ),
    }
}

/// The sections, placed in the document.
pub(crate) fn sections(
    rows: Vec<Row<'_>>,
    context: &LoadContext<'_>,
    placed: &[Result<usize, HeadingTrouble>],
) -> Vec<At<Section>> {
    let mut sections = Vec::new();
    for (row, placed) in rows.into_iter().zip(placed) {
        let heading = row.text("heading");
        if let Err(trouble) = placed
            && !context.text.is_empty()
            && !heading.is_empty()
        {
            row.wrong("heading", heading_trouble(&heading, trouble, &context.text));
        }
        let at = placed.as_ref().ok().and_then(|it| u32::try_from(*it).ok()).unwrap_or(0);
        let section = Section { id: context.section_id(&row), cite: row.text("cite"), heading, at };
        sections.push(At { value: section, place: row.place });
        row.finish();
    }
    sections
}

fn heading_trouble(heading: &str, trouble: &HeadingTrouble, text: &SourceText) -> String {
    match trouble {
        HeadingTrouble::Nowhere => {
            let meant = nearest(heading, text.line_texts());
            let meant =
                meant.map_or_else(|| String::from("Copy the heading's whole line"), |it| format!("Is “{it}” meant?"));
            format!("no line of source.txt has the heading “{heading}”. {meant}")
        }
        HeadingTrouble::PartOf(line, whole) => {
            format!(
                "the heading “{heading}” is only a part of line {line} of source.txt. Copy the whole line: “{}”",
                beginning(whole, 20)
            )
        }
        HeadingTrouble::TooEarly(line) => {
            format!(
                "the heading “{heading}” stands on line {line} of source.txt, before the heading of the section \
                 above. Put the sections in the order of the document"
            )
        }
        HeadingTrouble::Furniture(line) => {
            format!(
                "the heading “{heading}” stands only on line {line} of source.txt, which is listed as \
                 furniture. Correct the heading or the furniture"
            )
        }
    }
}

/// Reads `[edition]`.
pub(crate) fn edition(document: &Document<'_>, context: &LoadContext<'_>) -> Option<Edition> {
    const DRAFT: [(bool, &str); 2] = [(true, "draft"), (false, "final")];
    let row = single(document, "edition", context.problems)?;
    let edition = Edition {
        id: context.id(&row, Namespace::Plan),
        title: front(&row, "title", context),
        update: front(&row, "update", context),
        draft: row.word("status", &DRAFT),
        years: (row.some_number("from"), row.some_number("to")),
        year: row.some_number("year"),
        place: row.text("place"),
        area_kind: row.text("area-kind"),
        county: row.text("county"),
        partnership: row.text("partnership"),
        heading: row.text("heading"),
        page: context.link(&row, "page"),
        standing: row.text("standing"),
        standing_short: row.optional("standing-short").unwrap_or_default(),
        rights: row.text("rights"),
        report: report(&row),
        caveat: caveat(&row, context),
        success: pair(&row, context, "success-quote", "success-section"),
    };
    if edition.years.0 > edition.years.1 {
        row.wrong(
            "from",
            format!(
                "the plan period begins in {} and ends in {}. “from” is the first year and “to” the last",
                edition.years.0, edition.years.1
            ),
        );
    }
    row.finish();
    Some(edition)
}

/// A line that stands before the first section, wherever it is repeated there.
fn front(row: &Row<'_>, key: &'static str, context: &LoadContext<'_>) -> Source {
    context.quoted(row, row.text_at(key).as_ref(), Scope::Front, Some(SectionId(0)), true)
}

/// Where problems are reported: an address for e-mail or of a form, and nothing that a link would add to it.
fn report(row: &Row<'_>) -> Option<String> {
    let report = row.optional("report")?;
    let mail = report.strip_prefix("mailto:").and_then(|it| it.split_once('@'));
    let is_plain = !report.contains(|it: char| it.is_whitespace() || it.is_control() || "<>\"".contains(it));
    let is_mail = mail.is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !host.contains(['@', '?', '/']) && !name.contains(['?', ','])
    });
    if !(is_plain && (is_mail || report.strip_prefix("https://").is_some_and(|it| it.contains('.')))) {
        row.wrong(
            "report",
            format!(
                "“{report}” is neither an address for e-mail, as mailto:plan@example.gov.uk, nor that of a form, as \
                 https://www.example.gov.uk/report"
            ),
        );
    }
    Some(report)
}

fn caveat(row: &Row<'_>, context: &LoadContext<'_>) -> Option<Caveat> {
    let source = pair(row, context, "caveat-quote", "caveat-section");
    // It is shown with words before and after it.
    let short = row.optional("caveat-short").map(|it| it.trim_end_matches('.').to_owned());
    if short.is_some() && source.is_none() {
        row.missing("caveat-quote");
    }
    let source = source?;
    if short.is_none() {
        row.missing("caveat-short");
    }
    Some(Caveat { short: short.unwrap_or_default(), source })
}

/// A quote and its section, where the record has one of the two.
pub(crate) fn pair(
    row: &Row<'_>,
    context: &LoadContext<'_>,
    quote: &'static str,
    section: &'static str,
) -> Option<Source> {
    (row.has(quote) || row.has(section)).then(|| context.cited(row, quote, section))
}
