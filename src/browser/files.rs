//! Files: those of the site, and those that the visitor takes away.

use js_sys::{Array, Function};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Response, Url};

/// Fetches a file of the site and gives its text; nothing where it cannot be had.
pub fn fetch_text(address: String, done: impl FnOnce(Option<String>) + 'static) {
    spawn_local(async move { done(text_of(&address).await) });
}

async fn text_of(address: &str) -> Option<String> {
    let answer = JsFuture::from(web_sys::window()?.fetch_with_str(address)).await.ok()?;
    let answer: Response = answer.dyn_into().ok()?;
    if !answer.ok() {
        return None;
    }
    JsFuture::from(answer.text().ok()?).await.ok()?.as_string()
}

/// How long a file stays in memory for the browser to save it, in milliseconds: it may ask the visitor first.
const KEPT: i32 = 60_000;

/// Saves a text as a file with the visitor's downloads; tells whether the browser took it.
#[must_use]
pub fn save(text: &str, media_type: &str, name: &str) -> bool {
    offer(text, media_type, name).is_some()
}

fn offer(text: &str, media_type: &str, name: &str) -> Option<()> {
    let window = web_sys::window()?;
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let file = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind).ok()?;
    let link: HtmlAnchorElement = window.document()?.create_element("a").ok()?.dyn_into().ok()?;
    let address = Url::create_object_url_with_blob(&file).ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    let let_go: Function = Closure::once_into_js(move || drop(Url::revoke_object_url(&address))).unchecked_into();
    drop(window.set_timeout_with_callback_and_timeout_and_arguments_0(&let_go, KEPT));
    Some(())
}
