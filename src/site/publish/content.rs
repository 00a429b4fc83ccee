//! What is made of the plan alone.

use super::publication::Publication;
use crate::page;
use crate::site::head::script_of_data;
use anyhow::{Context as _, Result};

/// What stands inside `<main>`: the whole plan, and what the program must know to filter it.
pub(super) fn main(of: &Publication) -> String {
    page::whole(of.editions, of.facts, 1)
        + "\n"
        + &script_of_data("type=\"application/json\" data-facts", &of.facts.json())
}

/// The plan as plain HTML, for whoever pastes it into a page.
pub(super) fn fallback(of: &Publication) -> String {
    page::fragment(of.editions, of.facts, 2)
}

/// What changed since the edition before, as a page of its own; none where no edition before is held.
pub(super) fn changes(of: &Publication) -> Option<String> {
    of.editions.before().map(|_| page::changes_alone(of.editions, of.facts))
}

/// What is known of wards beyond the plan, as fragments for the page.
pub(super) fn wards(of: &Publication) -> String {
    page::wards(of.editions, of.facts, of.area)
}

/// The records that the second program needs.
pub(super) fn records(of: &Publication) -> Result<Vec<u8>> {
    of.records.bytes().context("there is no memory for the records")
}
