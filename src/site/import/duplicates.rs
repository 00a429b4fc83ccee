//! Which records count where the same file was given more than once: in a folder and in a zip, or in two downloads.
//!
//! A file of the police holds what one force recorded in one month. So the records of one force in one month are taken from
//! one file alone.

use std::collections::BTreeMap;

use super::counts::{ForceMonth, Key};
use super::dates::show;
use super::left_out::LeftOut;
use super::pool::{Outcome, Segment};
use crate::plan::thousands;

/// The records of one force in one month that count.
#[derive(Debug)]
pub(super) struct Chosen {
    pub(super) counts: ForceMonth,
    /// Why some of its records may be missing.
    pub(super) broken: Option<String>,
    /// The file, for messages.
    pub(super) shown: String,
}

/// What is left when each force has one file for each month.
#[derive(Debug, Default)]
pub(super) struct Choice {
    pub(super) chosen: BTreeMap<Key, Chosen>,
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

/// Chooses: whole files before damaged ones, then the one with more records, then the one that was named first.
pub(super) fn choose(outcome: &mut Outcome) -> Choice {
    let mut choice = Choice::default();
    let mut candidates: BTreeMap<Key, Vec<Chosen>> = BTreeMap::new();
    for Segment { shown, key, counts, broken } in std::mem::take(&mut outcome.segments) {
        choice.read += u64::from(counts.read());
        let cut = || counts.cut.then(|| "its last row is cut off".to_owned());
        let broken = broken.map(|why| format!("it breaks off ({why})")).or_else(cut);
        // Rows without a month may be of any month that the file has.
        let lost = counts.loose.damaged();
        let monthless =
            || (lost > 0).then(|| format!("{} of its rows give no month that can be read", thousands(lost)));
        let broken = broken.or_else(monthless);
        choice.damaged.extend(broken.clone().map(|why| (shown.clone(), why)));
        if counts.loose.all() > 0 {
            choice.loose.push((shown.clone(), counts.loose));
        }
        choice.forces.extend(counts.forces);
        if let (true, Some(key)) = (counts.months.is_empty(), key) {
            choice.unusable.insert(key, "it holds no records");
        }
        for (key, counts) in counts.months {
            let chosen = Chosen { counts, broken: broken.clone(), shown: shown.clone() };
            candidates.entry(key).or_default().push(chosen);
        }
    }
    for (key, mut list) in candidates {
        // The sort is stable, so the first named stays first.
        list.sort_by_key(|it| (it.broken.is_some(), std::cmp::Reverse(it.counts.sound())));
        let mut list = list.into_iter();
        let Some(first) = list.next() else { continue };
        for other in list {
            choice.copies += 1;
            if other.counts != first.counts {
                choice.differing.push(format!(
                    "{} of {} is there more than once, and not the same: {} records in {}, {} in {}. The first of these \
                     counts.",
                    show(key.0),
                    choice.forces.get(&key.1).unwrap_or(&key.1),
                    first.counts.sound(),
                    first.shown,
                    other.counts.sound(),
                    other.shown,
                ));
            }
        }
        choice.chosen.insert(key, first);
    }
    let refused = outcome.refused.iter().filter_map(|it| Some((it.key.clone()?, it.published)));
    choice.unusable.extend(refused);
    choice.unusable.retain(|key, _| !choice.chosen.contains_key(key));
    choice
}
