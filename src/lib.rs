//! Lets residents explore their council's community safety plan.
//!
//! ```text
//! data/ ─► plan ─► page (native: Leptos components as HTML) ─► site ─► index.html, embed.html, fragment, open data
//!            │                      │  every word of the plan; what filters must know, as JSON beside it
//!            ▼                      ▼
//!          query ◄─ state ◄─ live ◄─ app       in the browser, the same program for every plan
//!                              └─ browser
//! ```
//!
//! The build loads and checks a folder of text files ([`plan`]) and writes the page once, natively ([`page`], [`site`]). The page is
//! whole: it can be read, and filtered by its stylesheet, without any script. In the browser [`app`] brings it to life: what stands
//! on it follows one [`query::Query`], held in a signal by [`state::Explorer`]; [`live`] ties the two, and mounts small components for
//! what is really new. Nothing on the page is made twice.
//!
//! # Entry points
//!
//! * `src/main.rs`: the program of the page, the frame and the custom element. `public/boot.js` and `public/element.js` start it.
//! * `src/bin/details.rs`: the second program: charts, the map of wards and what else is heavy or seldom wanted. `public/lazy.js` starts it when
//!   a place that it fills comes near.
//! * `src/bin/plan.rs`: the `plan` command, for whoever edits `data/`. In the kit it has the compiled assets inside.
//! * `server/`: serves a site on this machine; `plan serve`, the commands and the journeys share it.
//! * `xtask/`: the two commands of the README, the kit, and the bench.
//!
//! # Layers
//!
//! Each may name only the layers given here; `tests/structure.rs` reads the source and says where that is broken.
//!
//! | layer | holds | may name |
//! | --- | --- | --- |
//! | [`plan`] | typed ids, records, figures; loading and checking (native) | nothing of ours |
//! | [`query`] | filter, counts, search, order, summary, the address; [`query::Facts`], all that these need of a plan | `plan` |
//! | [`changes`] | what changed from one edition to the next, and what came of what was promised (native) | `plan` |
//! | [`chart`] | each chart from records and a selection, with its message, sentence and table; the map | `plan`, `query` |
//! | [`state`] | the visitor's choices as signals with named commands; its surroundings as a trait, [`state::Host`] | `plan`, `query` |
//! | [`page`] | the page, one file a part: structure and words (native, but for what `live` mounts too) | `changes`, `chart`, `query`, `plan` |
//! | [`live`] | what follows the visitor: effects on what stands on the page, components in the places kept for them | `state`, `page`, `chart`, `query`, `plan`, `browser` |
//! | `browser` | the only door to the browser (wasm) | nothing of ours |
//! | [`app`] | composition: where it starts, on a page, in an element, in a frame | `live`, `state`, `chart`, `query`, `plan`, `browser` |
//! | [`site`] | what is made around the page (native): pages, no-script rules, open data, imports, first drafts, the preview of who writes | `changes`, `page`, `chart`, `query`, `plan` |
//!
//! **Architecture invariant:** `plan`, `query` and `chart` know no Leptos and no browser: `cargo test` runs them natively.
//!
//! **Architecture invariant:** the program holds no plan, and nothing in `src/` knows of any one council. Another plan is another
//! `data/`; the compiled files stay the same.
//!
//! **Architecture invariant:** the page is made once. The browser touches only what differs from what is on show.
//!
//! **Architecture invariant:** a fact has one owner. The query owns what is filtered, searched, ordered and on show, and the address
//! mirrors it; the page owns what is open, focused or typed; the device owns the ward that the visitor asked it to remember. No effect
//! writes a signal.
//!
//! **Architecture invariant:** every record taken from the plan carries the plan's words and section ([`plan::Source`]). The check
//! compares them with the document, and fails when a word of the document is quoted by no record.
//!
//! **Architecture invariant:** nothing that a browser, an address or a visitor does ends the program: after start-up nothing panics.
//!
//! **Architecture invariant:** words that tell of a sensitive subject never reach an address ([`query::is_private`]); choosing a
//! sensitive priority replaces history in place of adding to it.
//!
//! **Architecture invariant:** the site runs under `script-src 'self' 'wasm-unsafe-eval'; style-src 'self'` and one line of script
//! allowed by its sum: no other inline script, no inline style, no `eval`, no request to another origin.
//!
//! Decisions with their measured reasons are in `docs/decisions.md`.

// Views have types made of all that is in them.
#![recursion_limit = "256"]

pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(not(target_arch = "wasm32"))]
pub mod changes;
pub mod chart;
pub mod live;
pub mod page;
pub mod plan;
pub mod query;
#[cfg(not(target_arch = "wasm32"))]
pub mod site;
pub mod state;
