//! How the app grows with the plan: the same app on this plan's records, repeated until there are so many.
//!
//! The page before the app is that of the plan as it is; the app that takes over holds the generated entries.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use super::browser::with_browser;
use crate::run::{self, cargo, step};
use crate::setup::Tools;
use crate::{later, paths, project, words};

const SIZES: [usize; 4] = [100, 1_000, 10_000, 50_000];
/// How many clicks on filters.
const CLICKS: usize = 20;
/// The records that are repeated: the file, and what a record is called in it.
const REPEATED: [(&str, &str); 2] = [("achievements.toml", "achievement"), ("actions.toml", "action")];

/// Builds the app for each size, measures it, and prints the figures.
pub(super) fn measure(tools: &Tools) -> Result<()> {
    for entries in SIZES {
        let what = format!("Building the app with {entries} generated entries");
        step(&what, "half a minute; 2 minutes the first time", || build(tools, entries))?;
        let what = format!("Measuring it with {entries} entries");
        let figures = step(&what, "a minute or two", || {
            with_browser(&site(), "", |session, address, figures| {
                super::browser::start_up(session, address, figures)?;
                super::interactions::measure(session, address, CLICKS, figures)
            })
        })?;
        println!("\n  {entries} entries\n{}", figures.table());
    }
    Ok(())
}

fn folder() -> PathBuf {
    project::target().join("growth")
}

fn site() -> PathBuf {
    folder().join("site")
}

/// The built site with another app in it, neither made small nor compressed.
fn build(tools: &Tools, entries: usize) -> Result<()> {
    let data = folder().join("data");
    project::copy(&project::root().join("data"), &data)?;
    repeat(&data.join(later::edition()?), entries)?;
    let built = folder().join("build");
    let mut compile = cargo(&["build", "--quiet", "--release", "--offline", "--target", later::TARGET]);
    compile.args(["--bin", "plan-explorer", "--target-dir"]).arg(&built);
    compile.env("PLAN_DATA", &data);
    paths::shorten(&mut compile)?;
    run::run(&mut compile)?;

    project::copy(&project::dist(), &site())?;
    later::bind(tools, &built, "plan-explorer", &folder())?;
    // Nothing is taken from the page, which is that of another plan.
    fs::write(folder().join("handover.js"), words::handover(tools, &site(), "", "")?)?;
    for (made, begin, ending) in [
        ("plan-explorer.js", "plan-explorer-", ".js"),
        ("plan-explorer_bg.wasm", "plan-explorer-", "_bg.wasm"),
        ("handover.js", "handover-", ".js"),
    ] {
        let name = later::built(&site(), begin, ending)?;
        for copied in [".br", ".gz"] {
            drop(fs::remove_file(site().join(format!("{name}{copied}"))));
        }
        fs::copy(folder().join(made), site().join(name))?;
    }
    Ok(())
}

/// Repeats what was promised and done under new ids, until there are so many records of both together.
fn repeat(edition: &Path, entries: usize) -> Result<()> {
    for (file, name) in REPEATED {
        let path = edition.join(file);
        let mut table: toml::Table = fs::read_to_string(&path)?.parse()?;
        let records = table.get_mut(name).and_then(toml::Value::as_array_mut);
        let records = records.with_context(|| format!("{file} has no {name}"))?;
        let own = records.clone();
        *records =
            (0..entries / REPEATED.len()).zip(own.iter().cycle()).map(|(at, it)| numbered(it, at, own.len())).collect();
        fs::write(path, toml::to_string(&table)?)?;
    }
    Ok(())
}

/// The record itself the first time round, and after that the record under a new id.
fn numbered(record: &toml::Value, at: usize, own: usize) -> toml::Value {
    let mut record = record.clone();
    if at >= own
        && let Some(toml::Value::String(id)) = record.get_mut("id")
    {
        write!(id, "-{}", at / own).ok();
    }
    record
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_repeated_record_has_an_id_of_its_own() {
        let record: toml::Value =
            toml::from_str::<toml::Table>("id = \"asb-noise\"\nquote = \"Words\"").unwrap().into();
        assert_eq!(numbered(&record, 1, 2), record);
        let second = numbered(&record, 5, 2);
        assert_eq!(second["id"].as_str(), Some("asb-noise-2"));
        assert_eq!(second["quote"], record["quote"]);
    }
}
