//! What a visitor can keep of the site: a copy on the device with its worker, an installed app, and one file to carry away.
//!
//! Comes last, when every other file has its name and its content: all of this names them, and says how much they weigh.

use std::borrow::Cow;
use std::collections::BTreeMap;

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use jiff::tz::Offset;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::assets::Assets;
use super::cache::Cache;
use super::compress::{ONE_FILE, Settings, gzip};
use super::folder::{Audience, Content, Folder, hash};
use super::pages::{Parts, page, with_changes, without_editions};
use super::publication::Publication;
use crate::query::link::escaped;
use crate::site::head;

/// What the standalone page offers to keep.
const KEEP: &str = include_str!("../../../public/keep.html");
/// What the one file says of itself.
const NOTE: &str = include_str!("../../../public/offline.html");
const ICON: &str = include_str!("../../../public/icon-maskable.svg");

/// The sum by which the worker knows a file.
#[must_use]
pub fn sum(content: &[u8]) -> String {
    BASE64.encode(Sha256::digest(content))
}

/// The parts of the standalone page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standalone<'p> {
    pub(super) shell: &'p str,
    /// What all pages have in their heads.
    pub(super) head: &'p str,
    /// What the head says of the picture beside a link.
    pub(super) social: &'p str,
    /// The page without images of charts.
    pub(super) main: &'p str,
    /// The page with them.
    pub(super) main_with_pictures: &'p str,
    /// The page with what changed since the edition before alone, if one is held.
    pub(super) changes: Option<&'p str>,
    pub(super) icon: &'p str,
}

/// Adds all of it, and the standalone page, to the site that has all other files.
///
/// # Errors
/// Fails where a template has a place that is not known, or the shell lacks one.
pub(super) fn add(
    folder: &mut Folder,
    of: &Publication,
    with: Standalone<'_>,
    assets: &Assets,
    settings: Settings<'_>,
) -> Result<()> {
    let maskable = folder.put_hashed("icon-maskable", ".svg", ICON, Audience::Page);
    folder.put("manifest.webmanifest", manifest(of, with.icon, &maskable), Audience::Page);
    let script = folder.put_hashed("keep", ".js", assets.keep.clone(), Audience::Page);
    // Before anything is weighed.
    settings.compress(folder)?;

    let of_the_plan = [with.head, &head::html(of.plan)].concat();
    let note = filled(NOTE, &[("TODAY", &of.today)])?;
    let main = match with.changes {
        Some(changes) => Cow::Owned(with_changes(with.main, changes)?),
        None => Cow::Borrowed(with.main),
    };
    let main = without_editions(&main)?;
    let parts = Parts { title: &of.title, head: &of_the_plan, main: &main, after_main: &note };
    let one_file = one_file(folder, &page(with.shell, parts)?, &of.title, &assets.offline, settings.cache)?;
    let size_of_one_file = in_words(one_file.len());
    folder.put(ONE_FILE, one_file, Audience::Others);

    let head = [&of_the_plan, with.social, "<link rel=\"manifest\" href=\"./manifest.webmanifest\">"].concat();
    let parts = Parts { title: &of.title, head: &head, main: with.main_with_pictures, after_main: "" };
    let kept: usize = folder.files.values().filter(|it| it.audience == Audience::Page).map(Content::weight).sum();
    let kept = kept + settings.weight(page(with.shell, parts)?.as_bytes())?;
    let keep = [
        ("SCRIPT", script.as_str()),
        ("SAVED", &in_words(kept.next_multiple_of(10_000))),
        ("ONE_FILE", &size_of_one_file),
    ];
    let parts = Parts { after_main: &filled(KEEP, &keep)?, ..parts };
    folder.put("index.html", page(with.shell, parts)?, Audience::Page);

    let worker = worker(folder, of, &assets.worker);
    folder.put("sw.js", worker, Audience::Others);
    folder.put("sw-off.js", assets.worker_off.clone(), Audience::Others);
    Ok(())
}

/// A template with its places filled.
fn filled(template: &str, places: &[(&str, &str)]) -> Result<String> {
    let mut text = template.to_owned();
    for (name, what) in places {
        text = text.replace(&format!("{{{name}}}"), what);
    }
    ensure!(!text.contains('{'), "a template has a place that is not known: {text}");
    Ok(text)
}

/// A size as visitors read it.
fn in_words(bytes: usize) -> String {
    format!("{} kB", bytes.div_ceil(1000))
}

