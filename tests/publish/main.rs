//! `plan site`: a data folder and compiled assets go in, a whole site comes out. The assets here are made up, because what is
//! compiled is tried by the journeys. `preview` has what `cargo xtask serve` adds to it.

#![expect(clippy::expect_used, reason = "a test that cannot go on says so and fails")]

mod command;
mod preview;
mod years;

use plan_explorer::site::publish::{self, Request, Unpublished, sum};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder that goes with the test.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("plan-publish-{name}-{}", std::process::id()));
        drop(fs::remove_dir_all(&folder));
        let assets = folder.join("assets");
        fs::create_dir_all(&assets).expect("there is room for a test");
        for (name, content) in ASSETS {
            fs::write(assets.join(name), content).expect("an asset can be written");
        }
        Self(folder)
    }

    fn request(&self, data: &str, out: &str) -> Request {
        Request {
            data: root().join(data),
            out: self.0.join(out),
            assets: Some(self.0.join("assets")),
            compress: false,
            cache: Some(self.0.join("cache")),
            compiled: None,
        }
    }

    /// Publishes, and reads what came of it.
    fn publish(&self, data: &str, out: &str) -> BTreeMap<String, Vec<u8>> {
        publish::run(&self.request(data, out)).expect("it can be published");
        files(&self.0.join(out))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// Made-up assets, each of which can be told from the others.
const ASSETS: [(&str, &str); 19] = [
    ("DejaVuSans-Bold.ttf", ""),
    ("DejaVuSans.ttf", ""),
    ("boot.js", "the script that starts all"),
    (
        "charts.js",
        "export const svg = (option, width, height) => `<svg>${width} ${height} ${JSON.stringify(option)}</svg>`;",
    ),
    ("element.js", "the element;"),
    ("fragments.js", "what brings"),
    ("frame.js", "inside a frame;"),
    ("keep.js", "what is kept"),
    ("lazy.js", "what watches"),
    ("offline.js", "opener();"),
    ("plan-details.js", "second script"),
    ("plan-details_bg.wasm", "second program"),
    ("plan-explorer-frame.js", "around a frame;"),
    ("plan-explorer.js", "first script"),
    ("plan-explorer_bg.wasm", "first program"),
    ("plan.css", ".cp{}"),
    ("static.css", ".cp-no-program{}"),
    ("sw-off.js", "no worker"),
    ("sw.js", "worker(FILES);"),
];
const OURS: &str = "data";
const INVENTED: &str = "tests/editions/brindlemere";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file under a folder, by its path in it.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let (mut files, mut folders) = (BTreeMap::new(), vec![folder.to_path_buf()]);
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("it is in the folder").to_string_lossy().replace('\\', "/");
                files.insert(name, fs::read(path).expect("it can be read"));
            }
        }
    }
    files
}

fn text<'f>(files: &'f BTreeMap<String, Vec<u8>>, name: &str) -> &'f str {
    let content = files.get(name).unwrap_or_else(|| panic!("there is no {name} in {:?}", files.keys()));
    std::str::from_utf8(content).expect("it is text")
}

/// What a name ends with, after its last dot.
fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |it| it.1)
}

#[test]
fn the_same_programs_serve_every_plan() {
    let scratch = Scratch::new("plans");
    let [ours, invented] = [(OURS, "ours"), (INVENTED, "invented")].map(|(data, out)| scratch.publish(data, out));
    let compiled = |site: &BTreeMap<String, Vec<u8>>| -> BTreeMap<String, Vec<u8>> {
        let is_compiled = |name: &str| ["wasm", "js"].contains(&ending(name));
        let has_plan = ["plan-explorer.js", "sw.js"];
        site.iter()
            .filter(|(name, _)| is_compiled(name) && !has_plan.contains(&name.as_str()))
            .map(|(name, content)| (name.clone(), content.clone()))
            .collect()
    };
    let programs = compiled(&ours);
    assert_eq!(programs.keys().filter(|it| ending(it) == "wasm").count(), 2, "{:?}", programs.keys());
    assert_eq!(programs, compiled(&invented));
    assert_ne!(ours.get("index.html"), invented.get("index.html"));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let scratch = Scratch::new("same");
    assert_eq!(scratch.publish(INVENTED, "one"), scratch.publish(INVENTED, "two"));
    // In the place of the first, and with nothing from the cache.
    fs::remove_dir_all(scratch.0.join("cache")).expect("drawings are kept there");
    assert_eq!(scratch.publish(INVENTED, "one"), files(&scratch.0.join("two")));
}

/// Names that host pages and links rely on.
const PROMISED: [&str; 14] = [
    "index.html",
    "embed.html",
    "plan-explorer.js",
    "plan-explorer-frame.js",
    "plan-explorer-offline.html",
    "plan-explorer-fallback.html",
    "data/plan.json",
    "data/plan.schema.json",
    "data/plan.csv",
    "data/plan.csv-metadata.json",
    "data/wards.geojson",
    "sw.js",
    "sw-off.js",
    "manifest.webmanifest",
];

/// Files that some text names by their place in the site.
fn named_in(text: &str) -> Vec<&str> {
    let quoted = text.split(['"', ',']).filter_map(|it| it.trim_start().strip_prefix("./"));
    quoted.map(|it| it.split([' ', '?', '#']).next().unwrap_or_default()).filter(|it| !it.is_empty()).collect()
}

