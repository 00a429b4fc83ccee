//! What is shown, to cite and to take away as data: the records that the choices leave on the view, and the published files of open
//! data with these alone.

mod files;

use super::engine::Selection;
use super::facet::{Query, View};
use super::set::Set;
use crate::plan::{Edition, Entry, Kind, Plan, counted};

/// What is shown of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extract<'p> {
    edition: &'p Edition,
    /// The ids of all that is shown, as the open data have them.
    ids: Vec<&'p str>,
    /// The numbers of the sections that hold it.
    sections: Set<&'p str>,
    /// How many records of the plan are among it.
    records: usize,
}

/// A way to take it away: a published file with what is shown alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// One table.
    Csv,
    /// What the columns of that mean.
    Csvw,
    /// Everything, with what it refers to.
    Json,
}

impl Way {
    /// The file that is published.
    #[must_use]
    pub fn published(self) -> &'static str {
        match self {
            Self::Csv => "data/plan.csv",
            Self::Csvw => "data/plan.csv-metadata.json",
            Self::Json => "data/plan.json",
        }
    }

    /// How the name of its file ends. A table and the description of its columns go together by their names.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Csvw => "csv-metadata.json",
            Self::Json => "json",
        }
    }

    /// What kind of file it is.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv",
            Self::Csvw => "application/csvm+json",
            Self::Json => "application/json",
        }
    }
}

impl<'p> Extract<'p> {
    /// What a query shows of a plan, and its selection leaves.
    #[must_use]
    pub fn of(plan: &'p Plan, query: &Query, selection: &Selection) -> Self {
        let all = selection.entries.iter().filter_map(|id| plan.entries.get(id.index()));
        let shown: Vec<&Entry> = all.filter(|it| is_shown(it, query.view.section())).collect();
        // Facts of other sources lie with their wards, and have no section.
        let of_the_plan = shown.iter().filter(|it| it.kind != Kind::Local).filter_map(|it| it.source());
        let sections: Vec<&str> = of_the_plan.map(|it| plan.section(it.section).id.as_str()).collect();
        Self {
            edition: &plan.edition,
            ids: shown.iter().map(|it| it.id.as_str()).collect(),
            records: sections.len(),
            // What stands under a heading of its own is cited by the number around it.
            sections: sections.into_iter().filter_map(|it| it.split('-').next()).collect(),
        }
    }

    /// Whether no record of the plan is shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records == 0
    }

    /// How many records are shown, in a sentence.
    #[must_use]
    pub fn count(&self) -> String {
        if self.is_empty() {
            return "No records of the plan are shown here. The whole plan can be downloaded below.".to_owned();
        }
        let facts = match self.ids.len().saturating_sub(self.records) {
            0 => String::new(),
            facts => format!(", and {facts} from other sources, which the JSON has with their wards"),
        };
        let are = if self.records == 1 { "is" } else { "are" };
        [&counted(self.records, "record", "records"), " of the plan ", are, " shown", &facts, "."].concat()
    }

    /// What to write where it is cited: read on this day, at this address.
    #[must_use]
    pub fn citation(&self, day: &str, address: &str) -> String {
        let Edition { partnership, title, update, .. } = self.edition;
        let (title, update, sections) = (&title.quote, &update.quote, self.sections_in_words());
        format!("{partnership}: {title}, {update}{sections}. Read in the plan explorer on {day}, {address}")
    }

    fn sections_in_words(&self) -> String {
        let all: Vec<&str> = self.sections.iter().copied().collect();
        match all.as_slice() {
            [] => String::new(),
            [one] => format!(", section {one}"),
            [first @ .., last] => format!(", sections {} and {last}", first.join(", ")),
        }
    }

    /// What the file is called.
    #[must_use]
    pub fn name(&self, way: Way) -> String {
        let words = [&self.edition.place, " ", self.edition.update.quote.as_str()].concat();
        let mut name = String::new();
        for letter in words.to_lowercase().chars() {
            if letter.is_ascii_lowercase() || letter.is_ascii_digit() {
                name.push(letter);
            } else if !name.ends_with('-') {
                name.push('-');
            }
        }
        [&name, "-selection.", way.ending()].concat()
    }

    /// What is in the file: of the published one what is shown. None where that cannot be read.
    #[must_use]
    pub fn file(&self, way: Way, published: &str) -> Option<String> {
        match way {
            Way::Csv => files::table(published, &self.ids),
            Way::Csvw => files::description(published, &self.name(Way::Csv)),
            Way::Json => files::data(published, &self.ids),
        }
    }
}

/// Whether an entry has a place of its own in a view: all have one under their priorities, measures also among the figures. Other views
/// tell of the plan without its records.
fn is_shown(entry: &Entry, section: View) -> bool {
    match section {
        View::Explore => true,
        View::Figures => entry.kind == Kind::Direction && entry.measure.is_some() && entry.source().is_some(),
        _ => false,
    }
}
