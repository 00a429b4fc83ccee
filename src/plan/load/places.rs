//! Where each record of a data folder stands: for whoever looks at a page and asks which line to change.

use std::path::PathBuf;

use super::file::{File, Layout};
use super::files::{self, Document};
use super::problem::Problems;
use super::reader::rows;
use super::words::collapse;

/// A record of a data folder and the lines that it takes up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordPlace {
    /// What data files call records like it: `action`, `term`, `ward`.
    pub kind: &'static str,
    /// Its id, as it is written.
    pub id: String,
    /// Its file, with the data folder before it.
    pub file: PathBuf,
    /// The line on which it begins, counted from one.
    pub line: usize,
    /// The last line before the next record.
    pub last: usize,
}

/// Every record with an id, by file and line. Mistakes are passed over: of a file that cannot be read to its end there may be
/// fewer records.
pub(super) fn of(layout: &Layout) -> Vec<RecordPlace> {
    let passed_over = Problems::default();
    let mut places = Vec::new();
    for (file, kinds) in File::RECORDS {
        let Some(text) = files::read(layout, file, &passed_over) else { continue };
        let document = Document::parse(&text, &passed_over);
        // Of the text itself, because a record that cannot be read ends the one before it, too.
        let begins: Vec<usize> = (1..).zip(text.text.lines()).filter(|it| begins_record(it.1)).map(|it| it.0).collect();
        let end = text.text.lines().count();
        for kind in kinds {
            for row in rows(&document, kind, &passed_over) {
                let (id, line) = (collapse(row.peek("id")), row.place.line);
                let last = begins.iter().find(|it| **it > line).map_or(end, |next| next - 1);
                if !id.is_empty() {
                    places.push(RecordPlace { kind, id, file: layout.path(file), line, last });
                }
            }
        }
    }
    places.sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
    places
}

fn begins_record(line: &str) -> bool {
    line.trim_start().starts_with('[') && line.trim_end().ends_with(']')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_goes_from_its_name_to_the_next_even_where_that_cannot_be_read() {
        let folder = std::env::temp_dir().join(format!("plan-places-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("e")).unwrap();
        let text = "# ours\n[[action]]\nid = \"a\"\nquote = \"x\"\n\n[[action]]\nid = \"b\nquote = 1\n\n[[action]]\nid = \"c\"\n";
        std::fs::write(folder.join("e/actions.toml"), text).unwrap();
        let mut layout = Layout::of(&folder);
        layout.edition = "e".to_owned();
        let places = of(&layout);
        std::fs::remove_dir_all(&folder).unwrap();
        let lines: Vec<_> = places.iter().map(|it| (it.kind, it.id.as_str(), it.line, it.last)).collect();
        assert_eq!(lines.first(), Some(&("action", "a", 2, 5)), "{places:?}");
        assert_eq!(lines.last(), Some(&("action", "c", 10, 11)), "{places:?}");
        assert!(places.iter().all(|it| it.file.ends_with("e/actions.toml")));
    }
}
