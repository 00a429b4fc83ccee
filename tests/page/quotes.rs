//! What of a plan must stand on a page.

use plan_explorer::plan::{Plan, Source};

/// Every record with the plan's words, by its id.
pub(crate) fn quotes(plan: &Plan) -> Vec<(String, &Source)> {
    let mut all: Vec<(String, &Source)> = Vec::new();
    let mut add = |id: &dyn ToString, source| all.push((id.to_string(), source));
    add(&"title", &plan.edition.title);
    add(&"update", &plan.edition.update);
    plan.edition.caveat.iter().for_each(|it| add(&"caveat", &it.source));
    plan.edition.success.iter().for_each(|it| add(&"success", it));
    plan.sentences.iter().for_each(|it| add(&it.id, &it.source));
    plan.priorities.iter().for_each(|it| add(&it.id, &it.name));
    plan.priorities.iter().filter_map(|it| it.lead.as_ref()).for_each(|it| add(&it.id, &it.source));
    plan.entries.iter().filter_map(|it| Some((&it.id, it.source()?))).for_each(|(id, source)| add(id, source));
    for entry in &plan.entries {
        let series = entry.measure.iter().flat_map(|it| &it.series);
        series.for_each(|it| add(&format!("{}, {}", entry.id, it.period.text), &it.source));
    }
    plan.targets.iter().for_each(|it| add(&it.id, &it.source));
    plan.partners.iter().for_each(|it| add(&it.id, &it.source));
    plan.survey.iter().for_each(|it| add(&it.id, &it.source));
    plan.funding.iter().for_each(|it| add(&it.id, &it.source));
    plan.principles.iter().chain(&plan.themes).for_each(|it| add(&it.id, &it.source));
    plan.governance.iter().for_each(|it| add(&it.id, &it.source));
    plan.footnotes.iter().for_each(|it| add(&it.id, &it.source));
    plan.notes.iter().for_each(|note| note.cites.iter().for_each(|it| add(&note.id, it)));
    all
}
