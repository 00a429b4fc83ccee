//! What is made around the app, natively: nothing here ships to the browser.

pub mod export;
pub mod filters;
pub mod import;
pub mod leaflet;
pub mod mistakes;
pub mod pages;
pub mod social;
pub mod stills;
