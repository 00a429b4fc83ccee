//! Starts the driver of a browser engine and makes sure that it and its browsers end with us, whatever happens.

mod chromium;
mod firefox;
mod programs;
pub mod webkit;

use std::io::{BufRead as _, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;

use crate::project;
pub use programs::Programs;

/// A browser engine that the site is tested in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium or Chrome, through chromedriver.
    Chromium,
    /// Firefox ESR or Firefox, through geckodriver.
    Firefox,
    /// `WebKitGTK`, the engine of Safari on Linux, through `WebKitWebDriver` and its own small browser.
    WebKit,
}

impl Engine {
    /// All of them, in the order in which they are tested.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The engine of this name, as given on the command line.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// The list of this one alone.
    #[must_use]
    pub fn alone(self) -> &'static [Self] {
        match self {
            Self::Chromium => &[Self::Chromium],
            Self::Firefox => &[Self::Firefox],
            Self::WebKit => &[Self::WebKit],
        }
    }

    /// Whether one driver serves several browsers at a time.
    #[must_use]
    pub fn shares_its_driver(self) -> bool {
        self == Self::Chromium
    }
}

/// What a visitor's device is set to, as far as a browser has to be started for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Device {
    /// Dark colours.
    pub dark: bool,
    /// Less motion.
    pub less_motion: bool,
}

/// A running driver. Dropping it ends the driver and every browser that it started.
pub struct Driver {
    engine: Engine,
    watch: Child,
    // Ends after the driver, on which it waits for nothing.
    _display: Option<webkit::Display>,
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
        let programs = Programs::find(engine)?;
        let port = free_port()?;
        let profiles = project::target().join("browser").join(format!("{}-{port}", std::process::id()));
        remove_stale_profiles();
        std::fs::create_dir_all(&profiles)?;
        let mut command = watched(&programs.driver);
        let display = match engine {
            Engine::Chromium => {
                chromium::prepare(&mut command, port, &profiles);
                None
            }
            Engine::Firefox => {
                firefox::prepare(&mut command, port, &profiles)?;
                None
            }
            Engine::WebKit => {
                let display = webkit::Display::start(&programs)?;
                webkit::prepare(&mut command, port, &profiles, &display)?;
                Some(display)
            }
        };
        // Chromium keeps what it fetched there and not in its profile. A port that comes again in a later run would find answers of
        // another host, and of another build.
        command.env("XDG_CACHE_HOME", &profiles);
        let watch = command
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{} could not be started", programs.driver.display()))?;
        let driver = Self { engine, watch, _display: display, port, programs, profiles, sessions: AtomicU32::new(0) };
        driver.wait_until_it_answers()?;
        Ok(driver)
    }

    fn wait_until_it_answers(&self) -> Result<()> {
        let deadline = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            if Instant::now() > deadline {
                bail!("the driver of {} did not start within 20 seconds", self.engine.name());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    /// Which engine it drives.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Opens one more browser, with a profile of its own, on a device that is set like this.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn open(&self, device: Device) -> Result<Client> {
        let Value::Object(wanted) = self.capabilities(device) else { bail!("the capabilities are no object") };
        let address = format!("http://127.0.0.1:{}", self.port);
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(wanted).connect(&address).await.context("no browser could be opened")
    }

    fn capabilities(&self, device: Device) -> Value {
        let profile = self.profiles.join(self.sessions.fetch_add(1, Ordering::Relaxed).to_string());
        match self.engine {
            Engine::Chromium => chromium::capabilities(&self.programs.browser, &profile),
            Engine::Firefox => firefox::capabilities(&self.programs.browser),
            Engine::WebKit => webkit::capabilities(&self.programs.browser, &self.profiles, device),
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        end(&mut self.watch);
        // The browser may take a moment to let go of its profile.
        for _ in 0..50 {
            if std::fs::remove_dir_all(&self.profiles).is_ok() || !self.profiles.exists() {
                break;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

/// A program behind a watcher that ends it, and what it started, as soon as the watcher's own input ends. The system closes
/// that input when we end, even when we are killed; a group of its own keeps Ctrl-C from ending the watcher first.
#[cfg(unix)]
fn watched(program: &Path) -> Command {
    use std::os::unix::process::CommandExt as _;
    let script =
        "\"$@\" </dev/null & program=$!; read -r _; trap '' TERM; kill 0 2>/dev/null; wait \"$program\" 2>/dev/null";
    let mut command = Command::new("sh");
    command.args(["-c", script, "watch"]).arg(program).process_group(0);
    command
}

#[cfg(not(unix))]
fn watched(program: &Path) -> Command {
    Command::new(program)
}

/// Ends what `watched` started: the end of its input tells the watcher.
fn end(watch: &mut Child) {
    drop(watch.stdin.take());
    drop(watch.wait());
}

/// The first line that a program prints; the rest is read too, so that it never waits for somebody to listen.
fn first_line(said: impl std::io::Read + Send + 'static, within: Duration) -> Option<String> {
    let (send, receive) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(said).lines().map_while(Result::ok) {
            send.send(line).ok();
        }
    });
    receive.recv_timeout(within).ok()
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
