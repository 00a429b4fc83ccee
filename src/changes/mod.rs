//! What changed from one edition of a plan to the next, and what came of what was promised: native only.
//!
//! [`compare`] pairs the records of two editions, by their ids and by what the newer one says of itself
//! ([`Lineage`](crate::plan::Lineage)), and tells what became of each. What is only alike in its words is never called the same:
//! [`Way::MayBeSame`] leaves that to the reader. [`reports`] follows a promise through the editions after it.
//!
//! **Architecture invariant:** an edition has no changes against itself, in whatever order its records stand.

mod compare;
mod editions;
mod items;
mod kinds;
mod pairs;
mod reports;
mod wording;

pub use compare::{compare, partners_now, priorities_now};
pub use editions::{Editions, edition_name};
pub use kinds::{Change, Changes, Said, Subject, Way, word};
pub use reports::{Report, reported, reports};
pub use wording::{Piece, Stands, alike, pieces};
