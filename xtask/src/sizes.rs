//! The table of sizes, and the budgets in `tests/budgets.toml`.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::project;
use crate::weights::{Weight, needed, weigh, with_ending};

/// The modules of wasm, each with the script that wasm-bindgen makes for it.
const MODULES: [(&str, [&str; 2]); 2] = [
    ("first module", ["plan-explorer-*_bg.wasm", "plan-explorer-*.js"]),
    ("second module", ["plan-details-*_bg.wasm", "plan-details-*.js"]),
];

/// A sum over the files that a budget counts.
struct Budget {
    name: String,
    files: Vec<String>,
    most: usize,
    /// Whether pages count only as far as their first view goes.
    first_view: bool,
}

/// Where the first view of a page ends: with all that was promised and done, and everything to filter it by.
pub const AFTER_FIRST_VIEW: &str = "<section data-section=";

/// Each file, or folder of files, and the sums by type, as a table.
pub(crate) fn table() -> Result<String> {
    let weights = weigh(&project::dist())?;
    let listed = by_folder(&weights);
    let widest = listed.iter().map(|weight| weight.name.len()).chain([24]).max().unwrap_or_default();
    let mut table = format!("  {:widest$} {:>10} {:>10} {:>10}\n", "size in bytes", "raw", "gzip", "brotli");
    let mut line = |name: &str, [raw, gzip, brotli]: [usize; 3]| {
        writeln!(table, "  {name:widest$} {:>10} {:>10} {:>10}", grouped(raw), grouped(gzip), grouped(brotli))
    };
    for weight in &listed {
        line(&weight.name, [weight.raw, weight.gzip, weight.brotli])?;
    }
    line("all files", total(&weights, |_| true))?;
    for (what, files) in MODULES {
        line(what, total(&weights, |weight| files.iter().any(|files| matches(files, &weight.name))))?;
    }
    Ok(table)
}

/// The files of a folder inside the site added up; all others as they are.
fn by_folder(weights: &[Weight]) -> Vec<Weight> {
    let folder = |weight: &Weight| weight.name.split_once('/').map(|it| it.0.to_owned());
    let add = |files: &[Weight]| {
        let [raw, gzip, brotli] = total(files, |_| true);
        let name = folder(&files[0]).map(|it| format!("{it}/ ({} files)", files.len()));
        Weight { name: name.unwrap_or_else(|| files[0].name.clone()), raw, gzip, brotli }
    };
    weights.chunk_by(|one, next| folder(one).is_some() && folder(one) == folder(next)).map(add).collect()
}

/// The sums by type of file, as a table.
pub(crate) fn table_by_type() -> Result<String> {
    let weights = weigh(&project::dist())?;
    let ending = |weight: &Weight| weight.name.rsplit('.').next().unwrap_or_default().to_owned();
    let mut types: Vec<String> = weights.iter().map(ending).collect();
    types.sort();
    types.dedup();
    let mut table = format!("  {:24} {:>10} {:>10} {:>10}\n", "size in bytes", "raw", "gzip", "brotli");
    let mut line = |name: &str, [raw, gzip, brotli]: [usize; 3]| {
        writeln!(table, "  {name:24} {:>10} {:>10} {:>10}", grouped(raw), grouped(gzip), grouped(brotli))
    };
    for kind in &types {
        line(kind, total(&weights, |weight| ending(weight) == *kind))?;
    }
    line("all files", total(&weights, |_| true))?;
    for (what, files) in MODULES {
        line(what, total(&weights, |weight| files.iter().any(|files| matches(files, &weight.name))))?;
    }
    Ok(table)
}

/// Compares the built site with the budgets and says each; a breach is an error.
pub(crate) fn check_budgets() -> Result<()> {
    let weights = weigh(&project::dist())?;
    let mut broken = Vec::new();
    for budget in budgets()? {
        let counts = |weight: &Weight| budget.files.iter().any(|files| matches(files, &weight.name));
        let [_, _, mut brotli] = total(&weights, counts);
        if budget.first_view {
            brotli -= after_first_view(&weights, counts)?;
        }
        let verdict = if brotli <= budget.most { "within" } else { "OVER" };
        println!(
            "  {}: {} bytes brotli, {verdict} its budget of {}",
            budget.name,
            grouped(brotli),
            grouped(budget.most)
        );
        if brotli > budget.most {
            broken.push(budget.name);
        } else if brotli == 0 {
            bail!("the budget `{}` in tests/budgets.toml counts no file of the site", budget.name);
        }
    }
    if !broken.is_empty() {
        bail!("over budget: {}", broken.join(", "));
    }
    Ok(())
}

fn budgets() -> Result<Vec<Budget>> {
    let path = project::root().join("tests/budgets.toml");
    let text = fs::read_to_string(&path).context("tests/budgets.toml cannot be read")?;
    read_budgets(&text).context("tests/budgets.toml")
}

