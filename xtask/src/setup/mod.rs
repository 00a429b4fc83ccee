//! Everything that building and testing need, found or fetched.
//!
//! Three parts: `found` looks at the machine, `plan` decides what is missing (pure, tested), and this file does it.

mod found;
mod plan;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Result, bail};

use crate::args::Args;
use crate::driver::{Engine, Programs};
use crate::project;
use crate::run::{self, cargo, output, program, step};

pub(crate) use found::shared_folder;
use found::{Found, Tool};
pub(crate) use plan::Need;
use plan::{Action, in_words, plan_of_setup, python_packages};

/// The command `setup`.
pub(crate) fn run(mut args: Args) -> Result<()> {
    let need = if args.flag("--site") { Need::Site } else { Need::Browsers(&Engine::ALL) };
    args.finish()?;
    set_up(need).map(|_| ())
}

/// The tools that are there once set-up is done.
pub(crate) struct Tools {
    path: OsString,
}

impl Tools {
    /// A program that an npm package brings.
    pub(crate) fn npm_program(&self, name: &str) -> Command {
        self.program(&if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() })
    }

    /// A program that finds the tools of the right versions first.
    pub(crate) fn program(&self, name: &str) -> Command {
        let mut command = program(name);
        command.env("PATH", &self.path);
        command
    }
}

/// Finds out what is missing for `need` and mends it.
pub(crate) fn set_up(need: Need) -> Result<Tools> {
    let found = Found::look()?;
    let actions = plan_of_setup(&found, need);
    if actions.is_empty() {
        println!("Set-up: all that is needed is there.");
    } else {
        println!(
            "Set-up: {} to do.",
            if actions.len() == 1 { "one thing".into() } else { format!("{} things", actions.len()) }
        );
    }
    for action in &actions {
        carry_out(action)?;
    }
    // Kept until here, so that a compilation that was broken off goes on from where it stopped.
    let scratch = scratch();
    if scratch.exists() {
        std::fs::remove_dir_all(scratch)?;
    }
    for action in &actions {
        let Action::Packages { engines, .. } = action else { continue };
        for engine in engines {
            Programs::find(*engine)?;
        }
    }
    tools()
}

fn tools() -> Result<Tools> {
    let mut folders = Vec::new();
    for tool in Tool::OF_THE_SITE {
        match tool.find()? {
            Some(program) => folders.extend(program.parent().map(Path::to_path_buf)),
            None => bail!("{} {} is still not there after set-up", tool.name(), tool.version()?),
        }
    }
    folders.push(project::node_modules().join(".bin"));
    // The tools' own folders come first, so that an older version elsewhere on PATH is not taken.
    folders.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    Ok(Tools { path: std::env::join_paths(folders)? })
}

fn carry_out(action: &Action) -> Result<()> {
    match action {
        Action::Tell(what) => bail!("{what}"),
        Action::WasmTarget => step("Teaching Rust to compile for the web", "under a minute", || {
            run::run(program("rustup").args(["target", "add", "wasm32-unknown-unknown"]))
        }),
        Action::Components => step("Fetching Rust's formatter and linter", "under a minute", || {
            run::run(program("rustup").args(["component", "add", "rustfmt", "clippy"]))
        }),
        Action::Crates => {
            step("Fetching the Rust packages", "up to a minute the first time", || run::run(&mut found::fetch_crates()))
        }
        Action::Npm => step(
            "Fetching the npm packages: stylesheet bundler, wasm optimiser, picture maker, checkers of scripts and accessibility",
            "about 20 s",
            || {
                unlink(&project::node_modules())?;
                run::run(&mut npm(&["ci"]))?;
                found::remember_npm()
            },
        ),
        Action::Tool { tool, binstall } => install(*tool, *binstall),
        Action::Packages { engines, programs } => {
            let what: Vec<&str> = engines.iter().map(|it| in_words(*it)).collect();
            step(&format!("Installing {} for the browser tests", what.join(", ")), "1 to 3 minutes each", || {
                install_packages(programs)
            })
        }
    }
}

