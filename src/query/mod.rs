//! What the visitor wants: filter, counts beside each choice, search, order, the filter in words, and its address.
//!
//! | file | holds |
//! | --- | --- |
//! | [`facts`] | what all of this must know of a plan, as JSON in the browser |
//! | [`facet`](Query) | [`Query`], the one value that everything else follows from, and its single [`Choice`]s |
//! | `engine` | [`Engine`]: which entries a query selects, and what each further choice would give |
//! | `bits` | the small sets that the engine is made of |
//! | `index` | which entries hold which words of their own; built natively (`index/build`) |
//! | `fold` | the one way in which words are made alike: case, accents, hyphens, apostrophes |
//! | `lookup` | what a search text finds: own words, names of what entries belong to, everyday words, contacts |
//! | [`Found`] | what a search found, told apart |
//! | `stem`, `small_words` | forms of one word; words that say nothing of what is looked for |
//! | [`search`] | what the visitor typed, and marking it in a text |
//! | [`link`] | the query as an address, and back |
//! | `marks` | marks by which a stylesheet filters the page that needs no script (native only) |
//! | `private` | what must not leave a trail |
//! | `group` | the selection under its priorities, as the page shows it |
//! | [`terms`] | where the glossary's terms stand in a text |
//! | [`passages`] | the document as its records quote it |
//! | [`place`] | where somebody lives, from a postcode, a name or a device |
//! | `tally` | what a selection holds, counted by what it is |
//! | `stage` | what a query asks for: the start, one page, the list, a view |
//! | `summary` | the query and its result in plain words |
//! | `title` | what a query shows, as the title of a page |
//! | [`extract`] | what a query shows, as a citation and as files of data |
//! | `ward_answer` | what the plan says of wards, in one sentence |
//! | `sample`, `rules`, `oracle` | for tests: a small plan made by hand, every rule on it, and a slow, plain second engine |
//!
//! # Rules
//! * Choices within one facet widen (or); facets narrow (and).
//! * The count beside a choice is what choosing it would give, with its own facet open.
//! * An entry without priorities belongs to the plan as a whole: it passes every choice of priorities and counts for none.
//! * A gap of a priority (no lead, nothing reported) counts the priorities, every other gap the entries.
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
pub mod extract;
mod facet;
pub mod facts;
mod fold;
mod found;
mod group;
mod index;
pub mod link;
mod lookup;
#[cfg(not(target_arch = "wasm32"))]
pub mod marks;
pub mod passages;
pub mod place;
mod private;
pub mod search;
mod set;
mod small_words;
mod stage;
mod stem;
mod summary;
mod tally;
pub mod terms;
mod title;
mod ward_answer;

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
pub use facts::{facts_and_engine, facts_and_engine_of_the_first};
pub use found::{Belongs, Found, Meaning};
pub use group::{Group, groups, priorities_in_order};
pub use private::is_private;
pub use set::Set;
pub use stage::Stage;
pub use summary::{announce, choice_label, confidence_label, describe, gap_label, kind_label, view_name};
pub use tally::{Tally, choice_unit, gap_unit, kind_unit};
pub use title::title;
pub use ward_answer::{WardAnswer, ward_answer};
