//! The command `kit`: one zip with a `plan` program that has the compiled assets inside, example data, and a page of instructions.
//!
//! ```text
//! assets ─► stage ─► program (feature `kit`) ─► zip ─► trial: unpacked, with an empty PATH, from the example to a site, twice
//! ```
//! Nothing here is bound to one system: on each it makes the kit of that system. The assets are the same everywhere, so that they
//! may come from another machine (`--assets`).

mod trial;

use std::fs;
use std::io::{Seek, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use sha2::{Digest as _, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::args::Args;
use crate::run::{self, cargo, step};
use crate::setup::{self, Need};
use crate::{build, paths, project, publish};

/// The most bytes that the kit may have.
const MOST: u64 = 15_000_000;
/// The page of instructions.
const README: &str = include_str!("kit/README.txt");
/// What the program is called.
const PROGRAM: &str = if cfg!(windows) { "plan.exe" } else { "plan" };

pub(crate) fn run(mut args: Args) -> Result<()> {
    let given = args.value("--assets")?;
    args.finish()?;
    let assets = if let Some(folder) = given {
        PathBuf::from(folder)
    } else {
        build::assets_if_changed(&setup::set_up(Need::Site)?)?;
        publish::assets()
    };
    let staged = stage(&assets)?;
    println!("The compiled assets that it holds are in {}.", staged.display());
    let program = step("Compiling the plan program with the assets inside", "about 15 minutes the first time", || {
        run::run(&mut compile(&staged)?)?;
        Ok(project::target().join("kit").join(PROGRAM))
    })?;
    if paths::SHORT_IN_C {
        paths::check(&program)?;
    }
    let name = name();
    let zip = project::target().join(format!("{name}.zip"));
    write(&zip, &name, &program)?;
    let size = fs::metadata(&zip)?.len();
    println!("{} has {:.1} MB.", zip.display(), in_mb(size));
    ensure!(size <= MOST, "the kit has {:.1} MB; at most {:.0} are allowed", in_mb(size), in_mb(MOST));
    trial::run(&zip, &name)
}

#[expect(clippy::cast_precision_loss, reason = "a size to be read by people")]
fn in_mb(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

/// `plan-explorer-kit-0.1.0-linux-x86_64`.
fn name() -> String {
    let (version, system, processor) = (env!("CARGO_PKG_VERSION"), std::env::consts::OS, std::env::consts::ARCH);
    format!("plan-explorer-kit-{version}-{system}-{processor}")
}

/// Puts into one folder what goes into the program: the assets, and beside them, in `kept`, compressed copies of them that an earlier
/// publication has kept. These take longest, and no plan changes them.
fn stage(assets: &Path) -> Result<PathBuf> {
    let staged = project::root().join("target/site/kit-assets");
    drop(fs::remove_dir_all(&staged));
    fs::create_dir_all(staged.join("kept"))?;
    let caches = [project::root().join("target/site/cache"), assets.join("kept")];
    let files = fs::read_dir(assets).with_context(|| format!("{} cannot be read", assets.display()))?;
    for file in files {
        let path = file?.path();
        let name = path.file_name().unwrap_or_default();
        if path.is_dir() || name == "made-from" {
            continue;
        }
        let content = fs::read(&path)?;
        fs::write(staged.join(name), &content)?;
        for kept in ["br11", "gz"].map(|kind| format!("{kind}-{}", hash(&content))) {
            let found = caches.iter().map(|it| it.join(&kept)).find(|it| it.is_file());
            if let Some(found) = found {
                fs::copy(found, staged.join("kept").join(kept))?;
            }
        }
    }
    Ok(staged)
}

/// The beginning of the sum of a content, as `plan site` names what it keeps.
fn hash(content: &[u8]) -> String {
    let digits: Vec<String> = Sha256::digest(content).iter().take(8).map(|it| format!("{it:02x}")).collect();
    digits.concat()
}

fn compile(staged: &Path) -> Result<Command> {
    let mut command =
        cargo(&["build", "--profile", "kit", "--package", "plan-explorer", "--bin", "plan", "--features", "kit"]);
    command.env("PLAN_ASSETS", staged);
    // Whoever unpacks it need not know where it was made.
    paths::shorten_all(&mut command)?;
    paths::shorten_c(&mut command);
    Ok(command)
}

/// Writes the zip: one folder with the program, the instructions and the example. The same files give the same bytes.
fn write(to: &Path, name: &str, program: &Path) -> Result<()> {
    let mut zip = ZipWriter::new(fs::File::create(to).with_context(|| format!("{} cannot be written", to.display()))?);
    put(&mut zip, &format!("{name}/{PROGRAM}"), &fs::read(program)?, 0o755)?;
    put(
        &mut zip,
        &format!("{name}/README.txt"),
        README.replace("VERSION", env!("CARGO_PKG_VERSION")).as_bytes(),
        0o644,
    )?;
    let data = project::root().join("data");
    let mut files = Vec::new();
    build::list(&data, &mut files)?;
    files.sort();
    for path in files {
        let inside = path.strip_prefix(&data)?.to_string_lossy().replace('\\', "/");
        put(&mut zip, &format!("{name}/example/{inside}"), &fs::read(&path)?, 0o644)?;
    }
    zip.finish()?.flush()?;
    Ok(())
}

fn put(zip: &mut ZipWriter<impl std::io::Write + Seek>, name: &str, content: &[u8], mode: u32) -> Result<()> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        // The time of every file is the beginning of 1980, whenever it was made.
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(mode);
    zip.start_file(name, options)?;
    Ok(zip.write_all(content)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kit_is_named_after_version_and_machine() {
        let name = name();
        assert!(name.starts_with("plan-explorer-kit-0.") && name.contains(std::env::consts::OS), "{name}");
        let manifest: toml::Table = fs::read_to_string(project::root().join("Cargo.toml")).unwrap().parse().unwrap();
        let version = manifest.get("package").and_then(|it| it.get("version")).and_then(toml::Value::as_str);
        assert_eq!(version, Some(env!("CARGO_PKG_VERSION")), "the program and the kit have two versions");
    }

    #[test]
    fn the_same_files_give_the_same_zip() {
        let folder = std::env::temp_dir().join(format!("xtask-kit-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let program = folder.join("program");
        fs::write(&program, "runs").unwrap();
        let made = ["one", "two"].map(|it| {
            write(&folder.join(it), "kit", &program).unwrap();
            fs::read(folder.join(it)).unwrap()
        });
        let mut unpacked = zip::ZipArchive::new(fs::File::open(folder.join("one")).unwrap()).unwrap();
        let names: Vec<String> = unpacked.file_names().map(str::to_owned).collect();
        let rights = unpacked.by_name(&format!("kit/{PROGRAM}")).unwrap().unix_mode();
        fs::remove_dir_all(&folder).unwrap();
        assert!(made[0] == made[1]);
        assert_eq!(rights.map(|it| it & 0o777), Some(0o755));
        for name in ["kit/README.txt", "kit/example/explorer.toml", "kit/example/README.md"] {
            assert!(names.iter().any(|it| it == name), "{name} is not in {names:?}");
        }
    }

    #[test]
    fn the_instructions_fit_on_a_page() {
        assert!(README.lines().count() <= 60 && README.lines().all(|it| it.chars().count() <= 90));
    }
}
