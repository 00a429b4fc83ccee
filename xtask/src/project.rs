//! Where things are.

use std::path::{Path, PathBuf};
use std::{fs, io};

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

/// Where Cargo and these commands put what they make on the way.
#[must_use]
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
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
