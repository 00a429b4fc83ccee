//! The engine knows nothing of any one council: whatever is said of one comes from `data/`.

use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn no_source_file_names_a_council() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for path in rust_files(&folder) {
        let text = fs::read_to_string(&path).expect("source files can be read");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (at, line) in code.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            if ["tamworth", "staffordshire"].iter().any(|it| line.to_lowercase().contains(it)) {
                found.push(format!("{}:{}: {}", path.display(), at + 1, line.trim()));
            }
        }
    }
    assert!(found.is_empty(), "this belongs into data/:\n{}", found.join("\n"));
}

/// All but those that hold only tests.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("source folders can be read").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.append(&mut rust_files(&path));
        } else if path.extension().is_some_and(|it| it == "rs") && !path.ends_with("tests.rs") {
            files.push(path);
        }
    }
    files
}
