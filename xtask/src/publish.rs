//! `plan site`, which writes a site from a data folder and the compiled assets.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::project;
use crate::run::{self, cargo, program};

/// The data folder: `data`, or for a preview another one.
pub(crate) fn data() -> PathBuf {
    project::root().join(std::env::var_os("PLAN_DATA").unwrap_or_else(|| "data".into()))
}

/// Where Trunk's hooks leave the compiled assets.
pub(crate) fn assets() -> PathBuf {
    project::root().join("target/site/assets")
}

/// Compiles the `plan` program.
pub(crate) fn compile() -> Result<()> {
    run::run(&mut cargo(&["build", "--quiet", "--offline", "--package", "plan-explorer", "--bin", "plan"]))
}

/// The command that writes a site. The program is called itself, because Cargo would first look whether to compile it again.
pub(crate) fn site(data: &Path, out: &Path) -> Command {
    let plan = project::target().join("debug").join(format!("plan{}", std::env::consts::EXE_SUFFIX));
    let mut command = program(plan);
    command.arg("site").arg(data).arg(out).arg("--assets").arg(assets());
    command.arg("--cache").arg(project::root().join("target/site/cache"));
    command
}
