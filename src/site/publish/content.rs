//! What is made of the plan alone.

use super::publication::Publication;
use crate::page;
use crate::site::head::script_of_data;
use anyhow::{Context as _, Result};

/// What stands inside `<main>`: the whole plan, and what the program must know to filter it.
pub(super) fn main(of: &Publication<'_>) -> String {
    page::whole(of.plan, of.facts, 1) + "\n" + &script_of_data("type=\"application/json\" data-facts", &of.facts.json())
}

/// The plan as plain HTML, for whoever pastes it into a page.
pub(super) fn fallback(of: &Publication<'_>) -> String {
    page::fragment(of.plan, of.facts, 2)
}

/// The records that the second program needs.
pub(super) fn records(of: &Publication<'_>) -> Result<Vec<u8>> {
    of.records.bytes().context("there is no memory for the records")
}
