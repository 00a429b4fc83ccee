//! The sections of a document, what each is about, and what of it is no content.

use std::sync::LazyLock;

use super::document::paragraph::Shape;
use super::heading;
use super::known::Known;
use super::source::Line;
use super::words::{Pattern, key, pattern, slug};
use crate::plan::Slug;
use crate::plan::source_text::tidy;

/// What a section is about, as its heading tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// What was done.
    Done,
    /// What is promised.
    Promised,
    /// Links to strategies.
    Strategies,
    /// What residents said.
    Survey,
    /// Principles.
    Principles,
    /// Anything else.
    Other,
}

/// A line of a section, below its heading.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) shape: Shape,
    /// As it stands in `source.txt`.
    pub(super) raw: String,
    /// Without type marks.
    pub(super) text: String,
}

/// A part of the document from its heading to the next.
#[derive(Clone, Debug)]
pub(super) struct Section {
    pub(super) id: String,
    pub(super) cite: String,
    /// Its whole line, as it stands in `source.txt`.
    pub(super) raw: String,
    /// The same without type marks.
    pub(super) heading: String,
    /// Its words without the number.
    pub(super) title: String,
    /// The place in the list of the section it belongs to.
    pub(super) parent: Option<usize>,
    /// How deep its heading stands; 0 where that is not known.
    level: u8,
    pub(super) role: Role,
    pub(super) pieces: Vec<Piece>,
}

/// What of the document is no content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Furniture {
    Line(String),
    Between(String, String),
}

/// A document cut into its sections.
#[derive(Clone, Debug, Default)]
pub(super) struct Outline {
    /// The lines before the first section, without type marks.
    pub(super) front: Vec<String>,
    pub(super) sections: Vec<Section>,
    pub(super) furniture: Vec<Furniture>,
}

impl Outline {
    /// The sections from this one up to the one that it belongs to in the end.
    pub(super) fn line_of(&self, at: usize) -> impl Iterator<Item = &Section> {
        std::iter::successors(self.sections.get(at), |it| it.parent.and_then(|it| self.sections.get(it)))
    }

    /// All pieces, each with the place of its section.
    pub(super) fn pieces(&self) -> impl Iterator<Item = (usize, &Piece)> {
        self.sections.iter().enumerate().flat_map(|(at, it)| it.pieces.iter().map(move |piece| (at, piece)))
    }
}

static ROLES: LazyLock<[(Role, Pattern); 5]> = LazyLock::new(|| {
    [
        (Role::Survey, r"\b(survey|consultation|public perception|(residents|people|public|you) (said|told us|think))\b"),
        (Role::Strategies, r"(\b(links?|linked|related|relationship)\b.*\b(strateg|plans\b|polic)|^(other )?strategies\b|\bstrategic (links|context)\b)"),
        (Role::Principles, r"\bprinciples\b"),
        (
            Role::Done,
            r"(\bachiev|\bwhat (was|we have|we ve|has been|we) (done|did|delivered|achieved)\b|\bprogress\b|\bdelivered\b|\breview of\b|\blast year\b|\baccomplish)",
        ),
        (
            Role::Promised,
            r"(\bpriorit|\bwhat we (will|are going|plan|want|aim)\b|\baction plan\b|\bour (aims|actions|commitments|objectives)\b|^objectives|\bactions\b)",
        ),
    ]
    .map(|(role, text)| (role, pattern(text)))
});

fn role(title: &str) -> Option<Role> {
    let title = key(title);
    ROLES.iter().find(|(_, it)| it.is_match(&title)).map(|(role, _)| *role)
}

static CONTENTS: LazyLock<Pattern> = LazyLock::new(|| pattern(r"(?i)^(\d+\.?\s*)?(table of )?contents( page)?$"));
static CONTENTS_LINE: LazyLock<Pattern> = LazyLock::new(|| pattern(r"(\.{3,}|…+|\t|\. \.)\s*\.*\s*\d{1,3}$"));
static NO_CONTENT: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"(?i)^(draft|final|confidential|official|not protectively marked|page \d+( of \d+)?|\d{1,3}|(this page is )?intentionally (left )?blank|this page is intentionally left blank)$",
    )
});

