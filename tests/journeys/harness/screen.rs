//! Setting the scene: size, colours, motion, network, speed.

use anyhow::Result;
use serde_json::{Value, json};
use xtask::browser::Command;
use xtask::driver::webkit::corner;
use xtask::driver::{Device, Engine};

use super::engines::Aspect;
use super::{Outcome, Visitor};

/// Lays out the tab as wide and high as a screen. The window around it is bigger than any.
const FIREFOX_SCREEN: &str = "
const [width, height, phone] = arguments, tab = gBrowser.selectedBrowser;
tab.style.setProperty('width', `${width}px`);
tab.style.setProperty('height', `${height}px`);
tab.browsingContext.touchEventsOverride = phone ? 'enabled' : 'disabled'";

/// What the visitor's device prefers.
#[derive(Default)]
pub(crate) struct Scene {
    media: Vec<(&'static str, &'static str)>,
    print: bool,
}

impl Visitor {
    /// A screen of this size; a narrow one is a phone with a touch screen.
    pub(crate) async fn screen(&self, width: u32, height: u32) -> Outcome {
        let phone = width < 600;
        match self.engine() {
            Engine::Chromium => {
                self.command(Command::screen(width, height, 1)).await?;
                let touch = json!({ "enabled": phone, "maxTouchPoints": if phone { 5 } else { 1 } });
                self.devtools("Emulation.setTouchEmulationEnabled", touch).await.map(|_| ())
            }
            Engine::Firefox => {
                self.in_firefox_itself(FIREFOX_SCREEN, json!([width, height, phone])).await?;
                self.until_screen(width, height).await
            }
            Engine::WebKit => {
                // The window has a row of buttons, and of tabs when there are several.
                self.wait(&format!("the screen is {width} × {height}"), || async {
                    let sizes =
                        self.evaluate("return [innerWidth, innerHeight, outerWidth, outerHeight]", vec![]).await?;
                    let [inside, high, outside, outer]: [i64; 4] = serde_json::from_value(sizes)?;
                    let (width, height) = (i64::from(width), i64::from(height));
                    if (inside, high) == (width, height) {
                        return Ok(Ok(()));
                    }
                    let (x, y) = corner(u32::try_from(width)?);
                    let (width, height) = (width + outside - inside, height + outer - high);
                    let rect = json!({ "x": x, "y": y, "width": width, "height": height });
                    self.command(Command::post("window/rect", rect)).await?;
                    Ok(Err(format!("it is {inside} × {high}")))
                })
                .await
            }
        }
    }

    async fn until_screen(&self, width: u32, height: u32) -> Outcome {
        let there = format!("innerWidth === {width} && innerHeight === {height}");
        self.until(&format!("the screen is {width} × {height}"), &there).await
    }

    /// The smallest phone that the site promises to fit.
    pub(crate) async fn phone(&self) -> Outcome {
        self.screen(320, 640).await
    }

    /// A device that is set to dark. Say so before a page is opened, as with all that the device prefers.
    pub(crate) async fn dark(&self) -> Outcome {
        match self.engine() {
            Engine::Chromium => self.prefer("prefers-color-scheme", "dark").await,
            Engine::Firefox => self.set_in_firefox("prefersColorSchemeOverride", "dark").await,
            Engine::WebKit => self.change_device(Device { dark: true, ..self.device.get() }).await,
        }
    }

    /// A system in high contrast with colours of its own.
    pub(crate) async fn forced_colours(&self) -> Outcome {
        match self.engine() {
            _ if !self.has(Aspect::ForcedColours) => Ok(()),
            Engine::Firefox => self.set_in_firefox("forcedColorsOverride", "active").await,
            _ => self.prefer("forced-colors", "active").await,
        }
    }

    /// A device that is set to less motion.
    pub(crate) async fn reduced_motion(&self) -> Outcome {
        match self.engine() {
            Engine::Chromium => self.prefer("prefers-reduced-motion", "reduce").await,
            Engine::Firefox => {
                let script = "Services.prefs.setIntPref('ui.prefersReducedMotion', 1)";
                self.in_firefox_itself(script, json!([])).await.map(|_| ())
            }
            Engine::WebKit => self.change_device(Device { less_motion: true, ..self.device.get() }).await,
        }
    }

    /// The page as it is printed.
    pub(crate) async fn print(&self) -> Outcome {
        match self.engine() {
            _ if !self.has(Aspect::Print) => Ok(()),
            Engine::Firefox => {
                self.set_in_firefox("mediumOverride", "print").await?;
                // Its window is told, and the page hears of it later.
                self.until("the page is on paper", "matchMedia('print').matches").await
            }
            _ => {
                self.scene.borrow_mut().print = true;
                self.set_media().await
            }
        }
    }

    /// Sets what Firefox makes a tab believe about its device.
    async fn set_in_firefox(&self, what: &str, value: &str) -> Outcome {
        let script = "gBrowser.selectedBrowser.browsingContext[arguments[0]] = arguments[1]";
        self.in_firefox_itself(script, json!([what, value])).await.map(|_| ())
    }

    async fn prefer(&self, feature: &'static str, value: &'static str) -> Outcome {
        self.scene.borrow_mut().media.push((feature, value));
        self.set_media().await
    }

