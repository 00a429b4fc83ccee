//! What the project's folder must hold, and how long a file may be.

use crate::files::File;

/// Paths that other things rely on: hosts, the README, the commands.
const PROMISED: [&str; 21] = [
    "Cargo.toml",
    "Cargo.lock",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "README.md",
    "Trunk.toml",
    "rust-toolchain.toml",
    "index.html",
    "package.json",
    "package-lock.json",
    ".ci/run",
    ".cargo/config.toml",
    "data/README.md",
    "data/explorer.toml",
    "public/boot.js",
    "public/icon.svg",
    "src/lib.rs",
    "src/main.rs",
    "src/bin/plan.rs",
    "style/main.css",
    "xtask/Cargo.toml",
];

/// What is promised and not there.
pub(crate) fn promised(is_there: impl Fn(&str) -> bool) -> Vec<String> {
    PROMISED.iter().filter(|it| !is_there(it)).map(|it| format!("{it}:1: it is promised, and not there")).collect()
}

/// The most lines that a file may have: longer ones are taken apart.
const LONGEST: usize = 400;

/// Files that are too long.
pub(crate) fn lengths(source: &[File]) -> Vec<String> {
    let lines = source.iter().map(|it| (it, it.text.lines().count()));
    lines
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(file, lines)| format!("{}:{LONGEST}: it has {lines} lines; at most {LONGEST} are allowed", file.path))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::made_up;

    #[test]
    fn what_is_missing_is_told() {
        assert_eq!(promised(|_| true), [""; 0]);
        assert_eq!(promised(|path| path != "Trunk.toml"), ["Trunk.toml:1: it is promised, and not there"]);
    }

    #[test]
    fn a_long_file_is_told() {
        let told = lengths(&[made_up("src/a.rs", &"\n".repeat(400)), made_up("src/b.rs", &"\n".repeat(401))]);
        assert_eq!(told, ["src/b.rs:400: it has 401 lines; at most 400 are allowed"]);
    }
}
