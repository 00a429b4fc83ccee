//! Reading the files of a data folder.

use std::path::Path;
use std::{fs, io};

use toml::de::DeTable;

use super::file::{File, Layout};
use super::problem::{Place, Problems};
use super::syntax;
use super::words::nearest;

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
