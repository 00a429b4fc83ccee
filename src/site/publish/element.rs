//! What a website that uses the custom element loads: a script with a stable name, and the page for the element to show.

use serde_json::json;

use super::assets::Assets;
use super::folder::{Audience, Folder};
use super::publication::Publication;

/// The files that a page loads after itself, by their names in the site.
#[derive(Debug)]
pub(super) struct Loaded {
    pub(super) explorer: [String; 2],
    pub(super) details: [String; 2],
    pub(super) records: String,
    pub(super) lazy: String,
    pub(super) fragments: String,
    pub(super) charts: String,
    pub(super) stylesheet: String,
    pub(super) without_program: String,
}

/// Adds the script that defines the element. It has images of charts drawn, because addresses on the page are those of the
/// website around it.
pub(super) fn add(folder: &mut Folder, of: &Publication, main: &str, loaded: &Loaded, assets: &Assets) {
    let page = folder.put_hashed("page", ".html", main, Audience::Others);
    let files = json!({
        "js": loaded.explorer[0],
        "wasm": loaded.explorer[1],
        "detailsJs": loaded.details[0],
        "detailsWasm": loaded.details[1],
        "records": loaded.records,
        "lazy": loaded.lazy,
        "fragments": loaded.fragments,
        "charts": loaded.charts,
        "css": loaded.stylesheet,
        "page": page,
        "edition": of.plan.edition.id.as_str(),
    });
    let script = [&format!("const FILES={files};"), assets.element.as_str()].concat();
    folder.put("plan-explorer.js", script, Audience::Others);
}
