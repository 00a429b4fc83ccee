//! How chromedriver is started, and Chromium by it.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

pub(super) fn prepare(driver: &mut Command, port: u16, profiles: &Path) {
    driver.arg(format!("--port={port}"));
    // Where the browser would keep crash reports: not in the home of whoever runs the tests.
    driver.env("XDG_CONFIG_HOME", profiles);
}

pub(super) fn capabilities(browser: &Path, profile: &Path) -> Value {
    let profile = format!("--user-data-dir={}", profile.display());
    json!({
        "browserName": "chrome",
        // What is still on its way does not keep a journey from looking at the page.
        "pageLoadStrategy": "eager",
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": {
            "binary": browser,
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
