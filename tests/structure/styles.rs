//! How stylesheets are laid out, and which values they may have.

use crate::css::{self, Rule};
use crate::files::File;

/// A part without a file of its name that makes it.
pub(crate) fn parts(styles: &[File], source: &[File]) -> Vec<String> {
    let names = styles.iter().filter_map(|it| it.path.strip_prefix("style/parts/")?.strip_suffix(".css"));
    names
        .filter(|name| {
            !["page", "live"].iter().any(|layer| source.iter().any(|it| it.path == format!("src/{layer}/{name}.rs")))
        })
        .map(|name| format!("style/parts/{name}.css:1: there is no src/page/{name}.rs or src/live/{name}.rs"))
        .collect()
}

/// The order of `style/main.css`: names of values first, paper last, parts and what stands under the explorer between.
const ORDER: [&str; 8] =
    ["tokens.css", "base.css", "layout.css", "element.css", "parts/", "stage.css", "keep.css", "print.css"];

/// A stylesheet of its own, for the page without its program.
const WITHOUT_PROGRAM: &str = "static.css";

/// Where the custom element is kept from the rules of the page around it: only this wins over a host's own `!important`.
const AGAINST_HOSTS: &str = "style/element.css";

/// What the drawing library puts in here has styles of its own in its attributes: only this wins over them, on paper.
const OF_THE_LIBRARY: &str = ".cp-chart__drawing";

/// Imports of `style/main.css` that are missing, doubled, out of order, or of a file that is not there.
pub(crate) fn imports(styles: &[File]) -> Vec<String> {
    let Some(main) = styles.iter().find(|it| it.path == "style/main.css") else {
        return vec!["style/main.css:1: missing".into()];
    };
    let mut messages = Vec::new();
    let (mut imported, mut reached) = (Vec::new(), 0);
    for rule in css::rules(&main.text) {
        let place = format!("style/main.css:{}", rule.line);
        let Some(name) = rule.selector.strip_prefix("@import ").map(|it| it.trim_matches('"').to_owned()) else {
            messages.push(format!("{place}: only imports stand here"));
            continue;
        };
        if !styles.iter().any(|it| it.path == format!("style/{name}")) {
            messages.push(format!("{place}: there is no style/{name}"));
        }
        match ORDER.iter().position(|it| name.starts_with(it)) {
            Some(at) if at >= reached => reached = at,
            Some(_) => messages.push(format!("{place}: {name} stands too late; the order is {}", ORDER.join(", "))),
            None => messages.push(format!("{place}: {name} has no place in the order {}", ORDER.join(", "))),
        }
        if imported.contains(&name) {
            messages.push(format!("{place}: {name} is imported twice"));
        }
        imported.push(name);
    }
    let left = styles
        .iter()
        .filter_map(|it| it.path.strip_prefix("style/"))
        .filter(|it| !["main.css", WITHOUT_PROGRAM].contains(it));
    messages.extend(
        left.filter(|it| !imported.iter().any(|name| name == it))
            .map(|it| format!("style/{it}:1: style/main.css does not import it")),
    );
    messages
}

/// Colours by name that somebody may be tempted to write. System colours (`Highlight`) are the visitor's own.
const NAMED: [&str; 12] =
    ["white", "black", "red", "green", "blue", "yellow", "orange", "grey", "gray", "silver", "navy", "purple"];

/// Colours outside the tokens, sizes that a host's root size reaches, and what a host could not override.
pub(crate) fn values(styles: &[File]) -> Vec<String> {
    let mut messages = Vec::new();
    for file in styles {
        let rules = css::rules(&file.text);
        let declared = rules.iter().flat_map(|rule| rule.declarations.iter().map(move |it| (rule, it)));
        for (rule, it) in declared {
            let place = format!("{}:{}", file.path, it.line);
            if file.path != "style/tokens.css" && !gives_paper_its_tokens(rule, &it.name) {
                messages.extend(colours(&it.value).map(|colour| {
                    format!("{place}: the colour `{colour}` belongs into style/tokens.css, under a name")
                }));
            }
            if has_unit(&it.value, "rem") {
                messages.push(format!("{place}: `rem` follows the host's root size: use em"));
            }
            let wins_over_the_library = rule.selector.split(',').all(|it| it.contains(OF_THE_LIBRARY))
                && rule.conditions.iter().any(|it| it == "@media print");
            if it.value.contains("!important") && file.path != AGAINST_HOSTS && !wins_over_the_library {
                messages.push(format!("{place}: `!important` cannot be overridden by a host"));
            }
        }
        let conditions = rules.iter().flat_map(|it| it.conditions.iter().map(|condition| (it.line, condition)));
        messages.extend(
            conditions
                .filter(|(_, it)| has_unit(it, "rem"))
                .map(|(line, _)| format!("{}:{line}: `rem` follows the host's root size: use em", file.path)),
        );
    }
    messages
}

