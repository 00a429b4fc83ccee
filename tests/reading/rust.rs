//! Rust source as words, signs, strings and comments, with what only tests or only native builds hold cut out.

use std::ops::RangeInclusive;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// A name, a keyword or a number.
    Word,
    /// The inside of a string.
    Text,
    /// One character of punctuation.
    Sign,
    /// The inside of a comment.
    Comment,
}

/// A piece of source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) line: usize,
    pub(crate) what: What,
    pub(crate) text: String,
}

impl Token {
    pub(crate) fn is_word(&self, word: &str) -> bool {
        self.what == What::Word && self.text == word
    }

    fn is_sign(&self, sign: char) -> bool {
        self.what == What::Sign && self.text.starts_with(sign)
    }
}

/// The tokens of a file.
pub(crate) fn tokens(source: &str) -> Vec<Token> {
    let mut reader = Reader { rest: source, line: 1, tokens: Vec::new() };
    while !reader.rest.is_empty() {
        reader.step();
    }
    reader.tokens
}

struct Reader<'s> {
    rest: &'s str,
    line: usize,
    tokens: Vec<Token>,
}

impl Reader<'_> {
    fn step(&mut self) {
        let rest = self.rest;
        let Some(first) = rest.chars().next() else { return };
        let word = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        if rest.starts_with("//") {
            self.take(What::Comment, 2, rest.find('\n').unwrap_or(rest.len()), 0);
        } else if rest.starts_with("/*") {
            let end = rest.find("*/").unwrap_or(rest.len());
            self.take(What::Comment, 2, end, 2);
        } else if first == '"' {
            self.take(What::Text, 1, 1 + end_of_string(&rest[1..]), 1);
        } else if let Some((open, close)) = raw_string(rest) {
            let end = rest[open..].find(&close).map_or(rest.len(), |at| open + at);
            self.take(What::Text, open, end, close.len());
        } else if first == '\'' && is_letter_in_quotes(rest) {
            let end =
                if rest[1..].starts_with('\\') { 2 + rest[2..].find('\'').unwrap_or(0) } else { letter_end(rest) };
            // `'\''` ends at the second quote after the backslash.
            let end = if rest.starts_with("'\\''") { 3 } else { end };
            self.take(What::Text, 1, end, 1);
        } else if word > 0 {
            self.take(What::Word, 0, word, 0);
        } else if first.is_whitespace() {
            self.line += usize::from(first == '\n');
            self.rest = &rest[first.len_utf8()..];
        } else {
            self.take(What::Sign, 0, first.len_utf8(), 0);
        }
    }

    /// Takes what lies between two places as a token, and goes on so many bytes after it.
    fn take(&mut self, what: What, from: usize, to: usize, after: usize) {
        let rest = self.rest;
        let text = rest[from.min(to)..to].to_owned();
        self.tokens.push(Token { line: self.line, what, text });
        let end = (to + after).min(rest.len());
        self.line += rest[..end].matches('\n').count();
        self.rest = &rest[end..];
    }
}

fn end_of_string(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' if !escaped => return at,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    text.len()
}

/// Where the inside of a raw string begins, and what closes it.
fn raw_string(rest: &str) -> Option<(usize, String)> {
    let after = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let marks = after.len() - after.trim_start_matches('#').len();
    after[marks..].starts_with('"').then(|| (rest.len() - after.len() + marks + 1, format!("\"{}", "#".repeat(marks))))
}

/// Whether a quote mark begins a letter, and not a lifetime.
fn is_letter_in_quotes(rest: &str) -> bool {
    let mut letters = rest.chars().skip(1);
    letters.next() == Some('\\') || letters.next() == Some('\'')
}

fn letter_end(rest: &str) -> usize {
    1 + rest[1..].chars().next().map_or(0, char::len_utf8)
}

/// What a `#[cfg(…)]` says, told by the words between its brackets.
pub(crate) type Condition = fn(&[&str]) -> bool;

