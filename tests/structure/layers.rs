//! What each layer may name.

use crate::files::File;
use crate::rust::{self, Condition, What};
use crate::{LAYERS, Layer, PROGRAMS};

/// The packages of others that the code of `src/` could name, from `Cargo.toml`.
pub(crate) fn dependencies(manifest: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut inside = false;
    for line in manifest.lines() {
        if let Some(table) = line.strip_prefix('[') {
            inside = table.trim_end_matches(']').ends_with("dependencies") && !table.contains("dev-");
        } else if inside && let Some((name, _)) = line.split_once('=') {
            let name = name.trim().replace('-', "_");
            if name.chars().all(|c| c.is_alphanumeric() || c == '_') && !line.starts_with(' ') && !names.contains(&name)
            {
                names.push(name);
            }
        }
    }
    names
}

/// A layer that names what it may not.
pub(crate) fn names(source: &[File], dependencies: &[String]) -> Vec<String> {
    let tests = modules_under(source, rust::for_tests);
    let native = modules_under(source, rust::native);
    let mut messages = Vec::new();
    for file in source.iter().filter(|it| !is_under(&it.path, &tests)) {
        let tokens = rust::cut(&rust::tokens(&file.text), rust::for_tests).0;
        let module = module_of(&file.path);
        let program = PROGRAMS.iter().find(|(path, _)| *path == file.path);
        let layer = module.first().and_then(|name| LAYERS.iter().find(|it| it.name == name));
        let (name, layers) = match (program, layer) {
            (Some((path, layers)), _) => (*path, *layers),
            (None, Some(layer)) => (layer.name, layer.layers),
            (None, None) if module.is_empty() => continue,
            (None, None) => {
                messages.push(format!("{}:1: `{}` is no layer of tests/structure.rs", file.path, module.join("::")));
                continue;
            }
        };
        for path in rust::paths(&tokens) {
            let named = resolve(&module, path.depth, &path.parts);
            let known = named.filter(|named| *named != name && LAYERS.iter().any(|it| it.name == named));
            if let Some(named) = known.filter(|named| !layers.contains(&named.as_str())) {
                messages.push(format!("{}:{}: `{name}` must not use `{named}`", file.path, path.line));
            }
        }
        let Some(layer) = layer.filter(|_| program.is_none()) else { continue };
        let shipped = if is_under(&file.path, &native) { vec![] } else { rust::cut(&tokens, rust::native).0 };
        messages.extend(foreign(file, layer, &tokens, dependencies, &[layer.crates, layer.native].concat()));
        messages.extend(foreign(file, layer, &shipped, dependencies, layer.crates));
    }
    messages.sort();
    messages.dedup();
    messages
}

/// Packages of others that are not among the allowed ones.
fn foreign(file: &File, layer: &Layer, tokens: &[rust::Token], all: &[String], allowed: &[&str]) -> Vec<String> {
    let words = tokens.iter().filter(|it| it.what == What::Word && all.contains(&it.text));
    words
        .filter(|it| !allowed.contains(&it.text.as_str()))
        .map(|it| format!("{}:{}: `{}` must not use the package `{}`", file.path, it.line, layer.name, it.text))
        .collect()
}

/// The layer that a path leads to, where it leaves its own file upwards or starts at the crate.
fn resolve(module: &[String], depth: usize, parts: &[String]) -> Option<String> {
    let first = parts.first()?.as_str();
    if matches!(first, "crate" | "plan_explorer") {
        return parts.get(1).cloned();
    }
    let up = parts.iter().take_while(|it| *it == "super").count();
    let left = (module.len() + depth).checked_sub(up)?;
    // With a module left around it, the path stays inside its own layer.
    (up > 0 && left == 0).then(|| parts.get(up).cloned()).flatten()
}

/// `src/page/card.rs` is `page`, `card`; `src/lib.rs` is the crate itself.
pub(crate) fn module_of(path: &str) -> Vec<String> {
    let inner = path.strip_prefix("src/").unwrap_or(path).trim_end_matches(".rs");
    let inner = inner.trim_end_matches("/mod");
    let parts = inner.split('/').map(str::to_owned);
    if matches!(inner, "lib" | "main") { Vec::new() } else { parts.collect() }
}

/// The paths, without their ending, of the files whose modules are declared under a condition.
pub(crate) fn modules_under(source: &[File], condition: Condition) -> Vec<String> {
    let mut paths = Vec::new();
    for file in source {
        let folder = file.path.trim_end_matches(".rs");
        let folder = ["/mod", "/lib", "/main"].iter().find_map(|it| folder.strip_suffix(it)).unwrap_or(folder);
        let modules = rust::cut(&rust::tokens(&file.text), condition).1;
        paths.extend(modules.into_iter().map(|name| format!("{folder}/{name}")));
    }
    paths
}

/// Whether a file is one of these modules, or a part of one.
pub(crate) fn is_under(path: &str, modules: &[String]) -> bool {
    let path = path.trim_end_matches(".rs");
    modules.iter().any(|it| path == it || path.strip_prefix(it.as_str()).is_some_and(|rest| rest.starts_with('/')))
}

