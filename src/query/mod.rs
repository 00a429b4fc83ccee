//! What the visitor wants: filter, counts beside each choice, search, order, the filter in words, and its address.
//!
//! | file | holds |
//! | --- | --- |
//! | [`facts`] | what all of this must know of a plan, as JSON in the browser |
//! | [`facet`](Query) | [`Query`], the one value that everything else follows from, and its single [`Choice`]s |
//! | `engine` | [`Engine`]: which entries a query selects, and what each further choice would give |
//! | `bits` | the small sets that the engine is made of |
//! | `index` | which entries hold which words; built natively (`index/build`) |
//! | `fold` | the one way in which words are made alike: case, accents, hyphens, apostrophes |
//! | [`search`] | what the visitor typed, and marking it in a text |
//! | [`link`] | the query as an address, and back |
//! | `marks` | marks by which a stylesheet filters the page that needs no script (native only) |
//! | `private` | what must not leave a trail |
//! | `group` | the selection under its priorities, as the page shows it |
//! | [`terms`] | where the glossary's terms stand in a text |
//! | [`passages`] | the document as its records quote it |
//! | [`place`] | where somebody lives, from a postcode, a name or a device |
//! | `summary` | the query and its result in plain words |
//! | `sample`, `rules`, `oracle` | for tests: a small plan made by hand, every rule on it, and a slow, plain second engine |
//!
//! # Rules
//! * Choices within one facet widen (or); facets narrow (and).
//! * The count beside a choice is what choosing it would give, with its own facet open.
//! * An entry without priorities belongs to the plan as a whole: it passes every choice of priorities and counts for each.
//! * A ward keeps what applies to the whole area or county and drops only what belongs to other wards.
//! * A partner is matched in any part, or as lead only ([`Query::lead_only`]); lead only with no partner chosen asks for
//!   entries with any lead.
//! * Words that name a sensitive subject never reach an address ([`link::is_private`]).
//!
//! **Architecture invariant:** nothing here knows of a browser, of Leptos or of the time of day, and nothing is kept in an
//! order that could differ from one run to the next: the same plan and query always give the same answer.
//!
//! **Architecture invariant:** nothing here fails. Whatever an address says, a [`Query`] comes of it; whatever ids a
//! [`Query`] holds, a [`Selection`] comes of it.

mod bits;
mod engine;
mod facet;
pub mod facts;
mod fold;
mod group;
mod index;
pub mod link;
#[cfg(not(target_arch = "wasm32"))]
pub mod marks;
pub mod passages;
pub mod place;
mod private;
pub mod search;
mod set;
mod summary;
pub mod terms;

#[cfg(test)]
mod oracle;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod sample;

pub use engine::{Engine, FacetCounts, Selection};
pub use facet::{Choice, Order, Query, View};
pub use facts::Facts;
#[cfg(not(target_arch = "wasm32"))]
pub use facts::facts_and_engine;
pub use group::{Group, groups, priorities_in_order};
pub use private::is_private;
pub use set::Set;
pub use summary::{announce, choice_label, confidence_label, describe, gap_label, kind_label, view_name};
