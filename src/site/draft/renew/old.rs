//! The edition before, read so that every line of it can be kept as it stands.

use std::fs;
use std::path::{Path, PathBuf};

use toml_edit::{DocumentMut, Item, Table};

use super::super::heading;
use super::super::known::Known;
use super::super::refused::Refused;
use super::super::words::folded;
use super::super::write::{New, copied};
use crate::plan::load;
use crate::plan::load::file::File;

/// What a record may say of the edition before its own.
const OF_BEFORE: [&str; 2] = ["formerly", "answers"];

/// A record of the edition before.
#[derive(Clone, Debug)]
pub(in crate::site::draft) struct Old {
    /// The name in its brackets.
    pub(super) kind: &'static str,
    /// What stands above it.
    pub(super) above: String,
    pub(super) table: Table,
}

impl Old {
    /// A text of the record; empty where it has none of this key.
    pub(super) fn get(&self, key: &str) -> &str {
        self.table.get(key).and_then(Item::as_str).unwrap_or_default()
    }

    /// The record as its file has it.
    pub(super) fn toml(&self) -> String {
        let name = if self.kind == "edition" { String::from("[edition]") } else { format!("[[{}]]", self.kind) };
        [self.above.trim_start_matches('\n'), &name, "\n", self.table.to_string().trim_end(), "\n"].concat()
    }
}

