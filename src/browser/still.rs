//! The picture of a chart that came with the page.

use super::listener::listen;
use super::{Element, Listener};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlImageElement;

/// What a visitor does who turns to a chart.
const TURNS: [&str; 3] = ["mousemove", "click", "focusin"];

/// Such a picture, while it stands for a drawing. Dropping it leaves it on the page.
pub struct Still {
    figure: Element,
    picture: Element,
    image: HtmlImageElement,
    #[expect(dead_code, reason = "kept: they listen")]
    listeners: Vec<Listener>,
}

/// How the picture that a browser takes for this window was drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// For text of this size, in pixels.
    pub text: u32,
    /// Whether for a wide place.
    pub wide: bool,
}

impl Still {
    /// The one in the place of a chart, if there is one. `turned` is called when the visitor turns to the chart or the picture cannot be
    /// had, `resized` when the window has another size.
    #[must_use]
    pub fn in_place(
        place: &Element,
        turned: impl Fn() + Clone + 'static,
        resized: impl Fn() + 'static,
    ) -> Option<Self> {
        let picture = place.find("picture")?;
        let figure = place.closest("figure")?;
        let image: HtmlImageElement = picture.find("img")?.html().dyn_into().ok()?;
        let mut listeners = vec![Listener::on_window("resize", move |_| resized())];
        listeners.extend(TURNS.map(|event| {
            let turned = turned.clone();
            figure.on(event, move |_| turned())
        }));
        listeners.push(Listener::holding(listen(&image, "error", Box::new(move |_| turned()))));
        Some(Self { figure, picture, image, listeners })
    }

    /// How it was drawn.
    #[must_use]
    pub fn drawn(&self) -> Option<Drawn> {
        let source = self.picture.find("source")?;
        let media = web_sys::window()?.match_media(&source.get("media")?).ok().flatten();
        let wide = media.is_some_and(|it| it.matches());
        let text = if wide { source.data("text") } else { Element::of(self.image.clone().into()).data("text") };
        Some(Drawn { text: text.parse().ok()?, wide })
    }

    /// Whether it is known that it cannot be had. A copy on the device has the library that draws, and not all pictures.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        let worker = || Reflect::get(&web_sys::window()?.navigator(), &"serviceWorker".into()).ok();
        let copy = worker().filter(JsValue::is_object).and_then(|it| Reflect::get(&it, &"controller".into()).ok());
        copy.is_some_and(|it| it.is_truthy()) || self.image.complete() && self.image.natural_width() == 0
    }

    /// Says on the page whether it stands for the drawing.
    pub fn stands(&self, stands: bool) {
        self.figure.set("data-still", stands.then_some(""));
    }
}
