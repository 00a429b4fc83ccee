//! Comparing two editions, kind by kind of record.

use super::items::{Item, items};
use super::kinds::{Change, Changes, Subject, Way};
use super::pairs::pairs;
use crate::plan::{Plan, Slug};

/// What changed from the older edition to the newer.
#[must_use]
pub fn compare<'p>(newer: &'p Plan, older: &'p Plan) -> Changes<'p> {
    let mut changes = Changes::default();
    for subject in Subject::ALL {
        let (now, was) = (items(newer, subject), items(older, subject));
        let paired = pairs(&now, &was, &newer.lineage);
        let mut kept = 0;
        for (at, item) in now.iter().enumerate() {
            let from: Vec<&Item<'_>> = paired.of(at).map(|it| &was[it]).collect();
            let Some(way) = way(item, &from, paired.is_a_guess(at)) else {
                kept += 1;
                continue;
            };
            changes.list.push(Change {
                subject,
                way,
                was: from.iter().map(|it| it.said.clone()).collect(),
                now: Some(item.said.clone()),
                priorities: item.priorities.clone(),
                partners: item.partners.clone(),
            });
        }
        for item in was.iter().enumerate().filter(|(at, _)| !paired.goes_on(*at)).map(|it| it.1) {
            changes.list.push(Change {
                subject,
                way: Way::Gone,
                was: vec![item.said.clone()],
                now: None,
                priorities: priorities_now(newer, &item.priorities),
                partners: partners_now(newer, &item.partners),
            });
        }
        changes.kept.push((subject, kept));
    }
    changes
}

fn way(now: &Item<'_>, was: &[&Item<'_>], is_a_guess: bool) -> Option<Way> {
    match was {
        [] => Some(Way::New),
        [_, _, ..] => Some(Way::Merged),
        [one] if one.same == now.same => None,
        [_] if is_a_guess => Some(Way::MayBeSame),
        [one] if one.said.id == now.said.id => Some(Way::Altered),
        [_] => Some(Way::InPlaceOf),
    }
}

/// The priorities of an edition that are, or take the place of, these of an earlier one.
#[must_use]
pub fn priorities_now<'p>(newer: &'p Plan, ids: &[&Slug]) -> Vec<&'p Slug> {
    still(newer, ids, |it| it.priorities.iter().map(|it| &it.id).collect())
}

/// The same of partners.
#[must_use]
pub fn partners_now<'p>(newer: &'p Plan, ids: &[&Slug]) -> Vec<&'p Slug> {
    still(newer, ids, |it| it.partners.iter().map(|it| &it.id).collect())
}

/// Those of an older edition's ids that the newer one has, or that one of its own takes the place of.
fn still<'p>(newer: &'p Plan, ids: &[&Slug], list: impl Fn(&'p Plan) -> Vec<&'p Slug>) -> Vec<&'p Slug> {
    let became = |it: &&'p Slug| {
        let formerly = newer.lineage.formerly.iter().find(|(id, _)| id == *it);
        ids.contains(it) || formerly.is_some_and(|(_, formerly)| formerly.iter().any(|it| ids.contains(&it)))
    };
    list(newer).into_iter().filter(became).collect()
}
