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

/// What writes sites.
#[derive(Clone, Debug)]
pub(crate) struct Publisher {
    /// The `plan` program. It is called itself, because Cargo would first look whether to compile it again.
    plan: PathBuf,
    /// The compiled assets.
    assets: PathBuf,
    /// Where it keeps what takes long.
    cache: PathBuf,
}

impl Publisher {
    /// The one of this project.
    #[must_use]
    pub(crate) fn of_the_project() -> Self {
        Self {
            plan: project::target().join("debug").join(format!("plan{}", std::env::consts::EXE_SUFFIX)),
            assets: assets(),
            cache: project::root().join("target/site/cache"),
        }
    }

    /// The command that writes the site of a data folder into another folder.
    pub(crate) fn site(&self, data: &Path, out: &Path) -> Command {
        let mut command = self.with_assets("site");
        command.arg(data).arg(out);
        command
    }

    /// The command that shows the site of a data folder, and follows it.
    pub(crate) fn serve(&self, data: &Path) -> Command {
        let mut command = self.with_assets("serve");
        command.arg(data);
        command
    }

    fn with_assets(&self, name: &str) -> Command {
        let mut command = program(&self.plan);
        command.arg(name).arg("--assets").arg(&self.assets).arg("--cache").arg(&self.cache);
        command
    }
}
