//! Which records count where the same file was given more than once: in a folder and in a zip, or in two downloads.
//!
//! A file of the police holds what one force recorded in one month. So the records of one force in one month are taken from
//! one file alone.

use std::collections::BTreeMap;

use super::crew::{Counted, Outcome, key};
use super::feed::Part;
use super::left_out::LeftOut;
use super::sources::Source;
use super::tally::{Key, Unit};
use crate::plan::thousands;

/// The records of one force in one month that count.
#[derive(Debug)]
pub(super) struct Chosen {
    pub(super) unit: Unit,
    /// Why some of its records may be missing.
    pub(super) broken: Option<String>,
    /// The file, for messages.
    pub(super) shown: String,
}

/// What is left when each force has one file for each month.
#[derive(Debug, Default)]
pub(super) struct Choice {
    pub(super) units: BTreeMap<Key, Chosen>,
    /// Forces by the names that records give them.
    pub(super) forces: BTreeMap<String, String>,
    /// How many copies were left out, and what is to be said of those that differ.
    pub(super) copies: usize,
    pub(super) differing: Vec<String>,
    /// Rows of no month, by file.
    pub(super) loose: Vec<(String, LeftOut)>,
    /// Files whose names tell month and force, and in which there is nothing, with the reason.
    pub(super) unusable: BTreeMap<Key, &'static str>,
    /// All records that were read, those in copies among them.
    pub(super) read: u64,
    /// Files that are damaged, with the reason.
    pub(super) damaged: Vec<(String, String)>,
}

struct Candidate {
    unit: Unit,
    broken: Option<String>,
    shown: String,
}

/// Chooses: whole files before damaged ones, then the one with more records, then the one that was named first.
pub(super) fn choose(outcome: &mut Outcome, sources: &[Source]) -> Choice {
    let mut choice = Choice::default();
    let mut candidates: BTreeMap<Key, Vec<Candidate>> = BTreeMap::new();
    for counted in std::mem::take(&mut outcome.counted) {
        let shown = shown(&counted, sources);
        choice.read += u64::from(counted.tally.read());
        let cut = || counted.tally.cut.then(|| "its last row is cut off".to_owned());
        let broken = counted.broken.clone().map(|why| format!("it breaks off ({why})")).or_else(cut);
        let loose = counted.tally.loose;
        let lost = loose.damaged();
        // They may be of any month that the file has.
        let monthless =
            || (lost > 0).then(|| format!("{} of its rows give no month that can be read", thousands(lost)));
        let broken = broken.or_else(monthless);
        choice.damaged.extend(broken.clone().map(|why| (shown.clone(), why)));
        if loose.all() > 0 {
            choice.loose.push((shown.clone(), loose));
        }
        choice.forces.extend(counted.tally.forces);
        if let (true, Some(key)) = (counted.tally.units.is_empty(), file_key(&counted.part, sources)) {
            choice.unusable.insert(key, "it holds no records");
        }
        for (key, mut unit) in counted.tally.units {
            unit.count_repeated_once();
            let candidate = Candidate { unit, broken: broken.clone(), shown: shown.clone() };
            candidates.entry(key).or_default().push(candidate);
        }
    }
    for (key, mut list) in candidates {
        // The sort is stable, so the first named stays first.
        list.sort_by_key(|it| (it.broken.is_some(), std::cmp::Reverse(it.unit.sound())));
        let mut list = list.into_iter();
        let Some(first) = list.next() else { continue };
        for other in list {
            choice.copies += 1;
            if other.unit != first.unit {
                choice.differing.push(format!(
                    "{} of {} is there more than once, and not the same: {} records in {}, {} in {}. The first of these \
                     counts.",
                    super::when::show(key.0),
                    choice.forces.get(&key.1).unwrap_or(&key.1),
                    first.unit.sound(),
                    first.shown,
                    other.unit.sound(),
                    other.shown,
                ));
            }
        }
        choice.units.insert(key, Chosen { unit: first.unit, broken: first.broken, shown: first.shown });
    }
    for refused in &outcome.refused {
        let name = refused.name.as_deref().unwrap_or(&sources[refused.source].name);
        choice.unusable.extend(key(name).map(|key| (key, refused.published)));
    }
    choice.unusable.retain(|key, _| !choice.units.contains_key(key));
    choice
}

fn shown(counted: &Counted, sources: &[Source]) -> String {
    sources[counted.part.source].shown(counted.part.name.as_deref())
}

/// Month and force in the name of the file.
fn file_key(part: &Part, sources: &[Source]) -> Option<Key> {
    key(part.name.as_deref().unwrap_or(&sources[part.source].name))
}
