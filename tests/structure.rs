//! The source, read as text: what each layer may name, which words are banned, and what a file must look like.
//!
//! A rule is a function from files to messages of the form `path:line: what is wrong`, so that it can be tried on made-up
//! files as well: each has a small test that it can fail. Exceptions stand in [`EXCEPTIONS`], each with its reason; one that
//! is no longer needed fails as well.

#![expect(clippy::expect_used, reason = "a test that cannot go on says so and fails")]

#[path = "structure/circles.rs"]
mod circles;
#[path = "reading/css.rs"]
mod css;
#[path = "reading/data.rs"]
#[expect(dead_code, reason = "nothing is filtered here")]
mod data;
#[path = "reading/files.rs"]
mod files;
#[path = "structure/layers.rs"]
mod layers;
#[path = "structure/layout.rs"]
mod layout;
#[path = "reading/rust.rs"]
mod rust;
#[path = "structure/styles.rs"]
mod styles;
#[path = "structure/words.rs"]
mod words;

use files::{File, files, root};

/// A part of `src/`, and what it may name. The table in the documentation of `src/lib.rs` says the same.
struct Layer {
    /// The module at the top of the crate.
    name: &'static str,
    /// Layers of ours that it may name.
    layers: &'static [&'static str],
    /// Packages of others that it may name; the standard library is free to all.
    crates: &'static [&'static str],
    /// Packages that only those of its modules may name that are not compiled for the browser.
    native: &'static [&'static str],
}

const LAYERS: [Layer; 10] = [
    Layer {
        name: "plan",
        layers: &[],
        crates: &["serde", "postcard"],
        native: &["toml", "serde_json", "csv_reader", "strsim"],
    },
    Layer {
        name: "query",
        layers: &["plan"],
        crates: &["csv_core", "serde", "serde_json", "strsim", "waken_snowball"],
        native: &[],
    },
    Layer { name: "changes", layers: &["plan"], crates: &[], native: &["similar"] },
    Layer {
        name: "chart",
        layers: &["plan", "query"],
        crates: &["charming", "qrcodegen", "serde_json", "textwrap"],
        native: &[],
    },
    Layer { name: "state", layers: &["plan", "query"], crates: &["leptos"], native: &[] },
    Layer {
        name: "page",
        layers: &["changes", "chart", "plan", "query"],
        crates: &["leptos"],
        native: &["ego_tree", "scraper"],
    },
    Layer {
        name: "live",
        layers: &["browser", "chart", "page", "plan", "query", "state"],
        crates: &["leptos"],
        native: &[],
    },
    Layer {
        name: "browser",
        layers: &[],
        crates: &["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo"],
        native: &[],
    },
    Layer {
        name: "app",
        layers: &["browser", "chart", "live", "plan", "query", "state"],
        crates: &["any_spawner", "leptos"],
        native: &[],
    },
    Layer {
        name: "site",
        layers: &["changes", "chart", "page", "plan", "query"],
        crates: &[],
        native: &[
            "anyhow",
            "base64",
            "brotli",
            "csv_reader",
            "flate2",
            "hayro_interpret",
            "jiff",
            "lol_html",
            "memchr",
            "percent_encoding",
            "plan_server",
            "pulldown_cmark",
            "rayon",
            "regex",
            "resvg",
            "roxmltree",
            "rquickjs",
            "rust_embed",
            "scraper",
            "serde",
            "serde_json",
            "sha2",
            "strsim",
            "toml",
            "toml_edit",
            "xxhash_rust",
            "zip_reader",
        ],
    },
];

/// The programs, which stand outside the library and name it as `plan_explorer`.
const PROGRAMS: [(&str, &[&str]); 4] = [
    ("src/main.rs", &["app"]),
    ("src/bin/details.rs", &["app"]),
    ("src/bin/plan.rs", &["plan", "site"]),
    ("src/bin/plan/sites.rs", &["site"]),
];

/// A rule that need not be kept in one place.
struct Exception {
    path: &'static str,
    /// Words of the message that is let through.
    says: &'static str,
    /// Why.
    #[expect(dead_code, reason = "for the reader")]
    reason: &'static str,
}

impl Exception {
    fn lets_through(&self, message: &str) -> bool {
        message.strip_prefix(self.path).is_some_and(|rest| rest.starts_with(':') && rest.contains(self.says))
    }
}

const EXCEPTIONS: &[Exception] = &[Exception {
    path: "src/plan/records.rs",
    says: "lines; at most",
    reason: "one flat list of the records that a plan is made of; half of its lines are their documentation",
}];

/// The messages that no exception lets through, and the exceptions that let nothing through.
fn left_over(messages: Vec<String>, exceptions: &[Exception]) -> Vec<String> {
    let idle = exceptions.iter().filter(|it| !messages.iter().any(|message| it.lets_through(message)));
    let idle: Vec<String> = idle
        .map(|it| format!("tests/structure.rs: the exception {} for {} is not needed any more", it.says, it.path))
        .collect();
    let mut left = messages;
    left.retain(|message| !exceptions.iter().any(|it| it.lets_through(message)));
    left.extend(idle);
    left
}

/// A made-up file, to try a rule on.
fn made_up(path: &str, text: &str) -> File {
    File { path: path.to_owned(), text: text.to_owned() }
}

#[test]
fn the_project_keeps_its_rules() {
    let source = files("src", &[".rs"]);
    let code: Vec<File> = ["src", "server/src", "xtask/src"].into_iter().flat_map(|it| files(it, &[".rs"])).collect();
    let styles = files("style", &[".css"]);
    let prose: Vec<File> = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs", "data", "index.html", "public"]
        .into_iter()
        .flat_map(|it| files(it, &[".md", ".toml", ".html", ".js"]))
        .collect();
    let cargo = files("Cargo.toml", &[".toml"]);
    let plan = &data::records().plan;
    let places = [plan.edition.place.as_str(), plan.edition.county.as_str()];
    let general: Vec<File> =
        ["src", "style", "public", "index.html"].into_iter().flat_map(|it| files(it, &[""])).collect();

    let mut messages = Vec::new();
    messages.extend(layers::names(&source, &layers::dependencies(&cargo[0].text)));
    messages.extend(layers::agrees_with_the_table(&source));
    messages.extend(circles::circles(&source));
    messages.extend(words::banned_code(&code));
    messages.extend(words::banned_prose(&code, &prose));
    messages.extend(words::places(&general, &places));
    messages.extend(styles::parts(&styles, &source));
    messages.extend(styles::imports(&styles));
    messages.extend(styles::values(&styles));
    messages.extend(layout::lengths(&source));
    messages.extend(layout::promised(|path| root().join(path).exists()));
    let left = left_over(messages, EXCEPTIONS);
    assert!(left.is_empty(), "{} faults:\n{}", left.len(), left.join("\n"));
}

#[test]
fn an_exception_must_be_needed() {
    const LET: &[Exception] = &[Exception { path: "a.rs", says: "one", reason: "" }];
    let messages = vec!["a.rs:1: one thing".to_owned(), "a.rs:2: two".to_owned(), "b.rs:1: one thing".to_owned()];
    assert_eq!(left_over(messages, LET), ["a.rs:2: two", "b.rs:1: one thing"]);
    assert!(left_over(vec![], LET)[0].contains("not needed any more"));
}
