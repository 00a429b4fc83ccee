//! The accessibility checker axe-core, in the page as it stands.

use std::fmt::Write as _;

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::{Value, json};

use super::{Outcome, Visitor};

/// The rules of WCAG 2.2, levels A and AA. They must hold.
const RULES: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/// Good advice. It is reported.
const ADVICE: &str = "best-practice";

impl Visitor {
    /// No rule of WCAG 2.2 AA may be broken, neither on the smallest phone nor on a wide screen.
    pub(crate) async fn check_accessibility(&self) -> Outcome {
        // A phone higher than there are: the checker takes what happens to lie under a bar at the bottom for too small.
        for (width, height) in [(320, 1320), (1280, 900)] {
            self.screen(width, height).await?;
            // What is far below is not laid out before the page is at rest: there the checker takes room kept for it for the thing.
            self.check_accessibility_here().await.with_context(|| format!("at {width} pixels"))?;
        }
        Ok(())
    }

    /// No rule of WCAG 2.2 AA may be broken on the screen as it is.
    pub(crate) async fn check_accessibility_here(&self) -> Outcome {
        self.check_accessibility_of("html").await
    }

    /// The same in one part of the page, where the rest is not ours.
    pub(crate) async fn check_accessibility_of(&self, selector: &str) -> Outcome {
        let broken = self.broken_rules(selector).await?;
        let is_rule = |it: &&Value| tags(it).any(|tag| RULES.contains(&tag));
        for advice in broken.iter().filter(|it| !is_rule(it)) {
            self.note(format!("advice: {}", in_words(advice)));
        }
        let report: Vec<String> = broken.iter().filter(is_rule).map(in_words).collect();
        ensure!(report.is_empty(), "{} accessibility rules are broken:\n{}", report.len(), report.join("\n"));
        Ok(())
    }

    async fn broken_rules(&self, selector: &str) -> Result<Vec<Value>> {
        let there = self.evaluate("return typeof axe === 'object'", vec![]).await?;
        if there != Value::Bool(true) {
            let path = xtask::project::node_modules().join("axe-core/axe.min.js");
            let checker = std::fs::read_to_string(&path).context("axe-core is not there; run `cargo xtask setup`")?;
            self.evaluate(&checker, vec![]).await?;
        }
        let tags: Vec<&str> = RULES.into_iter().chain([ADVICE]).collect();
        // It would preload stylesheets into shadow roots as inline styles, which the policy forbids.
        let options =
            json!({ "runOnly": { "type": "tag", "values": tags }, "resultTypes": ["violations"], "preload": false });
        let script = "const [selector, options, done] = arguments;
            axe.run(selector === 'html' ? document : selector, options).then(found => done(found.violations), error => done(String(error)))";
        match self.client().execute_async(script, vec![json!(selector), options]).await? {
            Value::Array(broken) => Ok(broken),
            other => bail!("axe-core failed: {other}"),
        }
    }
}

fn tags(rule: &Value) -> impl Iterator<Item = &str> {
    rule["tags"].as_array().into_iter().flatten().filter_map(Value::as_str)
}

/// The rule, and where it is broken and how.
fn in_words(rule: &Value) -> String {
    let part = |value: &Value, name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let mut report = format!("  {} ({}): {}", part(rule, "id"), part(rule, "impact"), part(rule, "help"));
    let places = rule["nodes"].as_array().map(Vec::as_slice).unwrap_or_default();
    for place in places.iter().take(5) {
        let target: Vec<String> = place["target"].as_array().into_iter().flatten().map(Value::to_string).collect();
        let summary = part(place, "failureSummary");
        let why: Vec<&str> = summary.lines().skip(1).map(str::trim).collect();
        write!(report, "\n    {}  {}\n      {}", target.join(" "), part(place, "html"), why.join("; ")).ok();
    }
    if places.len() > 5 {
        write!(report, "\n    and {} more", places.len() - 5).ok();
    }
    report
}
