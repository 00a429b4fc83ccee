//! The files of a data folder: which there are, what each may hold, and where it lies.

use std::path::{Path, PathBuf};

/// A file of the data folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum File {
    Explorer,
    Source,
    Edition,
    Prose,
    Priorities,
    Actions,
    Achievements,
    Measures,
    Targets,
    Strategies,
    Partners,
    Survey,
    Funding,
    Principles,
    Governance,
    Footnotes,
    Glossary,
    Notes,
    Links,
    Contacts,
    Everyday,
    Wards,
    Facts,
    Origins,
    Boundaries,
    Postcodes,
    PostcodesAbout,
    Profile,
    ProfileColumns,
    SmallAreas,
    Crime,
    CrimeAbout,
    CrimeImport,
}

impl File {
    /// The TOML files of the edition and the area, with the records that each may hold.
    pub(crate) const RECORDS: [(Self, &'static [&'static str]); 26] = [
        (Self::Edition, &["edition", "section", "furniture"]),
        (Self::Prose, &["sentence"]),
        (Self::Priorities, &["priority"]),
        (Self::Actions, &["action"]),
        (Self::Achievements, &["achievement"]),
        (Self::Measures, &["measure"]),
        (Self::Targets, &["target"]),
        (Self::Strategies, &["strategy"]),
        (Self::Partners, &["partner"]),
        (Self::Survey, &["figure"]),
        (Self::Funding, &["funding"]),
        (Self::Principles, &["principle", "theme"]),
        (Self::Governance, &["governance"]),
        (Self::Footnotes, &["footnote"]),
        (Self::Glossary, &["term"]),
        (Self::Notes, &["note"]),
        (Self::Links, &["link"]),
        (Self::Contacts, &["contact"]),
        (Self::Everyday, &["everyday"]),
        (Self::Wards, &["ward"]),
        (Self::Facts, &["fact"]),
        (Self::Origins, &["origin"]),
        (Self::PostcodesAbout, &["postcodes", "council"]),
        (Self::ProfileColumns, &["column"]),
        (Self::CrimeAbout, &["crime", "type", "spell", "caution"]),
        (Self::CrimeImport, &["import", "placed", "rejected", "gap", "month"]),
    ];

    /// The tables of the area: comma-separated values.
    pub(crate) const TABLES: [Self; 4] = [Self::Postcodes, Self::Profile, Self::SmallAreas, Self::Crime];

    /// The file's name, without its folder.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Explorer => "explorer.toml",
            Self::Source => "source.txt",
            Self::Edition => "edition.toml",
            Self::Prose => "prose.toml",
            Self::Priorities => "priorities.toml",
            Self::Actions => "actions.toml",
            Self::Achievements => "achievements.toml",
            Self::Measures => "measures.toml",
            Self::Targets => "targets.toml",
            Self::Strategies => "strategies.toml",
            Self::Partners => "partners.toml",
            Self::Survey => "survey.toml",
            Self::Funding => "funding.toml",
            Self::Principles => "principles.toml",
            Self::Governance => "governance.toml",
            Self::Footnotes => "footnotes.toml",
            Self::Glossary => "glossary.toml",
            Self::Notes => "notes.toml",
            Self::Links => "links.toml",
            Self::Contacts => "contacts.toml",
            Self::Everyday => "everyday.toml",
            Self::Wards => "wards.toml",
            Self::Facts => "facts.toml",
            Self::Origins => "origins.toml",
            Self::Boundaries => "wards.geojson",
            Self::Postcodes => "postcodes.csv",
            Self::PostcodesAbout => "postcodes.toml",
            Self::Profile => "profile.csv",
            Self::ProfileColumns => "profile.toml",
            Self::SmallAreas => "small-areas.csv",
            Self::Crime => "recorded-crime.csv",
            Self::CrimeAbout => "recorded-crime.toml",
            Self::CrimeImport => "recorded-crime-import.toml",
        }
    }

    /// Whether it may be left out: it came later than the first editions, and many plans have nothing for it. One that is not there
    /// is read as one without records.
    pub(crate) fn is_optional(self) -> bool {
        self == Self::Targets
    }

    /// Whether it lies in the area's folder.
    pub(crate) fn is_of_area(self) -> bool {
        self >= Self::Wards
    }
}

/// Where the files of one data folder lie.
pub(crate) struct Layout {
    pub(crate) folder: PathBuf,
    /// The edition's folder, inside the data folder.
    pub(crate) edition: String,
    /// Those of the editions before it, newest first.
    pub(crate) earlier: Vec<String>,
    /// Whether it is one of them itself.
    pub(crate) is_earlier: bool,
    /// The area's folder, inside the data folder.
    pub(crate) area: String,
    /// The whole address of the site's folder, where it is named.
    pub(crate) address: Option<String>,
}

impl Layout {
    /// A data folder that was not looked into yet.
    pub(crate) fn of(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            edition: String::new(),
            earlier: Vec::new(),
            is_earlier: false,
            area: String::new(),
            address: None,
        }
    }

    /// The same data folder with an edition before the one it is for.
    pub(crate) fn of_earlier(&self, edition: &str) -> Self {
        Self { edition: edition.to_owned(), area: self.area.clone(), is_earlier: true, ..Self::of(&self.folder) }
    }

    pub(crate) fn path(&self, file: File) -> PathBuf {
        match file {
            File::Explorer => self.folder.join(file.name()),
            _ if file.is_of_area() => self.folder.join(&self.area).join(file.name()),
            _ => self.folder.join(&self.edition).join(file.name()),
        }
    }
}
