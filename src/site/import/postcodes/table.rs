//! The table of postcodes: where each lies.

use std::collections::BTreeMap;

use crate::plan::area::{Place, Use};
use crate::plan::{Area, Postcode, WardId};

/// Where a postcode lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lie {
    Ward(WardId, Use),
    /// In another council, by its code.
    Outside(String),
}

pub(super) type Table = BTreeMap<Postcode, Lie>;

/// The table as the data folder has it.
pub(super) fn old_table(figures: &Area) -> Table {
    let postcodes = &figures.postcodes;
    let mut table = Table::new();
    for outcode in &postcodes.outcodes {
        for unit in &outcode.units {
            let lie = match postcodes.places.get(usize::from(unit.place)) {
                Some(Place::Ward(ward, used)) => Lie::Ward(*ward, *used),
                Some(Place::Outside(at)) => match postcodes.councils.get(usize::from(*at)) {
                    Some(council) => Lie::Outside(council.code.clone()),
                    None => continue,
                },
                None => continue,
            };
            table.insert(Postcode { outcode: outcode.name.clone(), incode: unit.incode }, lie);
        }
    }
    table
}