/// The worker of a saved copy: it knows every file by its sum. The page itself is the folder's address.
fn worker(folder: &Folder, of: &Publication, script: &str) -> String {
    let files: BTreeMap<&str, String> = folder
        .files
        .iter()
        .filter(|(_, it)| it.audience == Audience::Page)
        .map(|(name, it)| (if name == "index.html" { "" } else { name }, sum(&it.bytes)))
        .collect();
    let (files, edition) = (json!(files).to_string(), json!(of.edition).to_string());
    let build = json!(hash([&files, script, &edition].concat().as_bytes()));
    format!("const FILES={files},BUILD={build},EDITION={edition};{script}")
}

/// What an installed app is called and looks like.
fn manifest(of: &Publication, icon: &str, maskable: &str) -> String {
    let icons = |name: &str, purpose: &str| json!({ "src": format!("./{name}"), "sizes": "any", "type": "image/svg+xml", "purpose": purpose });
    let shortcut = |name: &str, to: &str| json!({ "name": name, "url": to });
    json!({
        "name": of.title,
        "short_name": "Safety plan",
        "description": head::description(of.plan),
        "lang": "en-GB",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#12436d",
        "icons": [icons(icon, "any"), icons(maskable, "maskable")],
        "shortcuts": [shortcut("Your ward", "./?view=wards"), shortcut("By priority", "./"), shortcut("Figures", "./?view=figures")],
    })
    .to_string()
}

/// The policy of the one file: nothing from anywhere but itself.
const POLICY: &str = "default-src 'none'; script-src 'unsafe-inline' blob: 'wasm-unsafe-eval'; style-src blob:; \
     img-src data: blob:; connect-src blob:; base-uri 'none'; form-action 'none'";

/// The page with all that it loads, in one file.
fn one_file(folder: &Folder, page: &str, title: &str, opener: &str, cache: &Cache) -> Result<String> {
    let title = escaped(title);
    let mut shelf = shelved("index.html", "text/html", page.as_bytes(), cache)?;
    for (name, content) in folder.files.iter().filter(|(name, _)| page.contains(&format!("\"./{name}\""))) {
        let kind = match name.rsplit('.').next().unwrap_or_default() {
            "css" => "text/css",
            "html" => "text/html",
            "js" => "text/javascript",
            "wasm" => "application/wasm",
            "svg" => "image/svg+xml",
            "bin" => "application/octet-stream",
            other => anyhow::bail!("the page loads {name}, and what `{other}` is nobody knows"),
        };
        shelf += &shelved(name, kind, &content.bytes, cache)?;
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
fn shelved(name: &str, kind: &str, content: &[u8], cache: &Cache) -> Result<String> {
    let packed = BASE64.encode(cache.get_or_make("gz", content, gzip)?);
    Ok(format!("<script type=\"text/plain\" data-name=\"{name}\" data-type=\"{kind}\">{packed}</script>\n"))
}

/// Today's date in words. `SOURCE_DATE_EPOCH` sets it, for whoever wants the same bytes on another day.
///
/// # Errors
/// Fails where that is set to something else than a number of seconds.
pub(super) fn today() -> Result<String> {
    let now = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(set) => {
            let seconds = set.parse().context("SOURCE_DATE_EPOCH is no number of seconds")?;
            jiff::Timestamp::from_second(seconds).context("SOURCE_DATE_EPOCH is too far away")?
        }
        Err(_) => jiff::Timestamp::now(),
    };
    Ok(Offset::UTC.to_datetime(now).strftime("%-d %B %Y").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_of_a_template_is_filled() {
        assert_eq!(filled("{A} and {B}", &[("A", "1"), ("B", "2")]).unwrap(), "1 and 2");
        assert!(filled("{A} and {B}", &[("A", "1")]).is_err());
        assert_eq!([1, 1000, 1001].map(in_words), ["1 kB", "1 kB", "2 kB"]);
    }

    #[test]
    fn the_one_file_has_what_the_page_loads_and_nothing_else() {
        let mut folder = Folder::default();
        folder.put("a-0123456789abcdef.js", "loaded()", Audience::Page);
        folder.put("b-0123456789abcdef.js", "not loaded", Audience::Page);
        let file = one_file(&folder, "<script src=\"./a-0123456789abcdef.js\">", "A & B", "open()", &Cache::default())
            .unwrap();
        assert!(file.contains("data-name=\"a-0123456789abcdef.js\" data-type=\"text/javascript\">"), "{file}");
        assert!(!file.contains("b-0123456789abcdef.js") && file.contains("<title>A &amp; B</title>"), "{file}");
        folder.put("c-0123456789abcdef.xyz", "", Audience::Page);
        assert!(one_file(&folder, "<img src=\"./c-0123456789abcdef.xyz\">", "", "", &Cache::default()).is_err());
    }
}
