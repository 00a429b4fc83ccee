//! The columns of street-level files, which differ from year to year.

use super::dates::month;
use super::rows::{Cells, Row};

/// Where what is needed stands in each row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    /// How many columns there are.
    pub(super) count: usize,
    pub(super) month: usize,
    pub(super) kind: usize,
    /// What tells one crime from another; anti-social behaviour has none.
    pub(super) id: Option<usize>,
    pub(super) force: Option<usize>,
    pub(super) code: Option<usize>,
    pub(super) name: Option<usize>,
    /// The description of the place, the one cell in which people write as they like.
    pub(super) location: Option<usize>,
    /// Longitude and latitude, or easting and northing.
    pub(super) place: Option<(usize, usize)>,
    /// Whether those are metres on the national grid.
    pub(super) on_grid: bool,
}

/// The columns of files from 2017 on, for a file whose first line is a record.
const USUAL: &[u8] =
    b"Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,\
                       Last outcome category,Context";

impl Columns {
    /// Reads a line that names columns; nothing where it is none of a street-level file.
    pub(super) fn of(line: &[u8]) -> Option<Self> {
        let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
        let mut row = Row::default();
        let cells = row.quoted(line).ok()?;
        let find = |name: &str| (0..cells.count).find(|at| cells.get(*at).eq_ignore_ascii_case(name.as_bytes()));
        let pair = |x, y| find(x).zip(find(y));
        let degrees = pair("Longitude", "Latitude");
        let found = Self {
            count: cells.count,
            month: find("Month")?,
            kind: find("Crime type")?,
            id: find("Crime ID"),
            force: find("Reported by"),
            code: find("LSOA code"),
            name: find("LSOA name"),
            location: find("Location"),
            place: degrees.or_else(|| pair("Easting", "Northing")),
            on_grid: degrees.is_none(),
        };
        (found.code.is_some() || found.place.is_some()).then_some(found)
    }

    /// The usual columns, where the first line is a record that has them.
    pub(super) fn assumed(line: &[u8]) -> Option<Self> {
        let columns = Self::of(USUAL)?;
        let mut row = Row::default();
        let cells = row.quoted(line).ok()?;
        let fits = cells.count == columns.count && month(cells.get(columns.month)).is_some();
        fits.then_some(columns)
    }

    /// The least number of cells that a row needs to tell anything.
    pub(super) fn needed(&self) -> usize {
        let place = self.code.or(self.place.map(|it| it.0.max(it.1)));
        1 + self.month.max(self.kind).max(place.unwrap_or(0))
    }

    /// Where a cell stands in a row that has too many, because a comma in its description is not quoted.
    pub(super) fn realigned(&self, at: usize, cells: &Cells<'_>) -> usize {
        if self.location.is_some_and(|it| at > it) { at + cells.count.saturating_sub(self.count) } else { at }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_and_new_columns_are_known() {
        let new = Columns::of(USUAL).unwrap();
        assert_eq!((new.count, new.month, new.kind, new.code, new.place), (12, 1, 9, Some(7), Some((4, 5))));
        let old = Columns::of(b"Month,Reported by,Falls within,Easting,Northing,Location,Crime type,Context").unwrap();
        assert_eq!((old.count, old.code, old.place, old.on_grid), (8, None, Some((3, 4)), true));
        let edited = Columns::of("\u{feff}\"crime type\", MONTH ,\"LSOA code\"".as_bytes()).unwrap();
        assert_eq!((edited.count, edited.month, edited.kind, edited.code), (3, 1, 0, Some(2)));
        for line in ["", "a,b", "Month,Crime type", "Crime ID,Month,Outcome type,LSOA code", "\"Month"] {
            assert_eq!(Columns::of(line.as_bytes()), None, "{line}");
        }
    }

    #[test]
    fn a_file_without_names_is_read_where_it_fits() {
        let record = b",2019-03,A,A,-1.6,52.6,On or near B,E01000001,C 001A,Drugs,,";
        assert_eq!(Columns::assumed(record), Columns::of(USUAL));
        assert_eq!(Columns::assumed(b",2019-03,A"), None);
    }
}
