//! The release site in `dist/`.

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::args::Args;
use crate::run::{self, cargo, output, program, step};
use crate::setup::{self, Need, Tools};
use crate::{compress, keep, later, pages, paths, project, sizes, slim, social, stills, words};

/// The command `build`: always builds.
pub(crate) fn run(args: Args) -> Result<()> {
    args.finish()?;
    let tools = setup::set_up(Need::Site)?;
    build(&tools)?;
    print!("\n{}", sizes::table()?);
    println!("\nThe site is in dist/.");
    Ok(())
}

/// Builds unless nothing has changed since the last time.
pub(crate) fn build_if_changed(tools: &Tools) -> Result<()> {
    let kept = fs::read_to_string(stamp_file()).ok();
    if kept.is_some_and(|kept| stamp().is_ok_and(|stamp| stamp == kept)) {
        println!("→ The site in dist/ is up to date: nothing has changed since it was built.");
        return Ok(());
    }
    build(tools)
}

fn build(tools: &Tools) -> Result<()> {
    social::check(tools)?;
    step("Building the site", "15 s when little has changed, about 3 minutes the first time", || {
        drop(fs::remove_file(stamp_file()));
        fs::create_dir_all(project::target().join("site"))?;
        let mut trunk = tools.program("trunk");
        // With --offline Trunk stops rather than fetch a tool of another version behind our back.
        trunk.args(["build", "--release", "--offline", "--color", "never", "--dist", "dist"]);
        trunk.env("TRUNK_SKIP_VERSION_CHECK", "true").env("RUST_LOG", "warn").env_remove("NO_COLOR");
        paths::shorten(&mut trunk)?;
        run::run(&mut trunk)?;
        if !project::dist().join("index.html").is_file() {
            bail!("Trunk ended well, but there is no dist/index.html");
        }
        Ok(())
    })?;
    step("Building what the page loads later", "15 s when little has changed", || later::add(tools, &project::dist()))?;
    step("Making the compiled app small", "about two minutes", || {
        slim::slim(tools, &project::dist(), "plan-explorer", true)?;
        slim::slim(tools, &project::dist(), later::DETAILS, true)?;
        slim::slim(tools, &project::dist(), later::ELEMENT, false)
    })?;
    step("Writing the plan into the pages", "seconds; 2 minutes the first time", || {
        pages::add(&project::dist())?;
        stills::add(tools, &project::dist())?;
        words::add(tools, &project::dist())?;
        later::add_element(tools, &project::dist())?;
        later::add_frame(tools, &project::dist())?;
        pages::describe(&project::dist())?;
        social::add(tools, &project::dist())
    })?;
    step("Adding the open data", "a few seconds; 2 minutes the first time", || {
        let data = std::env::var("PLAN_DATA").unwrap_or_else(|_| "data".into());
        let folder = project::dist().join("data");
        run::run(cargo(&["run", "--quiet", "--bin", "plan", "--", "export"]).arg(folder).arg(data))
    })?;
    step("Adding compressed copies", "a few seconds", || compress::write_copies(&project::dist()))?;
    step("Adding what visitors can keep: a copy on the device, one file to carry away", "a few seconds", || {
        keep::add(tools, &project::dist())?;
        compress::write_copies(&project::dist())
    })?;
    fs::write(stamp_file(), stamp()?).context("the note of what was built cannot be written")
}

fn stamp_file() -> PathBuf {
    project::target().join("site").join("built-from")
}

/// A short text that changes when anything does that the site is made of, or the site itself.
fn stamp() -> Result<String> {
    let mut hasher = DefaultHasher::new();
    output(program("rustc").arg("-vV")).hash(&mut hasher);
    std::env::var_os("RUSTFLAGS").hash(&mut hasher);
    // Which data folder is built, for a preview: see build.rs.
    std::env::var_os("PLAN_DATA").hash(&mut hasher);
    let mut files = Vec::new();
    list(&project::root(), &mut files)?;
    files.sort();
    for path in files {
        path.hash(&mut hasher);
        fs::read(&path)?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        let top = folder == project::root();
        let name = entry.file_name();
        // What the site is not made of. The built site itself is in: a file that was changed by hand is made anew.
        let made =
            path == project::target() || top && ["target", "node_modules", "tests"].iter().any(|skip| name == *skip);
        let skipped = name == ".git" || made;
        if path.is_dir() && !skipped {
            list(&path, files)?;
        } else if path.is_file() && !skipped {
            files.push(path);
        }
    }
    Ok(())
}
