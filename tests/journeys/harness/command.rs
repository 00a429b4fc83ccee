//! `WebDriver` commands that the client has no function for.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::Url;

/// Any command of the session: a path under it and a body, or none for reading.
#[derive(Debug)]
pub(crate) struct Command {
    path: String,
    body: Option<Value>,
}

impl Command {
    pub(crate) fn get(path: impl Into<String>) -> Self {
        Self { path: path.into(), body: None }
    }

    pub(crate) fn post(path: impl Into<String>, body: Value) -> Self {
        Self { path: path.into(), body: Some(body) }
    }

    /// A command of the Chrome `DevTools` protocol.
    pub(crate) fn devtools(command: &str, parameters: &Value) -> Self {
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
