//! Which record of the edition before is which of the new document.

use toml_edit::{Item, Value, value};

use super::super::outline::Outline;
use super::super::record::Record;
use super::super::words::{alike, folded};
use super::changes::Change;
use super::old::Old;

/// From this on, two texts are one that was reworded.
pub(super) const ALIKE: f64 = 0.6;

/// The new document, section by section, as it is searched.
pub(super) struct Text(Vec<(String, String)>);

impl Text {
    pub(super) fn of(outline: &Outline) -> Self {
        let section = |it: &super::super::outline::Section| {
            let pieces = it.pieces.iter().map(|it| it.text.as_str());
            let words = std::iter::once(it.heading.as_str()).chain(pieces).collect::<Vec<_>>().join(" ");
            (it.id.clone(), folded(&words))
        };
        Self(outline.sections.iter().map(section).collect())
    }

    /// The section in which words stand: the one given where they stand there, else the first.
    pub(super) fn section_of(&self, words: &str, section: &str) -> Option<&str> {
        let words = folded(words);
        if words.is_empty() {
            return None;
        }
        let holds = |it: &&(String, String)| stands(&words, &it.1);
        let found = self.0.iter().filter(|it| it.0 == section).find(holds).or_else(|| self.0.iter().find(holds));
        found.map(|it| it.0.as_str())
    }
}

fn stands(words: &str, text: &str) -> bool {
    let part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(at, it)| {
        let (before, after) = (text[..at].chars().next_back(), text[at + it.len()..].chars().next());
        let goes_on = (part(before) && part(it.chars().next())) || (part(it.chars().next_back()) && part(after));
        !goes_on
    })
}

/// A record of the new edition, or one that is gone, with what became of it.
pub(super) struct Merged {
    /// None where it is gone.
    pub(super) text: Option<String>,
    pub(super) change: Change,
}

/// The key whose words tell a record.
fn told_by(kind: &str) -> &'static str {
    match kind {
        "priority" => "name",
        "term" => "term",
        _ => "quote",
    }
}

/// Kinds of which a record quotes a whole line of the document.
const WHOLE_LINES: [&str; 5] = ["action", "achievement", "measure", "principle", "theme"];

/// Kinds that people leave out, or put elsewhere, on purpose.
const PASSED_OVER: [&str; 4] = ["partner", "term", "footnote", "sentence"];

/// Keys that follow from the words, and go with them.
const FOLLOW: [&str; 15] = [
    "section",
    "direction",
    "change",
    "now",
    "was",
    "period",
    "period-quote",
    "amounts",
    "text",
    "value",
    "said",
    "who",
    "mark",
    "lead-section",
    "lead-quote",
];

