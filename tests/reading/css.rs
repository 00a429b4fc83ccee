//! Stylesheets as rules and declarations, with their lines.

/// A rule with what it declares, or a statement such as `@import`, which declares nothing.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    /// The line on which it begins.
    pub(crate) line: usize,
    /// The conditions around it, outermost first: `@media print`.
    pub(crate) conditions: Vec<String>,
    /// What it applies to: `.cp-card, .cp-list`.
    pub(crate) selector: String,
    /// What it declares.
    pub(crate) declarations: Vec<Declaration>,
}

/// A property and its value.
#[derive(Clone, Debug)]
pub(crate) struct Declaration {
    pub(crate) line: usize,
    pub(crate) name: String,
    pub(crate) value: String,
}

/// The rules of a stylesheet, in its order. Nested conditions are taken apart; nested rules are not used here.
pub(crate) fn rules(text: &str) -> Vec<Rule> {
    let text: Vec<char> = without_comments(text).chars().collect();
    let mut rules: Vec<Rule> = Vec::new();
    let mut conditions: Vec<String> = Vec::new();
    let mut open: Option<Rule> = None;
    let (mut words, mut line, mut began, mut quoted) = (String::new(), 1, 1, None);
    for c in text {
        if words.trim().is_empty() {
            began = line;
        }
        if c == '\n' {
            line += 1;
        }
        if quoted.is_some() || !matches!(c, '{' | '}' | ';') {
            quoted = match quoted {
                None if matches!(c, '"' | '\'') => Some(c),
                Some(mark) if mark == c => None,
                same => same,
            };
            words.push(c);
            continue;
        }
        let said = words.split_whitespace().collect::<Vec<_>>().join(" ");
        words.clear();
        match (c, &mut open) {
            ('{', None) if said.starts_with('@') => conditions.push(said),
            ('{', _) => {
                let conditions = conditions.clone();
                open = Some(Rule { line: began, conditions, selector: said, declarations: Vec::new() });
            }
            (_, Some(rule)) => {
                if let Some((name, value)) = said.split_once(':') {
                    let (name, value) = (name.trim().to_owned(), value.trim().to_owned());
                    rule.declarations.push(Declaration { line: began, name, value });
                }
                if c == '}' {
                    rules.extend(open.take());
                }
            }
            ('}', None) => drop(conditions.pop()),
            _ => {
                let conditions = conditions.clone();
                rules.push(Rule { line: began, conditions, selector: said, declarations: Vec::new() });
            }
        }
    }
    rules
}

/// The same text with comments as white space, so that lines stay where they are.
pub(crate) fn without_comments(text: &str) -> String {
    let mut left = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("/*") {
        let (comment, after) = comment.split_once("*/").unwrap_or((comment, ""));
        left.push_str(before);
        left.extend(comment.chars().map(|c| if c == '\n' { c } else { ' ' }));
        rest = after;
    }
    left + rest
}

#[test]
fn rules_are_taken_apart() {
    let text = "/* a\nb */\n@import \"x;y.css\";\n@media print {\n  .a,\n  .b {\n    color: red;\n    content: \"{}\"\n  }\n}\n.c { top: 0; }";
    let rules = rules(text);
    let said: Vec<(usize, &str, usize)> =
        rules.iter().map(|it| (it.line, it.selector.as_str(), it.conditions.len())).collect();
    assert_eq!(said, [(3, "@import \"x;y.css\"", 0), (5, ".a, .b", 1), (11, ".c", 0)]);
    let declared: Vec<(usize, &str, &str)> =
        rules.iter().flat_map(|it| &it.declarations).map(|it| (it.line, it.name.as_str(), it.value.as_str())).collect();
    assert_eq!(declared, [(7, "color", "red"), (8, "content", "\"{}\""), (11, "top", "0")]);
}
