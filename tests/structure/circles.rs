//! Files that need each other in a circle: none can be read, or changed, without the others.
//!
//! A file needs another where its code names something that stands there, whatever way the name takes: `super::Plan` leads to the file in
//! which `Plan` is declared, and not to the one that only passes it on. Passing something on (`pub use`) is no need, and a module that
//! only names its children (`mod`) does not need them.

use crate::files::File;
use crate::layers::{is_under, module_of, modules_under};
use crate::rust::{self, Token, What};
use std::collections::{BTreeMap, BTreeSet};

/// Words before the name of what is declared.
const DECLARE: [&str; 9] = ["fn", "struct", "enum", "union", "trait", "type", "const", "static", "macro_rules"];

/// What leads from one file to another.
type Needs = BTreeMap<String, BTreeMap<String, usize>>;

/// A module, which is a file.
#[derive(Default)]
struct Module {
    file: String,
    /// What names brought in from elsewhere stand for, as paths from the crate on.
    names: BTreeMap<String, Vec<String>>,
    /// Modules of which all names are brought in.
    all_of: Vec<Vec<String>>,
    /// What is declared here.
    own: BTreeSet<String>,
    /// What its code names: paths, each with its line.
    used: Vec<(usize, Vec<String>)>,
}

type Modules = BTreeMap<Vec<String>, Module>;

/// The circles among files, one message each for the shortest.
pub(crate) fn circles(source: &[File]) -> Vec<String> {
    let needs = needs(source);
    let mut messages = Vec::new();
    let mut told = BTreeSet::new();
    for start in needs.keys() {
        let Some(circle) = shortest(&needs, start) else { continue };
        if told.insert(circle.iter().map(|it| it.0).collect::<BTreeSet<_>>()) {
            let steps: Vec<String> = circle.iter().map(|(file, line)| format!("{file}:{line}")).collect();
            messages.push(format!("{}: it needs itself, by way of {}", steps[0], steps[1..].join(", ")));
        }
    }
    messages
}

/// The shortest way from a file back to it: each file with the line that names the next one.
fn shortest<'n>(needs: &'n Needs, start: &'n String) -> Option<Vec<(&'n String, usize)>> {
    let mut from: BTreeMap<&String, &String> = BTreeMap::new();
    let mut next = vec![start];
    let mut at = 0;
    while let Some(file) = next.get(at).copied() {
        at += 1;
        for other in needs.get(file).into_iter().flat_map(BTreeMap::keys) {
            if other == start {
                let mut files = vec![file];
                while let Some(before) = from.get(files[files.len() - 1]) {
                    files.push(before);
                }
                files.reverse();
                let after = files.iter().skip(1).chain([&start]);
                return Some(files.iter().zip(after).map(|(it, next)| (*it, needs[*it][*next])).collect());
            }
            if !from.contains_key(other) {
                from.insert(other, file);
                next.push(other);
            }
        }
    }
    None
}

/// Which file needs which, with the line that says so.
fn needs(source: &[File]) -> Needs {
    let modules = modules(source);
    let mut needs = Needs::new();
    for (path, module) in &modules {
        let of = needs.entry(module.file.clone()).or_default();
        for (line, named) in &module.used {
            let first = named.first().map(String::as_str).unwrap_or_default();
            let whole = match module.names.get(first) {
                _ if first == "crate" => named[1..].to_vec(),
                Some(target) => [target.as_slice(), &named[1..]].concat(),
                None if named.len() > 1 => [path.as_slice(), named].concat(),
                None => continue,
            };
            if let Some(file) = place(&modules, &whole, 0).filter(|it| *it != module.file) {
                of.entry(file.to_owned()).or_insert(*line);
            }
        }
    }
    needs
}

