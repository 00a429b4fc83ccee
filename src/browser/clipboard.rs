//! The clipboard.

use super::Element;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlTextAreaElement;

/// Copies what stands in a text field, and tells whether the browser let that happen. Where it did not, the text is chosen, so that
/// the visitor can copy it.
pub fn copy_field(field: &Element, done: impl FnOnce(bool) + 'static) {
    let Some(field) = field.0.dyn_ref::<HtmlTextAreaElement>().cloned() else { return done(false) };
    spawn_local(async move {
        let copied = write(&field.value()).await.is_some();
        if !copied {
            drop(field.focus());
            field.select();
        }
        done(copied);
    });
}

async fn write(text: &str) -> Option<()> {
    let clipboard = web_sys::window()?.navigator().clipboard();
    // A browser has one only for pages that came over a safe line.
    if clipboard.is_undefined() {
        return None;
    }
    JsFuture::from(clipboard.write_text(text)).await.ok().map(drop)
}
