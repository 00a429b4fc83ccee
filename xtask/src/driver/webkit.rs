//! How the driver of `WebKitGTK` is started, and its browser by it, on a display that nobody sees.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use super::{Device, Programs, end, first_line, watched};

/// Its size: the highest screen of the journeys fits below its middle.
const WIDE: u32 = 1920;
const HIGH: u32 = 2900;

/// Where the corner of a window so wide has to be, to have the display's pointer on the window's own row of buttons. The
/// pointer stands in the middle of the display; without a window manager, the keyboard goes to the window under it.
#[must_use]
pub fn corner(width: u32) -> (u32, u32) {
    (WIDE.saturating_sub(width) / 2, HIGH / 2 - 3)
}

/// A display in memory.
pub(crate) struct Display {
    watch: Child,
    number: String,
}

impl Display {
    pub(super) fn start(programs: &Programs) -> Result<Self> {
        let server = programs.display.as_deref().context("no Xvfb was found")?;
        let mut watch = watched(server)
            // It takes the first number that is free and prints it once it is ready.
            .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0"])
            .arg(format!("{WIDE}x{HIGH}x24"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{} could not be started", server.display()))?;
        let said = watch.stdout.take().and_then(|said| first_line(said, Duration::from_secs(20)));
        let mut display = Self { watch, number: String::new() };
        display.number = format!(":{}", said.context("the display did not start within 20 seconds")?.trim());
        Ok(display)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        end(&mut self.watch);
    }
}

/// Lets the window become as narrow as a phone, which its row of buttons would not.
const SMALL_WINDOW: &str = "* { min-width: 0; min-height: 0; }\n\
     headerbar, toolbar, .toolbar, entry, button { padding: 0; margin: 0; border-width: 0; }\n";

/// The settings of the desktop, once as usual and once with less motion.
const SETTINGS: [(&str, u8); 2] = [("usual", 1), ("less-motion", 0)];

pub(super) fn prepare(driver: &mut Command, port: u16, profiles: &Path, display: &Display) -> Result<()> {
    for (name, animations) in SETTINGS {
        let folder = profiles.join(name).join("gtk-3.0");
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("gtk.css"), SMALL_WINDOW)?;
        fs::write(folder.join("settings.ini"), format!("[Settings]\ngtk-enable-animations={animations}\n"))?;
    }
    driver.arg(format!("--port={port}"));
    driver.env("DISPLAY", &display.number).env("GDK_BACKEND", "x11").env_remove("WAYLAND_DISPLAY");
    driver.env("HOME", profiles).env_remove("DBUS_SESSION_BUS_ADDRESS").env("NO_AT_BRIDGE", "1");
    // It opens nothing but the site under test, and its own sandbox cannot be set up by root or inside a container.
    driver.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
    // The graphics driver for machines without a graphics card (Mesa's llvmpipe) reads a list now and then that one of its own threads
    // has freed, and takes the browser with it. So it has none.
    driver.env("LP_NUM_THREADS", "0");
    Ok(())
}

pub(super) fn capabilities(browser: &Path, profiles: &Path, device: Device) -> Value {
    let settings = SETTINGS[usize::from(device.less_motion)].0;
    let mut args = vec![
        format!("XDG_CONFIG_HOME={}", profiles.join(settings).display()),
        browser.display().to_string(),
        "--automation".to_owned(),
    ];
    if device.dark {
        args.push("--dark-mode".into());
    }
    // The driver starts the browser in its own environment; `env` gives this one settings of its own.
    json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": { "binary": "/usr/bin/env", "args": args },
    })
}
