//! Where things are.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::{fs, io};

use serde_json::Value;

use crate::run::{cargo, output};

/// The project's top folder.
#[must_use]
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// The built site.
#[must_use]
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Where Cargo and these commands put what they make on the way. Cargo itself is asked: the environment or a file of settings may
/// name another folder, inside the project or elsewhere.
#[must_use]
pub fn target() -> PathBuf {
    static TARGET: OnceLock<PathBuf> = OnceLock::new();
    let ask = || {
        let told = output(&mut cargo(&["metadata", "--format-version", "1", "--no-deps", "--offline"]))?;
        let told: Value = serde_json::from_str(&told).ok()?;
        told.get("target_directory")?.as_str().map(PathBuf::from)
    };
    TARGET.get_or_init(|| ask().unwrap_or_else(|| root().join("target"))).clone()
}

/// The npm packages.
#[must_use]
pub fn node_modules() -> PathBuf {
    root().join("node_modules")
}

/// Makes a folder with all that is in another, and nothing else.
///
/// # Errors
/// Fails where the one cannot be read or the other not be written.
pub fn copy(from: &Path, to: &Path) -> io::Result<()> {
    drop(fs::remove_dir_all(to));
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let there = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &there)?;
        } else {
            fs::copy(entry.path(), there)?;
        }
    }
    Ok(())
}
