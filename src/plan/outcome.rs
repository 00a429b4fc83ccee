//! What came of a target: worked out only where the plan itself gives the count, and never guessed.

use super::{Reading, Target};

/// What came of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// The count is as it was to be, or beyond.
    Met,
    /// It is not.
    NotMet,
    /// There is no count that tells: none so late, or none of the same thing.
    NotReported,
}

impl Outcome {
    /// All outcomes, with the word for each.
    pub const WORDS: [(Self, &'static str); 3] =
        [(Self::Met, "met"), (Self::NotMet, "not met"), (Self::NotReported, "not reported")];
}

/// What came of a target, by the counts of its measure in order.
#[must_use]
pub fn outcome<'a>(target: &Target, readings: impl IntoIterator<Item = &'a Reading>) -> Outcome {
    let Some(reading) = decides(target, readings) else { return Outcome::NotReported };
    let met = match target.to.cmp(&target.base) {
        std::cmp::Ordering::Less => reading.count <= target.to,
        std::cmp::Ordering::Greater => reading.count >= target.to,
        // Nothing was to change: that is no target.
        std::cmp::Ordering::Equal => return Outcome::NotReported,
    };
    if met { Outcome::Met } else { Outcome::NotMet }
}

/// The count that tells what came of a target: the first, of those in order, of a period that ends with the target's month or
/// later. None where it counts something else than the target's base, because the measure breaks between the two or their
/// periods are of different lengths.
#[must_use]
pub fn decides<'a>(target: &Target, readings: impl IntoIterator<Item = &'a Reading>) -> Option<&'a Reading> {
    let base = target.base_period.span.end()?;
    let end = |it: &Reading| it.period.span.end();
    let mut broken = false;
    for reading in readings {
        broken |= reading.breaks.is_some() && end(reading) > Some(base);
        if end(reading) >= Some(target.by) {
            let alike = reading.period.span.months() == target.base_period.span.months();
            return Some(reading).filter(|_| alike && !broken);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{EntryId, Month, Period, SectionId, Slug, Source};

    fn source() -> Source {
        Source { quote: String::new(), section: SectionId(0), at: 0 }
    }

    /// A count, with a break before it where its period begins with a bar.
    fn reading((period, count): (&str, u32)) -> Reading {
        Reading {
            period: Period::parse(period.trim_start_matches('|')).unwrap(),
            count,
            source: source(),
            note: None,
            breaks: period.starts_with('|').then(|| "Counted otherwise.".to_owned()),
            disturbed: false,
        }
    }

    fn target(base: u32, base_period: &str, to: u32) -> Target {
        Target {
            id: Slug::new("t").unwrap(),
            priorities: vec![],
            source: source(),
            plain: None,
            measure: EntryId(0),
            to,
            base,
            base_period: Period::parse(base_period).unwrap(),
            by: Month { year: 2033, month: 3 },
        }
    }

    #[test]
    fn a_target_is_met_only_where_the_plan_counts_the_same_thing_so_late() {
        use Outcome::{Met, NotMet, NotReported};
        let fall = || target(100, "2029/30", 80);
        for (target, readings, expected) in [
            (fall(), &[("2029/30", 100), ("2032/33", 80)][..], Met),
            (fall(), &[("2029/30", 100), ("2032/33", 81)], NotMet),
            (fall(), &[("2032/33", 0)], Met),
            // In other words for the same months.
            (fall(), &[("12 months ending March 2033", 80)], Met),
            (target(100, "2029/30", 120), &[("2032/33", 120)], Met),
            (target(100, "2029/30", 120), &[("2032/33", 119)], NotMet),
            // Too early, or nothing at all.
            (fall(), &[], NotReported),
            (fall(), &[("2029/30", 100), ("2031/32", 70)], NotReported),
            (fall(), &[("12 months ending February 2033", 70)], NotReported),
            // Later: the first of them tells.
            (fall(), &[("2031/32", 70), ("2033/34", 90), ("2034/35", 60)], NotMet),
            // Something else is counted from some period on.
            (fall(), &[("2029/30", 100), ("|2030/31", 60), ("2032/33", 50)], NotReported),
            (fall(), &[("2029/30", 100), ("|2032/33", 50)], NotReported),
            (fall(), &[("|2029/30", 100), ("2032/33", 50)], Met),
            (fall(), &[("|2028/29", 100), ("2032/33", 50)], Met),
            (fall(), &[("2032/33", 50), ("|2033/34", 500)], Met),
            // Of another length.
            (fall(), &[("3 months ending March 2033", 20)], NotReported),
            (fall(), &[("to March 2033", 20)], NotReported),
            (target(100, "to March 2030", 80), &[("to March 2033", 80)], Met),
            // Without an end of its base, or without a direction.
            (target(100, "since April 2029", 80), &[("2032/33", 80)], NotReported),
            (target(100, "2029/30", 100), &[("2032/33", 100)], NotReported),
        ] {
            let readings: Vec<Reading> = readings.iter().copied().map(reading).collect();
            assert_eq!(outcome(&target, &readings), expected, "{target:?} {readings:?}");
        }
    }
}
