//! A small blocking `WebDriver` client, enough for pictures and figures. The journeys use a fuller one.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use serde_json::{Value, json};

use crate::browser::AT_REST;
use crate::driver::{Device, Driver};

/// One browser. Dropping it closes the browser.
pub struct Session<'driver> {
    driver: &'driver Driver,
    path: String,
}

impl<'driver> Session<'driver> {
    /// Opens a browser.
    ///
    /// # Errors
    /// When the driver refuses.
    pub fn open(driver: &'driver Driver) -> Result<Self> {
        let wanted = json!({ "capabilities": { "alwaysMatch": driver.capabilities(Device::default()) } });
        let session = send(driver.port(), "POST", "/session", &wanted)?;
        let id = session.get("sessionId").and_then(Value::as_str).context("the driver opened no session")?;
        Ok(Self { driver, path: format!("/session/{id}") })
    }

    /// Sends one command of the session.
    ///
    /// # Errors
    /// When the driver answers with an error.
    pub fn command(&self, method: &str, path: &str, body: &Value) -> Result<Value> {
        send(self.driver.port(), method, &format!("{}{path}", self.path), body)
    }

    /// Sends one command of the Chrome `DevTools` protocol.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub fn devtools(&self, command: &str, parameters: &Value) -> Result<Value> {
        self.command("POST", "/goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }

    /// Goes to an address and waits until the page is at rest.
    ///
    /// # Errors
    /// When it does not come to rest within 20 seconds.
    pub fn go(&self, address: &str) -> Result<()> {
        self.command("POST", "/url", &json!({ "url": address }))?;
        let deadline = Instant::now() + Duration::from_secs(20);
        while self.evaluate(&format!("return {AT_REST}"))? != Value::Bool(true) {
            if Instant::now() > deadline {
                bail!("{address} did not come to rest within 20 seconds");
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    /// The value of a script's `return`.
    ///
    /// # Errors
    /// When it throws.
    pub fn evaluate(&self, script: &str) -> Result<Value> {
        self.command("POST", "/execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// The value of a script's promise.
    ///
    /// # Errors
    /// When it throws or is refused.
    pub fn evaluate_promise(&self, script: &str) -> Result<Value> {
        let script = format!(
            "const done = arguments[0]; (async () => {{ {script} }})().then(done, error => done(String(error)))"
        );
        self.command("POST", "/execute/async", &json!({ "script": script, "args": [] }))
    }

    /// A picture of a part of the page, in page coordinates.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn picture(&self, [x, y, width, height]: [f64; 4]) -> Result<Vec<u8>> {
        let clip = json!({ "x": x, "y": y, "width": width, "height": height, "scale": 1 });
        let wanted = json!({ "format": "png", "captureBeyondViewport": true, "optimizeForSpeed": true, "clip": clip });
        let picture = self.devtools("Page.captureScreenshot", &wanted)?;
        let text = picture.get("data").and_then(Value::as_str).context("the browser took no picture")?;
        Ok(base64::engine::general_purpose::STANDARD.decode(text)?)
    }
}

impl Drop for Session<'_> {
    fn drop(&mut self) {
        drop(self.command("DELETE", "", &Value::Null));
    }
}

/// One request to the driver, on a connection of its own; gives back the `value` of the answer.
fn send(port: u16, method: &str, path: &str, body: &Value) -> Result<Value> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).context("the browser's driver is not there")?;
    stream.set_read_timeout(Some(Duration::from_secs(90)))?;
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let length = body.len();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json; charset=utf-8\r\n\
         Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )?;
    let mut reader = BufReader::new(stream);
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 || line == "\r\n" {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse()?;
        }
    }
    let mut text = vec![0; length];
    reader.read_exact(&mut text)?;
    let mut answer: Value = serde_json::from_slice(&text).context("the driver's answer is not JSON")?;
    let value = answer.get_mut("value").map(Value::take).unwrap_or_default();
    if let Some(error) = value.get("error").and_then(Value::as_str) {
        let message = value.get("message").and_then(Value::as_str).unwrap_or_default();
        bail!("{error}: {}", message.lines().next().unwrap_or_default());
    }
    Ok(value)
}