fn read_budgets(text: &str) -> Result<Vec<Budget>> {
    let table: toml::Table = text.parse()?;
    let sizes = table.get("sizes").and_then(toml::Value::as_table).context("there is no part [sizes.…]")?;
    let read = |(name, about): (&String, &toml::Value)| {
        let most = about.get("brotli").and_then(toml::Value::as_integer).and_then(|most| usize::try_from(most).ok());
        let files = about.get("files").and_then(toml::Value::as_array);
        let files = files.map(|files| files.iter().filter_map(toml::Value::as_str).map(str::to_owned).collect());
        let (Some(most), Some(files)) = (most, files) else {
            bail!("`{name}` needs `files`, a list of names, and `brotli`, a number of bytes");
        };
        let first_view = about.get("pages").and_then(toml::Value::as_str) == Some("first view");
        Ok(Budget { name: name.clone(), files, most, first_view })
    };
    sizes.iter().map(read).collect()
}

/// How much of the pages comes after their first view.
fn after_first_view(weights: &[Weight], counts: impl Fn(&Weight) -> bool) -> Result<usize> {
    let mut after = 0;
    let is_page = |weight: &&Weight| Path::new(&weight.name).extension().is_some_and(|ending| ending == "html");
    for weight in weights.iter().filter(is_page).filter(|weight| counts(weight)) {
        let page = project::dist().join(&weight.name);
        let text = fs::read_to_string(&page)?;
        let end = text.find(AFTER_FIRST_VIEW).with_context(|| format!("{} has no second view", weight.name))?;
        after += weight.brotli - needed(&fs::read(with_ending(&page, "br"))?, end);
    }
    Ok(after)
}

/// Whether a file is meant: `.css` is the end of its name; `app-*.js` has the hash of its content at the star; in `app-*-light-*.svg` anything
/// stands at the first.
fn matches(files: &str, name: &str) -> bool {
    let Some((start, end)) = files.rsplit_once('*') else { return name.ends_with(files) };
    let Some(rest) = name.strip_suffix(end) else { return false };
    let front = &rest[..rest.rfind('-').map_or(0, |at| at + 1)];
    let fits = match start.split_once('*') {
        Some((first, last)) => front.strip_prefix(first).is_some_and(|rest| rest.ends_with(last)),
        None => front == start,
    };
    fits && crate::server::is_hashed(name)
}

fn total(weights: &[Weight], counts: impl Fn(&Weight) -> bool) -> [usize; 3] {
    let counted: Vec<_> = weights.iter().filter(|weight| counts(weight)).collect();
    let sum = |size: fn(&Weight) -> usize| counted.iter().map(|weight| size(weight)).sum();
    [sum(|weight| weight.raw), sum(|weight| weight.gzip), sum(|weight| weight.brotli)]
}

/// `1,234,567`.
pub(crate) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_digits() {
        assert_eq!([0, 999, 1000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn the_files_of_a_folder_are_one_line() {
        let weight = |name: &str| Weight { name: name.to_owned(), raw: 4, gzip: 2, brotli: 1 };
        let listed = by_folder(&["a.js", "in/b.js", "in/c.js", "other/d.js", "z.js"].map(weight));
        let names: Vec<_> = listed.iter().map(|it| (it.name.as_str(), it.raw)).collect();
        assert_eq!(names, [("a.js", 4), ("in/ (2 files)", 8), ("other/ (1 files)", 4), ("z.js", 4)]);
    }

    #[test]
    fn reads_budgets_and_refuses_half_ones() {
        let budgets = read_budgets("[sizes.app]\nfiles = [\".css\"]\nbrotli = 110_000").unwrap();
        assert_eq!((budgets[0].name.as_str(), budgets[0].most), ("app", 110_000));
        assert!(read_budgets("[sizes.app]\nbrotli = 1").is_err());
        assert!(read_budgets("").is_err());
    }

    #[test]
    fn a_star_stands_for_the_hash_alone() {
        for (files, name, fits) in [
            (".css", "plan-0123456789abcdef.css", true),
            ("app-*_bg.wasm", "app-0123456789abcdef_bg.wasm", true),
            ("app-*.js", "app-0123456789abcdef.js", true),
            ("app-*.js", "app-frame-0123456789abcdef.js", false),
            ("app-*.js", "app-frame.js", false),
            ("app-*.js", "app-0123456789abcdef_bg.wasm", false),
            ("a/*-1-light-*.svg", "a/two-words-1-light-0123456789abcdef.svg", true),
            ("a/*-1-light-*.svg", "a/two-words-12-light-0123456789abcdef.svg", false),
        ] {
            assert_eq!(matches(files, name), fits, "{files} {name}");
        }
    }

    #[test]
    fn the_budgets_file_reads() {
        assert!(!budgets().unwrap().is_empty());
    }
}
