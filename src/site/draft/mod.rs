//! A first draft of a data folder from the plan as it is, for `plan start` and `plan renew`.
//!
//! | file | does |
//! | --- | --- |
//! | `document/` | reads `.docx`, `.odt`, `.pdf`, `.txt` and `.md` as paragraphs |
//! | `source`, `heading`, `outline` | tidies them into the lines of `source.txt` and cuts these into sections |
//! | `find/` | finds the records, one file a kind |
//! | `record`, `write` | writes them as TOML, with `# check:` where a person must look; the whole folder or nothing |
//! | `renew` | keeps ids, plain lines and links of the edition before |
//! | `report` | what whoever does this is told |
//!
//! Nothing is invented: what the words do not say is left out, and what is a guess is marked as one.

mod document;
mod find;
mod heading;
mod known;
mod outline;
mod record;
mod refused;
mod renew;
mod report;
mod source;
mod words;
mod write;

use std::path::{Path, PathBuf};

use crate::plan::load;
use find::Found;
use known::Known;
use write::New;

pub use refused::Refused;
pub use renew::Changes;
pub use report::Report;

/// A document, read and searched.
struct Read {
    source: String,
    outline: outline::Outline,
    remarks: Vec<String>,
}

fn read(path: &Path, known: &Known) -> Result<(Read, Found), Refused> {
    let document = document::read(path).map_err(|why| Refused::at(path, &why))?;
    let lines = source::lines(&document);
    let outline = outline::outline(&lines, known);
    if outline.sections.is_empty() {
        return Err(Refused::at(
            path,
            "no headings were found in it, so it cannot be cut into sections. Give its headings numbers (1, 1.1) or the \
             styles of headings, and save it anew",
        ));
    }
    let found = find::find(&outline, known);
    let mut remarks = document.remarks;
    if ["action", "achievement"].iter().all(|it| found.count(it) == 0) {
        remarks.push(String::from(
            "No actions and no achievements were found: they are looked for as lists under headings such as “Priorities” \
             and “Achievements”",
        ));
    }
    Ok((Read { source: source::file(&lines), outline, remarks }, found))
}

/// Makes a data folder from a document. `area` is an area's folder to take over; without one, its files are made empty.
///
/// # Errors
/// Fails, in plain words, where the document cannot be read or the folder is there already; then nothing is written.
pub fn start(document: &Path, folder: &Path, area: Option<&Path>) -> Result<Report, Refused> {
    let (read, found) = read(document, &Known::default())?;
    let mut files: Vec<New> = Vec::new();
    for (name, records) in &found.files {
        let mut text = write::file(name, records);
        if *name == "glossary.toml" {
            text.push_str(&write::unexplained(&found.unexplained));
        }
        files.push((Path::new(&found.edition).join(name), text.into_bytes()));
    }
    for name in ["notes.toml", "contacts.toml", "everyday.toml"] {
        let text = write::about(name) + "\n# none yet\n";
        files.push((Path::new(&found.edition).join(name), text.into_bytes()));
    }
    files.push((Path::new(&found.edition).join("source.txt"), read.source.into_bytes()));
    files.push((PathBuf::from("explorer.toml"), explorer(&found.edition).into_bytes()));
    files.extend(match area {
        Some(area) => write::copied(area, Path::new("area"))
            .map_err(|error| Refused::at(area, &format!("it cannot be read ({error}). Name the folder of an area")))?,
        None => write::empty_area(),
    });
    finish(document, folder, &files, &found, read.remarks, None)
}

/// Makes the data folder of a new document from that of the edition before.
///
/// # Errors
/// Fails, in plain words, where the document cannot be read, the old folder has mistakes or the new one is there already;
/// then nothing is written.
pub fn renew(old: &Path, new: &Path, document: &Path) -> Result<Report, Refused> {
    let before = renew::old::read(old)?;
    let (read, found) = read(document, &before.known())?;
    let renewed = renew::renew(&before, &read.outline, &found);
    let edition = Path::new(&found.edition);
    let mut files: Vec<New> =
        renewed.files.into_iter().map(|(name, text)| (edition.join(name), text.into_bytes())).collect();
    files.push((edition.join("source.txt"), read.source.into_bytes()));
    files.push((edition.join("changes.txt"), renewed.changes.in_full().into_bytes()));
    files.push((PathBuf::from("explorer.toml"), before.explorer(&found.edition).into_bytes()));
    files.extend(
        write::copied(&before.area, Path::new(&before.area_name))
            .map_err(|error| Refused::at(&before.area, &format!("it cannot be read ({error})")))?,
    );
    files.extend(before.other_editions(&found.edition)?);
    finish(document, new, &files, &found, read.remarks, Some(renewed.changes))
}

fn explorer(edition: &str) -> String {
    format!("# Which edition and which area the page is built from.\n\nedition = \"{edition}\"\narea = \"area\"\n")
}

fn finish(
    document: &Path,
    folder: &Path,
    files: &[New],
    found: &Found,
    remarks: Vec<String>,
    changes: Option<Changes>,
) -> Result<Report, Refused> {
    let text = |content: &[u8]| String::from_utf8_lossy(content).matches("# check:").count();
    let guesses =
        files.iter().filter(|(path, _)| path.extension().is_some_and(|it| it == "toml")).map(|it| text(&it.1)).sum();
    let mistakes = write::folder(folder, files, |it| load::edition(it).problems.len())?;
    Ok(Report {
        folder: folder.to_owned(),
        document: document.to_owned(),
        edition: found.edition.clone(),
        counts: report::counts(found),
        guesses,
        mistakes,
        remarks,
        changes,
    })
}
