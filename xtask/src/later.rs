//! What a page loads only when it is wanted: the second module, which fills parts of the page, and the script that watches
//! for these parts; and all of the custom element: the script with a stable name that hosts name, and the module that it
//! loads.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::json;

use crate::run::{self, cargo};
use crate::setup::Tools;
use crate::slim::{hash, rename_in_pages};
use crate::words::after_tag;
use crate::{paths, project};

/// The name of the second module: of its program and of its files.
pub(crate) const DETAILS: &str = "plan-details";
/// The name of the module of the custom element.
pub(crate) const ELEMENT: &str = "plan-element";
/// Scripts: what watches for parts, the library that draws charts, what starts the app. What lets the app take the page over is
/// made with the words of the page ([`crate::words`]).
const SCRIPTS: [&str; 3] = ["parts", "charts", "boot"];
/// What stands in the names of files in place of their hash at first, as in the pages (`Trunk.toml`).
const NEW: &str = "new";

/// Adds what is compiled, and the scripts, to the built site, whose pages name them already.
pub(crate) fn add(tools: &Tools, site: &Path) -> Result<()> {
    let work = project::target().join("site").join("later");
    fs::create_dir_all(&work)?;
    compile(&[DETAILS, ELEMENT])?;
    module(tools, site, &work, DETAILS)?;
    module(tools, site, &work, ELEMENT)?;
    for script in SCRIPTS {
        put(site, script, &bundled(tools, &work, &format!("public/{script}.js"), script, &[])?)?;
    }
    Ok(())
}

/// Adds a script that the pages name already under the name of its content.
pub(crate) fn put(site: &Path, script: &str, content: &[u8]) -> Result<()> {
    let hashed = format!("{script}-{}.js", hash(content));
    rename_in_pages(site, &format!("{script}-{NEW}.js"), &hashed)?;
    Ok(fs::write(site.join(hashed), content)?)
}

/// Adds the script that defines the custom element. It names files by their content: those must be there.
pub(crate) fn add_element(tools: &Tools, site: &Path) -> Result<()> {
    let work = project::target().join("site").join("later");
    let files = json!({
        "js": built(site, &format!("{ELEMENT}-"), ".js")?,
        "wasm": built(site, &format!("{ELEMENT}-"), "_bg.wasm")?,
        "detailsJs": built(site, &format!("{DETAILS}-"), ".js")?,
        "detailsWasm": built(site, &format!("{DETAILS}-"), "_bg.wasm")?,
        "parts": built(site, "parts-", ".js")?,
        "charts": built(site, "charts-", ".js")?,
        "css": built(site, "plan-", ".css")?,
        "edition": edition()?,
    });
    let define = format!("--define:FILES={files}");
    let content = bundled(tools, &work, "public/element.js", "plan-explorer", &[&define])?;
    Ok(fs::write(site.join("plan-explorer.js"), content)?)
}

/// Adds the page for frames, made from the page of its own, and the two scripts that let a frame be as high as what is in it.
pub(crate) fn add_frame(tools: &Tools, site: &Path) -> Result<()> {
    let work = project::target().join("site").join("later");
    let inside = bundled(tools, &work, "public/frame.js", "frame", &[])?;
    let name = format!("frame-{}.js", hash(&inside));
    fs::write(site.join(&name), inside)?;
    let outside = bundled(tools, &work, "public/plan-explorer-frame.js", "plan-explorer-frame", &[])?;
    fs::write(site.join("plan-explorer-frame.js"), outside)?;
    let page = fs::read_to_string(site.join("index.html"))?;
    Ok(fs::write(site.join("embed.html"), framed(&page, &name)?)?)
}

/// The page without what belongs to a page of its own: no search engine shall list it, and nothing needs to be skipped. Links to
/// other sites take the whole tab along, and not only the frame.
fn framed(page: &str, script: &str) -> Result<String> {
    let mut page = page.to_owned();
    let mut put = |old: &str, new: &str| -> Result<()> {
        ensure!(page.matches(old).count() == 1, "index.html does not have `{old}` once");
        page = page.replace(old, new);
        Ok(())
    };
    let head = "  <meta name=\"robots\" content=\"noindex\">\n";
    put("</head>", &format!("{head}  <script type=\"module\" src=\"./{script}\"></script>\n</head>"))?;
    put("class=\"cp-standalone", "class=\"cp-standalone cp-frame")?;
    let start = page.find("<a class=\"cp-skip\"").context("index.html has no link that skips")?;
    let end = page.get(start..).and_then(|rest| rest.find("</a>")).context("the link that skips does not end")?;
    page.replace_range(start..start + end + "</a>".len(), "");
    leading_out(&page)
}

/// The page with a target for each link to another site that has none.
fn leading_out(page: &str) -> Result<String> {
    let mut written = String::new();
    let mut rest = page;
    while let Some((before, tag)) = rest.split_once("<a ") {
        let after = after_tag(tag).context("a link does not end")?;
        let inside = tag.strip_suffix(after).unwrap_or_default();
        let outward = inside.contains("href=\"http") && !inside.contains("target=");
        written += before;
        written += if outward { "<a target=\"_top\" " } else { "<a " };
        written += inside;
        rest = after;
    }
    Ok(written + rest)
}

