//! How geckodriver is started, and Firefox by it.

use std::path::Path;
use std::process::Command;

use anyhow::Result;
use serde_json::{Value, json};

use super::free_port;

pub(super) fn prepare(driver: &mut Command, port: u16, profiles: &Path) -> Result<()> {
    driver.arg(format!("--port={port}")).arg(format!("--websocket-port={}", free_port()?));
    driver.arg(format!("--marionette-port={}", free_port()?));
    // The harness sets what the device prefers from the browser's own side.
    driver.arg("--allow-system-access").arg("--profile-root").arg(profiles);
    // Firefox writes into the home of whoever runs it, and asks the desktop for its colours.
    driver.env("HOME", profiles).env_remove("DBUS_SESSION_BUS_ADDRESS").env_remove("XDG_CONFIG_HOME");
    driver.env("MOZ_CRASHREPORTER_DISABLE", "1");
    Ok(())
}

pub(super) fn capabilities(browser: &Path) -> Value {
    json!({
        "browserName": "firefox",
        // What is still on its way does not keep a journey from looking at the page.
        "pageLoadStrategy": "eager",
        "moz:firefoxOptions": {
            "binary": browser,
            "args": ["-headless", "-width", "1400", "-height", "1400"],
            "prefs": {
                // Nothing of its own over the network.
                "browser.contentblocking.report.lockwise.enabled": false,
                "network.captive-portal-service.enabled": false,
                "network.connectivity-service.enabled": false,
                "network.dns.disablePrefetch": true,
                "dom.w3c_touch_events.enabled": 1,
                // As on a phone: they take no room from the page.
                "ui.useOverlayScrollbars": 1,
                // As on the desktops of most people, whatever this machine's is set to.
                "ui.systemUsesDarkTheme": 0,
                "ui.prefersReducedMotion": 0,
                "layout.css.prefers-color-scheme.content-override": 1,
            },
        },
    })
}
