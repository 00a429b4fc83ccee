//! What a plan holds, in numbers.

use crate::plan::{Kind, Plan};

/// How many records of each kind a plan has, in the order in which the check tells them.
#[must_use]
pub fn counts(plan: &Plan) -> [(usize, &'static str); 20] {
    let entries = |kind| plan.entries.iter().filter(|it| it.kind == kind).count();
    [
        (plan.sections.len(), "sections"),
        (plan.sentences.len(), "sentences of running text"),
        (plan.priorities.len(), "priorities"),
        (entries(Kind::Promised), "actions"),
        (entries(Kind::Done), "achievements"),
        (entries(Kind::Direction), "measures"),
        (plan.targets.len(), "targets"),
        (entries(Kind::Strategy), "strategies"),
        (entries(Kind::Local), "local facts"),
        (plan.partners.len(), "partners"),
        (plan.survey.len(), "survey figures"),
        (plan.funding.len(), "sums of money"),
        (plan.principles.len() + plan.themes.len(), "principles and themes"),
        (plan.governance.len(), "statements on who runs the plan"),
        (plan.footnotes.len(), "footnotes"),
        (plan.glossary.len(), "glossary terms"),
        (plan.notes.len(), "editor's notes"),
        (plan.links.len(), "links"),
        (plan.contacts.len(), "contacts"),
        (plan.wards.len(), "wards"),
    ]
}
