//! Makes the compiled app smaller than wasm-bindgen leaves it. Trunk is told not to optimise: all of that is here.
//!
//! ```text
//! wasm ─► optimise ─► drop what only unused exports hold ─► optimise, shorten names, blank places ─► wasm
//!                       ▲                                          │ which imports and exports are left, new names
//! glue ─► pieces ───────┘                                          ▼
//!                                                     leave out pieces, minify ─► glue
//! ```
//! wasm-bindgen exports every class of every package, used or not, and an export keeps all that it calls alive. Only the
//! start of an app is called from outside; what neither the start nor anything that it leads to reaches, on
//! either side of the border between JavaScript and wasm, can go.
//!
//! Each step stops when something is not as wasm-bindgen is known to write it, so that a new version cannot break the site
//! unseen. The outcome depends on the input alone.

mod glue;
mod places;
mod start;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::project;
use crate::run::{self, stdout};
use crate::setup::Tools;
use crate::sizes::grouped;
use glue::{Glue, Names};

/// How the wasm is optimised, measured by what is left after brotli. Debug information and the names of functions go.
const OPTIMISE: [&str; 3] = ["-Oz", "--strip-debug", "--strip-producers"];
/// How it is optimised at the end. Taking nested code apart first (`flatten`, `rereloop`) lets the passes find more; nothing
/// of ours lies at the lowest addresses, which are the end of the stack; and a function with one caller stays a function.
/// Together 0.9 kB after brotli.
const OPTIMISE_LAST: [&str; 8] = [
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=0",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--strip-debug",
    "--strip-producers",
];
/// The oldest browsers, as for the stylesheet in `Trunk.toml`.
pub(crate) const BROWSERS: &str = "--target=chrome111,firefox121,safari16.4";

/// Replaces the wasm and the glue of this app in the built site; `in_pages` says whether pages name it.
pub(crate) fn slim(tools: &Tools, site: &Path, app: &str, in_pages: bool) -> Result<()> {
    println!("  {app}");
    let old = Files::find(site, app)?;
    let work = project::target().join("site").join("slim");
    fs::create_dir_all(&work)?;
    let file = |name: &str| work.join(name);
    let tool = |name: &str, input: &Path, output: &Path| {
        let mut command = tools.program(name);
        command.arg(input).arg("-o").arg(output);
        command
    };

    run::run(tool("wasm-opt", &old.wasm, &file("optimised.wasm")).args(OPTIMISE))?;
    saved("optimising", &old.wasm, &file("optimised.wasm"))?;

    let glue = start::at_once(&fs::read_to_string(&old.glue)?)
        .and_then(|text| Glue::read(&text, app))
        .context("the glue is not as wasm-bindgen is known to write it")?;
    fs::write(file("graph.json"), glue.graph())?;
    // It names all that it leaves out, which is no news to anybody.
    stdout(
        tool("wasm-metadce", &file("optimised.wasm"), &file("reached.wasm"))
            .arg("--graph-file")
            .arg(file("graph.json")),
    )?;
    saved("dropping what is never reached", &file("optimised.wasm"), &file("reached.wasm"))?;

    run::run(tool("wasm-opt", &file("reached.wasm"), &file("small.wasm")).args(OPTIMISE_LAST))?;
    saved("optimising again", &file("reached.wasm"), &file("small.wasm"))?;

    let mut rename = tool("wasm-opt", &file("small.wasm"), &file("short.wasm"));
    let names = stdout(rename.arg("--minify-imports-and-exports-and-modules"))?;
    saved("shortening names", &file("small.wasm"), &file("short.wasm"))?;

    fs::write(file("pruned.js"), glue.pruned(&Names::read(&names, app)?)?)?;
    saved("dropping glue that the wasm does not use", &old.glue, &file("pruned.js"))?;
    let mut minify = tools.npm_program("esbuild");
    minify.arg(file("pruned.js")).args(["--minify", "--format=esm", BROWSERS, "--log-level=warning"]);
    minify.arg(format!("--outfile={}", file("short.js").display()));
    run::run(&mut minify)?;
    saved("minifying the glue", &file("pruned.js"), &file("short.js"))?;

    let mut wasm = fs::read(file("short.wasm"))?;
    println!("  blanking the places of panics: {} bytes", grouped(places::blank(&mut wasm)));
    old.replace(site, app, in_pages, &wasm, &fs::read(file("short.js"))?)
}

