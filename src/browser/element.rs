//! An element of the page: found, read, told and listened to.

use super::Listener;
use super::listener::listen;
use super::scroll;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement, HtmlInputElement, HtmlSelectElement};

/// An element of the page.
#[derive(Clone, PartialEq, Eq)]
pub struct Element(pub(super) HtmlElement);

impl Element {
    /// This element.
    #[must_use]
    pub fn of(element: HtmlElement) -> Self {
        Self(element)
    }

    /// The element that has the keyboard, looked for where this one stands: in the page, or in its shadow root.
    #[must_use]
    pub fn focused(&self) -> Option<Self> {
        let root = self.0.get_root_node();
        let found = match root.dyn_ref::<web_sys::ShadowRoot>() {
            Some(shadow) => shadow.active_element(),
            None => web_sys::window()?.document()?.active_element(),
        };
        found?.dyn_into().ok().map(Self)
    }

    /// The element itself, to mount into.
    #[must_use]
    pub fn html(&self) -> HtmlElement {
        self.0.clone()
    }

    /// The first element inside it that a selector finds.
    #[must_use]
    pub fn find(&self, selector: &str) -> Option<Self> {
        self.0.query_selector(selector).ok()??.dyn_into().ok().map(Self)
    }

    /// All elements inside it that a selector finds.
    #[must_use]
    pub fn all(&self, selector: &str) -> Vec<Self> {
        let Ok(list) = self.0.query_selector_all(selector) else { return Vec::new() };
        (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok().map(Self)).collect()
    }

    /// The nearest element around it, or itself, that a selector finds.
    #[must_use]
    pub fn closest(&self, selector: &str) -> Option<Self> {
        self.0.closest(selector).ok()??.dyn_into().ok().map(Self)
    }

    /// The element around it.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        self.0.parent_element()?.dyn_into().ok().map(Self)
    }

    /// The element inside it with this id; ids are looked up here and not in the page, for they may repeat in each shadow root.
    #[must_use]
    pub fn by_id_inside(&self, id: &str) -> Option<Self> {
        // Ids of ours have no quotation marks; one from an address may.
        if id.is_empty() || id.contains(['"', '\\']) { None } else { self.find(&["[id=\"", id, "\"]"].concat()) }
    }

    /// The element after it.
    #[must_use]
    pub fn next(&self) -> Option<Self> {
        self.0.next_element_sibling()?.dyn_into().ok().map(Self)
    }

    /// Whether it has a class.
    #[must_use]
    pub fn has_class(&self, class: &str) -> bool {
        self.0.class_list().contains(class)
    }

    /// Whether these elements are inside it, one after another in this order.
    #[must_use]
    pub fn has_in_order(&self, elements: &[&Self]) -> bool {
        let mut pairs = elements.iter().zip(elements.iter().skip(1));
        elements.iter().all(|it| it.parent().as_ref() == Some(self))
            && pairs.all(|(one, other)| {
                one.0.compare_document_position(&other.0) & web_sys::Node::DOCUMENT_POSITION_FOLLOWING != 0
            })
    }

    /// Puts a new element with a text right after it.
    pub fn after(&self, tag: &str, class: &str, text: &str) {
        let Some(Ok(new)) = self.0.owner_document().map(|it| it.create_element(tag)) else { return };
        new.set_class_name(class);
        new.set_text_content(Some(text));
        drop(self.0.insert_adjacent_element("afterend", &new));
    }

    /// Takes it off the page.
    pub fn remove(&self) {
        self.0.remove();
    }

    /// Presses it.
    pub fn click(&self) {
        self.0.click();
    }

    /// Whether another element is this one or stands inside it.
    #[must_use]
    pub fn holds(&self, other: &Self) -> bool {
        self.0.contains(Some(&other.0))
    }

    /// What an attribute says.
    #[must_use]
    pub fn get(&self, attribute: &str) -> Option<String> {
        self.0.get_attribute(attribute)
    }

    /// Its name, as in `H1`.
    #[must_use]
    pub fn tag(&self) -> String {
        self.0.tag_name()
    }

    /// What its attribute `data-…` says; empty where it has none.
    #[must_use]
    pub fn data(&self, name: &str) -> String {
        self.get(&["data-", name].concat()).unwrap_or_default()
    }

    /// Has an attribute say something; nothing takes it off. What says so already is left alone.
    pub fn set(&self, attribute: &str, value: Option<&str>) {
        if self.get(attribute).as_deref() != value {
            drop(match value {
                Some(value) => self.0.set_attribute(attribute, value),
                None => self.0.remove_attribute(attribute),
            });
        }
    }

    /// Has its attribute `data-…` say something; nothing takes it off.
    pub fn set_data(&self, name: &str, value: &str) {
        self.set(&["data-", name].concat(), Some(value).filter(|it| !it.is_empty()));
    }

    /// Hides it, or shows it again.
    pub fn hide(&self, hidden: bool) {
        self.set("hidden", hidden.then_some(""));
    }

    /// Gives it a class, or takes it off.
    pub fn class(&self, class: &str, has: bool) {
        drop(self.0.class_list().toggle_with_force(class, has));
    }

    /// The text in it.
    #[must_use]
    pub fn text(&self) -> String {
        self.0.text_content().unwrap_or_default()
    }

    /// Puts a text in place of all that is in it.
    pub fn set_text(&self, text: &str) {
        self.0.set_text_content(Some(text));
    }

    /// Takes everything out of it.
    pub fn empty(&self) {
        self.0.set_text_content(None);
    }

    /// Puts another element into it, after all that is there; from where it stood, if it stood on the page.
    pub fn append(&self, other: &Self) {
        drop(self.0.append_child(&other.0));
    }

    /// Where its upper edge is, in pixels from that of the window.
    #[must_use]
    pub fn top(&self) -> f64 {
        self.0.get_bounding_client_rect().top()
    }

    /// Whether it takes up room on the page.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        self.0.get_client_rects().length() > 0
    }

    /// A text field, box or button of choice: what it is called and holds, and whether it is ticked.
    #[must_use]
    pub fn control(&self) -> Option<Control> {
        if let Some(input) = self.0.dyn_ref::<HtmlInputElement>() {
            return Some(Control::Input(input.clone()));
        }
        self.0.dyn_ref::<HtmlSelectElement>().cloned().map(Control::Select)
    }

    /// Tells those who listen on it: an event with words of ours.
    pub fn fire(&self, event: &str, detail: &str) {
        let about = CustomEventInit::new();
        about.set_detail(&detail.into());
        if let Ok(event) = CustomEvent::new_with_event_init_dict(event, &about) {
            drop(self.0.dispatch_event(&event));
        }
    }

    /// Listens for an event on it or inside it.
    #[must_use]
    pub fn on(&self, event: &'static str, mut call: impl FnMut(Event) + 'static) -> Listener {
        Listener::holding(listen(&self.0, event, Box::new(move |event| call(Event(event.clone())))))
    }

    /// Moves the keyboard to it, and brings it to the top of the window unless all of it can be seen: what is in view never jumps
    /// under the finger.
    pub fn focus_and_show(&self) {
        let height = web_sys::window().and_then(|it| it.inner_height().ok()?.as_f64()).unwrap_or(0.0);
        let seen = self.0.get_bounding_client_rect();
        // Of what stands under a heading so far down, little would be in sight.
        if seen.top() < 0.0 || seen.bottom() > height * 0.75 {
            scroll::to_start(&self.0);
        }
        self.focus();
    }

    /// Moves the keyboard to it, and nothing else on the page.
    pub fn focus(&self) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        drop(self.0.focus_with_options(&options));
    }
}

