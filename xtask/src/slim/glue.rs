//! The script that wasm-bindgen writes, as pieces that reach one another.
//!
//! It is cut by its layout, not parsed: a piece is what starts at the left margin, and each entry of the object of imports
//! is one too. Whatever a piece names, it is taken to reach, so a mention in a comment keeps too much, never too little.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::{Value, json};

/// The function that starts the app: the only thing that other scripts take from the glue.
const START: &str = "__wbg_init";
const IMPORTS_OPEN: &str = "    const import0 = {";
const IMPORTS_CLOSE: &str = "    };";

/// A part of the glue that is kept or left out as a whole.
#[derive(Debug, PartialEq, Eq)]
struct Piece {
    kind: Kind,
    text: String,
}

#[derive(Debug, PartialEq, Eq)]
enum Kind {
    /// Declares these names.
    Declaration(Vec<String>),
    /// Does something by itself, to the names that it mentions: goes where they go.
    Statement,
    /// The function of this name that the wasm may import.
    Import(String),
    /// The first and the last part of the function that makes the object of imports.
    ImportsHead(String),
    ImportsTail,
    /// What other scripts may take.
    Exports,
}

/// The whole script.
#[derive(Debug)]
pub(super) struct Glue {
    pieces: Vec<Piece>,
    /// The name of the module that the wasm imports from.
    module: String,
}

impl Glue {
    /// Reads the glue of this app.
    pub(super) fn read(text: &str, app: &str) -> Result<Self> {
        let module = format!("./{app}_bg.js");
        ensure!(text.lines().filter(|line| *line == IMPORTS_OPEN).count() == 1, "there is not one object of imports");
        ensure!(!text.contains("const import1"), "it imports other scripts");
        ensure!(text.contains(&format!("        \"{module}\": import0,")), "the wasm does not import from {module}");
        let mut pieces: Vec<Piece> = Vec::new();
        let mut in_imports = false;
        for line in text.lines() {
            let start = if in_imports {
                if line == IMPORTS_CLOSE {
                    in_imports = false;
                    Some(Kind::ImportsTail)
                } else {
                    import_name(line).map(|name| Kind::Import(name.to_owned()))
                }
            } else if line.starts_with([' ', '}']) || line.is_empty() {
                None
            } else {
                Some(kind(line))
            };
            match (start, pieces.last_mut()) {
                (Some(kind), _) => pieces.push(Piece { kind, text: format!("{line}\n") }),
                (None, Some(piece)) => {
                    piece.text.push_str(line);
                    piece.text.push('\n');
                }
                (None, None) => bail!("it starts in an unknown way"),
            }
            if line == IMPORTS_OPEN {
                in_imports = true;
                let Some(Piece { kind, .. }) = pieces.last_mut() else { bail!("the object of imports is nowhere") };
                let Kind::Declaration(names) = kind else { bail!("the object of imports is in no function") };
                *kind = Kind::ImportsHead(names.concat());
            }
        }
        let glue = Self { pieces, module };
        ensure!(glue.declarers().contains_key(START), "there is no {START}");
        ensure!(
            glue.pieces.iter().filter(|piece| piece.kind == Kind::Exports).count() == 1,
            "there is not one list of exports"
        );
        Ok(glue)
    }

    /// Which piece declares a name.
    fn declarers(&self) -> BTreeMap<&str, usize> {
        let mut declarers = BTreeMap::new();
        for (at, piece) in self.pieces.iter().enumerate() {
            match &piece.kind {
                Kind::Declaration(names) => declarers.extend(names.iter().map(|name| (name.as_str(), at))),
                Kind::ImportsHead(name) => drop(declarers.insert(name.as_str(), at)),
                _ => {}
            }
        }
        declarers
    }

    /// For each piece, the pieces that it leads to: those whose names it mentions, and statements that mention its own.
    fn reaches(&self) -> Vec<BTreeSet<usize>> {
        let declarers = self.declarers();
        let mut reaches = vec![BTreeSet::new(); self.pieces.len()];
        for (at, piece) in self.pieces.iter().enumerate() {
            for word in words(&piece.text) {
                let Some(&declarer) = declarers.get(word.text).filter(|_| word.of.is_none()) else { continue };
                reaches[at].insert(declarer);
                if piece.kind == Kind::Statement {
                    reaches[declarer].insert(at);
                }
            }
        }
        reaches
    }

