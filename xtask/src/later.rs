//! What the page loads only when it is wanted: the second module, which fills parts of the page, and the script that
//! watches for these parts.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::run::{self, cargo};
use crate::setup::Tools;
use crate::slim::{hash, rename_in_pages};
use crate::{paths, project};

/// The name of the second module: of its program and of its files.
pub(crate) const DETAILS: &str = "plan-details";
/// What stands in the names of files in place of their hash at first, as in the pages (`Trunk.toml`).
const NEW: &str = "new";

/// Adds it all to the built site, whose pages name it already.
pub(crate) fn add(tools: &Tools, site: &Path) -> Result<()> {
    let work = project::target().join("site").join("later");
    fs::create_dir_all(&work)?;
    second_module(tools, site, &work)?;
    for name in ["parts", "handover", "boot"] {
        script(tools, site, &work, &format!("public/{name}.js"), name)?;
    }
    Ok(())
}

/// Compiles the second module as Trunk compiles the first. [`crate::slim`] makes it small and names it after its content.
fn second_module(tools: &Tools, site: &Path, work: &Path) -> Result<()> {
    let target = "wasm32-unknown-unknown";
    let mut compile = cargo(&["build", "--release", "--offline", "--target", target, "--bin", DETAILS]);
    paths::shorten(&mut compile)?;
    run::run(&mut compile)?;
    let mut bind = tools.program("wasm-bindgen");
    bind.args(["--target", "web", "--no-typescript", "--out-name", DETAILS, "--out-dir"]).arg(work);
    bind.arg(project::target().join(target).join("release").join(format!("{DETAILS}.wasm")));
    run::run(&mut bind)?;
    for ending in [".js", "_bg.wasm"] {
        let name = format!("{DETAILS}{ending}");
        fs::copy(work.join(name), site.join(format!("{DETAILS}-{NEW}{ending}")))?;
    }
    Ok(())
}

/// Bundles a script and names it after its content.
fn script(tools: &Tools, site: &Path, work: &Path, from: &str, name: &str) -> Result<()> {
    let bundled = work.join(format!("{name}.js"));
    let mut bundle = tools.program(if cfg!(windows) { "esbuild.cmd" } else { "esbuild" });
    bundle.arg(from).args(["--bundle", "--minify", "--format=esm", crate::slim::BROWSERS, "--log-level=warning"]);
    bundle.arg(format!("--outfile={}", bundled.display()));
    run::run(&mut bundle)?;
    let content = fs::read(&bundled)?;
    let hashed = format!("{name}-{}.js", hash(&content));
    rename_in_pages(site, &format!("{name}-{NEW}.js"), &hashed)?;
    Ok(fs::write(site.join(hashed), content)?)
}