#[test]
fn a_site_has_what_is_promised_and_what_its_pages_name() {
    let scratch = Scratch::new("names");
    let site = scratch.publish(OURS, "site");
    for name in PROMISED {
        assert!(site.contains_key(name), "there is no {name}");
    }
    let mut named = 0;
    for page in ["index.html", "embed.html", "manifest.webmanifest"] {
        for name in named_in(text(&site, page)) {
            assert!(site.contains_key(name), "{page} names {name}, which is not there");
            named += 1;
        }
    }
    assert!(named > 30, "only {named} names were found");
    // The files that the element loads stand in its script, each under its name.
    let script = text(&site, "plan-explorer.js");
    let told = script.strip_prefix("const FILES=").and_then(|it| it.strip_suffix(";the element;")).expect(script);
    let told: BTreeMap<String, String> = serde_json::from_str(told).expect("it is JSON");
    for (what, name) in told.iter().filter(|(what, _)| *what != "edition") {
        assert!(site.contains_key(name), "the element has {name} as {what}, which is not there");
    }
    assert_eq!(told.len(), 11, "{told:?}");
    assert!(text(&site, &told["page"]).contains("data-facts"));
}

#[test]
fn every_other_name_says_its_content() {
    let scratch = Scratch::new("hashes");
    for (name, content) in scratch.publish(INVENTED, "site").iter().filter(|it| !PROMISED.contains(&it.0.as_str())) {
        let sum = sum(content);
        let stem = name.split('.').next().unwrap_or_default().trim_end_matches("_bg");
        let digits = stem.rsplit('-').next().unwrap_or_default();
        assert_eq!(digits.len(), 16, "{name}");
        // Images of charts share the hash of all.
        if !name.starts_with("pictures/") {
            let first = u8::from_str_radix(&digits[..2], 16).expect("it is hexadecimal");
            let decoded = base64_start(&sum);
            assert_eq!(first, decoded, "{name}");
        }
    }
}

/// The first byte of what stands in base 64.
fn base64_start(text: &str) -> u8 {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.decode(text).expect("it is base 64")[0]
}

#[test]
fn the_worker_knows_each_file_of_the_page_by_its_sum() {
    let scratch = Scratch::new("worker");
    let site = scratch.publish(OURS, "site");
    let worker = text(&site, "sw.js");
    let told = worker.strip_prefix("const FILES=").and_then(|it| it.split_once(",BUILD=")).expect(worker).0;
    let told: BTreeMap<String, String> = serde_json::from_str(told).expect("it is JSON");
    for (name, expected) in &told {
        let file = if name.is_empty() { "index.html" } else { name };
        assert_eq!(&sum(&site[file]), expected, "{file}");
    }
    let has = |start: &str| told.keys().filter(|it| it.starts_with(start)).count();
    for start in [
        "boot-",
        "lazy-",
        "fragments-",
        "wards-",
        "keep-",
        "plan-records-",
        "plan-explorer-",
        "plan-details-",
        "icon-maskable-",
        "data/",
    ] {
        assert!(has(start) > 0, "a copy lacks {start}");
    }
    for start in ["embed", "frame-", "page-", "social-", "plan-explorer.js", "plan-explorer-offline", "sw"] {
        assert_eq!(has(start), 0, "a copy has {start}");
    }
    let drawn = site.keys().filter(|it| it.starts_with("pictures/")).count();
    assert_eq!(has("pictures/"), drawn);
}

#[test]
fn a_plan_with_mistakes_is_not_published() {
    let scratch = Scratch::new("mistakes");
    let before = scratch.publish(INVENTED, "site");
    let data = scratch.0.join("data");
    xtask::project::copy(&root().join(INVENTED), &data).expect("the edition can be copied");
    let broken = data.join("explorer.toml");
    let text = fs::read_to_string(&broken).expect("it is there");
    fs::write(&broken, text.replacen("edition", "editoin", 1)).expect("it can be written");
    let mut request = scratch.request(INVENTED, "site");
    request.data = data;
    let Err(Unpublished::Mistakes(problems)) = publish::run(&request) else { panic!("it was published") };
    assert!(problems.iter().any(|it| it.to_string().contains("editoin")), "{problems:?}");
    assert_eq!(files(&scratch.0.join("site")), before);
}

#[test]
fn files_of_others_are_not_lost() {
    let scratch = Scratch::new("others");
    let holiday = scratch.0.join("site/holiday.jpg");
    fs::create_dir_all(scratch.0.join("site")).expect("there is room");
    fs::write(&holiday, "sun").expect("it can be written");
    let Err(Unpublished::Failed(error)) = publish::run(&scratch.request(INVENTED, "site")) else { panic!() };
    assert!(error.to_string().contains("holiday.jpg"), "{error:#}");
    assert_eq!(fs::read_to_string(holiday).expect("it is there"), "sun");
}

#[test]
fn a_missing_asset_is_named_with_what_makes_it() {
    let scratch = Scratch::new("missing");
    fs::remove_file(scratch.0.join("assets/lazy.js")).expect("it is there");
    let Err(Unpublished::Failed(error)) = publish::run(&scratch.request(INVENTED, "site")) else { panic!() };
    let error = format!("{error:#}");
    assert!(error.contains("lazy.js") && error.contains("trunk build --release"), "{error}");
}
