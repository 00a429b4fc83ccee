//! The page, written once, natively, as HTML: the whole plan, to be read and filtered without any script. In the browser the
//! program brings this page to life: it ties what stands here to one query, and puts next to nothing on it anew.
//!
//! Ordinary Leptos components, without signals: one file for each part, named like its part of the stylesheet. They all read
//! the plan from one context (`context`).
//!
//! # What the program finds
//!
//! | mark | on | says |
//! | --- | --- | --- |
//! | `data-section` | each view of the page | the view's word in addresses |
//! | `data-view` | a link to a view | the same |
//! | `data-query` | a link to results | the query, as in an address |
//! | `data-stage` | the page, once a script is there | what it answers with: [`Stage`](crate::query::Stage) |
//! | `data-private`, `data-filters-open` | the page, by the program | what is on show may put somebody at risk; the filter drawer is open |
//! | `data-of-the-plan` | a view | it stands under "The plan" in the menu |
//! | `data-entry` | a card, a figure | the entry's number, [`EntryId`](crate::plan::EntryId) |
//! | `data-g`, `data-kind` | a group, a list in it | its priority, or `whole`; the kind of its entries |
//! | `data-o` | the head of a partner's page | its partner |
//! | `data-open-in-list` | what is closed on the page of a priority | it is open in the list, where it holds results |
//! | `data-f`, `data-l`, `data-w` | an entry, a list, a ward's answer | what the stylesheet filters by without script |
//! | `name`, `value`, `form` | a form control | the choice that it stands for |
//! | `data-number` | the count beside a choice | |
//! | `data-names` | an organisation among the filters | all its names, for finding it |
//! | `data-priority` | a row of the overview | its priority |
//! | `data-partner` | a row of the table of partners | its number, [`PartnerId`](crate::plan::PartnerId) |
//! | `data-do` | a button, a link | what it does |
//! | `data-whole` | the answer for wards | it is for the whole area |
//! | `data-text` | words that follow the visitor | which |
//! | `data-part`, `data-place` | a place | what the program puts there |
//! | `data-file` | a part | the file from which what stands in it comes |
//! | `data-fragments` | a part | the file that has what stands in it, for each choice of wards ([`wards`]) |
//! | `data-of`, `data-columns` | what is about some wards, a table with a column for each | which wards |
//! | `data-wards` | a link to wards | the query, whose other choices stay as they are |
//! | `data-edition` | a link | the way to the folder of another edition of the plan, and the place there |
//! | `data-under-drawer` | what the filter drawer covers | |
//! | `data-app` | what only the program can do | the stylesheet takes it away where no program comes |
//! | `.cp-app-link` | a link of use with the program alone | the stylesheet has it read as words where no program comes |
//!
//! **Architecture invariant:** structure and words, no rules (they are in `query` and `chart`), no inline style, no script.

#![cfg_attr(
    not(target_arch = "wasm32"),
    expect(unreachable_pub, reason = "components are `pub`, as is usual, and the page shows just the whole of them")
)]
#![cfg_attr(
    not(target_arch = "wasm32"),
    expect(clippy::needless_pass_by_value, reason = "a component owns what it is given")
)]

#[cfg(not(target_arch = "wasm32"))]
mod about;
#[cfg(not(target_arch = "wasm32"))]
mod across;
#[cfg(not(target_arch = "wasm32"))]
mod came_of_it;
#[cfg(not(target_arch = "wasm32"))]
mod card;
#[cfg(not(target_arch = "wasm32"))]
mod change;
#[cfg(not(target_arch = "wasm32"))]
mod changes;
pub mod chart;
#[cfg(not(target_arch = "wasm32"))]
mod chosen;
#[cfg(not(target_arch = "wasm32"))]
mod compare;
#[cfg(not(target_arch = "wasm32"))]
mod context;
#[cfg(not(target_arch = "wasm32"))]
mod counted;
#[cfg(not(target_arch = "wasm32"))]
mod edition;
#[cfg(not(target_arch = "wasm32"))]
mod embed;
#[cfg(not(target_arch = "wasm32"))]
mod exit;
#[cfg(not(target_arch = "wasm32"))]
mod explore;
#[cfg(not(target_arch = "wasm32"))]
mod facet;
#[cfg(not(target_arch = "wasm32"))]
mod figure;
#[cfg(not(target_arch = "wasm32"))]
mod figures;
#[cfg(not(target_arch = "wasm32"))]
mod filters;
#[cfg(not(target_arch = "wasm32"))]
mod finder;
#[cfg(not(target_arch = "wasm32"))]
mod fold;
#[cfg(not(target_arch = "wasm32"))]
mod footer;
#[cfg(not(target_arch = "wasm32"))]
mod fragment;
#[cfg(not(target_arch = "wasm32"))]
mod full_text;
#[cfg(not(target_arch = "wasm32"))]
mod glossary;
pub mod glyph;
#[cfg(not(target_arch = "wasm32"))]
mod group;
#[cfg(not(target_arch = "wasm32"))]
mod heading;
#[cfg(not(target_arch = "wasm32"))]
mod hero;
#[cfg(not(target_arch = "wasm32"))]
mod link;
#[cfg(not(target_arch = "wasm32"))]
mod list;
#[cfg(not(target_arch = "wasm32"))]
mod matrix;
#[cfg(not(target_arch = "wasm32"))]
mod members;
#[cfg(not(target_arch = "wasm32"))]
mod menu;
#[cfg(not(target_arch = "wasm32"))]
mod money;
#[cfg(not(target_arch = "wasm32"))]
mod notes;
#[cfg(not(target_arch = "wasm32"))]
mod official;
pub mod official_source;
#[cfg(not(target_arch = "wasm32"))]
mod origin;
#[cfg(not(target_arch = "wasm32"))]
mod overview;
#[cfg(not(target_arch = "wasm32"))]
mod partner;
#[cfg(not(target_arch = "wasm32"))]
mod place;
#[cfg(not(target_arch = "wasm32"))]
mod quote;
#[cfg(not(target_arch = "wasm32"))]
mod report;
#[cfg(not(target_arch = "wasm32"))]
mod results;
#[cfg(not(target_arch = "wasm32"))]
mod strategies;
#[cfg(not(target_arch = "wasm32"))]
mod survey;
#[cfg(not(target_arch = "wasm32"))]
mod targets;
#[cfg(not(target_arch = "wasm32"))]
mod ward;
pub mod ward_chart;
#[cfg(not(target_arch = "wasm32"))]
mod wards;
#[cfg(not(target_arch = "wasm32"))]
mod wording;
#[cfg(not(target_arch = "wasm32"))]
mod words;

#[cfg(not(target_arch = "wasm32"))]
mod whole;
#[cfg(not(target_arch = "wasm32"))]
pub use whole::{changes_alone, fragment, wards, whole};

/// The id of the form to which all controls belong that stand for choices.
#[cfg(not(target_arch = "wasm32"))]
const FORM: &str = "cp-choices";
