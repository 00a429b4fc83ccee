//! What a selection holds, counted by what it is: a number on the page always says what it counts.

use super::facet::{Choice, Query};
use super::facts::Facts;
use crate::plan::{EntryId, Gap, Kind, counted};

/// How many entries a selection holds. Those that belong to the plan as a whole are counted apart where priorities are chosen: they
/// stand under each priority, and say nothing of any one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All but those of the other two fields.
    pub statements: usize,
    /// Of the plan as a whole, but for strategies.
    pub of_whole_plan: usize,
    /// Strategies of the plan as a whole.
    pub strategies_of_whole_plan: usize,
}

impl Tally {
    /// Counts what a query selected.
    #[must_use]
    pub fn of(facts: &Facts, entries: &[EntryId], query: &Query) -> Self {
        let mut tally = Self::default();
        for entry in entries.iter().filter_map(|id| facts.entry(*id)) {
            let is_of_whole_plan = entry.priorities.is_empty() && !query.priorities.is_empty();
            *match (is_of_whole_plan, entry.kind) {
                (false, _) => &mut tally.statements,
                (true, Kind::Strategy) => &mut tally.strategies_of_whole_plan,
                (true, _) => &mut tally.of_whole_plan,
            } += 1;
        }
        tally
    }

    /// How many there are in all.
    #[must_use]
    pub fn total(self) -> usize {
        self.statements + self.of_whole_plan + self.strategies_of_whole_plan
    }

    /// In words: `20 statements and 8 strategies for the whole plan`.
    #[must_use]
    pub fn words(self) -> String {
        let own = statements(self.statements);
        match (self.statements, self.for_whole_plan()) {
            (0, None) => "No results".to_owned(),
            (0, Some(whole)) => whole,
            (_, None) => own,
            // With three numbers, commas tell which of them belong to the whole plan.
            (_, Some(whole)) if self.of_whole_plan > 0 => [&own, ", and ", &whole].concat(),
            (_, Some(whole)) => [&own, " and ", &whole].concat(),
        }
    }

    /// As a sentence about what was asked for: `20 statements for Castle, and 8 strategies for the whole plan.`
    #[must_use]
    pub fn sentence(self, asked: &str) -> String {
        let asked = if asked.is_empty() { String::new() } else { [" for ", asked].concat() };
        match (self.statements, self.for_whole_plan()) {
            (0, None) => ["No results", &asked, "."].concat(),
            (0, Some(whole)) => ["No statements", &asked, ", but ", &whole, "."].concat(),
            (_, None) => [&statements(self.statements), &asked, "."].concat(),
            (_, Some(whole)) => [&statements(self.statements), &asked, ", and ", &whole, "."].concat(),
        }
    }

    /// What belongs to the plan as a whole, if anything does.
    fn for_whole_plan(self) -> Option<String> {
        let strategies = counted(self.strategies_of_whole_plan, "strategy", "strategies");
        let others = statements(self.of_whole_plan);
        let these = match (self.of_whole_plan, self.strategies_of_whole_plan) {
            (0, 0) => return None,
            (0, _) => strategies,
            (_, 0) => others,
            _ => [&others, " and ", &strategies].concat(),
        };
        Some(these + " for the whole plan")
    }
}

/// A number of statements in words.
fn statements(count: usize) -> String {
    counted(count, "statement", "statements")
}

/// What an entry of a kind is called, beside a number of them.
#[must_use]
pub fn kind_unit(kind: Kind, count: usize) -> &'static str {
    one_or_more(
        count,
        match kind {
            Kind::Promised => ("action", "actions"),
            Kind::Done => ("achievement", "achievements"),
            Kind::Direction => ("measure", "measures"),
            Kind::Strategy => ("strategy", "strategies"),
            Kind::Local => ("fact", "facts"),
        },
    )
}

/// What a gap is counted in: what the plan leaves unsaid of a priority is one gap, on however many of its entries it stands.
#[must_use]
pub fn gap_unit(gap: Gap, count: usize) -> &'static str {
    one_or_more(
        count,
        match gap {
            Gap::LeadNotStated | Gap::NothingReported => ("priority", "priorities"),
            Gap::SuccessNotSet | Gap::NotReportedOn => ("action", "actions"),
            Gap::NoCounts | Gap::PeriodNotStated => ("percentage", "percentages"),
            Gap::NoWardFigures => ("measure", "measures"),
            Gap::AddressNotGiven => ("document", "documents"),
        },
    )
}

/// What the number beside a choice counts.
#[must_use]
pub fn choice_unit(choice: &Choice, count: usize) -> &'static str {
    match choice {
        Choice::Kind(kind) => kind_unit(*kind, count),
        Choice::Gap(gap) => gap_unit(*gap, count),
        _ => one_or_more(count, ("statement", "statements")),
    }
}

fn one_or_more(count: usize, (one, more): (&'static str, &'static str)) -> &'static str {
    if count == 1 { one } else { more }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(statements: usize, of_whole_plan: usize, strategies_of_whole_plan: usize) -> Tally {
        Tally { statements, of_whole_plan, strategies_of_whole_plan }
    }

    #[test]
    fn numbers_say_what_they_count() {
        for (found, words, sentence) in [
            (found(0, 0, 0), "No results", "No results for Castle."),
            (found(1, 0, 0), "1 statement", "1 statement for Castle."),
            (found(1234, 0, 0), "1,234 statements", "1,234 statements for Castle."),
            (
                found(20, 0, 8),
                "20 statements and 8 strategies for the whole plan",
                "20 statements for Castle, and 8 strategies for the whole plan.",
            ),
            (
                found(0, 0, 1),
                "1 strategy for the whole plan",
                "No statements for Castle, but 1 strategy for the whole plan.",
            ),
            (
                found(1, 1, 1),
                "1 statement, and 1 statement and 1 strategy for the whole plan",
                "1 statement for Castle, and 1 statement and 1 strategy for the whole plan.",
            ),
            (
                found(2, 3, 0),
                "2 statements, and 3 statements for the whole plan",
                "2 statements for Castle, and 3 statements for the whole plan.",
            ),
        ] {
            assert_eq!(found.words(), words);
            assert_eq!(found.sentence("Castle"), sentence);
        }
        assert_eq!(found(0, 0, 0).sentence(""), "No results.");
    }

    #[test]
    fn one_is_never_more() {
        for choice in Kind::ALL.map(Choice::Kind).into_iter().chain(Gap::ALL.map(Choice::Gap)).chain([Choice::LeadOnly])
        {
            assert!(!choice_unit(&choice, 1).ends_with('s'), "{choice:?}");
            assert!(choice_unit(&choice, 0).ends_with('s') && choice_unit(&choice, 2).ends_with('s'), "{choice:?}");
        }
    }
}
