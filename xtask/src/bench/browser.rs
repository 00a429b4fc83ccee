//! Figures from a real browser: start-up, what one change costs, the first chart, and a start without a network.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::interactions::{self, Costs};
use crate::browser::{Browser, block_on};
use crate::project;
use crate::server::{Server, Settings};

const SLOWDOWN: u32 = 4;
const LOADS: usize = 7;

/// What was measured, and every value in milliseconds.
type Row = (String, Vec<f64>);

/// Rows of a table.
#[derive(Default)]
pub(crate) struct Figures {
    pub(super) rows: Vec<Row>,
    pub(super) notes: Vec<String>,
}

impl Figures {
    pub(crate) fn table(&self) -> String {
        let mut table = format!(
            "  {:58} {:>10} {:>10} {:>10}\n",
            format!("ms at {SLOWDOWN}x CPU slowdown"),
            "median",
            "95 %",
            "of"
        );
        for (name, values) in &self.rows {
            let (middle, high) = (quantile(values, 0.5), quantile(values, 0.95));
            writeln!(table, "  {name:58} {middle:>10.1} {high:>10.1} {:>10}", values.len()).ok();
        }
        for note in &self.notes {
            writeln!(table, "  {note}").ok();
        }
        table
    }
}

/// Nearest rank.
pub(super) fn quantile(values: &[f64], part: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a small rank"
    )]
    let rank = (part * sorted.len() as f64).ceil() as usize;
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or(f64::NAN)
}

pub(crate) fn measure(path: &str, clicks: usize) -> Result<Figures> {
    block_on(async {
        let mut figures = opening_and_changes(&project::dist(), path, clicks).await?;
        figures.rows.push(first_chart().await?);
        figures.rows.extend(offline().await?);
        Ok(figures)
    })
}

/// What it costs to open a page of a site, and to change what is on show there.
pub(super) async fn opening_and_changes(site: &Path, path: &str, clicks: usize) -> Result<Figures> {
    let (server, browser) = served(site).await?;
    let address = format!("{}{}", server.address(), path.trim_start_matches('/'));
    let mut figures = Figures::default();
    start_up(&browser, &address, &mut figures).await?;
    interactions::measure(&browser, &address, clicks, &mut figures).await?;
    Ok(figures)
}

/// A site, and a slowed-down browser.
async fn served(site: &Path) -> Result<(Server, Browser)> {
    let server = Server::start(Settings::new(site), 0)?;
    let browser = Browser::open().await?;
    browser.screen(1280, 900, 1).await?;
    browser.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": SLOWDOWN })).await?;
    browser.devtools("Network.enable", &json!({})).await?;
    browser.devtools("Network.setCacheDisabled", &json!({ "cacheDisabled": true })).await?;
    // Time of the thread and not of the clock, so that what else the machine does counts for little.
    browser.devtools("Performance.enable", &json!({ "timeDomain": "threadTicks" })).await?;
    let watch = watch_for("[data-state=ready]:not([hidden] *)", "data-state", "ready");
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", &watch).await?;
    Ok((server, browser))
}

const PAINTED_AND_READY: &str = "const paint = performance.getEntriesByName('first-contentful-paint')[0];
    return [paint?.startTime ?? null, window[Symbol.for('ready')]]";

/// Opening the copy on the device with the server gone and the worker asleep, as after a night.
async fn offline() -> Result<[Row; 2]> {
    let (server, browser) = served(&project::dist()).await?;
    browser.screen(390, 844, 3).await?;
    browser.devtools("ServiceWorker.enable", &json!({})).await?;
    browser.go(&format!("{}?view=notes", server.address())).await?;
    let until = async |what: &str, is_so: &str| -> Result<()> {
        let is_so = browser.until(&format!("return Boolean({is_so})"), Duration::from_secs(30)).await?;
        ensure!(is_so, "{what} within 30 seconds");
        Ok(())
    };
    until("nothing can be saved", "document.querySelector('[data-do=save]')").await?;
    browser.evaluate("document.querySelector('[data-do=save]').click()").await?;
    until("the plan was not saved", "document.querySelector('[data-do=remove]:not([hidden])')").await?;
    let address = server.address();
    drop(server);
    let (mut painted, mut ready) = (Vec::new(), Vec::new());
    for _ in 0..LOADS {
        browser.devtools("Page.navigate", &json!({ "url": "about:blank" })).await?;
        browser.devtools("ServiceWorker.stopAllWorkers", &json!({})).await?;
        browser.go(&address).await?;
        until("the app did not start", "window[Symbol.for('ready')] !== undefined").await?;
        let times = browser.evaluate(PAINTED_AND_READY).await?;
        painted.extend(times.get(0).and_then(Value::as_f64));
        ready.extend(times.get(1).and_then(Value::as_f64));
    }
    Ok([
        ("cold start offline → painted, filters work without script".into(), painted),
        ("cold start offline → app ready".into(), ready),
    ])
}

