//! The files of a data folder, written all or none.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::record::Record;
use super::refused::Refused;

/// A path within the data folder, and what it shall hold.
pub(super) type New = (PathBuf, Vec<u8>);

/// What each file of an edition is for, in the words of its first line.
const ABOUT: [(&str, &str); 20] = [
    ("edition.toml", "Which document this is, its sections in order, and what in it is no content."),
    ("priorities.toml", "The priorities, in the order of the plan's own list, with their other names and who leads."),
    ("achievements.toml", "What was done."),
    ("actions.toml", "What was promised."),
    ("measures.toml", "Direction of travel."),
    ("targets.toml", "What is to be reached, and by when."),
    ("strategies.toml", "Strategic sources and linked strategies."),
    ("partners.toml", "Every organisation that the plan names."),
    ("funding.toml", "Every sum of money."),
    ("survey.toml", "What residents said."),
    ("principles.toml", "Underlying principles and themes."),
    ("governance.toml", "Who chairs, oversees, scrutinises, reports."),
    ("footnotes.toml", "The document's footnotes."),
    ("prose.toml", "Each sentence of the running text that no other file quotes."),
    ("glossary.toml", "Abbreviations and terms, explained by us."),
    ("links.toml", "Addresses on the web, with how sure each is."),
    ("notes.toml", "Editor's notes: contradictions, gaps, how we read something."),
    ("contacts.toml", "Whom a resident can contact."),
    ("everyday.toml", "Everyday words for what the plan says in words of its own."),
    ("area", "None yet: see data/README.md for what belongs here."),
];

/// The files of an area of which nothing is known yet.
const AREA: [(&str, &str); 12] = [
    ("wards.toml", ""),
    ("facts.toml", ""),
    ("origins.toml", ""),
    ("wards.geojson", "{\"type\": \"FeatureCollection\", \"features\": []}\n"),
    ("postcodes.csv", "sector,use,place,units\n"),
    ("postcodes.toml", ""),
    ("profile.csv", "ward\n"),
    ("profile.toml", ""),
    ("small-areas.csv", "code,name,ward,population-2020,decile\n"),
    ("recorded-crime.csv", "month,ward\n"),
    ("recorded-crime.toml", ""),
    ("recorded-crime-import.toml", ""),
];

/// The first line of a file of the edition.
pub(super) fn about(file: &str) -> String {
    let about = ABOUT.iter().find(|(name, _)| *name == file).map_or("", |it| it.1);
    format!("# {about}\n")
}

/// A file of the edition with these records.
pub(super) fn file(name: &str, records: &[Record]) -> String {
    let mut text = about(name);
    if records.is_empty() {
        text.push_str("\n# none found\n");
    }
    for record in records {
        text.push('\n');
        text.push_str(&record.toml());
    }
    text
}

/// Lines that stand in `glossary.toml` for people to fill in.
pub(super) fn unexplained(words: &[String]) -> String {
    if words.is_empty() {
        return String::new();
    }
    format!(
        "\n# The document does not explain these. Write a [[term]] for each that residents may not know:\n# {}\n",
        words.join(", ")
    )
}

/// The files of an area of which nothing is known yet.
pub(super) fn empty_area() -> Vec<New> {
    let content = |text: &str| if text.is_empty() { about("area") } else { text.to_owned() };
    AREA.iter().map(|(name, text)| (Path::new("area").join(name), content(text).into_bytes())).collect()
}

/// Writes a folder that is not there yet: beside its place first, so that nothing half-written ever stands in it. `look`
/// may look at it before it is put in place.
///
/// # Errors
/// Fails where the folder is there already, or cannot be written; then nothing is left of it.
pub(super) fn folder<T>(folder: &Path, files: &[New], look: impl FnOnce(&Path) -> T) -> Result<T, Refused> {
    if folder.symlink_metadata().is_ok() {
        return Err(Refused::at(
            folder,
            "it is there already. Name a folder that is not there yet; nothing was changed",
        ));
    }
    let name = folder.file_name().map(|it| it.to_string_lossy().into_owned());
    let Some(name) = name else { return Err(Refused::at(folder, "this is no name for a new folder")) };
    let beside = folder.with_file_name(format!(".{name}.{}.new", std::process::id()));
    let outcome = write(&beside, files).and_then(|()| {
        let seen = look(&beside);
        fs::rename(&beside, folder).map(|()| seen)
    });
    outcome.map_err(|error| {
        // It may not have been made at all.
        drop(fs::remove_dir_all(&beside));
        Refused::at(folder, &format!("it cannot be written ({error}). Nothing was changed"))
    })
}

fn write(folder: &Path, files: &[New]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for (name, content) in files {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        let mut file = fs::File::create(path)?;
        file.write_all(content)?;
        file.sync_all()?;
    }
    Ok(())
}

/// All files below a folder, each under a path of its own.
pub(super) fn copied(from: &Path, to: &Path) -> io::Result<Vec<New>> {
    let mut files = Vec::new();
    let mut entries = fs::read_dir(from)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let there = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            files.append(&mut copied(&entry.path(), &there)?);
        } else {
            files.push((there, fs::read(entry.path())?));
        }
    }
    Ok(files)
}
