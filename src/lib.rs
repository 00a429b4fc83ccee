//! Lets residents explore their council's community safety plan.
//!
//! # Bird's eye
//!
//! A plan is a folder of text files in `data/`. `build.rs` loads and checks it ([`plan::load`] and `plan::check`), and packs
//! it into one compact, typed [`plan::Plan`]. That is compiled into the WebAssembly, which needs nothing else: no server, no
//! request. In the browser the visitor's wishes are one value, a [`query::Query`]; the [`query::Engine`] turns it into a
//! selection with counts; [`state::Explorer`] holds the query in a signal and derives all else from it; the components of
//! [`view`] show it.
//!
//! ```text
//! main ─► app ─► view ─► state ─► query ─► plan ◄─ data/
//!          │      └────► chart ─────────────┘
//!          └────► browser
//! ```
//!
//! # Entry points
//!
//! * `src/main.rs`: the browser's; calls [`app`].
//! * `src/bin/element.rs`: the module of the custom element; `public/element.js` defines that and loads it.
//! * `src/bin/details.rs`: the second module, for what is heavy or seldom wanted; `public/parts.js` loads it.
//! * `src/bin/plan.rs`: the `plan` command, for whoever edits `data/`: `check`, `import-crime`, `import-postcodes`,
//!   `export`; and for the build: `pages`.
//! * `build.rs`: loads, checks and packs the plan. A plan that does not check out does not build.
//! * `xtask/`: the commands of the README.
//!
//! # Code map
//!
//! Each layer may name only the layers given here; `tests/structure.rs` reads the source and says where that is broken.
//!
//! | layer | holds | may name |
//! | --- | --- | --- |
//! | [`plan`] | typed ids, records, figures; loading and checking (native only) | nothing of ours |
//! | [`query`] | filter, counts, search, order, groups, the filter in words, its address | `plan` |
//! | [`chart`] | measures in words, for setting large; charts; the map; figures of wards | `plan`, `query` |
//! | [`state`] | the visitor's choices as signals with named commands; the world outside as a trait | `plan`, `query`, `chart` |
//! | [`view`] | components: structure and words | `state`, `chart`, `query`, `plan` |
//! | `page` | the page as HTML, written once (native only): structure and words | `chart`, `query`, `plan` |
//! | `browser` | the only door to the browser (wasm only) | nothing of ours |
//! | [`app`] | composition: plan, address and state, mounted on a page | `plan`, `query`, `chart`, `state`, `view`, `browser`, `bundle` |
//! | [`bundle`] | the packed plan, as compiled in | `plan` |
//! | `site` | what is made around the app (native only): the pages as HTML, imports of official figures, exports | `plan`, `query`, `chart`, `state`, `view`, `bundle` |
//!
//! **Architecture invariant:** `plan`, `query` and `chart` know no Leptos and no browser: `cargo test` runs them natively.
//!
//! **Architecture invariant:** nothing in `src/` knows of any one council. Another plan is another `data/`.
//!
//! **Architecture invariant:** no TOML or JSON parser ships to the browser; loading is not compiled for it.
//!
//! **Architecture invariant:** views hold no rules. What a number may claim is decided in [`chart`] and [`plan::figures`].
//!
//! # Who owns what
//!
//! One fact has one owner. **The query** owns what is filtered, searched, ordered and on show, and the address mirrors it.
//! **A component** owns what is open or typed inside it. **The device** owns one thing: the ward that the visitor asked it
//! to remember ([`state::Device`]). All else is derived; no effect writes a signal.
//!
//! # The second module
//!
//! Charts and wards would weigh on the first filter, so they are a second WebAssembly module of the same crate. In the views
//! they stand in parts ([`view::Part`]): places that the first module leaves open and the second fills when they come near.
//! The two talk by events on the explorer's element (`app::parts`); the second never touches address or history. Natively
//! all is in one, so that pages written as HTML are whole; the official figures come with [`state::Explorer::with_area`].
//!
//! The form for a postcode belongs to the first module; its answer is a part that is filled when the visitor turns to the form.
//!
//! # The leaflet
//!
//! The pages hold the whole plan as HTML, written natively by the same components (`site::leaflet`, `view::leaflet`): the
//! leaflet. Form controls and a stylesheet made from the facets (`site::filters`, `query::marks`) filter it without script.
//! `public/boot.js` keeps its choices in the address, has the app built beside it, unseen, and lets it take the leaflet's place
//! (`public/handover.js`); when the wasm cannot start or ends, the leaflet stays or comes back. The charts of the whole plan stand on
//! it as pictures, which the build draws from the same specifications (`site::stills`, `xtask/src/stills.rs`). So is the picture that
//! networks show beside a link to the page (`site::social`).
//!
//! The leaflet is shown as it arrives: nothing painted first waits for a script from elsewhere. One line of script stands in the page
//! (`index.html`; hosts allow it by its sum). It says on the page's root that the address asks for something (`data-waits`), so that
//! the leaflet is not seen until `boot.js` has made its choices, or that nothing is chosen (`data-none`), so that the stylesheet
//! need not look for choices. What is chosen before `boot.js` is there, it finds. The pictures of charts stay in the app as well, until
//! somebody turns to a chart or chooses something (`public/parts.js`). A chart always has one of the widths in which the build has drawn
//! it (`site::stills`, `style/parts/chart.css`), and is measured as the picture was, so that nothing moves.
//!
//! Nothing of the app is fetched before the page was painted once, and the app puts itself together in several tasks
//! (`app::page`, [`state::Explorer::show_more_groups`]), so that a cheap phone stays responsive. What a control asks for waits until
//! the control itself has been painted (`view::patience`), and comes on the page in steps where it is much (`view::effect`). When the app
//! takes the leaflet's place, what is far below is laid out later, one group after another, as after every change (`public/parts.js`).
//!
//! The page has the words of the plan, and the first module does not bring them again: it holds numbers only
//! ([`plan::unpack_with`]), and `public/handover.js` puts the words together from the text of the leaflet by steps that the build
//! works out (`xtask/src/words.rs`). A sum tells whether they are right. On a page that something has changed, a translator for
//! one, they are fetched.
//!
//! # What visitors keep
//! Under the explorer on the page of its own stands what can be taken away; it belongs to the page and not to the app, so that
//! nothing of it weighs on the way to the first filter. `public/keep.js` registers the worker `public/sw.js` when the visitor
//! asks for a copy on the device. The worker knows each file of its version by its sum, keeps one cache for each version, and
//! answers for pages from its own version only; files with a hash in their names may come from the version before, for pages that
//! were open. `public/offline.js` opens the one file, in which the page and all that it loads stand compressed. The build makes
//! all of it last (`xtask/src/keep.rs`), for it names every other file.
//!
//! # Cross-cutting concerns
//!
//! *Truth.* Every record taken from the plan carries the plan's words and section ([`plan::Source`]). The check compares them
//! with the document's text and fails by file and line; it also fails when any word of the document is quoted by no record.
//!
//! *Errors.* Data files: every mistake at once, with how to mend it. Addresses: [`query::link`] never fails; what it does not
//! understand is dropped, and the page says so politely. The browser: what it refuses is left undone. After start-up nothing
//! panics, because a panic would end the app.
//!
//! *Safety of readers.* A priority may be sensitive: its words never reach the address ([`query::is_private`]), its choices
//! replace history instead of adding to it, and "Exit this page" is at hand.
//!
//! *Content security.* The site runs under `script-src 'self' 'wasm-unsafe-eval'; style-src 'self'`: no inline script, no
//! inline style, no `eval`.
//!
//! *Size and speed.* A page is put together as plain values (`view/el.rs`) that one function puts onto the page
//! (`view/render.rs`), so that there is one piece of code for all elements. What follows a signal runs in one task
//! (`view/effect.rs`). What a change asks for comes in the order in which a visitor sees it: the results; a moment later the marks
//! of what a search found ([`state::Explorer::with_words`]) and the layout of what is far below (`public/parts.js`,
//! `style/parts/leaflet.css`). A list longer than a plan's shows its first results and offers more (`view/list.rs`). Budgets are in
//! `tests/budgets.toml`; `cargo xtask bench` prints times, also for 100 to 50,000 generated entries.
//!
//! *Tests.* Pure layers: tables of cases and random trials beside the code. The check: each kind of mistake on an invented
//! edition (`tests/check/`). Imports: made-up downloads, damaged in each way (`tests/import/`). Views: as HTML (`tests/views.rs`). Looks: contrast of every pair (`tests/style.rs`). The whole:
//! journeys with real clicks and keys in a real browser (`tests/journeys/`).

pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod bundle;
pub mod chart;
#[cfg(not(target_arch = "wasm32"))]
pub mod page;
pub mod plan;
pub mod query;
#[cfg(not(target_arch = "wasm32"))]
pub mod site;
pub mod state;
pub mod view;
