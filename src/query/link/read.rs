//! Reading an address: whatever it says, a query comes of it, and a note on what was left out.

use super::control::choice;
use super::encoding::decode;
use super::form::Form;
use crate::query::facet::{Order, Query, View};
use crate::query::facts::Facts;
use crate::query::fold::cut;
use crate::query::search;
use crate::query::summary::{choice_label, strung};

/// How much of an address is read, in bytes, not counting what it says to others; what follows is cut.
pub const LONGEST: usize = 2000;

/// The longest part of an address that is shown, in characters.
const SHOWN: usize = 40;

/// What an address asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// As much of it as could be read.
    pub query: Query,
    /// What could not.
    pub dropped: Vec<Dropped>,
}

/// A part of an address that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// Why.
    pub kind: DroppedKind,
    /// Which part: short, without control characters, safe to show as text. What has taken its place, where something has.
    pub text: String,
}

/// Why a part of an address was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DroppedKind {
    /// There is no such key, but one that is spelt almost so.
    UnknownKey,
    /// The plan has nothing of that id.
    UnknownId,
    /// An earlier edition had it, and something else has taken its place; the text says what.
    Replaced,
    /// An earlier edition had it, and nothing has taken its place.
    Gone,
    /// It is not properly encoded.
    BadEncoding,
    /// It is too long.
    TooLong,
}

/// All keys that addresses have.
const KEYS: [&str; 9] = ["priority", "partner", "role", "ward", "kind", "gap", "q", "order", "view"];

/// The shortest key that may be one of ours misspelt. Shorter ones mean something to others: `p`, `s`, `id`, `map`.
const SHORTEST_MISSPELT: usize = 4;

/// Signs that mail programs, chat and CMSs take into a link from the sentence around it. No id ends with one.
const AROUND: [char; 18] = ['.', ',', ';', ':', '!', '?', ')', ']', '}', '>', '*', '_', '"', '\'', '’', '”', '»', '…'];

pub(super) fn read(facts: &Facts, text: &str, form: &Form) -> Parsed {
    let mut parsed = Parsed::default();
    let text = text.strip_prefix(['?', '#']).unwrap_or(text);
    let mut left = LONGEST;
    for pair in text.split(form.between).map(without_entity) {
        let (key, value) = pair.split_once(form.is).unwrap_or((pair, ""));
        let key = decode(key).map(|it| it.trim().to_ascii_lowercase()).unwrap_or_default();
        if !KEYS.contains(&key.as_str()) {
            if is_misspelt(&key) {
                parsed.leave_out(DroppedKind::UnknownKey, &key);
            }
            continue;
        }
        let kept = shortened(value, left.saturating_sub(key.len() + 1), key == "q");
        if kept.len() < value.len() {
            parsed.leave_out(DroppedKind::TooLong, cut(value, kept.len()..));
        }
        left = left.saturating_sub(key.len() + kept.len() + 2);
        match decode(kept) {
            Some(value) => parsed.take(facts, &key, &value),
            None => parsed.leave_out(DroppedKind::BadEncoding, pair),
        }
    }
    parsed
}

/// A part of an address without the rest of an `&amp;`, which stands between choices where a link was copied from HTML, perhaps
/// more than once.
pub(super) fn without_entity(mut pair: &str) -> &str {
    while let Some(rest) = pair.strip_prefix("amp;") {
        pair = rest;
    }
    pair
}

/// Whether a key that is not ours is one letter away from one that is, or has two letters changed over. All others are nobody's
/// mistake: addresses carry the keys of advertisers, mail programs and hosts, and new ones every year.
fn is_misspelt(key: &str) -> bool {
    // Measuring a long key would take long.
    let may_be = (SHORTEST_MISSPELT..=KEYS[0].len() + 1).contains(&key.len());
    may_be && KEYS.iter().any(|ours| ours.len() > 1 && strsim::osa_distance(key, ours) == 1)
}

/// As much of a value as is read. An id that would be cut in two is left out; of search words the beginning is kept.
fn shortened(value: &str, most: usize, is_text: bool) -> &str {
    if value.len() <= most {
        return value;
    }
    let mut kept = until(value, most);
    if !is_text {
        return until(kept, kept.rfind(',').unwrap_or(0));
    }
    // Up to four bytes make a character, three signs each.
    while kept.len() + 12 > most && decode(kept).is_none() {
        kept = until(kept, kept.len().saturating_sub(1));
    }
    kept
}

/// The text up to a number of bytes, or one character less.
fn until(text: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    cut(text, ..end.unwrap_or(0))
}

