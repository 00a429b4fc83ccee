//! What one change costs: a filter, a ward, a key in the search.

use std::pin::Pin;
use std::time::Duration;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

use super::browser::Figures;
use crate::browser::Browser;

/// What is typed, letter by letter: in the plan, not in it, more than one word, part of a word.
const TYPED: [&str; 6] = ["drugs", "burglary", "young people", "xylophone", "asb", "£196,000"];

/// How long a finger stays on a key or a button.
const HELD: Duration = Duration::from_millis(90);
/// How long a hand takes from scrolling to clicking, at the least: by then the screen shows what was scrolled to.
const TO_HAND: Duration = Duration::from_millis(200);

/// Measures every kind of change, each in two rounds, so that listening for event timings costs nothing in the first.
pub(super) async fn measure(browser: &Browser, address: &str, clicks: usize, figures: &mut Figures) -> Result<()> {
    let letters: Vec<(usize, char)> = TYPED.iter().flat_map(|word| word.chars().enumerate()).collect();
    let changes: [(&str, &str, &str, usize, Change<'_>); 3] = [
        ("filter change", "list", "click", clicks, &|number| Box::pin(tick(browser, number))),
        ("ward", "wards", "key", 20, &|_| Box::pin(choose_ward(browser))),
        ("key in the search", "list", "key", letters.len(), &|number| Box::pin(type_letter(browser, letters[number]))),
    ];
    let mut all = Vec::new();
    for (name, view, event, times, change) in changes {
        let (mut scripting, mut layout) = (Vec::new(), Vec::new());
        // On the view where it is made, if no other is asked for: the start page has no filters.
        let page = if address.contains('?') { address.to_owned() } else { format!("{address}?view={view}") };
        browser.go(&page).await?;
        for number in 0..times {
            if let Some(spent) = change(number).await? {
                scripting.push(spent.scripting);
                layout.push(spent.layout);
            }
        }
        if scripting.len() < times {
            let missed = times - scripting.len();
            figures.notes.push(format!("Careful: {missed} of {times} times one {name} could not be done."));
        }
        figures.rows.push((format!("one {name}: scripting"), scripting));
        figures.rows.push((format!("one {name}: style and layout"), layout));

        browser.go(&page).await?;
        browser.evaluate(LISTEN_TO_TIMINGS).await?;
        let mut done = 0;
        for number in 0..times {
            done += usize::from(change(number).await?.is_some());
        }
        let heard = browser.evaluate("return [...window[Symbol.for('timings')].values()]").await?;
        let mut to_paint: Vec<f64> = serde_json::from_value(heard).unwrap_or_default();
        // What is faster than 16 ms is not told apart by the browser.
        to_paint.resize(done.max(to_paint.len()), 16.0);
        all.extend_from_slice(&to_paint);
        figures.rows.push((format!("one {name}: {event} → next paint (in steps of 8 ms)"), to_paint));
        let heard = browser.evaluate("return window[Symbol.for('shown')]").await?;
        let shown: Vec<f64> = serde_json::from_value(heard).unwrap_or_default();
        figures.rows.push((format!("one {name}: {event} → what follows from it painted"), shown));
    }
    figures.rows.push(("any of these changes → next paint (in steps of 8 ms)".to_owned(), all));
    Ok(())
}

/// Does it for the nth time, and says what it cost, if it could be done.
type Change<'a> = &'a dyn Fn(usize) -> Pin<Box<dyn Future<Output = Result<Option<Costs>>> + 'a>>;

/// What something costs that is done by the browser's own input. No script of ours runs in the page until all has been done that
/// follows from it: it would hold up what is measured.
async fn cost(browser: &Browser, act: impl Future<Output = Result<()>>) -> Result<Costs> {
    let before = quiet(browser).await?;
    act.await?;
    Ok(quiet(browser).await?.since(&before))
}

/// Clicks one of the checkboxes.
async fn tick(browser: &Browser, number: usize) -> Result<Option<Costs>> {
    let Some(place) = checkbox(browser, number).await? else { return Ok(None) };
    // Scrolling to it is no part of the click.
    sleep(TO_HAND).await;
    let spent = cost(browser, click(browser, place)).await?;
    Ok((browser.evaluate(DID_IT_CHANGE).await? == Value::Bool(true)).then_some(spent))
}

/// Goes on to the next ward, and from the last to the first; after them stands a line for several, which nobody can choose.
async fn choose_ward(browser: &Browser) -> Result<Option<Costs>> {
    let script = "const it = document.querySelector('#cp-ward');\
         it?.focus({ preventScroll: true });\
         return it && [it.value, it.selectedIndex >= it.length - 2 ? 'Home' : 'ArrowDown']";
    let Ok((before, key)) = serde_json::from_value::<(String, String)>(browser.evaluate(script).await?) else {
        return Ok(None);
    };
    let spent = cost(browser, press(browser, &key, None)).await?;
    let now = browser.evaluate("return document.querySelector('#cp-ward').value").await?;
    Ok((now != Value::String(before)).then_some(spent))
}

/// Types one letter; the first of a word takes the place of the word before.
async fn type_letter(browser: &Browser, (at, letter): (usize, char)) -> Result<Option<Costs>> {
    let script = format!(
        "const it = document.querySelector('#cp-search');\
         it?.focus({{ preventScroll: true }});\
         if ({at} === 0) it?.select();\
         return Boolean(it)"
    );
    if browser.evaluate(&script).await? != Value::Bool(true) {
        return Ok(None);
    }
    let letter = letter.to_string();
    let spent = cost(browser, press(browser, &letter, Some(&letter))).await?;
    let ends_so = format!("return document.querySelector('#cp-search').value.endsWith({})", json!(letter));
    Ok((browser.evaluate(&ends_so).await? == Value::Bool(true)).then_some(spent))
}

/// A key through the browser's own input.
async fn press(browser: &Browser, key: &str, text: Option<&str>) -> Result<()> {
    let code = match key {
        "Home" => 36,
        "ArrowDown" => 40,
        _ => 0,
    };
    let mut event = json!({ "type": "keyDown", "key": key, "windowsVirtualKeyCode": code });
    if let Some(text) = text {
        event["text"] = text.into();
    } else {
        event["code"] = key.into();
    }
    browser.devtools("Input.dispatchKeyEvent", &event).await?;
    sleep(HELD).await;
    browser
        .devtools("Input.dispatchKeyEvent", &json!({ "type": "keyUp", "key": key, "windowsVirtualKeyCode": code }))
        .await?;
    Ok(())
}

const LISTEN_TO_TIMINGS: &str = "
const timings = new Map();
Object.defineProperty(window, Symbol.for('timings'), { value: timings });
new PerformanceObserver(list => {
  for (const it of list.getEntries()) {
    if (it.interactionId) timings.set(it.interactionId, Math.max(it.duration, timings.get(it.interactionId) ?? 0));
  }
}).observe({ type: 'event', durationThreshold: 16 });
const shown = [];
Object.defineProperty(window, Symbol.for('shown'), { value: shown });
let began;
for (const name of ['click', 'keydown']) addEventListener(name, (event) => { began = event.timeStamp }, true);
new MutationObserver(() => {
  if (began === undefined) return;
  const since = began;
  began = undefined;
  requestAnimationFrame(() => setTimeout(() => shown.push(performance.now() - since)));
}).observe(document.querySelector('.cp__page'), { subtree: true, childList: true, attributes: true, characterData: true })";

const DID_IT_CHANGE: &str =
    "const { it, checked } = window[Symbol.for('clicked')]; return !it.isConnected || it.checked !== checked";

/// The middle of one of the checkboxes that can be seen, after scrolling to it; going round when there are fewer.
async fn checkbox(browser: &Browser, number: usize) -> Result<Option<[f64; 2]>> {
    // The step of seven mixes the facets; two rounds of the same box switch it on and off.
    let script = format!(
        "const seen = [...document.querySelectorAll('input[type=checkbox]')].filter(it => !it.disabled && it.checkVisibility());\
         if (!seen.length) return null;\
         const it = seen[({number} * 7) % seen.length];\
         window[Symbol.for('clicked')] = {{ it, checked: it.checked }};\
         it.scrollIntoView({{ block: 'center', behavior: 'instant' }});\
         const box = it.getBoundingClientRect();\
         return [box.x + box.width / 2, box.y + box.height / 2]"
    );
    Ok(serde_json::from_value(browser.evaluate(&script).await?)?)
}

/// A click through the browser's own input, with no script in the page.
async fn click(browser: &Browser, [x, y]: [f64; 2]) -> Result<()> {
    for (kind, buttons) in [("mouseMoved", 0), ("mousePressed", 1), ("mouseReleased", 0)] {
        let button = if kind == "mouseMoved" { "none" } else { "left" };
        let event = json!({ "type": kind, "x": x, "y": y, "button": button, "buttons": buttons, "clickCount": i32::from(kind != "mouseMoved") });
        browser.devtools("Input.dispatchMouseEvent", &event).await?;
        if kind == "mousePressed" {
            sleep(HELD).await;
        }
    }
    Ok(())
}

/// Waits until the main thread has nothing more to do and says what all has cost so far.
async fn quiet(browser: &Browser) -> Result<Costs> {
    let deadline = Instant::now() + Duration::from_secs(5);
    let mut costs = Costs::now(browser).await?;
    loop {
        sleep(Duration::from_millis(60)).await;
        let later = Costs::now(browser).await?;
        let busy = later.scripting > costs.scripting || later.layout > costs.layout;
        costs = later;
        if !busy || Instant::now() > deadline {
            return Ok(costs);
        }
    }
}

/// What the page's main thread has spent, in milliseconds.
pub(super) struct Costs {
    pub(super) scripting: f64,
    pub(super) layout: f64,
}

impl Costs {
    pub(super) async fn now(browser: &Browser) -> Result<Self> {
        let metrics = browser.devtools("Performance.getMetrics", &json!({})).await?;
        let metrics = metrics.get("metrics").and_then(Value::as_array).context("the browser has no figures")?;
        let of = |name: &str| {
            let named = metrics.iter().find(|it| it.get("name").and_then(Value::as_str) == Some(name));
            named.and_then(|it| it.get("value")).and_then(Value::as_f64).unwrap_or_default() * 1000.0
        };
        let layout = of("LayoutDuration") + of("RecalcStyleDuration");
        Ok(Self { scripting: of("ScriptDuration"), layout })
    }

    pub(super) fn since(self, before: &Self) -> Self {
        let spent = |now: f64, then: f64| if now < then { now } else { now - then };
        Self { scripting: spent(self.scripting, before.scripting), layout: spent(self.layout, before.layout) }
    }
}
