//! Acting: a real pointer, a real finger, real keys.

use std::future::Future;

use anyhow::{Result, bail};
use fantoccini::elements::Element;
pub(crate) use fantoccini::key::Key;
use serde_json::{Value, json};
use xtask::browser::Command;
use xtask::driver::Engine;

use super::engines::Aspect;
use super::look_up::LOOK;
use super::{Outcome, Visitor, What};

impl Visitor {
    /// Clicks it with the mouse. Waits until it is there; if something that stays on the screen lies over it, scrolls.
    pub(crate) async fn click(&self, what: What<'_>) -> Outcome {
        self.find(what).await?;
        self.wait(&format!("{} can be clicked", what.in_words()), || async {
            Ok(match self.find_now(what).await? {
                Ok(element) => match self.click_on(&element).await {
                    Ok(true) => Ok(()),
                    Ok(false) => Err("the page moved, and the click went elsewhere".to_owned()),
                    // Firefox says so of a click that led to a page that it could not open: the click was made.
                    Err(error) if error.to_string().contains("Reached error page") => Ok(()),
                    Err(error) => {
                        self.scroll_to(&element).await?;
                        if self.engine() == Engine::WebKit && self.is_on_top(&element).await? {
                            // Its driver takes a field inside a shadow root for covered by the root's element.
                            self.pointer("mouse", &element, &["pointerDown", "pointerUp"]).await?;
                            return Ok(Ok(()));
                        }
                        Err(first_line(&error))
                    }
                },
                Err(reason) => Err(reason),
            })
        })
        .await
    }

    /// Clicks, and says whether it came there: drivers scroll first, and what comes onto the page in between moves what is below.
    async fn click_on(&self, element: &Element) -> Result<bool, fantoccini::error::CmdError> {
        let it = serde_json::to_value(element)?;
        // A page without script hears nothing.
        if !self.is_scripted() {
            return element.click().await.map(|()| true);
        }
        // On the window: the page may keep a click from what is further in.
        let listen = "const it = arguments[0]; it.journeyClick = false;
            it.journeyHears = event => { if (event.composedPath().includes(it)) it.journeyClick = true };
            window.addEventListener('click', it.journeyHears, true)";
        self.client().execute(listen, vec![it.clone()]).await?;
        element.click().await?;
        // What is gone, alone or with its page, has been clicked.
        let missed = "const it = arguments[0]; window.removeEventListener('click', it.journeyHears, true);
            return it.isConnected && !it.journeyClick";
        let answer = self.client().execute(missed, vec![it]).await;
        Ok(!answer.is_ok_and(|it| it == Value::Bool(true)))
    }

    /// Taps it with a finger.
    pub(crate) async fn tap(&self, what: What<'_>) -> Outcome {
        let kind = if self.has(Aspect::Touch) { "touch" } else { "mouse" };
        self.point_at("tapped", what, kind, &["pointerDown", "pointerUp"]).await
    }

    /// Lays the mouse on it.
    pub(crate) async fn hover(&self, what: What<'_>) -> Outcome {
        self.point_at("pointed at", what, "mouse", &[]).await
    }

    /// Scrolls there and points. Tried again where the page moved between the two: then the driver refuses.
    async fn point_at(&self, done: &str, what: What<'_>, kind: &str, then: &[&str]) -> Outcome {
        self.wait(&format!("{} can be {done}", what.in_words()), || async {
            let element = self.scrolled_to(what).await?;
            self.pointer(kind, &element, then).await?;
            Ok(Ok(()))
        })
        .await
    }

    /// Clicks into a field, takes out what is there, and types.
    pub(crate) async fn fill(&self, what: What<'_>, text: &str) -> Outcome {
        self.click(what).await?;
        self.press_with(Key::Control, 'a').await?;
        self.press(Key::Delete).await?;
        self.type_keys(text).await
    }

    /// Types on the keyboard, wherever the focus is.
    pub(crate) async fn type_keys(&self, text: &str) -> Outcome {
        let keys: Vec<String> = text.chars().map(String::from).collect();
        self.keys(keys.iter().flat_map(|key| [key_event("keyDown", key), key_event("keyUp", key)]).collect()).await
    }

    /// Sends one word after another from a field, in one row of taps and keys: what is there is marked and typed over, then Enter is pressed.
    pub(crate) async fn type_words(&self, what: What<'_>, words: &[&str]) -> Outcome {
        let field = self.find(what).await?;
        self.scroll_to(&field).await?;
        let (held, enter) = (char::from(Key::Control).to_string(), char::from(Key::Enter).to_string());
        let (mut keys, mut taps) = (Vec::new(), Vec::new());
        let pause = json!({ "type": "pause", "duration": 0 });
        for word in words {
            taps.push(json!({ "type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": field }));
            taps.extend(["pointerDown", "pointerUp"].map(|action| json!({ "type": action, "button": 0 })));
            keys.extend([pause.clone(), pause.clone(), pause.clone()]);
            let mut own = vec![
                key_event("keyDown", &held),
                key_event("keyDown", "a"),
                key_event("keyUp", "a"),
                key_event("keyUp", &held),
            ];
            let letters: Vec<String> = word.chars().map(String::from).collect();
            own.extend(
                letters.iter().chain([&enter]).flat_map(|key| [key_event("keyDown", key), key_event("keyUp", key)]),
            );
            taps.extend(std::iter::repeat_n(pause.clone(), own.len()));
            keys.append(&mut own);
        }
        let pointer =
            json!({ "type": "pointer", "id": "finger", "parameters": { "pointerType": "mouse" }, "actions": taps });
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": keys });
        self.command(Command::post("actions", json!({ "actions": [pointer, keyboard] }))).await.map(|_| ())
    }

