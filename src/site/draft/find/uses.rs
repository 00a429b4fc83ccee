//! What each line of the document is: an achievement, a measure, a footnote, running text.

use std::sync::LazyLock;

use super::super::document::paragraph::Shape;
use super::super::outline::{Outline, Piece, Role, Section};
use super::super::words::{Pattern, key, pattern};
use super::figures::{change, counts, shares};

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    Action,
    Achievement,
    Measure,
    /// A strategic source of the priorities.
    Source,
    /// A linked strategy.
    Linked,
    Principle,
    Theme,
    /// A statutory partner.
    Statutory,
    /// Another partner.
    Partner,
    Priority,
    Lead,
    Footnote,
    Survey,
    Text,
}

/// What each line of each section is.
pub(super) fn uses(outline: &Outline) -> Vec<Vec<Use>> {
    let list = priority_list(outline);
    let of = |at: usize| {
        let section = &outline.sections[at];
        let mut uses = of_section(section);
        if let Some((listed, from, to)) = list
            && listed == at
        {
            uses[from..to].fill(Use::Priority);
        }
        uses
    };
    (0..outline.sections.len()).map(of).collect()
}

static LEAD: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"(?i)^(?:lead (?:partners?|agenc(?:y|ies)|officers?|organisations?)|led by|leads?)\s*[:–-]\s*(\S.*)$")
});
static DIRECTION: LazyLock<Pattern> = LazyLock::new(|| pattern(r"(?i)^(direction of travel|trend|how it is going)\b"));
static THEME: LazyLock<Pattern> = LazyLock::new(|| pattern(r"(?i)^(cross-?cutting )?themes?\s*[:–-]\s*\S"));
static LINKED: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"(?i)^(linked|related|other) (strateg\w+|plans|policies)\s*[:–-]\s*\S"));
static COME_FROM: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"(?i:\bpriorities\b.*\b(?:come|comes|came|taken|identified|drawn|derived|developed|found)\b.*\bfrom (?:the |our )?)([A-Z]\w+(?: (?:of |and |for )?(?:[A-Z]\w+|\d[\d–/-]*))+)",
    )
});

/// Who is named in a line that says who leads.
pub(super) fn lead(text: &str) -> Option<&str> {
    LEAD.captures(text).and_then(|it| it.get(1)).map(|it| it.as_str())
}

/// The document that a sentence says the priorities come from.
pub(super) fn come_from(text: &str) -> Option<&str> {
    COME_FROM.captures(text).and_then(|it| it.get(1)).map(|it| it.as_str())
}

/// The mark of a footnote at the beginning of a line, and its words.
pub(super) fn footnote(raw: &str) -> Option<(String, &str)> {
    let line = raw.trim();
    let stars = |it: &str| it.len() - it.trim_start_matches('*').len();
    let opening = stars(line);
    let closing = line.len() - line.trim_end_matches('*').len();
    // Bold is two on each side and italic one, so that an odd one is a mark.
    if opening > closing && (opening - closing) % 2 == 1 && !line[opening..].starts_with(' ') {
        return Some(("*".to_owned(), line.trim_matches('*').trim()));
    }
    let end = line.find(|c: char| !"⁰¹²³⁴⁵⁶⁷⁸⁹".contains(c)).filter(|it| *it > 0)?;
    let mark = line[..end].chars().filter_map(|c| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|it| it == c)).map(|it| it.to_string());
    Some((mark.collect(), line[end..].trim())).filter(|(_, words)| !words.is_empty())
}

