//! What is asked of the window as a whole.

/// Opens the print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        drop(window.print());
    }
}

/// What the page is called.
#[must_use]
pub fn page_title() -> String {
    web_sys::window().and_then(|it| it.document()).map(|it| it.title()).unwrap_or_default()
}

/// Calls the page something else: in the tab, the history, a bookmark.
pub fn set_page_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|it| it.document()) {
        document.set_title(title);
    }
}

/// Today's date in words, where the visitor is: `30 November 2026`.
#[must_use]
pub fn today() -> String {
    let form = js_sys::JSON::parse(r#"{"day":"numeric","month":"long","year":"numeric"}"#).unwrap_or_default();
    js_sys::Date::new_0().to_locale_date_string("en-GB", &form).into()
}

/// Says in the console why something did not work, for whoever looks after the page.
pub fn complain(why: &str) {
    web_sys::console::error_1(&why.into());
}
