//! Replacing files: all of them or none, as far as a file system allows.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::Refusal;

/// A file's name, and what it shall hold.
pub(super) type New = (&'static str, String);

/// Writes these files into a folder. Each is written beside the old one, to its last byte on the disk, before any takes the
/// place of an old one. If that fails in between, those already replaced get their old content back.
pub(super) fn replace(folder: &Path, files: &[New]) -> Result<(), Refusal> {
    let beside: Vec<PathBuf> =
        files.iter().map(|(name, _)| folder.join(format!("{name}.{}.new", std::process::id()))).collect();
    let written = beside.iter().zip(files).try_for_each(|(path, (_, text))| write(path, text.as_bytes()));
    let outcome = written.and_then(|()| put_in_place(folder, files, &beside));
    if outcome.is_err() {
        for path in &beside {
            // It may not have been written at all.
            drop(fs::remove_file(path));
        }
    }
    outcome
}

fn write(path: &Path, content: &[u8]) -> Result<(), Refusal> {
    let write = || {
        let mut file = File::create(path)?;
        file.write_all(content)?;
        file.sync_all()
    };
    write().map_err(|error| Refusal::at(path, &format!("it cannot be written ({error}). Nothing was changed")))
}

fn put_in_place(folder: &Path, files: &[New], beside: &[PathBuf]) -> Result<(), Refusal> {
    let mut before: Vec<(PathBuf, Option<Vec<u8>>)> = Vec::new();
    for ((name, _), new) in files.iter().zip(beside) {
        let old = folder.join(name);
        let content = fs::read(&old).ok();
        if let Err(error) = fs::rename(new, &old) {
            let restored = before.iter().rev().all(|(path, content)| restore(path, content.as_deref()));
            let state = if restored {
                "Nothing was changed"
            } else {
                "A file beside it was already changed and could not be changed back: get both from your backup"
            };
            return Err(Refusal::at(&old, &format!("it cannot be replaced ({error}). {state}")));
        }
        before.push((old, content));
    }
    // A folder cannot be opened on every system; where it can, the new names go to the disk as well.
    if let Ok(folder) = File::open(folder) {
        drop(folder.sync_all());
    }
    Ok(())
}

fn restore(path: &Path, content: Option<&[u8]>) -> bool {
    match content {
        Some(content) => {
            let beside = path.with_extension("old");
            write(&beside, content).is_ok() && fs::rename(&beside, path).is_ok()
        }
        None => fs::remove_file(path).is_ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of its own for a test; gone when dropped.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("plan-write-{name}-{}", std::process::id()));
            fs::create_dir_all(&folder).unwrap();
            Self(folder)
        }

        fn files(&self) -> Vec<(String, String)> {
            let mut files: Vec<_> = fs::read_dir(&self.0)
                .unwrap()
                .flatten()
                .filter(|it| it.path().is_file())
                .map(|it| (it.file_name().into_string().unwrap(), fs::read_to_string(it.path()).unwrap()))
                .collect();
            files.sort();
            files
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            drop(fs::remove_dir_all(&self.0));
        }
    }

    fn new(name: &'static str, text: &str) -> New {
        (name, text.to_owned())
    }

    fn owned(files: &[(&str, &str)]) -> Vec<(String, String)> {
        files.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
    }

    #[test]
    fn all_files_are_replaced() {
        let folder = Folder::new("all");
        fs::write(folder.0.join("a.csv"), "old").unwrap();
        replace(&folder.0, &[new("a.csv", "1"), new("b.toml", "2")]).unwrap();
        assert_eq!(folder.files(), owned(&[("a.csv", "1"), ("b.toml", "2")]));
    }

    #[test]
    fn or_none() {
        let folder = Folder::new("none");
        fs::write(folder.0.join("a.csv"), "old").unwrap();
        // A folder in the place of a file cannot be replaced by one.
        fs::create_dir_all(folder.0.join("b.toml/c")).unwrap();
        let refusal = replace(&folder.0, &[new("a.csv", "1"), new("b.toml", "2")]).unwrap_err();
        assert!(refusal.0.contains("b.toml") && refusal.0.contains("Nothing was changed"), "{refusal}");
        assert_eq!(folder.files(), owned(&[("a.csv", "old")]));
        let refusal = replace(&folder.0.join("missing"), &[new("a.csv", "1")]).unwrap_err();
        assert!(refusal.0.contains("Nothing was changed"), "{refusal}");
    }
}