/// The file in which stands what a path from the crate on leads to; none where it leads to a module, or out of the crate.
fn place<'m>(modules: &'m Modules, path: &[String], steps: usize) -> Option<&'m str> {
    let mut inside = 0;
    while inside < path.len() && modules.contains_key(&path[..=inside]) {
        inside += 1;
    }
    let (module, name) = (modules.get(&path[..inside])?, path.get(inside)?);
    // Names that lead to each other end nowhere.
    if steps > modules.len() {
        return None;
    }
    if module.own.contains(name) || name == "*" {
        return Some(&module.file);
    }
    let on = |to: &[String]| place(modules, &[to, &path[inside + 1..]].concat(), steps + 1);
    module.names.get(name).map_or_else(
        || module.all_of.iter().find_map(|it| on(&[it.as_slice(), std::slice::from_ref(name)].concat())),
        |it| on(it),
    )
}

/// The modules of the library, by their paths.
fn modules(source: &[File]) -> Modules {
    let tests = modules_under(source, rust::for_tests);
    let is_program = |path: &str| path == "src/main.rs" || path.starts_with("src/bin/");
    let files = source.iter().filter(|it| !is_under(&it.path, &tests) && !is_program(&it.path));
    let mut modules: Modules = files
        .map(|file| {
            let path = module_of(&file.path);
            let mut tokens = rust::cut(&rust::tokens(&file.text), rust::for_tests).0;
            tokens.retain(|it| it.what != What::Comment);
            let module = read(file.path.clone(), &path, &tokens);
            (path, module)
        })
        .collect();
    // What is brought in by a name that stands for something brought in itself: `use crate::query; use query::link;`.
    let paths: Vec<Vec<String>> = modules.keys().cloned().collect();
    for path in &paths {
        let is_module = |of: &[String]| paths.iter().any(|it| it == of);
        let module = modules.get_mut(path).expect("it is one of them");
        let known = module.names.clone();
        for target in module.names.values_mut().chain(&mut module.all_of) {
            let Some(first) = target.first() else { continue };
            let own_child = is_module(&[path.as_slice(), std::slice::from_ref(first)].concat());
            let brought_in = known.get(first).filter(|it| *it != target);
            if own_child {
                *target = [path.as_slice(), target].concat();
                continue;
            }
            if let Some(before) = brought_in {
                *target = [before.as_slice(), &target[1..]].concat();
            }
            if target.first().is_some_and(|it| it == "crate") {
                target.remove(0);
            }
        }
    }
    modules
}

/// Reads what stands in a module.
fn read(file: String, path: &[String], tokens: &[Token]) -> Module {
    let mut module = Module { file, ..Module::default() };
    let is = |at: usize, sign: &str| tokens.get(at).is_some_and(|it| it.what == What::Sign && it.text == sign);
    let (mut code, mut uses, mut at) = (Vec::new(), Vec::new(), 0);
    let mut braces: Vec<bool> = Vec::new();
    while at < tokens.len() {
        if is(at, "{") {
            braces.push(at >= 2 && tokens[at - 2].is_word("mod"));
        } else if is(at, "}") {
            braces.pop();
        }
        if let Some(name) = tokens.get(at + 1).filter(|it| it.what == What::Word)
            && DECLARE.iter().any(|it| tokens[at].is_word(it))
        {
            module.own.insert(name.text.clone());
        }
        if tokens[at].is_word("mod") && is(at + 2, ";") {
            at += 3;
            continue;
        }
        if tokens[at].is_word("use") {
            let end = (at..tokens.len()).find(|it| is(*it, ";")).unwrap_or(tokens.len());
            let public = at > 0 && (tokens[at - 1].is_word("pub") || is(at - 1, ")"));
            let depth = braces.iter().filter(|it| **it).count();
            uses.push((public, depth, at + 1..end));
            at = end + 1;
            continue;
        }
        code.push(tokens[at].clone());
        at += 1;
    }
    for (public, depth, range) in uses {
        let mut found = rust::paths(&tokens[range]).into_iter().peekable();
        while let Some(it) = found.next() {
            let mut parts = from_the_crate(path, depth, it.parts);
            let renamed = found.next_if(|it| it.parts.last().is_some_and(|it| it == "as"));
            let alias = renamed.and_then(|_| found.next()).and_then(|it| it.parts.last().cloned());
            if parts.last().is_some_and(|it| it == "self") {
                parts.pop();
            }
            let Some(last) = parts.last().cloned() else { continue };
            if last == "*" {
                parts.pop();
                module.all_of.push(parts.clone());
                parts.push(last);
            } else {
                module.names.insert(alias.unwrap_or(last), parts.clone());
            }
            if !public {
                module.used.push((it.line, parts));
            }
        }
    }
    for it in rust::paths(&code) {
        let parts = from_the_crate(path, it.depth, it.parts);
        module.used.push((it.line, parts));
    }
    module
}

