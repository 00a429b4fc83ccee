//! A target in words: what is to be reached, against what, and what came of it.

use super::course::in_period;
use crate::chart::recorded::in_words;
use crate::plan::{Outcome, Reading, Target, decides, outcome, thousands};

/// A target in words, part by part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetWords {
    /// What it is called: `Target, March 2033`.
    pub name: String,
    /// What is to be reached: `80 incidents by March 2033`.
    pub reach: String,
    /// What it is set against: `from 100 in 2029/30`.
    pub base: String,
    /// What came of it.
    pub outcome: Outcome,
    /// The same as one word or two: `Met`.
    pub word: &'static str,
    /// What that rests on: `78 incidents in 2032/33`.
    pub because: String,
}

/// The words for a target, by the counts of its measure in order.
#[must_use]
pub fn target_words<'a>(
    target: &Target,
    unit: &str,
    readings: impl IntoIterator<Item = &'a Reading> + Clone,
) -> TargetWords {
    let by = in_words(target.by);
    let outcome = outcome(target, readings.clone());
    let late = readings.clone().into_iter().find(|it| it.period.span.end() >= Some(target.by));
    let because = match (decides(target, readings), late) {
        (Some(it), _) => [&amount(it.count, unit), " ", &in_period(&it.period)].concat(),
        (None, Some(it)) => {
            let when = in_period(&it.period);
            ["the count ", &when, " is not of the same thing as the count that the target is set against"].concat()
        }
        (None, None) => "the plan gives no count for that time".to_owned(),
    };
    TargetWords {
        name: ["Target, ", &by].concat(),
        reach: [&amount(target.to, unit), " by ", &by].concat(),
        base: ["from ", &thousands(target.base), " ", &in_period(&target.base_period)].concat(),
        outcome,
        word: match outcome {
            Outcome::Met => "Met",
            Outcome::NotMet => "Not met",
            Outcome::NotReported => "Not reported",
        },
        because,
    }
}

/// A count with what it counts. Units are in the plural: one of them is a number alone.
pub(in crate::chart) fn amount(count: u32, unit: &str) -> String {
    if count == 1 { "1".to_owned() } else { [&thousands(count), " ", unit].concat() }
}
