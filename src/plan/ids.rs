//! Ids: which record is meant, as a type of its own for each kind of record.
//!
//! A typed id is a place in the plan's own list of that kind, so looking a record up cannot fail once the plan has been
//! loaded. The short words that people see in links and data files (`asb`, `police`, `castle`) are [`Slug`]s; a slug is
//! looked up once, at the edge, and is a typed id from then on.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The short, lower-case, stable name of a record, as data files and addresses write it: `a-z`, `0-9` and `-`;
/// in the numbers of sections also `.`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Slug(String);

impl Slug {
    /// Longest slug that is accepted, in characters: ids go into addresses that people read out.
    pub const LONGEST: usize = 40;

    /// The slug that `text` spells, or nothing where it is empty, too long or holds another character.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        Self::of(text, |_| false)
    }

    /// The same for a section, whose number may have full stops: `3.1`.
    #[must_use]
    pub fn numbered(text: &str) -> Option<Self> {
        Self::of(text, |b| b == b'.')
    }

    fn of(text: &str, also: fn(u8) -> bool) -> Option<Self> {
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
        let fits = text.len() <= Self::LONGEST
            && text.bytes().all(|b| plain(b) || b == b'-' || also(b))
            && text.bytes().next().is_some_and(plain)
            && text.bytes().next_back().is_some_and(plain);
        fits.then(|| Self(text.to_owned()))
    }

    /// The slug as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Slug {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::numbered(&text).ok_or("not an id")
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u16);

        impl $name {
            /// The place in the plan's list of such records, counted from nought.
            #[must_use]
            pub fn index(self) -> usize {
                usize::from(self.0)
            }
        }
    )*};
}

ids! {
    /// A priority, in the order of the plan's own list.
    PriorityId;
    /// A partner organisation: the statutory ones first, in plan order, then the others by name.
    PartnerId;
    /// A ward of the area, by name.
    WardId;
    /// A numbered or named section of the plan's document, in document order.
    SectionId;
    /// An address on the web that somebody checked, with its standing.
    LinkId;
    /// Whom a resident can contact.
    ContactId;
    /// A footnote of the plan.
    FootnoteId;
    /// A glossary term, by term.
    TermId;
    /// An entry that filters act on: see [`super::Entry`].
    EntryId;
    /// Where official figures come from: see [`super::area::Origin`].
    OriginId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_short_and_plain() {
        for text in ["asb", "a-1", "2021-draft"] {
            assert_eq!(Slug::new(text).as_ref().map(Slug::as_str), Some(text));
        }
        for text in ["", "-a", "a-", "A", "a b", "3.1", "é", &"a".repeat(41)] {
            assert_eq!(Slug::new(text), None, "{text}");
        }
        assert!(Slug::numbered("3.1").is_some());
        assert_eq!(Slug::numbered("3."), None);
    }
}