/// Cuts a document into its sections.
pub(super) fn outline(lines: &[Line], known: &Known) -> Outline {
    let mut outline = Outline::default();
    let contents = contents(lines);
    if let Some((from, to)) = contents {
        let text = |at: usize| lines[at].text.clone();
        outline.furniture.push(if from == to {
            Furniture::Line(text(from))
        } else {
            Furniture::Between(text(from), text(to))
        });
    }
    let content: Vec<(usize, &Line)> =
        lines.iter().enumerate().filter(|(at, _)| contents.is_none_or(|(from, to)| *at < from || *at > to)).collect();
    let content: Vec<&Line> = content.into_iter().map(|(_, it)| it).collect();
    let headings = headings(&content);
    for (at, line) in content.iter().enumerate() {
        let text = tidy(&line.text);
        if NO_CONTENT.is_match(&text) {
            let furniture = Furniture::Line(text);
            if !outline.furniture.contains(&furniture) {
                outline.furniture.push(furniture);
            }
        } else if headings.contains(&at) {
            begin(&mut outline, line, &text, known);
        } else if let Some(section) = outline.sections.last_mut() {
            section.pieces.push(Piece { shape: line.shape, raw: line.text.clone(), text });
        } else {
            outline.front.push(text);
        }
    }
    outline
}

/// The first and the last line of the contents page.
fn contents(lines: &[Line]) -> Option<(usize, usize)> {
    let is_one = |at: &usize| CONTENTS_LINE.is_match(lines[*at].text.trim());
    let named = lines.iter().position(|it| CONTENTS.is_match(&tidy(&it.text)));
    let first = (0..lines.len()).find(is_one);
    let from = match (named, first) {
        (Some(named), Some(first)) if first > named && first - named < 4 => named,
        (_, Some(first)) => first,
        // A heading alone, of a list that its format does not hold as text.
        (Some(named), None) => return Some((named, named)),
        (None, None) => return None,
    };
    let mut to = from;
    // A title too long for one line has its number on the next.
    while let Some(next) = (to + 1..lines.len().min(to + 4)).rev().find(is_one) {
        to = next;
    }
    Some((from, to))
}

/// The places of the lines that are headings.
fn headings(lines: &[&Line]) -> Vec<usize> {
    let styled = lines.iter().filter(|it| it.shape == Shape::Heading).count() >= 3;
    let is_numbered = |it: &&&Line| it.shape != Shape::Bullet && heading::numbered(&tidy(&it.text)).is_some();
    // One or two are items of a list.
    let numbers = lines.iter().filter(is_numbered).count() >= 3;
    let mut last: Vec<u32> = Vec::new();
    let mut found: Vec<usize> = Vec::new();
    let mut in_strategies = false;
    for (at, line) in lines.iter().enumerate() {
        let text = tidy(&line.text);
        if line.shape == Shape::Bullet || NO_CONTENT.is_match(&text) {
            continue;
        }
        if let Some((number, words)) = heading::numbered(&text).filter(|_| numbers) {
            let number: Vec<u32> = number.split('.').filter_map(|it| it.parse().ok()).collect();
            if follows(&last, &number) {
                last = number;
                in_strategies = role(words) == Some(Role::Strategies);
                found.push(at);
                continue;
            }
        }
        // Before the first number there is the title; where there are none, it is what stands first and what has the years.
        let is_title = numbers || at == 0 || (role(&text).is_none() && text.contains("20"));
        let is_item = !numbers && heading::numbered(&text).is_some();
        if (found.is_empty() && is_title) || is_item {
            continue;
        }
        let is_heading = if styled {
            line.shape == Shape::Heading
        } else {
            let alone = !line.tight && lines.get(at + 1).is_none_or(|it| !it.tight || it.shape == Shape::Bullet);
            let mark = line.text.trim_start_matches("**").starts_with(['*', '¹', '²', '³', '[']);
            // Without numbers, a short line on its own is one, whatever its letters.
            let reads_so = heading::looks_like_one(&text) || (!numbers && heading::is_short(&text));
            alone && !mark && !in_strategies && reads_so
        };
        if is_heading {
            found.push(at);
        }
    }
    found
}

