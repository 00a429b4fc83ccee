//! The query as an address, and back.
//!
//! Two forms of one list of keys: query parameters for the page of its own
//! (`priority=asb,county-lines&partner=police&ward=castle&q=drug`), and the value of one key in the host's fragment for the
//! embedded one (`priority:asb;ward:castle`). Reading never fails: what cannot be read or is not known is left out and
//! [`note`]d.
//!
//! **Invariant:** reading what was written gives the same query, but for words that must not be in an address.

use super::facet::{Order, Query, View};
use super::fold::{Gap as After, Parts};
use super::search;
use crate::plan::{Gap, Kind, Plan};
use std::collections::BTreeSet;

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

/// The signs of one of the two forms.
struct Form {
    /// Between a key and the next.
    between: char,
    /// Between a key and its value.
    is: char,
}

const PARAMS: Form = Form { between: '&', is: '=' };
const FRAGMENT: Form = Form { between: ';', is: ':' };

/// The query as query parameters, without a question mark: `priority=asb,county-lines&q=drug`. Empty for the default query.
#[must_use]
pub fn to_params(plan: &Plan, query: &Query) -> String {
    write(plan, query, &PARAMS)
}

/// The query as the value of a key in a fragment: `priority:asb;ward:castle`. Empty for the default query.
#[must_use]
pub fn to_fragment(plan: &Plan, query: &Query) -> String {
    write(plan, query, &FRAGMENT)
}

/// The query that query parameters ask for.
#[must_use]
pub fn from_params(plan: &Plan, text: &str) -> Parsed {
    read(plan, text, &PARAMS)
}

/// The query that the value of a key in a fragment asks for.
#[must_use]
pub fn from_fragment(plan: &Plan, text: &str) -> Parsed {
    // Some hosts encode the whole value once more.
    if !text.contains(FRAGMENT.is)
        && let Some(plain) = decode(text)
        && plain.contains(FRAGMENT.is)
    {
        return read(plan, &plain, &FRAGMENT);
    }
    read(plan, text, &FRAGMENT)
}

/// Whether the query should leave no trail in the history: a sensitive priority is chosen, or words are searched for that
/// tell of one.
#[must_use]
pub fn is_private(plan: &Plan, query: &Query) -> bool {
    let mut chosen = query.priorities.iter().filter_map(|id| plan.priorities.get(id.index()));
    chosen.any(|it| it.sensitive) || has_private_words(plan, &query.words)
}

/// Whether a search text has a word that begins as one of a sensitive priority's private words does.
fn has_private_words(plan: &Plan, text: &str) -> bool {
    let words = parts(text);
    let sensitive = plan.priorities.iter().filter(|it| it.sensitive);
    sensitive.flat_map(|it| &it.private_words).any(|private| {
        let private = parts(private);
        let letters: String = private.iter().map(|(part, _)| part.as_str()).collect();
        // One private word begins a word or a compound; several may also be written with hyphens, apart, or as one.
        let goes_on = |after: After| private.len() > 1 || after == After::Hyphen;
        let begins = |at: usize| {
            let rest = words[at + 1..].iter().take_while(|(_, after)| goes_on(*after));
            let spelt: String = words[at..=at].iter().chain(rest).map(|(part, _)| part.as_str()).collect();
            spelt.starts_with(&letters)
        };
        !letters.is_empty() && (0..words.len()).any(begins)
    })
}

/// The folded parts of a text, with what stands before each.
fn parts(text: &str) -> Vec<(String, After)> {
    let (mut all, mut parts, mut part) = (Vec::new(), Parts::new(text), String::new());
    while let Some(place) = parts.next(&mut part) {
        all.push((part.clone(), place.after));
    }
    all
}

fn write(plan: &Plan, query: &Query, form: &Form) -> String {
    let mut text = String::new();
    let mut put = |key: &str, values: Vec<&str>| {
        for (at, value) in values.into_iter().enumerate() {
            if at > 0 {
                text.push(',');
            } else {
                if !text.is_empty() {
                    text.push(form.between);
                }
                text.push_str(key);
                text.push(form.is);
            }
            text.push_str(value);
        }
    };
    let priorities = query.priorities.iter().filter_map(|id| plan.priorities.get(id.index()));
    put("priority", priorities.map(|it| it.id.as_str()).collect());
    let partners = query.partners.iter().filter_map(|id| plan.partners.get(id.index()));
    put("partner", partners.map(|it| it.id.as_str()).collect());
    put("role", query.lead_only.then_some("lead").into_iter().collect());
    let wards = query.wards.iter().filter_map(|id| plan.wards.get(id.index()));
    put("ward", wards.map(|it| it.id.as_str()).collect());
    put("kind", query.kinds_in_order().map(Kind::slug).collect());
    put("gap", query.gaps_in_order().map(Gap::slug).collect());
    let typed = search::tidy(&query.words);
    let typed = if typed.is_empty() || has_private_words(plan, &typed) { None } else { Some(encode(&typed)) };
    put("q", typed.as_deref().into_iter().collect());
    put("order", (query.order != Order::default()).then(|| query.order.slug()).into_iter().collect());
    put("view", (query.view != View::default()).then(|| query.view.slug()).into_iter().collect());
    text
}

