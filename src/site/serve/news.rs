//! What a page on show is told: which version it is, what is wrong with the data now, and where each record stands.

use std::path::Path;

use serde_json::{Value, json};

use crate::plan::load::{Problem, RecordPlace};
use crate::query::link::escaped;
use crate::site::mistakes::parts;

// Addresses of the preview's own.
pub(super) const SCRIPT: &str = "/preview.js";
pub(super) const STYLESHEET: &str = "/preview.css";
pub(super) const RECORDS: &str = "/preview/records.json";
pub(super) const NEWS: &str = "/preview/";

/// The news of the last save.
#[derive(Debug, Default)]
pub(super) struct News {
    /// Counts what came of each save.
    version: u64,
    /// The list of what is wrong, as HTML; empty where nothing is.
    list: String,
    /// Every record and where it stands, as JSON.
    records: String,
}

impl News {
    pub(super) fn version(&self) -> u64 {
        self.version
    }

    /// Every record with its kind, id, file (inside the data folder), whole path, line, and the mistakes on its lines.
    pub(super) fn records(&self) -> &str {
        &self.records
    }

    /// The news of the next save.
    pub(super) fn next(&mut self, data: &Path, mistakes: &[Problem], failure: Option<&str>, places: &[RecordPlace]) {
        self.version += 1;
        self.list = list(data, mistakes, failure);
        self.records = records(data, mistakes, places);
    }

    /// A page with what is wrong on top, and with what follows the next save.
    pub(super) fn put_on(&self, page: &str) -> String {
        let follow = format!(
            "<link rel=\"stylesheet\" href=\"{STYLESHEET}\"><script type=\"module\" src=\"{SCRIPT}\" \
             data-news=\"{NEWS}{}\" data-records=\"{RECORDS}\"></script></head>",
            self.version
        );
        let page = page.replacen("</head>", &follow, 1);
        // After the tag of the body, whose attributes have no such sign in them.
        let body = page.find("<body").and_then(|start| Some(start + page.get(start..)?.find('>')? + 1));
        let (before, after) = page.split_at(body.unwrap_or_default());
        [before, &self.list, after].concat()
    }
}

/// A file as people name it: inside the data folder.
fn inside(data: &Path, file: &Path) -> String {
    file.strip_prefix(data).unwrap_or(file).display().to_string().replace('\\', "/")
}

fn list(data: &Path, mistakes: &[Problem], failure: Option<&str>) -> String {
    let mistake = |it: &Problem| {
        let line = it.line.map(|line| format!(", line {line}")).unwrap_or_default();
        let (message, remedy) = parts(&it.message);
        let remedy = remedy.map(|it| format!(" <span>{}</span>", escaped(it))).unwrap_or_default();
        let stop = if message.ends_with(['.', '?', '!']) { "" } else { "." };
        format!("<li><b>{}{line}</b> {}{stop}{remedy}</li>", escaped(&inside(data, &it.file)), escaped(message))
    };
    let items = mistakes.iter().map(mistake).chain(failure.iter().map(|it| format!("<li>{}</li>", escaped(it))));
    let items: String = items.collect();
    if items.is_empty() {
        return items;
    }
    let title = match (mistakes.len(), failure) {
        (_, Some(_)) => "The site could not be written".to_owned(),
        (1, None) => "1 mistake: this data cannot be published yet".to_owned(),
        (many, None) => format!("{many} mistakes: this data cannot be published yet"),
    };
    format!(
        "<section class=\"preview-mistakes\" role=\"alert\"><h2>{title}</h2><ul>{items}</ul>\
         <p>The page follows when all of it is mended and saved. Until then it is as it was before.</p></section>"
    )
}

fn records(data: &Path, mistakes: &[Problem], places: &[RecordPlace]) -> String {
    let record = |place: &RecordPlace| {
        let lines = place.line..=place.last;
        let on_it = |it: &&Problem| it.file == place.file && it.line.is_some_and(|line| lines.contains(&line));
        let told = |it: &Problem| {
            let (message, remedy) = parts(&it.message);
            json!({ "line": it.line, "message": message, "remedy": remedy })
        };
        let mistakes: Vec<Value> = mistakes.iter().filter(on_it).map(told).collect();
        // Whole, so that an editor finds it wherever it was started.
        let path = std::path::absolute(&place.file).unwrap_or_else(|_| place.file.clone());
        json!({
            "kind": place.kind,
            "id": place.id,
            "file": inside(data, &place.file),
            "path": path.display().to_string(),
            "line": place.line,
            "mistakes": mistakes,
        })
    };
    places.iter().map(record).collect::<Value>().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html><head><title>t</title></head><body class=\"cp-standalone\"><main></main></body></html>";

    fn news(mistakes: &[Problem]) -> News {
        let mut news = News::default();
        let place = |id: &str, line, last| RecordPlace {
            kind: "action",
            id: id.to_owned(),
            file: "data/e/actions.toml".into(),
            line,
            last,
        };
        news.next(Path::new("data"), mistakes, None, &[place("one", 1, 4), place("two", 5, 9)]);
        news
    }

    fn mistake(line: usize) -> Problem {
        Problem {
            file: "data/e/actions.toml".into(),
            line: Some(line),
            message: "“<b>” & more. Take it out".to_owned(),
        }
    }

    #[test]
    fn a_page_follows_the_next_version() {
        let page = news(&[]).put_on(PAGE);
        assert!(page.contains("data-news=\"/preview/1\" data-records=\"/preview/records.json\"></script></head>"));
        assert!(!page.contains("preview-mistakes"), "{page}");
    }

    #[test]
    fn mistakes_stand_above_the_page_with_every_sign_as_it_is() {
        let page = news(&[mistake(7)]).put_on(PAGE);
        let start = "<body class=\"cp-standalone\"><section class=\"preview-mistakes\" role=\"alert\"><h2>1 mistake:";
        assert!(page.contains(start), "{page}");
        let line = "<li><b>e/actions.toml, line 7</b> “&lt;b&gt;” &amp; more. <span>Take it out</span></li>";
        assert!(page.contains(line), "{page}");
        assert!(page.contains("</section><main>"), "{page}");
    }

    #[test]
    fn a_mistake_belongs_to_the_record_on_whose_lines_it_stands() {
        let news = news(&[mistake(7)]);
        let records: Value = serde_json::from_str(news.records()).unwrap();
        assert_eq!(records.pointer("/0/mistakes").and_then(Value::as_array).map(Vec::len), Some(0));
        assert_eq!(records.pointer("/1/id").and_then(Value::as_str), Some("two"));
        assert_eq!(records.pointer("/1/line").and_then(Value::as_u64), Some(5));
        assert_eq!(records.pointer("/1/mistakes/0/remedy").and_then(Value::as_str), Some("Take it out"));
        assert_eq!(records.pointer("/1/mistakes/0/line").and_then(Value::as_u64), Some(7));
        assert_eq!(records.pointer("/1/file").and_then(Value::as_str), Some("e/actions.toml"));
    }
}
