//! What several files of the area's folder are read with.

use super::super::super::{Month, OriginId};
use super::super::context::LoadContext;
use super::super::documents::Documents;
use super::super::file::File;
use super::super::files::Text;
use super::super::problem::Problems;
use super::super::reader::{Row, single};
use super::super::table::{Table, how_to_write_month, parse_month};

/// The tables and the map of the area's folder, as text.
pub(crate) struct Texts {
    pub(crate) boundaries: Option<Text>,
    pub(crate) tables: Vec<(File, Option<Text>)>,
}

impl Texts {
    pub(super) fn table<'a>(&self, file: File, problems: &'a Problems) -> Table<'a> {
        let text = self.tables.iter().find(|(it, _)| *it == file).and_then(|(_, text)| text.as_ref());
        let table = Table::of(file, text, problems);
        table.check_columns(problems);
        table
    }
}

/// The origin that a record names.
pub(super) fn origin_of(row: &Row<'_>, context: &LoadContext<'_>) -> OriginId {
    OriginId(row.text_at("origin").and_then(|it| context.origins.resolve(row, &it)).unwrap_or_default())
}

/// The one table of this name in a file, which may hold nothing at all where the area has nothing of the kind.
pub(super) fn heading<'a>(
    documents: &'a Documents<'a>,
    file: File,
    kind: &str,
    context: &'a LoadContext<'_>,
) -> Option<Row<'a>> {
    let document = documents.get(file);
    if document.table.is_empty() { None } else { single(document, kind, context.problems) }
}

/// The month under a key; notes what is none.
pub(super) fn month_of(row: &Row<'_>, key: &'static str) -> Option<Month> {
    let text = row.text_at(key)?;
    let month = parse_month(&text.value);
    if month.is_none() {
        row.wrong(key, how_to_write_month(key, &text.value));
    }
    month
}
