//! The site of several editions: each whole in its folder, links between them, and what changed as a page and a table.

use crate::{INVENTED, Scratch, root, text};
use std::fs;

#[test]
fn each_edition_is_whole_in_its_folder() {
    let scratch = Scratch::new("years");
    let data = scratch.0.join("data");
    xtask::project::copy(&root().join(INVENTED), &data).expect("it can be copied");
    let explorer = "edition = \"2032\"\nearlier = [\"2031\", \"2031-draft\"]\narea = \"area\"\n";
    fs::write(data.join("explorer.toml"), explorer).expect("it can be written");
    let data = data.display().to_string();
    let site = scratch.publish(&data, "out");
    assert_eq!(scratch.publish(&data, "again"), site, "the same input gives the same bytes");

    let folders = ["", "editions/2031/", "editions/2031-draft/"];
    for (folder, update) in folders.into_iter().zip(["Update 2032", "Update 2031", "Update 2031 DRAFT"]) {
        let page = text(&site, &format!("{folder}index.html"));
        assert!(page.contains(&format!("\"version\":\"{update}\"")), "{folder} is the edition {update}");
        assert_eq!(
            page.contains("cp-edition__earlier"),
            !folder.is_empty(),
            "{folder} says whether it is the current one"
        );
        for name in ["plan-explorer.js", "sw.js", "data/plan.json", "plan-explorer-offline.html"] {
            assert!(site.contains_key(&format!("{folder}{name}")), "{folder} has its {name}");
        }
        // The oldest has nothing to be compared with.
        let is_oldest = folder.ends_with("draft/");
        for name in ["changes.html", "data/changes.csv"] {
            assert_eq!(site.contains_key(&format!("{folder}{name}")), !is_oldest, "{folder}{name}");
        }
    }
    let current = text(&site, "index.html");
    assert!(current.contains("href=\"./editions/2031/\"") && current.contains("data-edition=\"./editions/2031/\""));
    assert!(text(&site, "editions/2031/index.html").contains("href=\"../../\""));
    // The changes are no part of the page that everybody loads.
    assert!(!current.contains("cp-change__mark") && text(&site, "changes.html").contains("cp-change__mark"));
    // What was gone has its place, which leads to where it can be read.
    assert!(current.contains("href=\"./editions/2031/#f-litter-picks\""));

    // What is pasted into another page leads to no file beside that.
    assert!(!text(&site, "plan-explorer-fallback.html").contains("href=\"./"));

    let table = text(&site, "data/changes.csv");
    let mut rows = csv_reader::Reader::from_reader(table.as_bytes());
    let rows: Vec<csv_reader::StringRecord> = rows.records().map(|it| it.expect("it is a row")).collect();
    let merged = rows.iter().find(|it| &it[1] == "Merged").expect("two priorities became one");
    assert_eq!((&merged[3], &merged[8]), ("boats | bicycles", "outdoor-theft"));
    assert!(rows.iter().any(|it| &it[1] == "May be the same") && rows.iter().any(|it| &it[1] == "Dropped"));
}
