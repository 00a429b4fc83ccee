//! A new edition from the one before: what stays keeps its id, plain line and links, and every change is named.

mod changes;
mod merge;
pub(super) mod old;

use super::find::Found;
use super::outline::Outline;
use super::record::Record;
use super::write;
use changes::Change;
use merge::{Merged, Text, merge};
use old::{Before, Old};
use toml_edit::{Item, value};

pub use changes::Changes;

/// The files of the new edition, and what has changed.
pub(super) struct Renewed {
    pub(super) files: Vec<(&'static str, String)>,
    pub(super) changes: Changes,
}

/// Puts the records of the edition before and those of the new document together.
pub(super) fn renew(before: &Before, outline: &Outline, found: &Found) -> Renewed {
    let text = Text::of(outline);
    let mut changes = Vec::new();
    let mut files = Vec::new();
    for (name, records) in &before.files {
        let empty = Vec::new();
        let fresh = found.files.iter().find(|it| it.0 == *name).map_or(&empty, |it| &it.1);
        let body = match *name {
            "edition.toml" => edition(records, fresh, &text, &mut changes),
            "notes.toml" => notes(records, &text, &mut changes),
            "contacts.toml" | "everyday.toml" => unchanged(records, &mut changes),
            "links.toml" => links(records, fresh, found, before, &mut changes),
            _ => {
                let mut body = Vec::new();
                let mut kinds: Vec<&str> =
                    records.iter().map(|it| it.kind).chain(fresh.iter().map(|it| it.kind)).collect();
                kinds.sort_unstable();
                kinds.dedup();
                for kind in kinds {
                    let old: Vec<&Old> = records.iter().filter(|it| it.kind == kind).collect();
                    let new: Vec<&Record> = fresh.iter().filter(|it| it.kind == kind).collect();
                    body.extend(tell(merge(&old, &new, &text, &before.source), &mut changes));
                }
                body
            }
        };
        let none = if body.is_empty() { "\n# none\n" } else { "" };
        let mut whole = write::about(name) + none;
        for record in body {
            whole.push('\n');
            whole.push_str(&record);
        }
        files.push((*name, whole));
    }
    changes.extend(before.taken_out.iter().map(|(name, key)| Change::Look {
        name: name.clone(),
        why: format!("“{key}” spoke of the edition before, and was taken out"),
    }));
    Renewed { files, changes: Changes(changes) }
}

/// The records as text, each change noted.
fn tell(merged: Vec<Merged>, changes: &mut Vec<Change>) -> Vec<String> {
    let mut body = Vec::new();
    for it in merged {
        body.extend(it.text);
        changes.push(it.change);
    }
    body
}

/// The edition keeps what we wrote about it; the document says what it is now.
fn edition(records: &[Old], fresh: &[Record], text: &Text, changes: &mut Vec<Change>) -> Vec<String> {
    let mut body = Vec::new();
    let new = fresh.iter().find(|it| it.kind == "edition");
    if let (Some(old), Some(new)) = (records.iter().find(|it| it.kind == "edition"), new) {
        let mut old = old.clone();
        for key in ["id", "title", "update", "status"] {
            let words = new.get(key);
            if !words.is_empty() && words != old.get(key) {
                changes.push(Change::Reworded {
                    name: format!("edition, {key}"),
                    was: old.get(key).to_owned(),
                    now: words.clone(),
                });
                old.table[key] = value(words);
            }
        }
        for key in ["from", "to", "year"] {
            let number = new.number(key);
            let was = old.table.get(key).and_then(Item::as_integer);
            if let Some(number) = number
                && was != Some(number)
            {
                let was = was.map(|it| it.to_string()).unwrap_or_default();
                changes.push(Change::Reworded { name: format!("edition, {key}"), was, now: number.to_string() });
                old.table[key] = value(number);
            }
        }
        for (quote, section, rest) in
            [("caveat-quote", "caveat-section", "caveat-short"), ("success-quote", "success-section", "")]
        {
            let words = old.get(quote).to_owned();
            if words.is_empty() {
                continue;
            }
            if let Some(at) = text.section_of(&words, old.get(section)) {
                old.table[section] = value(at);
            } else if new.get(quote).is_empty() {
                let toml = format!("{quote} = {}\n", super::record::quoted(&words));
                changes.push(Change::Gone { name: format!("edition, {quote}"), words, toml });
                for key in [quote, section, rest] {
                    old.table.remove(key);
                }
            } else {
                changes.push(Change::Reworded { name: format!("edition, {quote}"), was: words, now: new.get(quote) });
                old.table[quote] = value(new.get(quote));
                old.table[section] = value(new.get(section));
            }
        }
        for key in ["standing", "standing-short"] {
            if !old.get(key).is_empty() {
                let why = format!("“{}” was written for the edition before", old.get(key));
                changes.push(Change::Look { name: format!("edition, {key}"), why });
            }
        }
        body.push(old.toml());
    }
    let sections: Vec<&Old> = records.iter().filter(|it| it.kind == "section").collect();
    let mut named: Vec<&str> = Vec::new();
    for new in fresh.iter().filter(|it| it.kind != "edition") {
        let id = new.id();
        match sections.iter().find(|it| new.kind == "section" && it.get("id") == id) {
            Some(old) => {
                named.push(old.get("id"));
                let name = format!("section “{id}”");
                let (was, now) = (old.get("heading").to_owned(), new.get("heading"));
                changes.push(if super::words::folded(&was) == super::words::folded(&now) {
                    Change::Kept { name }
                } else {
                    Change::Reworded { name, was, now }
                });
            }
            None if new.kind == "section" => {
                changes.push(Change::New { name: format!("section “{id}”"), words: new.get("heading") });
            }
            None => {}
        }
        body.push(new.toml());
    }
    // What is no content of the new document was found anew.
    let is_found = |old: &&Old| {
        let same = |new: &&Record| {
            ["text", "from", "to"]
                .iter()
                .all(|key| super::words::folded(&new.get(key)) == super::words::folded(old.get(key)))
        };
        fresh.iter().filter(|it| it.kind == "furniture").any(|it| same(&it))
    };
    for old in records.iter().filter(|it| it.kind == "furniture").filter(|it| !is_found(it)) {
        let words = [old.get("text"), old.get("from")].concat();
        changes.push(Change::Gone { name: String::from("furniture"), words, toml: old.toml() });
    }
    for old in sections.iter().filter(|it| !named.contains(&it.get("id"))) {
        let name = format!("section “{}”", old.get("id"));
        changes.push(Change::Gone { name, words: old.get("heading").to_owned(), toml: old.toml() });
    }
    body
}

/// Notes stay; those that cite words that are gone are to be looked at.
fn notes(records: &[Old], text: &Text, changes: &mut Vec<Change>) -> Vec<String> {
    let mut body = Vec::new();
    for old in records {
        let mut old = old.clone();
        let name = format!("note “{}”", old.get("id"));
        let mut missing = Vec::new();
        if let Some(cites) = old.table.get_mut("cites").and_then(Item::as_array_mut) {
            for cite in cites.iter_mut() {
                let Some(table) = cite.as_inline_table_mut() else { continue };
                let get = |key: &str| table.get(key).and_then(|it| it.as_str()).unwrap_or_default().to_owned();
                let (quote, section) = (get("quote"), get("section"));
                match text.section_of(&quote, &section) {
                    Some(at) if at != section => drop(table.insert("section", at.into())),
                    Some(_) => {}
                    None => missing.push(quote),
                }
            }
        }
        for quote in &missing {
            old.above =
                format!("# check: “{quote}” is not in the new document\n{}", old.above.trim_start_matches('\n'));
        }
        changes.push(match missing.first() {
            Some(quote) => {
                Change::Look { name, why: format!("it cites “{quote}”, which is not in the new document") }
            }
            None => Change::Kept { name },
        });
        body.push(old.toml());
    }
    body
}

fn unchanged(records: &[Old], changes: &mut Vec<Change>) -> Vec<String> {
    for old in records {
        let id = old.get("id");
        if !id.is_empty() {
            changes.push(Change::Kept { name: format!("{} “{id}”", old.kind) });
        }
    }
    records.iter().map(Old::toml).collect()
}

/// Links stay; those that new strategies need come with them.
fn links(records: &[Old], fresh: &[Record], found: &Found, before: &Before, changes: &mut Vec<Change>) -> Vec<String> {
    let mut body = unchanged(records, changes);
    let old_words: Vec<String> = before.of("strategy").map(|it| super::words::folded(it.get("quote"))).collect();
    let new = found.files.iter().flat_map(|it| &it.1).filter(|it| it.kind == "strategy");
    let kept = |it: &&Record| old_words.iter().any(|old| super::words::alike(old, &it.get("quote")) >= merge::ALIKE);
    let needed: Vec<String> = new.filter(|it| !kept(it)).map(|it| it.get("link")).collect();
    for record in fresh.iter().filter(|it| needed.contains(&it.id())) {
        changes.push(Change::New { name: format!("link “{}”", record.id()), words: record.get("name") });
        body.push(["# new\n", &record.toml()].concat());
    }
    body
}
