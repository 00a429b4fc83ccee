//! Asking a browser, through `fantoccini`: what the figures, the pictures and the journeys share.

use anyhow::Result;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::Url;

/// Says whether the page has come to rest: everything loaded, and the app, if the page has one, started or given up.
///
/// An app says how it stands with `data-state="loading|ready|failed"` on any element.
pub const AT_REST: &str = "document.readyState === 'complete' && document.body !== null && document.body.childElementCount > 0 \
     && document.querySelector('[data-state=loading]') === null";

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
