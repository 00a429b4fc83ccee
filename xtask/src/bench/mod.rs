//! The command `bench`: figures, never verdicts.

mod browser;
mod growth;
mod import;
mod interactions;
mod lighthouse;

use anyhow::{Result, ensure};

use crate::args::Args;
use crate::driver::Engine;
use crate::run::{self, cargo, step};
use crate::setup::{self, Need};
use crate::{build, project, sizes};

/// What can be measured, in this order.
const PARTS: [&str; 5] = ["browser", "lighthouse", "engine", "import", "growth"];

pub(crate) fn run(mut args: Args) -> Result<()> {
    let path = args.value("--path")?.unwrap_or_default();
    let clicks = args.number("--clicks")?.pop().unwrap_or(40);
    let records = args.number("--records")?.pop().unwrap_or(10_000_000);
    let only = args.value("--only")?;
    args.finish()?;
    if let Some(only) = &only {
        ensure!(PARTS.contains(&only.as_str()), "there is no part `{only}`; there are: {}", PARTS.join(", "));
    }
    let tools = setup::set_up(Need::Browsers(Engine::Chromium.alone()))?;
    build::build_if_changed(&tools)?;
    // Each is printed at once, and not after all else: the whole takes half an hour.
    for part in PARTS.into_iter().filter(|it| only.as_deref().is_none_or(|only| only == *it)) {
        match part {
            "browser" => {
                let what = "Measuring in Chromium with a processor slowed down four times";
                let figures = step(what, "about a minute", || browser::measure(&path, clicks))?;
                println!("\n{}\n{}", sizes::table_by_type()?, figures.table());
            }
            "lighthouse" => {
                let what = "Measuring with Lighthouse";
                println!("\n{}", step(what, "a minute and a half", || lighthouse::measure(&path))?);
            }
            "engine" => engine()?,
            "import" => import::measure(records)?,
            _ => growth::measure()?,
        }
    }
    Ok(())
}

fn engine() -> Result<()> {
    if !has_engine_bench() {
        println!(
            "→ The filter engine is not measured: there is no example `engine-bench` with a profile `bench-native`."
        );
        return Ok(());
    }
    step("Measuring the filter engine natively", "a minute the first time", || {
        run::run(&mut cargo(&["run", "--quiet", "--profile", "bench-native", "--example", "engine-bench"]))
    })
}

fn has_engine_bench() -> bool {
    let text = std::fs::read_to_string(project::root().join("Cargo.toml")).unwrap_or_default();
    let manifest: toml::Table = text.parse().unwrap_or_default();
    let profile = manifest.get("profile").and_then(|profiles| profiles.get("bench-native")).is_some();
    let examples = manifest.get("example").and_then(toml::Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let named = examples.iter().any(|it| it.get("name").and_then(toml::Value::as_str) == Some("engine-bench"));
    let folder = project::root().join("examples");
    profile && (named || folder.join("engine-bench.rs").is_file() || folder.join("engine-bench/main.rs").is_file())
}
