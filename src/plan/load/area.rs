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

use super::super::area::{Area, Origin};
use super::super::{OriginId, Ward, WardId};
use super::Documents;
use super::context::{LoadContext, Namespace};
use super::files::{File, Text};
use super::people::{each, url};
use super::problem::{At, Place, Problems};
use super::reader::{Row, single};
use super::table::{Line, Table};
use super::words::nearest;

pub use imports::{Imported, ImportedMonth};
pub use small_areas::SmallArea;

/// What the area's folder holds beside its wards and local facts.
pub(crate) struct Read {
    pub(crate) area: Area,
    pub(crate) small_areas: Vec<SmallArea>,
    pub(crate) imported: Imported,
}

/// The tables and the map of the area's folder, as text.
pub(crate) struct Texts {
    pub(crate) boundaries: Option<Text>,
    pub(crate) tables: Vec<(File, Option<Text>)>,
}

impl Texts {
    fn table<'a>(&self, file: File, problems: &'a Problems) -> Table<'a> {
        let text = self.tables.iter().find(|(it, _)| *it == file).and_then(|(_, text)| text.as_ref());
        let table = Table::of(file, text, problems);
        table.check_columns(problems);
        table
    }
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

/// The origin that a record names.
fn origin_of(row: &Row<'_>, context: &LoadContext<'_>) -> OriginId {
    OriginId(row.text_at("origin").and_then(|it| context.origins.resolve(row, &it)).unwrap_or_default())
}

/// The one table of this name in a file, which may hold nothing at all where the area has nothing of the kind.
fn heading<'a>(documents: &'a Documents<'a>, file: File, kind: &str, context: &'a LoadContext<'_>) -> Option<Row<'a>> {
    let document = documents.get(file);
    if document.table.is_empty() { None } else { single(document, kind, context.problems) }
}

/// The wards that rows name.
struct Wards<'a> {
    list: &'a [At<Ward>],
    /// Whether their file was read to its end, so that a ward that is not here is nowhere.
    whole: bool,
}

impl Wards<'_> {
    fn id(at: usize) -> WardId {
        WardId(u16::try_from(at).unwrap_or(u16::MAX))
    }

    fn name(&self, id: WardId) -> &str {
        self.list.get(id.index()).map_or("", |it| it.value.name.as_str())
    }

    fn by_code(&self, code: &str) -> Option<WardId> {
        self.list.iter().position(|it| it.value.code == code).map(Self::id)
    }

    fn find(&self, slug: &str) -> Option<WardId> {
        self.list.iter().position(|it| it.value.id.as_str() == slug).map(Self::id)
    }

    /// The ward whose id stands in a cell; notes one that there is not.
    fn of_cell(&self, line: &Line<'_>, at: usize, name: &str) -> Option<WardId> {
        let slug = line.text(at, name)?;
        let found = self.find(slug);
        if found.is_none() && self.whole {
            let meant = nearest(slug, self.list.iter().map(|it| it.value.id.as_str()));
            let meant = meant
                .map_or_else(|| String::from("Write the id of one from wards.toml"), |it| format!("Is “{it}” meant?"));
            line.wrong(format!("there is no ward with the id “{slug}”. {meant}"));
        }
        found
    }

    /// Notes wards for which a file has nothing.
    fn check_all_there(&self, have: &[bool], file: File, what: &str, problems: &Problems) {
        for (ward, _) in self.list.iter().zip(have).filter(|(_, have)| !**have) {
            let message = format!("there is no {what} for ward “{}”. Add one", ward.value.id);
            problems.add(Place::whole(file), message);
        }
    }
}
