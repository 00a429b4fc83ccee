//! The command `look`: pictures of the built site.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, Result};
use base64::Engine as _;
use serde_json::{Value, json};

use crate::args::Args;
use crate::browser::{Browser, block_on};
use crate::driver::Engine;
use crate::run::step;
use crate::server::{Server, Settings};
use crate::setup::{self, Need};
use crate::{build, project};

const WIDTHS: [u32; 4] = [320, 390, 768, 1280];
/// The longest picture that Chromium takes in one piece.
const LONGEST: f64 = 16_000.0;
const PART: f64 = 2_000.0;
/// What the second module fills in or near the window is there, so that the page has its height.
const PARTS_ARE_THERE: &str = "return ![...document.querySelectorAll('[data-part]:not([data-wait])')]
    .some(it => it.checkVisibility() && it.getBoundingClientRect().top < 2 * innerHeight && it.querySelector('.cp-part__line'))";

struct Wishes {
    paths: Vec<String>,
    widths: Vec<u32>,
    schemes: Vec<&'static str>,
    fold: bool,
    parts: bool,
    at: Option<String>,
}

pub(crate) fn run(mut args: Args) -> Result<()> {
    let as_is = args.flag("--as-is");
    let (light, dark) = (args.flag("--light"), args.flag("--dark"));
    let mut wishes = Wishes {
        paths: args.values("--path")?,
        widths: args.number("--width")?,
        schemes: [("light", light), ("dark", dark)].iter().filter(|it| it.1 || light == dark).map(|it| it.0).collect(),
        fold: args.flag("--fold"),
        parts: args.flag("--parts"),
        at: args.value("--at")?,
    };
    args.finish()?;
    if wishes.paths.is_empty() {
        wishes.paths.push(String::new());
    }
    if wishes.widths.is_empty() {
        wishes.widths.extend(WIDTHS);
    }
    if !as_is {
        let tools = setup::set_up(Need::Browsers(Engine::Chromium.alone()))?;
        build::build_if_changed(&tools)?;
    }
    step("Taking pictures", "about half a second each", || block_on(take(&wishes)))
}

async fn take(wishes: &Wishes) -> Result<()> {
    let folder = project::target().join("look");
    anyhow::ensure!(project::dist().join("index.html").is_file(), "there is no built site in dist/");
    std::fs::create_dir_all(&folder)?;
    let server = Server::start(Settings::new(project::dist()), 0)?;
    let browser = Browser::open().await?;
    for path in &wishes.paths {
        for width in &wishes.widths {
            let height = if *width < 600 { 800 } else { 900 };
            browser.screen(*width, height, 1).await?;
            for scheme in &wishes.schemes {
                let media = json!({ "features": [
                    { "name": "prefers-color-scheme", "value": scheme },
                    { "name": "prefers-reduced-motion", "value": "reduce" },
                ] });
                browser.devtools("Emulation.setEmulatedMedia", &media).await?;
                browser.go(&format!("{}{}", server.address(), path.trim_start_matches('/'))).await?;
                browser.until(PARTS_ARE_THERE, Duration::from_secs(3)).await?;
                let name = format!("{}-{width}-{scheme}", slug(path));
                let areas = areas(&browser, wishes, f64::from(*width), f64::from(height)).await?;
                for (part, area) in areas.into_iter().enumerate() {
                    let name = if part == 0 { format!("{name}.png") } else { format!("{name}-{}.png", part + 1) };
                    save(&folder.join(name), &picture(&browser, area).await?)?;
                }
            }
        }
    }
    Ok(())
}

/// A picture of a part of the page, in page coordinates.
async fn picture(browser: &Browser, [x, y, width, height]: [f64; 4]) -> Result<Vec<u8>> {
    let clip = json!({ "x": x, "y": y, "width": width, "height": height, "scale": 1 });
    let wanted = json!({ "format": "png", "captureBeyondViewport": true, "optimizeForSpeed": true, "clip": clip });
    let picture = browser.devtools("Page.captureScreenshot", &wanted).await?;
    let text = picture.get("data").and_then(Value::as_str).context("the browser took no picture")?;
    Ok(base64::engine::general_purpose::STANDARD.decode(text)?)
}

/// The parts of the page to take, each as left, top, width and height.
async fn areas(browser: &Browser, wishes: &Wishes, width: f64, height: f64) -> Result<Vec<[f64; 4]>> {
    if let Some(css) = &wishes.at {
        let script = format!(
            "const box = document.querySelector({})?.getBoundingClientRect();\
             return box && [box.left + scrollX, box.top + scrollY, box.width, box.height]",
            json!(css)
        );
        let area: Vec<f64> = serde_json::from_value(browser.evaluate(&script).await?).unwrap_or_default();
        let area = <[f64; 4]>::try_from(area).ok().with_context(|| format!("nothing on the page is `{css}`"))?;
        return Ok(vec![area]);
    }
    let size =
        browser.evaluate("const it = document.documentElement; return [it.scrollWidth, it.scrollHeight]").await?;
    let across = size.get(0).and_then(Value::as_f64).unwrap_or(width);
    let down = size.get(1).and_then(Value::as_f64).unwrap_or(height);
    if across > width {
        println!("  Note: at {width} pixels the page is {across} wide and scrolls sideways.");
    }
    if wishes.fold {
        return Ok(vec![[0.0, 0.0, width, height]]);
    }
    if !wishes.parts {
        if down > LONGEST {
            println!(
                "  Note: at {width} pixels the page is {down} high; only the first {LONGEST} are taken. Try --parts."
            );
        }
        return Ok(vec![[0.0, 0.0, across, down.min(LONGEST)]]);
    }
    let mut areas = Vec::new();
    let mut top = 0.0;
    while top < down {
        areas.push([0.0, top, across, PART.min(down - top)]);
        top += PART;
    }
    Ok(areas)
}

fn save(path: &Path, picture: &[u8]) -> Result<()> {
    std::fs::write(path, picture)?;
    println!("  {}", path.strip_prefix(project::root()).unwrap_or(path).display());
    Ok(())
}

/// A file name for what was opened.
fn slug(path: &str) -> String {
    let words: Vec<_> = path.split(|it: char| !it.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "home".into() } else { words.join("-") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_pictures_after_what_was_opened() {
        assert_eq!(slug(""), "home");
        assert_eq!(slug("?view=money&ward=castle"), "view-money-ward-castle");
    }
}