impl Parsed {
    /// Takes what one key says.
    fn take(&mut self, facts: &Facts, key: &str, value: &str) {
        if key == "q" {
            // Signs from around the link may stay at its end: the search passes over them.
            self.query.words = search::tidy(value);
            let letters: usize = value.split_whitespace().map(|it| it.chars().count() + 1).sum();
            if letters > search::LONGEST + 1 {
                self.leave_out(DroppedKind::TooLong, value);
            }
            return;
        }
        // Ids are in lower case and hold no commas: a comma always stands between two.
        let lower = value.to_ascii_lowercase();
        let bare = |id| str::trim_end_matches(id, |it: char| it.is_whitespace() || AROUND.contains(&it)).trim_start();
        for id in lower.split(',').map(bare).filter(|it| !it.is_empty()) {
            if self.add(facts, key, id).is_none() {
                self.take_former(facts, key, id);
            }
        }
    }

    /// Takes what an id of an earlier edition has become; where nothing took its place, what changed is shown.
    fn take_former(&mut self, facts: &Facts, key: &str, id: &str) {
        let Some(former) = facts.find_former(key, id) else { return self.leave_out(DroppedKind::UnknownId, id) };
        let now = former.to.as_ref().and_then(|it| choice(facts, key, it.as_str()));
        let Some(choice) = now else {
            self.query.view = View::Changes;
            return self.leave_out(DroppedKind::Gone, id);
        };
        let text = ["“", &shown(id), "” is now “", &choice_label(facts, &choice), "”"].concat();
        self.dropped.push(Dropped { kind: DroppedKind::Replaced, text });
        if !self.query.has(&choice) {
            self.query.toggle(choice);
        }
    }

    /// Adds what an id means to the query, or does nothing where nothing has that id.
    fn add(&mut self, facts: &Facts, key: &str, id: &str) -> Option<()> {
        match key {
            "order" => self.query.order = Order::from_slug(id)?,
            "view" => self.query.view = View::from_slug(id)?,
            _ => {
                let choice = choice(facts, key, id)?;
                if !self.query.has(&choice) {
                    self.query.toggle(choice);
                }
            }
        }
        Some(())
    }

    /// Notes what was left out, each thing once.
    fn leave_out(&mut self, kind: DroppedKind, text: &str) {
        let dropped = Dropped { kind, text: shown(text) };
        if !self.dropped.contains(&dropped) {
            self.dropped.push(dropped);
        }
    }
}

/// The beginning of a text, without characters that could upset the line in which it is shown.
fn shown(text: &str) -> String {
    let upsets = |c: char| {
        c.is_control()
            || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    text.trim().chars().filter(|it| !upsets(*it)).take(SHOWN).collect()
}

/// One sentence on what was left out of the result, or nothing where nothing was.
#[must_use]
pub fn note(dropped: &[Dropped]) -> Option<String> {
    let mut reasons = Vec::new();
    for (kind, reason) in [
        (DroppedKind::UnknownId, "this plan has nothing called "),
        (DroppedKind::UnknownKey, "there is no choice called "),
    ] {
        if let Some(names) = names(dropped, kind) {
            reasons.push([reason, &names].concat());
        }
    }
    for (kind, reason) in
        [(DroppedKind::BadEncoding, "some of it could not be read"), (DroppedKind::TooLong, "it was too long")]
    {
        if dropped.iter().any(|it| it.kind == kind) {
            reasons.push(reason.to_owned());
        }
    }
    let older = older(dropped);
    let Some(last) = reasons.pop() else { return older };
    let but_last = if reasons.is_empty() { String::new() } else { strung(&reasons, ", ") + " and " };
    let left_out = ["We left out part of the link, because ", &but_last, &last, "."].concat();
    Some(older.into_iter().chain([left_out]).collect::<Vec<_>>().join(" "))
}

/// What is said of a link that is from an earlier edition.
fn older(dropped: &[Dropped]) -> Option<String> {
    let mut said: Vec<String> =
        dropped.iter().filter(|it| it.kind == DroppedKind::Replaced).map(|it| it.text.clone()).collect();
    if let Some(names) = names(dropped, DroppedKind::Gone) {
        said.push(["this edition has no ", &names, " any more"].concat());
    }
    (!said.is_empty()).then(|| ["The link is from an earlier edition: ", &strung(&said, ", and "), "."].concat())
}

/// The unknown names of a kind, two of them at most: `“a” or “b”`, `“a”, “b” or 3 other names`.
fn names(dropped: &[Dropped], kind: DroppedKind) -> Option<String> {
    let mut names = dropped.iter().filter(|it| it.kind == kind).map(|it| ["“", &it.text, "”"].concat());
    let first = names.next()?;
    let Some(second) = names.next() else { return Some(first) };
    Some(match names.count() {
        0 => [&first, " or ", &second].concat(),
        1 => [&first, ", ", &second, " or 1 other name"].concat(),
        more => [&first, ", ", &second, " or ", &more.to_string(), " other names"].concat(),
    })
}
