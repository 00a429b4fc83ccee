//! Running other programs, and saying what is being done and how long it took.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use crate::project;

/// Says what is about to be done and roughly how long it takes, does it, and says how long it took.
pub(crate) fn step<T>(what: &str, estimate: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("→ {what} ({estimate})");
    let start = Instant::now();
    let outcome = work();
    let verdict = if outcome.is_ok() { "done" } else { "failed" };
    println!("  {verdict} in {}", seconds(start.elapsed()));
    outcome
}

pub(crate) fn seconds(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 90.0 {
        format!("{seconds:.1} s")
    } else {
        format!("{:.0} min {:.0} s", (seconds / 60.0).floor(), seconds % 60.0)
    }
}

/// A program that runs in the project's folder and shows what it prints.
pub(crate) fn program(name: impl AsRef<Path>) -> Command {
    let mut command = Command::new(name.as_ref());
    command.current_dir(project::root()).stdin(Stdio::null());
    // `cargo run` describes this package in the environment; a build script further down must not take it for its own.
    for (key, _) in std::env::vars_os() {
        let text = key.to_string_lossy();
        if ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"].iter().any(|start| text.starts_with(start)) {
            command.env_remove(&key);
        }
    }
    command
}

pub(crate) fn cargo(args: &[&str]) -> Command {
    let mut command = program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()).as_os_str());
    command.args(args);
    command
}

/// Runs a program to its end; an error names it.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    std::io::stdout().flush()?;
    let name = shown(command);
    let status = command.status().with_context(|| format!("`{name}` could not be started"))?;
    if !status.success() {
        bail!("`{name}` ended with {status}");
    }
    Ok(())
}

/// What a program prints, or nothing when it cannot be run or fails.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a program, but ends it when it takes too long.
pub(crate) fn run_within(command: &mut Command, limit: Duration) -> Result<()> {
    let name = shown(command);
    let mut child = command.spawn().with_context(|| format!("`{name}` could not be started"))?;
    let deadline = Instant::now() + limit;
    loop {
        if let Some(status) = child.try_wait()? {
            if !status.success() {
                bail!("`{name}` ended with {status}");
            }
            return Ok(());
        }
        if Instant::now() > deadline {
            child.kill()?;
            child.wait()?;
            bail!("`{name}` was stopped after {}", seconds(limit));
        }
        std::thread::sleep(Duration::from_millis(100));
    }
}

fn shown(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let args = command.get_args().map(|arg| arg.to_string_lossy().into_owned());
    std::iter::once(name).chain(args).collect::<Vec<_>>().join(" ")
}