/// The name of the one file of the site that begins and ends so, with the hash of its content between.
pub(crate) fn built(site: &Path, start: &str, end: &str) -> Result<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(site)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if crate::server::is_hashed(&name) && name.starts_with(start) && name.ends_with(end) {
            found.push(name);
        }
    }
    match <[String; 1]>::try_from(found) {
        Ok([name]) => Ok(name),
        Err(found) => bail!("the site should have exactly one file {start}…{end}, and has {found:?}"),
    }
}

/// The id of the edition that is built.
pub(crate) fn edition() -> Result<String> {
    told("edition")?.context("explorer.toml names no edition")
}

/// What `explorer.toml` of the data says under a name.
pub(crate) fn told(name: &str) -> Result<Option<String>> {
    let data = std::env::var_os("PLAN_DATA").map_or_else(|| project::root().join("data"), Into::into);
    let text = fs::read_to_string(data.join("explorer.toml")).context("explorer.toml cannot be read")?;
    let table: toml::Table = text.parse()?;
    Ok(table.get(name).and_then(toml::Value::as_str).map(str::to_owned))
}

/// What runs in the browser.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Compiles modules as Trunk compiles the first.
fn compile(modules: &[&str]) -> Result<()> {
    let mut compile = cargo(&["build", "--release", "--offline", "--target", TARGET]);
    for module in modules {
        compile.args(["--bin", module]);
    }
    paths::shorten(&mut compile)?;
    run::run(&mut compile)
}

/// Adds a compiled module and its glue. [`crate::slim`] makes it small and names it after its content.
fn module(tools: &Tools, site: &Path, work: &Path, module: &str) -> Result<()> {
    bind(tools, &project::target(), module, work)?;
    for ending in [".js", "_bg.wasm"] {
        fs::copy(work.join(format!("{module}{ending}")), site.join(format!("{module}-{NEW}{ending}")))?;
    }
    Ok(())
}

/// Writes a module that was compiled into the folder `built`, and its glue, into the folder `work`.
pub(crate) fn bind(tools: &Tools, built: &Path, module: &str, work: &Path) -> Result<()> {
    let mut bind = tools.program("wasm-bindgen");
    bind.args(["--target", "web", "--no-typescript", "--out-name", module, "--out-dir"]).arg(work);
    run::run(bind.arg(built.join(TARGET).join("release").join(format!("{module}.wasm"))))
}

/// A script of ours in one piece.
pub(crate) fn bundled(tools: &Tools, work: &Path, from: &str, name: &str, more: &[&str]) -> Result<Vec<u8>> {
    let bundled = work.join(format!("{name}.js"));
    let mut bundle = tools.npm_program("esbuild");
    bundle.arg(from).args(["--bundle", "--minify", "--format=esm", crate::slim::BROWSERS, "--log-level=warning"]);
    bundle.args(more).arg(format!("--outfile={}", bundled.display()));
    run::run(&mut bundle)?;
    Ok(fs::read(&bundled)?)
}

#[cfg(test)]
mod tests {
    use super::framed;

    #[test]
    fn the_page_for_frames_is_the_page_without_its_own_top() {
        let page = "<html><head><title>t</title>\n</head><body class=\"cp-standalone\">\n  <a class=\"cp-skip\" href=\"#a\">Skip</a>\n  <main></main></body></html>";
        let framed = framed(page, "frame-1.js").unwrap();
        assert!(
            framed.contains("noindex") && framed.contains("./frame-1.js") && framed.contains("cp-standalone cp-frame")
        );
        assert!(framed.contains("<main>") && !framed.contains("Skip"));
        assert!(super::framed("<html></html>", "frame-1.js").is_err());
    }

    #[test]
    fn links_to_other_sites_lead_out_of_the_frame() {
        for (link, led) in [
            ("<a href=\"https://a.example/\">A</a>", "<a target=\"_top\" href=\"https://a.example/\">A</a>"),
            (
                "<a class=\"x>y\" href=\"http://a.example\">A</a>",
                "<a target=\"_top\" class=\"x>y\" href=\"http://a.example\">A</a>",
            ),
            (
                "<a href=\"https://a.example/\" target=\"_blank\">A</a>",
                "<a href=\"https://a.example/\" target=\"_blank\">A</a>",
            ),
            ("<a href=\"./?view=text\">A</a> https://a.example", "<a href=\"./?view=text\">A</a> https://a.example"),
            (
                "<a href=\"#top\">A</a><abbr title=\"http\">B</abbr>",
                "<a href=\"#top\">A</a><abbr title=\"http\">B</abbr>",
            ),
        ] {
            assert_eq!(super::leading_out(link).unwrap(), led);
        }
        assert!(super::leading_out("<a href=\"https://a.example").is_err());
    }
}