/// A path that goes up from its own module, as one from the crate on; any other as it is.
fn from_the_crate(module: &[String], depth: usize, parts: Vec<String>) -> Vec<String> {
    let up = parts.iter().take_while(|it| *it == "super").count();
    let crate_word = || vec!["crate".to_owned()];
    match parts.first().map(String::as_str) {
        Some("plan_explorer") => [crate_word(), parts[1..].to_vec()].concat(),
        Some("self") if parts.len() > 1 => [crate_word(), module.to_vec(), parts[1..].to_vec()].concat(),
        // What stays inside the file stays what it is.
        Some("super") if up <= depth => [crate_word(), module.to_vec(), parts[up..].to_vec()].concat(),
        Some("super") => {
            let left = (module.len() + depth).saturating_sub(up);
            [crate_word(), module[..left.min(module.len())].to_vec(), parts[up..].to_vec()].concat()
        }
        _ => parts,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::made_up;

    fn told(files: &[(&str, &str)]) -> Vec<String> {
        circles(&files.iter().map(|(path, text)| made_up(path, text)).collect::<Vec<_>>())
    }

    #[test]
    fn a_circle_is_told_with_its_lines() {
        assert_eq!(
            told(&[
                ("src/lib.rs", "mod a; mod b;"),
                ("src/a.rs", "use crate::b::B;\npub struct A;"),
                ("src/b.rs", "pub struct B;\nfn b() { crate::a::A; }")
            ]),
            ["src/a.rs:1: it needs itself, by way of src/b.rs:2"]
        );
        assert_eq!(
            told(&[
                ("src/a/mod.rs", "mod b; mod c; use b::B; pub struct A;"),
                ("src/a/b.rs", "use super::c::C;\npub struct B;"),
                ("src/a/c.rs", "\n\nmod d { fn e() { super::super::A } }\npub struct C;")
            ]),
            ["src/a/b.rs:1: it needs itself, by way of src/a/c.rs:3, src/a/mod.rs:1"]
        );
    }

    #[test]
    fn names_are_followed_to_where_they_stand() {
        // By way of a module that passes names on, one by one, under another name, and all at once.
        for front in ["pub use b::B;", "pub use b::{self, B as B};", "pub use b::*;"] {
            let front = format!("mod b; mod c; {front} pub use c::C;");
            let files = |c: &'static str| {
                told(&[("src/a/mod.rs", &front), ("src/a/b.rs", "use super::C; pub struct B;"), ("src/a/c.rs", c)])
            };
            assert_eq!(files("pub struct C;"), [""; 0], "{front}");
            assert_eq!(files("pub struct C(super::B);").len(), 1, "{front}");
        }
        // A module that is named only to reach what is in it.
        assert_eq!(
            told(&[
                ("src/a/mod.rs", "pub mod b; pub mod c; use c::C;"),
                ("src/a/b.rs", "use crate::a; fn e() { a::c::C; }"),
                ("src/a/c.rs", "pub struct C;")
            ]),
            [""; 0]
        );
    }

    #[test]
    fn a_declared_module_is_not_what_is_passed_on_by_its_name() {
        let front = ("src/a/mod.rs", "mod b; pub use b::b; pub struct A;");
        assert_eq!(told(&[front, ("src/a/b.rs", "use super::A; pub fn b() {}")]), [""; 0]);
    }

    #[test]
    fn what_tests_need_is_no_need() {
        assert_eq!(
            told(&[
                ("src/a.rs", "use crate::b::B; pub struct A;"),
                ("src/b.rs", "pub struct B;\n#[cfg(test)]\nmod tests { use crate::a::A; }")
            ]),
            [""; 0]
        );
    }
}