/// Only tests have it.
pub(crate) fn for_tests(words: &[&str]) -> bool {
    words.contains(&"test") && !words.contains(&"not")
}

/// Only native builds have it.
pub(crate) fn native(words: &[&str]) -> bool {
    words == ["cfg", "not", "target_arch", "wasm32"]
}

/// What is left of a file when the items under a condition are cut out, and the modules in other files among them.
pub(crate) fn cut(tokens: &[Token], condition: Condition) -> (Vec<Token>, Vec<String>) {
    let code: Vec<usize> = (0..tokens.len()).filter(|at| tokens[*at].what != What::Comment).collect();
    let token = |at: usize| code.get(at).map(|it| &tokens[*it]);
    let (mut out, mut modules, mut at): (Vec<RangeInclusive<usize>>, Vec<String>, usize) = (Vec::new(), Vec::new(), 0);
    while let Some(first) = token(at) {
        let Some(end) = end_of_attribute(&token, at) else {
            at += 1;
            continue;
        };
        let words: Vec<&str> =
            (at..end).filter_map(&token).filter(|it| it.what != What::Sign).map(|it| it.text.as_str()).collect();
        if words.first() != Some(&"cfg") || !condition(&words) {
            at = end + 1;
            continue;
        }
        let mut item = end + 1;
        while let Some(end) = end_of_attribute(&token, item) {
            item = end + 1;
        }
        let stop = end_of_item(&token, item);
        if let Some(name) = (item..stop).find(|it| token(*it).is_some_and(|it| it.is_word("mod")))
            && token(stop).is_some_and(|it| it.is_sign(';'))
        {
            modules.extend(token(name + 1).map(|it| it.text.clone()));
        }
        out.push(first.line..=token(stop).map_or(usize::MAX, |it| it.line));
        at = stop + 1;
    }
    let left = tokens.iter().filter(|token| !out.iter().any(|lines| lines.contains(&token.line))).cloned();
    (left.collect(), modules)
}

/// The place of the `]` of an attribute that begins here.
fn end_of_attribute<'t>(token: &impl Fn(usize) -> Option<&'t Token>, at: usize) -> Option<usize> {
    let is = |at: usize, sign: char| token(at).is_some_and(|it| it.is_sign(sign));
    if !(is(at, '#') && is(at + 1, '[')) {
        return None;
    }
    let mut depth = 0_usize;
    for end in at + 1.. {
        token(end)?;
        depth += usize::from(is(end, '['));
        depth -= usize::from(is(end, ']'));
        if depth == 0 {
            return Some(end);
        }
    }
    None
}

/// The place of the semicolon or brace that ends an item.
fn end_of_item<'t>(token: &impl Fn(usize) -> Option<&'t Token>, from: usize) -> usize {
    let mut depth = 0_usize;
    for at in from.. {
        match token(at) {
            None => return at,
            Some(it) if it.what != What::Sign => {}
            Some(it) if "([{".contains(&it.text) => depth += 1,
            Some(it) if ")]}".contains(&it.text) => {
                depth = depth.saturating_sub(1);
                if depth == 0 && it.is_sign('}') {
                    return at;
                }
            }
            Some(it) if it.is_sign(';') && depth == 0 => return at,
            Some(_) => {}
        }
    }
    from
}

/// A path such as `crate::query::Query`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Path {
    pub(crate) line: usize,
    /// How many modules are open around it in its own file.
    pub(crate) depth: usize,
    pub(crate) parts: Vec<String>,
}

