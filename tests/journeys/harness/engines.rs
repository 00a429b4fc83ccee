//! What the engines let a test set and measure, and what they do not.

use serde_json::{Value, json};
use xtask::browser::Command;
use xtask::driver::Engine;

use super::{Outcome, Visitor};

/// What a journey sets or measures that not every engine has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Aspect {
    /// A finger on the screen.
    Touch,
    /// A system in high contrast with colours of its own.
    ForcedColours,
    /// The page as it is printed.
    Print,
    /// How many nodes and listeners are alive.
    Counters,
    /// Where the device says it is, and scripts that run before those of a page.
    Device,
    /// A slower line or processor, and the browser itself off line.
    Slowness,
    /// Where files go that the page saves.
    Downloads,
    /// JavaScript switched off as a whole.
    Scriptless,
    /// A device that turns dark under an open page.
    Dusk,
    /// A worker that answers for the site.
    Worker,
    /// The wheel of a mouse.
    Wheel,
}

/// What an engine cannot do. The journey runs without it and says so in a line that begins with `skipped`.
const LACKING: &[(Engine, Aspect, &str)] = &[
    (Engine::WebKit, Aspect::Touch, "a finger: its driver makes a mouse of it, so a tap is a click"),
    (Engine::WebKit, Aspect::ForcedColours, "forced colours: WebKit has none"),
    (Engine::WebKit, Aspect::Print, "the page as it is printed: its driver cannot show it"),
    (Engine::Firefox, Aspect::Counters, "counting nodes and listeners: it tells only its own tools"),
    (Engine::WebKit, Aspect::Counters, "counting nodes and listeners: it tells only its own tools"),
    (Engine::Firefox, Aspect::Device, "a place of the device, or a storage that refuses: its driver cannot set them"),
    (Engine::WebKit, Aspect::Device, "a place of the device, or a storage that refuses: its driver cannot set them"),
    (Engine::Firefox, Aspect::Slowness, "a slower line and processor: it has no switch for them"),
    (Engine::WebKit, Aspect::Slowness, "a slower line and processor: it has no switch for them"),
    (Engine::Firefox, Aspect::Downloads, "a folder for what is saved: its driver cannot set one"),
    (Engine::WebKit, Aspect::Worker, "a copy on the device: its browser under test has no service worker"),
    (Engine::WebKit, Aspect::Wheel, "the wheel of a mouse: its driver has none"),
    (Engine::WebKit, Aspect::Dusk, "a device that turns dark under an open page: its browser starts light or dark"),
    (Engine::WebKit, Aspect::Scriptless, "no JavaScript at all: its driver needs it, so the site refuses its scripts"),
    (Engine::WebKit, Aspect::Downloads, "a folder for what is saved: its driver cannot set one"),
];

impl Visitor {
    /// Whether this engine has it. Where it has not, the report says that the aspect was skipped, and why.
    pub(crate) fn has(&self, aspect: Aspect) -> bool {
        let lacking = LACKING.iter().find(|(engine, lacks, _)| *engine == self.engine() && *lacks == aspect);
        if let Some((engine, _, why)) = lacking {
            let line = format!("skipped in {}: {why}", engine.name());
            if !self.notes.borrow().contains(&line) {
                self.note(line);
            }
        }
        lacking.is_none()
    }

    /// Which engine shows the page.
    pub(crate) fn engine(&self) -> Engine {
        self.driver.engine()
    }

    /// The value of a script's `return`, run in Firefox's own windows, not in the page: there its tools are.
    pub(super) async fn in_firefox_itself(&self, script: &str, arguments: Value) -> anyhow::Result<Value> {
        self.command(Command::post("moz/context", json!({ "context": "chrome" }))).await?;
        let asked = Command::post("execute/sync", json!({ "script": script, "args": arguments }));
        let value = self.command(asked).await;
        self.command(Command::post("moz/context", json!({ "context": "content" }))).await?;
        value
    }

    /// Forgets what Firefox has been told about the device by the visitor before.
    pub(super) async fn reset_firefox(&self) -> Outcome {
        self.in_firefox_itself(
            "for (const name of ['ui.prefersReducedMotion', 'ui.systemUsesDarkTheme']) Services.prefs.setIntPref(name, 0);
             Services.io.offline = false;
             Services.console.reset()",
            json!([]),
        )
        .await
        .map(|_| ())
    }
}
