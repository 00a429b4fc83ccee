//! The device's own way to share something.

use super::page_title;
use js_sys::Reflect;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::ShareData;

/// Whether the device has one.
#[must_use]
pub fn can_share() -> bool {
    web_sys::window().is_some_and(|it| Reflect::has(&it.navigator(), &"share".into()).unwrap_or_default())
}

/// Shares the address of the page, with what it is called. A visitor who thinks better of it is no fault.
pub fn share_page(address: &str) {
    let Some(window) = web_sys::window().filter(|_| can_share()) else { return };
    let what = ShareData::new();
    what.set_title(&page_title());
    what.set_url(address);
    let shared = JsFuture::from(window.navigator().share_with_data(&what));
    spawn_local(async move { drop(shared.await) });
}
