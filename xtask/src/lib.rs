//! The plan explorer's commands: `cargo xtask serve`, `test`, `build`, `kit`, `bench`, `look`, `setup`.
//!
//! ```text
//! main ─► setup ─► build ─► server (serve, look, bench, journeys)
//! ```
//! `setup` finds what is there, decides in one pure function what is missing, and mends it. `build` has Trunk make `dist/`;
//! `paths` keeps this machine's folders out of it. `publish` calls `plan site`, which writes a site from a data folder and
//! what Trunk has compiled; `serve` calls `plan serve`, which does so after every saved change. `kit` packs that program with the
//! compiled assets inside. `sizes` compares what was built with its budgets. `open_data` has a validator that is not ours read the
//! tables. `server`, a package of its own, serves a site as a careful council host would.
//! `driver` starts a browser of one of three engines, which ends with it, and `browser` asks it. The journeys in
//! `tests/journeys/` use `server`, `driver`, `browser` and `project` from here.

mod args;
mod bench;
pub mod browser;
mod build;
pub mod driver;
mod kit;
mod look;
mod open_data;
mod paths;
pub mod project;
mod publish;
mod run;
mod serve;
mod setup;
mod sizes;
mod testing;
mod weights;

use std::process::ExitCode;

pub use plan_server as server;
pub use sizes::AFTER_FIRST_VIEW;

use args::Args;

const HELP: &str = "\
The plan explorer's commands. Each one first sets up what it needs, which is quick when all is there.

  cargo xtask serve    serve the site on this machine, and follow every saved change of the data
      --port N           use this port and no other (default: 8080 or the next free one)
  cargo xtask test     check everything: format, lints, scripts, tests, release build, sizes, open data, browser journeys
      --skip-browsers    leave out the browser journeys
      --only NAME        one step (format, lints, web-lints, scripts, tests, build, sizes, open-data, journeys), or the journeys whose name has NAME
      --engine NAME      one browser engine for the journeys and not all three: chromium, firefox or webkit
  cargo xtask build    make the release site in dist/ and print its sizes
  cargo xtask kit      make the zip for policy officers, for machines like this one: one program with all that is compiled inside
      --assets FOLDER    take the compiled assets from there, such as those of another machine
  cargo xtask bench    print figures: sizes, the engine, start-up and time per filter change in a slowed-down browser
      --path TEXT        what to open, such as '?view=money'
      --clicks N         how many clicks to measure (default 40)
      --records N        how many records to import (default 10000000)
      --only NAME        one part: browser, lighthouse, engine, import, or growth (the page with 100 to 2,000 generated entries)
  cargo xtask look     take pictures of the built site into target/look/
      --path TEXT        what to open, such as '?view=money' (may be given more than once)
      --width N          only this width (may be given more than once; default 320, 390, 768, 1280)
      --light, --dark    only this colour scheme
      --fold             only what is seen without scrolling
      --parts            cut long pages into pictures 2,000 pixels high
      --at CSS           only this element
      --as-is            do not rebuild first
  cargo xtask setup    only set up
      --site             only what building and serving need, no browser
  cargo xtask help     print this
";

/// Runs the command that the arguments name and says how it ended.
pub fn main(args: impl Iterator<Item = String>) -> ExitCode {
    let mut args = Args::new(args);
    let outcome = match args.command().as_deref() {
        Some("serve") => serve::run(args).map(|()| ExitCode::SUCCESS),
        Some("test") => testing::run(args),
        Some("build") => build::run(args).map(|()| ExitCode::SUCCESS),
        Some("kit") => kit::run(args).map(|()| ExitCode::SUCCESS),
        Some("bench") => bench::run(args).map(|()| ExitCode::SUCCESS),
        Some("look") => look::run(args).map(|()| ExitCode::SUCCESS),
        Some("setup") => setup::run(args).map(|()| ExitCode::SUCCESS),
        Some("help" | "--help" | "-h") | None => {
            print!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        Some(other) => Err(anyhow::anyhow!("there is no command `{other}`\n\n{HELP}")),
    };
    match outcome {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nStopped: {error:#}");
            ExitCode::FAILURE
        }
    }
}
