//! Every sum of money.

use super::super::record::{Record, list};
use super::context::Context;
use super::entries::what;
use super::figures::{period, sums};
use super::sentences;
use super::uses::Use;

/// The records of `funding.toml`. `entries` are the ids and quotes of those that report sums as well.
pub(super) fn records(context: &mut Context<'_>, entries: &[(String, String)]) -> Vec<Record> {
    let mut records = Vec::new();
    let lines: Vec<(String, String, Use)> = context
        .outline
        .sections
        .iter()
        .zip(&context.uses)
        .flat_map(|(section, uses)| {
            let lines = section.pieces.iter().zip(uses);
            lines.map(|(piece, it)| (section.id.clone(), piece.text.clone(), *it)).collect::<Vec<_>>()
        })
        .collect();
    for (section, text, used_as) in lines {
        let whole = matches!(used_as, Use::Action | Use::Achievement | Use::Measure);
        let quotes = if whole { vec![text.as_str()] } else { sentences::of(&text) };
        for quote in quotes {
            for sum in sums(quote).0 {
                let entry = entries.iter().find(|(_, it)| it.as_str() == quote).map(|it| it.0.as_str());
                let id = match entry {
                    Some(entry) => context.ids.take(&[entry, "-sum"].concat()),
                    None => context.ids.of("money", quote, 2),
                };
                let mut record = Record::new("funding")
                    .text("id", &id)
                    .text("section", &section)
                    .text("quote", quote)
                    .text("text", &sum.text)
                    .value("value", i64::from(sum.value))
                    .guess("what", &what(quote, &sum), "say shortly what it is for");
                let gives = |name: &str| {
                    let lower = quote.to_lowercase();
                    let name = name.to_lowercase();
                    [" gave", " grant", " funded", " provided"]
                        .iter()
                        .any(|it| lower.contains(&[name.as_str(), it].concat()))
                        || ["by ", "by the ", "through ", "through the "]
                            .iter()
                            .any(|it| lower.contains(&[it, name.as_str()].concat()))
                };
                let funders: Vec<String> = context
                    .partners_in(quote)
                    .into_iter()
                    .filter(|it| it.names().any(gives))
                    .map(|it| it.id.clone())
                    .collect();
                record = if funders.is_empty() {
                    record.guessed("funders", list([]), "does the plan say who gives it?")
                } else {
                    record.guessed("funders", list(funders.iter().map(String::as_str)), "do they give it?")
                };
                if let Some(period) = period(quote) {
                    record = record.text("period", period);
                }
                if let Some(entry) = entry {
                    record = record.text("entry", entry);
                }
                records.push(record);
            }
        }
    }
    records
}
