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

/// What draws it. It stands in the project, because Node looks for packages in the folders above a script.
const SCRIPT: &str = "xtask/scripts/social.mjs";

/// Makes sure that what draws it can be loaded, before there is anything to draw.
pub(crate) fn check(tools: &Tools) -> Result<()> {
    run::run(tools.program("node").arg(SCRIPT))
        .context("the npm packages are not all there; `cargo xtask setup` fetches them")
}

/// Draws it and names it in the head of the page. It belongs to the page of its own, and to no copy of it.
pub(crate) fn add(tools: &Tools, site: &Path) -> Result<()> {
    let work = project::target().join("site").join("later");
    let (drawing, picture) = (work.join("social.svg"), work.join("social.png"));
    fs::write(&drawing, made("social.svg")?)?;
    run::run(tools.program("node").arg(SCRIPT).args([&drawing, &picture]))?;
    let picture = fs::read(picture)?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_drawn_wherever_the_build_folder_is() {
        // `cargo xtask test` has fetched them; plain `cargo test` runs without.
        if !project::node_modules().join("@resvg").is_dir() {
            return;
        }
        let folder = std::env::temp_dir().join(format!("social-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let (drawing, picture) = (folder.join("social.svg"), folder.join("social.png"));
        fs::write(&drawing, "<svg xmlns='http://www.w3.org/2000/svg' width='12' height='6'><text y='5'>a</text></svg>")
            .unwrap();
        run::run(run::program("node").arg(SCRIPT).args([&drawing, &picture])).unwrap();
        assert!(fs::read(picture).unwrap().starts_with(b"\x89PNG"));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn the_head_names_the_picture_by_its_whole_address() {
        let tags = tags("https://example.org/plan/", "social-1.png", "A plan");
        assert!(tags.contains("content=\"https://example.org/plan/social-1.png\""), "{tags}");
        assert_eq!(without(&format!("<head>{tags}</head>")).unwrap(), "<head></head>");
        assert!(without("<head>").is_err());
    }
}
