//! What is on this machine.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result};

use super::{output, places, program, version_of};
use crate::driver::{Engine, Programs};
use crate::project;

/// A program of ours that Cargo can install, needed in one exact version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tool {
    /// Joins the compiled wasm to JavaScript; must fit the `wasm-bindgen` of `Cargo.lock` exactly.
    WasmBindgen,
    /// Makes the site from `index.html`.
    Trunk,
    /// Drives Firefox. Only the browser journeys need it.
    Geckodriver,
}

impl Tool {
    /// What building the site needs.
    pub(crate) const OF_THE_SITE: [Self; 2] = [Self::WasmBindgen, Self::Trunk];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::WasmBindgen => "wasm-bindgen",
            Self::Trunk => "trunk",
            Self::Geckodriver => "geckodriver",
        }
    }

    pub(crate) fn package(self) -> &'static str {
        match self {
            Self::WasmBindgen => "wasm-bindgen-cli",
            Self::Trunk => "trunk",
            Self::Geckodriver => "geckodriver",
        }
    }

    pub(crate) fn estimate(self) -> &'static str {
        match self {
            Self::WasmBindgen | Self::Geckodriver => "about 3 minutes",
            Self::Trunk => "about 8 minutes",
        }
    }

    pub(crate) fn version(self) -> Result<String> {
        match self {
            Self::WasmBindgen => locked_version("wasm-bindgen"),
            // Newer ones need a newer Rust than this project asks for.
            Self::Trunk => Ok("0.21.14".into()),
            Self::Geckodriver => Ok("0.37.1".into()),
        }
    }

    /// Whether only one version will do. A driver fits the browser that it came with, whatever its version.
    fn is_exact(self) -> bool {
        self != Self::Geckodriver
    }

    /// The program in the version that is needed: one already installed, or the one that set-up put in its own folder.
    pub(crate) fn find(self) -> Result<Option<PathBuf>> {
        let version = self.version()?;
        let own = self.folder()?.join("bin").join(format!("{}{}", self.name(), std::env::consts::EXE_SUFFIX));
        let fits = |place: &PathBuf| version_of(place).is_some_and(|found| found == version || !self.is_exact());
        Ok(places(self.name()).into_iter().chain([own]).find(fits))
    }

    /// Where set-up installs it: outside the project, so that a second clone finds it, and never over another version.
    pub(crate) fn folder(self) -> Result<PathBuf> {
        Ok(shared_folder().join(format!("{}-{}", self.name(), self.version()?)))
    }
}

/// Where tools are installed, each version in a folder of its own.
pub(crate) fn shared_folder() -> PathBuf {
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let cache = cache.or_else(|| std::env::home_dir().map(|home| home.join(".cache")));
    let shared = cache.map(|cache| cache.join("plan-explorer")).filter(|dir| std::fs::create_dir_all(dir).is_ok());
    shared.unwrap_or_else(|| project::target().join("tools"))
}

/// The version of a package in `Cargo.lock`.
fn locked_version(package: &str) -> Result<String> {
    let text = std::fs::read_to_string(project::root().join("Cargo.lock")).context("Cargo.lock cannot be read")?;
    version_in_lock(&text, package)?.with_context(|| format!("Cargo.lock does not name {package}"))
}

fn version_in_lock(text: &str, package: &str) -> Result<Option<String>> {
    let lock: toml::Table = text.parse().context("Cargo.lock is not in its usual form")?;
    let packages = lock.get("package").and_then(toml::Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let named = packages.iter().find(|entry| entry.get("name").and_then(toml::Value::as_str) == Some(package));
    Ok(named.and_then(|entry| entry.get("version")).and_then(toml::Value::as_str).map(str::to_owned))
}

/// How this machine installs packages of its system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum System {
    /// `apt-get`, and what must stand before it to have the right to (`sudo`, or nothing for root).
    Apt {
        before: Option<Vec<String>>,
        ubuntu: bool,
    },
    Dnf,
    Brew,
    Other,
}

