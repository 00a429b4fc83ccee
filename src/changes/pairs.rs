//! Which record of one edition goes on from which of another.

use super::items::Item;
use super::wording;
use crate::plan::{Lineage, Slug};
use std::collections::{BTreeMap, BTreeSet};

/// How alike two texts must be for one to be called perhaps the same as the other: twice what they share, of all their words.
const ALIKE: f64 = 0.6;

/// What goes on from what, by places in the two lists.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// For each place of the newer list those of the older.
    from: BTreeMap<usize, Vec<usize>>,
    goes_on: BTreeSet<usize>,
    guesses: BTreeSet<usize>,
}

impl Pairs {
    pub(super) fn of(&self, now: usize) -> impl Iterator<Item = usize> {
        self.from.get(&now).into_iter().flatten().copied()
    }

    /// Whether only the words speak for it.
    pub(super) fn is_a_guess(&self, now: usize) -> bool {
        self.guesses.contains(&now)
    }

    /// Whether the older edition's record has a successor.
    pub(super) fn goes_on(&self, was: usize) -> bool {
        self.goes_on.contains(&was)
    }

    fn pair(&mut self, now: usize, was: usize) {
        self.from.entry(now).or_default().push(was);
        self.goes_on.insert(was);
    }
}

/// Pairs by id, then by what the newer edition says, then by words.
pub(super) fn pairs(now: &[Item<'_>], was: &[Item<'_>], lineage: &Lineage) -> Pairs {
    let mut pairs = Pairs::default();
    let by_id: BTreeMap<&Slug, usize> = was.iter().enumerate().map(|(at, it)| (it.said.id, at)).collect();
    let formerly: BTreeMap<&Slug, &Vec<Slug>> = lineage.formerly.iter().map(|(id, ids)| (id, ids)).collect();
    for (at, item) in now.iter().enumerate() {
        let same = by_id.get(item.said.id);
        let former = formerly.get(item.said.id).into_iter().flat_map(|ids| ids.iter()).filter_map(|id| by_id.get(id));
        for before in same.into_iter().chain(former) {
            pairs.pair(at, *before);
        }
    }
    guess(now, was, &formerly, &mut pairs);
    pairs
}

/// Whether two records may be one thing at all. What is promised or measured under one priority is another thing than the same words
/// under another, which may be one that puts its readers at risk.
fn may_be_one(now: &Item<'_>, was: &Item<'_>, formerly: &BTreeMap<&Slug, &Vec<Slug>>) -> bool {
    let goes_on = |it: &&Slug| {
        was.priorities.contains(it)
            || formerly.get(*it).is_some_and(|ids| ids.iter().any(|it| was.priorities.contains(&it)))
    };
    !now.is_of_priorities
        || now.priorities.iter().any(goes_on)
        || (now.priorities.is_empty() && was.priorities.is_empty())
}

/// Pairs what is left by its words, the most alike first.
fn guess(now: &[Item<'_>], was: &[Item<'_>], formerly: &BTreeMap<&Slug, &Vec<Slug>>, pairs: &mut Pairs) {
    let mut known = Words::default();
    let left_now: Vec<(usize, Vec<u32>)> =
        (0..now.len()).filter(|it| !pairs.from.contains_key(it)).map(|it| (it, known.bag(&now[it].text))).collect();
    let left_was: Vec<(usize, Vec<u32>)> =
        (0..was.len()).filter(|it| !pairs.goes_on(*it)).map(|it| (it, known.bag(&was[it].text))).collect();
    let mut candidates = Vec::new();
    for (one, its) in &left_now {
        for (other, theirs) in &left_was {
            // Words in their order are never more alike than words in any order, which are quicker to compare.
            if shared(its, theirs) < ALIKE || !may_be_one(&now[*one], &was[*other], formerly) {
                continue;
            }
            let alike = wording::alike(&now[*one].text, &was[*other].text);
            if alike >= ALIKE {
                candidates.push((alike, *one, *other));
            }
        }
    }
    candidates.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)).then(one.2.cmp(&other.2)));
    for (_, one, other) in candidates {
        if !pairs.from.contains_key(&one) && !pairs.goes_on(other) {
            pairs.pair(one, other);
            pairs.guesses.insert(one);
        }
    }
}

/// Numbers for words.
#[derive(Default)]
struct Words(BTreeMap<String, u32>);

impl Words {
    /// The words of a text in the order of their numbers.
    fn bag(&mut self, text: &str) -> Vec<u32> {
        let words = wording::tokens(text).into_iter().filter(|it| *it != " ");
        let mut bag: Vec<u32> = words
            .map(|it| {
                let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
                *self.0.entry(it.to_owned()).or_insert(next)
            })
            .collect();
        bag.sort_unstable();
        bag
    }
}

/// Twice what two bags share, of all that is in them.
fn shared(one: &[u32], other: &[u32]) -> f64 {
    let (mut left, mut right, mut both) = (0, 0, 0_u32);
    while let (Some(a), Some(b)) = (one.get(left), other.get(right)) {
        left += usize::from(a <= b);
        right += usize::from(b <= a);
        both += u32::from(a == b);
    }
    let all = u32::try_from(one.len() + other.len()).unwrap_or(u32::MAX).max(1);
    2.0 * f64::from(both) / f64::from(all)
}