/// A form control.
pub enum Control {
    /// A box, a radio button, a field.
    Input(HtmlInputElement),
    /// A choice of lines.
    Select(HtmlSelectElement),
}

impl Control {
    /// What it is called.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Input(it) => it.name(),
            Self::Select(it) => it.name(),
        }
    }

    /// What it holds or stands for.
    #[must_use]
    pub fn value(&self) -> String {
        match self {
            Self::Input(it) => it.value(),
            Self::Select(it) => it.value(),
        }
    }

    /// Has it hold this.
    pub fn set_value(&self, value: &str) {
        match self {
            Self::Input(it) => it.set_value(value),
            Self::Select(it) => it.set_value(value),
        }
    }

    /// Whether it is ticked; a choice of lines always stands for what it holds.
    #[must_use]
    pub fn is_checked(&self) -> bool {
        match self {
            Self::Input(it) => it.checked(),
            Self::Select(_) => true,
        }
    }

    /// Ticks it, or takes the tick off.
    pub fn check(&self, checked: bool) {
        if let Self::Input(it) = self {
            it.set_checked(checked);
        }
    }
}

/// Something that happened on the page.
pub struct Event(web_sys::Event);

impl Event {
    /// The nearest element around where it happened, or there, that a selector finds.
    #[must_use]
    pub fn target(&self, selector: &str) -> Option<Element> {
        let at: web_sys::Element = self.0.target()?.dyn_into().ok()?;
        at.closest(selector).ok()??.dyn_into().ok().map(Element)
    }

    /// Where it happened.
    #[must_use]
    pub fn element(&self) -> Option<Element> {
        self.0.target()?.dyn_into().ok().map(Element)
    }

    /// The words of an event of ours.
    #[must_use]
    pub fn detail(&self) -> String {
        self.0.dyn_ref::<CustomEvent>().and_then(|it| it.detail().as_string()).unwrap_or_default()
    }

    /// Which key it is about; empty where it is about none.
    #[must_use]
    pub fn key(&self) -> String {
        self.0.dyn_ref::<web_sys::KeyboardEvent>().map(web_sys::KeyboardEvent::key).unwrap_or_default()
    }

    /// Whether a click asks for nothing but to follow a link here: not for another tab or window.
    #[must_use]
    pub fn is_plain_click(&self) -> bool {
        self.0
            .dyn_ref::<web_sys::MouseEvent>()
            .is_some_and(|it| it.button() == 0 && !(it.ctrl_key() || it.meta_key() || it.shift_key() || it.alt_key()))
    }

    /// Keeps the browser from what it would do.
    pub fn prevent_default(&self) {
        self.0.prevent_default();
    }
}
