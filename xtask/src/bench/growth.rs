//! How the page grows with the plan: this plan's records, repeated until there are so many.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context as _, Result};

use super::browser::opening_and_changes;
use crate::browser::block_on;
use crate::project;
use crate::publish::Publisher;
use crate::run::{self, step};

/// As many entries as a page is made for, and fewer.
const SIZES: [usize; 3] = [100, 500, 2_000];
/// How many clicks on filters.
const CLICKS: usize = 20;
/// The records that are repeated: the file, and what a record is called in it.
const REPEATED: [(&str, &str); 2] = [("achievements.toml", "achievement"), ("actions.toml", "action")];

/// Writes the site for each size, measures it, and prints the figures.
pub(super) fn measure() -> Result<()> {
    for entries in SIZES {
        let what = format!("Writing the site with {entries} generated entries");
        step(&what, "seconds", || write(entries))?;
        let what = format!("Measuring it with {entries} entries");
        let figures = step(&what, "a minute or two", || block_on(opening_and_changes(&site(), "", CLICKS)))?;
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

/// The site of a plan with so many entries.
fn write(entries: usize) -> Result<()> {
    let data = folder().join("data");
    project::copy(&project::root().join("data"), &data)?;
    let about: toml::Table = fs::read_to_string(data.join("explorer.toml"))?.parse()?;
    let edition = about.get("edition").and_then(toml::Value::as_str).context("explorer.toml names no edition")?;
    repeat(&data.join(edition), entries)?;
    run::run(Publisher::of_the_project().site(&data, &site()).stdout(Stdio::null()))
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