    /// How the pieces and the wasm's imports and exports hang together, in the form that `wasm-metadce` reads. Which of
    /// its imports the wasm uses, and what its exports reach, it finds itself.
    pub(super) fn graph(&self) -> String {
        let mut nodes = Vec::new();
        let mut exports = BTreeSet::new();
        for (at, (piece, reached)) in self.pieces.iter().zip(self.reaches()).enumerate() {
            if piece.kind == Kind::Exports {
                continue;
            }
            let used: BTreeSet<&str> = exports_used(&piece.text).collect();
            let reached = reached.iter().map(|at| format!("piece {at}"));
            let reached: Vec<String> = reached.chain(used.iter().map(|name| format!("export {name}"))).collect();
            exports.extend(used);
            let mut node = json!({ "name": format!("piece {at}"), "reaches": reached });
            match &piece.kind {
                Kind::Import(name) => node["import"] = json!([self.module, name]),
                Kind::Declaration(names) if names.iter().any(|name| name == START) => node["root"] = Value::Bool(true),
                _ => {}
            }
            nodes.push(node);
        }
        nodes.extend(exports.iter().map(|name| json!({ "name": format!("export {name}"), "export": name })));
        Value::Array(nodes).to_string()
    }

    /// The script with only what the start and the imports in `names` reach, speaking to the wasm by the new names.
    pub(super) fn pruned(&self, names: &Names) -> Result<String> {
        let reaches = self.reaches();
        let mut found = BTreeSet::new();
        let mut next: Vec<usize> = self.declarers().get(START).copied().into_iter().collect();
        for (at, piece) in self.pieces.iter().enumerate() {
            match &piece.kind {
                Kind::Import(name) if names.imports.contains_key(name) => next.push(at),
                _ => {}
            }
        }
        let has = |name: &String| self.pieces.iter().any(|piece| matches!(&piece.kind, Kind::Import(it) if it == name));
        if let Some(name) = names.imports.keys().find(|name| !has(name)) {
            bail!("the wasm imports {name}, which the glue does not have");
        }
        while let Some(at) = next.pop() {
            if found.insert(at) {
                next.extend(&reaches[at]);
            }
        }
        let mut text = String::new();
        for (at, piece) in self.pieces.iter().enumerate() {
            match &piece.kind {
                Kind::Exports => writeln!(text, "export {{ {START} as default }};")?,
                Kind::ImportsTail => text.push_str(&piece.text.replace(&self.module, &names.module)),
                _ if !found.contains(&at) => {}
                Kind::Import(name) => {
                    let new =
                        names.imports.get(name).with_context(|| format!("{name} is reached, but not imported"))?;
                    text.push_str(&names.rename(&piece.text)?.replacen(name.as_str(), &json!(new).to_string(), 1));
                }
                _ => text.push_str(&names.rename(piece.text.trim_start_matches("export "))?),
            }
        }
        Ok(text)
    }
}

/// The imports and exports that are left in the wasm, with their new names.
#[derive(Debug)]
pub(super) struct Names {
    module: String,
    imports: BTreeMap<String, String>,
    exports: BTreeMap<String, String>,
}

impl Names {
    /// Reads what `wasm-opt` prints when it shortens names.
    pub(super) fn read(text: &str, app: &str) -> Result<Self> {
        let module_of_app = format!("./{app}_bg.js");
        let all: Value = serde_json::from_str(text).context("wasm-opt's list of names is not JSON")?;
        let list = |name: &str| -> Result<Vec<Vec<String>>> {
            serde_json::from_value(all[name].clone()).with_context(|| format!("wasm-opt lists no {name}"))
        };
        let mut names = Self { module: "a".into(), imports: BTreeMap::new(), exports: BTreeMap::new() };
        for entry in list("imports")? {
            let [module, old, new] = <[String; 3]>::try_from(entry).ok().context("an import without three names")?;
            ensure!(module == module_of_app, "the wasm imports from {module}");
            names.imports.insert(old, new);
        }
        for entry in list("exports")? {
            let [old, new] = <[String; 2]>::try_from(entry).ok().context("an export without two names")?;
            names.exports.insert(old, new);
        }
        Ok(names)
    }

