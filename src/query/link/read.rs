//! Reading an address: whatever it says, a query comes of it, and a note on what was left out.

use super::Form;
use super::encoding::decode;
use crate::plan::{Gap, Kind};
use crate::query::facet::{Order, Query, View};
use crate::query::facts::Facts;
use crate::query::fold::cut;
use crate::query::search;
use crate::query::set::Set;
use crate::query::summary::strung;

/// The longest address text that is read, in bytes; what follows is cut.
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
    /// Which part: short, without control characters, safe to show as text.
    pub text: String,
}

/// Why a part of an address was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DroppedKind {
    /// There is no such key.
    UnknownKey,
    /// The plan has nothing of that id.
    UnknownId,
    /// It is not properly encoded.
    BadEncoding,
    /// It is too long.
    TooLong,
}

pub(super) fn read(facts: &Facts, text: &str, form: &Form) -> Parsed {
    let mut parsed = Parsed::default();
    let text = text.strip_prefix(['?', '#']).unwrap_or(text);
    let kept = shortened(text, form);
    if kept.len() < text.len() {
        parsed.leave_out(DroppedKind::TooLong, cut(text, kept.len()..));
    }
    for pair in kept.split(form.between).filter(|it| !it.is_empty()) {
        let (key, value) = pair.split_once(form.is).unwrap_or((pair, ""));
        match (decode(key), decode(value)) {
            (Some(key), Some(value)) => parsed.take(facts, &key.trim().to_ascii_lowercase(), &value),
            _ => parsed.leave_out(DroppedKind::BadEncoding, pair),
        }
    }
    parsed
}

/// As much of an address as is read. An id that would be cut in two is left out; of search words the beginning is kept.
fn shortened<'t>(text: &'t str, form: &Form) -> &'t str {
    if text.len() <= LONGEST {
        return text;
    }
    let mut kept = until(text, LONGEST);
    let last = kept.rfind(form.between).map_or(0, |at| at + 1);
    if !cut(kept, last..).starts_with(['q', 'Q']) {
        return until(kept, kept.rfind([form.between, ',']).unwrap_or(0));
    }
    // Up to four bytes make a character, three signs each.
    while kept.len() + 12 > LONGEST && decode(cut(kept, last..)).is_none() {
        kept = until(kept, kept.len() - 1);
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
            self.query.words = search::tidy(value);
            let letters: usize = value.split_whitespace().map(|it| it.chars().count() + 1).sum();
            if letters > search::LONGEST + 1 {
                self.leave_out(DroppedKind::TooLong, value);
            }
            return;
        }
        // Ids are in lower case and hold no commas: a comma always stands between two.
        let lower = value.to_ascii_lowercase();
        let query = &mut self.query;
        let mut add: Box<Add<'_>> = match key {
            "priority" => Box::new(|id| facts.find_priority(id).map(|it| insert(&mut query.priorities, it))),
            "partner" => Box::new(|id| facts.find_partner(id).map(|it| insert(&mut query.partners, it))),
            "ward" => Box::new(|id| facts.find_ward(id).map(|it| insert(&mut query.wards, it))),
            "kind" => Box::new(|id| find(&Kind::ALL, Kind::slug, id).map(|it| insert(&mut query.kinds, it))),
            "gap" => Box::new(|id| find(&Gap::ALL, Gap::slug, id).map(|it| insert(&mut query.gaps, it))),
            "role" => Box::new(|id| (id == "lead").then(|| query.lead_only = true)),
            "order" => Box::new(|id| Order::from_slug(id).map(|it| query.order = it)),
            "view" => Box::new(|id| View::from_slug(id).map(|it| query.view = it)),
            _ if is_of_others(key) => return,
            _ => return self.leave_out(DroppedKind::UnknownKey, if key.is_empty() { value } else { key }),
        };
        let ids = lower.split(',').map(str::trim).filter(|it| !it.is_empty());
        let unknown: Vec<&str> = ids.filter(|id| add(id).is_none()).collect();
        drop(add);
        for id in unknown {
            self.leave_out(DroppedKind::UnknownId, id);
        }
    }

    /// Notes what was left out, each thing once.
    fn leave_out(&mut self, kind: DroppedKind, text: &str) {
        let dropped = Dropped { kind, text: shown(text) };
        if !self.dropped.contains(&dropped) {
            self.dropped.push(dropped);
        }
    }
}

/// Adds what an id means to a query, or does nothing where nothing has that id.
type Add<'q> = dyn FnMut(&str) -> Option<()> + 'q;

fn insert<T: Ord + Copy>(set: &mut Set<T>, it: T) {
    set.insert(it);
}

fn find<T: Copy>(all: &[T], slug: fn(T) -> &'static str, wanted: &str) -> Option<T> {
    all.iter().copied().find(|it| slug(*it) == wanted)
}

/// Keys that advertisers and hosts add to addresses. They are nobody's mistake, so nothing is said of them.
fn is_of_others(key: &str) -> bool {
    ["utm_", "mc_"].iter().any(|it| key.starts_with(it))
        || ["fbclid", "gclid", "msclkid", "lang", "childid", "initialwidth", "parenttitle", "parenturl"].contains(&key)
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
    if let Some(names) = names(dropped) {
        reasons.push(["this plan has nothing called ", &names].concat());
    }
    for (kind, reason) in
        [(DroppedKind::BadEncoding, "some of it could not be read"), (DroppedKind::TooLong, "it was too long")]
    {
        if dropped.iter().any(|it| it.kind == kind) {
            reasons.push(reason.to_owned());
        }
    }
    let last = reasons.pop()?;
    let but_last = if reasons.is_empty() { String::new() } else { strung(&reasons, ", ") + " and " };
    Some(["We left out part of the link, because ", &but_last, &last, "."].concat())
}

/// The unknown names, two of them at most: `“a” or “b”`, `“a”, “b” or 3 other names`.
fn names(dropped: &[Dropped]) -> Option<String> {
    let unknown = |it: &&Dropped| matches!(it.kind, DroppedKind::UnknownId | DroppedKind::UnknownKey);
    let mut names = dropped.iter().filter(unknown).map(|it| ["“", &it.text, "”"].concat());
    let first = names.next()?;
    let Some(second) = names.next() else { return Some(first) };
    Some(match names.count() {
        0 => [&first, " or ", &second].concat(),
        1 => [&first, ", ", &second, " or 1 other name"].concat(),
        more => [&first, ", ", &second, " or ", &more.to_string(), " other names"].concat(),
    })
}
