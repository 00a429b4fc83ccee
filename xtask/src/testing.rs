//! The command `test`: every check, one after another, and a list of how each ended.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use crate::args::Args;
use crate::driver::{Engine, Programs};
use crate::run::{self, cargo, seconds};
use crate::setup::{self, Need, Tools};
use crate::{build, open_data, paths, sizes};

/// One of the checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Format,
    Lints,
    WebLints,
    Scripts,
    Tests,
    Build,
    Sizes,
    OpenData,
    Journeys,
}

impl Step {
    const ALL: [Self; 9] = [
        Self::Format,
        Self::Lints,
        Self::WebLints,
        Self::Scripts,
        Self::Tests,
        Self::Build,
        Self::Sizes,
        Self::OpenData,
        Self::Journeys,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Lints => "lints",
            Self::WebLints => "web-lints",
            Self::Scripts => "scripts",
            Self::Tests => "tests",
            Self::Build => "build",
            Self::Sizes => "sizes",
            Self::OpenData => "open-data",
            Self::Journeys => "journeys",
        }
    }

    fn what(self) -> (&'static str, &'static str) {
        match self {
            Self::Format => ("Is the code formatted?", "a second"),
            Self::Lints => {
                ("Does the linter find nothing in what runs on this machine?", "seconds; 2 minutes the first time")
            }
            Self::WebLints => {
                ("Does the linter find nothing in what runs in the browser?", "seconds; a minute the first time")
            }
            Self::Scripts => ("Do TypeScript and ESLint find nothing in the scripts?", "seconds"),
            Self::Tests => ("Do the tests pass?", "seconds; 3 minutes the first time"),
            Self::Build => ("Does the release site build?", "seconds; 3 minutes the first time"),
            Self::Sizes => ("Is the site within its budgets, and silent about this machine?", "at once"),
            Self::OpenData => {
                ("Does a validator of others accept the tables?", "seconds; half a minute the first time")
            }
            Self::Journeys => ("Do the browser journeys succeed?", "about 10 minutes on two cores"),
        }
    }

    fn needs_the_site(self) -> bool {
        matches!(self, Self::Sizes | Self::Journeys)
    }
}

/// What is to be run.
#[derive(Debug, PartialEq, Eq)]
struct Choice {
    steps: Vec<Step>,
    /// Only journeys with this in their names.
    journeys: Option<String>,
}

/// `only` is the name of a step, or else part of the names of journeys.
fn choose(only: Option<&str>, skip_browsers: bool) -> Choice {
    let step = only.and_then(|only| Step::ALL.into_iter().find(|step| step.name() == only));
    let wanted = |it: &Step| match (step, only) {
        // Those that look at the site have it built first.
        (Some(step), _) => *it == step || step.needs_the_site() && *it == Step::Build,
        (None, Some(_)) => matches!(it, Step::Build | Step::Journeys),
        (None, None) => true,
    };
    let steps = Step::ALL.into_iter().filter(wanted).filter(|it| !(skip_browsers && *it == Step::Journeys)).collect();
    Choice { steps, journeys: only.filter(|_| step.is_none()).map(str::to_owned) }
}

/// One thing to run: a step, and for the journeys in which engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Task {
    step: Step,
    engine: Option<Engine>,
}

impl Task {
    fn name(self) -> String {
        self.engine
            .map_or_else(|| self.step.name().to_owned(), |engine| format!("{} in {}", self.step.name(), engine.name()))
    }
}

/// The journeys once for each engine, one engine after another: each has the machine to itself.
fn tasks(steps: &[Step], engines: &[Engine]) -> Vec<Task> {
    let of_step = |step: &Step| {
        let (step, journeys) = (*step, *step == Step::Journeys);
        let each = engines.iter().filter(move |_| journeys).map(move |it| Task { step, engine: Some(*it) });
        each.chain((!journeys).then_some(Task { step, engine: None }))
    };
    steps.iter().flat_map(of_step).collect()
}

/// How a task ended: its checks, and why it failed as a whole.
struct Ending {
    task: Task,
    counts: Counts,
    why: Option<String>,
    took: Duration,
}

/// The engines that the command line names: one, or all, which it means where it names none.
fn chosen_engines(name: Option<&str>) -> Result<&'static [Engine]> {
    let name = match name {
        None | Some("all") => return Ok(&Engine::ALL),
        Some(name) => name,
    };
    let there_are = || Engine::ALL.map(Engine::name).join(", ");
    let engine =
        Engine::named(name).with_context(|| format!("there is no engine `{name}`; there are: {}", there_are()))?;
    Ok(engine.alone())
}