fn of_section(section: &Section) -> Vec<Use> {
    let mut uses: Vec<Use> = Vec::new();
    let mut in_direction = DIRECTION.is_match(&section.title);
    let mut run = None;
    for (at, piece) in section.pieces.iter().enumerate() {
        if piece.shape == Shape::Bullet {
            let before = at.checked_sub(1).and_then(|it| section.pieces.get(it));
            // A list that a page mark or a footnote cuts goes on as it began.
            let goes_on = before.is_none_or(|it| it.shape == Shape::Bullet || footnote(&it.raw).is_some());
            let kind = match run {
                Some(kind) if goes_on => kind,
                _ => of_list(section.role, before.filter(|it| it.shape != Shape::Bullet)),
            };
            run = Some(kind);
            in_direction = false;
            uses.push(kind);
            continue;
        }
        let kind = of_line(section, piece, in_direction);
        in_direction = kind == Use::Measure && (in_direction || DIRECTION.is_match(&piece.text));
        // A label alone is no figure.
        if kind != Use::Footnote {
            run = None;
        }
        uses.push(kind);
    }
    uses
}

/// What the items of a list are, by the line above it, else by its section.
fn of_list(role: Role, above: Option<&Piece>) -> Use {
    let above = above.map(|it| key(&it.text)).unwrap_or_default();
    let has = |words: &[&str]| words.iter().any(|it| above.contains(it));
    if has(&["statutory partners", "responsible authorities", "statutory members"]) {
        return Use::Statutory;
    }
    if has(&["our partners", "partners are", "partners include", "organisations are", "members are"]) {
        return Use::Partner;
    }
    if has(&["strategic sources", "following sources", "priorities have been identified from", "priorities come from"])
    {
        return Use::Source;
    }
    if has(&["principle"]) {
        return Use::Principle;
    }
    if has(&["ongoing consideration", "themes", "cross cutting"]) {
        return Use::Theme;
    }
    if has(&["linked strateg", "other strateg", "links to", "following strateg"]) {
        return Use::Linked;
    }
    match role {
        Role::Done => Use::Achievement,
        Role::Promised => Use::Action,
        Role::Strategies => Use::Linked,
        Role::Principles => Use::Principle,
        Role::Survey | Role::Other => Use::Text,
    }
}

fn of_line(section: &Section, piece: &Piece, in_direction: bool) -> Use {
    let text = piece.text.as_str();
    if footnote(&piece.raw).is_some() {
        return Use::Footnote;
    }
    if lead(text).is_some() {
        return Use::Lead;
    }
    let has_figure = || change(text).0.is_some() || counts(text).is_some();
    if DIRECTION.is_match(text) || in_direction || (section.role == Role::Done && has_figure()) {
        return Use::Measure;
    }
    if LINKED.is_match(text) {
        return Use::Linked;
    }
    if THEME.is_match(text) {
        return Use::Theme;
    }
    if come_from(text).is_some() {
        return Use::Source;
    }
    let is_title = text.split_whitespace().count() <= 16 && !text.ends_with(['.', ':', ';']);
    match section.role {
        Role::Strategies if is_title => Use::Linked,
        Role::Survey if !shares(text).is_empty() => Use::Survey,
        _ => Use::Text,
    }
}

/// Where the list of priorities stands: its section, and its first and last line.
fn priority_list(outline: &Outline) -> Option<(usize, usize, usize)> {
    let is_name = |it: &Piece| {
        let words = it.text.split_whitespace().count();
        words <= 16
            && it.text.starts_with(char::is_uppercase)
            && !it.text.ends_with(['.', ':', ';', ','])
            && !it.text.contains(':')
    };
    let list = |(at, section): (usize, &Section)| {
        if !key(&section.title).contains("priorit") {
            return None;
        }
        let names_section = |it: &Piece| {
            outline.sections.iter().skip(at + 1).any(|other| super::super::words::same(&other.title, &it.text) > 0.5)
        };
        let from = section.pieces.iter().position(|it| is_name(it) && names_section(it))?;
        let is_more = |it: &&Piece| is_name(it) && it.shape == section.pieces[from].shape;
        let count = section.pieces[from..].iter().take_while(is_more).count();
        (count >= 2).then_some((at, from, from + count))
    };
    outline.sections.iter().enumerate().find_map(list)
}
