//! Words that must not stand in the source.

use crate::files::File;
use crate::layers::{is_under, modules_under};
use crate::rust::{self, Token, What};

/// A run of words and signs that code must not have.
struct Banned {
    /// The run, its pieces separated by spaces.
    code: &'static str,
    /// The beginnings of the paths that it is banned from.
    under: &'static [&'static str],
    /// The beginning of the paths that are left out.
    but: &'static [&'static str],
    reason: &'static str,
}

const fn everywhere(code: &'static str, reason: &'static str) -> Banned {
    Banned { code, under: &[""], but: &[], reason }
}

/// From what is written natively, and from what the program puts beside it.
const fn on_pages(code: &'static str) -> Banned {
    let reason = "the content security policy refuses inline styles: use a class";
    Banned { code, under: &["src/page", "src/live"], but: &[], reason }
}

const fn but_for_commands(code: &'static str) -> Banned {
    Banned { code, under: &["src"], but: &["src/bin"], reason: "only a command prints" }
}

const BANNED: [Banned; 15] = [
    everywhere("JsFunction", "it makes code out of text, which the content security policy refuses"),
    everywhere("forget (", "what is forgotten is never undone: keep it, and let it go when its owner goes"),
    everywhere("inner_html", "text from data would be read as markup"),
    everywhere(". unwrap (", "a panic ends the app: handle what is not there"),
    everywhere(". expect (", "a panic ends the app: handle what is not there"),
    everywhere("unsafe", "nothing here needs it"),
    on_pages("style ="),
    on_pages(". style ("),
    on_pages("\"style\""),
    on_pages("style :"),
    but_for_commands("println !"),
    but_for_commands("eprintln !"),
    but_for_commands("print !"),
    everywhere("dbg !", "it is for the time of looking for a fault"),
    everywhere("leptos_router", "it takes over the links of the page that the explorer stands on"),
];

/// Code that has a banned run outside tests.
pub(crate) fn banned_code(code: &[File]) -> Vec<String> {
    let tests = modules_under(code, rust::for_tests);
    let mut messages = Vec::new();
    for file in code.iter().filter(|it| !is_under(&it.path, &tests)) {
        let mut tokens = rust::cut(&rust::tokens(&file.text), rust::for_tests).0;
        tokens.retain(|it| it.what != What::Comment);
        for banned in &BANNED {
            let is_under = |of: &[&str]| of.iter().any(|it| file.path.starts_with(it));
            if !is_under(banned.under) || is_under(banned.but) {
                continue;
            }
            let run: Vec<&str> = banned.code.split(' ').collect();
            let found =
                tokens.windows(run.len()).filter(|found| found.iter().zip(&run).all(|(it, piece)| is(it, piece)));
            messages.extend(
                found.map(|it| format!("{}:{}: `{}` is banned: {}", file.path, it[0].line, banned.code, banned.reason)),
            );
        }
    }
    messages
}

fn is(token: &Token, piece: &str) -> bool {
    match token.what {
        What::Text => piece.strip_prefix('"').and_then(|it| it.strip_suffix('"')).is_some_and(|it| token.text == it),
        What::Word | What::Sign => token.text == piece,
        What::Comment => false,
    }
}

/// Notes to ourselves, which belong into an issue.
const NOTES: [&str; 3] = ["TODO", "FIXME", "XXX"];
/// Words that tell a reader that what is hard for them is easy.
const BELITTLING: [&str; 3] = ["simply", "obviously", "of course"];

/// Words that must not stand in what people read: on screen, in comments and in documents.
pub(crate) fn banned_prose(code: &[File], prose: &[File]) -> Vec<String> {
    let mut messages = Vec::new();
    let mut look = |path: &str, line: usize, text: &str| {
        for (at, line) in (line..).zip(text.lines()) {
            let words = line.to_lowercase();
            let belittling = BELITTLING.iter().filter(|it| has_words(&words, it));
            let notes = NOTES.iter().filter(|it| has_words(line, it));
            messages.extend(
                belittling.chain(notes).map(|it| format!("{path}:{at}: “{it}” is banned from what people read")),
            );
        }
    };
    for file in code {
        for token in rust::tokens(&file.text).iter().filter(|it| matches!(it.what, What::Comment | What::Text)) {
            look(&file.path, token.line, &token.text);
        }
    }
    for file in prose {
        look(&file.path, 1, &file.text);
    }
    messages
}