    /// The text with new names for the wasm's exports.
    fn rename(&self, text: &str) -> Result<String> {
        let mut renamed = String::new();
        let mut done = 0;
        for word in words(text).filter(|word| word.of == Some("wasm")) {
            let new = self.exports.get(word.text).with_context(|| format!("the wasm does not export {}", word.text))?;
            // As `wasm.name` turns into `wasm["a"]`, any new name will do; minifying turns it back.
            renamed.push_str(&text[done..word.at - 1]);
            write!(renamed, "[{}]", json!(new))?;
            done = word.at + word.text.len();
        }
        renamed.push_str(&text[done..]);
        Ok(renamed)
    }
}

/// What a line at the left margin begins.
fn kind(line: &str) -> Kind {
    if line.starts_with("export {") {
        return Kind::Exports;
    }
    let line = line.strip_prefix("export ").unwrap_or(line);
    let line = line.strip_prefix("async ").unwrap_or(line);
    let Some((start, rest)) = line.split_once(' ') else { return Kind::Statement };
    match start {
        "function" | "class" | "const" => {
            Kind::Declaration(words(rest).take(1).map(|word| word.text.to_owned()).collect())
        }
        // `let a, b;` declares both.
        "let" => {
            let names = rest.split(" = ").next().unwrap_or_default();
            Kind::Declaration(words(names).map(|word| word.text.to_owned()).collect())
        }
        _ => Kind::Statement,
    }
}

/// The name in a line that begins an entry of the object of imports.
fn import_name(line: &str) -> Option<&str> {
    let (name, _) = line.strip_prefix("        ")?.split_once(": function(")?;
    name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_').then_some(name)
}

/// The wasm's exports that a text uses.
fn exports_used(text: &str) -> impl Iterator<Item = &str> {
    words(text).filter(|word| word.of == Some("wasm")).map(|word| word.text)
}

/// A name in a script.
struct Word<'text> {
    /// Where it starts.
    at: usize,
    text: &'text str,
    /// The name before it, joined by a dot. Empty where the dot follows something else.
    of: Option<&'text str>,
}

/// The names in a script, and what looks like one in its comments and texts.
fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let in_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'$';
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut last = 0..0;
    std::iter::from_fn(move || {
        while at < bytes.len() && !in_word(bytes[at]) {
            at += 1;
        }
        let start = at;
        while at < bytes.len() && in_word(bytes[at]) {
            at += 1;
        }
        if start == at {
            return None;
        }
        let after_dot = start > 0 && bytes[start - 1] == b'.' && !(start > 1 && bytes[start - 2] == b'.');
        let joined = last.end + 1 == start && !last.is_empty();
        let of = after_dot.then(|| if joined { &text[last.clone()] } else { "" });
        last = start..at;
        Some(Word { at: start, text: &text[start..at], of })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const APP: &str = "plan-explorer";

    /// As wasm-bindgen writes it, but short.
    const GLUE: &str = r#"export class Unused {
    free() {
        wasm.__wbg_unused_free(this.ptr, 0);
    }
}
if (Symbol.dispose) Unused.prototype[Symbol.dispose] = Unused.prototype.free;
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_error_1234: function(arg0, arg1) {
            console.error(text(arg0, arg1));
        },
        __wbg_focus_5678: function() { return handleError(function (arg0) {
            arg0.focus();
        }, arguments); },
        __wbindgen_generic_01: function(arg0, arg1) {
            const ret = makeMutClosure(arg0, arg1, invoke);
            return ret;
        },
    };
    return {
        __proto__: null,
        "./plan-explorer_bg.js": import0,
    };
}

function invoke(arg0, arg1) {
    wasm.invoke(arg0, arg1);
}

function handleError(f, args) {
    wasm.__wbindgen_exn_store(f(...args));
}

let decoder = new TextDecoder();
decoder.decode();
function text(ptr, len) {
    return decoder.decode(new Uint8Array(wasm.memory.buffer, ptr, len));
}

let wasmModule, wasm;
async function __wbg_init(url) {
    wasm = await load(url, __wbg_get_imports());
    wasm.__wbindgen_start();
}

