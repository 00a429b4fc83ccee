//! Figures from a real browser: start-up, what one change costs, the first chart, and a start without a network.

use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Result;
use serde_json::{Value, json};

use super::interactions::{self, Costs};
use crate::driver::{Driver, Engine};
use crate::project;
use crate::server::{Server, Settings};
use crate::webdriver::Session;

const SLOWDOWN: u32 = 4;
const LOADS: usize = 7;

/// Rows of a table: what was measured, and every value in milliseconds.
pub(crate) struct Figures {
    pub(super) rows: Vec<(String, Vec<f64>)>,
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
    let mut figures = with_browser(&project::dist(), path, |session, address, figures| {
        start_up(session, address, figures)?;
        interactions::measure(session, address, clicks, figures)
    })?;
    let more = with_browser(&project::dist(), "", first_chart)?;
    figures.rows.extend(more.rows);
    figures.rows.extend(offline()?.rows);
    Ok(figures)
}

/// Measures something in a slowed-down browser on a site.
pub(super) fn with_browser(
    site: &Path,
    path: &str,
    measure: impl FnOnce(&Session<'_>, &str, &mut Figures) -> Result<()>,
) -> Result<Figures> {
    let server = Server::start(Settings::new(site), 0)?;
    let address = format!("{}{}", server.address(), path.trim_start_matches('/'));
    let driver = Driver::start(Engine::Chromium)?;
    let session = slow_browser(&driver)?;
    let mut figures = Figures { rows: Vec::new(), notes: Vec::new() };
    measure(&session, &address, &mut figures)?;
    Ok(figures)
}

fn slow_browser(driver: &Driver) -> Result<Session<'_>> {
    let session = Session::open(driver)?;
    let screen = json!({ "width": 1280, "height": 900, "deviceScaleFactor": 1, "mobile": false });
    session.devtools("Emulation.setDeviceMetricsOverride", &screen)?;
    session.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": SLOWDOWN }))?;
    session.devtools("Network.enable", &json!({}))?;
    session.devtools("Network.setCacheDisabled", &json!({ "cacheDisabled": true }))?;
    // Time of the thread and not of the clock, so that what else the machine does counts for little.
    session.devtools("Performance.enable", &json!({ "timeDomain": "threadTicks" }))?;
    session.devtools(
        "Page.addScriptToEvaluateOnNewDocument",
        &watch_for("[data-state=ready]:not([hidden] *)", "data-state", "ready"),
    )?;
    Ok(session)
}

/// Opening the copy on the device with the server gone and the worker asleep, as after a night.
fn offline() -> Result<Figures> {
    let server = Server::start(Settings::new(project::dist()), 0)?;
    let driver = Driver::start(Engine::Chromium)?;
    let session = slow_browser(&driver)?;
    let screen = json!({ "width": 390, "height": 844, "deviceScaleFactor": 3, "mobile": true });
    session.devtools("Emulation.setDeviceMetricsOverride", &screen)?;
    session.devtools("ServiceWorker.enable", &json!({}))?;
    let address = format!("{}?view=notes", server.address());
    session.go(&address)?;
    let until = |what: &str, is_so: &str| -> Result<()> {
        let deadline = Instant::now() + Duration::from_secs(30);
        while session.evaluate(&format!("return Boolean({is_so})"))? != Value::Bool(true) {
            anyhow::ensure!(Instant::now() < deadline, "{what} within 30 seconds");
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    };
    until("nothing can be saved", "document.querySelector('[data-do=save]')")?;
    session.evaluate("document.querySelector('[data-do=save]').click()")?;
    until("the plan was not saved", "document.querySelector('[data-do=remove]:not([hidden])')")?;
    let address = server.address();
    drop(server);
    let (mut painted, mut ready) = (Vec::new(), Vec::new());
    for _ in 0..LOADS {
        session.devtools("Page.navigate", &json!({ "url": "about:blank" }))?;
        session.devtools("ServiceWorker.stopAllWorkers", &json!({}))?;
        session.go(&address)?;
        until("the app did not start", "window[Symbol.for('ready')] !== undefined")?;
        let times = session.evaluate(
            "return [performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null, window[Symbol.for('ready')]]",
        )?;
        painted.extend(times.get(0).and_then(Value::as_f64));
        ready.extend(times.get(1).and_then(Value::as_f64));
    }
    let rows = vec![
        ("cold start offline → painted, filters work without script".into(), painted),
        ("cold start offline → app ready".into(), ready),
    ];
    Ok(Figures { rows, notes: Vec::new() })
}

/// From when the last of its files has arrived until the first chart is drawn, on a screen that only one chart is near.
fn first_chart(session: &Session<'_>, address: &str, figures: &mut Figures) -> Result<()> {
    let screen = json!({ "width": 1000, "height": 300, "deviceScaleFactor": 1, "mobile": false });
    session.devtools("Emulation.setDeviceMetricsOverride", &screen)?;
    let watch = watch_for(".cp-chart[data-drawing=drawn]", "data-drawing", "drawn");
    session.devtools("Page.addScriptToEvaluateOnNewDocument", &watch)?;
    let mut times = Vec::new();
    for _ in 0..LOADS {
        session.go(&format!("{address}?view=figures"))?;
        let deadline = Instant::now() + Duration::from_secs(20);
        // This leads to the first and turns to it, as a visitor's thumb would.
        let wait = "const first = document.querySelector('.cp-chart');\
             first?.scrollIntoView({ behavior: 'instant' });\
             if (first?.matches('[data-still]')) first.click();\
             return window[Symbol.for('drawn')] === undefined";
        while session.evaluate(wait)? == Value::Bool(true) {
            anyhow::ensure!(Instant::now() < deadline, "no chart was drawn within 20 seconds");
            std::thread::sleep(Duration::from_millis(20));
        }
        let time = session.evaluate(
            "const its = performance.getEntriesByType('resource').filter(it => /charts-|plan-details/.test(it.name));\
             return window[Symbol.for('drawn')] - Math.max(...its.map(it => it.responseEnd))",
        )?;
        times.extend(time.as_f64());
    }
    figures.rows.push(("first chart: its last file arrived → drawn".into(), times));
    Ok(())
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

pub(super) fn start_up(session: &Session<'_>, address: &str, figures: &mut Figures) -> Result<()> {
    let (mut ready, mut started, mut scripting) = (Vec::new(), Vec::new(), Vec::new());
    let mut bytes = Value::Null;
    for _ in 0..LOADS {
        session.devtools("Page.navigate", &json!({ "url": "about:blank" }))?;
        let before = Costs::now(session)?;
        session.go(address)?;
        // The counters start again with each document's process; a negative difference means just that.
        let spent = Costs::now(session)?.since(&before);
        let times = session.evaluate(
            "const loaded = performance.getEntriesByType('resource');\
             const wasm = loaded.find(it => it.name.endsWith('.wasm'));\
             const bytes = loaded.reduce((sum, it) => sum + it.encodedBodySize, performance.getEntriesByType('navigation')[0].encodedBodySize);\
             return [window[Symbol.for('ready')] ?? null, wasm?.responseEnd ?? null, bytes, loaded.length + 1]",
        )?;
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