    async fn set_media(&self) -> Outcome {
        let media = {
            let scene = self.scene.borrow();
            let features: Vec<Value> =
                scene.media.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
            json!({ "media": if scene.print { "print" } else { "" }, "features": features })
        };
        self.devtools("Emulation.setEmulatedMedia", media).await.map(|_| ())
    }

    /// A device that is here, to within so many metres, with a visitor who lets this site know, or does not.
    pub(crate) async fn located(&self, [latitude, longitude]: [f64; 2], metres: f64, allowed: bool) -> Outcome {
        let place = json!({ "latitude": latitude, "longitude": longitude, "accuracy": metres });
        self.devtools("Emulation.setGeolocationOverride", place).await?;
        self.may_locate(allowed).await
    }

    /// A device that does not know where it is, with a visitor who would let this site know.
    pub(crate) async fn lost(&self) -> Outcome {
        self.devtools("Emulation.setGeolocationOverride", json!({})).await?;
        self.may_locate(true).await
    }

    async fn may_locate(&self, allowed: bool) -> Outcome {
        let setting = if allowed { "granted" } else { "denied" };
        let origin = self.site().address().trim_end_matches('/').to_owned();
        let wanted = json!({ "permission": { "name": "geolocation" }, "setting": setting, "origin": origin });
        self.devtools("Browser.setPermission", wanted).await.map(|_| ())
    }

    /// Takes the network away: from the page, and from its service worker too.
    pub(crate) async fn offline(&self) -> Outcome {
        self.site().stop();
        self.network(true, -1, 0).await
    }

    /// Gives the network back.
    pub(crate) async fn online(&self) -> Outcome {
        self.site().resume()?;
        self.network(false, -1, 0).await
    }

    /// A line as slow as a bad mobile connection: 1.6 Mbit/s, 150 ms there and back.
    pub(crate) async fn slow_line(&self) -> Outcome {
        self.network(false, 1_600_000 / 8, 150).await
    }

    async fn network(&self, offline: bool, bytes_a_second: i64, latency: u32) -> Outcome {
        match self.engine() {
            Engine::Chromium => {
                self.devtools("Network.enable", json!({})).await?;
                let line = json!({
                    "offline": offline,
                    "latency": latency,
                    "downloadThroughput": bytes_a_second,
                    "uploadThroughput": bytes_a_second,
                });
                self.devtools("Network.emulateNetworkConditions", line).await.map(|_| ())
            }
            Engine::Firefox => {
                if bytes_a_second > 0 && !self.has(Aspect::Slowness) {
                    return Ok(());
                }
                self.in_firefox_itself("Services.io.offline = arguments[0]", json!([offline])).await.map(|_| ())
            }
            // The server itself is away; only the browser is not told.
            Engine::WebKit => {
                self.has(Aspect::Slowness);
                Ok(())
            }
        }
    }

    /// A processor so many times slower than this one.
    pub(crate) async fn slow_processor(&self, times: u32) -> Outcome {
        if !self.has(Aspect::Slowness) {
            return Ok(());
        }
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await.map(|_| ())
    }

    /// How many nodes and listeners of the page are alive, once all that is out of use has been freed; `None` in an engine that
    /// does not tell.
    pub(crate) async fn alive(&self) -> Result<Option<(u64, u64)>> {
        if !self.has(Aspect::Counters) {
            return Ok(None);
        }
        self.devtools("HeapProfiler.collectGarbage", json!({})).await?;
        let counts = self.devtools("Memory.getDOMCounters", json!({})).await?;
        let count = |name: &str| counts[name].as_u64().unwrap_or_default();
        Ok(Some((count("nodes"), count("jsEventListeners"))))
    }

    /// The page must not be wider than the screen.
    pub(crate) async fn check_no_sideways_scrolling(&self) -> Outcome {
        let wider = self.wider_than_the_screen().await?;
        anyhow::ensure!(wider.is_empty(), "the page scrolls sideways because of {wider}");
        Ok(())
    }

    /// Waits until the page is not wider than a screen that has just changed under it: drawings follow a moment later.
    pub(crate) async fn until_no_sideways_scrolling(&self) -> Outcome {
        self.wait("the page does not scroll sideways", || async {
            let wider = self.wider_than_the_screen().await?;
            Ok(if wider.is_empty() { Ok(()) } else { Err(format!("it does because of {wider}")) })
        })
        .await
    }

    async fn wider_than_the_screen(&self) -> Result<String> {
        let wide = self.evaluate(WIDER_THAN_THE_SCREEN, vec![]).await?;
        let names: Vec<&str> = wide.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        Ok(names.join(", "))
    }
}

/// The elements that make the page wider than the screen, or nothing when it is not.
const WIDER_THAN_THE_SCREEN: &str = r"
const page = document.documentElement, width = page.clientWidth;
if (Math.max(page.scrollWidth, document.body.scrollWidth) <= width) return [];
const out = [...document.body.querySelectorAll('*')].filter(it => it.getBoundingClientRect().right + scrollX > width + 0.5);
const last = out.filter(it => !out.some(other => other !== it && it.contains(other)));
const name = it => it.localName + (it.id && '#' + it.id) + [...it.classList].map(name => '.' + name).join('');
return last.length ? last.slice(0, 8).map(name) : [`something ${page.scrollWidth} pixels wide`];
";
