//! A trial of the kit as on somebody's machine: unpacked into a new folder, with nothing in the environment and an empty `PATH`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, ensure};

use super::PROGRAM;
use crate::{build, run};

/// A folder that goes when the trial is over.
struct Unpacked(PathBuf);

impl Drop for Unpacked {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// Goes from the zip to a site, twice, and compares the two.
pub(super) fn run(zip: &Path, name: &str) -> Result<()> {
    println!("→ A trial: unpacked elsewhere, with an empty PATH");
    let unpacked = Unpacked(std::env::temp_dir().join(format!("plan-kit-{}", std::process::id())));
    zip::ZipArchive::new(fs::File::open(zip)?)?.extract(&unpacked.0)?;
    let folder = unpacked.0.join(name);
    let plan = |args: &[&str]| -> Result<()> {
        let began = Instant::now();
        let mut command = Command::new(folder.join(PROGRAM));
        // Only the day, which stands in the file to carry away.
        command.args(args).current_dir(&folder).env_clear().env("PATH", "").env("SOURCE_DATE_EPOCH", "1800000000");
        let outcome = command.output().context("the program of the kit could not be started")?;
        let said = String::from_utf8_lossy(&outcome.stderr);
        ensure!(outcome.status.success(), "`plan {}` ended with {}: {said}", args.join(" "), outcome.status);
        println!("  plan {:56} {}", args.join(" "), run::seconds(began.elapsed()));
        Ok(())
    };
    plan(&["check", "example"])?;
    plan(&["site", "example", "plain", "--no-compress", "--cache", "first"])?;
    plan(&["site", "example", "site", "--cache", "first"])?;
    // With nothing that was kept, and with all of it.
    plan(&["site", "example", "again", "--cache", "second"])?;
    plan(&["site", "example", "again", "--cache", "second"])?;
    plan(&["host", "nginx"])?;
    let (site, again) = (files(&folder.join("site"))?, files(&folder.join("again"))?);
    ensure!(site == again, "the same input gave other bytes");
    for name in PROMISED {
        ensure!(site.iter().any(|it| it.0 == Path::new(name)), "the site of the kit has no {name}");
    }
    println!("  {} files, the same both times", site.len());
    Ok(())
}

/// Files that every site has.
const PROMISED: [&str; 5] =
    ["index.html", "index.html.br", "embed.html", "plan-explorer-offline.html", "plan-explorer.js"];

/// Every file of a folder with its content.
fn files(folder: &Path) -> Result<Vec<(PathBuf, Vec<u8>)>> {
    let mut paths = Vec::new();
    build::list(folder, &mut paths)?;
    paths.sort();
    paths.into_iter().map(|path| Ok((path.strip_prefix(folder)?.to_owned(), fs::read(&path)?))).collect()
}
