//! The query as an address, and back.
//!
//! Two forms of one list of keys: query parameters for the page of its own
//! (`priority=asb,county-lines&partner=police&ward=castle&q=drug`), and the value of one key in the host's fragment for the
//! embedded one (`priority:asb;ward:castle`). Reading never fails. What an address asks of us and we do not understand is left
//! out and [`note`]d; what it says to others (advertisers, mail programs, the host's own scripts) is passed over.
//!
//! **Invariant:** reading what was written gives the same query, but for words that must not be in an address, and for what
//! goes beyond [`LONGEST`], which takes well over fifty choices.

mod control;
mod encoding;
mod form;
mod fragment;
mod read;
mod snippet;
#[cfg(test)]
mod tests;

pub use super::private::is_private;
pub use control::{choice, control};
pub use encoding::encode as percent_encoded;
pub use fragment::{fragment_key, is_route, with_fragment_key};
pub use read::{Dropped, DroppedKind, LONGEST, Parsed, note};
pub use snippet::{HEADLESS, Means, Wish, attributes, can_be_read, colours, escaped, snippet};

use super::facet::{Order, Query, View};
use super::facts::Facts;
use super::private::has_private_words;
use super::search;
use super::stage::Stage;
use encoding::{decode, encode};
use form::{FRAGMENT, Form, IN_FULL, PARAMS};
use read::read;

/// The query as query parameters, without a question mark: `priority=asb,county-lines&q=drug`. Empty for the default query.
#[must_use]
pub fn to_params(facts: &Facts, query: &Query) -> String {
    write(facts, query, &PARAMS)
}

/// The query as query parameters with all that it holds, private words included. Never for an address: it is how the parts
/// of the page tell one another what the visitor wants.
#[must_use]
pub fn to_params_in_full(facts: &Facts, query: &Query) -> String {
    write(facts, query, &IN_FULL)
}

/// The query as the value of a key in a fragment: `priority:asb;ward:castle`. Empty for the default query.
#[must_use]
pub fn to_fragment(facts: &Facts, query: &Query) -> String {
    write(facts, query, &FRAGMENT)
}

/// The query that query parameters ask for.
#[must_use]
pub fn from_params(facts: &Facts, text: &str) -> Parsed {
    read(facts, text, &PARAMS)
}

/// The query that the value of a key in a fragment asks for.
#[must_use]
pub fn from_fragment(facts: &Facts, text: &str) -> Parsed {
    // Some hosts encode the whole value once more.
    if !text.contains(FRAGMENT.is)
        && let Some(plain) = decode(text)
        && plain.contains(FRAGMENT.is)
    {
        return read(facts, &plain, &FRAGMENT);
    }
    read(facts, text, &FRAGMENT)
}

fn write(facts: &Facts, query: &Query, form: &Form) -> String {
    let mut text = String::new();
    let mut before = "";
    let mut put = |key: &'static str, value: &str| {
        if key == before {
            text.push(',');
        } else {
            if !text.is_empty() {
                text.push(form.between);
            }
            text.push_str(key);
            text.push(form.is);
        }
        text.push_str(value);
        before = key;
    };
    // They come facet by facet.
    for (key, value) in query.choices().iter().filter_map(|it| control(facts, it)) {
        put(key, value);
    }
    let typed = search::tidy(&query.words);
    let kept_back = typed.is_empty() || !form.in_full && has_private_words(facts, &typed);
    if !kept_back {
        put("q", &encode(&typed));
    }
    if query.order != Order::default() {
        put("order", query.order.slug());
    }
    // Where choices lead to the list anyway, that is not said again.
    let written = Query { view: View::Explore, words: if kept_back { String::new() } else { typed }, ..query.clone() };
    let is_list_anyway = query.view == View::List && written.stage() == Stage::List;
    if query.view != View::default() && !is_list_anyway {
        put("view", query.view.slug());
    }
    text
}
