//! The documents: every link between them leads somewhere, pictures are there and have words, the README is short, and the manifests
//! claim no licence that nobody has chosen.

#![expect(clippy::expect_used, reason = "a test that cannot go on says so and fails")]

#[path = "reading/files.rs"]
mod files;

use files::{File, files, root};
use pulldown_cmark::{CowStr, Event, OffsetIter, Options, Parser, Tag, TagEnd};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};

/// Where the documents are.
const DOCUMENTS: [&str; 5] = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs", "data/README.md"];
/// The most lines of the README: more belongs into `docs/`.
const LONGEST: usize = 150;

fn documents() -> Vec<File> {
    DOCUMENTS.into_iter().flat_map(|it| files(it, &[".md"])).collect()
}

fn parsed(text: &str) -> OffsetIter<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter()
}

/// What the links of a document, or its pictures, name, each with its line.
fn named(text: &str, pictures: bool) -> Vec<(usize, CowStr<'_>)> {
    let named = parsed(text).filter_map(|(event, range)| match event {
        Event::Start(Tag::Link { dest_url, .. }) if !pictures => Some((range.start, dest_url)),
        Event::Start(Tag::Image { dest_url, .. }) if pictures => Some((range.start, dest_url)),
        _ => None,
    });
    named.map(|(at, name)| (text[..at].matches('\n').count() + 1, name)).collect()
}

/// The names by which links reach the headings of a document, as GitHub makes them: no library does.
fn anchors(text: &str) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut heading: Option<String> = None;
    for (event, _) in parsed(text) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::Text(words) | Event::Code(words) => heading.iter_mut().for_each(|it| it.push_str(&words)),
            Event::End(TagEnd::Heading(_)) => {
                let words = heading.take().unwrap_or_default().to_lowercase().replace(' ', "-");
                let name: String = words.chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_')).collect();
                let before = counts.entry(name.clone()).or_default();
                anchors.insert(if *before == 0 { name } else { format!("{name}-{before}") });
                *before += 1;
            }
            _ => {}
        }
    }
    anchors
}

/// Where the path of a link in a document leads, from the project's top folder; nowhere if it leads out of that.
fn target(document: &str, path: &str) -> Option<PathBuf> {
    if path.is_empty() {
        return Some(PathBuf::from(document));
    }
    let mut target = PathBuf::new();
    for part in Path::new(document).parent()?.join(path).components() {
        match part {
            Component::ParentDir if !target.pop() => return None,
            Component::Normal(name) => target.push(name),
            _ => {}
        }
    }
    Some(target)
}

/// The links, or pictures, of a document that lead nowhere. `read` gives what is in a file, and nothing for a folder or what is not there.
fn broken(
    document: &File,
    pictures: bool,
    is_there: impl Fn(&Path) -> bool,
    read: impl Fn(&Path) -> Option<String>,
) -> Vec<String> {
    let relative = named(&document.text, pictures).into_iter().filter(|(_, it)| !it.contains(':'));
    let faults = relative.filter_map(|(line, name)| {
        let (path, anchor) = name.split_once('#').map_or((&*name, None), |(path, anchor)| (path, Some(anchor)));
        let has = |place: &Path, anchor| read(place).is_some_and(|text| anchors(&text).contains(anchor));
        let fault = match target(&document.path, path).filter(|it| is_there(it)) {
            None => "is not there",
            Some(place) if anchor.is_some_and(|it| !has(&place, it)) => "has no such heading",
            Some(_) => return None,
        };
        Some(format!("{}:{line}: {name} {fault}", document.path))
    });
    faults.collect()
}

fn broken_here(pictures: bool) -> Vec<String> {
    let read = |path: &Path| std::fs::read_to_string(root().join(path)).ok();
    documents().iter().flat_map(|it| broken(it, pictures, |path| root().join(path).exists(), read)).collect()
}

#[test]
fn every_link_leads_to_a_file_and_a_heading() {
    let left = broken_here(false);
    assert!(left.is_empty(), "{} links lead nowhere:\n{}", left.len(), left.join("\n"));
}

#[test]
fn every_picture_is_there_and_has_words() {
    let left = broken_here(true);
    assert!(left.is_empty(), "{} pictures are missing:\n{}", left.len(), left.join("\n"));
    for document in documents() {
        assert!(!document.text.contains("![]("), "{}: a picture has no words", document.path);
    }
}

#[test]
fn every_document_can_be_reached_from_the_readme() {
    let all = documents();
    let mut reached = BTreeSet::from([PathBuf::from("README.md")]);
    let mut next = vec!["README.md".to_owned()];
    while let Some(document) = next.pop().and_then(|path| all.iter().find(|it| it.path == path)) {
        for (_, name) in named(&document.text, false) {
            let Some(place) = target(&document.path, name.split('#').next().unwrap_or_default()) else { continue };
            if reached.insert(place.clone()) {
                next.extend(all.iter().map(|it| it.path.clone()).filter(|it| Path::new(it) == place));
            }
        }
    }
    let lost: Vec<&str> = all.iter().map(|it| it.path.as_str()).filter(|it| !reached.contains(Path::new(it))).collect();
    assert!(lost.is_empty(), "no link leads to {}", lost.join(", "));
}

#[test]
fn the_readme_is_short() {
    let lines = files("README.md", &[".md"])[0].text.lines().count();
    assert!(lines <= LONGEST, "it has {lines} lines; at most {LONGEST} are allowed, and docs/ has room");
}

#[test]
fn the_manifests_claim_no_licence() {
    for manifest in ["Cargo.toml", "xtask/Cargo.toml"] {
        let manifest: toml::Table = files(manifest, &[".toml"])[0].text.parse().expect("cargo reads it");
        let package = manifest["package"].as_table().expect("it is a package");
        assert_eq!(package.get("license"), None);
        assert_eq!(package["publish"].as_bool(), Some(false));
    }
    for (manifest, at) in [("package.json", "/license"), ("package-lock.json", "/packages//license")] {
        let manifest: serde_json::Value =
            serde_json::from_str(&files(manifest, &[".json"])[0].text).expect("npm reads it");
        assert_eq!(manifest.pointer(at).and_then(serde_json::Value::as_str), Some("UNLICENSED"));
    }
}

#[test]
fn what_leads_nowhere_is_told() {
    let text =
        "# One\n[a](#one) [b](#two) `[c](c.md)`\n\n[d](../e.md#f-1 \"g\") [h](https://a.example/#b)\n![i](j.png)";
    let document = File { path: "docs/x.md".into(), text: text.into() };
    let read = |path: &Path| match path.to_str() {
        Some("docs/x.md") => Some(text.to_owned()),
        Some("e.md") => Some("## F\n## `F`!".to_owned()),
        _ => None,
    };
    let there = |path: &Path| read(path).is_some();
    assert_eq!(broken(&document, false, there, read), ["docs/x.md:2: #two has no such heading"]);
    assert_eq!(broken(&document, true, there, read), ["docs/x.md:5: j.png is not there"]);
    let moved = File { path: "x.md".into(), ..document };
    assert_eq!(broken(&moved, false, there, read).len(), 3, "the same links from another folder");
}
