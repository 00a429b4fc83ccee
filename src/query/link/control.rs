//! Choices as form controls.

use crate::plan::{Gap, Kind};
use crate::query::facet::Choice;
use crate::query::facts::Facts;

/// The choice that a form control with this name and value stands for; none where the plan has nothing of that id.
///
/// Names and values are those of addresses, so that a form also works without a program. Words are typed and no choice.
#[must_use]
pub fn choice(facts: &Facts, name: &str, value: &str) -> Option<Choice> {
    match name {
        "priority" => facts.find_priority(value).map(Choice::Priority),
        "partner" => facts.find_partner(value).map(Choice::Partner),
        "role" => (value == "lead").then_some(Choice::LeadOnly),
        "ward" => facts.find_ward(value).map(Choice::Ward),
        "kind" => Kind::from_slug(value).map(Choice::Kind),
        "gap" => Gap::ALL.into_iter().find(|it| it.slug() == value).map(Choice::Gap),
        _ => None,
    }
}

/// The name and value of the form control that stands for a choice: the inverse of [`choice`]. None for words, and for an id
/// that the plan does not have.
#[must_use]
pub fn control<'f>(facts: &'f Facts, choice: &Choice) -> Option<(&'static str, &'f str)> {
    Some(match choice {
        Choice::Priority(id) => ("priority", facts.priority(*id)?.id.as_str()),
        Choice::Partner(id) => ("partner", facts.partner(*id)?.id.as_str()),
        Choice::LeadOnly => ("role", "lead"),
        Choice::Ward(id) => ("ward", facts.ward(*id)?.id.as_str()),
        Choice::Kind(kind) => ("kind", kind.slug()),
        Choice::Gap(gap) => ("gap", gap.slug()),
        Choice::Words(_) => return None,
    })
}
