//! That everyday words lead to something that is there, that none is written twice, and that those which lead to a sensitive
//! priority never reach an address.

use std::collections::BTreeMap;

use super::super::load::builder::PlanBuilder;
use super::super::load::problem::{At, Place, Problems};
use super::super::load::words::{bare, is_named_in};
use super::super::{Entry, Everyday, Origin, Priority, PriorityId};

pub(super) fn check(builder: &PlanBuilder, problems: &Problems, all_read: bool) {
    let mut taken: BTreeMap<String, Place> = BTreeMap::new();
    for At { value: everyday, place } in &builder.everyday {
        for says in &everyday.says {
            if let Some(before) = taken.insert(bare(says), *place) {
                let message = format!("“{says}” is written twice, here and on {before}. Take one out");
                problems.add(*place, message);
            }
        }
        for means in everyday.means.iter().filter(|it| all_read && !stands_in_an_entry(builder, it)) {
            let message = format!(
                "“{means}” stands in no action, achievement, measure or strategy, so searching for it finds nothing. Write \
                 other words of the plan, or take it out"
            );
            problems.add(*place, message);
        }
        if let Some(priority) = sensitive(builder, everyday) {
            for says in everyday.says.iter().filter(|it| !is_private(priority, it)) {
                let message = format!(
                    "“{says}” leads to the sensitive priority “{}”, so it must not reach an address. Add its beginning to \
                     private-words in priorities.toml, or take it out",
                    priority.id
                );
                problems.add(*place, message);
            }
        }
    }
}

/// Whether words stand in what is found: in the quote of an entry, or of one of its footnotes.
fn stands_in_an_entry(builder: &PlanBuilder, words: &str) -> bool {
    let in_footnotes = |entry: &Entry| {
        let notes = entry.footnotes.iter().filter_map(|it| builder.footnotes.get(it.index()));
        notes.into_iter().any(|it| is_named_in(words, &it.value.source.quote))
    };
    let holds = |entry: &Entry| match &entry.origin {
        Origin::Plan(source) => is_named_in(words, &source.quote) || in_footnotes(entry),
        Origin::Elsewhere(_) => false,
    };
    builder.entries.iter().any(|it| holds(&it.value))
}

/// The sensitive priority that everyday words lead to, itself or by a contact.
fn sensitive<'a>(builder: &'a PlanBuilder, everyday: &Everyday) -> Option<&'a Priority> {
    let of_contacts = everyday.contacts.iter().filter_map(|it| builder.contacts.get(it.index()));
    let of_contacts = of_contacts.flat_map(|it| &it.value.priorities);
    let mut all = everyday.priorities.iter().chain(of_contacts);
    all.find_map(|it: &PriorityId| builder.priority(*it).filter(|it| it.sensitive))
}

/// Whether a text has a word that begins as a private word does, as the search has it: `query::is_private`.
fn is_private(priority: &Priority, text: &str) -> bool {
    let text = [" ".to_owned(), bare(text)].concat();
    priority.private_words.iter().map(|it| bare(it)).any(|it| !it.is_empty() && text.contains(&[" ", &it].concat()))
}
