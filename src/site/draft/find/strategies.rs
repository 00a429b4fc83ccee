//! Strategic sources and linked strategies, with their links.

use super::super::record::{Record, list};
use super::context::Context;
use super::entries::parts;
use super::uses::{Use, come_from};

/// The records of `strategies.toml`, and those of `links.toml` that they need.
pub(super) fn records(context: &mut Context<'_>) -> (Vec<Record>, Vec<Record>) {
    let (mut strategies, mut links) = (Vec::new(), Vec::new());
    for (wanted, used_as) in [(Use::Source, "source"), (Use::Linked, "linked")] {
        let sections = context.outline.sections.iter().zip(&context.uses);
        let found: Vec<(String, String, String)> = sections
            .flat_map(|(section, uses)| {
                let wanted = section.pieces.iter().zip(uses).filter(|(_, it)| **it == wanted);
                wanted.map(|(piece, _)| (section.id.clone(), piece.text.clone(), piece.raw.clone())).collect::<Vec<_>>()
            })
            .collect();
        for (section, text, raw) in found {
            let linked = link(&raw);
            let label = text.split_once(": ").filter(|(it, _)| it.split(' ').count() <= 3).map(|(_, it)| it);
            let is_sentence = text.ends_with('.') && label.is_none();
            let name = match (&linked, label) {
                (Some((words, _)), _) if is_sentence => words.clone(),
                (None, None) if is_sentence => come_from(&text).unwrap_or(&text).to_owned(),
                (_, Some(rest)) => rest.to_owned(),
                _ => text.clone(),
            };
            let id = context.ids.of(used_as, &name, 3);
            let record = Record::new("strategy")
                .text("id", &id)
                .value("priorities", list([]))
                .text("section", &section)
                .text("quote", &text);
            let record = parts(context, record, &text, true);
            strategies.push(record.text("name", &name).text("use", used_as).text("link", &id));
            let link = Record::new("link").text("id", &id).text("name", &name);
            links.push(match linked.map(|it| it.1).filter(|it| it.starts_with("http")) {
                Some(url) => {
                    link.text("url", &url).guess("standing", "unconfirmed", "“confirmed” when you have opened it")
                }
                None => link.guess(
                    "standing",
                    "none",
                    "add url = \"https://…\" and standing = \"confirmed\" where there is one",
                ),
            });
        }
    }
    (strategies, links)
}

/// The words and the address of the first link in a line.
fn link(raw: &str) -> Option<(String, String)> {
    let (words, rest) = raw.split_once('[')?.1.split_once("](")?;
    let (address, _) = rest.split_once(')')?;
    Some((words.to_owned(), address.to_owned()))
}
