//! A measure in words: the number and its unit, its base, its period, what would be good news, and what to beware of.
//!
//! Rules: design section 3. A percentage is never shown without its base or the words that say that there is none; a change
//! within ordinary variation is called "about the same"; each figure prints its own period.

use crate::plan::{Direction, Kind, MONTHS, Measure, Month, Period, Plan, Polarity, PriorityId, Span, thousands};

/// A measure in words, part by part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Set large: `344 incidents`; `Fewer reports, −9%`. Empty where the plan gives no number.
    pub headline: String,
    /// What it is compared with, or that there is nothing to compare with.
    pub base: String,
    /// The period, or that none is stated.
    pub period: String,
    /// Whether down or up would be good news.
    pub polarity: &'static str,
    /// Which way it went, in one word or two, for where no number is given.
    pub direction: &'static str,
}

/// A signed whole percentage, with a true minus sign.
#[must_use]
pub fn percent(change: i32) -> String {
    match change {
        0 => "0%".to_owned(),
        up if up > 0 => ["+", &up.to_string(), "%"].concat(),
        down => ["\u{2212}", &down.unsigned_abs().to_string(), "%"].concat(),
    }
}

/// The words for a measure.
#[must_use]
pub fn figure(measure: &Measure) -> Figure {
    Figure {
        headline: headline(measure),
        base: base(measure),
        period: measure.period.as_ref().map_or_else(
            || if has_number(measure) { "The plan does not say for which period".to_owned() } else { String::new() },
            period,
        ),
        polarity: match measure.polarity {
            Polarity::Lower => "Lower is better",
            Polarity::Higher => "Higher is better",
            Polarity::Neither => "Neither more nor fewer is good or bad in itself",
        },
        direction: match measure.direction {
            Direction::Down => "Down",
            Direction::Up => "Up",
            Direction::Level => "About level",
            Direction::NotStated => "No direction stated",
        },
    }
}

/// The first measure with a number that the plan gives for a priority and that measures what the priority is about; none where the
/// plan has no such figure, whatever else it prints there.
#[must_use]
pub fn own_measure(plan: &Plan, priority: PriorityId) -> Option<&Measure> {
    let of_priority = plan.entries.iter().filter(|it| it.kind == Kind::Direction && it.priorities.contains(&priority));
    of_priority.filter_map(|it| it.measure.as_ref()).find(|it| it.off_subject.is_none() && has_number(it))
}

fn has_number(measure: &Measure) -> bool {
    measure.change.is_some() || measure.counts.is_some()
}

fn headline(measure: &Measure) -> String {
    match (measure.counts, measure.change) {
        (Some(counts), _) => [&thousands(counts.now), " ", &measure.unit].concat(),
        (None, Some(change)) => {
            let word = match change {
                0 => "As many",
                down if down < 0 => "Fewer",
                _ => "More",
            };
            [word, " ", &measure.unit, ", ", &percent(change)].concat()
        }
        (None, None) => String::new(),
    }
}

fn base(measure: &Measure) -> String {
    let stated = measure.change.map(|change| [" (", &percent(change), ")"].concat()).unwrap_or_default();
    match measure.counts {
        Some(counts) if counts.about_the_same() => {
            ["about the same as ", &thousands(counts.was), " before", &stated].concat()
        }
        Some(counts) if counts.now < counts.was => ["down from ", &thousands(counts.was), &stated].concat(),
        Some(counts) => ["up from ", &thousands(counts.was), &stated].concat(),
        None if measure.change.is_some() => "The plan does not publish the counts behind this percentage".to_owned(),
        None => "The plan gives no number for this".to_owned(),
    }
}

fn month(it: Month) -> String {
    [MONTHS[usize::from(it.month.clamp(1, 12)) - 1], " ", &it.year.to_string()].concat()
}

/// A period in words that stand by themselves.
#[must_use]
pub fn period(period: &Period) -> String {
    match period.span {
        Span::MonthsEnding(months, end) => [&months.to_string(), " months ending ", &month(end)].concat(),
        Span::To(end) => ["To ", &month(end), "; the plan does not say from when"].concat(),
        Span::Since(start) => ["Since ", &month(start)].concat(),
        Span::FinancialYear(year) => {
            let end = (year + 1) % 100;
            let nought = if end < 10 { "0" } else { "" };
            ["Financial year ", &year.to_string(), "/", nought, &end.to_string()].concat()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Counts;

    fn measure(change: Option<i32>, counts: Option<Counts>, when: Option<&str>) -> Measure {
        Measure {
            name: "Things".into(),
            unit: "incidents".into(),
            direction: Direction::Down,
            polarity: Polarity::Lower,
            change,
            counts,
            period: when.and_then(Period::parse),
            disturbed: false,
            caveats: vec![],
            off_subject: None,
            series: vec![],
            elsewhere: vec![],
        }
    }

    #[test]
    fn a_figure_has_its_base_and_period_in_words() {
        for (change, counts, when, headline, base, period) in [
            (
                Some(-48),
                Some(Counts { now: 344, was: 656 }),
                Some("to February 2021"),
                "344 incidents",
                "down from 656 (−48%)",
                "To February 2021; the plan does not say from when",
            ),
            (
                Some(-1),
                Some(Counts { now: 1171, was: 1180 }),
                Some("to January 2021"),
                "1,171 incidents",
                "about the same as 1,180 before (−1%)",
                "To January 2021; the plan does not say from when",
            ),
            (
                Some(-9),
                None,
                Some("12 months ending December 2020"),
                "Fewer incidents, −9%",
                "The plan does not publish the counts behind this percentage",
                "12 months ending December 2020",
            ),
            (
                Some(33),
                None,
                None,
                "More incidents, +33%",
                "The plan does not publish the counts behind this percentage",
                "The plan does not say for which period",
            ),
            (None, None, None, "", "The plan gives no number for this", ""),
        ] {
            let it = figure(&measure(change, counts, when));
            assert_eq!((it.headline.as_str(), it.base.as_str(), it.period.as_str()), (headline, base, period));
        }
    }
}