/// Puts the records of one kind together. `source` is the document of the edition before.
pub(super) fn merge(old: &[&Old], new: &[&Record], text: &Text, source: &str) -> Vec<Merged> {
    let Some(kind) = old.first().map(|it| it.kind).or(new.first().map(|it| it.kind)) else { return Vec::new() };
    let key = told_by(kind);
    let mut stays: Vec<Option<String>> =
        old.iter().map(|it| place(it, key, text, new).filter(|_| !is_changed(it, kind, new))).collect();
    if WHOLE_LINES.contains(&kind) {
        for at in lengthened(old, &stays, new) {
            stays[at] = None;
        }
    }
    let mut taken = vec![false; new.len()];
    for (at, record) in new.iter().enumerate() {
        let has = |(it, section): (&&Old, &Option<String>)| {
            section.is_some() && is_covered(it, record, key, section.as_deref())
        };
        // What stood there before and has no record of this kind was meant to have none.
        let passed_over = PASSED_OVER.contains(&kind) && stands(&folded(&record.get(key)), source);
        taken[at] = passed_over || old.iter().zip(&stays).any(has);
    }
    // The most alike first.
    let mut pairs = Vec::new();
    for (a, before) in old.iter().enumerate().filter(|(a, _)| stays[*a].is_none()) {
        for (b, after) in new.iter().enumerate().filter(|(b, _)| !taken[*b]) {
            let same_id = kind == "priority" && before.get("id") == after.id();
            let score = if same_id { 1.0 } else { likeness(before, after, key) };
            if score >= ALIKE {
                pairs.push((score, a, b));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut reworded: Vec<Option<usize>> = vec![None; old.len()];
    for (_, a, b) in pairs {
        if reworded[a].is_none() && !taken[b] {
            reworded[a] = Some(b);
            taken[b] = true;
        }
    }
    let mut list = Vec::new();
    for (at, before) in old.iter().enumerate() {
        let name = format!("{kind} “{}”", before.get("id"));
        list.push(match (stays[at].take(), reworded[at]) {
            (Some(section), _) => kept(before, name, &section),
            (None, Some(it)) => reword(before, new[it], name, key),
            (None, None) => {
                let words = before.get(key).to_owned();
                Merged { text: None, change: Change::Gone { name, words, toml: before.toml() } }
            }
        });
    }
    for (record, _) in new.iter().zip(taken).filter(|(_, taken)| !*taken) {
        let change = Change::New { name: format!("{kind} “{}”", record.id()), words: record.get(key) };
        list.push(Merged { text: Some(["# new\n", &record.toml()].concat()), change });
    }
    list
}

/// The section in which a record's words stand in the new document.
fn place(old: &Old, key: &str, text: &Text, new: &[&Record]) -> Option<String> {
    let words = old.get(key);
    if key == "term" {
        let also = old.table.get("also").and_then(Item::as_array);
        let also = also.into_iter().flat_map(|it| it.iter().filter_map(Value::as_str).collect::<Vec<_>>());
        return std::iter::once(words).chain(also).find_map(|it| text.section_of(it, "")).map(str::to_owned);
    }
    // Where the document has the words twice, the one of the same priority is meant.
    let ours = new.iter().find(|it| folded(&it.get(key)) == folded(words) && same_priorities(old, it));
    let section = ours.map_or_else(|| old.get("section").to_owned(), |it| it.get("section"));
    text.section_of(words, &section).map(str::to_owned)
}

/// The records whose words still stand there, as a part of a line that says more now.
fn lengthened(old: &[&Old], stays: &[Option<String>], new: &[&Record]) -> Vec<usize> {
    let mut found = Vec::new();
    for record in new {
        let line = folded(&record.get("quote"));
        let inside = |at: &usize| {
            let here = stays[*at].as_deref() == Some(record.get("section").as_str());
            here && stands(&folded(old[*at].get("quote")), &line)
        };
        let parts: Vec<usize> = (0..old.len()).filter(inside).collect();
        let mut rest = line.clone();
        for part in &parts {
            rest = rest.replace(&folded(old[*part].get("quote")), " ");
        }
        if let [only] = parts.as_slice()
            && rest.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).count() >= 2
        {
            found.push(*only);
        }
    }
    found
}

/// Whether the document says something else about a record whose words stay.
fn is_changed(old: &Old, kind: &str, new: &[&Record]) -> bool {
    if kind != "priority" {
        return false;
    }
    let now = new.iter().find(|it| it.id() == old.get("id"));
    now.is_some_and(|it| folded(&it.get("lead-quote")) != folded(old.get("lead-quote")))
}

fn same_priorities(old: &Old, new: &Record) -> bool {
    let before = old.table.get("priorities").and_then(Item::as_array);
    let before: Vec<&str> =
        before.into_iter().flat_map(|it| it.iter().filter_map(Value::as_str).collect::<Vec<_>>()).collect();
    let after = new.texts("priorities");
    before.len() == after.len() && before.iter().zip(&after).all(|(a, b)| a == b)
}

/// Whether a record of the new document has words that one which stays has already.
fn is_covered(old: &Old, new: &Record, key: &str, section: Option<&str>) -> bool {
    if key == "term" {
        let also = old.table.get("also").and_then(Item::as_array);
        let mut also = also.into_iter().flat_map(|it| it.iter().filter_map(Value::as_str).collect::<Vec<_>>());
        return old.get(key) == new.get(key) || also.any(|it| it == new.get(key));
    }
    if old.get("id") == new.id() {
        return true;
    }
    let (before, after) = (folded(old.get(key)), folded(&new.get(key)));
    let bare = |it: &str| it.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let overlap = stands(&bare(&before), &after) || stands(&bare(&after), &before);
    overlap && (key != "quote" || old.kind == "footnote" || section == Some(new.get("section").as_str()))
}

/// How alike two records are; those of one priority a little more.
fn likeness(old: &Old, new: &Record, key: &str) -> f64 {
    let score = alike(old.get(key), &new.get(key));
    if same_priorities(old, new) { score } else { score * 0.8 }
}

fn kept(old: &Old, name: String, section: &str) -> Merged {
    let mut record = old.clone();
    let before = old.get("section").to_owned();
    if !before.is_empty() && before != section && old.kind != "footnote" {
        record.table["section"] = value(section);
        record.above = format!("# moved: was in section {before}\n{}", record.above.trim_start_matches('\n'));
    }
    Merged { text: Some(record.toml()), change: Change::Kept { name } }
}

/// A record with new words, and what follows from them; what we wrote stays, to be looked at.
fn reword(old: &Old, new: &Record, name: String, key: &str) -> Merged {
    let mut record = old.clone();
    let (was, now) = (old.get(key).to_owned(), new.get(key));
    record.table[key] = value(now.clone());
    for key in FOLLOW {
        let fresh = new.item(key);
        match (record.table.contains_key(key), fresh) {
            (_, Some(item)) => record.table[key] = item,
            (true, None) if key != "section" => drop(record.table.remove(key)),
            _ => {}
        }
    }
    if old.kind == "priority"
        && let Some(item) = new.item("lead")
    {
        record.table["lead"] = item;
    }
    let mut above = format!("# reworded: was “{}”\n", was.replace('\n', " "));
    if was == now {
        above = format!("# reworded: was “{}”\n", old.get("lead-quote"));
    }
    if ["plain", "name", "does", "meaning"].iter().any(|it| *it != key && old.table.contains_key(it)) {
        above.push_str("# check: what we say of it was written for the words before\n");
    }
    record.above = above + record.above.trim_start_matches('\n');
    let (was, now) = if was == now { (old.get("lead-quote").to_owned(), new.get("lead-quote")) } else { (was, now) };
    Merged { text: Some(record.toml()), change: Change::Reworded { name, was, now } }
}
