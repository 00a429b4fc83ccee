//! The plan while it is being checked: its records, with the lines on which they were read.

use super::super::{
    Contact, Edition, Entry, Everyday, Footnote, Funding, Governance, Kind, Lineage, Link, Note, Partner, Plan,
    Principle, Priority, Section, Sentence, SurveyFigure, Target, Term, Ward,
};
use super::problem::At;

/// A priority, with what its file says and the plan does not carry.
#[derive(Clone, Debug)]
pub(crate) struct ReadPriority {
    pub(crate) priority: Priority,
    /// Whether the file says that the plan promises nothing under it.
    pub(crate) nothing_promised: bool,
}

/// See the module.
#[derive(Default)]
pub(crate) struct PlanBuilder {
    pub(crate) edition: Option<Edition>,
    pub(crate) sections: Vec<At<Section>>,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) priorities: Vec<At<ReadPriority>>,
    pub(crate) entries: Vec<At<Entry>>,
    pub(crate) targets: Vec<At<Target>>,
    pub(crate) partners: Vec<At<Partner>>,
    pub(crate) links: Vec<At<Link>>,
    pub(crate) contacts: Vec<At<Contact>>,
    pub(crate) everyday: Vec<At<Everyday>>,
    pub(crate) survey: Vec<SurveyFigure>,
    pub(crate) funding: Vec<Funding>,
    pub(crate) principles: Vec<Principle>,
    pub(crate) themes: Vec<Principle>,
    pub(crate) governance: Vec<Governance>,
    pub(crate) footnotes: Vec<At<Footnote>>,
    pub(crate) glossary: Vec<At<Term>>,
    pub(crate) notes: Vec<At<Note>>,
    pub(crate) wards: Vec<At<Ward>>,
    pub(crate) lineage: Lineage,
    pub(crate) area: Option<super::area::Read>,
}

impl PlanBuilder {
    /// The priority at this place of the plan's list; none where its file could not be read.
    pub(crate) fn priority(&self, id: super::super::PriorityId) -> Option<&Priority> {
        self.priorities.get(id.index()).map(|it| &it.value.priority)
    }

    /// Puts entries into page order: by kind, then in document order, local facts as their file has them.
    pub(crate) fn sort_entries(&mut self) {
        let kind = |it: &Entry| Kind::ALL.iter().position(|kind| *kind == it.kind);
        self.entries.sort_by_key(|it| (kind(&it.value), it.value.source().map(|it| it.at)));
    }

    /// The plan, once nothing is wrong with it.
    pub(crate) fn into_plan(self) -> Option<Plan> {
        fn values<T>(list: Vec<At<T>>) -> Vec<T> {
            list.into_iter().map(|it| it.value).collect()
        }
        Some(Plan {
            edition: self.edition?,
            sections: values(self.sections),
            sentences: self.sentences,
            priorities: self.priorities.into_iter().map(|it| it.value.priority).collect(),
            entries: values(self.entries),
            targets: values(self.targets),
            partners: values(self.partners),
            links: values(self.links),
            contacts: values(self.contacts),
            everyday: values(self.everyday),
            survey: self.survey,
            funding: self.funding,
            principles: self.principles,
            themes: self.themes,
            governance: self.governance,
            footnotes: values(self.footnotes),
            glossary: values(self.glossary),
            notes: values(self.notes),
            wards: values(self.wards),
            lineage: self.lineage,
        })
    }
}
