//! Small sets as bits: what makes one pass over the entries fast enough for every key press.

/// A set of numbers below `64 * N`. Larger numbers, which no checked plan has, are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bits<const N: usize>([u64; N]);

impl<const N: usize> Bits<N> {
    /// The set of these numbers.
    pub(super) fn of(numbers: impl Iterator<Item = usize>) -> Self {
        let mut words = [0; N];
        for number in numbers {
            if let Some(word) = words.get_mut(number / 64) {
                *word |= 1 << (number % 64);
            }
        }
        Self(words)
    }

    /// Whether nothing is in it.
    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().fold(0, |all, it| all | it) == 0
    }

    /// Whether the two sets share a number.
    pub(super) fn meets(&self, other: &Self) -> bool {
        // Without branches: whether a row passes is hard to foresee, and a wrong guess costs more than four steps.
        self.0.iter().zip(&other.0).fold(0, |all, (a, b)| all | (a & b)) != 0
    }

    /// Puts in what the other set holds.
    pub(super) fn extend(&mut self, other: &Self) {
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word |= other;
        }
    }

    /// How many numbers are in it.
    pub(super) fn len(&self) -> u32 {
        self.0.iter().map(|it| it.count_ones()).sum()
    }

    /// Adds one to the count of each number in the set.
    pub(super) fn tally(&self, counts: &mut [u32]) {
        for (word, counts) in self.0.iter().zip(counts.chunks_mut(64)) {
            let mut left = *word;
            while left != 0 {
                if let Some(count) = counts.get_mut(left.trailing_zeros() as usize) {
                    *count += 1;
                }
                left &= left - 1;
            }
        }
    }
}

/// A set of entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Entries(Vec<u64>);

impl Entries {
    /// The empty set, with room for so many entries.
    pub(super) fn none(entries: usize) -> Self {
        Self(vec![0; entries.div_ceil(64)])
    }

    /// Puts an entry in.
    pub(super) fn insert(&mut self, entry: usize) {
        if let Some(word) = self.0.get_mut(entry / 64) {
            *word |= 1 << (entry % 64);
        }
    }

    /// Whether nothing is in.
    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|it| *it == 0)
    }

    /// Whether an entry is in.
    pub(super) fn contains(&self, entry: usize) -> bool {
        self.0.get(entry / 64).is_some_and(|word| word & (1 << (entry % 64)) != 0)
    }

    /// Puts in what the other set holds.
    pub(super) fn add(&mut self, other: &Self) {
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word |= other;
        }
    }

    /// Whether the two sets share an entry.
    pub(super) fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(a, b)| a & b != 0)
    }

    /// Keeps what the other set holds as well.
    pub(super) fn retain(&mut self, other: &Self) {
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word &= other;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_hold_what_was_put_in() {
        let set: Bits<4> = Bits::of([0, 63, 64, 255, 256, 9999].into_iter());
        let mut counts = [0; 256];
        set.tally(&mut counts);
        let held: Vec<usize> = (0..256).filter(|it| counts[*it] == 1).collect();
        assert_eq!(held, [0, 63, 64, 255], "and what is beyond is left out");
        assert!(set.meets(&Bits::of([255].into_iter())));
        assert!(!set.meets(&Bits::of([1, 65].into_iter())));
        assert!(Bits::<2>::of([].into_iter()).is_empty() && !set.is_empty());
        set.tally(&mut [0; 3]); // fewer counts than numbers: left out, no panic
    }

    #[test]
    fn entries_hold_what_was_put_in() {
        let mut set = Entries::none(70);
        for entry in [0, 69, 5000] {
            set.insert(entry);
        }
        assert!(set.contains(0) && set.contains(69) && !set.contains(1) && !set.contains(5000));
        let mut other = Entries::none(70);
        other.insert(69);
        assert!(set.meets(&other) && !set.meets(&Entries::none(70)));
        set.retain(&other);
        assert!(!set.contains(0) && set.contains(69));
        other.insert(3);
        set.add(&other);
        assert!(set.contains(3) && set.contains(69) && !set.contains(0));
    }
}
