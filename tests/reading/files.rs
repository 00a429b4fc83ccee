//! The project's own files, for tests that read them as text.

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the project.
pub(crate) struct File {
    /// Its path from the project's top folder, with slashes.
    pub(crate) path: String,
    /// What is in it.
    pub(crate) text: String,
}

/// The project's top folder.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files under a folder, or the one file that it names, whose names end with one of these, by path.
pub(crate) fn files(place: &str, endings: &[&str]) -> Vec<File> {
    let mut paths = Vec::new();
    collect(&root().join(place), &mut paths);
    paths.sort();
    let files = paths.into_iter().map(|path| {
        let short = path.strip_prefix(root()).expect("it lies in the project").to_string_lossy().replace('\\', "/");
        (short, path)
    });
    files
        .filter(|(short, _)| endings.iter().any(|it| short.ends_with(it)))
        .map(|(short, path)| File { path: short, text: fs::read_to_string(path).expect("source files hold text") })
        .collect()
}

fn collect(place: &Path, paths: &mut Vec<PathBuf>) {
    if place.is_dir() {
        for entry in fs::read_dir(place).expect("folders of the project can be read").flatten() {
            collect(&entry.path(), paths);
        }
    } else if place.is_file() {
        paths.push(place.to_owned());
    }
}