/// What was found, as plain facts for the decision.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "a list of independent yes-or-no findings")]
pub(crate) struct Found {
    pub(crate) rustup: bool,
    pub(crate) wasm_target: bool,
    pub(crate) components: bool,
    pub(crate) crates: bool,
    pub(crate) npm: bool,
    pub(crate) npm_packages: bool,
    pub(crate) missing_tools: Vec<Tool>,
    pub(crate) binstall: bool,
    /// Engines whose browser or driver the system's packages have to bring.
    pub(crate) missing_browsers: Vec<Engine>,
    pub(crate) geckodriver: bool,
    pub(crate) system: System,
}

impl Found {
    pub(crate) fn look() -> Result<Self> {
        let mut missing_tools = Vec::new();
        for tool in Tool::OF_THE_SITE {
            if tool.find()?.is_none() {
                missing_tools.push(tool);
            }
        }
        let geckodriver = std::env::var_os("GECKODRIVER").is_some() || Tool::Geckodriver.find()?.is_some();
        let crates = output(fetch_crates().args(["--offline", "--quiet"]));
        Ok(Self {
            rustup: !places("rustup").is_empty(),
            wasm_target: has_wasm_target(),
            components: !places("cargo-fmt").is_empty()
                && output(program("rustfmt").arg("--version")).is_some()
                && output(program("clippy-driver").arg("--version")).is_some(),
            crates: crates.is_some(),
            npm: !places(if cfg!(windows) { "npm.cmd" } else { "npm" }).is_empty(),
            npm_packages: npm_packages_fit(),
            // Asked only when it is needed.
            binstall: !(missing_tools.is_empty() && geckodriver)
                && output(&mut super::cargo(&["binstall", "-V"])).is_some(),
            missing_tools,
            missing_browsers: Engine::ALL.into_iter().filter(|it| !Programs::has_browser(*it)).collect(),
            geckodriver,
            system: system(),
        })
    }
}

/// Fetches the Rust packages for this machine and for the web, and no others.
pub(crate) fn fetch_crates() -> Command {
    let mut command = super::cargo(&["fetch", "--target", "wasm32-unknown-unknown"]);
    let about = output(program("rustc").arg("-vV")).unwrap_or_default();
    if let Some(host) = about.lines().find_map(|line| line.strip_prefix("host: ")) {
        command.args(["--target", host]);
    }
    command
}

fn has_wasm_target() -> bool {
    let root = output(program("rustc").args(["--print", "sysroot"]));
    root.is_some_and(|root| PathBuf::from(root).join("lib/rustlib/wasm32-unknown-unknown/lib").is_dir())
}

/// A copy of the lock file, kept beside the packages, says which ones they are.
fn npm_packages_fit() -> bool {
    let wanted = std::fs::read(project::root().join("package-lock.json"));
    let there = std::fs::read(project::node_modules().join(".installed-lock.json"));
    matches!((wanted, there), (Ok(wanted), Ok(there)) if wanted == there)
}

pub(crate) fn remember_npm() -> Result<()> {
    let kept = project::node_modules().join(".installed-lock.json");
    std::fs::copy(project::root().join("package-lock.json"), kept)?;
    Ok(())
}

fn system() -> System {
    if !places("apt-get").is_empty() {
        let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
        let ubuntu = release.lines().any(|line| line.trim_matches('"') == "ID=ubuntu");
        let root = output(program("id").arg("-u")).is_some_and(|id| id == "0");
        let before = if root {
            Some(Vec::new())
        } else {
            // Without a terminal nobody can type a password: ask sudo not to wait for one.
            let quiet = (!std::io::IsTerminal::is_terminal(&std::io::stdin())).then(|| "-n".to_owned());
            (!places("sudo").is_empty()).then(|| std::iter::once("sudo".to_owned()).chain(quiet).collect())
        };
        System::Apt { before, ubuntu }
    } else if !places("dnf").is_empty() {
        System::Dnf
    } else if !places("brew").is_empty() {
        System::Brew
    } else {
        System::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_version_from_the_lock_file() {
        let lock = "version = 4\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.128\"\n";
        assert_eq!(version_in_lock(lock, "wasm-bindgen").unwrap().as_deref(), Some("0.2.128"));
        assert_eq!(version_in_lock(lock, "trunk").unwrap(), None);
        assert!(version_in_lock("not = = toml", "trunk").is_err());
    }
}
