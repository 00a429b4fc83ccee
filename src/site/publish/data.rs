//! The open data, beside the page.

use super::folder::{Audience, Folder};
use super::publication::Publication;
use crate::site::export;

/// Adds all files of open data to the site.
pub(super) fn add(folder: &mut Folder, of: &Publication) {
    let mut files = export::files(of.plan, of.area);
    files.extend(export::changes(of.editions));
    for file in files {
        folder.put(format!("data/{}", file.name), file.text, Audience::Page);
    }
}
