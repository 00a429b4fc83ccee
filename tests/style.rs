//! Contrasts of every pair of colours in use, in light and in dark, computed from `style/tokens.css` (WCAG 2.2, 1.4.3 and
//! 1.4.11). `cargo test --test style -- --nocapture` prints the figures.

#![expect(clippy::expect_used, reason = "a test that cannot go on says so and fails")]

#[path = "reading/css.rs"]
mod css;
#[path = "reading/files.rs"]
mod files;

use css::Rule;
use files::{File, files};
use plan_explorer::chart::Scheme;
use std::collections::{BTreeMap, BTreeSet};

/// The least contrast of text with its ground.
const TEXT: f64 = 4.5;
/// The least contrast of what is no text: borders of controls, grounds of buttons, bars that mean something.
const SHAPE: f64 = 3.0;

/// A colour on a ground, by the names of their tokens, and where they meet.
struct Pair(&'static str, &'static str, f64, &'static str);

const PAIRS: &[Pair] = &[
    Pair("ink", "surface", TEXT, "main text"),
    Pair(
        "ink",
        "panel",
        TEXT,
        "main text in the search box, asides, opened origins, explained terms; rows under the pointer",
    ),
    Pair("ink-2", "surface", TEXT, "lines of second rank: counts, periods, signatures of quotes, hints"),
    Pair("ink-2", "panel", TEXT, "the same in asides, in the search box and under the pointer"),
    Pair("link", "surface", TEXT, "links, names of rows, quiet buttons"),
    Pair("link", "panel", TEXT, "links in asides and opened origins; rows under the pointer"),
    Pair("accent", "surface", TEXT, "words of buttons"),
    Pair("on-accent", "accent", TEXT, "words of main buttons; cells of lead partners"),
    Pair("note-ink", "surface", TEXT, "“not stated”; cells of gaps; kinds of notes"),
    Pair("note-ink", "note", TEXT, "the edition's notice, caveats, gaps, notes on the address"),
    Pair("note", "note-ink", TEXT, "the tag “Draft”"),
    Pair("promised-ink", "promised", TEXT, "what is promised, choices made, tags, cells of those who deliver"),
    Pair("done-ink", "done", TEXT, "what is done; cells of funders"),
    Pair("direction-ink", "direction", TEXT, "direction of travel"),
    Pair("mark-ink", "mark", TEXT, "words that the search matched"),
    Pair("exit-ink", "exit", TEXT, "Exit this page"),
    Pair("focus-ink", "focus", TEXT, "links that the keyboard is on; the skip link"),
    Pair("border", "surface", SHAPE, "borders of fields; underlines of quiet links; lines over cards"),
    Pair("border", "panel", SHAPE, "borders of fields in the search box"),
    Pair("accent", "surface", SHAPE, "borders of buttons; the bar of the view on show; ticked boxes"),
    Pair("accent", "panel", SHAPE, "the search button; bars of panels; boxes under the pointer"),
    Pair("accent", "promised", SHAPE, "borders of choices made"),
    Pair("note-ink", "surface", SHAPE, "bars of notes"),
    Pair("promised-ink", "surface", SHAPE, "lines over cards of what is promised"),
    Pair("done-ink", "surface", SHAPE, "lines over cards of what is done"),
    Pair("direction-ink", "surface", SHAPE, "lines over figures"),
    Pair("exit", "surface", SHAPE, "the ground of Exit this page"),
    Pair("bar-first", "surface", SHAPE, "the key of charts: bars of the first look"),
    Pair("bar-second", "surface", SHAPE, "the key of charts: bars of the second look"),
    Pair("surface", "bar-second", SHAPE, "the key of charts: between the stripes of the second look"),
];

/// Tokens for lines that only decorate: what they part is told apart without them.
const DECORATION: [&str; 1] = ["hairline"];

/// Grounds that the focus ring is seen on: its yellow or its ink stands out from each of them.
const RINGED: [&str; 7] = ["surface", "panel", "note", "promised", "done", "accent", "exit"];

/// Tokens that nothing uses.
const IDLE: [(&str, &str); 0] = [];

/// Names and values of tokens.
type Tokens = BTreeMap<String, String>;

/// The tokens in light, and those in dark: what dark does not name it has from light.
fn tokens(rules: &[Rule]) -> [Tokens; 2] {
    let read = |dark: bool| {
        let of = rules.iter().filter(|it| match it.conditions.first() {
            None => true,
            Some(condition) => dark && condition.contains("prefers-color-scheme: dark"),
        });
        of.flat_map(|it| &it.declarations)
            .filter(|it| it.name.starts_with("--cp-"))
            .map(|it| (it.name.clone(), it.value.clone()))
            .collect()
    };
    [read(false), read(true)]
}

/// A token's colour: its own value, or what it is where the host gives none.
fn colour(tokens: &Tokens, name: &str) -> [f64; 3] {
    let value = tokens.get(&format!("--cp-{name}")).unwrap_or_else(|| panic!("there is a token --cp-{name}"));
    let hex = value.rsplit('#').next().map(|it| it.trim_end_matches(')')).unwrap_or_default();
    assert_eq!(hex.len(), 6, "--cp-{name} is a colour of six digits: {value}");
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).expect("the digits are hexadecimal")) / 255.0)
}

