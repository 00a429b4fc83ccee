//! The drawing library: `public/charts.js`, which is fetched when the first chart is to be drawn.
//!
//! A thin binding of our own. The library is told what to draw as JSON, draws SVG into an element (which may stand in a shadow
//! root), and everything that a chart needed is freed with its [`Canvas`].

use super::listener::listen;
use super::{Element as Root, Listener, Port};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, JSON, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::{Closure, JsCast, JsValue};
use web_sys::{CustomEvent, Element, MediaQueryList, ResizeObserver};

thread_local! {
    /// What fetches the library: told for which place, it gives a promise of it, or of nothing.
    static LOADER: RefCell<Option<Function>> = const { RefCell::new(None) };
}

fn call(of: &JsValue, name: &str, arguments: &[&JsValue]) -> Option<JsValue> {
    let function: Function = Reflect::get(of, &name.into()).ok()?.dyn_into().ok()?;
    let list = Array::new();
    for argument in arguments {
        list.push(argument);
    }
    function.apply(of, &list).ok()
}

/// The library, once it is there.
#[derive(Clone)]
pub struct Library(JsValue);

impl Library {
    /// Waits on the port for the script that knows where the library is.
    #[must_use]
    pub fn known_through(port: &Port) -> Listener {
        port.on_functions("cp:charts", |loader| LOADER.set(Some(loader)))
    }

    /// Fetches the library, unless it is there, and gives it, later; nothing where it cannot be had. In the place of this id a
    /// picture that came with the page may stand first: then later means when the visitor turns to it, or chooses something.
    pub fn load(place: &str, done: impl FnOnce(Option<Self>) + 'static) {
        let promise = LOADER.with_borrow(|it| it.as_ref().and_then(|it| it.call1(&JsValue::NULL, &place.into()).ok()));
        let promise = promise.and_then(|it| it.dyn_into::<Promise>().ok());
        let promise = promise.unwrap_or_else(|| Promise::resolve(&JsValue::NULL));
        then(&promise, move |it| done(Some(it).filter(|it| !it.is_null() && !it.is_undefined()).map(Self)));
    }

    /// Gives the visitor a picture (`option`, as JSON) as a file or on the clipboard; tells whether that went well.
    pub fn take(&self, option: &str, size: [u32; 2], name: &str, kind: [bool; 2], done: impl FnOnce(bool) + 'static) {
        let ([width, height], [pixels, copy]) = (size.map(JsValue::from), kind.map(JsValue::from));
        let promise = JSON::parse(option)
            .ok()
            .and_then(|option| call(&self.0, "take", &[&option, &width, &height, &name.into(), &pixels, &copy]))
            .and_then(|it| it.dyn_into::<Promise>().ok())
            .unwrap_or_else(|| Promise::resolve(&JsValue::FALSE));
        then(&promise, move |it| done(it.is_truthy()));
    }
}

/// Calls once, with what a promise that is always kept gives.
fn then(promise: &Promise, done: impl FnOnce(JsValue) + 'static) {
    let done: Function = Closure::once_into_js(done).unchecked_into();
    drop(call(promise, "then", &[&done]));
}

/// How things look where a chart is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Looks {
    /// How wide it can be, in pixels; nought while it is hidden.
    pub width: u32,
    /// The size of text, in pixels.
    pub text: u32,
    /// How wide the probe's words are, in pixels.
    pub sample: u32,
    /// How wide the same words are in bold, in pixels.
    pub bold: u32,
    /// The font's name, as stylesheets have it.
    pub font: String,
    /// Whether the visitor's own colours are forced.
    pub forced: bool,
    /// Whether the page is dark.
    pub dark: bool,
    /// Whether the page is being printed.
    pub paper: bool,
}

/// A place to draw in. Dropping it frees all that the library holds for it.
pub struct Canvas {
    place: Element,
    probe: Element,
    library: Library,
    instance: RefCell<Option<JsValue>>,
    marked: RefCell<Option<(usize, usize)>>,
    observer: Option<ResizeObserver>,
    over: Rc<Closure<dyn FnMut(JsValue)>>,
    queries: [Option<MediaQueryList>; 2],
    paper: Rc<RefCell<bool>>,
    #[expect(dead_code, reason = "kept: they listen")]
    listeners: (Vec<EventListener>, [Listener; 2], Closure<dyn FnMut()>),
}