/// Whether a text has these words, as whole words.
fn has_words(text: &str, words: &str) -> bool {
    let bound = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(words)
        .any(|(at, _)| bound(text[..at].chars().next_back()) && bound(text[at + words.len()..].chars().next()))
}

/// A council or county named where the explorer must know of none; `names` are those of the plan in `data/`.
pub(crate) fn places(general: &[File], names: &[&str]) -> Vec<String> {
    let tests = modules_under(general, rust::for_tests);
    let mut messages = Vec::new();
    let mut look = |path: &str, line: usize, text: &str| {
        for (at, line) in (line..).zip(text.lines()) {
            let found = names.iter().filter(|it| line.to_lowercase().contains(&it.to_lowercase()));
            messages.extend(found.map(|it| format!("{path}:{at}: “{it}” belongs into data/")));
        }
    };
    for file in general.iter().filter(|it| !is_under(&it.path, &tests)) {
        if file.path.rsplit_once('.').is_some_and(|(_, ending)| ending == "rs") {
            for token in rust::cut(&rust::tokens(&file.text), rust::for_tests).0 {
                look(&file.path, token.line, &token.text);
            }
        } else {
            look(&file.path, 1, &file.text);
        }
    }
    messages
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::made_up;

    #[test]
    fn banned_code_is_told() {
        for (path, code) in [
            ("src/a.rs", "use x::JsFunction;"),
            ("src/a.rs", "std::mem::forget(x);"),
            ("src/page/a.rs", "<div inner_html=x/>"),
            ("src/a.rs", "let a = b\n    .unwrap();"),
            ("xtask/src/a.rs", "a.expect(\"b\");"),
            ("src/a.rs", "unsafe { a() }"),
            ("src/page/a.rs", "<p style=\"top: 0\">"),
            ("src/live/a.rs", "el(\"p\").style(\"top\")"),
            ("src/live/a.rs", "el(\"p\").attr(\"style\", x)"),
            ("src/live/a.rs", "<p style:top=x>"),
            ("src/a.rs", "println!(\"a\");"),
        ] {
            let told = banned_code(&[made_up(path, code)]);
            assert_eq!(told.len(), 1, "{code}: {told:?}");
            assert!(told[0].starts_with(path) && told[0].contains("is banned"), "{told:?}");
        }
    }

    #[test]
    fn banned_code_is_let_through_in_tests_comments_and_strings() {
        for (path, code) in [
            ("src/a.rs", "#[cfg(test)]\nmod tests { fn b() { c.unwrap(); println!(); } }"),
            ("src/a.rs", "/// Call `.unwrap()`, `forget(` or `unsafe`.\nfn a() { b(\"unsafe\").unwrap_or(1) }"),
            ("src/bin/plan.rs", "println!(\"a\");"),
            ("src/browser/a.rs", "a.style()"),
            ("src/state.rs", "host.print();"),
        ] {
            assert_eq!(banned_code(&[made_up(path, code)]), [""; 0]);
        }
    }

    #[test]
    fn banned_prose_is_told() {
        let code = made_up("src/a.rs", "fn a() {}\n/// Simply call it.\nconst A: &str = \"Of course\"; // TODO");
        let told = banned_prose(&[code], &[made_up("README.md", "All good.\nThis simply works.")]);
        let places: Vec<&str> = told.iter().map(|it| it.split(' ').next().unwrap_or_default()).collect();
        assert_eq!(places, ["src/a.rs:2:", "src/a.rs:3:", "src/a.rs:3:", "README.md:2:"]);
        assert_eq!(banned_prose(&[made_up("src/a.rs", "fn simply_TODO() {}")], &[]), [""; 0]);
    }

    #[test]
    fn a_named_council_is_told() {
        let code =
            made_up("src/a.rs", "/// In Brindlemere.\n#[cfg(test)]\nmod tests { const A: &str = \"Brindlemere\"; }");
        let page = made_up("index.html", "<title>The BRINDLEMERE plan</title>");
        assert_eq!(
            places(&[code, page], &["Brindlemere"]),
            ["src/a.rs:1: “Brindlemere” belongs into data/", "index.html:1: “Brindlemere” belongs into data/"]
        );
    }
}
