//! The document's footnotes.

use super::super::document::paragraph::Shape;
use super::super::record::Record;
use super::super::words::folded;
use super::context::Context;
use super::uses::{Use, footnote};

/// The records of `footnotes.toml`; and the id of each by the section and mark that use it, as `3.1 *`.
pub(super) fn records(context: &mut Context<'_>) -> (Vec<Record>, Vec<(String, String)>) {
    let mut printed: Vec<(usize, String, String)> = Vec::new();
    for (at, (section, uses)) in context.outline.sections.iter().zip(&context.uses).enumerate() {
        for (piece, _) in section.pieces.iter().zip(uses).filter(|(_, it)| **it == Use::Footnote) {
            if let Some((mark, _)) = footnote(&piece.raw) {
                let words = crate::plan::source_text::tidy(&piece.raw);
                printed.push((at, mark, words));
            }
        }
    }
    let (mut records, mut ids) = (Vec::new(), Vec::new());
    for (at, mark, words) in printed {
        let marked = marked(context, &mark, at);
        let id = context.ids.take(&if mark == "*" { String::from("fn-star") } else { format!("fn-{mark}") });
        let section = marked.map_or(at, |(it, _)| it);
        let section_id = context.outline.sections[section].id.clone();
        let mut record = Record::new("footnote").text("id", &id).text("mark", &mark);
        record = match marked {
            Some(_) => record.text("section", &section_id),
            None => record.guess("section", &section_id, "its mark was not found; what does it explain?"),
        };
        records.push(record.text("quote", &words));
        ids.push((format!("{section_id} {mark}"), id));
    }
    (records, ids)
}

/// The section in which a mark stands: the nearest before the footnote; whether it is at its heading.
fn marked(context: &Context<'_>, mark: &str, printed: usize) -> Option<(usize, bool)> {
    let raised: String = if mark == "*" {
        mark.to_owned()
    } else {
        mark.chars().filter_map(|c| c.to_digit(10)).filter_map(|it| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(it as usize)).collect()
    };
    let bears = |raw: &str| {
        let plain = raw.replace("**", "");
        let (first, rest) = plain.split_at(plain.chars().next().map_or(0, char::len_utf8));
        first != raised && rest.contains(&raised) && !folded(raw).is_empty()
    };
    (0..=printed).rev().find_map(|at| {
        let section = &context.outline.sections[at];
        let in_pieces = section
            .pieces
            .iter()
            .any(|it| (it.shape == Shape::Bullet || footnote(&it.raw).is_none()) && bears(&it.raw));
        let in_heading = bears(&section.raw);
        (in_pieces || in_heading).then_some((at, in_heading))
    })
}
