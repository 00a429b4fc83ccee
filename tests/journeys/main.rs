//! Journeys: what a resident does, done in a real browser against the release build under the production policy.
//!
//! `cargo xtask test` runs them; `cargo xtask test --only reading` only those with "reading" in their names.
//! Plain `cargo test` leaves them out; `cargo test --test journeys -- --engine chromium` runs them on the site as it was built.
//! They run in Chromium, Firefox and `WebKitGTK`; `harness/engines.rs` lists what an engine cannot do, and `has` asks for it.
//!
//! # Writing one
//! A file holds the journeys of one theme. A journey is a function that finds, acts and checks; its name is its title:
//!
//! ```ignore
//! use crate::harness::{Journey, Outcome, Visitor, button, checkbox, css, journeys};
//!
//! pub(crate) const JOURNEYS: &[Journey] = journeys![a_choice_narrows_the_results];
//!
//! async fn a_choice_narrows_the_results(visitor: &Visitor) -> Outcome {
//!     visitor.open("?ward=castle").await?;
//!     visitor.click(checkbox("Anti-social behaviour*")).await?;
//!     visitor.sees("5 entries").await?;
//!     assert_eq!(visitor.query().await?, "?priority=asb&ward=castle");
//!     visitor.check_accessibility().await
//! }
//! ```
//! Then name the file in this one, twice: as a module and in [`THEMES`]. A function missing from its list is a warning.
//!
//! * **Find** by role and name, as a screen reader does: `button("Clear all")`, `link(…)`, `checkbox(…)`, `heading(…)`,
//!   `field(…)`, `role("table", …)`; the name is the whole name, or its start with a `*` at the end. Else by `text(…)` or
//!   `css(…)`. `.within(css)` looks in one part of the page; `.number(2)` takes the second. A find waits, and it is a mistake
//!   if more than one thing fits.
//! * **Act** with a real pointer and real keys only: `click`, `tap`, `hover`, `fill`, `press`, `type_keys`, `tab_to`, `tab_back_to`. Never click
//!   from a script: a script may do what the page's policy forbids a visitor.
//! * **Check** with `sees`, `sees_no`, `until`, which wait, and `assert!`, which does not. `focus`, `said`, `place`,
//!   `scroll_top` and `query` tell how things are.
//! * **Numbers** of the plan come from [`plan`], which works them out natively.
//! * **Set the scene** before or during: `phone`, `screen`, `dark`, `forced_colours`, `reduced_motion`, `without_script`,
//!   `located`, `offline`, `host` (another folder, policy or a broken host).
//!
//! Every journey has a tab and a server of its own, and fails if the console is not empty at its end. One that
//! breaks something on purpose reads and so clears the console with `take_console`.

mod accessibility;
mod address;
mod announcements;
mod arriving;
mod charts;
mod editions;
mod embedding;
mod filters;
mod frames;
mod guests;
#[expect(dead_code, reason = "the vocabulary is there for the next journey as well")]
mod harness;
mod hosts;
mod keyboard;
mod measures;
mod narrow;
mod offline;
mod opening;
mod origins;
mod paper;
mod parts;
mod pictures;
mod places;
mod plan;
mod publishing;
mod reading;
mod safety;
mod search;
mod static_page;
mod steps;
mod translated;
mod wards;

use std::process::ExitCode;

use harness::Journey;

/// Every theme: the name of its file, and its journeys.
const THEMES: &[(&str, &[Journey])] = &[
    ("opening", opening::JOURNEYS),
    ("arriving", arriving::JOURNEYS),
    ("static page", static_page::JOURNEYS),
    ("filters", filters::JOURNEYS),
    ("announcements", announcements::JOURNEYS),
    ("search", search::JOURNEYS),
    ("address", address::JOURNEYS),
    ("reading", reading::JOURNEYS),
    ("parts", parts::JOURNEYS),
    ("places", places::JOURNEYS),
    ("translated", translated::JOURNEYS),
    ("pictures", pictures::JOURNEYS),
    ("charts", charts::JOURNEYS),
    ("editions", editions::JOURNEYS),
    ("embedding", embedding::JOURNEYS),
    ("guests", guests::JOURNEYS),
    ("frames", frames::JOURNEYS),
    ("hosts", hosts::JOURNEYS),
    ("origins", origins::JOURNEYS),
    ("offline", offline::JOURNEYS),
    ("paper", paper::JOURNEYS),
    ("wards", wards::JOURNEYS),
    ("narrow", narrow::JOURNEYS),
    ("keyboard", keyboard::JOURNEYS),
    ("measures", measures::JOURNEYS),
    ("safety", safety::JOURNEYS),
    ("accessibility", accessibility::JOURNEYS),
    ("publishing", publishing::JOURNEYS),
];

fn main() -> ExitCode {
    harness::run(THEMES, std::env::args().skip(1))
}
