//! What a visitor can keep of the site: a copy on the device with its worker, the manifest of an installed app, and one file to
//! carry away.
//!
//! Comes last, when every other file has its name and its content: all of this names them, and says how much they weigh.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use crate::compress::{brotli, gzip, originals, with_ending};
use crate::later::bundled;
use crate::pages::{before_head_ends, made};
use crate::project;
use crate::setup::Tools;
use crate::slim::hash;
use crate::{social, stills};

/// The file to carry away.
const ONE_FILE: &str = "plan-explorer-offline.html";
/// The most that it may have, in bytes.
const MOST: usize = 900_000;
/// Beginnings of the files that only other sites need, and of what is no part of the explorer itself.
const FOR_OTHERS: [&str; 7] =
    ["embed.html", "frame-", "plan-element-", "plan-explorer.js", "plan-explorer-fa", "plan-explorer-fr", "social-"];

/// Adds all of it to the built site, whose other files have their compressed copies already.
pub(crate) fn add(tools: &Tools, site: &Path) -> Result<()> {
    let work = project::target().join("site").join("later");
    let page = fs::read_to_string(site.join("index.html"))?;
    let edition = made("edition.txt")?;
    let icon = named(site, "icon-maskable", "svg", &fs::read(project::root().join("public/icon-maskable.svg"))?)?;
    let script = named(site, "keep", "js", &bundled(tools, &work, "public/keep.js", "keep", &[])?)?;
    fs::write(site.join("manifest.webmanifest"), manifest(&page, &icon)?)?;

    let opener = bundled(tools, &work, "public/offline.js", "offline", &["--format=iife"])?;
    let one_file = one_file(site, &page, &String::from_utf8(opener)?, &today()?)?;
    ensure!(one_file.len() <= MOST, "{ONE_FILE} has {} bytes, and may have {MOST}", one_file.len());
    fs::write(site.join(ONE_FILE), &one_file)?;

    let head = "<link rel=\"manifest\" href=\"./manifest.webmanifest\">";
    let page = before_head_ends(&page, head)?;
    let template = fs::read_to_string(project::root().join("public/keep.html"))?;
    let files = kept(site, &page)?;
    let on_the_way = weight(site, &files)? + brotli(page.as_bytes())?.len();
    let words = template
        .replace("keep-new.js", &script)
        .replace("{SAVED}", &in_words(on_the_way))
        .replace("{ONE_FILE}", &in_words(one_file.len()));
    ensure!(words.contains(&script) && !words.contains('{'), "public/keep.html has a place that is not known");
    let page = after_main(&page, &words)?;
    for ending in ["br", "gz"] {
        fs::remove_file(with_ending(&site.join("index.html"), ending))?;
    }
    fs::write(site.join("index.html"), page)?;

    worker(tools, site, &work, &files, &edition)
}

/// Writes a file that is named after its content, and gives its name.
fn named(site: &Path, name: &str, ending: &str, content: &[u8]) -> Result<String> {
    let name = format!("{name}-{}.{ending}", hash(content));
    fs::write(site.join(&name), content)?;
    Ok(name)
}

/// The files that a copy of the explorer is made of, by their names; the page itself is the folder. Of the pictures of charts only those
/// that the page shows before there is a program: then a chart is drawn, for which everything is at hand (public/parts.js).
fn kept(site: &Path, page: &str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for path in originals(site)? {
        let name = path.strip_prefix(site)?.to_string_lossy().replace('\\', "/");
        let other = name == "index.html"
            || name == ONE_FILE
            || name.starts_with(stills::FOLDER) && !page.contains(&name)
            || FOR_OTHERS.iter().any(|it| name.starts_with(it));
        if !other || name.starts_with("plan-explorer-") && crate::server::is_hashed(&name) {
            names.push(name);
        }
    }
    Ok(names)
}

/// How many bytes files take on the way, compressed.
fn weight(site: &Path, names: &[String]) -> Result<usize> {
    let mut sum = 0;
    for name in names {
        let path = site.join(name);
        let copy = with_ending(&path, "br");
        sum += usize::try_from(fs::metadata(if copy.is_file() { copy } else { path })?.len())?;
    }
    Ok(sum)
}

/// A size as visitors read it.
fn in_words(bytes: usize) -> String {
    format!("{} kB", bytes.div_ceil(1000))
}

/// The sum by which the worker knows a file.
#[must_use]
pub fn sum(content: &[u8]) -> String {
    BASE64.encode(Sha256::digest(content))
}

/// Adds the worker, which knows every file by its sum, and the one that takes its place to end all copies.
fn worker(tools: &Tools, site: &Path, work: &Path, names: &[String], edition: &str) -> Result<()> {
    let mut files = BTreeMap::new();
    for name in names.iter().map(String::as_str).chain([""]) {
        let path = site.join(if name.is_empty() { "index.html" } else { name });
        files.insert(name, sum(&fs::read(path)?));
    }
    let files = serde_json::to_string(&files)?;
    let source = fs::read_to_string(project::root().join("public/sw.js"))?;
    let build = hash([files.as_str(), &source, edition].concat().as_bytes());
    let define = [
        format!("--define:FILES={files}"),
        format!("--define:BUILD={}", json!(build)),
        format!("--define:EDITION={}", json!(edition)),
    ];
    let define: Vec<&str> = define.iter().map(String::as_str).chain(["--format=iife"]).collect();
    fs::write(site.join("sw.js"), bundled(tools, work, "public/sw.js", "sw", &define)?)?;
    Ok(fs::write(site.join("sw-off.js"), bundled(tools, work, "public/sw-off.js", "sw-off", &["--format=iife"])?)?)
}