fn read(plan: &Plan, text: &str, form: &Form) -> Parsed {
    let mut parsed = Parsed::default();
    let text = text.strip_prefix(['?', '#']).unwrap_or(text);
    let kept = cut(text, form);
    if kept.len() < text.len() {
        parsed.leave_out(DroppedKind::TooLong, &text[kept.len()..]);
    }
    for pair in kept.split(form.between).filter(|it| !it.is_empty()) {
        let (key, value) = pair.split_once(form.is).unwrap_or((pair, ""));
        match (decode(key), decode(value)) {
            (Some(key), Some(value)) => parsed.take(plan, &key.trim().to_ascii_lowercase(), &value),
            _ => parsed.leave_out(DroppedKind::BadEncoding, pair),
        }
    }
    parsed
}

/// As much of an address as is read. An id that would be cut in two is left out; of search words the beginning is kept.
fn cut<'t>(text: &'t str, form: &Form) -> &'t str {
    if text.len() <= LONGEST {
        return text;
    }
    let mut kept = until(text, LONGEST);
    let last = kept.rfind(form.between).map_or(0, |at| at + 1);
    if !kept[last..].starts_with(['q', 'Q']) {
        return until(kept, kept.rfind([form.between, ',']).unwrap_or(0));
    }
    // Up to four bytes make a character, three signs each.
    while kept.len() + 12 > LONGEST && decode(&kept[last..]).is_none() {
        kept = until(kept, kept.len() - 1);
    }
    kept
}

/// The text up to a number of bytes, or one character less.
fn until(text: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    &text[..end.unwrap_or(0)]
}

/// The text with everything but plain letters, digits and `-._~` percent-encoded.
fn encode(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            encoded.push(char::from(DIGITS[usize::from(byte >> 4)]));
            encoded.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
    encoded
}

/// The text without percent-encoding, `+` as a blank; nothing where a sign is broken or the bytes are no text.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => hex(rest.next()?)? << 4 | hex(rest.next()?)?,
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

fn hex(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

impl Parsed {
    /// Takes what one key says.
    fn take(&mut self, plan: &Plan, key: &str, value: &str) {
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
            "priority" => Box::new(|id| plan.find_priority(id).map(|it| insert(&mut query.priorities, it))),
            "partner" => Box::new(|id| plan.find_partner(id).map(|it| insert(&mut query.partners, it))),
            "ward" => Box::new(|id| plan.find_ward(id).map(|it| insert(&mut query.wards, it))),
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

fn insert<T: Ord>(set: &mut BTreeSet<T>, it: T) {
    set.insert(it);
}

fn find<T: Copy>(all: &[T], slug: fn(T) -> &'static str, wanted: &str) -> Option<T> {
    all.iter().copied().find(|it| slug(*it) == wanted)
}

/// Keys that advertisers and hosts add to addresses. They are nobody's mistake, so nothing is said of them.
fn is_of_others(key: &str) -> bool {
    ["utm_", "mc_"].iter().any(|it| key.starts_with(it)) || ["fbclid", "gclid", "msclkid", "lang"].contains(&key)
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
    let but_last = if reasons.is_empty() { String::new() } else { reasons.join(", ") + " and " };
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

/// The value of a key in a whole fragment, as it stands there: of `#a=1&plan=priority:asb&b`, `priority:asb`.
#[must_use]
pub fn fragment_key(whole_fragment: &str, key: &str) -> Option<String> {
    let whole = whole_fragment.strip_prefix('#').unwrap_or(whole_fragment);
    whole.split('&').find_map(|piece| value_of(piece, key)).map(str::to_owned)
}

/// A whole fragment with another value of a key, or without the key where there is no value or an empty one.
///
/// Everything else is kept byte for byte, the `#` at its start included: there is one in the result if there was one before.
/// Nothing at all is left where the key stood alone.
#[must_use]
pub fn with_fragment_key(whole_fragment: &str, key: &str, value: Option<&str>) -> String {
    let whole = whole_fragment.strip_prefix('#').unwrap_or(whole_fragment);
    let sign = &whole_fragment[..whole_fragment.len() - whole.len()];
    let ours = value.filter(|it| !it.is_empty()).map(|value| [key, "=", value].concat());
    let mut left = ours.as_deref();
    let mut pieces: Vec<&str> = Vec::new();
    for piece in whole.split('&') {
        if value_of(piece, key).is_none() {
            pieces.push(piece);
        } else if let Some(ours) = left.take() {
            pieces.push(ours);
        }
    }
    if let Some(ours) = left {
        if whole.is_empty() {
            pieces.clear();
        }
        pieces.push(ours);
    }
    if pieces.is_empty() { String::new() } else { [sign, &pieces.join("&")].concat() }
}

/// The value that a piece of a fragment gives to a key.
fn value_of<'t>(piece: &'t str, key: &str) -> Option<&'t str> {
    let rest = piece.strip_prefix(key)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix('=') }
}
