//! The records of an edition as its files have them, for comparing what was found with what was written by hand.

use std::fs;
use std::path::Path;

use toml::{Table, Value};

/// One record.
pub(crate) struct Record {
    pub(crate) kind: String,
    pub(crate) table: Table,
}

impl Record {
    pub(crate) fn text(&self, key: &str) -> &str {
        self.table.get(key).and_then(Value::as_str).unwrap_or_default()
    }

    pub(crate) fn texts(&self, key: &str) -> Vec<&str> {
        self.list(key).iter().filter_map(Value::as_str).collect()
    }

    pub(crate) fn list(&self, key: &str) -> &[Value] {
        self.table.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
    }

    /// Its words, as they are compared.
    pub(crate) fn quote(&self) -> String {
        plain(self.text(if self.kind == "priority" { "name" } else { "quote" }))
    }
}

/// All records of an edition.
pub(crate) struct Records(pub(crate) Vec<Record>);

impl Records {
    /// Reads the edition that `explorer.toml` in this folder names.
    pub(crate) fn of(folder: &Path) -> Self {
        let read = |path: &Path| fs::read_to_string(path).expect("a file of the edition can be read");
        let explorer: Table = read(&folder.join("explorer.toml")).parse().expect("explorer.toml is TOML");
        let edition = folder.join(explorer["edition"].as_str().expect("it names the edition"));
        let mut records = Vec::new();
        let mut paths: Vec<_> =
            fs::read_dir(edition).expect("the edition is a folder").flatten().map(|it| it.path()).collect();
        paths.sort();
        for path in paths.iter().filter(|it| it.extension().is_some_and(|it| it == "toml")) {
            let table: Table = read(path).parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            for (kind, value) in table {
                match value {
                    Value::Table(table) => records.push(Record { kind, table }),
                    Value::Array(list) => records.extend(
                        list.into_iter()
                            .filter_map(|it| Some(Record { kind: kind.clone(), table: it.as_table()?.clone() })),
                    ),
                    _ => {}
                }
            }
        }
        Self(records)
    }

    pub(crate) fn of_kind<'a, 'b>(&'a self, kind: &'b str) -> impl Iterator<Item = &'a Record> + use<'a, 'b> {
        self.0.iter().filter(move |it| it.kind == kind)
    }

    pub(crate) fn by_id<'a>(&'a self, kind: &str, id: &str) -> Option<&'a Record> {
        self.of_kind(kind).find(|it| it.text("id") == id)
    }

    /// The heading of a section, as it is compared: without number, marks and capital letters.
    pub(crate) fn heading(&self, section: &str) -> String {
        let heading = self.by_id("section", section).map_or("", |it| it.text("heading"));
        plain(heading).trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ' ').to_owned()
    }
}

/// Words as they are compared: small letters, no marks, plain typography, single spaces.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::new();
    for c in text.chars() {
        match c {
            '‘' | '’' => plain.push('\''),
            '“' | '”' => plain.push('"'),
            '–' | '—' => plain.push('-'),
            '*' | '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' => {}
            c => plain.extend(c.to_lowercase()),
        }
    }
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    plain.trim_matches(|c: char| matches!(c, ' ' | '.' | ',' | ';' | ':')).to_owned()
}
