//! Somebody at a browser: opening, waiting, reading.

use std::any::Any;
use std::cell::{Cell, RefCell, RefMut};
use std::future::Future;
use std::rc::Rc;
use std::time::Duration;

use anyhow::{Context as _, Result, bail, ensure};
use fantoccini::Client;
use serde_json::{Value, json};
use tokio::time::Instant;
use xtask::browser::{AT_REST, Command};
use xtask::driver::{Device, Driver, Engine};
use xtask::server::{CONTENT_SECURITY_POLICY, Server, Settings};

use super::console::COLLECTOR;
use super::look_up::LOOK;
use super::screen::Scene;
use super::{Outcome, What};

/// How long anything may take before it counts as not happening.
const PATIENCE: Duration = Duration::from_secs(20);
const BETWEEN_LOOKS: Duration = Duration::from_millis(15);

/// Somebody at a browser in a tab of its own, before a site with an address of its own: so nothing is left from the visitor
/// before, neither history nor storage nor a worker nor what was emulated.
pub(crate) struct Visitor {
    pub(super) driver: Rc<Driver>,
    client: RefCell<Client>,
    /// What the browser was started for.
    pub(super) device: Cell<Device>,
    site: RefCell<Server>,
    /// Sites from before. A page that is about to be left still asks its own.
    left: RefCell<Vec<Server>>,
    pub(super) scene: RefCell<Scene>,
    pub(super) console: RefCell<Vec<String>>,
    pub(super) notes: RefCell<Vec<String>>,
    /// What goes with the visitor.
    kept: RefCell<Vec<Box<dyn Any>>>,
    scripted: Cell<bool>,
}

/// The site, or another host, for a browser of this engine.
fn start_site(engine: Engine, mut settings: Settings) -> Result<Server> {
    if engine != Engine::Chromium {
        settings.first_script = Some(COLLECTOR);
    }
    Ok(Server::start(settings, 0)?)
}

impl Visitor {
    pub(super) async fn arrive(driver: &Rc<Driver>, client: Client) -> Result<Self> {
        let site = start_site(driver.engine(), Settings::new(xtask::project::dist()))?;
        let visitor = Self {
            driver: Rc::clone(driver),
            client: RefCell::new(client),
            device: Cell::default(),
            site: RefCell::new(site),
            left: RefCell::default(),
            scene: RefCell::default(),
            console: RefCell::default(),
            notes: RefCell::default(),
            kept: RefCell::default(),
            scripted: Cell::new(true),
        };
        visitor.take_a_seat().await?;
        Ok(visitor)
    }

    /// Takes a new tab and makes ready to listen.
    async fn take_a_seat(&self) -> Outcome {
        let client = self.client();
        let left_over = client.windows().await?;
        let tab = client.new_window(true).await?.handle;
        for window in left_over {
            client.switch_to_window(window).await?;
            client.close_window().await?;
        }
        client.switch_to_window(tab).await?;
        match self.engine() {
            Engine::Chromium => {
                self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": COLLECTOR })).await?;
            }
            Engine::Firefox => self.reset_firefox().await?,
            Engine::WebKit => (),
        }
        self.screen(1280, 900).await?;
        if self.engine() == Engine::Chromium {
            self.command(Command::post("se/log", json!({ "type": "browser" }))).await?;
        }
        Ok(())
    }

    /// Closes the browser and opens one on a device that is set otherwise, at the same address.
    pub(super) async fn change_device(&self, device: Device) -> Outcome {
        let address = self.address().await?;
        self.client().close().await?;
        let client = self.driver.open(device).await?;
        self.client.replace(client);
        self.device.set(device);
        self.take_a_seat().await?;
        if address == "about:blank" { Ok(()) } else { self.go(&address).await }
    }

    /// The connection to the browser.
    pub(super) fn client(&self) -> Client {
        self.client.borrow().clone()
    }

    pub(super) async fn command(&self, command: Command) -> Result<Value> {
        Ok(self.client().issue_cmd(command).await?)
    }

