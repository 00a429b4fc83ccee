//! Finding the records of a plan in its text, one file a kind.
//!
//! Nothing here knows any one plan: rules come from the shape of such plans. What is not stated is left out or marked.

mod context;
mod edition;
mod entries;
mod figures;
mod footnotes;
mod glossary;
pub(in crate::site::draft) mod ids;
mod money;
mod organisations;
mod partners;
mod priorities;
mod prose;
mod sentences;
mod strategies;
mod uses;

use super::known::Known;
use super::outline::Outline;
use super::record::{Record, quoted};
use context::{Context, Partner};
use ids::Ids;

use uses::Use;

/// All records that were found in a document.
#[derive(Clone, Debug, Default)]
pub(in crate::site::draft) struct Found {
    /// The id of the edition, which names its folder.
    pub(in crate::site::draft) edition: String,
    /// The files of the edition, each with its records.
    pub(in crate::site::draft) files: Vec<(&'static str, Vec<Record>)>,
    /// Abbreviations that the document does not explain.
    pub(in crate::site::draft) unexplained: Vec<String>,
}

impl Found {
    /// How many records of a kind there are.
    pub(in crate::site::draft) fn count(&self, kind: &str) -> usize {
        self.files.iter().flat_map(|it| &it.1).filter(|it| it.kind == kind).count()
    }
}

/// Finds the records of a plan.
pub(in crate::site::draft) fn find(outline: &Outline, known: &Known) -> Found {
    let mut ids = Ids::default();
    for section in &outline.sections {
        ids.take(&section.id);
    }
    known.ids.iter().for_each(|it| drop(ids.take(it)));
    let uses = uses::uses(outline);
    let mut context = Context { outline, uses, priorities: Vec::new(), partners: Vec::new(), ids };
    priorities::find(&mut context, known);
    partners::find(&mut context, known);
    let about = edition::about(&mut context);
    let (footnotes, marks) = footnotes::records(&mut context);
    let actions = entries::records(&mut context, Use::Action, &marks);
    let achievements = entries::records(&mut context, Use::Achievement, &marks);
    let measures = entries::measures(&mut context);
    let entries: Vec<(String, String)> =
        actions.iter().chain(&achievements).chain(&measures).map(|it| (it.id(), it.get("quote"))).collect();
    let (strategies, mut links) = strategies::records(&mut context);
    links.insert(0, about.link);
    let principles = prose::principles(&mut context);
    let (survey, unsurveyed) = prose::survey(&mut context);
    let funding = money::records(&mut context, &entries);
    let sums: Vec<String> = funding.iter().map(|it| it.get("quote")).collect();
    let (mut sentences, governance) = prose::sentences_and_governance(&mut context, &sums);
    sentences.extend(unsurveyed);
    let (glossary, unexplained) = glossary::records(&mut context);
    let files = vec![
        ("edition.toml", about.records),
        ("priorities.toml", priorities::records(&context)),
        ("achievements.toml", achievements),
        ("actions.toml", actions),
        ("measures.toml", measures),
        ("strategies.toml", strategies),
        ("partners.toml", context.partners.iter().map(partner).collect()),
        ("funding.toml", funding),
        ("survey.toml", survey),
        ("principles.toml", principles),
        ("governance.toml", governance),
        ("footnotes.toml", footnotes),
        ("prose.toml", sentences),
        ("glossary.toml", glossary),
        ("links.toml", links),
    ];
    Found { edition: about.id, files, unexplained }
}

fn partner(it: &Partner) -> Record {
    let mut record = Record::new("partner").text("id", &it.id);
    record = match &it.check {
        Some(check) => record.guess("name", &it.name, check),
        None => record.text("name", &it.name),
    };
    if it.statutory {
        record = record.value("statutory", true);
    }
    let alias = |(name, section): &(String, Option<String>)| {
        let section = section.as_ref().map_or_else(String::new, |it| format!(", section = \"{it}\""));
        (format!("{{ name = {}{section} }}", quoted(name)), None)
    };
    let aliases: Vec<(String, Option<String>)> = it.aliases.iter().map(alias).collect();
    record.text("section", &it.section).text("quote", &it.quote).tables("aliases", &aliases)
}