/// Says by how much a step made a file smaller.
fn saved(what: &str, before: &Path, after: &Path) -> Result<()> {
    let length = |path: &Path| anyhow::Ok(usize::try_from(fs::metadata(path)?.len())?);
    println!("  {what}: {} to {} bytes", grouped(length(before)?), grouped(length(after)?));
    Ok(())
}

/// The two files of the compiled app as Trunk names them.
struct Files {
    wasm: PathBuf,
    glue: PathBuf,
}

impl Files {
    fn find(site: &Path, app: &str) -> Result<Self> {
        let mut files = Vec::new();
        for entry in fs::read_dir(site)? {
            files.push(entry?.path());
        }
        let one = |ending: &str| {
            let fits = |path: &&PathBuf| {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                name.strip_prefix(app).is_some_and(|rest| rest.starts_with('-') && rest.ends_with(ending))
            };
            let mut found = files.iter().filter(fits);
            match (found.next(), found.next()) {
                (Some(path), None) => Ok(path.clone()),
                _ => bail!("the site should have exactly one file {app}-…{ending}"),
            }
        };
        Ok(Self { wasm: one("_bg.wasm")?, glue: one(".js")? })
    }

    /// Puts new files in their place, each named after its content, and makes the pages point at them.
    fn replace(&self, site: &Path, app: &str, in_pages: bool, wasm: &[u8], glue: &[u8]) -> Result<()> {
        let new = [
            (&self.wasm, format!("{app}-{}_bg.wasm", hash(wasm)), wasm),
            (&self.glue, format!("{app}-{}.js", hash(glue)), glue),
        ];
        for (old, name, content) in new {
            let old_name = old.file_name().unwrap_or_default().to_string_lossy();
            if in_pages {
                rename_in_pages(site, &old_name, &name)?;
            }
            fs::remove_file(old)?;
            fs::write(site.join(name), content)?;
        }
        Ok(())
    }
}

/// Makes every page of the site name a file by its new name; one at least must name it.
pub(crate) fn rename_in_pages(site: &Path, old: &str, new: &str) -> Result<()> {
    let mut named = false;
    for entry in fs::read_dir(site)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "html") {
            let page = fs::read_to_string(&path)?;
            if page.contains(old) {
                fs::write(&path, page.replace(old, new))?;
                named = true;
            }
        }
    }
    if !named {
        bail!("no page of the site names {old}");
    }
    Ok(())
}

/// A name for a content: 64-bit FNV-1a, which stays the same from one version of Rust to the next.
pub(crate) fn hash(content: &[u8]) -> String {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
    format!("{:016x}", content.iter().fold(0xcbf2_9ce4_8422_2325, step))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_gets_the_published_hash() {
        assert_eq!(hash(b""), "cbf29ce484222325");
        assert_eq!(hash(b"foobar"), "85944171f73967e8");
    }

    #[test]
    fn new_files_take_the_place_of_the_old_ones() {
        let site = std::env::temp_dir().join(format!("slim-{}", std::process::id()));
        fs::create_dir_all(&site).unwrap();
        fs::write(site.join("plan-explorer-1_bg.wasm"), "old").unwrap();
        assert!(Files::find(&site, "plan-explorer").is_err());
        fs::write(site.join("plan-explorer-1.js"), "old").unwrap();
        fs::write(site.join("index.html"), "./plan-explorer-1.js ./plan-explorer-1_bg.wasm ./plan-explorer-1.js")
            .unwrap();
        Files::find(&site, "plan-explorer").unwrap().replace(&site, "plan-explorer", true, b"", b"foobar").unwrap();
        let (wasm, glue) = ("plan-explorer-cbf29ce484222325_bg.wasm", "plan-explorer-85944171f73967e8.js");
        assert_eq!(fs::read_to_string(site.join("index.html")).unwrap(), format!("./{glue} ./{wasm} ./{glue}"));
        assert!(site.join(wasm).is_file() && !site.join("plan-explorer-1.js").exists());
        // A page that points elsewhere is refused.
        fs::write(site.join("index.html"), "").unwrap();
        assert!(Files::find(&site, "plan-explorer").unwrap().replace(&site, "plan-explorer", true, b"", b"").is_err());
        fs::remove_dir_all(site).unwrap();
    }
}