/// Takes a link away, and leaves what it leads to. `npm ci` would first empty that: the packages of another copy of the project, say.
fn unlink(path: &Path) -> Result<()> {
    if path.is_symlink() {
        // On Windows a link to a folder counts as one.
        std::fs::remove_file(path).or_else(|_| std::fs::remove_dir(path))?;
    }
    Ok(())
}

/// Installs Python, which the validator of the open data is written in.
pub(crate) fn install_python() -> Result<()> {
    let programs = python_packages(&Found::look()?.system).map_err(anyhow::Error::msg)?;
    step("Installing Python for the validator of the open data", "under a minute", || install_packages(&programs))
}

fn install_packages(programs: &[Vec<String>]) -> Result<()> {
    for command in programs {
        run::run(program(&command[0]).args(&command[1..]).env("DEBIAN_FRONTEND", "noninteractive"))?;
    }
    Ok(())
}

/// Where geckodriver is, if it is.
pub(crate) fn geckodriver() -> Result<Option<PathBuf>> {
    Tool::Geckodriver.find()
}

fn install(tool: Tool, binstall: bool) -> Result<()> {
    let (name, version) = (tool.name(), tool.version()?);
    let folder = tool.folder()?;
    std::fs::create_dir_all(&folder)?;
    let place = folder.to_string_lossy().into_owned();
    if binstall {
        let prebuilt = step(&format!("Looking for {} {version} ready-made", tool.package()), "under 2 minutes", || {
            let mut command =
                cargo(&["binstall", "--no-confirm", "--disable-strategies", "compile", "--no-discover-github-token"]);
            command.args(["--root", &place, "--version", &version, tool.package()]);
            run::run_within(&mut command, Duration::from_secs(120))
        });
        match prebuilt {
            Ok(()) if tool.find()?.is_some() => return Ok(()),
            Ok(()) => println!("  That did not bring {name}."),
            Err(reason) => println!("  None could be had: {reason:#}."),
        }
    }
    let what = format!("Compiling {} {version}, as no ready-made one was found", tool.package());
    step(&what, &format!("{} on two cores, once on this machine", tool.estimate()), || {
        // One folder for all tools and for a second try: what they share is compiled once.
        let mut command =
            cargo(&["install", "--locked", "--debug", "--root", &place, "--version", &version, tool.package()]);
        command.env("CARGO_TARGET_DIR", scratch()).env("CARGO_PROFILE_DEV_DEBUG", "0");
        run::run(&mut command)
    })
}

fn scratch() -> PathBuf {
    project::target().join("tools-build")
}

pub(crate) fn npm(args: &[&str]) -> Command {
    let mut command = program(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(args);
    command
}

/// The version that a program prints, such as `0.21.14` in `trunk 0.21.14`.
fn version_of(path: &Path) -> Option<String> {
    let text = output(program(path).arg("--version"))?;
    text.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit())).map(str::to_owned)
}

/// Every place on PATH, and `~/.cargo/bin`, where a program of this name is.
fn places(name: &str) -> Vec<PathBuf> {
    let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let cargo_home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo_bin =
        cargo_home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo"))).map(|dir| dir.join("bin"));
    let mut places: Vec<PathBuf> = std::env::split_paths(&path).chain(cargo_bin).map(|dir| dir.join(&name)).collect();
    places.retain(|place| place.is_file());
    places.dedup();
    places
}

#[cfg(all(test, unix))]
mod tests {
    use super::unlink;

    #[test]
    fn what_a_link_leads_to_stays() {
        let folder = std::env::temp_dir().join(format!("unlink-{}", std::process::id()));
        let (shared, link) = (folder.join("shared"), folder.join("link"));
        std::fs::create_dir_all(&shared).unwrap();
        std::fs::write(shared.join("package.json"), "{}").unwrap();
        std::os::unix::fs::symlink(&shared, &link).unwrap();
        unlink(&link).unwrap();
        assert!(!link.is_symlink() && shared.join("package.json").is_file());
        // A folder of its own, or none, is npm's to replace.
        unlink(&shared).unwrap();
        unlink(&link).unwrap();
        assert!(shared.join("package.json").is_file());
        std::fs::remove_dir_all(folder).unwrap();
    }
}
