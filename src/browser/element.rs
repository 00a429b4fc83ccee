//! The element that the explorer stands in.

use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// The element that the explorer stands in.
#[derive(Clone, PartialEq, Eq)]
pub struct Place(pub(super) HtmlElement);

impl Place {
    /// The element of the page with this id.
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok().map(Self)
    }

    /// The element itself, to mount into.
    #[must_use]
    pub fn element(&self) -> HtmlElement {
        self.0.clone()
    }

    /// The explorer that it stands in.
    #[must_use]
    pub fn explorer(&self) -> Option<Self> {
        self.0.closest(".cp").ok()??.dyn_into().ok().map(Self)
    }

    /// What its attribute `data-part` says.
    #[must_use]
    pub fn part(&self) -> String {
        self.0.get_attribute("data-part").unwrap_or_default()
    }

    /// What its attribute `data-…` says; empty where it has none.
    #[must_use]
    pub fn data(&self, name: &str) -> String {
        self.0.get_attribute(&["data-", name].concat()).unwrap_or_default()
    }

    /// Has its attribute `data-…` say something; nothing takes it off.
    pub fn set_data(&self, name: &str, value: &str) {
        let name = ["data-", name].concat();
        drop(if value.is_empty() { self.0.remove_attribute(&name) } else { self.0.set_attribute(&name, value) });
    }

    /// Tells those who listen on it: an event with words of ours.
    pub fn fire(&self, event: &str, detail: &str) {
        let about = CustomEventInit::new();
        about.set_detail(&detail.into());
        if let Ok(event) = CustomEvent::new_with_event_init_dict(event, &about) {
            drop(self.0.dispatch_event(&event));
        }
    }

    /// The text in it.
    #[must_use]
    pub fn text(&self) -> String {
        self.0.text_content().unwrap_or_default()
    }

    /// Whether something that a selector fits is in it.
    #[must_use]
    pub fn has(&self, selector: &str) -> bool {
        self.0.query_selector(selector).is_ok_and(|it| it.is_some())
    }

    /// Takes everything out of it.
    pub fn empty(&self) {
        self.0.set_text_content(None);
    }

    /// Moves the keyboard to the element inside it with this id, and brings that into the upper half of the window unless
    /// it is there: results never jump under the finger.
    pub fn focus(&self, id: &str) {
        let Ok(Some(found)) = self.0.query_selector(&format!("[id=\"{id}\"]")) else { return };
        let Ok(element) = found.dyn_into::<HtmlElement>() else { return };
        let half = web_sys::window().and_then(|it| it.inner_height().ok()?.as_f64()).unwrap_or(0.0) / 2.0;
        if !(0.0..half).contains(&element.get_bounding_client_rect().top()) {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Start);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
        drop(element.focus());
    }
}
