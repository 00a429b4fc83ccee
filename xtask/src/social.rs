//! The picture that social networks show beside a link to the page: drawn from the views' SVG, for they take no SVG.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use crate::later::told;
use crate::pages::{before_head_ends, made};
use crate::project;
use crate::run;
use crate::setup::Tools;
use crate::slim::hash;

/// Draws it and names it in the head of the page. It belongs to the page of its own, and to no copy of it.
pub(crate) fn add(tools: &Tools, site: &Path) -> Result<()> {
    let work = project::target().join("site").join("later");
    fs::write(work.join("social.svg"), made("social.svg")?)?;
    fs::write(work.join("social.mjs"), DRAW)?;
    run::run(tools.program("node").arg("social.mjs").current_dir(&work))?;
    let picture = fs::read(work.join("social.png"))?;
    let name = format!("social-{}.png", hash(&picture));
    fs::write(site.join(&name), picture)?;
    let page = fs::read_to_string(site.join("index.html"))?;
    // Networks want the whole address, and some are content with less.
    let folder = told("address")?.unwrap_or_else(|| "./".to_owned());
    Ok(fs::write(site.join("index.html"), before_head_ends(&page, &tags(&folder, &name, &made("title.txt")?))?)?)
}

/// What is said of the picture begins and ends so.
const START: &str = "<meta property=\"og:image\" content=\"";
const END: &str = "<meta name=\"twitter:card\" content=\"summary_large_image\">";

/// `title` is escaped already.
fn tags(folder: &str, name: &str, title: &str) -> String {
    format!("{START}{folder}{name}\"><meta property=\"og:image:alt\" content=\"{title}\">{END}")
}

/// The page without the picture, for where its file is not.
pub(crate) fn without(page: &str) -> Result<String> {
    let (before, rest) = page.split_once(START).context("the page names no picture")?;
    let (_, after) = rest.split_once(END).context("what the page says of its picture does not end")?;
    Ok([before, after].concat())
}

/// Letters come from a package, so that the picture is the same on every machine.
const DRAW: &str = "import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
const font = (name) => createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);
const fonts = { loadSystemFonts: false, fontFiles: ['DejaVuSans', 'DejaVuSans-Bold'].map(font), defaultFontFamily: 'DejaVu Sans' };
const svg = readFileSync('social.svg', 'utf8');
writeFileSync('social.png', new Resvg(svg, { font: fonts, fitTo: { mode: 'width', value: 1200 } }).render().asPng());
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_names_the_picture_by_its_whole_address() {
        let tags = tags("https://example.org/plan/", "social-1.png", "A plan");
        assert!(tags.contains("content=\"https://example.org/plan/social-1.png\""), "{tags}");
        assert_eq!(without(&format!("<head>{tags}</head>")).unwrap(), "<head></head>");
        assert!(without("<head>").is_err());
    }
}