/// Relative luminance, as WCAG defines it.
fn luminance(colour: [f64; 3]) -> f64 {
    let [red, green, blue] =
        colour.map(|it| if it <= 0.040_45 { it / 12.92 } else { ((it + 0.055) / 1.055).powf(2.4) });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Pairs that fall short, in words, and all figures.
fn compare(pairs: &[Pair], schemes: &[Tokens; 2]) -> (Vec<String>, Vec<String>) {
    let (mut short, mut figures) = (Vec::new(), Vec::new());
    for Pair(ink, ground, least, place) in pairs {
        let found = schemes.each_ref().map(|tokens| contrast(colour(tokens, ink), colour(tokens, ground)));
        let figure =
            format!("{ink} on {ground}: {:.1} light, {:.1} dark; at least {least} ({place})", found[0], found[1]);
        if found.iter().any(|it| it < least) {
            short.push(figure.clone());
        }
        figures.push(figure);
    }
    (short, figures)
}

fn own_tokens() -> [Tokens; 2] {
    tokens(&css::rules(&files("style/tokens.css", &[".css"])[0].text))
}

#[test]
fn every_pair_can_be_told_apart() {
    let (short, figures) = compare(PAIRS, &own_tokens());
    println!("{}", figures.join("\n"));
    assert!(short.is_empty(), "too little contrast:\n{}", short.join("\n"));
}

#[test]
fn the_focus_ring_is_seen_on_every_ground() {
    for (scheme, tokens) in ["light", "dark"].into_iter().zip(own_tokens()) {
        for ground in RINGED {
            let [ring, ink] = ["focus", "focus-ink"].map(|it| contrast(colour(&tokens, it), colour(&tokens, ground)));
            println!("focus ring on {ground}, {scheme}: yellow {ring:.1}, ink {ink:.1}");
            assert!(ring.max(ink) >= SHAPE, "the focus ring on {ground}, {scheme}: yellow {ring:.1}, ink {ink:.1}");
        }
    }
}

/// A colour of a chart's picture, which is six digits.
fn painted(value: &str) -> [f64; 3] {
    colour(&Tokens::from([("--cp-it".to_owned(), value.to_owned())]), "it")
}

/// Forced colours are the visitor's own: their contrast is not ours to compute.
#[test]
fn charts_can_be_told_apart() {
    for scheme in [Scheme::Light, Scheme::Dark, Scheme::Paper] {
        let it = scheme.theme();
        let pairs = [
            ("names and numbers", it.ink, it.surface, TEXT),
            ("words of second rank", it.quiet, it.surface, TEXT),
            ("the line that bars start from", it.line, it.surface, SHAPE),
            ("marks of the first tone", it.first, it.surface, SHAPE),
            ("marks of the second tone", it.second, it.surface, SHAPE),
            ("the ring of the mark that is read", it.ring, it.focus, SHAPE),
        ];
        for (what, ink, ground, least) in pairs {
            let found = contrast(painted(ink), painted(ground));
            println!("{what}, {scheme:?}: {found:.1}; at least {least}");
            assert!(found >= least, "{what}, {scheme:?}: {ink} on {ground} is {found:.1}, at least {least}");
        }
        let seen = [it.focus, it.ring].map(|it| contrast(painted(it), painted(scheme.theme().surface)));
        let best = seen[0].max(seen[1]);
        assert!(best >= SHAPE, "the mark that is read, {scheme:?}: neither fill nor ring stands out: {seen:?}");
    }
}

#[test]
fn charts_have_the_colours_of_the_page() {
    for (scheme, tokens) in [Scheme::Light, Scheme::Dark].into_iter().zip(own_tokens()) {
        let it = scheme.theme();
        let pairs = [
            ("surface", it.surface),
            ("ink", it.ink),
            ("ink-2", it.quiet),
            ("border", it.line),
            ("focus", it.focus),
            ("focus-ink", it.ring),
            ("bar-first", it.first),
            ("bar-second", it.second),
        ];
        for (name, value) in pairs {
            let (page, chart) = (colour(&tokens, name).map(f64::to_bits), painted(value).map(f64::to_bits));
            assert_eq!(page, chart, "{scheme:?}: charts have {value} where the page has --cp-{name}");
        }
    }
    let [light, _] = own_tokens();
    let (page, chart) =
        (colour(&light, "accent").map(f64::to_bits), painted(Scheme::Light.theme().first).map(f64::to_bits));
    assert_eq!(page, chart, "marks of the first tone have the page's accent in light");
}

/// The tokens that a value uses.
fn used(value: &str) -> impl Iterator<Item = &str> {
    value.match_indices("var(--cp-").map(|(at, _)| value[at + 4..].split([')', ',']).next().unwrap_or_default().trim())
}

/// Tokens that are used and not defined, or defined and not used.
fn loose(styles: &[File], idle: &[(&str, &str)]) -> Vec<String> {
    let (mut defined, mut wanted, mut messages) = (BTreeMap::new(), BTreeSet::new(), Vec::new());
    let rules: Vec<(&File, Rule)> =
        styles.iter().flat_map(|file| css::rules(&file.text).into_iter().map(move |rule| (file, rule))).collect();
    for (file, rule) in &rules {
        for it in rule.declarations.iter().filter(|it| it.name.starts_with("--cp-")) {
            defined.entry(it.name.clone()).or_insert_with(|| format!("{}:{}", file.path, it.line));
        }
    }
    for (file, rule) in &rules {
        for it in &rule.declarations {
            for name in used(&it.value) {
                wanted.insert(name.to_owned());
                if !defined.contains_key(name) {
                    messages.push(format!("{}:{}: there is no token {name}", file.path, it.line));
                }
            }
        }
    }
    for (name, place) in &defined {
        let (is_idle, is_wanted) = (idle.iter().any(|(it, _)| it == name), wanted.contains(name));
        if is_idle == is_wanted {
            let says = if is_wanted { "is used after all: take it off the list" } else { "is used nowhere" };
            messages.push(format!("{place}: {name} {says}"));
        }
    }
    messages
}

#[test]
fn every_token_is_defined_and_used() {
    let messages = loose(&files("style", &[".css"]), &IDLE);
    assert!(messages.is_empty(), "{}", messages.join("\n"));
}

/// Uses of a token as ink, ground or line that no pair of the table speaks of; and pairs that one rule makes by itself.
fn unspoken(styles: &[File], pairs: &[Pair]) -> Vec<String> {
    let mut messages = Vec::new();
    for file in styles.iter().filter(|it| !["style/tokens.css", "style/print.css"].contains(&it.path.as_str())) {
        for rule in css::rules(&file.text) {
            let (mut ink, mut ground) = (None, None);
            for it in &rule.declarations {
                let place = format!("{}:{}: {}", file.path, it.line, rule.selector);
                for token in used(&it.value).map(|it| it.trim_start_matches("--cp-")) {
                    let spoken = match it.name.as_str() {
                        name if name.ends_with("-radius") => true,
                        "color" => {
                            ink = Some(token);
                            pairs.iter().any(|it| it.0 == token && it.2 >= TEXT)
                        }
                        "background" | "background-color" => {
                            ground = Some(token);
                            pairs.iter().any(|it| it.1 == token)
                        }
                        name if ["border", "outline", "box-shadow", "accent-color", "text-decoration"]
                            .iter()
                            .any(|it| name.starts_with(it)) =>
                        {
                            let ring = ["focus", "focus-ink", "surface"].contains(&token);
                            ring || DECORATION.contains(&token) || pairs.iter().any(|it| it.0 == token && it.2 <= SHAPE)
                        }
                        _ => true,
                    };
                    if !spoken {
                        messages.push(format!("{place}: no pair speaks of {} {token}", it.name));
                    }
                }
            }
            if let (Some(ink), Some(ground)) = (ink, ground)
                && !pairs.iter().any(|it| it.0 == ink && it.1 == ground && it.2 >= TEXT)
            {
                messages.push(format!(
                    "{}:{}: {}: no pair speaks of {ink} on {ground}",
                    file.path, rule.line, rule.selector
                ));
            }
        }
    }
    messages
}

#[test]
fn the_table_speaks_of_every_use() {
    let messages = unspoken(&files("style", &[".css"]), PAIRS);
    assert!(messages.is_empty(), "add these to PAIRS:\n{}", messages.join("\n"));
}

/// Classes of links and summaries, and of what stands inside them with a colour of its own. With the keyboard on them the
/// ground is yellow, and their ink must give way.
const INSIDE_LINKS: [&str; 12] = [
    "cp-cell",
    "cp-facet__made",
    "cp-facet__title",
    "cp-menu__link",
    "cp-menu__part",
    "cp-phone",
    "cp-quiet-link",
    "cp-row",
    "cp-row__caveat",
    "cp-row__facts",
    "cp-row__figure",
    "cp-row__name",
];

/// Inks that stay on the yellow ground, and their contrast there in light and dark.
fn stubborn(styles: &[File], schemes: &[Tokens; 2]) -> Vec<String> {
    let rules: Vec<(&File, Rule)> =
        styles.iter().flat_map(|file| css::rules(&file.text).into_iter().map(move |rule| (file, rule))).collect();
    let names = |selector: &str, class: &str| {
        selector.split(['.', ' ', ',', ':', '[', '(', ')', '>', '+']).any(|it| it == class)
    };
    let gives_way = |class: &str| {
        let of =
            rules.iter().filter(|(_, rule)| rule.selector.contains(":focus-visible") && names(&rule.selector, class));
        of.flat_map(|(_, rule)| &rule.declarations).any(|it| it.name == "color")
    };
    let mut messages = Vec::new();
    for (file, rule) in &rules {
        // The rule for every focused link outdoes a single class.
        let outdone = rule.selector.matches(['.', '[', ':']).count() < 2 && !rule.selector.contains("__");
        if rule.selector.contains(":focus-visible") || outdone {
            continue;
        }
        let inks = rule.declarations.iter().filter(|it| it.name == "color").flat_map(|it| used(&it.value));
        let Some(class) = INSIDE_LINKS.iter().find(|it| names(&rule.selector, it)) else { continue };
        for ink in inks {
            let ink = ink.trim_start_matches("--cp-");
            let found = schemes.each_ref().map(|it| contrast(colour(it, ink), colour(it, "focus")));
            if !gives_way(class) && found.iter().any(|it| *it < TEXT) {
                messages.push(format!(
                    "{}: {}: {ink} on the focus ground is {:.1} light, {:.1} dark",
                    file.path, rule.selector, found[0], found[1]
                ));
            }
        }
    }
    messages
}

/// Inks that do not give way yet.
const TO_MEND: [&str; 0] = [];

#[test]
fn what_the_keyboard_is_on_can_be_read() {
    let messages = stubborn(&files("style", &[".css"]), &own_tokens());
    println!("{}", messages.join("\n"));
    let new: Vec<&String> = messages.iter().filter(|it| !TO_MEND.iter().any(|known| it.starts_with(known))).collect();
    assert!(new.is_empty(), "let these give way with :not(:focus-visible):\n{new:#?}");
    let mended: Vec<&&str> =
        TO_MEND.iter().filter(|it| !messages.iter().any(|message| message.starts_with(**it))).collect();
    assert!(mended.is_empty(), "take these off the list: {mended:?}");
}

mod can_fail {
    use super::*;

    fn made_up(text: &str) -> Vec<File> {
        vec![File { path: "style/a.css".to_owned(), text: text.to_owned() }]
    }

    const MADE_UP: &str = ".cp { --cp-ink: var(--plan-ink, #777777); --cp-paper: #ffffff; --cp-focus: #ffdd00; }\
        @media (prefers-color-scheme: dark) { .cp { --cp-ink: #ffffff; --cp-paper: #000000; } }";

    #[test]
    fn contrasts_are_those_of_the_guidelines() {
        let schemes = tokens(&css::rules(MADE_UP));
        let found = schemes.each_ref().map(|it| contrast(colour(it, "ink"), colour(it, "paper")));
        // Grey 777 on white is the well-known near miss.
        assert!((found[0] - 4.478).abs() < 0.001 && (found[1] - 21.0).abs() < 0.001, "{found:?}");
        assert_eq!(compare(&[Pair("ink", "paper", TEXT, "")], &schemes).0.len(), 1);
        assert_eq!(compare(&[Pair("ink", "paper", SHAPE, "")], &schemes).0, [""; 0]);
    }

    #[test]
    fn loose_tokens_are_told() {
        let styles =
            made_up(".cp { --cp-a: #111111; --cp-b: #222222; }\n.x { color: var(--cp-a); top: var(--cp-c, 0); }");
        assert_eq!(
            loose(&styles, &[]),
            ["style/a.css:2: there is no token --cp-c", "style/a.css:1: --cp-b is used nowhere"]
        );
        assert!(
            loose(&styles, &[("--cp-b", ""), ("--cp-a", "")]).iter().any(|it| it.contains("--cp-a is used after all"))
        );
    }

    #[test]
    fn a_pair_that_nobody_speaks_of_is_told() {
        let pairs = [Pair("ink", "paper", TEXT, ""), Pair("line", "sky", SHAPE, "")];
        let told = |text: &str| unspoken(&made_up(text), &pairs);
        assert_eq!(
            told(".x { color: var(--cp-ink); background: var(--cp-paper); border: 1px solid var(--cp-hairline); }"),
            [""; 0]
        );
        assert_eq!(told(".x { color: var(--cp-line); }").len(), 1);
        assert_eq!(told(".x { color: var(--cp-ink); background: var(--cp-sky); }").len(), 1);
        assert_eq!(told(".x { border-color: var(--cp-ink); }").len(), 1);
    }

    #[test]
    fn an_ink_that_stays_under_the_keyboard_is_told() {
        let schemes = tokens(&css::rules(MADE_UP));
        let told = |text: &str| stubborn(&made_up(text), &schemes).len();
        assert_eq!(told(".cp .cp-menu__link[aria-current] { color: var(--cp-ink); }"), 1);
        assert_eq!(told(".cp .cp-menu__link[aria-current]:not(:focus-visible) { color: var(--cp-ink); }"), 0);
        assert_eq!(
            told(".cp-row__name { color: var(--cp-ink); } a:focus-visible .cp-row__name { color: inherit; }"),
            0
        );
    }
}
