//! The compiled assets: what Trunk and esbuild made of the source, without a word of any plan.
//!
//! One folder holds all of them under plain names. `Trunk.toml` has them made; whoever has this folder and the `plan` program
//! publishes a site without a compiler. In the kit the folder is inside the program.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};

use super::inside;

/// The programs that Trunk compiles, each with the script that starts it.
pub(super) const PROGRAMS: [&str; 2] = ["plan-explorer", "plan-details"];

/// A compiled program.
#[derive(Debug)]
pub(super) struct Program {
    /// The script that wasm-bindgen makes for it.
    pub(super) script: Vec<u8>,
    pub(super) wasm: Vec<u8>,
}

/// All of them, as bytes or as text.
#[derive(Debug)]
pub(super) struct Assets {
    /// The first program: it brings the page to life.
    pub(super) explorer: Program,
    /// The second program: charts, wards, paper.
    pub(super) details: Program,
    pub(super) stylesheet: String,
    /// Filters the page that has no program; the rules of the plan are put in.
    pub(super) without_program: String,
    /// Starts the first program.
    pub(super) boot: Vec<u8>,
    /// Watches for what comes near the window and has the second program fill it.
    pub(super) lazy: Vec<u8>,
    /// Puts onto the page what lies in files beside it.
    pub(super) fragments: Vec<u8>,
    /// The library that draws charts; `plan site` draws with it too.
    pub(super) charts: String,
    /// Defines the custom element; `FILES` is put in.
    pub(super) element: String,
    /// Tells the page around a frame how high the page in it is.
    pub(super) frame: Vec<u8>,
    /// The other side of it, for hosts.
    pub(super) frame_for_hosts: Vec<u8>,
    /// What visitors can keep.
    pub(super) keep: Vec<u8>,
    /// Opens the one-file edition.
    pub(super) offline: String,
    /// Answers for a saved copy; `FILES`, `BUILD` and `EDITION` are put in.
    pub(super) worker: String,
    /// Ends all saved copies.
    pub(super) worker_off: Vec<u8>,
    /// The letters of the picture beside a link.
    pub(super) fonts: [Vec<u8>; 2],
}

impl Assets {
    /// Reads them from their folder, or from inside the program where none is named.
    ///
    /// # Errors
    /// Names the first that is not there.
    pub(super) fn read(folder: Option<&Path>) -> Result<Self> {
        let bytes = |name: &str| match folder {
            Some(folder) => {
                let path = folder.join(name);
                fs::read(&path).with_context(|| format!("{} cannot be read. {HOW_TO}", path.display()))
            }
            None => inside::get(name).map(Cow::into_owned).with_context(|| format!("{name} {NOT_INSIDE}")),
        };
        if let Some(folder) = folder {
            ensure!(folder.is_dir(), "there is no folder {}. {HOW_TO}", folder.display());
        }
        let text = |name: &str| String::from_utf8(bytes(name)?).with_context(|| format!("the asset {name} is no text"));
        let program = |name: &str| -> Result<Program> {
            Ok(Program { script: bytes(&format!("{name}.js"))?, wasm: bytes(&format!("{name}_bg.wasm"))? })
        };
        let [explorer, details] = PROGRAMS;
        Ok(Self {
            explorer: program(explorer)?,
            details: program(details)?,
            stylesheet: text("plan.css")?,
            without_program: text("static.css")?,
            boot: bytes("boot.js")?,
            lazy: bytes("lazy.js")?,
            fragments: bytes("fragments.js")?,
            charts: text("charts.js")?,
            element: text("element.js")?,
            frame: bytes("frame.js")?,
            frame_for_hosts: bytes("plan-explorer-frame.js")?,
            keep: bytes("keep.js")?,
            offline: text("offline.js")?,
            worker: text("sw.js")?,
            worker_off: bytes("sw-off.js")?,
            fonts: [bytes("DejaVuSans.ttf")?, bytes("DejaVuSans-Bold.ttf")?],
        })
    }

    /// Adds the programs that Trunk has just compiled to the folder of assets.
    ///
    /// # Errors
    /// Fails where one is not there, or the folder cannot be written.
    pub(super) fn take_in(folder: &Path, compiled: &Path) -> Result<()> {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        for name in PROGRAMS.iter().flat_map(|it| [format!("{it}.js"), format!("{it}_bg.wasm")]) {
            let from = compiled.join(&name);
            fs::copy(&from, folder.join(&name)).with_context(|| format!("{} cannot be copied", from.display()))?;
        }
        Ok(())
    }
}

/// What to do where they are not there.
const HOW_TO: &str = "“trunk build --release” makes the assets, in target/site/assets";
/// What is said of a program that was made without them.
const NOT_INSIDE: &str = "is not inside this program. Name the folder of the compiled assets with --assets, or take the program from the kit";
