//! What stands on the page and is tied to signals.

use super::Place;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

impl Place {
    /// This element.
    #[must_use]
    pub fn of(element: HtmlElement) -> Self {
        Self(element)
    }

    /// The first element inside it that a selector finds.
    #[must_use]
    pub fn find(&self, selector: &str) -> Option<Self> {
        self.0.query_selector(selector).ok()??.dyn_into().ok().map(Self)
    }

    /// The element around it.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        self.0.parent_element()?.dyn_into().ok().map(Self)
    }

    /// Has an attribute say something; nothing takes it off. What says so already is left alone.
    pub fn set(&self, attribute: &str, value: Option<&str>) {
        if self.0.get_attribute(attribute).as_deref() != value {
            drop(match value {
                Some(value) => self.0.set_attribute(attribute, value),
                None => self.0.remove_attribute(attribute),
            });
        }
    }

    /// Hides it, or shows it again.
    pub fn hide(&self, hidden: bool) {
        self.set("hidden", hidden.then_some(""));
    }

    /// Puts a text in place of all that is in it, unless that says so already.
    pub fn set_text(&self, text: &str) {
        if self.text() != text {
            self.0.set_text_content(Some(text));
        }
    }

    /// Takes it off the page.
    pub fn remove(&self) {
        self.0.remove();
    }
}