pub(crate) fn run(mut args: Args) -> Result<ExitCode> {
    let skip_browsers = args.flag("--skip-browsers");
    let choice = choose(args.value("--only")?.as_deref(), skip_browsers);
    let engines = chosen_engines(args.value("--engine")?.as_deref())?;
    args.finish()?;
    if choice.steps.is_empty() {
        bail!("that leaves nothing to do");
    }

    let tools = setup::set_up(Need::Checks)?;
    // Without a browser the other checks still tell something.
    let missing = |engine: &Engine| Programs::find(*engine).err();
    let without = choice.steps.contains(&Step::Journeys) && engines.iter().any(|it| missing(it).is_some());
    let browsers = if without { setup::set_up(Need::Browsers(engines)).map(|_| ()) } else { Ok(()) };
    let not_set_up = browsers.err().map(|error| format!("{error:#}"));

    let mut endings: Vec<Ending> = Vec::new();
    for task in tasks(&choice.steps, engines) {
        let (what, estimate) = task.step.what();
        println!("\n→ {}: {what} ({estimate})", task.name());
        let start = Instant::now();
        let site_failed = endings.iter().any(|ending| ending.task.step == Step::Build && ending.why.is_some());
        let outcome = match task.engine.as_ref().and_then(missing) {
            _ if task.step.needs_the_site() && site_failed => {
                Err(anyhow::anyhow!("not run, for the site did not build"))
            }
            Some(why) => {
                let why = not_set_up.clone().unwrap_or_else(|| format!("{why:#}"));
                Err(anyhow::anyhow!("not run: {why}"))
            }
            None => carry_out(task, &tools, choice.journeys.as_deref()),
        };
        let took = start.elapsed();
        let ending = match outcome {
            Ok(counts) => {
                let why = (counts.failed > 0).then(|| format!("{} failed", counts.failed));
                Ending { task, counts, why, took }
            }
            Err(error) => Ending { task, counts: Counts::of(0, 1), why: Some(format!("{error:#}")), took },
        };
        let verdict = ending.why.as_ref().map_or_else(|| "passed".into(), |why| format!("FAILED: {why}"));
        println!("  {verdict} ({})", seconds(took));
        endings.push(ending);
    }
    Ok(sum_up(&endings))
}

