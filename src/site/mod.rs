//! What is made around the app, natively: nothing here ships to the browser.

pub mod chart_images;
pub mod draft;
pub mod export;
pub mod filters;
pub mod head;
pub mod hosting;
pub mod import;
pub mod mistakes;
pub mod publish;
pub mod serve;
pub mod social;
pub mod summary;
