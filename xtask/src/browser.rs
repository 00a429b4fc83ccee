//! Asking a browser, through `fantoccini`: what the figures, the pictures and the journeys share.

use std::time::Duration;

use anyhow::{Context as _, Result, anyhow, ensure};
use fantoccini::Client;
use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use tokio::time::{Instant, sleep, timeout};
use url::Url;

use crate::driver::{Device, Driver, Engine};

/// Says whether the page has come to rest: everything loaded, and the app, if the page has one, started or given up.
///
/// An app says how it stands with `data-state="loading|ready|failed"` on any element.
pub const AT_REST: &str = "document.readyState === 'complete' && document.body !== null && document.body.childElementCount > 0 \
     && document.querySelector('[data-state=loading]') === null";

/// How long a browser may take to answer anything.
const LONGEST: Duration = Duration::from_secs(90);
const SILENT: &str = "the browser does not answer";
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

/// Runs what asks browsers to its end, on this thread.
///
/// # Errors
/// Those of what is run.
pub fn block_on<T>(asks: impl Future<Output = Result<T>>) -> Result<T> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(asks)
}

/// A `WebDriver` command that the client has no function for: a path under the session and a body, or none for reading.
#[derive(Debug)]
pub struct Command {
    path: String,
    body: Option<Value>,
}

impl Command {
    /// One that reads.
    #[must_use]
    pub fn get(path: impl Into<String>) -> Self {
        Self { path: path.into(), body: None }
    }

    /// One that does something.
    #[must_use]
    pub fn post(path: impl Into<String>, body: Value) -> Self {
        Self { path: path.into(), body: Some(body) }
    }

    /// A command of the Chrome `DevTools` protocol.
    #[must_use]
    pub fn devtools(command: &str, parameters: &Value) -> Self {
        Self::post("goog/cdp/execute", json!({ "cmd": command, "params": parameters }))
    }

    /// A screen of this size, with so many dots across each pixel; a narrow one is a phone's.
    #[must_use]
    pub fn screen(width: u32, height: u32, density: u32) -> Self {
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": density, "mobile": width < 600 });
        Self::devtools("Emulation.setDeviceMetricsOverride", &screen)
    }
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        match &self.body {
            Some(body) => (Method::POST, Some(body.to_string())),
            None => (Method::GET, None),
        }
    }
}

/// Chromium with a driver of its own, for figures and pictures. Dropping it ends both.
pub(crate) struct Browser {
    client: Client,
    _driver: Driver,
}

impl Browser {
    pub(crate) async fn open() -> Result<Self> {
        let driver = Driver::start(Engine::Chromium)?;
        let client = timeout(LONGEST, driver.open(Device::default())).await.context(SILENT)??;
        Ok(Self { client, _driver: driver })
    }

    /// Sends one command of the Chrome `DevTools` protocol.
    pub(crate) async fn devtools(&self, command: &str, parameters: &Value) -> Result<Value> {
        answer(self.client.issue_cmd(Command::devtools(command, parameters))).await
    }

    /// Gives it a screen: see [`Command::screen`].
    pub(crate) async fn screen(&self, width: u32, height: u32, density: u32) -> Result<()> {
        answer(self.client.issue_cmd(Command::screen(width, height, density))).await.map(|_| ())
    }

    /// Goes to an address and waits until the page is at rest.
    pub(crate) async fn go(&self, address: &str) -> Result<()> {
        answer(self.client.goto(address)).await?;
        let rests = self.until(&format!("return {AT_REST}"), Duration::from_secs(20)).await?;
        ensure!(rests, "{address} did not come to rest within 20 seconds");
        Ok(())
    }

    /// The value of a script's `return`.
    pub(crate) async fn evaluate(&self, script: &str) -> Result<Value> {
        answer(self.client.execute(script, vec![])).await
    }

    /// Runs a script again and again until it returns true, and says whether it has in time.
    pub(crate) async fn until(&self, script: &str, within: Duration) -> Result<bool> {
        let deadline = Instant::now() + within;
        while self.evaluate(script).await? != Value::Bool(true) {
            if Instant::now() > deadline {
                return Ok(false);
            }
            sleep(BETWEEN_LOOKS).await;
        }
        Ok(true)
    }
}

/// What the driver answers. Of an error, its first line: after that comes the driver's own stack.
async fn answer<T>(asked: impl Future<Output = Result<T, CmdError>>) -> Result<T> {
    let answer = timeout(LONGEST, asked).await.context(SILENT)?;
    answer.map_err(|error| match error {
        CmdError::Standard(it) => anyhow!("{}: {}", it.error, it.message.lines().next().unwrap_or_default()),
        other => other.into(),
    })
}
