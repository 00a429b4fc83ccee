//! Setting the scene: size, colours, motion, network, speed.

use serde_json::{Value, json};

use super::{Outcome, Visitor};

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
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone });
        self.devtools("Emulation.setDeviceMetricsOverride", screen).await?;
        let touch = json!({ "enabled": phone, "maxTouchPoints": if phone { 5 } else { 1 } });
        self.devtools("Emulation.setTouchEmulationEnabled", touch).await.map(|_| ())
    }

    /// The smallest phone that the site promises to fit.
    pub(crate) async fn phone(&self) -> Outcome {
        self.screen(320, 640).await
    }

    /// A device that is set to dark.
    pub(crate) async fn dark(&self) -> Outcome {
        self.prefer("prefers-color-scheme", "dark").await
    }

    /// A system in high contrast with colours of its own.
    pub(crate) async fn forced_colours(&self) -> Outcome {
        self.prefer("forced-colors", "active").await
    }

    /// A device that is set to less motion.
    pub(crate) async fn reduced_motion(&self) -> Outcome {
        self.prefer("prefers-reduced-motion", "reduce").await
    }

    /// The page as it is printed.
    pub(crate) async fn print(&self) -> Outcome {
        self.scene.borrow_mut().print = true;
        self.set_media().await
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
        self.devtools("Network.enable", json!({})).await?;
        let line = json!({
            "offline": offline,
            "latency": latency,
            "downloadThroughput": bytes_a_second,
            "uploadThroughput": bytes_a_second,
        });
        self.devtools("Network.emulateNetworkConditions", line).await.map(|_| ())
    }

    /// A processor so many times slower than this one.
    pub(crate) async fn slow_processor(&self, times: u32) -> Outcome {
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await.map(|_| ())
    }

    /// The page must not be wider than the screen.
    pub(crate) async fn check_no_sideways_scrolling(&self) -> Outcome {
        let wide = self.evaluate(WIDER_THAN_THE_SCREEN, vec![]).await?;
        let names: Vec<&str> = wide.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        anyhow::ensure!(names.is_empty(), "the page scrolls sideways because of {}", names.join(", "));
        Ok(())
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