/// Where the table in the documentation of `src/lib.rs`, or its list of modules, differs from [`LAYERS`].
pub(crate) fn agrees_with_the_table(source: &[File]) -> Vec<String> {
    let Some(lib) = source.iter().find(|it| it.path == "src/lib.rs") else {
        return vec!["src/lib.rs:1: missing".into()];
    };
    let mut messages = Vec::new();
    let mut told = Vec::new();
    for (at, line) in lib.text.lines().enumerate() {
        let place = format!("src/lib.rs:{}", at + 1);
        if let Some(name) = line.strip_prefix("pub mod ").map(|it| it.trim_end_matches(';'))
            && !LAYERS.iter().any(|it| it.name == name)
        {
            messages.push(format!("{place}: `{name}` is no layer of tests/structure.rs"));
        }
        let Some(row) = line.strip_prefix("//! |") else { continue };
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let name = cells[0].trim_matches(['[', ']', '`']);
        let Some(layer) = LAYERS.iter().find(|it| it.name == name) else { continue };
        told.push(name);
        let mut may: Vec<&str> = match cells.get(2) {
            Some(cell) => cell.split('`').skip(1).step_by(2).collect(),
            None => Vec::new(),
        };
        let mut expected = layer.layers.to_vec();
        may.sort_unstable();
        expected.sort_unstable();
        if may != expected {
            messages.push(format!("{place}: `{name}` may name {expected:?}, says tests/structure.rs"));
        }
    }
    let missing = LAYERS.iter().filter(|it| !told.contains(&it.name));
    messages.extend(missing.map(|it| format!("src/lib.rs:1: `{}` is missing in the table of layers", it.name)));
    messages
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::made_up;

    fn told(path: &str, text: &str) -> Vec<String> {
        let dependencies = ["leptos", "web_sys", "serde", "toml"].map(str::to_owned);
        names(&[made_up(path, text)], &dependencies)
    }

    #[test]
    fn a_layer_that_names_another_is_told() {
        assert_eq!(
            told("src/page/card.rs", "//! crate::browser\nuse crate::{plan::Plan, browser};\n"),
            ["src/page/card.rs:2: `page` must not use `browser`"]
        );
        assert_eq!(
            told("src/query/link/read.rs", "fn a() { super::super::super::state::b() }"),
            ["src/query/link/read.rs:1: `query` must not use `state`"]
        );
        assert_eq!(
            told("src/plan/ids.rs", "mod inner { use super::super::super::query::Query; }"),
            ["src/plan/ids.rs:1: `plan` must not use `query`"]
        );
        assert_eq!(
            told("src/main.rs", "use plan_explorer::live;"),
            ["src/main.rs:1: `src/main.rs` must not use `live`"]
        );
        assert_eq!(told("src/new.rs", ""), ["src/new.rs:1: `new` is no layer of tests/structure.rs"]);
    }

    #[test]
    fn what_a_layer_may_name_is_let_through() {
        for (path, text) in [
            ("src/live/card.rs", "use crate::state::Explorer; use super::words; use leptos::prelude::*; // web_sys"),
            ("src/live/mod.rs", "pub(super) mod card; use super::state;"),
            ("src/query/link/read.rs", "use super::super::search; const A: &str = \"crate::live\";"),
            ("src/query/a.rs", "#[cfg(test)]\nmod tests { use crate::live::Page; use leptos::prelude::*; }"),
        ] {
            assert_eq!(told(path, text), [""; 0], "{path}");
        }
    }

    #[test]
    fn a_package_of_others_is_told() {
        assert_eq!(
            told("src/live/card.rs", "use leptos::web_sys::Window;"),
            ["src/live/card.rs:1: `live` must not use the package `web_sys`"]
        );
        assert_eq!(told("src/query/a.rs", "fn a() { toml::b() }").len(), 1);
    }

    #[test]
    fn a_native_package_is_for_native_modules() {
        let native = made_up("src/plan/mod.rs", "#[cfg(not(target_arch = \"wasm32\"))]\nmod load;\nmod ids;");
        let load = made_up("src/plan/load/files.rs", "use toml::Table;");
        let ids = made_up("src/plan/ids.rs", "use toml::Table;");
        assert_eq!(
            names(&[native, load, ids], &["toml".to_owned()]),
            ["src/plan/ids.rs:1: `plan` must not use the package `toml`"]
        );
    }

    #[test]
    fn packages_are_read_from_the_manifest() {
        let manifest = "[dependencies]\nserde = \"1\"\n[target.'cfg(x)'.dependencies]\nweb-sys = { features = [\n    \"A\",\n] }\n\
                        [target.'cfg(x)'.dev-dependencies]\nurl = \"2\"\n[profile.dev]\nopt = 1\n";
        assert_eq!(dependencies(manifest), ["serde", "web_sys"]);
    }

    #[test]
    fn a_table_that_says_otherwise_is_told() {
        let rows: Vec<String> = LAYERS
            .iter()
            .map(|it| {
                let may: Vec<String> = it.layers.iter().map(|it| format!("`{it}`")).collect();
                format!("//! | [`{}`] | holds | {} |", it.name, may.join(", "))
            })
            .collect();
        let lib = |text: String| agrees_with_the_table(&[made_up("src/lib.rs", &text)]);
        assert_eq!(lib(rows.join("\n")), [""; 0]);
        assert!(
            lib(rows.join("\n").replace("| `plan`, `query` |", "| `plan` |"))[0].starts_with("src/lib.rs:4: `chart`")
        );
        assert!(lib(rows[1..].join("\n"))[0].contains("`plan` is missing"));
        assert!(lib(rows.join("\n") + "\npub mod extra;")[0].contains("`extra` is no layer"));
    }
}
