//! Reading the area's folder: the official figures of its wards, and where they come from.
//!
//! Everything is read against the wards of `wards.toml`; lists "by ward" are in the order of the plan's list of wards.

mod arcs;
mod crime;
mod geojson;
mod imports;
mod lines;
mod postcodes;
mod profile;
mod small_areas;
mod texts;
mod wards;

use super::super::Ward;
use super::super::area::{Area, Origin};
use super::context::{LoadContext, Namespace};
use super::documents::Documents;
use super::file::File;
use super::people::{each, url};
use super::problem::At;
use super::reader::Row;
use wards::Wards;

pub use imports::{Imported, ImportedMonth};
pub use small_areas::SmallArea;
pub(crate) use texts::Texts;

/// What the area's folder holds beside its wards and local facts.
pub(crate) struct Read {
    pub(crate) area: Area,
    pub(crate) small_areas: Vec<SmallArea>,
    pub(crate) imported: Imported,
}

/// Reads it all, and checks each file by itself and against the others.
pub(crate) fn read(
    documents: &Documents<'_>,
    texts: &Texts,
    origins: Vec<Row<'_>>,
    context: &LoadContext<'_>,
    wards: &[At<Ward>],
) -> Read {
    let wards = Wards { list: wards, whole: documents.get(File::Wards).whole };
    let boundaries = geojson::boundaries(texts.boundaries.as_ref(), &wards, context);
    let postcodes = postcodes::postcodes(documents, texts, &wards, context);
    let small_areas =
        small_areas::small_areas(&texts.table(File::SmallAreas, context.problems), &wards, context.problems);
    let profile = profile::profile(documents, texts, &wards, context, &boundaries, &small_areas);
    let (crime, imported) = crime::crime(documents, texts, &wards, context);
    let area = Area { origins: self::origins(origins, context), boundaries, postcodes, profile, crime };
    Read { area, small_areas: small_areas.into_iter().map(|it| it.area).collect(), imported }
}

fn origins(rows: Vec<Row<'_>>, context: &LoadContext<'_>) -> Vec<Origin> {
    let origin = |row: &Row<'_>| Origin {
        id: context.id(row, Namespace::Origins),
        name: row.text("name"),
        publisher: row.text("publisher"),
        period: row.text("period"),
        licence: row.text("licence"),
        statement: row.text("statement"),
        url: url(row, row.optional_at("url")),
        means: row.optional("means"),
    };
    each(rows, origin).into_iter().map(|it| it.value).collect()
}
