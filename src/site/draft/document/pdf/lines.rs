//! Letters that stand together on one line.

use super::super::docx::raised;
use super::glyphs::Letter;

/// A piece of a line without wide gaps. Lengths are in points, from the top left of the page.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) y: f64,
    pub(super) size: f64,
    /// Whether all of its letters are bold.
    pub(super) bold: bool,
    pub(super) text: String,
}

/// A gap wider than this, in sizes of the letters, parts two columns or a mark and its words.
const WIDE: f64 = 1.6;

/// A gap wider than this parts two words.
const SPACE: f64 = 0.14;

/// The pieces of a page, from top to bottom and from left to right.
pub(super) fn segments(letters: &[Letter]) -> Vec<Segment> {
    let mut rows: Vec<Vec<&Letter>> = Vec::new();
    let (small, main): (Vec<&Letter>, Vec<&Letter>) = letters.iter().partition(|it| is_raised(it, letters));
    for letter in main {
        match rows.iter_mut().rev().take(60).find(|row| on_one_line(row[0], letter)) {
            Some(row) => row.push(letter),
            None => rows.push(vec![letter]),
        }
    }
    // Raised figures belong to the line whose letters they follow.
    for letter in small {
        let beside =
            |it: &&Letter| (it.x + it.width - letter.x).abs() < it.size && (it.y - letter.y).abs() < it.size * 0.7;
        let leads =
            |it: &&Letter| (letter.x + letter.width - it.x).abs() < it.size && (it.y - letter.y).abs() < it.size * 0.7;
        match rows.iter_mut().find(|row| row.iter().any(|it| beside(it) || leads(it))) {
            Some(row) => row.push(letter),
            None => rows.push(vec![letter]),
        }
    }
    let mut list: Vec<Segment> = rows.into_iter().flat_map(cut).collect();
    list.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.left.total_cmp(&b.left)));
    list
}

/// Whether a figure or star is small beside a letter that it follows or leads, as marks of footnotes are.
fn is_raised(mark: &Letter, letters: &[Letter]) -> bool {
    let is_mark = !mark.text.is_empty() && mark.text.chars().all(|c| c.is_ascii_digit() || c == '*');
    let beside = |it: &Letter| {
        let follows = (it.x + it.width - mark.x).abs() < it.size * 0.8;
        let leads = (mark.x + mark.width - it.x).abs() < it.size * 0.8;
        let higher = it.y - mark.y;
        mark.size < it.size * 0.8 && (follows || leads) && higher > it.size * 0.1 && higher < it.size * 0.7
    };
    is_mark && letters.iter().any(beside)
}

fn on_one_line(a: &Letter, b: &Letter) -> bool {
    (a.y - b.y).abs() < a.size.min(b.size) * 0.35
}

/// Cuts a row of letters where it has wide gaps.
fn cut(mut row: Vec<&Letter>) -> Vec<Segment> {
    row.sort_by(|a, b| a.x.total_cmp(&b.x));
    let mut list: Vec<Segment> = Vec::new();
    let mut before: Option<&Letter> = None;
    for letter in row {
        // Drawn twice to look bold.
        if before.is_some_and(|it| it.text == letter.text && (it.x - letter.x).abs() < it.size * 0.1) {
            continue;
        }
        let is_space = letter.text.trim().is_empty();
        let beside = before.map(|it| (letter.x - (it.x + it.width), it.size.max(letter.size)));
        let joins = beside.is_some_and(|(gap, size)| gap <= size * WIDE);
        match list.last_mut().filter(|_| joins) {
            Some(segment) => {
                // A mark leads its line or follows a word.
                let raise = letter.size < segment.size * 0.8;
                let apart = beside.is_some_and(|(gap, size)| gap > size * SPACE);
                if apart && !segment.text.ends_with(' ') && !is_space && !raise {
                    segment.text.push(' ');
                }
                segment.text.push_str(&if raise { raised(&letter.text) } else { letter.text.clone() });
                segment.right = letter.x + letter.width;
                if letter.size > segment.size * 1.25 {
                    segment.text = raised(&segment.text[..segment.text.len() - letter.text.len()]) + &letter.text;
                }
                segment.size = segment.size.max(letter.size);
                segment.bold &= letter.bold || is_space || raise;
            }
            None if is_space => continue,
            None => list.push(Segment {
                left: letter.x,
                right: letter.x + letter.width,
                y: letter.y,
                size: letter.size,
                bold: letter.bold,
                text: letter.text.clone(),
            }),
        }
        before = Some(letter);
    }
    list.retain(|it| !it.text.trim().is_empty());
    list
}
