//! The invented council's three editions, newest first: a draft, what was adopted, and the year after.

use plan_explorer::plan::{Plan, load};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// A data folder of all three; `name` tells it from those of other tests.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("years-{name}-{}", std::process::id()));
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/editions/brindlemere");
    xtask::project::copy(&from, &folder).expect("the invented editions can be copied");
    let explorer = "edition = \"2032\"\nearlier = [\"2031\", \"2031-draft\"]\narea = \"area\"\n";
    fs::write(folder.join("explorer.toml"), explorer).expect("the copy can be written");
    folder
}

/// Their plans.
pub(crate) fn years() -> &'static [Plan] {
    static YEARS: OnceLock<Vec<Plan>> = OnceLock::new();
    YEARS.get_or_init(|| {
        let folder = folder("plans");
        let loaded = load::edition(&folder);
        drop(fs::remove_dir_all(folder));
        let told: Vec<String> = loaded.problems.iter().map(ToString::to_string).collect();
        let current = loaded.plan.unwrap_or_else(|| panic!("{}", told.join("\n")));
        [vec![current], loaded.earlier].concat()
    })
}
