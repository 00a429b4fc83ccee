//! The drawing library: `public/charts.js`, which is fetched when the first chart is to be drawn.
//!
//! A thin binding of our own. The library is told what to draw as JSON, draws SVG into an element (which may stand in a shadow
//! root), and everything that a chart needed is freed with its [`Canvas`].

use super::listener::listen;
use super::timers;
use super::{Element, Listener, Port};
use gloo::events::EventListener;
use js_sys::{Array, Function, JSON, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::{Closure, JsCast, JsValue};
use web_sys::{CustomEvent, MediaQueryList, ResizeObserver};

thread_local! {
    /// What fetches the library: it gives a promise of it, or of nothing.
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

    /// Fetches the library, unless it is there, and gives it, later; nothing where it cannot be had.
    pub fn load(done: impl FnOnce(Option<Self>) + 'static) {
        let promise = LOADER.with_borrow(|it| it.as_ref().and_then(|it| it.call0(&JsValue::NULL).ok()));
        let promise = promise.and_then(|it| it.dyn_into::<Promise>().ok());
        let promise = promise.unwrap_or_else(|| Promise::resolve(&JsValue::NULL));
        then(&promise, move |it| done(Some(it).filter(|it| !it.is_null() && !it.is_undefined()).map(Self)));
    }

    /// Gives the visitor a picture (option and theme, as JSON) as a file or on the clipboard; tells whether that went well.
    pub fn take(
        &self,
        [option, theme]: [&str; 2],
        size: [u32; 2],
        name: &str,
        kind: [bool; 2],
        done: impl FnOnce(bool) + 'static,
    ) {
        let ([width, height], [pixels, copy]) = (size.map(JsValue::from), kind.map(JsValue::from));
        let told = JSON::parse(option).ok().zip(JSON::parse(theme).ok());
        let promise = told
            .and_then(|(option, theme)| {
                call(&self.0, "take", &[&option, &theme, &width, &height, &name.into(), &pixels, &copy])
            })
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
    /// The font's name, as stylesheets have it.
    pub font: String,
    /// Whether the visitor's own colours are forced.
    pub forced: bool,
    /// Whether the page is dark.
    pub dark: bool,
    /// Whether the page is being printed.
    pub paper: bool,
}

/// What the visitor's device asks for.
const DARK: &str = "(prefers-color-scheme: dark)";
const FORCED: &str = "(forced-colors: active)";

fn media(query: &str) -> Option<MediaQueryList> {
    web_sys::window()?.match_media(query).ok().flatten()
}

impl Looks {
    /// Of a place on the page.
    #[must_use]
    pub fn on_screen(place: &Element) -> Self {
        Self::of(&place.0, false)
    }

    fn of(place: &web_sys::Element, paper: bool) -> Self {
        let style = web_sys::window().and_then(|it| it.get_computed_style(place).ok().flatten());
        let value = |name: &str| style.as_ref().and_then(|it| it.get_property_value(name).ok()).unwrap_or_default();
        let [dark, forced] = [DARK, FORCED].map(|it| media(it).is_some_and(|it| it.matches()));
        Self {
            width: u32::try_from(place.client_width()).unwrap_or(0),
            text: whole(js_sys::parse_float(&value("font-size"))),
            font: value("font-family"),
            forced,
            dark,
            paper,
        }
    }
}

/// What the pointer does with a mark, which is told by series and place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointed {
    /// It moves on one.
    Over((usize, usize)),
    /// It has left one.
    Left((usize, usize)),
    /// It was pressed on one.
    Pressed((usize, usize)),
}

/// A place to draw in. Dropping it frees all that the library holds for it.
pub struct Canvas {
    place: web_sys::Element,
    library: Library,
    /// The library's own for this place, and the theme that it was opened with.
    instance: RefCell<Option<(JsValue, String)>>,
    marked: RefCell<Option<(usize, usize)>>,
    observer: Option<ResizeObserver>,
    pointed: Rc<Closure<dyn FnMut(JsValue)>>,
    paper: Rc<RefCell<bool>>,
    #[expect(dead_code, reason = "kept: they listen")]
    listeners: (Vec<EventListener>, [Listener; 2], Closure<dyn FnMut()>),
}

impl Canvas {
    /// Opens a place to draw in. `changed` is called whenever the looks may have changed, `pointed` whenever the
    /// pointer does something with a mark.
    #[must_use]
    pub fn open(
        library: &Library,
        place: &Element,
        changed: impl Fn() + Clone + 'static,
        pointed: impl Fn(Pointed) + 'static,
    ) -> Self {
        let place: web_sys::Element = place.0.clone().into();
        // A moment later: drawing changes sizes, which must not be while they are being told.
        let resized = Closure::new({
            let (changed, soon) = (changed.clone(), RefCell::default());
            move || drop(soon.replace(timers::later(0, changed.clone())))
        });
        let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok();
        // The whole figure, too: it grows with the text where its picture does not.
        for watched in [Some(place.clone()), place.closest("figure").ok().flatten()].into_iter().flatten() {
            if let Some(observer) = &observer {
                observer.observe(&watched);
            }
        }
        let mut listening = Vec::new();
        for query in [DARK, FORCED].iter().filter_map(|it| media(it)) {
            let changed = changed.clone();
            listening.push(listen(&query, "change", Box::new(move |_| changed())));
        }
        let paper: Rc<RefCell<bool>> = Rc::default();
        let printing = |event: &'static str, on: bool| {
            let (paper, changed) = (Rc::clone(&paper), changed.clone());
            Listener::on_window(event, move |_| {
                paper.replace(on);
                changed();
            })
        };
        let papers = [printing("beforeprint", true), printing("afterprint", false)];
        let pointed = Rc::new(Closure::new(move |event: JsValue| {
            let of = |name: &str| Reflect::get(&event, &name.into()).ok();
            // Series of marks have a number for a name; those of words have none.
            let series = of("seriesId").and_then(|it| it.as_string()).and_then(|it| it.parse::<usize>().ok());
            let at = of("dataIndex").and_then(|it| it.as_f64()).filter(|it| *it >= 0.0);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a list")]
            let mark = series.zip(at.map(|it| it as usize));
            let kind = of("type").and_then(|it| it.as_string());
            let Some(mark) = mark else { return };
            match kind.as_deref() {
                Some("mousemove") if has_moved(&event) => pointed(Pointed::Over(mark)),
                Some("click") => pointed(Pointed::Pressed(mark)),
                Some("mouseout") => pointed(Pointed::Left(mark)),
                _ => {}
            }
        }));
        Self {
            place,
            library: library.clone(),
            instance: RefCell::default(),
            marked: RefCell::default(),
            observer,
            pointed,
            paper,
            listeners: (listening, papers, resized),
        }
    }

    /// How things look now.
    #[must_use]
    pub fn looks(&self) -> Looks {
        Looks::of(&self.place, *self.paper.borrow())
    }

    /// Draws what option and theme, as JSON, say, in place of what is there. Says whether that went well.
    #[must_use]
    pub fn show(&self, [option, theme]: [&str; 2], [width, height]: [u32; 2]) -> bool {
        self.draw(option, theme, width, height).is_some()
    }

    fn draw(&self, option: &str, theme: &str, width: u32, height: u32) -> Option<()> {
        let size = ["{\"renderer\":\"svg\",\"width\":", &width.to_string(), ",\"height\":", &height.to_string(), "}"];
        let size = JSON::parse(&size.concat()).ok()?;
        let option = JSON::parse(option).ok()?;
        let open = self.instance.take();
        let instance = if let Some((instance, _)) = open.as_ref().filter(|it| it.1 == theme) {
            call(instance, "resize", &[&size])?;
            instance.clone()
        } else {
            // A theme is for as long as an instance lives.
            if let Some((before, _)) = &open {
                call(before, "dispose", &[])?;
            }
            // What came with the page.
            self.place.set_text_content(None);
            let instance = call(&self.library.0, "init", &[&self.place, &JSON::parse(theme).ok()?, &size])?;
            for event in ["mousemove", "mouseout", "click"] {
                call(&instance, "on", &[&event.into(), self.pointed.as_ref().as_ref()])?;
            }
            instance
        };
        self.instance.replace(Some((instance.clone(), theme.to_owned())));
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
        let Some((instance, _)) = instance.as_ref().filter(|_| before != mark) else { return };
        for (action, mark) in [("downplay", before), ("highlight", mark)] {
            let Some((series, at)) = mark else { continue };
            let action = [
                "{\"type\":\"",
                action,
                "\",\"seriesId\":\"",
                &series.to_string(),
                "\",\"dataIndex\":",
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
        if let Some((instance, _)) = self.instance.take() {
            drop(call(&instance, "dispose", &[]));
        }
    }
}

/// Whether an event of the library comes from a pointer that moved. Where the page moves under a mouse at rest, a browser tells of a
/// move too, by nothing. A finger has no such measure: it has moved.
fn has_moved(event: &JsValue) -> bool {
    let of = |event: &JsValue, name: &str| Reflect::get(event, &name.into()).ok();
    let native = of(event, "event").and_then(|it| of(&it, "event"));
    let by = |way: &str| native.as_ref().and_then(|it| of(it, way)).and_then(|it| it.as_f64());
    [by("movementX"), by("movementY")] != [Some(0.0); 2]
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