    /// Sends one command of the Chrome `DevTools` protocol.
    pub(crate) async fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        self.command(Command::devtools(command, &parameters))
            .await
            .with_context(|| format!("the browser refused {command}"))
    }

    /// The value of a script's `return`: for reading how things are, never for acting.
    pub(crate) async fn evaluate(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.client().execute(script, arguments).await?)
    }

    /// The same of a script that calls its last argument when it is done.
    pub(crate) async fn evaluate_with(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.client().execute_async(script, arguments).await?)
    }

    /// Whether scripts run on the page.
    pub(super) fn is_scripted(&self) -> bool {
        self.scripted.get()
    }

    /// Waits until the page has answered what was done last: it paints a tick or a letter before what follows from it.
    pub(crate) async fn answered(&self) -> Outcome {
        // Without script there is nobody to answer, and nothing that could wait.
        if !self.scripted.get() {
            return Ok(());
        }
        let script = "const done = arguments[0]; requestAnimationFrame(() => setTimeout(() => setTimeout(done)))";
        self.evaluate_with(script, vec![]).await?;
        Ok(())
    }

    /// What is on the screen, as a PNG in base64.
    pub(crate) async fn picture_as_text(&self) -> Result<String> {
        let picture = self.command(Command::get("screenshot")).await?;
        Ok(picture.as_str().unwrap_or_default().to_owned())
    }

    /// Looks at and acts in a frame of the page, the first for 0.
    pub(crate) async fn enter_frame(&self, number: u16) -> Outcome {
        self.client().enter_frame(number).await?;
        Ok(())
    }

    /// Looks at the page around the frame again.
    pub(crate) async fn leave_frame(&self) -> Outcome {
        self.client().enter_parent_frame().await?;
        Ok(())
    }

    /// How many tabs are open.
    pub(crate) async fn tabs(&self) -> Result<usize> {
        Ok(self.client().windows().await?.len())
    }

    /// Waits until so many tabs are open: a browser opens one beside the page that asks for it.
    pub(crate) async fn until_tabs(&self, count: usize) -> Outcome {
        self.wait(&format!("{count} tabs are open"), || async {
            let open = self.tabs().await?;
            Ok(if open == count { Ok(()) } else { Err(format!("{open} are")) })
        })
        .await
    }

    /// Looks at the whole page again, from a frame that may be gone.
    pub(crate) async fn leave_all_frames(&self) -> Outcome {
        self.command(Command::post("frame", json!({ "id": null }))).await.map(|_| ())
    }

    /// The server of the site.
    pub(crate) fn site(&self) -> RefMut<'_, Server> {
        self.site.borrow_mut()
    }

    /// Keeps something for as long as the visitor is there: longer than the journey, whose page may still be loading at its end.
    pub(crate) fn keep(&self, what: impl Any) {
        self.kept.borrow_mut().push(Box::new(what));
    }

    /// Puts another host in the place of the usual one, from the next `open` on.
    pub(crate) fn host(&self, settings: Settings) -> Outcome {
        let before = self.site.replace(start_site(self.engine(), settings)?);
        self.left.borrow_mut().push(before);
        Ok(())
    }

    /// Opens a path of the site, such as `?ward=castle`, and waits until the app has started.
    pub(crate) async fn open(&self, path: &str) -> Outcome {
        let address = format!("{}{path}", self.site().address());
        self.go(&address).await
    }

    /// Opens any address and waits until the page is at rest.
    pub(crate) async fn go(&self, address: &str) -> Outcome {
        self.read_console().await?;
        let before = |address: &str| address.split('#').next().unwrap_or_default().to_owned();
        let same_page = address.contains('#') && before(&self.address().await?) == before(address);
        // A driver may come back while the page before still stands there.
        self.evaluate(&format!("window[Symbol.for('left')] = {}", !same_page), vec![]).await?;
        self.client().goto(address).await?;
        self.until("another page is there", "!window[Symbol.for('left')]").await?;
        self.settle().await
    }

    /// Loads the page again.
    pub(crate) async fn reload(&self) -> Outcome {
        self.read_console().await?;
        self.client().refresh().await?;
        self.settle().await
    }

    /// Goes one step back in the history.
    pub(crate) async fn back(&self) -> Outcome {
        self.read_console().await?;
        self.client().back().await?;
        self.settle().await
    }

    /// Goes one step forward in the history.
    pub(crate) async fn forward(&self) -> Outcome {
        self.read_console().await?;
        self.client().forward().await?;
        self.settle().await
    }

    /// Turns JavaScript off, from the next `open` on.
    pub(crate) async fn without_script(&self) -> Outcome {
        self.scripted.set(false);
        match self.engine() {
            Engine::Chromium => {
                self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await.map(|_| ())
            }
            Engine::Firefox => {
                let script = "gBrowser.selectedBrowser.browsingContext.allowJavascript = false";
                self.in_firefox_itself(script, json!([])).await.map(|_| ())
            }
            // With JavaScript off its driver's own scripts would not run either. So the site refuses the page its scripts.
            Engine::WebKit => {
                let (before, after) = ("script-src 'self' 'wasm-unsafe-eval'", "script-src 'none'");
                let mut settings = Settings::new(xtask::project::dist());
                settings.policy = CONTENT_SECURITY_POLICY.replace(before, after);
                ensure!(settings.policy.contains(after), "the policy has another form");
                self.host(settings)
            }
        }
    }

    /// Waits until everything is loaded and the app has started or given up.
    pub(crate) async fn settle(&self) -> Outcome {
        // Without script nothing starts: what was parsed is what there is.
        let at_rest = if self.scripted.get() { AT_REST } else { "document.readyState === 'complete'" };
        self.until("the page is at rest", at_rest).await
    }

    /// Waits until an expression of the page is true; `what` says it in words.
    pub(crate) async fn until(&self, what: &str, expression: &str) -> Outcome {
        self.until_or_say(what, expression, "''").await
    }

    /// The same; where it stays untrue, the message has what another expression gives then.
    pub(crate) async fn until_or_say(&self, what: &str, expression: &str, how_it_is: &str) -> Outcome {
        let script = format!("return ({expression}) ? true : String({how_it_is})");
        self.wait(what, || async {
            let answer = self.evaluate(&script, vec![]).await?;
            // A page that goes while it is asked gives no answer: Firefox says null then.
            let is_so = answer == Value::Bool(true);
            Ok(if is_so { Ok(()) } else { Err(shortened(answer.as_str().unwrap_or_default())) })
        })
        .await
    }

    /// Waits until a script tells its last argument what is wanted: for what a page gives in a promise only.
    pub(crate) async fn until_told(&self, what: &str, script: &str, wanted: Value) -> Outcome {
        self.wait(what, || async {
            let told = self.evaluate_with(script, vec![]).await?;
            Ok(if told == wanted { Ok(()) } else { Err(shortened(&told.to_string())) })
        })
        .await
    }

    /// Waits until `look` gives a value. An inner error is the reason why not yet; an outer one is tried again as well, for the
    /// page may just have changed under the look.
    pub(super) async fn wait<T, L>(&self, what: &str, mut look: impl FnMut() -> L) -> Result<T>
    where
        L: Future<Output = Result<Result<T, String>>>,
    {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let reason = match look().await {
                Ok(Ok(value)) => return Ok(value),
                Ok(Err(reason)) => reason,
                Err(error) => format!("{error:#}"),
            };
            if Instant::now() > deadline {
                let colon = if reason.is_empty() { "" } else { ": " };
                bail!("waited {} s, but not so: {what}{colon}{reason}", PATIENCE.as_secs());
            }
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
    }

    /// Waits until the page shows these words.
    pub(crate) async fn sees(&self, words: &str) -> Outcome {
        self.wait(&format!("the page shows “{words}”"), || async {
            let shown = self.words().await?;
            Ok(if shown.contains(words) { Ok(()) } else { Err(format!("it shows “{}”", shortened(&shown))) })
        })
        .await
    }

    /// Waits until the page does not show these words.
    pub(crate) async fn sees_no(&self, words: &str) -> Outcome {
        self.wait(&format!("the page does not show “{words}”"), || async {
            Ok(if self.words().await?.contains(words) { Err(String::new()) } else { Ok(()) })
        })
        .await
    }

    /// All words that can be seen, with single spaces; those inside open shadow roots stand last.
    pub(crate) async fn words(&self) -> Result<String> {
        let script = format!(
            "{LOOK}; const shadows = roots(document).slice(1).flatMap(it => [...it.children]).map(it => it.innerText);
             return [document.body?.innerText, ...shadows].join(' ').replace(/\\s+/g, ' ')"
        );
        // What is far below is laid out a moment later, and read from then on.
        let words = self.evaluate(&script, vec![]).await?;
        Ok(words.as_str().unwrap_or_default().to_owned())
    }

    /// The words of one thing on the page.
    pub(crate) async fn words_of(&self, what: What<'_>) -> Result<String> {
        let element = self.find(what).await?;
        // Not the driver's own reading: each leaves out other words that only screen readers get.
        let words = self.evaluate("return arguments[0].innerText", vec![serde_json::to_value(element)?]).await?;
        Ok(words.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// The page's whole address.
    pub(crate) async fn address(&self) -> Result<String> {
        Ok(self.client().current_url().await?.to_string())
    }

    /// The address without the site's part: path, query and fragment, such as `?ward=castle`.
    pub(crate) async fn query(&self) -> Result<String> {
        self.answered().await?;
        // From the page itself: its browser hears of an address that a page has written a moment later.
        let address = self.evaluate("return location.href", vec![]).await?;
        let address = address.as_str().unwrap_or_default();
        let site = self.site().address();
        Ok(address.strip_prefix(&site).unwrap_or(address).to_owned())
    }

    /// The page's title.
    pub(crate) async fn title(&self) -> Result<String> {
        Ok(self.client().title().await?)
    }

    /// Adds a line to the journey's report that is no failure.
    pub(crate) fn note(&self, line: String) {
        self.notes.borrow_mut().push(line);
    }
}

fn shortened(text: &str) -> String {
    let start: String = text.chars().take(400).collect();
    if start.len() < text.len() { format!("{start} …") } else { start }
}
