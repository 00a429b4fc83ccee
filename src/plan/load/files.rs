//! The files of a data folder: which there are, what each may hold, and reading them.

use std::path::{Path, PathBuf};
use std::{fs, io};

use toml::de::DeTable;

use super::problem::{Place, Problems};
use super::syntax;
use super::words::nearest;

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

/// The text of a file, once it has been read.
pub(crate) struct Text {
    pub(crate) file: File,
    pub(crate) text: String,
}

/// Reads a file as text; notes what keeps it from being read.
pub(crate) fn read(layout: &Layout, file: File, problems: &Problems) -> Option<Text> {
    let trouble = match fs::read(layout.path(file)).map(decode) {
        Ok(Ok(text)) if text.trim().is_empty() => (0, format!("this file is empty. {}", how_to_restore(file))),
        Ok(Ok(text)) => return Some(Text { file, text }),
        Ok(Err(line)) => (
            line,
            String::from(
                "this line holds a character that is not in UTF-8, the encoding that the data files use. Save \
                 the file as UTF-8 and type the character anew",
            ),
        ),
        Err(error) if error.kind() == io::ErrorKind::NotFound && file.is_optional() => {
            return Some(Text { file, text: String::new() });
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            (0, format!("this file is missing. {}", how_to_restore(file)))
        }
        Err(error) => {
            (0, format!("this file cannot be read ({error}). Check that it is a file and that you may open it"))
        }
    };
    problems.add(Place { file, line: trouble.0 }, trouble.1);
    None
}

/// The bytes as text; the line of the first that is no UTF-8 where there is one.
fn decode(bytes: Vec<u8>) -> Result<String, usize> {
    // Some editors put an invisible mark before the first character.
    let text = |text: String| text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    String::from_utf8(bytes).map(text).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        1 + String::from_utf8_lossy(before).matches('\n').count()
    })
}

fn how_to_restore(file: File) -> String {
    let name = file.name();
    match file {
        File::Explorer => String::from("It names the edition and the area: see data/README.md"),
        File::Source => String::from("Put the document's own text into it: every quote is checked against it"),
        _ if file.is_optional() => format!("Put its records back, or take the file out: {name} is optional"),
        File::Edition | File::Priorities | File::Partners | File::Wards => {
            format!("Put its records back: see data/README.md for what belongs in {name}")
        }
        File::Boundaries => {
            String::from("Put the map of the wards back; where there is none, let it hold {\"features\": []}")
        }
        _ if File::TABLES.contains(&file) => format!(
            "Put its rows back; where there are none, let it hold one line with the names of the columns: see \
             data/README.md for {name}"
        ),
        _ => format!("Put its records back; where the plan has nothing for {name}, let it hold one line “# none”"),
    }
}

/// A TOML file, parsed.
pub(crate) struct Document<'a> {
    pub(crate) file: File,
    pub(crate) table: DeTable<'a>,
    /// Whether it was there and could be parsed to its end.
    pub(crate) whole: bool,
    lines: Vec<usize>,
}

impl<'a> Document<'a> {
    /// A file as a document; one that could not be read stands as one without records.
    pub(crate) fn of(file: File, text: Option<&'a Text>, problems: &Problems) -> Self {
        let missing = || Self { file, table: DeTable::new(), whole: false, lines: Vec::new() };
        text.map_or_else(missing, |it| Self::parse(it, problems))
    }

    /// Parses a file; notes each line on which that fails, and then no more of this file.
    pub(crate) fn parse(text: &'a Text, problems: &Problems) -> Self {
        let (table, errors) = DeTable::parse_recoverable(&text.text);
        let lines = text.text.match_indices('\n').map(|(at, _)| at).collect();
        let document = Self { file: text.file, table: table.into_inner(), whole: errors.is_empty(), lines };
        let mut last = 0;
        for error in &errors {
            let place = document.place(error.span().map_or(0, |it| it.start));
            // One slip often makes several errors on its line.
            if place.line != last {
                let line = text.text.lines().nth(place.line - 1).unwrap_or_default();
                problems.add(place, syntax::in_plain_words(error.message(), line));
            }
            last = place.line;
        }
        if !document.whole {
            problems.mute(text.file);
        }
        document
    }

    /// The line at this place of the file, counted in bytes.
    pub(crate) fn place(&self, at: usize) -> Place {
        Place { file: self.file, line: 1 + self.lines.partition_point(|it| *it < at) }
    }
}

/// Whether systems and editors leave files and folders of this name behind, unseen by whoever works there: `._actions.toml`
/// (macOS), `.#actions.toml`, `actions.toml~` (editors), `~$profile.csv` (spreadsheets), `Thumbs.db` (Windows).
#[must_use]
pub fn is_left_behind(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |it| it.0);
    let is_named = |it: &&str| name.eq_ignore_ascii_case(it);
    name.starts_with(['.', '~'])
        || name.ends_with('~')
        || stem.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || ["Thumbs.db", "ehthumbs.db", "desktop.ini", "__MACOSX", "$RECYCLE.BIN"].iter().any(is_named)
}

/// The names of the folders in a folder.
pub(crate) fn folders(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.filter(|it| it.path().is_dir()).filter_map(|it| it.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|it| !is_left_behind(it)).collect();
    names.sort();
    names
}

/// Notes files in a folder that nothing reads: a misspelt name would otherwise go unnoticed.
pub(crate) fn strangers(folder: &Path, known: &[&str], problems: &Problems) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|it| it.path()) {
        let Some(name) = path.file_name().and_then(|it| it.to_str()) else { continue };
        let ours = |it: &std::ffi::OsStr| ["toml", "csv", "geojson"].iter().any(|ours| it.eq_ignore_ascii_case(ours));
        if path.extension().is_some_and(ours) && !known.contains(&name) && !is_left_behind(name) {
            let meant = nearest(name, known.iter().copied()).map_or_else(String::new, |it| format!(" Is {it} meant?"));
            problems.add_path(
                path.clone(),
                format!("nothing reads a file of this name here.{meant} Rename it or take it out of the folder"),
            );
        }
    }
}