export { initSync, __wbg_init as default };
"#;

    const NAMES: &str = r#"{
        "imports": [["./plan-explorer_bg.js", "__wbg_error_1234", "$"]],
        "exports": [["memory", "a"], ["__wbindgen_start", "b"]]
    }"#;

    #[test]
    fn only_what_is_reached_is_left() {
        let pruned = Glue::read(GLUE, APP).unwrap().pruned(&Names::read(NAMES, APP).unwrap()).unwrap();
        for kept in [
            "\"$\": function(arg0, arg1) {",
            "function text(",
            "\ndecoder.decode();",
            "wasm[\"a\"].buffer",
            "wasm[\"b\"]()",
            "\"a\": import0",
            "export { __wbg_init as default };",
        ] {
            assert!(pruned.contains(kept), "{kept} is not in\n{pruned}");
        }
        for gone in ["Unused", "handleError", "invoke", "focus", "initSync", "__wbg_error"] {
            assert!(!pruned.contains(gone), "{gone} is in\n{pruned}");
        }
    }

    #[test]
    fn the_graph_joins_both_sides() {
        let graph: Value = serde_json::from_str(&Glue::read(GLUE, APP).unwrap().graph()).unwrap();
        let nodes = graph.as_array().unwrap();
        let roots: Vec<_> = nodes.iter().filter(|node| node.get("root").is_some()).collect();
        assert_eq!(roots.len(), 1);
        assert!(roots[0]["reaches"].to_string().contains("export __wbindgen_start"));
        let closure = nodes.iter().find(|node| node["import"][1] == "__wbindgen_generic_01").unwrap();
        let reached = closure["reaches"][0].as_str().unwrap();
        let invoke = nodes.iter().find(|node| node["name"] == reached).unwrap();
        // Beside pieces of the glue (itself and the variable that holds the wasm) it reaches one export.
        let held: Vec<&str> = invoke["reaches"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        let exports: Vec<&&str> = held.iter().filter(|it| it.starts_with("export ")).collect();
        assert_eq!(exports, [&"export invoke"]);
        // The start makes the object of imports, but does not by that use every import.
        let object = roots[0]["reaches"][0].as_str().unwrap();
        let object = nodes.iter().find(|node| node["name"] == object).unwrap();
        let imports: Vec<&Value> =
            nodes.iter().filter(|node| node.get("import").is_some()).map(|it| &it["name"]).collect();
        let used: Vec<&Value> =
            object["reaches"].as_array().unwrap().iter().filter(|it| imports.contains(it)).collect();
        assert!(used.is_empty(), "{used:?}");
    }

    #[test]
    fn a_glue_or_wasm_of_another_kind_is_refused() {
        assert!(Glue::read("", APP).is_err());
        assert!(Glue::read(&GLUE.replace("import0", "imports"), APP).is_err());
        assert!(Glue::read(&GLUE.replace("__wbg_init", "start"), APP).is_err());
        assert!(Glue::read(&GLUE.replace("./plan-explorer_bg.js", "wbg"), APP).is_err());
        let glue = Glue::read(GLUE, APP).unwrap();
        for names in [NAMES.replace("__wbg_error_1234", "__wbg_other"), NAMES.replace("memory", "store")] {
            assert!(glue.pruned(&Names::read(&names, APP).unwrap()).is_err());
        }
        assert!(Names::read(&NAMES.replace("./plan-explorer_bg.js", "env"), APP).is_err());
        assert!(Names::read("warning: no names", APP).is_err());
    }

    #[test]
    fn reads_names_by_what_stands_before_them() {
        let found: Vec<_> = words("f(...args, wasm.a, x.wasm.b)").map(|word| (word.text, word.of)).collect();
        let expected = [
            ("f", None),
            ("args", None),
            ("wasm", None),
            ("a", Some("wasm")),
            ("x", None),
            ("wasm", Some("x")),
            ("b", Some("wasm")),
        ];
        assert_eq!(found, expected);
        assert_eq!(kind("let a, b;"), Kind::Declaration(vec!["a".into(), "b".into()]));
        assert_eq!(kind("let a = new B(c);"), Kind::Declaration(vec!["a".into()]));
        assert_eq!(kind("export class A {"), Kind::Declaration(vec!["A".into()]));
    }
}
