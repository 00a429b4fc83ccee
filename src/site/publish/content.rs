//! What is made of the plan alone.

use super::Publication;
use crate::plan::pack;
use crate::site::head::script_of_data;
use crate::site::leaflet;

/// What stands inside `<main>`: the whole plan, and what the program must know to filter it.
pub(super) fn main(of: &Publication<'_>) -> String {
    leaflet::leaflet(of.plan, of.engine) + "\n" + &script_of_data("type=\"application/json\" data-facts", "{}")
}

/// The plan as plain HTML, for whoever pastes it into a page.
pub(super) fn fallback(of: &Publication<'_>) -> String {
    leaflet::plain(of.plan, of.engine)
}

/// The records that the second program needs.
pub(super) fn records(of: &Publication<'_>) -> Vec<u8> {
    pack(of.plan)
}
