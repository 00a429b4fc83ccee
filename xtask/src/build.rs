//! The release site in `dist/`: Trunk compiles and calls `plan site` (see `Trunk.toml`).

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context as _, Result, ensure};

use crate::args::Args;
use crate::publish::{self, Publisher};
use crate::run::{self, output, program, step};
use crate::setup::{self, Need, Tools};
use crate::{paths, project, sizes};

/// The command `build`: always builds.
pub(crate) fn run(args: Args) -> Result<()> {
    args.finish()?;
    let tools = setup::set_up(Need::Site)?;
    build(&tools)?;
    print!("\n{}", sizes::table()?);
    println!("\nThe site is in dist/.");
    Ok(())
}

/// Compiles where something has changed that the assets are made of, and writes the site anew.
pub(crate) fn build_if_changed(tools: &Tools) -> Result<()> {
    if !assets_are_current() {
        return build(tools);
    }
    println!("→ The compiled assets are up to date: nothing has changed since they were made.");
    step("Writing the site", "a few seconds", || {
        publish::compile()?;
        let mut site = Publisher::of_the_project().site(&publish::data(), &project::dist());
        run::run(site.stdout(Stdio::null()))
    })
}

/// Makes the compiled assets, unless those that are there are current.
pub(crate) fn assets_if_changed(tools: &Tools) -> Result<()> {
    if assets_are_current() { publish::compile() } else { build(tools) }
}

fn build(tools: &Tools) -> Result<()> {
    step("Building the site", "half a minute when little has changed, about 5 minutes the first time", || {
        drop(fs::remove_file(stamp_file()));
        let mut trunk = tools.program("trunk");
        // With --offline Trunk stops rather than fetch a tool of another version behind our back.
        trunk.args(["build", "--release", "--offline", "--color", "never"]);
        trunk.env("TRUNK_SKIP_VERSION_CHECK", "true").env("RUST_LOG", "warn").env_remove("NO_COLOR");
        paths::shorten(&mut trunk)?;
        run::run(&mut trunk)?;
        ensure!(project::dist().join("index.html").is_file(), "Trunk ended well, but there is no dist/index.html");
        fs::write(stamp_file(), stamp()?).context("the note of what was built cannot be written")
    })
}

fn assets_are_current() -> bool {
    let kept = fs::read_to_string(stamp_file()).ok();
    kept.is_some_and(|kept| stamp().is_ok_and(|stamp| stamp == kept))
}

fn stamp_file() -> PathBuf {
    publish::assets().join("made-from")
}

/// What the compiled assets are made of, and nothing that only a plan has.
const SOURCES: [&str; 9] =
    ["Cargo.lock", "Cargo.toml", "Trunk.toml", "build.rs", "index.html", "package-lock.json", "public", "src", "style"];

/// A short text that changes when anything does that the assets are made of, or the assets.
fn stamp() -> Result<String> {
    let mut hasher = DefaultHasher::new();
    output(program("rustc").arg("-vV")).hash(&mut hasher);
    std::env::var_os("RUSTFLAGS").hash(&mut hasher);
    let mut files = Vec::new();
    for source in SOURCES.map(|it| project::root().join(it)).iter().chain([&publish::assets()]) {
        list(source, &mut files)?;
    }
    files.retain(|it| *it != stamp_file());
    files.sort();
    for path in files {
        path.hash(&mut hasher);
        fs::read(&path)?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// A file, or the files in a folder and those in it.
pub(crate) fn list(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if path.is_file() {
        files.push(path.to_owned());
    } else if path.is_dir() {
        for entry in fs::read_dir(path)? {
            list(&entry?.path(), files)?;
        }
    }
    Ok(())
}
