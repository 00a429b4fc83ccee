//! Where the browsers and their drivers are.

use std::path::PathBuf;

use anyhow::{Context as _, Result};

use super::Engine;
use crate::setup;

/// Where a browser, its driver, and what it needs to be shown on are.
#[derive(Clone, Debug)]
pub struct Programs {
    pub(crate) browser: PathBuf,
    pub(super) driver: PathBuf,
    pub(super) display: Option<PathBuf>,
}

impl Programs {
    /// Finds them: what the environment names first, then PATH, then the usual places.
    ///
    /// # Errors
    /// When one is missing; the message says which.
    pub fn find(engine: Engine) -> Result<Self> {
        match engine {
            Engine::Chromium => chromium(),
            Engine::Firefox => firefox(),
            Engine::WebKit => webkit(),
        }
    }

    /// Whether the browser is there, when its driver may still be missing.
    pub(crate) fn has_browser(engine: Engine) -> bool {
        match engine {
            Engine::Firefox => firefox_itself().is_some(),
            Engine::Chromium | Engine::WebKit => Self::find(engine).is_ok(),
        }
    }
}

fn chromium() -> Result<Programs> {
    let browser = find(
        &["CHROMIUM", "CHROME"],
        &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
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
    Ok(Programs {
        browser: browser.context("no Chromium or Chrome was found; CHROMIUM may say where it is")?,
        driver: driver.context("no chromedriver was found; CHROMEDRIVER may say where it is")?,
        display: None,
    })
}

fn firefox() -> Result<Programs> {
    let driver = match find(&["GECKODRIVER"], &[], &[]) {
        Some(told) => Some(told),
        None => setup::geckodriver()?,
    };
    Ok(Programs {
        browser: firefox_itself().context("no Firefox was found; FIREFOX may say where it is")?,
        driver: driver
            .context("no geckodriver was found; `cargo xtask setup` compiles it, or GECKODRIVER may say where it is")?,
        display: None,
    })
}

fn firefox_itself() -> Option<PathBuf> {
    find(&["FIREFOX"], &["firefox-esr", "firefox"], &["/Applications/Firefox.app/Contents/MacOS/firefox"])
}

fn webkit() -> Result<Programs> {
    // Under a folder named after the machine's kind and the library's version.
    let folders = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|entry| entry.path());
    let places: Vec<String> = [PathBuf::from("/usr/lib"), PathBuf::from("/usr/libexec"), PathBuf::from("/usr/lib64")]
        .into_iter()
        .chain(folders.filter(|folder| folder.is_dir()))
        .flat_map(|folder| ["4.1", "4.0"].map(|version| folder.join(format!("webkit2gtk-{version}/MiniBrowser"))))
        .map(|place| place.display().to_string())
        .collect();
    let places: Vec<&str> = places.iter().map(String::as_str).collect();
    let browser = find(&["MINIBROWSER"], &[], &places);
    let driver = find(&["WEBKITWEBDRIVER"], &["WebKitWebDriver"], &[]);
    let display = find(&["XVFB"], &["Xvfb"], &[]);
    Ok(Programs {
        browser: browser.context("WebKitGTK's MiniBrowser was not found; MINIBROWSER may say where it is")?,
        driver: driver.context("no WebKitWebDriver was found; WEBKITWEBDRIVER may say where it is")?,
        display: Some(display.context("no Xvfb was found; XVFB may say where it is")?),
    })
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
