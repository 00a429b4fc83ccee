//! What somebody else makes of our open data: a validator of CSV on the Web that is not ours reads each table with its description.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};

use crate::run::{self, cargo, output, program, step};
use crate::{project, setup};

/// The validator: a package of `PyPI`, and its version.
const VALIDATOR: [&str; 2] = ["csvw", "4.1.1"];
/// Plans whose tables are read: the bundled one, and the invented one.
const PLANS: [&str; 2] = ["data", "tests/editions/brindlemere"];
/// The description of the table.
const DESCRIPTION: &str = "plan.csv-metadata.json";

/// Has every table read; gives how many checks that were. The last makes sure that the validator can refuse one.
pub(crate) fn check() -> Result<usize> {
    let validator = validator()?;
    let folder = project::target().join("open-data");
    let mut checks = 0;
    for plan in PLANS {
        let export = ["run", "--quiet", "--offline", "--package", "plan-explorer", "--bin", "plan", "--", "export"];
        run::run(cargo(&export).arg(&folder).arg(plan))?;
        ensure!(accepts(&validator, &folder)?, "{} does not accept the table of {plan}", VALIDATOR[0]);
        println!("  the table of {plan} is what its description says");
        checks += 1;
    }
    let table = folder.join("plan.csv");
    let whole = fs::read_to_string(&table)?;
    let damaged = damaged(&whole).context("the table has no number to damage")?;
    fs::write(&table, damaged)?;
    ensure!(!accepts(&validator, &folder)?, "{} accepts a table with a word in place of a number", VALIDATOR[0]);
    println!("  a table with a word in place of a number is refused");
    Ok(checks + 1)
}

/// The table with a word in place of the first number in a column of numbers. Records with quotes are passed over, for those may
/// have commas in their cells.
fn damaged(table: &str) -> Option<String> {
    let at = table.lines().next()?.split(',').position(|it| it == "now")?;
    let is_number = |it: &&str| it.split(',').nth(at).is_some_and(|it| it.parse::<f64>().is_ok());
    let line = table.lines().skip(1).filter(|it| !it.contains('"')).find(is_number)?;
    let cells: Vec<&str> = line.split(',').enumerate().map(|(nth, it)| if nth == at { "many" } else { it }).collect();
    Some(table.replacen(line, &cells.join(","), 1))
}

fn accepts(validator: &Path, folder: &Path) -> Result<bool> {
    let mut command = program(validator);
    let answer = command.arg(folder.join(DESCRIPTION)).output().context("the validator could not be started")?;
    // It says so in both cases; what ends otherwise has not looked.
    let said = String::from_utf8_lossy(&answer.stdout).into_owned();
    match said.lines().last() {
        Some("OK") => Ok(answer.status.success()),
        Some("FAIL") => Ok(false),
        _ => bail!("the validator says: {said}{}", String::from_utf8_lossy(&answer.stderr)),
    }
}

/// The validator, fetched where it is not there yet.
fn validator() -> Result<PathBuf> {
    let [package, version] = VALIDATOR;
    let folder = setup::shared_folder().join(format!("{package}-{version}"));
    let programs = folder.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let found = programs.join(if cfg!(windows) { "csvwvalidate.exe" } else { "csvwvalidate" });
    if output(program(&found).arg("--help")).is_some() {
        return Ok(found);
    }
    let python = |args: &[&str]| -> Command {
        let mut command = program(if cfg!(windows) { "python" } else { "python3" });
        command.args(args);
        command
    };
    if output(&mut python(&["-c", "import venv, ensurepip; print(1)"])).is_none() {
        setup::install_python()?;
    }
    step(&format!("Fetching {package} {version}, which validates the open data"), "half a minute", || {
        run::run(python(&["-m", "venv", "--clear"]).arg(&folder))?;
        let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
        run::run(program(programs.join("python")).args(pip).arg(format!("{package}=={version}")))
    })?;
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_is_damaged() {
        let table = "kind,now\r\n\"a, 1\",2\r\nmeasure,[x]\r\nmeasure,344\r\nmeasure,12\r\n";
        assert_eq!(damaged(table).unwrap(), "kind,now\r\n\"a, 1\",2\r\nmeasure,[x]\r\nmeasure,many\r\nmeasure,12\r\n");
        assert_eq!(damaged("kind,now\r\nmeasure,[x]\r\n"), None);
    }
}