const TIME_TO_DRAW: &str =
    "const its = performance.getEntriesByType('resource').filter(it => /charts-|plan-details/.test(it.name));
    return window[Symbol.for('drawn')] - Math.max(...its.map(it => it.responseEnd))";

/// From when the last of its files has arrived until the first chart is drawn, on a screen that only one chart is near.
async fn first_chart() -> Result<Row> {
    let (server, browser) = served(&project::dist()).await?;
    browser.screen(1000, 300, 1).await?;
    let watch = watch_for(".cp-chart[data-drawing=drawn]", "data-drawing", "drawn");
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", &watch).await?;
    let mut times = Vec::new();
    for _ in 0..LOADS {
        browser.go(&format!("{}?view=figures", server.address())).await?;
        // This leads to the first and turns to it, as a visitor's thumb would.
        let drawn = "const first = document.querySelector('.cp-chart');\
             first?.scrollIntoView({ behavior: 'instant' });\
             if (first?.matches('[data-still]')) first.click();\
             return window[Symbol.for('drawn')] !== undefined";
        ensure!(browser.until(drawn, Duration::from_secs(20)).await?, "no chart was drawn within 20 seconds");
        times.extend(browser.evaluate(TIME_TO_DRAW).await?.as_f64());
    }
    Ok(("first chart: its last file arrived → drawn".into(), times))
}

/// A script that notes under a name when something first stands on the page; `attribute` is the one that says so.
fn watch_for(selector: &str, attribute: &str, name: &str) -> Value {
    let source = format!(
        "new MutationObserver((_, observer) => {{
          if (!document.querySelector('{selector}')) return;
          Object.defineProperty(window, Symbol.for('{name}'), {{ value: performance.now() }});
          observer.disconnect();
        }}).observe(document, {{ subtree: true, childList: true, attributes: true, attributeFilter: ['{attribute}'] }})"
    );
    json!({ "source": source })
}

const OPENING: &str =
    "const loaded = performance.getEntriesByType('resource'), wasm = loaded.find(it => it.name.endsWith('.wasm'));
    const page = performance.getEntriesByType('navigation')[0];
    const bytes = loaded.reduce((sum, it) => sum + it.encodedBodySize, page.encodedBodySize);
    return [window[Symbol.for('ready')] ?? null, wasm?.responseEnd ?? null, bytes, loaded.length + 1]";

async fn start_up(browser: &Browser, address: &str, figures: &mut Figures) -> Result<()> {
    let (mut ready, mut started, mut scripting) = (Vec::new(), Vec::new(), Vec::new());
    let mut bytes = Value::Null;
    for _ in 0..LOADS {
        browser.devtools("Page.navigate", &json!({ "url": "about:blank" })).await?;
        let before = Costs::now(browser).await?;
        browser.go(address).await?;
        // The counters start again with each document's process; a negative difference means just that.
        let spent = Costs::now(browser).await?.since(&before);
        let times = browser.evaluate(OPENING).await?;
        let number = |at: usize| times.get(at).and_then(Value::as_f64);
        if let Some(at) = number(0) {
            ready.push(at);
            started.extend(number(1).map(|arrived| at - arrived));
        }
        scripting.push(spent.scripting);
        bytes = times;
    }
    if ready.is_empty() {
        figures.notes.push("Start-up is not measured: nothing on the page says data-state=\"ready\".".into());
        return Ok(());
    }
    figures.rows.push(("page asked for → app ready".into(), ready));
    figures.rows.push(("wasm arrived → app ready (compile, start, first view)".into(), started));
    figures.rows.push(("scripting while the page opens".into(), scripting));
    let part = |at: usize| bytes.get(at).and_then(Value::as_u64).unwrap_or_default();
    figures.notes.push(format!("Opening it takes {} requests and {} bytes of body as sent.", part(3), part(2)));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_values_that_occurred() {
        let values = [5.0, 1.0, 4.0, 2.0, 3.0];
        assert!((quantile(&values, 0.5) - 3.0).abs() < 1e-9);
        assert!((quantile(&values, 0.95) - 5.0).abs() < 1e-9);
        assert!((quantile(&[7.0], 0.5) - 7.0).abs() < 1e-9);
        assert!(quantile(&[], 0.5).is_nan());
    }
}
