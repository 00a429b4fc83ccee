//! The pages of the site: what the views make natively is put into the page that Trunk made, and beside it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};

use crate::project;
use crate::run::{self, cargo};
use crate::slim::{hash, rename_in_pages};

/// What stands in `index.html` until the plan does.
const WAITING: [&str; 2] = ["<p class=\"cp-loading\">", "</p>"];

/// Puts the plan into the built site, in which every compiled file has its last name, and the plain copy beside it.
pub(crate) fn add(site: &Path) -> Result<()> {
    let mut command =
        cargo(&["run", "--quiet", "--offline", "--package", "plan-explorer", "--bin", "plan", "--", "pages"]);
    run::run(command.arg(folder()))?;
    filters(site, &made("filters.css")?)?;
    let page = fs::read_to_string(site.join("index.html"))?;
    fs::write(site.join("index.html"), filled(&page, &made("title.txt")?, &made("leaflet.html")?)?)?;
    Ok(fs::write(site.join("plan-explorer-fallback.html"), made("fallback.html")?)?)
}

/// Adds what the standalone page says of itself. The page for frames, which is made before, says nothing of the kind.
pub(crate) fn describe(site: &Path) -> Result<()> {
    let page = fs::read_to_string(site.join("index.html"))?;
    Ok(fs::write(site.join("index.html"), before_head_ends(&page, &made("head.html")?)?)?)
}

/// Where the views' work is put.
fn folder() -> PathBuf {
    project::target().join("site").join("pages")
}

pub(crate) fn made(name: &str) -> Result<String> {
    fs::read_to_string(folder().join(name)).with_context(|| format!("{name} was not made"))
}

/// Adds the rules by which the page filters itself to the stylesheet, which gets a new name.
fn filters(site: &Path, rules: &str) -> Result<()> {
    let mut sheets = Vec::new();
    for entry in fs::read_dir(site)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "css") {
            sheets.push(path);
        }
    }
    ensure!(sheets.len() == 1, "the site should have one stylesheet, and has {}", sheets.len());
    for sheet in sheets {
        let whole = fs::read_to_string(&sheet)? + rules;
        let name = format!("plan-{}.css", hash(whole.as_bytes()));
        rename_in_pages(site, &sheet.file_name().unwrap_or_default().to_string_lossy(), &name)?;
        fs::remove_file(&sheet)?;
        fs::write(site.join(name), whole)?;
    }
    Ok(())
}

/// The page with its title and the plan, and without what was said to Trunk alone.
fn filled(page: &str, title: &str, plan: &str) -> Result<String> {
    let page = page.replace(" data-integrity=\"none\"", "");
    let [begin, end] = WAITING;
    let (before, rest) = page.split_once(begin).context("the page has no place for the plan")?;
    let (_, after) = rest.split_once(end).context("the place for the plan does not end")?;
    let (start, rest) = before.split_once("<title>").context("the page has no title")?;
    let (_, between) = rest.split_once("</title>").context("the title does not end")?;
    Ok([start, "<title>", title, "</title>", between, plan, after].concat())
}

pub(crate) fn before_head_ends(page: &str, what: &str) -> Result<String> {
    let (head, rest) = page.split_once("</head>").context("the page has no head")?;
    Ok([head, what, "\n</head>", rest].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><title>A</title></head><main>\n<p class=\"cp-loading\">Wait.</p>\n</main>";

    #[test]
    fn the_plan_takes_the_place_of_the_waiting_line() {
        let page = filled(PAGE, "B", "<div>plan</div>").unwrap();
        assert_eq!(page, "<head><title>B</title></head><main>\n<div>plan</div>\n</main>");
        let told = PAGE.replacen("<head>", "<head><link data-integrity=\"none\"/>", 1);
        assert!(filled(&told, "B", "").unwrap().starts_with("<head><link/><title>"));
        assert!(filled("<title></title>", "B", "").is_err());
    }

    #[test]
    fn what_the_head_says_stands_in_it() {
        assert_eq!(before_head_ends("<head></head>", "<meta>").unwrap(), "<head><meta>\n</head>");
        assert!(before_head_ends("", "").is_err());
    }
}
