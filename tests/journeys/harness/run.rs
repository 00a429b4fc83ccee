//! Runs the journeys, a few at a time, and says how each ended.

use std::cell::RefCell;
use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, anyhow, ensure};
use fantoccini::Client;
use futures_util::FutureExt as _;
use xtask::browser::block_on;
use xtask::driver::{Device, Driver, Engine};

use super::{Journey, Outcome, Visitor};

/// The longest that one journey may take.
const LONGEST: Duration = Duration::from_secs(90);
/// How long a browser may take until it stands ready with an empty page.
const ARRIVAL: Duration = Duration::from_secs(45);

thread_local! {
    /// What the last panic on this thread said; the report shows it in the journey's own lines.
    static LAST_PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Runs the journeys whose names fit the arguments: `--engine NAME [NAME …]`. Without an engine, as under plain `cargo test`,
/// there may be neither a browser nor a built site: then it only says so.
pub(crate) fn run(themes: &[(&str, &[Journey])], arguments: impl Iterator<Item = String>) -> ExitCode {
    match run_all(themes, arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            println!("The journeys could not start: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run_all(themes: &[(&str, &[Journey])], arguments: impl Iterator<Item = String>) -> Result<bool> {
    let mut engine = None;
    let mut wanted: Vec<String> = Vec::new();
    let mut arguments = arguments.peekable();
    while let Some(argument) = arguments.next() {
        if argument == "--engine" {
            let name = arguments.next().unwrap_or_default();
            engine = Some(Engine::named(&name).with_context(|| format!("no engine is called `{name}`"))?);
        } else if !argument.starts_with("--") {
            wanted.push(argument.replace('_', " "));
        }
    }
    let Some(engine) = engine else {
        println!("the browser journeys are left out; `cargo xtask test` runs them");
        return Ok(true);
    };
    ensure!(
        xtask::project::dist().join("index.html").is_file(),
        "there is no built site in dist/; run `cargo xtask build`"
    );

    let all = themes.iter().flat_map(|(theme, journeys)| {
        journeys.iter().map(move |journey| (format!("{theme}: {}", journey.name.replace('_', " ")), journey))
    });
    let chosen: Vec<_> =
        all.filter(|(name, _)| wanted.is_empty() || wanted.iter().any(|part| name.contains(part))).collect();
    ensure!(!chosen.is_empty(), "no journey has {wanted:?} in its name");

    std::panic::set_hook(Box::new(|about| LAST_PANIC.set(about.to_string())));
    let at_once = std::thread::available_parallelism().map_or(2, |cores| cores.get().clamp(2, 6));
    let workers = at_once.min(chosen.len());
    // Some drivers serve one browser only.
    let start = || Driver::start(engine).map(Rc::new);
    let drivers: Vec<Rc<Driver>> = if engine.shares_its_driver() {
        vec![start()?; workers]
    } else {
        (0..workers).map(|_| start()).collect::<Result<_>>()?
    };
    let mut passed = 0;
    let mut failures = Vec::new();
    block_on(async {
        let queue = RefCell::new(chosen.iter());
        let workers = drivers.into_iter().map(|driver| work(driver, &queue));
        for (well, badly) in futures_util::future::join_all(workers).await {
            passed += well;
            failures.extend(badly);
        }
        Ok(())
    })?;
    // A run has too much to print for a failure to be found in it.
    for Failure { name, report } in &failures {
        println!("FAILED  {name}: {}", report.join("\n        "));
    }
    println!("{passed} passed, {} failed", failures.len());
    Ok(failures.is_empty())
}

/// A journey that ended badly, and all that is known of it, by lines.
struct Failure<'a> {
    name: &'a str,
    report: Vec<String>,
}

/// Takes journeys from the queue until it is empty, in one browser; after a failure in a new one, for it may hang, and with a
/// new driver where that serves one browser only and would wait for it.
async fn work<'a>(
    mut driver: Rc<Driver>,
    queue: &RefCell<std::slice::Iter<'a, (String, &'a Journey)>>,
) -> (usize, Vec<Failure<'a>>) {
    let (mut passed, mut failed) = (0, Vec::new());
    let mut browser = None;
    loop {
        let Some((name, journey)) = queue.borrow_mut().next() else { break };
        // A driver of one browser may lose what it was asked, and answer nothing after that. That says nothing of the site.
        let alone = !driver.engine().shares_its_driver();
        for may_hang in [alone, alone, false] {
            let (ending, left) = run_one(&driver, browser.take(), name, journey, may_hang).await;
            if matches!(ending, Ending::Well) {
                passed += 1;
                browser = left;
                break;
            }
            close(left).await;
            if alone && let Ok(new) = Driver::start(driver.engine()) {
                driver = Rc::new(new);
            }
            if let Ending::Badly(report) = ending {
                failed.push(Failure { name, report });
                break;
            }
        }
    }
    close(browser).await;
    (passed, failed)
}