fn sum_up(endings: &[Ending]) -> ExitCode {
    println!();
    for ending in endings {
        let verdict = if ending.why.is_none() { "passed" } else { "FAILED" };
        let why = ending.why.as_ref().map(|why| format!("  {why}")).unwrap_or_default();
        println!("{verdict}  {:20} {:>8}{why}", ending.task.name(), seconds(ending.took));
        for which in &ending.counts.which {
            println!("        {which}");
        }
    }
    let passed: usize = endings.iter().map(|ending| ending.counts.passed).sum();
    let failed: usize = endings.iter().map(|ending| ending.counts.failed).sum();
    println!("{passed} passed, {failed} failed");
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn carry_out(task: Task, tools: &Tools, journeys: Option<&str>) -> Result<Counts> {
    let once = |outcome: Result<()>| outcome.map(|()| Counts::of(1, 0));
    let deny = ["--", "-D", "warnings"];
    match task.step {
        Step::Format => once(run::run(&mut cargo(&["fmt", "--all", "--check"]))),
        Step::Lints => once(run::run(cargo(&["clippy", "--workspace", "--all-targets"]).args(deny))),
        Step::WebLints => {
            let mut clippy = cargo(&["clippy", "--package", "plan-explorer", "--lib", "--bins"]);
            once(run::run(clippy.args(["--target", "wasm32-unknown-unknown"]).args(deny)))
        }
        Step::Scripts => once(check_scripts(tools)),
        Step::Tests => count(&mut cargo(&["test", "--workspace", "--no-fail-fast", "--", "--quiet"])),
        Step::Build => once(build::build_if_changed(tools)),
        Step::Sizes => once(paths::check_site().and_then(|()| sizes::check_budgets())),
        Step::OpenData => open_data::check().map(|passed| Counts::of(passed, 0)),
        Step::Journeys => {
            // With the whole workspace, so that nothing is compiled again with other features than for the tests.
            let engine = task.engine.unwrap_or(Engine::Chromium).name();
            let mut command = cargo(&["test", "--workspace", "--test", "journeys", "--", "--engine", engine]);
            count(command.args(journeys))
        }
    }
}

/// Each file of settings says for which scripts it is.
const TYPES: [&str; 2] = ["tsconfig.json", "tsconfig.worker.json"];

fn check_scripts(tools: &Tools) -> Result<()> {
    for settings in TYPES {
        run::run(tools.npm_program("tsc").args(["--project", settings]))?;
    }
    run::run(tools.npm_program("eslint").args(["--max-warnings", "0", "."]))
}

/// How many checks passed and failed, and which failed, where that is known.
#[derive(Debug, Default, PartialEq, Eq)]
struct Counts {
    passed: usize,
    failed: usize,
    which: Vec<String>,
}

impl Counts {
    const fn of(passed: usize, failed: usize) -> Self {
        Self { passed, failed, which: Vec::new() }
    }
}

/// Runs test programs, shows what they print, and adds up what they count.
fn count(command: &mut Command) -> Result<Counts> {
    let mut child = command.stdout(Stdio::piped()).spawn().context("cargo could not be started")?;
    let mut counts = Counts::default();
    let printed = child.stdout.take().context("cargo prints nothing")?;
    for line in BufReader::new(printed).lines() {
        let line = line?;
        if let Some(found) = counts_in(&line) {
            counts.passed += found.passed;
            counts.failed += found.failed;
        }
        counts.which.extend(failure_in(&line).map(str::to_owned));
        // An empty program's own lines say nothing.
        if !line.is_empty() && line != "running 0 tests" && !line.starts_with("test result: ok. 0 passed") {
            println!("  {line}");
        }
    }
    let status = child.wait()?;
    if !status.success() && counts.failed == 0 {
        bail!("`cargo test` ended with {status} before all was tested");
    }
    Ok(counts)
}

/// Reads `FAILED  journey: why` and `---- test stdout ----`.
fn failure_in(line: &str) -> Option<&str> {
    line.strip_prefix("FAILED  ").or_else(|| line.strip_prefix("---- ")?.strip_suffix(" stdout ----"))
}

/// Reads `test result: ok. 3 passed; 0 failed; …` and `3 passed, 0 failed`.
fn counts_in(line: &str) -> Option<Counts> {
    let rest = line.strip_prefix("test result: ").map_or(Some(line), |rest| Some(rest.split_once(". ")?.1))?;
    let words: Vec<&str> = rest.split([' ', ';', ',']).filter(|word| !word.is_empty()).collect();
    match words[..] {
        [passed, "passed", failed, "failed", ..] => Some(Counts::of(passed.parse().ok()?, failed.parse().ok()?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_test_programs_count() {
        let libtest =
            "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(counts_in(libtest), Some(Counts::of(12, 3)));
        assert_eq!(counts_in("9 passed, 4 failed"), Some(Counts::of(9, 4)));
        assert_eq!(counts_in("running 9 tests"), None);
        assert_eq!(counts_in(""), None);
    }

    #[test]
    fn names_what_failed() {
        assert_eq!(failure_in("FAILED  paper: a code leads back: no code"), Some("paper: a code leads back: no code"));
        assert_eq!(failure_in("---- every_word_is_quoted stdout ----"), Some("every_word_is_quoted"));
        assert_eq!(failure_in("test result: FAILED. 1 passed; 1 failed"), None);
    }

    #[test]
    fn one_step_or_some_journeys_can_be_chosen() {
        assert_eq!(choose(None, false).steps, Step::ALL);
        assert!(!choose(None, true).steps.contains(&Step::Journeys));
        assert_eq!(choose(Some("lints"), false), Choice { steps: vec![Step::Lints], journeys: None });
        assert_eq!(choose(Some("sizes"), false).steps, [Step::Build, Step::Sizes]);
        let some = Choice { steps: vec![Step::Build, Step::Journeys], journeys: Some("keyboard".into()) };
        assert_eq!(choose(Some("keyboard"), false), some);
    }

    #[test]
    fn the_journeys_run_in_the_engine_that_is_named_or_in_all() {
        let names = |only: Option<&str>, engine: Option<&str>| -> Vec<String> {
            let engines = chosen_engines(engine).unwrap();
            tasks(&choose(only, false).steps, engines).into_iter().map(Task::name).collect()
        };
        let all = ["build", "journeys in chromium", "journeys in firefox", "journeys in webkit"];
        assert_eq!(names(Some("keyboard"), Some("all")), all);
        assert_eq!(names(Some("keyboard"), None), all);
        assert_eq!(names(Some("keyboard"), Some("chromium")), all[..2]);
        assert_eq!(names(Some("keyboard"), Some("webkit")), ["build", "journeys in webkit"]);
        assert!(chosen_engines(Some("netscape")).is_err());
    }
}
