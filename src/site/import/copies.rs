//! Which records count where the same file was given more than once: in a folder and in a zip, or in two downloads.
//!
//! A file of the police holds what one force recorded in one month. So the records of one force in one month are taken from
//! one file alone.

use std::collections::BTreeMap;

use super::crew::{Counted, Outcome};
use super::sources::Source;
use super::tally::{Key, Rejected, Unit};

/// The records of one force in one month that count.
#[derive(Debug)]
pub(super) struct Chosen {
    pub(super) unit: Unit,
    /// Why some of its records may be missing.
    pub(super) broken: Option<String>,
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
    /// Records of no month at all.
    pub(super) loose: Rejected,
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
        choice.damaged.extend(broken.clone().map(|why| (shown.clone(), why)));
        choice.forces.extend(counted.tally.forces);
        let mut units = counted.tally.units;
        // Rows of no month belong to the month of most rows around them.
        match units.iter_mut().max_by_key(|it| it.1.read) {
            Some((_, unit)) => {
                unit.read += counted.tally.loose.iter().sum::<u32>();
                add(&mut unit.rejected, counted.tally.loose);
            }
            None => add(&mut choice.loose, counted.tally.loose),
        }
        for (key, unit) in units {
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
        choice.units.insert(key, Chosen { unit: first.unit, broken: first.broken });
    }
    choice
}

fn add(to: &mut Rejected, from: Rejected) {
    for (to, from) in to.iter_mut().zip(from) {
        *to += from;
    }
}

fn shown(counted: &Counted, sources: &[Source]) -> String {
    let source = &sources[counted.part.source].shown;
    counted.part.name.as_ref().map_or_else(|| source.clone(), |name| format!("{source}: {name}"))
}