impl Canvas {
    /// Opens a place inside `root` to draw in. `changed` is called whenever the looks may have changed; `over` when the pointer
    /// comes upon a mark, by series and place in it, or leaves it.
    #[must_use]
    pub fn open(
        library: &Library,
        root: &Root,
        id: &str,
        changed: impl Fn() + Clone + 'static,
        over: impl Fn(Option<(usize, usize)>) + 'static,
    ) -> Option<Self> {
        let place = root.0.query_selector(&["[id=\"", id, "\"]"].concat()).ok()??;
        let probe = place.parent_element()?.query_selector("[data-sample]").ok()??;
        let window = web_sys::window()?;
        // A moment later: drawing changes sizes, which must not be while they are being told.
        let resized = Closure::new({
            let (changed, soon) = (changed.clone(), RefCell::<Option<Timeout>>::default());
            move || drop(soon.replace(Some(Timeout::new(0, changed.clone()))))
        });
        let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok();
        for watched in observer.iter().flat_map(|it| [(it, &place), (it, &probe)]) {
            watched.0.observe(watched.1);
        }
        let media = |query: &str| window.match_media(query).ok().flatten();
        let queries = [media("(prefers-color-scheme: dark)"), media("(forced-colors: active)")];
        let mut listening = Vec::new();
        for query in queries.iter().flatten() {
            let changed = changed.clone();
            listening.push(listen(query, "change", Box::new(move |_| changed())));
        }
        let paper: Rc<RefCell<bool>> = Rc::default();
        let printing = |event: &'static str, on: bool| {
            let (paper, changed) = (Rc::clone(&paper), changed.clone());
            Listener::on_window(event, move |_| {
                paper.replace(on);
                changed();
            })
        };
        let printed = [printing("beforeprint", true), printing("afterprint", false)];
        let over = Rc::new(Closure::new(move |event: JsValue| {
            let number = |name: &str| {
                let value = Reflect::get(&event, &name.into()).ok()?.as_f64()?;
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a list")]
                (value >= 0.0).then_some(value as usize)
            };
            let kind = Reflect::get(&event, &"type".into()).ok().and_then(|it| it.as_string());
            let mark = number("seriesIndex").zip(number("dataIndex"));
            over(mark.filter(|_| kind.as_deref() == Some("mouseover")));
        }));
        Some(Self {
            place,
            probe,
            library: library.clone(),
            instance: RefCell::default(),
            marked: RefCell::default(),
            observer,
            over,
            queries,
            paper,
            listeners: (listening, printed, resized),
        })
    }

    /// How things look now.
    #[must_use]
    pub fn looks(&self) -> Looks {
        let style = web_sys::window().and_then(|it| it.get_computed_style(&self.probe).ok().flatten());
        let wide = |probe: &Element| whole(probe.get_bounding_client_rect().width());
        let value = |name: &str| style.as_ref().and_then(|it| it.get_property_value(name).ok()).unwrap_or_default();
        let text = whole(js_sys::parse_float(&value("font-size")));
        let [sample, bold] = self
            .told(text)
            .unwrap_or_else(|| [wide(&self.probe), self.probe.first_element_child().as_ref().map_or(0, wide)]);
        let [dark, forced] = self.queries.each_ref().map(|it| it.as_ref().is_some_and(MediaQueryList::matches));
        Looks {
            width: u32::try_from(self.place.client_width()).unwrap_or(0),
            text,
            sample,
            bold,
            font: value("font-family"),
            forced,
            dark,
            paper: *self.paper.borrow(),
        }
    }

    /// What the picture that stood here before was measured by, at this size of text: so nothing in it moves.
    fn told(&self, text: u32) -> Option<[u32; 2]> {
        let told = self.place.get_attribute("data-metrics")?;
        let (own, widths) = told.split_once(' ')?;
        let (sample, bold) = widths.split_once(' ').filter(|_| own == text.to_string())?;
        Some([sample.parse().ok()?, bold.parse().ok()?])
    }

    /// Draws what `option`, as JSON, says, in place of what is there. Says whether that went well.
    #[must_use]
    pub fn show(&self, option: &str, [width, height]: [u32; 2]) -> bool {
        self.draw(option, width, height).is_some()
    }

    fn draw(&self, option: &str, width: u32, height: u32) -> Option<()> {
        let size = ["{\"renderer\":\"svg\",\"width\":", &width.to_string(), ",\"height\":", &height.to_string(), "}"];
        let size = JSON::parse(&size.concat()).ok()?;
        let option = JSON::parse(option).ok()?;
        let instance = self.instance.borrow().clone();
        let instance = if let Some(instance) = instance {
            call(&instance, "resize", &[&size])?;
            instance
        } else {
            let instance = call(&self.library.0, "init", &[&self.place, &size])?;
            for event in ["mouseover", "mouseout"] {
                call(&instance, "on", &[&event.into(), self.over.as_ref().as_ref()])?;
            }
            self.instance.replace(Some(instance.clone()));
            instance
        };
        self.marked.take();
        // In place of what was there, and at once.
        call(&instance, "setOption", &[&option, &JSON::parse("{\"notMerge\":true}").ok()?])?;
        // So that the stylesheet can fit it to a sheet of paper.
        if let Some(picture) = self.place.query_selector("svg").ok()? {
            let area = ["0 0 ", &width.to_string(), " ", &height.to_string()].concat();
            picture.set_attribute("viewBox", &area).ok()?;
        }
        Some(())
    }

    /// Shows that a mark is read, by series and place in it; or none.
    pub fn mark(&self, mark: Option<(usize, usize)>) {
        let before = self.marked.replace(mark);
        let instance = self.instance.borrow();
        let Some(instance) = instance.as_ref().filter(|_| before != mark) else { return };
        for (action, mark) in [("downplay", before), ("highlight", mark)] {
            let Some((series, at)) = mark else { continue };
            let action = [
                "{\"type\":\"",
                action,
                "\",\"seriesIndex\":",
                &series.to_string(),
                ",\"dataIndex\":",
                &at.to_string(),
                "}",
            ];
            if let Ok(action) = JSON::parse(&action.concat()) {
                drop(call(instance, "dispatchAction", &[&action]));
            }
        }
    }
}

impl Drop for Canvas {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
        if let Some(instance) = self.instance.take() {
            drop(call(&instance, "dispose", &[]));
        }
    }
}

fn whole(pixels: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels of a page")]
    let whole = pixels.clamp(0.0, 100_000.0).round() as u32;
    whole
}

impl Port {
    /// Listens for a function that is handed over.
    fn on_functions(&self, event: &'static str, mut call: impl FnMut(Function) + 'static) -> Listener {
        self.on(event, move |event| {
            if let Ok(function) = event.unchecked_ref::<CustomEvent>().detail().dyn_into() {
                call(function);
            }
        })
    }
}
