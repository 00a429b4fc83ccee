//! Starts a browser's driver and makes sure that it ends with us, whatever happens.

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};

use crate::project;

/// A browser engine that the site is tested in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium or Chrome, through chromedriver.
    Chromium,
}

impl Engine {
    /// The engine of this name, as given on the command line.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        (name == "chromium").then_some(Self::Chromium)
    }
}

/// Where the browser and its driver are.
#[derive(Clone, Debug)]
pub struct Programs {
    browser: PathBuf,
    driver: PathBuf,
}

impl Programs {
    /// Finds them: `CHROMIUM` and `CHROMEDRIVER` in the environment first, then PATH, then the usual places.
    ///
    /// # Errors
    /// When one is missing; the message says which.
    pub fn find() -> Result<Self> {
        let browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
        let browser = find(
            &["CHROMIUM", "CHROME"],
            &browsers,
            &[
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            ],
        );
        let driver = find(
            &["CHROMEDRIVER"],
            &["chromedriver"],
            &["/usr/lib/chromium-browser/chromedriver", "/usr/lib/chromium/chromedriver"],
        );
        Ok(Self {
            browser: browser.context("no Chromium or Chrome was found; CHROMIUM may say where it is")?,
            driver: driver.context("no chromedriver was found; CHROMEDRIVER may say where it is")?,
        })
    }
}

fn find(variables: &[&str], names: &[&str], places: &[&str]) -> Option<PathBuf> {
    let told = variables.iter().filter_map(std::env::var_os).map(PathBuf::from);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let on_path = names.iter().flat_map(|name| {
        let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        folders.iter().map(move |folder| folder.join(&name))
    });
    told.chain(on_path).chain(places.iter().map(PathBuf::from)).find(|place| place.is_file())
}

/// A running driver. Dropping it ends the driver and every browser that it started.
pub struct Driver {
    watch: Child,
    port: u16,
    programs: Programs,
    profiles: PathBuf,
    sessions: AtomicU32,
}

impl Driver {
    /// Starts the driver of an engine on a free port.
    ///
    /// # Errors
    /// When it is missing or does not answer in time.
    pub fn start(engine: Engine) -> Result<Self> {
        let Engine::Chromium = engine;
        let programs = Programs::find()?;
        let port = free_port()?;
        let profiles = project::target().join("browser").join(format!("{}-{port}", std::process::id()));
        remove_stale_profiles();
        std::fs::create_dir_all(&profiles)?;
        let mut watch = watched(&programs.driver)
            .arg(format!("--port={port}"))
            // Where the browser would keep crash reports: not in the home of whoever runs the tests.
            .env("XDG_CONFIG_HOME", &profiles)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{} could not be started", programs.driver.display()))?;
        let said = watch.stdout.take().context("the driver says nothing")?;
        let driver = Self { watch, port, programs, profiles, sessions: AtomicU32::new(0) };
        wait_until_ready(said)?;
        Ok(driver)
    }

    /// The address that `WebDriver` clients connect to.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The port that it listens on.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The capabilities for one more browser with a profile of its own.
    #[must_use]
    pub fn capabilities(&self) -> Value {
        let number = self.sessions.fetch_add(1, Ordering::Relaxed);
        let profile = format!("--user-data-dir={}", self.profiles.join(number.to_string()).display());
        json!({
            "browserName": "chrome",
            // What is still on its way does not keep a journey from looking at the page.
            "pageLoadStrategy": "eager",
            "goog:loggingPrefs": { "browser": "ALL" },
            "goog:chromeOptions": {
                "binary": self.programs.browser,
                "args": [
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-extensions",
                    "--disable-crash-reporter",
                    "--force-color-profile=srgb",
                    // Through a pipe, so that the browser ends when the driver does, however that happens.
                    "--remote-debugging-pipe",
                    profile,
                ],
            },
        })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The end of its input tells the watcher to end the driver.
        drop(self.watch.stdin.take());
        drop(self.watch.wait());
        // The browser may take a moment to let go of its profile.
        for _ in 0..50 {
            if std::fs::remove_dir_all(&self.profiles).is_ok() || !self.profiles.exists() {
                break;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

/// A driver behind a watcher that ends it as soon as its own input ends. The system closes that input when we end, even when
/// we are killed; a group of its own keeps Ctrl-C from ending the watcher before the driver.
#[cfg(unix)]
fn watched(driver: &Path) -> Command {
    use std::os::unix::process::CommandExt as _;
    let script = "\"$@\" </dev/null & driver=$!; read -r _; kill \"$driver\" 2>/dev/null; wait \"$driver\" 2>/dev/null";
    let mut command = Command::new("sh");
    command.args(["-c", script, "watch"]).arg(driver).process_group(0);
    command
}

#[cfg(not(unix))]
fn watched(driver: &Path) -> Command {
    Command::new(driver)
}

fn wait_until_ready(said: impl std::io::Read + Send + 'static) -> Result<()> {
    let (send, receive) = std::sync::mpsc::channel();
    // Reads on to the end, so that the driver never waits for somebody to listen.
    std::thread::spawn(move || {
        for line in BufReader::new(said).lines().map_while(Result::ok) {
            if line.contains("started successfully") {
                send.send(()).ok();
            }
        }
    });
    if receive.recv_timeout(Duration::from_secs(20)).is_err() {
        bail!("the browser's driver did not start within 20 seconds");
    }
    Ok(())
}

/// A run that was killed leaves its profiles behind; where the system tells which processes are alive, they go now.
fn remove_stale_profiles() {
    let folders = std::fs::read_dir(project::target().join("browser")).into_iter().flatten().flatten();
    for folder in folders.map(|entry| entry.path()) {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let process = name.split('-').next().unwrap_or_default();
        if Path::new("/proc/self").exists() && !Path::new("/proc").join(process).exists() {
            std::fs::remove_dir_all(folder).ok();
        }
    }
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