/// On paper the tokens have other values: black on white.
fn gives_paper_its_tokens(rule: &Rule, name: &str) -> bool {
    name.starts_with("--cp-") && rule.conditions.iter().any(|it| it == "@media print")
}

/// The colours in a value.
fn colours(value: &str) -> impl Iterator<Item = String> {
    let functions = ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(", "color("];
    let words = value.split([' ', ',']).map(str::to_lowercase);
    words.filter_map(move |word| {
        let bare = word.trim_end_matches(')').to_owned();
        let is =
            bare.starts_with('#') || functions.iter().any(|it| word.starts_with(it)) || NAMED.contains(&bare.as_str());
        is.then_some(bare)
    })
}

/// Whether a value has a number with this unit.
fn has_unit(value: &str, unit: &str) -> bool {
    value.match_indices(unit).any(|(at, _)| {
        let before = value[..at].chars().next_back().is_some_and(|c| c.is_ascii_digit() || c == '.');
        before && value[at + unit.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::made_up;

    #[test]
    fn a_part_that_nothing_makes_is_told() {
        let told = parts(
            &[made_up("style/parts/card.css", ""), made_up("style/parts/lost.css", ""), made_up("style/base.css", "")],
            &[made_up("src/page/card.rs", "")],
        );
        assert_eq!(told, ["style/parts/lost.css:1: there is no src/page/lost.rs or src/live/lost.rs"]);
    }

    #[test]
    fn imports_must_be_there_once_and_in_order() {
        let told = |main: &str| {
            let others = ["tokens.css", "base.css", "layout.css", "parts/a.css", "print.css"];
            let mut styles: Vec<File> = others.iter().map(|it| made_up(&format!("style/{it}"), "")).collect();
            styles.push(made_up("style/main.css", main));
            imports(&styles)
        };
        let import = |names: &[&str]| names.iter().map(|it| ["@import \"", it, "\";\n"].concat()).collect::<String>();
        assert_eq!(told(&import(&["tokens.css", "base.css", "layout.css", "parts/a.css", "print.css"])), [""; 0]);
        let late = told(&import(&["tokens.css", "base.css", "parts/a.css", "layout.css", "print.css"]));
        assert!(late.len() == 1 && late[0].starts_with("style/main.css:4: layout.css stands too late"), "{late:?}");
        assert_eq!(
            told(&import(&["tokens.css", "base.css", "layout.css", "print.css"])),
            ["style/parts/a.css:1: style/main.css does not import it"]
        );
        let doubled =
            told(&import(&["tokens.css", "base.css", "layout.css", "parts/a.css", "parts/a.css", "print.css"]));
        assert_eq!(doubled, ["style/main.css:5: parts/a.css is imported twice"]);
        let lost = told(&import(&["tokens.css", "base.css", "layout.css", "parts/a.css", "parts/b.css", "print.css"]));
        assert_eq!(lost, ["style/main.css:5: there is no style/parts/b.css"]);
        assert_eq!(imports(&[]), ["style/main.css:1: missing"]);
    }

    #[test]
    fn values_that_do_not_belong_are_told() {
        for (value, says) in [
            ("#fff", "`#fff`"),
            ("1px solid rgb(0 0 0)", "`rgb(0`"),
            ("var(--cp-focus, yellow)", "`yellow`"),
            ("1.5rem", "`rem`"),
            ("calc(1em + 2rem)", "`rem`"),
            ("none !important", "`!important`"),
        ] {
            let told = values(&[made_up("style/parts/a.css", &format!(".a {{\n  x: {value};\n}}"))]);
            assert_eq!(told.len(), 1, "{value}: {told:?}");
            assert!(told[0].starts_with("style/parts/a.css:2: ") && told[0].contains(says), "{told:?}");
        }
        assert_eq!(values(&[made_up("style/a.css", "@container x (min-width: 40rem) { .a { top: 0 } }")]).len(), 1);
    }

    #[test]
    fn values_that_belong_are_let_through() {
        for (path, text) in [
            ("style/tokens.css", ".cp { --cp-ink: #14202b; }"),
            (AGAINST_HOSTS, ":host { all: initial !important; }"),
            ("style/print.css", "@media print { .cp { --cp-ink: black; } }"),
            ("style/a.css", "@media print { .cp-chart__drawing svg { height: auto !important; } }"),
            ("style/base.css", ".a { color: var(--cp-ink); outline: 1em solid Highlight; /* #fff 1rem */ }"),
        ] {
            assert_eq!(values(&[made_up(path, text)]), [""; 0]);
        }
    }
}