/// What an installed app is called and looks like.
fn manifest(page: &str, maskable: &str) -> Result<String> {
    let icon = between(page, "<link rel=\"icon\" href=\"./", "\"").context("the page has no icon")?;
    let icons = |source: &str, purpose: &str| json!({ "src": format!("./{source}"), "sizes": "any", "type": "image/svg+xml", "purpose": purpose });
    let shortcut = |name: &str, to: &str| json!({ "name": name, "url": to });
    let manifest = json!({
        "name": made("title.txt")?,
        "short_name": "Safety plan",
        "description": between(page, "<meta name=\"description\" content=\"", "\"").unwrap_or_default(),
        "lang": "en-GB",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#12436d",
        "icons": [icons(icon, "any"), icons(maskable, "maskable")],
        "shortcuts": [shortcut("Your ward", "./?view=wards"), shortcut("By priority", "./"), shortcut("Figures and money", "./?view=figures")],
    });
    Ok(manifest.to_string())
}

fn between<'t>(text: &'t str, start: &str, end: &str) -> Option<&'t str> {
    let rest = text.split_once(start)?.1;
    Some(rest.split_once(end)?.0)
}

fn after_main(page: &str, what: &str) -> Result<String> {
    let (before, after) = page.split_once("</main>\n").context("the page has no main part")?;
    Ok([before, "</main>\n", what, after].concat())
}

/// The policy of the one file: nothing from anywhere but itself.
const POLICY: &str = "default-src 'none'; script-src 'unsafe-inline' blob: 'wasm-unsafe-eval'; style-src blob:; \
     img-src data: blob:; connect-src blob:; base-uri 'none'; form-action 'none'";

/// The page with all that it loads, in one file.
fn one_file(site: &Path, page: &str, opener: &str, today: &str) -> Result<String> {
    let title = made("title.txt")?;
    let note = fs::read_to_string(project::root().join("public/offline.html"))?.replace("{TODAY}", today);
    ensure!(!note.contains('{'), "public/offline.html has a place that is not known");
    // From a file, a policy takes even its own folder for foreign.
    ensure!(!page.contains("<base"), "the page has a base, which a file cannot have");
    let page = social::without(&stills::without(page)?)?;
    let inside = after_main(&page, &note)?;
    let mut shelf = shelved("index.html", "text/html", inside.as_bytes())?;
    for name in names_in(&inside) {
        let kind = match name.rsplit('.').next().unwrap_or_default() {
            "css" => "text/css",
            "js" => "text/javascript",
            "wasm" => "application/wasm",
            "svg" => "image/svg+xml",
            other => anyhow::bail!("the page loads {name}, and what `{other}` is nobody knows"),
        };
        shelf += &shelved(&name, kind, &fs::read(site.join(&name))?)?;
    }
    Ok(format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         </head>\n<body>\n<p>The plan is opening.</p>\n\
         <noscript><p>This file needs JavaScript, which is switched off here.</p></noscript>\n\
         {shelf}<script>{opener}</script>\n</body>\n</html>\n"
    ))
}

/// A file on the shelf of the one file.
fn shelved(name: &str, kind: &str, content: &[u8]) -> Result<String> {
    let packed = BASE64.encode(gzip(content)?);
    Ok(format!("<script type=\"text/plain\" data-name=\"{name}\" data-type=\"{kind}\">{packed}</script>\n"))
}

/// The files with a hash in their names that the page loads.
fn names_in(page: &str) -> Vec<String> {
    let mut names: Vec<String> = page
        .split("\"./")
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('"')?.0.to_owned()))
        .filter(|name| crate::server::is_hashed(name))
        .collect();
    names.sort();
    names.dedup();
    names
}

/// Today's date in words.
fn today() -> Result<String> {
    let seconds = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(set) => set.parse().context("SOURCE_DATE_EPOCH is no number of seconds")?,
        Err(_) => SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs(),
    };
    Ok(date(seconds / 86_400))
}

/// The date so many days after 1 January 1970.
fn date(days: u64) -> String {
    const MONTHS: [(&str, u64); 12] = [
        ("January", 31),
        ("February", 28),
        ("March", 31),
        ("April", 30),
        ("May", 31),
        ("June", 30),
        ("July", 31),
        ("August", 31),
        ("September", 30),
        ("October", 31),
        ("November", 30),
        ("December", 31),
    ];
    let leap = |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let (mut left, mut year) = (days, 1970);
    while left >= 365 + u64::from(leap(year)) {
        left -= 365 + u64::from(leap(year));
        year += 1;
    }
    for (month, length) in MONTHS {
        let length = length + u64::from(month == "February" && leap(year));
        if left < length {
            return format!("{} {month} {year}", left + 1);
        }
        left -= length;
    }
    year.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_become_dates() {
        for (days, words) in [
            (0, "1 January 1970"),
            (11_016, "29 February 2000"),
            (11_017, "1 March 2000"),
            (20_782, "25 November 2026"),
            (20_818, "31 December 2026"),
        ] {
            assert_eq!(date(days), words);
        }
    }

    #[test]
    fn the_page_tells_what_it_loads() {
        let page = "<link href=\"./plan-0123456789abcdef.css\"><script src=\"./a-0123456789abcdef.js\" data-wasm=\"./a-0123456789abcdef_bg.wasm\">\
                    <a href=\"./?view=wards\"><link rel=\"modulepreload\" href=\"./a-0123456789abcdef.js\">";
        let names = ["a-0123456789abcdef.js", "a-0123456789abcdef_bg.wasm", "plan-0123456789abcdef.css"];
        assert_eq!(names_in(page), names);
    }

    #[test]
    fn what_can_be_kept_follows_the_main_part() {
        assert_eq!(after_main("<main></main>\n</body>", "<aside>\n").unwrap(), "<main></main>\n<aside>\n</body>");
        assert!(after_main("<p>", "").is_err());
    }
}