/// Every path, those of `use` groups one by one.
pub(crate) fn paths(tokens: &[Token]) -> Vec<Path> {
    let tokens: Vec<&Token> = tokens.iter().filter(|it| it.what != What::Comment).collect();
    let (mut paths, mut braces, mut at) = (Vec::new(), Vec::new(), 0);
    while at < tokens.len() {
        let token = tokens[at];
        let opens_module = |at: usize| at >= 2 && tokens[at - 2].is_word("mod");
        if token.is_sign('{') {
            braces.push(opens_module(at));
        } else if token.is_sign('}') {
            braces.pop();
        } else if token.what == What::Word {
            let depth = braces.iter().filter(|it| **it).count();
            at = tree(&tokens, at, depth, &[], &mut paths);
            continue;
        }
        at += 1;
    }
    paths
}

fn tree(tokens: &[&Token], mut at: usize, depth: usize, before: &[String], paths: &mut Vec<Path>) -> usize {
    let is = |at: usize, sign: char| tokens.get(at).is_some_and(|it| it.is_sign(sign));
    let (line, mut parts) = (tokens[at].line, before.to_vec());
    loop {
        if is(at, '{') {
            at += 1;
            while at < tokens.len() && !is(at, '}') {
                at = if is(at, ',') { at + 1 } else { tree(tokens, at, depth, &parts, paths) };
            }
            return at + 1;
        }
        parts.push(tokens[at].text.clone());
        at += 1;
        let goes_on = tokens.get(at + 2).is_some_and(|it| it.what == What::Word || it.is_sign('{') || it.is_sign('*'));
        if !(is(at, ':') && is(at + 1, ':') && goes_on) {
            break;
        }
        at += 2;
    }
    paths.push(Path { line, depth, parts });
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn source_is_taken_apart() {
        let source = "let a = 'x'; // one\nlet b: &'a str = \"two \\\" // \";\n/* three\n*/ r#\"fo\"ur\"# '\\'' c";
        let said: Vec<(usize, What, String)> = tokens(source)
            .into_iter()
            .filter(|it| it.what != What::Sign)
            .map(|it| (it.line, it.what, it.text))
            .collect();
        let expected = [
            (1, What::Word, "let"),
            (1, What::Word, "a"),
            (1, What::Text, "x"),
            (1, What::Comment, " one"),
            (2, What::Word, "let"),
            (2, What::Word, "b"),
            (2, What::Word, "a"),
            (2, What::Word, "str"),
            (2, What::Text, "two \\\" // "),
            (3, What::Comment, " three\n"),
            (4, What::Text, "fo\"ur"),
            (4, What::Text, "\\'"),
            (4, What::Word, "c"),
        ];
        assert_eq!(said, expected.map(|(line, what, text)| (line, what, text.to_owned())));
    }

    #[test]
    fn what_only_tests_hold_is_cut() {
        let source = "fn a() {}\n#[cfg(test)]\nmod far;\n#[cfg(test)]\n#[expect(x)]\nmod tests {\n  fn b() { c(); }\n}\nfn d() {}";
        let (left, modules) = cut(&tokens(source), for_tests);
        let words: Vec<String> = left.into_iter().filter(|it| it.what == What::Word).map(|it| it.text).collect();
        assert_eq!(words, ["fn", "a", "fn", "d"]);
        assert_eq!(modules, ["far"]);
        let (_, modules) = cut(&tokens("#[cfg(not(target_arch = \"wasm32\"))]\npub mod load;\nmod rest;"), native);
        assert_eq!(modules, ["load"]);
    }

    #[test]
    fn groups_give_each_path() {
        let found = paths(&tokens("use crate::{plan::{self, Plan}, query::*};\nmod a { fn b() { super::c::d(); } }"));
        let found: Vec<(usize, usize, String)> = found
            .into_iter()
            .filter(|it| it.parts.len() > 1)
            .map(|it| (it.line, it.depth, it.parts.join("::")))
            .collect();
        let expected = [
            (1, 0, "crate::plan::self"),
            (1, 0, "crate::plan::Plan"),
            (1, 0, "crate::query::*"),
            (2, 1, "super::c::d"),
        ];
        assert_eq!(found, expected.map(|(line, depth, path)| (line, depth, path.to_owned())));
    }
}