    /// Presses a key: `Key::Tab`, or a letter such as `' '`.
    pub(crate) async fn press(&self, key: impl Into<char>) -> Outcome {
        self.type_keys(&key.into().to_string()).await
    }

    /// Presses a key while another is held down, as in Ctrl and A.
    pub(crate) async fn press_with(&self, held: impl Into<char>, key: impl Into<char>) -> Outcome {
        let (held, key) = (held.into().to_string(), key.into().to_string());
        self.keys(vec![
            key_event("keyDown", &held),
            key_event("keyDown", &key),
            key_event("keyUp", &key),
            key_event("keyUp", &held),
        ])
        .await
    }

    /// Holds a key down while something else is done.
    pub(crate) async fn holding(&self, key: impl Into<char>, does: impl Future<Output = Outcome>) -> Outcome {
        let key = key.into().to_string();
        self.keys(vec![key_event("keyDown", &key)]).await?;
        let outcome = does.await;
        self.keys(vec![key_event("keyUp", &key)]).await?;
        outcome
    }

    /// Presses the mouse where it is and lets it go, whatever keys are held.
    pub(crate) async fn press_mouse(&self) -> Outcome {
        let actions = ["pointerDown", "pointerUp"].map(|it| json!({ "type": it, "button": 0 }));
        let source =
            json!({ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": actions });
        self.command(Command::post("actions", json!({ "actions": [source] }))).await.map(|_| ())
    }

    /// Turns the wheel of the mouse by so many pixels, in the middle of the screen.
    pub(crate) async fn turn_wheel(&self, down: i32) -> Outcome {
        let turn = json!({ "type": "scroll", "x": 600, "y": 450, "deltaX": 0, "deltaY": down, "duration": 0, "origin": "viewport" });
        let source = json!({ "type": "wheel", "id": "wheel", "actions": [turn] });
        self.command(Command::post("actions", json!({ "actions": [source] }))).await.map(|_| ())
    }

    /// Goes with the Tab key until it has the focus.
    pub(crate) async fn tab_to(&self, what: What<'_>) -> Outcome {
        self.keys_to(what, vec![key_event("keyDown", &tab()), key_event("keyUp", &tab())]).await
    }

    /// Goes back with Shift and Tab until it has the focus.
    pub(crate) async fn tab_back_to(&self, what: What<'_>) -> Outcome {
        let shift = char::from(Key::Shift).to_string();
        let keys = [("keyDown", &shift), ("keyDown", &tab()), ("keyUp", &tab()), ("keyUp", &shift)];
        self.keys_to(what, keys.map(|(kind, key)| key_event(kind, key)).to_vec()).await
    }

    async fn keys_to(&self, what: What<'_>, keys: Vec<Value>) -> Outcome {
        let wanted = serde_json::to_value(self.find(what).await?)?;
        let script = format!("{LOOK}; return focused() === arguments[0]");
        for _ in 0..300 {
            if self.evaluate(&script, vec![wanted.clone()]).await? == Value::Bool(true) {
                return Ok(());
            }
            self.keys(keys.clone()).await?;
        }
        bail!("300 presses of the Tab key do not lead to {}", what.in_words());
    }

    async fn scrolled_to(&self, what: What<'_>) -> Result<Element> {
        let element = self.find(what).await?;
        self.scroll_to(&element).await?;
        Ok(element)
    }

    /// Whether nothing lies over the middle of it.
    async fn is_on_top(&self, element: &Element) -> Result<bool> {
        let script = "const it = arguments[0], box = it.getBoundingClientRect();
            return it.contains(it.getRootNode().elementFromPoint(box.x + box.width / 2, box.y + box.height / 2))";
        Ok(self.evaluate(script, vec![serde_json::to_value(element)?]).await? == Value::Bool(true))
    }

    async fn scroll_to(&self, element: &Element) -> Outcome {
        let script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.evaluate(script, vec![serde_json::to_value(element)?]).await.map(|_| ())
    }

    async fn pointer(&self, kind: &str, element: &Element, then: &[&str]) -> Outcome {
        let mut actions = vec![json!({ "type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": element })];
        actions.extend(then.iter().map(|action| json!({ "type": action, "button": 0 })));
        let source =
            json!({ "type": "pointer", "id": kind, "parameters": { "pointerType": kind }, "actions": actions });
        self.command(Command::post("actions", json!({ "actions": [source] }))).await.map(|_| ())
    }

    async fn keys(&self, actions: Vec<Value>) -> Outcome {
        let source = json!({ "type": "key", "id": "keyboard", "actions": actions });
        self.command(Command::post("actions", json!({ "actions": [source] }))).await.map(|_| ())
    }
}

fn tab() -> String {
    char::from(Key::Tab).to_string()
}

fn key_event(kind: &str, key: &str) -> Value {
    json!({ "type": kind, "value": key })
}

fn first_line(error: &impl ToString) -> String {
    error.to_string().lines().next().unwrap_or_default().to_owned()
}
