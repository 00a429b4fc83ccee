//! The query as an address, and back.
//!
//! Two forms of one list of keys: query parameters for the page of its own
//! (`priority=asb,county-lines&partner=police&ward=castle&q=drug`), and the value of one key in the host's fragment for the
//! embedded one (`priority:asb;ward:castle`). Reading never fails: what cannot be read or is not known is left out and
//! [`note`]d.
//!
//! **Invariant:** reading what was written gives the same query, but for words that must not be in an address, and for what
//! goes beyond [`LONGEST`], which takes well over fifty choices.

mod encoding;
mod fragment;
mod read;
mod snippet;
#[cfg(test)]
mod tests;

pub use super::private::is_private;
pub use fragment::{fragment_key, with_fragment_key};
pub use read::{Dropped, DroppedKind, LONGEST, Parsed, note};
pub use snippet::{Means, Wish, attributes, can_be_read, colours, escaped, snippet};

use super::facet::{Choice, Order, Query, View};
use super::private::has_private_words;
use super::search;
use crate::plan::{Gap, Kind, Plan};
use encoding::{decode, encode};
use read::read;

/// The signs of one of the two forms.
struct Form {
    /// Between a key and the next.
    between: char,
    /// Between a key and its value.
    is: char,
    /// Whether private words are written too: for what is no address.
    in_full: bool,
}

const PARAMS: Form = Form { between: '&', is: '=', in_full: false };
const IN_FULL: Form = Form { in_full: true, ..PARAMS };
const FRAGMENT: Form = Form { between: ';', is: ':', in_full: false };

/// The query as query parameters, without a question mark: `priority=asb,county-lines&q=drug`. Empty for the default query.
#[must_use]
pub fn to_params(plan: &Plan, query: &Query) -> String {
    write(plan, query, &PARAMS)
}

/// The query as query parameters with all that it holds, private words included. Never for an address: it is how the parts
/// of the page tell one another what the visitor wants.
#[must_use]
pub fn to_params_in_full(plan: &Plan, query: &Query) -> String {
    write(plan, query, &IN_FULL)
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

/// The key and the word that stand for a single choice in an address, and so the name and the value of its form control. None for
/// words, which the search field holds.
#[must_use]
pub fn control<'p>(plan: &'p Plan, choice: &Choice) -> Option<(&'static str, &'p str)> {
    Some(match choice {
        Choice::Priority(id) => ("priority", plan.priority(*id).id.as_str()),
        Choice::Partner(id) => ("partner", plan.partner(*id).id.as_str()),
        Choice::LeadOnly => ("role", "lead"),
        Choice::Ward(id) => ("ward", plan.ward(*id).id.as_str()),
        Choice::Kind(kind) => ("kind", kind.slug()),
        Choice::Gap(gap) => ("gap", gap.slug()),
        Choice::Words(_) => return None,
    })
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
    let kept_back = typed.is_empty() || !form.in_full && has_private_words(plan, &typed);
    let typed = if kept_back { None } else { Some(encode(&typed)) };
    put("q", typed.as_deref().into_iter().collect());
    put("order", (query.order != Order::default()).then(|| query.order.slug()).into_iter().collect());
    put("view", (query.view != View::default()).then(|| query.view.slug()).into_iter().collect());
    text
}
