//! What the browser and the page complained of, and what a screen reader was told.

use anyhow::Result;
use serde_json::{Value, json};
use xtask::browser::Command;
use xtask::driver::Engine;

use super::{Outcome, Visitor};

/// Listens in every document from its start. It keeps what it hears under a symbol, so that no name on the page is taken.
pub(super) const COLLECTOR: &str = r"
(() => {
  const heard = { problems: [], said: [] };
  Object.defineProperty(window, Symbol.for('journey'), { value: heard });
  addEventListener('securitypolicyviolation', event => heard.problems.push(
    `policy: ${event.effectiveDirective} refused ${event.blockedURI || 'something'} at ${event.sourceFile}:${event.lineNumber}`), true);
  // What the page itself has taken in hand comes to no console.
  addEventListener('error', event => event.message && setTimeout(() => event.defaultPrevented
    || heard.problems.push(`error: ${event.message}`)));
  // Chromium's own console says these; in the others the page is listened to.
  if (!navigator.userAgent.includes('Chrome')) {
    addEventListener('error', ({ target }) => target instanceof Element && heard.problems.push(
      `not loaded: ${target.localName} ${target.src ?? target.href}`), true);
    for (const level of ['error', 'warn']) {
      const say = console[level];
      console[level] = (...words) => { heard.problems.push(`${level}: ${words.join(' ')}`); say.apply(console, words); };
    }
  }
  addEventListener('unhandledrejection', event => heard.problems.push(`rejection: ${event.reason}`));
  const live = node => (node.nodeType === 1 ? node : node.parentElement)?.closest('[aria-live], [role=status], [role=alert], output');
  const watch = root => new MutationObserver(changes => {
    const regions = new Set(changes.map(change => live(change.target)).filter(Boolean));
    for (const region of regions) {
      const words = region.textContent.replace(/\s+/g, ' ').trim();
      if (words) heard.said.push(words);
    }
  }).observe(root, { subtree: true, childList: true, characterData: true });
  watch(document);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (...options) {
    const root = attach.apply(this, options);
    watch(root);
    return root;
  };
})();
";

/// What Firefox's console holds of the site: errors, and what the policy refused. It takes them away.
const FIREFOX_CONSOLE: &str = "
const entries = Services.console.getMessageArray();
Services.console.reset();
return entries.filter(it => it instanceof Ci.nsIScriptError && !(it.flags & it.warningFlag))
  .filter(it => it.sourceName.startsWith(arguments[0]) || it.category.startsWith('CSP'))
  .map(it => ({ level: it.category, message: `${it.errorMessage} (${it.sourceName}:${it.lineNumber})` }))";

impl Visitor {
    /// What stands in the console and what the policy refused since the journey began or `take_console`.
    pub(crate) async fn console(&self) -> Result<Vec<String>> {
        self.read_console().await?;
        Ok(self.console.borrow().clone())
    }

    /// The same, and forgets it: for journeys in which something is broken on purpose.
    pub(crate) async fn take_console(&self) -> Result<Vec<String>> {
        self.read_console().await?;
        Ok(self.console.take())
    }

    /// What live regions have said since the last time of asking.
    pub(crate) async fn said(&self) -> Result<Vec<String>> {
        let said = self.evaluate("return window[Symbol.for('journey')]?.said.splice(0) ?? []", vec![]).await?;
        Ok(serde_json::from_value(said)?)
    }

    /// Waits until a live region has said these words, and makes sure that nothing else was said in the meantime.
    pub(crate) async fn hears_only(&self, words: &str) -> Outcome {
        let heard = format!("window[Symbol.for('journey')].said.some(it => it.includes({}))", json!(words));
        self.until(&format!("“{words}” is said"), &heard).await?;
        // What comes with the next frames still belongs to the same change.
        let frames =
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))";
        self.client().execute_async(frames, vec![]).await?;
        let said = self.said().await?;
        anyhow::ensure!(said.len() == 1, "more than one thing was said: {said:?}");
        Ok(())
    }

    pub(super) async fn read_console(&self) -> Outcome {
        let entries = match self.engine() {
            Engine::Chromium => self.command(Command::post("se/log", json!({ "type": "browser" }))).await?,
            Engine::Firefox => {
                let site = self.site().address();
                self.in_firefox_itself(FIREFOX_CONSOLE, json!([site])).await?
            }
            // Its console cannot be read: the collector hears what the page itself says and what the policy refuses.
            Engine::WebKit => Value::Null,
        };
        for entry in entries.as_array().into_iter().flatten() {
            let part = |name: &str| entry.get(name).and_then(Value::as_str).unwrap_or_default();
            self.console.borrow_mut().push(format!("{}: {}", part("level"), part("message")));
        }
        let problems = self.evaluate("return window[Symbol.for('journey')]?.problems.splice(0) ?? []", vec![]).await?;
        self.console.borrow_mut().extend(serde_json::from_value::<Vec<String>>(problems)?);
        Ok(())
    }
}
