//! What Lighthouse makes of the site: a phone of the middle range on slow 4G, its processor slowed down four times.
//!
//! It is no part of the checks and so fetched only here: half as large again as everything else from npm.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::browser::quantile;
use crate::driver::{Engine, Programs};
use crate::run::{self, output, program, step};
use crate::server::{Server, Settings};
use crate::{project, setup};

/// The version whose figures are in docs/decisions.md.
const VERSION: &str = "12.8.2";
const RUNS: usize = 5;
const FLAGS: &str = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
                     --disable-component-update --disable-sync";
/// Audits that are figures: how each is called in the report, and here.
const FIGURES: [(&str, &str); 6] = [
    ("first-contentful-paint", "first contentful paint (ms)"),
    ("largest-contentful-paint", "largest contentful paint (ms)"),
    ("speed-index", "speed index (ms)"),
    ("total-blocking-time", "total blocking time (ms)"),
    ("cumulative-layout-shift", "cumulative layout shift"),
    ("total-byte-weight", "bytes on the way"),
];
const SCORES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];

/// Measures the built site, and gives a table.
pub(super) fn measure(path: &str) -> Result<String> {
    let lighthouse = lighthouse()?;
    let browser = Programs::find(Engine::Chromium)?.browser;
    let server = Server::start(Settings::new(project::dist()), 0)?;
    let address = format!("{}{}", server.address(), path.trim_start_matches('/'));
    let report = project::target().join("lighthouse.json");
    let mut reports = Vec::new();
    for _ in 0..RUNS {
        let mut command = program("node");
        command.arg(&lighthouse).arg(&address).args(["--quiet", "--output=json"]);
        command.arg(format!("--output-path={}", report.display())).arg(format!("--chrome-flags={FLAGS}"));
        run::run(command.env("CHROME_PATH", &browser))?;
        reports.push(serde_json::from_str::<Value>(&fs::read_to_string(&report)?)?);
    }
    Ok(table(&reports))
}

/// Medians of all reports, and every audit that is not passed.
fn table(reports: &[Value]) -> String {
    let median = |at: &str| {
        let values: Vec<f64> = reports.iter().filter_map(|it| it.pointer(at)?.as_f64()).collect();
        quantile(&values, 0.5)
    };
    let mut table = format!("  {:58} {:>10}\n", "Lighthouse: phone, slow 4G, 4x CPU slowdown", "median");
    for (audit, name) in FIGURES {
        writeln!(table, "  {name:58} {:>10.2}", median(&format!("/audits/{audit}/numericValue"))).ok();
    }
    for score in SCORES {
        let value = median(&format!("/categories/{score}/score")) * 100.0;
        writeln!(table, "  {:58} {value:>10.0}", format!("score: {score}")).ok();
    }
    for (name, title) in reports.last().map(failed).unwrap_or_default() {
        writeln!(table, "  not passed: {name}: {title}").ok();
    }
    table
}

/// Audits with a weight of which something is left to be wished for, apart from the figures above.
fn failed(report: &Value) -> Vec<(String, String)> {
    let audits = report.pointer("/audits").and_then(Value::as_object);
    let refs =
        SCORES.iter().filter_map(|it| report.pointer(&format!("/categories/{it}/auditRefs"))?.as_array()).flatten();
    let weighty = refs.filter(|it| it.get("weight").and_then(Value::as_f64) > Some(0.0));
    let names = weighty.filter_map(|it| it.get("id")?.as_str());
    names
        .filter(|it| !FIGURES.iter().any(|(figure, _)| figure == it))
        .filter_map(|name| {
            let audit = audits?.get(name)?;
            let short = audit.get("score")?.as_f64()? < 1.0;
            short.then(|| (name.to_owned(), audit.get("title").and_then(Value::as_str).unwrap_or_default().to_owned()))
        })
        .collect()
}

/// Its program, fetched where it is not there yet.
fn lighthouse() -> Result<PathBuf> {
    let folder = setup::shared_folder().join(format!("lighthouse-{VERSION}"));
    let found = folder.join("node_modules/lighthouse/cli/index.js");
    if output(program("node").arg(&found).arg("--version")).is_some() {
        return Ok(found);
    }
    step(&format!("Fetching Lighthouse {VERSION}"), "half a minute", || {
        fs::create_dir_all(&folder).context("there is no place for it")?;
        fs::write(folder.join("package.json"), "{}")?;
        run::run(
            setup::npm(&["install", "--no-audit", "--no-fund", "--ignore-scripts", &format!("lighthouse@{VERSION}")])
                .current_dir(&folder),
        )
    })?;
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_table_has_medians_and_what_is_not_passed() {
        let report = |paint: f64| {
            json!({
                "audits": {
                    "first-contentful-paint": { "numericValue": paint, "score": 0.4 },
                    "csp-xss": { "score": 0.5, "title": "A policy" },
                    "viewport": { "score": 1, "title": "A viewport" },
                    "notes": { "score": 0, "title": "No weight" },
                },
                "categories": { "seo": { "score": 0.98, "auditRefs": [
                    { "id": "csp-xss", "weight": 1 }, { "id": "viewport", "weight": 1 }, { "id": "notes", "weight": 0 },
                    { "id": "first-contentful-paint", "weight": 10 },
                ] } },
            })
        };
        let table = table(&[report(900.0), report(1000.0), report(1200.0)]);
        assert!(table.contains("first contentful paint (ms)                                   1000.00"), "{table}");
        assert!(table.contains("score: seo") && table.contains("        98\n"), "{table}");
        assert!(table.contains("not passed: csp-xss: A policy\n"), "{table}");
        assert_eq!(table.matches("not passed").count(), 1, "{table}");
    }
}
