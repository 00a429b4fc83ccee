//! Reading the editions before the current one, and what only shows between one edition and another.

use super::super::check::editions::{Finding, check};
use super::super::readings;
use super::super::source_text::Covered;
use super::super::{Gap, Kind, Plan, Slug};
use super::builder::PlanBuilder;
use super::file::{File, Layout};
use super::places;
use super::problem::{Problem, Problems};
use std::collections::BTreeSet;

/// What came of reading the editions before the current one.
#[derive(Default)]
pub(crate) struct Earlier {
    /// All of them, newest first; none where there is any mistake.
    pub(crate) plans: Vec<Plan>,
    pub(crate) problems: Vec<Problem>,
    pub(crate) questions: Vec<Problem>,
}

/// What reads one edition.
type ReadAll = fn(&Layout, &Problems, &mut PlanBuilder) -> Covered;

/// Reads the editions that the layout names. Between editions mistakes are looked for where each by itself has none.
pub(crate) fn read(layout: &Layout, current: Option<&mut Plan>, read_all: ReadAll) -> Earlier {
    let mut earlier = Earlier::default();
    let layouts: Vec<Layout> = layout.earlier.iter().map(|it| layout.of_earlier(it)).collect();
    for layout in &layouts {
        let problems = Problems::of_an_edition_alone();
        let mut builder = PlanBuilder::default();
        read_all(layout, &problems, &mut builder);
        if problems.is_empty() {
            earlier.plans.extend(builder.into_plan());
        }
        earlier.problems.extend(problems.finish(layout));
    }
    let Some(current) = current.filter(|_| earlier.problems.is_empty()) else { return earlier };
    let editions: Vec<&Plan> = [&*current].into_iter().chain(&earlier.plans).collect();
    let layouts: Vec<&Layout> = [layout].into_iter().chain(&layouts).collect();
    for finding in check(&editions) {
        let is_question = finding.is_question;
        let problem = placed(finding, &layouts);
        if is_question { earlier.questions.push(problem) } else { earlier.problems.push(problem) }
    }
    if !earlier.problems.is_empty() {
        earlier.plans.clear();
    }
    derive_unreported(current, &mut earlier.plans);
    let mut all = [vec![current.clone()], earlier.plans].concat();
    readings::join(&mut all);
    *current = all.remove(0);
    Earlier { plans: all, ..earlier }
}

/// A promise on which no later edition reports is a gap of the edition that made it.
fn derive_unreported(current: &Plan, earlier: &mut [Plan]) {
    let answers = |plan: &Plan| plan.lineage.answers.iter().flat_map(|it| &it.1).cloned().collect::<Vec<Slug>>();
    let mut reported: BTreeSet<Slug> = answers(current).into_iter().collect();
    for plan in earlier {
        let promised = plan.entries.iter_mut().filter(|it| it.kind == Kind::Promised);
        promised.filter(|it| !reported.contains(&it.id)).for_each(|it| it.gaps.push(Gap::NotReportedOn));
        reported.extend(answers(plan));
    }
}

/// Kinds of records whose ids are compared between editions. Links, contacts and wards may bear the same ids.
const FOLLOWED: [&str; 8] = ["priority", "partner", "action", "achievement", "measure", "strategy", "fact", "funding"];

/// A finding with the file and line of the record that it is about; of the edition itself where it is about no record.
fn placed(finding: Finding, layouts: &[&Layout]) -> Problem {
    let Finding { edition, id, message, .. } = finding;
    let layout = layouts[edition];
    let mut places = places::of(layout).into_iter().filter(|it| FOLLOWED.contains(&it.kind));
    let place = id.and_then(|id| places.find(|it| it.id == id.as_str()));
    match place {
        Some(it) => {
            Problem { file: it.file, line: Some(it.line), message: format!("{} “{}”: {message}", it.kind, it.id) }
        }
        None => Problem { file: layout.path(File::Edition), line: None, message },
    }
}
