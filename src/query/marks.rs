//! Marks of entries and lists on the page, by which a stylesheet can filter them: see `site::filters`.
//!
//! | mark | on an entry | on a list of entries |
//! | --- | --- | --- |
//! | `o3` | names partner 3 | one of them does |
//! | `w` | applies in every ward | one of them does |
//! | `w5` | belongs to ward 5 | one of them does |
//! | `e3` | | one of them names partner 3 and applies in every ward |
//! | `o3w5` | | one of them names partner 3 and belongs to ward 5 |
//!
//! With one facet chosen, a list shows something where it has one of the chosen marks. With partners and wards chosen it needs
//! an entry that has both, which is what the last two marks tell.

use crate::plan::{Coverage, EntryId, PartnerId, Plan, WardId};
use std::collections::BTreeSet;

/// The mark of what applies in every ward.
pub const EVERYWHERE: &str = "w";

/// The mark of what names a partner.
#[must_use]
pub fn partner(id: PartnerId) -> String {
    format!("o{}", id.0)
}

/// The mark of what belongs to a ward.
#[must_use]
pub fn ward(id: WardId) -> String {
    format!("w{}", id.0)
}

/// The mark of a list in which an entry names a partner and applies in every ward.
#[must_use]
pub fn partner_everywhere(id: PartnerId) -> String {
    format!("e{}", id.0)
}

/// The mark of a list in which an entry names a partner and belongs to a ward.
#[must_use]
pub fn partner_in(id: PartnerId, in_ward: WardId) -> String {
    format!("o{}w{}", id.0, in_ward.0)
}

/// The marks of an entry.
#[must_use]
pub fn of_entry(plan: &Plan, id: EntryId) -> String {
    let partners = partners(plan, id).into_iter().map(partner);
    let wards = match wards(plan, id) {
        None => vec![EVERYWHERE.to_owned()],
        Some(wards) => wards.iter().map(|it| ward(*it)).collect(),
    };
    partners.chain(wards).collect::<Vec<_>>().join(" ")
}

/// The marks of a list of entries.
#[must_use]
pub fn of_list(plan: &Plan, list: &[EntryId]) -> String {
    let mut marks = BTreeSet::new();
    for id in list {
        let (partners, wards) = (partners(plan, *id), wards(plan, *id));
        marks.extend(partners.iter().map(|it| partner(*it)));
        match wards {
            None => {
                marks.insert(EVERYWHERE.to_owned());
                marks.extend(partners.iter().map(|it| partner_everywhere(*it)));
            }
            Some(wards) => {
                marks.extend(wards.iter().map(|it| ward(*it)));
                marks.extend(partners.iter().flat_map(|it| wards.iter().map(|ward| partner_in(*it, *ward))));
            }
        }
    }
    marks.into_iter().collect::<Vec<_>>().join(" ")
}

/// Every partner that an entry names, with every ward that the same entry belongs to.
#[must_use]
pub fn pairs(plan: &Plan) -> BTreeSet<(PartnerId, WardId)> {
    let of = |id| {
        let (partners, wards) = (partners(plan, id), wards(plan, id).unwrap_or_default());
        partners.into_iter().flat_map(move |it| wards.iter().map(move |ward| (it, *ward)).collect::<Vec<_>>())
    };
    plan.entry_ids().flat_map(of).collect()
}

fn partners(plan: &Plan, id: EntryId) -> BTreeSet<PartnerId> {
    plan.entry(id).partners.iter().map(|it| it.partner).collect()
}

/// The wards that an entry belongs to; none where it applies in all.
fn wards(plan: &Plan, id: EntryId) -> Option<&[WardId]> {
    match &plan.entry(id).coverage {
        Coverage::Wards(wards) => Some(wards),
        Coverage::Area | Coverage::County => None,
    }
}
