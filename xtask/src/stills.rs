//! The charts of the plan as pictures in the page, drawn here by the library that draws them in the browser.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

use crate::later::bundled;
use crate::pages::made;
use crate::project;
use crate::run;
use crate::setup::Tools;
use crate::slim::hash;

/// Draws what the views' work names, and puts it after the tables of the page that say the same.
pub(crate) fn add(tools: &Tools, site: &Path) -> Result<()> {
    let work = project::target().join("site").join("later");
    bundled(tools, &work, "public/charts.js", "stills", &["--platform=node"])?;
    let told = made("stills.json")?;
    fs::write(work.join("stills.json"), &told)?;
    fs::write(work.join("draw.mjs"), DRAW)?;
    fs::copy(work.join("stills.js"), work.join("stills.mjs"))?;
    run::run(tools.program("node").arg("draw.mjs").current_dir(&work))?;

    let stills: Vec<Value> = serde_json::from_str(&told)?;
    let drawn: Vec<String> = serde_json::from_str(&fs::read_to_string(work.join("drawn.json"))?)?;
    ensure!(stills.len() == drawn.len() && !drawn.is_empty(), "{} of {} charts were drawn", drawn.len(), stills.len());
    // One for all, for it stands in the page once for each.
    let hash = hash(drawn.concat().as_bytes());
    let mut page = fs::read_to_string(site.join("index.html"))?;
    for (still, svg) in stills.iter().zip(&drawn) {
        let still = Still::read(still, &hash)?;
        fs::write(site.join(still.file(still.scheme)), svg)?;
        if still.scheme == "light" {
            page = still.put(&page)?;
        }
    }
    Ok(fs::write(site.join("index.html"), page)?)
}

/// Draws each and writes all of them as a list.
const DRAW: &str = "import { readFileSync, writeFileSync } from 'node:fs';
import { svg } from './stills.mjs';
const stills = JSON.parse(readFileSync('stills.json', 'utf8'));
writeFileSync('drawn.json', JSON.stringify(stills.map(({ option, width, height }) => svg(option, width, height))));
";

/// One picture.
struct Still<'s> {
    part: &'s str,
    scheme: &'s str,
    width: u64,
    height: u64,
    hash: &'s str,
}

impl<'s> Still<'s> {
    fn read(told: &'s Value, hash: &'s str) -> Result<Self> {
        let text =
            |name: &str| told.get(name).and_then(Value::as_str).with_context(|| format!("a picture has no {name}"));
        let number =
            |name: &str| told.get(name).and_then(Value::as_u64).with_context(|| format!("a picture has no {name}"));
        Ok(Self {
            part: text("part")?,
            scheme: text("scheme")?,
            width: number("width")?,
            height: number("height")?,
            hash,
        })
    }

    fn file(&self, scheme: &str) -> String {
        format!("{}-{scheme}-{}.svg", self.part, self.hash)
    }

    /// The page with the picture after the table of its part. What it says is in the table and in the sentence before it, so
    /// a screen reader passes it over. It shows the whole plan, and goes when something is chosen.
    fn put(&self, page: &str) -> Result<String> {
        let place = format!("data-part=\"{}\"", self.part);
        let (before, part) =
            page.split_once(&place).with_context(|| format!("the page has no place for {}", self.part))?;
        let (table, after) = part.split_once("</table></div>").context("a part has no table")?;
        let (dark, light) = (self.file("dark"), self.file("light"));
        let picture = format!(
            "<picture class=\"cp-chart__still cp-when-all\"><source media=\"(prefers-color-scheme: dark)\" srcset=\"./{dark}\">\
             <img src=\"./{light}\" alt=\"\" loading=\"lazy\" width=\"{}\" height=\"{}\"></picture>",
            self.width, self.height
        );
        Ok([before, &place, table, "</table></div>", &picture, after].concat())
    }
}

/// The page without these pictures, for where their files are not.
pub(crate) fn without(page: &str) -> Result<String> {
    let mut page = page.to_owned();
    while let Some(at) = page.find("<picture class=\"cp-chart__still") {
        let end = page.get(at..).and_then(|rest| rest.find("</picture>")).context("a picture does not end")?;
        page.replace_range(at..at + end + "</picture>".len(), "");
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_picture_stands_after_its_table_and_can_be_taken_out() {
        let told = json!({ "part": "money", "scheme": "light", "width": 360, "height": 200 });
        let still = Still::read(&told, "0123456789abcdef").unwrap();
        let page = "<div data-part=\"other\"><table></table></div></div><div data-part=\"money\"><div><table></table></div><p>";
        let put = still.put(page).unwrap();
        assert!(put.contains("data-part=\"money\"><div><table></table></div><picture "), "{put}");
        assert!(put.contains("src=\"./money-light-0123456789abcdef.svg\""), "{put}");
        assert_eq!(put.matches("<picture").count(), 1);
        assert_eq!(without(&put).unwrap(), page);
        assert!(still.put("<p>").is_err());
    }
}
