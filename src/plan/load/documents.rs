//! All files of records, parsed.

use super::file::File;
use super::files::Document;

/// The files of one edition and its area, parsed.
pub(crate) struct Documents<'a>(Vec<Document<'a>>);

impl<'a> Documents<'a> {
    /// One for each of [`File::RECORDS`], in their order.
    pub(super) fn new(documents: Vec<Document<'a>>) -> Self {
        Self(documents)
    }

    /// # Panics
    /// Never: it is made with one for each of [`File::RECORDS`].
    pub(super) fn get(&self, file: File) -> &Document<'a> {
        let at = File::RECORDS.iter().position(|(it, _)| *it == file).unwrap_or_default();
        &self.0[at]
    }

    /// Whether each was read to its end.
    pub(super) fn all_whole(&self) -> bool {
        self.0.iter().all(|it| it.whole)
    }
}