/// A data folder of the edition before.
pub(in crate::site::draft) struct Before {
    /// The area's folder.
    pub(in crate::site::draft) area: PathBuf,
    pub(in crate::site::draft) area_name: String,
    explorer: DocumentMut,
    /// The whole document of that edition, as it is searched.
    pub(super) source: String,
    /// The folder of that edition and those of the editions before it, newest first.
    editions: Vec<String>,
    folder: PathBuf,
    /// What records said of the edition before that one: it says nothing of the new one.
    pub(super) taken_out: Vec<(String, &'static str)>,
    /// The files of the edition, each with its records.
    pub(super) files: Vec<(&'static str, Vec<Old>)>,
}

/// Reads a data folder of the edition before.
///
/// # Errors
/// Fails where it has mistakes or cannot be read.
pub(in crate::site::draft) fn read(folder: &Path) -> Result<Before, Refused> {
    let problems = load::edition(folder).problems;
    if let Some(first) = problems.first() {
        return Err(Refused::at(
            folder,
            &format!(
                "it has mistakes, so it cannot be taken over. Mend them first, as `plan check` names them: {first}"
            ),
        ));
    }
    let explorer = parse(&folder.join("explorer.toml"))?;
    let text = |key: &str| explorer.get(key).and_then(Item::as_str).unwrap_or_default().to_owned();
    let (edition, area_name) = (text("edition"), text("area"));
    let source = folder.join(&edition).join("source.txt");
    let source =
        fs::read_to_string(&source).map_err(|error| Refused::at(&source, &format!("it cannot be read ({error})")))?;
    let source = folded(&source);
    let earlier = explorer.get("earlier").and_then(Item::as_array).into_iter().flat_map(|it| it.iter());
    let earlier: Vec<String> = earlier.filter_map(|it| it.as_str().map(str::to_owned)).collect();
    let editions = [vec![edition.clone()], earlier].concat();
    let (mut files, mut taken_out) = (Vec::new(), Vec::new());
    for (file, kinds) in File::RECORDS.into_iter().filter(|it| !it.0.is_of_area()) {
        let path = folder.join(&edition).join(file.name());
        if file.is_optional() && !path.exists() {
            continue;
        }
        let document = parse(&path)?;
        let mut records = records(&document, kinds);
        for record in &mut records {
            taken_out.extend(OF_BEFORE.into_iter().filter_map(|key| {
                let name = format!("{} “{}”", record.kind, record.get("id"));
                record.table.remove(key).map(|_| (name, key))
            }));
        }
        files.push((file.name(), records));
    }
    let (area, folder) = (folder.join(&area_name), folder.to_owned());
    Ok(Before { area, area_name, explorer, source, editions, folder, taken_out, files })
}

fn parse(path: &Path) -> Result<DocumentMut, Refused> {
    let text = fs::read_to_string(path).map_err(|error| Refused::at(path, &format!("it cannot be read ({error})")))?;
    text.trim_start_matches('\u{feff}').parse().map_err(|_| Refused::at(path, "it cannot be read as TOML"))
}

fn records(document: &DocumentMut, kinds: &[&'static str]) -> Vec<Old> {
    let above = |table: &Table| {
        let text = table.decor().prefix().and_then(|it| it.as_str()).unwrap_or_default();
        // The head of a file belongs to the file.
        text.rsplit("\n\n").next().unwrap_or_default().to_owned()
    };
    let mut list = Vec::new();
    for kind in kinds {
        match document.get(kind) {
            Some(Item::Table(table)) => list.push(Old { kind, above: String::new(), table: table.clone() }),
            Some(Item::ArrayOfTables(tables)) => {
                list.extend(tables.iter().map(|it| Old { kind, above: above(it), table: it.clone() }));
            }
            _ => {}
        }
    }
    list
}

impl Before {
    /// The records of one kind.
    pub(super) fn of(&self, kind: &str) -> impl Iterator<Item = &Old> {
        self.files.iter().flat_map(|it| &it.1).filter(move |it| it.kind == kind)
    }

    /// What the finders need of it, so that ids stay.
    pub(in crate::site::draft) fn known(&self) -> Known {
        let names = |it: &Old| {
            let mut names = vec![it.get("name").to_owned(), it.get("short").to_owned()];
            let aliases = it.table.get("aliases").and_then(Item::as_array);
            let alias = |it: &toml_edit::Value| Some(it.as_inline_table()?.get("name")?.as_str()?.to_owned());
            // What people type is no name that tells priorities apart.
            let stated = |it: &&toml_edit::Value| it.as_inline_table().is_some_and(|it| it.contains_key("section"));
            names.extend(
                aliases.into_iter().flat_map(|it| it.iter().filter(stated).filter_map(alias).collect::<Vec<_>>()),
            );
            names.retain(|it| !it.is_empty());
            names
        };
        let title = |it: &Old| {
            let heading = it.get("heading");
            (heading::numbered(heading).map_or(heading, |(_, words)| words).to_owned(), it.get("id").to_owned())
        };
        let sensitive = |it: &Old| it.table.get("sensitive").and_then(Item::as_bool).unwrap_or_default();
        let private = |it: &Old| {
            let words = it.table.get("private-words").and_then(Item::as_array);
            words
                .into_iter()
                .flat_map(|it| it.iter().filter_map(|it| it.as_str().map(str::to_lowercase)).collect::<Vec<_>>())
                .collect::<Vec<_>>()
        };
        Known {
            sections: self.of("section").map(title).collect(),
            priorities: self.of("priority").map(|it| (names(it), it.get("id").to_owned(), sensitive(it))).collect(),
            partners: self.of("partner").map(|it| (names(it), it.get("id").to_owned())).collect(),
            private: self
                .of("priority")
                .flat_map(private)
                .filter(|it| it.chars().count() >= 4 && !it.contains(' '))
                .collect(),
            ids: self
                .files
                .iter()
                .flat_map(|it| &it.1)
                .filter(|it| it.kind != "section")
                .map(|it| it.get("id").to_owned())
                .filter(|it| !it.is_empty())
                .collect(),
        }
    }

    /// `explorer.toml` for the new edition, with those before it.
    pub(in crate::site::draft) fn explorer(&self, edition: &str) -> String {
        let mut document = self.explorer.clone();
        document["edition"] = toml_edit::value(edition);
        let earlier: toml_edit::Array = self.others(edition).collect();
        if !earlier.is_empty() {
            document["earlier"] = toml_edit::value(earlier);
        }
        document.to_string()
    }

    /// The editions that stand beside the new one. One whose folder has its name cannot.
    fn others(&self, edition: &str) -> impl Iterator<Item = &str> {
        self.editions.iter().map(String::as_str).filter(move |it| *it != edition)
    }

    /// The files of the editions that stand beside the new one.
    ///
    /// # Errors
    /// Fails where one cannot be read.
    pub(in crate::site::draft) fn other_editions(&self, edition: &str) -> Result<Vec<New>, Refused> {
        let mut files = Vec::new();
        for other in self.others(edition) {
            let from = self.folder.join(other);
            let copied = copied(&from, Path::new(other));
            files.extend(copied.map_err(|error| Refused::at(&from, &format!("it cannot be read ({error})")))?);
        }
        Ok(files)
    }
}
