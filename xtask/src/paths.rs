//! Keeps the folders of the machine that builds out of the site.
//!
//! Where code can panic, the compiler notes the path of its source: of packages in Cargo's home, of the standard library, of
//! the project. These tell who built the site and where, and they weigh. The compiler is told to write them short.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::run::{output, program};
use crate::{project, weights};

/// Between flags in `CARGO_ENCODED_RUSTFLAGS`.
const BETWEEN: &str = "\u{1f}";
/// Flags for what is compiled for the web alone.
const FOR_THE_WEB: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Makes a command that compiles for the web write short paths. What it compiles for this machine, such as the `plan` program,
/// stays as it is, so that no other command compiles it again.
pub(crate) fn shorten(command: &mut Command) -> Result<()> {
    let flags = flags()?;
    let has_space = |it: &OsString| it.to_string_lossy().contains(char::is_whitespace);
    if own_flags().is_none() && !flags.iter().any(has_space) {
        command.env(FOR_THE_WEB, flags.join(" ".as_ref()));
        Ok(())
    } else {
        // Cargo takes flags from only one of its variables, and cuts those of the other at spaces: then all flags are for all
        // that is compiled.
        shorten_all(command)
    }
}

/// Makes a command write short paths into all that it compiles from Rust.
pub(crate) fn shorten_all(command: &mut Command) -> Result<()> {
    let flags: Vec<OsString> = own_flags().into_iter().chain(flags()?).collect();
    command.env("CARGO_ENCODED_RUSTFLAGS", flags.join(BETWEEN.as_ref()));
    Ok(())
}

/// Whether a C compiler here can be told to write short paths: Microsoft's cannot.
pub(crate) const SHORT_IN_C: bool = !cfg!(target_env = "msvc");

/// Makes a command write short paths into what it compiles from C, which is below the target folder.
pub(crate) fn shorten_c(command: &mut Command) {
    let target = project::target().display().to_string();
    if SHORT_IN_C && !target.contains(char::is_whitespace) {
        let own = std::env::var("CFLAGS").unwrap_or_default();
        command.env("CFLAGS", format!("{own} -ffile-prefix-map={target}=target").trim_start());
    }
}

fn flags() -> Result<Vec<OsString>> {
    let flag = |(long, short): (PathBuf, &str)| {
        let mut flag = OsString::from("--remap-path-prefix=");
        flag.push(long);
        flag.push("=");
        flag.push(short);
        flag
    };
    Ok(prefixes()?.into_iter().map(flag).collect())
}

/// What the environment has the compiler told already.
fn own_flags() -> Option<OsString> {
    std::env::var_os("CARGO_ENCODED_RUSTFLAGS").or_else(|| {
        let own = std::env::var("RUSTFLAGS").ok()?;
        Some(own.split_whitespace().collect::<Vec<_>>().join(BETWEEN).into())
    })
}

/// What paths begin with, and what they shall begin with instead. The last one that fits counts.
fn prefixes() -> Result<Vec<(PathBuf, &'static str)>> {
    let sysroot = output(program("rustc").args(["--print", "sysroot"])).context("rustc does not say where it is")?;
    let mut prefixes = vec![
        (project::target(), "target"),
        (project::root(), ""),
        (PathBuf::from(sysroot).join("lib/rustlib/src/rust"), ""),
    ];
    let packages = cargo_home().context("there is neither a home nor CARGO_HOME")?.join("registry").join("src");
    // One folder for each registry; there is none where all packages are in the project.
    let mut registries = Vec::new();
    if let Ok(folders) = fs::read_dir(packages) {
        for folder in folders {
            registries.push(folder?.path());
        }
    }
    registries.sort();
    prefixes.extend(registries.into_iter().map(|registry| (registry, "")));
    Ok(prefixes)
}

fn cargo_home() -> Option<PathBuf> {
    std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
}

/// Refuses a built site that names a folder of this machine.
pub(crate) fn check_site() -> Result<()> {
    for path in weights::originals(&project::dist())? {
        check(&path)?;
    }
    println!("  no file of the site names a folder of this machine");
    Ok(())
}

/// Refuses a file that names a folder of this machine.
pub(crate) fn check(path: &Path) -> Result<()> {
    let private: Vec<String> = [Some(project::root()), Some(project::target()), std::env::home_dir(), cargo_home()]
        .into_iter()
        .flatten()
        // A home such as `/` says nothing about anyone.
        .filter(|folder| folder.file_name().is_some())
        .map(|folder| folder.join("").to_string_lossy().into_owned())
        .flat_map(|folder| [folder.replace('\\', "/"), folder])
        .collect();
    let content = fs::read(path)?;
    if let Some(folder) = private.iter().find(|folder| holds(&content, folder.as_bytes())) {
        bail!("{} names a folder of this machine, {folder}", path.display());
    }
    Ok(())
}

fn holds(content: &[u8], part: &[u8]) -> bool {
    content.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_source_gets_a_short_path() {
        let prefixes = prefixes().unwrap();
        assert!(prefixes.contains(&(project::root(), "")));
        assert!(prefixes.iter().all(|(long, _)| long.is_absolute()), "{prefixes:?}");
    }

    #[test]
    fn finds_a_folder_inside_a_file() {
        assert!(holds(b"\0src/a.rs/home/ada/plan/src/b.rs\0", b"/home/ada/"));
        assert!(!holds(b"/home", b"/home/ada/"));
    }
}
