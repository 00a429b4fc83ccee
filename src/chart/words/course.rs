//! The counts of a measure over several periods, put into a row: which follow one another, where the row breaks off, and what an
//! earlier edition gave otherwise.

use crate::plan::{Entry, Joined, MONTHS, Month, Period, Plan, Span, readings};

/// A place in the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::chart) enum Place<'a> {
    /// From here on something else is counted: what the count after it says of that.
    Break(&'a Joined, &'a str),
    /// A count that a later edition gives otherwise; the first of them, or one in between.
    Given(&'a Joined, bool),
    /// The count, as the newest edition gives it.
    Count(&'a Joined),
}

/// The counts in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::chart) struct Course<'a> {
    pub(in crate::chart) places: Vec<Place<'a>>,
    /// Whether all periods are of one length and each begins where the one before ends: only then are there steps between them.
    pub(in crate::chart) in_steps: bool,
}

impl<'a> Course<'a> {
    /// Puts counts into a row, whatever order they come in; of one period, those of the oldest edition come first.
    pub(in crate::chart) fn of(readings: &'a [Joined]) -> Self {
        let mut sorted: Vec<&Joined> = readings.iter().filter(|it| it.reading.period.span.end().is_some()).collect();
        // The longer of two that end together first.
        sorted.sort_by_key(|it| {
            let span = it.reading.period.span;
            (span.end(), std::cmp::Reverse(span.months()))
        });
        let spans = |it: &&Joined, other: &&Joined| it.reading.period.span.is_same(other.reading.period.span);
        let (mut places, mut now): (Vec<Place<'a>>, Vec<&Joined>) = (Vec::new(), Vec::new());
        for of_period in sorted.chunk_by(spans) {
            let Some(count) = of_period.last() else { continue };
            if let Some(why) = of_period.iter().rev().find_map(|it| it.reading.breaks.as_deref())
                && !places.is_empty()
            {
                places.push(Place::Break(count, why));
            }
            let mut told = vec![count.reading.count];
            for (at, it) in of_period.iter().enumerate() {
                if !told.contains(&it.reading.count) {
                    told.push(it.reading.count);
                    places.push(Place::Given(it, at == 0));
                }
            }
            places.push(Place::Count(count));
            now.push(count);
        }
        let follows = |pair: &[&Joined]| {
            let [before, after] = pair else { return true };
            let [before, after] = [before, after].map(|it| it.reading.period.span);
            let ends = before.end().zip(after.end());
            before.months().is_some()
                && before.months() == after.months()
                && ends.is_some_and(|(one, next)| Some(next.number()) == before.months().map(|it| one.number() + it))
        };
        let in_steps = now.windows(2).all(follows);
        Self { places, in_steps }
    }

    /// The counts as the newest edition gives them.
    pub(in crate::chart) fn counts(&self) -> impl DoubleEndedIterator<Item = &'a Joined> {
        self.places.iter().filter_map(|it| if let Place::Count(it) = it { Some(*it) } else { None })
    }

    /// Those from the last break on: what can be compared with the newest.
    pub(in crate::chart) fn since_break(&self) -> Vec<&'a Joined> {
        let from = self.places.iter().rposition(|it| matches!(it, Place::Break(..))).map_or(0, |at| at + 1);
        let counts = self.places.iter().skip(from);
        counts.filter_map(|it| if let Place::Count(it) = it { Some(*it) } else { None }).collect()
    }

    pub(in crate::chart) fn has_breaks(&self) -> bool {
        self.places.iter().any(|it| matches!(it, Place::Break(..)))
    }

    pub(in crate::chart) fn is_restated(&self) -> bool {
        self.places.iter().any(|it| matches!(it, Place::Given(..)))
    }
}

/// The counts of a measure by their periods, as the newest edition that is held gives each.
#[must_use]
pub fn counts_known(plan: &Plan, entry: &Entry) -> Vec<Joined> {
    let readings = readings(plan, entry, true);
    Course::of(&readings).counts().cloned().collect()
}

/// A period as the name of a row.
pub(in crate::chart) fn period_name(period: &Period) -> String {
    match period.span {
        Span::MonthsEnding(..) | Span::FinancialYear(_) => period.text.clone(),
        Span::To(_) | Span::Since(_) => super::capital(&period.text),
    }
}

/// The same in a few letters, for under a column: a year where the months are those of one, `2029/30` or `2030`.
pub(in crate::chart) fn period_short(period: &Period) -> String {
    match period.span {
        Span::MonthsEnding(12, Month { year, month: 12 }) => year.to_string(),
        Span::MonthsEnding(12, Month { year, month: 3 }) => {
            let (start, end) = (year.saturating_sub(1).to_string(), (year % 100 + 100).to_string());
            [&start, "/", end.get(1..).unwrap_or_default()].concat()
        }
        Span::MonthsEnding(_, end) => {
            let name = MONTHS.get(usize::from(end.month).wrapping_sub(1)).copied().unwrap_or_default();
            [name.get(..3).unwrap_or(name), "\n", &end.year.to_string()].concat()
        }
        _ => period.text.clone(),
    }
}

/// A period inside a sentence: `in the 12 months ending March 2030`.
pub(in crate::chart) fn in_period(period: &Period) -> String {
    match period.span {
        Span::MonthsEnding(..) => ["in the ", &period.text].concat(),
        Span::FinancialYear(_) => ["in ", &period.text].concat(),
        Span::To(_) => ["up ", &period.text].concat(),
        Span::Since(_) => period.text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_have_names() {
        for (text, name, short, inside) in [
            ("2029/30", "2029/30", "2029/30", "in 2029/30"),
            (
                "12 months ending March 2030",
                "12 months ending March 2030",
                "2029/30",
                "in the 12 months ending March 2030",
            ),
            (
                "12 months ending March 2001",
                "12 months ending March 2001",
                "2000/01",
                "in the 12 months ending March 2001",
            ),
            (
                "12 months ending December 2030",
                "12 months ending December 2030",
                "2030",
                "in the 12 months ending December 2030",
            ),
            ("3 months ending June 2030", "3 months ending June 2030", "Jun\n2030", "in the 3 months ending June 2030"),
            ("to March 2030", "To March 2030", "to March 2030", "up to March 2030"),
        ] {
            let period = Period::parse(text).unwrap();
            assert_eq!([period_name(&period), period_short(&period), in_period(&period)], [name, short, inside]);
        }
    }
}
