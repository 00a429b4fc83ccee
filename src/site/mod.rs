//! What is made around the app, natively: nothing here ships to the browser.

pub mod export;
pub mod import;
