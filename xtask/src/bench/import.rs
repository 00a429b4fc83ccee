//! The import of recorded crime, beside `DuckDB` doing the same group-by.

use std::path::PathBuf;

use anyhow::Result;

use crate::project;
use crate::run::{self, cargo, program, step};

/// Prints how fast so many records are imported.
pub(super) fn measure(records: usize) -> Result<()> {
    step("Building the import", "a minute or two the first time", || {
        run::run(&mut cargo(&["build", "--quiet", "--release", "--bin", "plan"]))
    })?;
    let python = duckdb();
    let plan = project::target().join("release").join("plan");
    let records = records.to_string();
    step("Importing made-up records", "one to two minutes", || {
        let mut command = cargo(&["run", "--quiet", "--profile", "bench-native", "--example", "import-bench", "--"]);
        run::run(command.arg(plan).arg(python.unwrap_or_default()).arg(records))
    })
}

/// A Python that has `DuckDB`, from its own package registry into a folder of its own; none where it cannot be had.
fn duckdb() -> Option<PathBuf> {
    let folder = project::target().join("duckdb");
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let has_it = || run::output(program(&python).args(["-c", "import duckdb"])).is_some();
    if !has_it() {
        let outcome = step("Fetching DuckDB to compare with", "a minute, once", || {
            run::run(program("python3").args(["-m", "venv"]).arg(&folder))?;
            run::run(program(&python).args([
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "duckdb",
            ]))
        });
        if let Err(error) = outcome {
            println!("  DuckDB cannot be had: {error:#}");
        }
    }
    has_it().then_some(python)
}