async fn close(browser: Option<Client>) {
    if let Some(browser) = browser {
        // One that does not answer ends with its driver.
        tokio::time::timeout(Duration::from_secs(5), browser.close()).await.ok();
    }
}

/// How a journey ended.
enum Ending {
    Well,
    /// And what was wrong, by lines.
    Badly(Vec<String>),
    /// The browser does not answer any more, and the journey may begin again.
    Hung,
}

/// How it ended, and the browser, if it is fit for the next visitor.
async fn run_one(
    driver: &Rc<Driver>,
    browser: Option<Client>,
    name: &str,
    journey: &Journey,
    may_hang: bool,
) -> (Ending, Option<Client>) {
    let start = Instant::now();
    let mut report = Vec::new();
    let mut hung = false;
    let arrived = tokio::time::timeout(ARRIVAL, arrive(driver, browser)).await.unwrap_or_else(|_| {
        hung = true;
        Err(anyhow!("the browser did not start within {} seconds", ARRIVAL.as_secs()))
    });
    let (outcome, browser) = match arrived {
        Ok(visitor) => {
            let outcome = travel(&visitor, journey).await;
            if outcome.is_err() {
                let look = async {
                    report.push(picture(&visitor, name).await);
                    visitor.read_console().await.ok();
                };
                hung = tokio::time::timeout(Duration::from_secs(10), look).await.is_err();
                if hung {
                    report.push("the browser does not answer any more".into());
                }
                report.extend(visitor.console.take().into_iter().map(|line| format!("console: {line}")));
            }
            report.extend(visitor.notes.take());
            let mut left = Some(visitor.client());
            if visitor.device.get() != Device::default() {
                close(left.take()).await;
            }
            (outcome, left)
        }
        Err(error) => (Err(error), None),
    };
    let error = outcome.err();
    let report = error.iter().map(|it| format!("{it:#}")).chain(report);
    let report: Vec<String> = report.flat_map(|it| it.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    let (verdict, ending) = match error {
        None => ("pass", Ending::Well),
        Some(_) if hung && may_hang => ("again", Ending::Hung),
        Some(_) => ("FAIL", Ending::Badly(report.clone())),
    };
    println!("  {verdict}  {name} ({:.1} s)", start.elapsed().as_secs_f64());
    for line in report {
        println!("        {line}");
    }
    (ending, browser)
}

async fn arrive(driver: &Rc<Driver>, browser: Option<Client>) -> Result<Visitor> {
    let client = match browser {
        Some(client) => client,
        None => driver.open(Device::default()).await?,
    };
    match Visitor::arrive(driver, client.clone()).await {
        Ok(visitor) => Ok(visitor),
        Err(error) => {
            close(Some(client)).await;
            Err(error)
        }
    }
}

/// The journey, and then the console, which must be empty; the report says what it has.
async fn travel(visitor: &Visitor, journey: &Journey) -> Outcome {
    let whole = async {
        (journey.go)(visitor).await?;
        ensure!(visitor.console().await?.is_empty(), "the console is not empty");
        Ok(())
    };
    match tokio::time::timeout(LONGEST, AssertUnwindSafe(whole).catch_unwind()).await {
        Err(_) => Err(anyhow!("it was not over after {} seconds", LONGEST.as_secs())),
        Ok(Err(_)) => Err(anyhow!("{}", LAST_PANIC.take())),
        Ok(Ok(outcome)) => outcome,
    }
}

/// Takes a picture of how it ended and says where it is.
async fn picture(visitor: &Visitor, name: &str) -> String {
    let taken: Result<PathBuf> = async {
        let folder = xtask::project::target().join("look/failures");
        std::fs::create_dir_all(&folder)?;
        let file = name.replace(|it: char| !it.is_ascii_alphanumeric(), "-").replace("--", "-");
        let path = folder.join(format!("{file}.png"));
        std::fs::write(&path, visitor.client().screenshot().await?)?;
        Ok(path)
    }
    .await;
    let address = visitor.address().await.unwrap_or_default();
    match taken {
        Ok(path) => {
            format!("at {address}, see {}", path.strip_prefix(xtask::project::root()).unwrap_or(&path).display())
        }
        Err(error) => format!("at {address}; no picture could be taken: {error:#}"),
    }
}
