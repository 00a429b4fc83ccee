//! The names of a partner or a priority.

use super::super::{Alias, Partner, Priority};
use super::words::is_named_in;

/// All names of a partner.
pub(crate) fn of_partner(partner: &Partner) -> Vec<&str> {
    with_aliases([partner.name.as_str(), partner.short.as_str()], &partner.aliases)
}

/// All names of a priority.
pub(crate) fn of_priority(priority: &Priority) -> Vec<&str> {
    with_aliases([priority.name.quote.as_str(), priority.short.as_str()], &priority.aliases)
}

fn with_aliases<'a>(own: [&'a str; 2], aliases: &'a [Alias]) -> Vec<&'a str> {
    own.into_iter().chain(aliases.iter().map(|it| it.name.as_str())).filter(|it| !it.is_empty()).collect()
}

/// Whether any of a partner's names stands in the words.
pub(crate) fn is_named(partner: &Partner, words: &str) -> bool {
    of_partner(partner).into_iter().any(|it| is_named_in(it, words))
}
