//! The page's own address.

use wasm_bindgen::JsValue;
use web_sys::Window;

/// The address of the page.
pub struct Address;

impl Address {
    /// The whole address as it stands, with its fragment.
    #[must_use]
    pub fn here() -> String {
        web_sys::window().and_then(|it| it.location().href().ok()).unwrap_or_default()
    }

    /// The parameters of the address, with their `?`; empty where there are none.
    #[must_use]
    pub fn params() -> String {
        web_sys::window().and_then(|it| it.location().search().ok()).unwrap_or_default()
    }

    /// The path of this page.
    #[must_use]
    pub fn path() -> String {
        web_sys::window().and_then(|it| it.location().pathname().ok()).unwrap_or_default()
    }

    /// The address of a path with parameters.
    #[must_use]
    pub fn of(path: &str, params: &str) -> String {
        [path, if params.is_empty() { "" } else { "?" }, params].concat()
    }

    /// The folder that this page stands in, with a slash at its end.
    #[must_use]
    pub fn folder() -> String {
        let base = web_sys::window().and_then(|it| it.document()?.base_uri().ok()?).unwrap_or_default();
        let end = base.find(['?', '#']).unwrap_or(base.len());
        let path = base.get(..end).unwrap_or_default();
        path.get(..=path.rfind('/').unwrap_or_default()).unwrap_or_default().to_owned()
    }

    /// The fragment of the address, with its `#`; empty where there is none.
    #[must_use]
    pub fn fragment() -> String {
        web_sys::window().and_then(|it| it.location().hash().ok()).unwrap_or_default()
    }

    /// The address of this page with another fragment; all else in it stays.
    #[must_use]
    pub fn with_fragment(fragment: &str) -> String {
        let Some(place) = web_sys::window().map(|it| it.location()) else { return String::new() };
        let sign = if fragment.is_empty() || fragment.starts_with('#') { "" } else { "#" };
        [&place.pathname().unwrap_or_default(), &place.search().unwrap_or_default(), sign, fragment].concat()
    }

    /// Puts a fragment in place of the one in the address bar, on a page of somebody else: what it keeps in its history stays.
    pub fn write_fragment(fragment: &str, new_step: bool) {
        let Some(history) = web_sys::window().as_ref().and_then(history) else { return };
        let state = history.state().unwrap_or(JsValue::NULL);
        let address = Self::with_fragment(fragment);
        drop(if new_step {
            history.push_state_with_url(&state, "", Some(&address))
        } else {
            history.replace_state_with_url(&state, "", Some(&address))
        });
    }

    /// An address of this page's site, as one writes it down; none where the page came from no site.
    #[must_use]
    pub fn whole(address: &str) -> Option<String> {
        if address.starts_with("http") {
            return Some(address.to_owned());
        }
        let origin = web_sys::window()?.location().origin().ok()?;
        origin.starts_with("http").then(|| [&origin, address].concat())
    }

    /// Puts an address in place of the one in the address bar, as a new step of the history or over the last one.
    ///
    /// A browser may refuse: Safari does after a hundred writes in half a minute, a sandboxed frame always. The page works
    /// on without.
    pub fn write(address: &str, new_step: bool) {
        let Some(history) = web_sys::window().as_ref().and_then(history) else { return };
        drop(if new_step {
            history.push_state_with_url(&JsValue::NULL, "", Some(address))
        } else {
            history.replace_state_with_url(&JsValue::NULL, "", Some(address))
        });
    }
}

fn history(window: &Window) -> Option<web_sys::History> {
    window.history().ok()
}