/// Whether a number of a heading can come after another.
fn follows(last: &[u32], next: &[u32]) -> bool {
    let jump = |a: u32, b: u32| b > a && b <= a + 2;
    match (last.first(), next) {
        (None, [first]) => *first <= 2,
        (None, [first, ..]) => *first <= 1,
        (Some(before), [first]) => jump(*before, *first),
        (Some(before), [first, rest @ ..]) => {
            let same = *first == *before;
            let deeper = last.get(1).copied().unwrap_or(0);
            (same && next > last && rest.first().is_some_and(|it| *it >= deeper && *it <= deeper + 2))
                || (jump(*before, *first) && rest == [1])
        }
        (_, []) => false,
    }
}

/// An id of at most so many characters, cut between words where it can be.
fn cut(id: &str, most: usize) -> &str {
    let Some(short) = id.get(..most) else { return id };
    short.rsplit_once('-').map_or(short, |it| it.0)
}

/// Adds a section.
fn begin(outline: &mut Outline, line: &Line, heading: &str, known: &Known) {
    let numbered = heading::numbered(heading);
    let title = numbered.map_or(heading, |(_, words)| words).to_owned();
    let depth = |id: &str| id.split('.').count();
    let is_number = |it: &Section| it.id.starts_with(|c: char| c.is_ascii_digit()) && !it.id.contains('-');
    // Where nothing tells levels apart, what says what it is about stands above what does not.
    let level = match (line.level, numbered) {
        (0, None) if !outline.sections.iter().any(is_number) => 1 + u8::from(role(&title).is_none()),
        (level, _) => level,
    };
    let (id, cite, parent) = if let Some((number, _)) = numbered {
        let above = outline
            .sections
            .iter()
            .rposition(|it| is_number(it) && depth(&it.id) < depth(number) && number.starts_with(&it.id));
        (number.to_owned(), format!("section {number}"), above)
    } else {
        let higher = |it: &Section| level > 0 && it.level > 0 && it.level < level;
        let above = outline.sections.iter().rposition(higher);
        let above = above.or_else(|| outline.sections.iter().rposition(|it| is_number(it) && depth(&it.id) == 1));
        let above_id = above.map(|it| outline.sections[it].id.as_str());
        let words = slug(&title, 3);
        let words = if words.is_empty() { key(&title).replace(' ', "-") } else { words };
        // What belongs to a heading is called by it, so that the plain word is left for a priority.
        let id = above_id.map_or_else(|| words.clone(), |it| format!("{}-{words}", cut(it, 16)));
        let id = cut(&id, Slug::LONGEST - 3).to_owned();
        let number = above_id.filter(|it| it.chars().all(|c| c.is_ascii_digit() || c == '.'));
        let cite = number.map_or_else(|| format!("“{title}”"), |it| format!("section {it}, {title}"));
        (id, cite, above)
    };
    let taken = |id: &str| outline.sections.iter().any(|it| it.id == id);
    let id = (1..=usize::MAX)
        .map(|it| if it == 1 { id.clone() } else { format!("{id}-{it}") })
        .find(|it| !taken(it))
        .unwrap_or(id);
    // A number is an id by itself; words may have had a shorter one.
    let before = if numbered.is_none() { known.section(&title).filter(|it| !taken(it)) } else { None };
    let id = before.map_or(id, str::to_owned);
    let inherited = parent.and_then(|it| outline.sections.get(it)).map_or(Role::Other, |it| it.role);
    let role = role(&title).unwrap_or(inherited);
    outline.sections.push(Section {
        id,
        cite,
        raw: line.text.clone(),
        heading: heading.to_owned(),
        title,
        parent,
        level,
        role,
        pieces: Vec::new(),
    });
}
