//! The open data, beside the page.

use super::folder::{Audience, Folder};
use crate::plan::{Area, Plan};
use crate::site::export;

/// Adds all files of open data to the site.
pub(super) fn add(folder: &mut Folder, plan: &Plan, area: &Area) {
    for file in export::files(plan, area) {
        folder.put(format!("data/{}", file.name), file.text, Audience::Page);
    }
}
