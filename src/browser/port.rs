//! Where scripts of ours tell a module what to do.

use super::listener::listen;
use super::{Element, Listener};
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, CustomEventInit, Event, EventTarget};

/// An event target that only this module and the script that started it hold: nothing is left on the page's window, and no
/// name is taken. `public/port.js` is the other end.
pub struct Port(EventTarget);

impl Port {
    /// Hands a new one over, in one event on the document that only the script that starts this module waits for.
    #[must_use]
    pub fn hand_over(hello: &str) -> Option<Self> {
        let port = EventTarget::new().ok()?;
        let about = CustomEventInit::new();
        about.set_detail(&port);
        let event = CustomEvent::new_with_event_init_dict(hello, &about).ok()?;
        web_sys::window()?.document()?.dispatch_event(&event).ok()?;
        Some(Self(port))
    }

    /// Listens for what is to be done with an element.
    #[must_use]
    pub fn on_elements(&self, event: &'static str, mut call: impl FnMut(Element) + 'static) -> Listener {
        self.on(event, move |event| {
            if let Ok(element) = event.unchecked_ref::<CustomEvent>().detail().dyn_into() {
                call(Element(element));
            }
        })
    }

    /// Listens for the bytes of a file.
    #[must_use]
    pub fn on_bytes(&self, event: &'static str, mut call: impl FnMut(Vec<u8>) + 'static) -> Listener {
        self.on(event, move |event| {
            if let Ok(bytes) = event.unchecked_ref::<CustomEvent>().detail().dyn_into::<js_sys::Uint8Array>() {
                call(bytes.to_vec());
            }
        })
    }

    pub(super) fn on(&self, event: &'static str, call: impl FnMut(&Event) + 'static) -> Listener {
        Listener::holding(listen(&self.0, event, Box::new(call)))
    }
}
