//! The wards that the files of the area's folder are read against.

use super::super::super::{Ward, WardId};
use super::super::file::File;
use super::super::problem::{At, Place, Problems};
use super::super::table::Line;
use super::super::words::nearest;

/// The wards that rows name.
pub(super) struct Wards<'a> {
    pub(super) list: &'a [At<Ward>],
    /// Whether their file was read to its end, so that a ward that is not here is nowhere.
    pub(super) whole: bool,
}

impl Wards<'_> {
    pub(super) fn id(at: usize) -> WardId {
        WardId(u16::try_from(at).unwrap_or(u16::MAX))
    }

    pub(super) fn name(&self, id: WardId) -> &str {
        self.list.get(id.index()).map_or("", |it| it.value.name.as_str())
    }

    pub(super) fn by_code(&self, code: &str) -> Option<WardId> {
        self.list.iter().position(|it| it.value.code == code).map(Self::id)
    }

    pub(super) fn find(&self, slug: &str) -> Option<WardId> {
        self.list.iter().position(|it| it.value.id.as_str() == slug).map(Self::id)
    }

    /// The ward whose id stands in a cell; notes one that there is not.
    pub(super) fn of_cell(&self, line: &Line<'_>, at: usize, name: &str) -> Option<WardId> {
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
    pub(super) fn check_all_there(&self, have: &[bool], file: File, what: &str, problems: &Problems) {
        for (ward, _) in self.list.iter().zip(have).filter(|(_, have)| !**have) {
            let message = format!("there is no {what} for ward “{}”. Add one", ward.value.id);
            problems.add(Place::whole(file), message);
        }
    }
}
