//! What there is in a folder, to be compared with what there was.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Every file in a folder and those in it, with its time and size.
pub(super) type Snapshot = Vec<(PathBuf, Option<SystemTime>, u64)>;

/// What there is in a folder now.
pub(super) fn snapshot(folder: &Path) -> Snapshot {
    let (mut files, mut folders) = (Vec::new(), vec![folder.to_path_buf()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            match fs::metadata(&path) {
                Ok(about) if about.is_dir() => folders.push(path),
                Ok(about) => files.push((path, about.modified().ok(), about.len())),
                Err(_) => {}
            }
        }
    }
    files.sort();
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_any_file_is_seen() {
        let folder = std::env::temp_dir().join(format!("plan-watch-{}", std::process::id()));
        fs::create_dir_all(folder.join("in")).unwrap();
        fs::write(folder.join("in/a.toml"), "1").unwrap();
        let first = snapshot(&folder);
        assert_eq!((first.len(), &snapshot(&folder)), (1, &first));
        fs::write(folder.join("in/a.toml"), "12").unwrap();
        assert_ne!(snapshot(&folder), first);
        fs::remove_dir_all(folder).unwrap();
    }
}
