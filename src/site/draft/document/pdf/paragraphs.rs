//! Lines that belong together, and what stands on every page.

use std::collections::BTreeMap;

use super::super::super::heading;
use super::super::paragraph::{Paragraph, Shape};
use super::super::wrapped::{bullet, joins};
use super::columns::Line;

/// Leaves out what stands on the top or foot of most pages, and page numbers there.
pub(super) fn without_furniture(pages: Vec<Vec<Line>>, heights: &[f64]) -> Vec<Vec<Line>> {
    let key = |it: &Line| it.text.chars().map(|c| if c.is_ascii_digit() { '#' } else { c }).collect::<String>();
    let at_edge = |it: &Line, height: f64| it.y < height * 0.1 || it.y > height * 0.9;
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (page, height) in pages.iter().zip(heights) {
        let mut keys: Vec<String> = page.iter().filter(|it| at_edge(it, *height)).map(key).collect();
        keys.sort();
        keys.dedup();
        for it in keys {
            *counts.entry(it).or_default() += 1;
        }
    }
    let often = (pages.len() / 2).max(2);
    let is_furniture = |it: &Line, height: f64| {
        let number = it.text.trim().trim_start_matches("Page").trim();
        let is_number = !number.is_empty()
            && number
                .replace(" of ", "")
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, '|' | '-' | '–' | ' ' | '/'));
        at_edge(it, height) && (is_number || counts.get(&key(it)).is_some_and(|count| *count >= often))
    };
    pages
        .into_iter()
        .zip(heights)
        .map(|(page, height)| page.into_iter().filter(|it| !is_furniture(it, *height)).collect())
        .collect()
}

/// Puts lines together to paragraphs, across pages as well.
pub(super) fn of(pages: &[Vec<Line>]) -> Vec<Paragraph> {
    let body = body_size(pages);
    let sizes = heading_sizes(pages, body);
    let mut list: Vec<Paragraph> = Vec::new();
    // The last line that is no footnote, on whichever page.
    let mut body_before: Option<&Line> = None;
    for page in pages {
        let spacing = spacing(page);
        let mut before: Option<&Line> = None;
        for line in page {
            let breaks = before.is_none_or(|it| line.y <= it.y);
            let words = line.text.trim();
            let item = bullet(words);
            let shape = if item.is_some() { Shape::Bullet } else { shape(line, body) };
            let near = before.is_some_and(|it| line.y - it.y < spacing * 1.3 && line.y > it.y);
            let target = match before.filter(|_| !breaks) {
                _ if item.is_some() => None,
                Some(before) if goes_on(before, line, spacing, body) => list.last_mut(),
                Some(_) => None,
                None => over_a_break(&mut list, body_before, line, shape),
            };
            if let Some(above) = target {
                joins(&mut above.text, words);
            } else {
                let level = if shape == Shape::Heading { level(line.size, &sizes) } else { 0 };
                let tight = near || shape == Shape::Bullet;
                list.push(Paragraph { tight, level, ..Paragraph::new(shape, item.unwrap_or(words)) });
            }
            before = Some(line);
            if !is_note(words) {
                body_before = Some(line);
            }
        }
    }
    list
}

fn is_note(text: &str) -> bool {
    text.starts_with(['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '*'])
}

/// The paragraph that goes on at the top of a column or page: the last that is no footnote, where it is not at its end.
fn over_a_break<'a>(
    list: &'a mut [Paragraph],
    before: Option<&Line>,
    line: &Line,
    shape: Shape,
) -> Option<&'a mut Paragraph> {
    let words = line.text.trim();
    let above = list.iter_mut().rev().find(|it| !is_note(&it.text))?;
    if is_note(words) || above.shape == Shape::Heading || above.text.ends_with(['.', '!', '?', ':']) {
        return None;
    }
    let goes_on = if above.shape == Shape::Bullet {
        // Below the words of the item, not below its mark.
        line.left - line.margin > line.size * 0.5
    } else {
        shape == Shape::Text && before.is_some_and(|it| !would_fit(it, line))
    };
    (goes_on || words.starts_with(|c: char| c.is_lowercase())).then_some(above)
}

/// Whether the first word of a line would have had its place on the line before.
fn would_fit(before: &Line, line: &Line) -> bool {
    #[expect(clippy::cast_precision_loss, reason = "a line has few letters")]
    let letters = |text: &str| text.chars().count() as f64;
    let letter = (line.right - line.left) / letters(&line.text).max(1.0);
    let first = letters(line.text.trim().split(' ').next().unwrap_or_default());
    before.right + letter * (first + 1.0) < before.edge - letter
}

fn shape(line: &Line, body: f64) -> Shape {
    let words = line.text.split_whitespace().count();
    let larger = line.size > body * 1.12 && words <= 20;
    let stands_out = (line.bold && words <= 16 && heading::looks_like_one(&line.text)) || larger;
    if stands_out { Shape::Heading } else { Shape::Text }
}

/// The sizes of headings, the largest first.
fn heading_sizes(pages: &[Vec<Line>], body: f64) -> Vec<f64> {
    let mut sizes: Vec<f64> =
        pages.iter().flatten().filter(|it| shape(it, body) == Shape::Heading).map(|it| it.size).collect();
    sizes.sort_by(|a, b| b.total_cmp(a));
    sizes.dedup_by(|a, b| (*a - *b).abs() < 0.6);
    sizes
}

/// The level of a heading, by its size.
fn level(size: f64, sizes: &[f64]) -> u8 {
    let at = sizes.iter().position(|it| (it - size).abs() < 0.6).unwrap_or(sizes.len());
    u8::try_from(at + 1).unwrap_or(u8::MAX)
}

/// Whether a line goes on from the one before on its page.
fn goes_on(before: &Line, line: &Line, spacing: f64, body: f64) -> bool {
    let words = line.text.trim();
    let gap = line.y - before.y;
    if gap > (spacing * 1.3).max(line.size * 1.45)
        || (line.size - before.size).abs() > body * 0.1
        || line.text.contains('\t')
    {
        return false;
    }
    let starts_note = words.starts_with(['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹']);
    if starts_note || heading::numbered(words).is_some() {
        return false;
    }
    if shape(before, body) != Shape::Heading && shape(line, body) == Shape::Heading && line.bold != before.bold {
        return false;
    }
    !would_fit(before, line)
        || (words.starts_with(|c: char| c.is_lowercase()) && !before.text.trim_end().ends_with(['.', ':']))
}

/// The size in which most is set, in points.
fn body_size(pages: &[Vec<Line>]) -> f64 {
    let mut sizes: Vec<(f64, usize)> = pages.iter().flatten().map(|it| (it.size, it.text.len())).collect();
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = sizes.iter().map(|it| it.1).sum::<usize>() / 2;
    let mut passed = 0;
    let middle = sizes.iter().find(|(_, length)| {
        passed += length;
        passed >= half
    });
    middle.map_or(11.0, |it| it.0)
}

/// How far apart the lines of a paragraph stand, in points: the smallest distance that is common.
fn spacing(page: &[Line]) -> f64 {
    let mut gaps: Vec<f64> =
        page.windows(2).map(|it| it[1].y - it[0].y).filter(|it| *it > 4.0).map(|it| (it * 2.0).round() / 2.0).collect();
    gaps.sort_by(f64::total_cmp);
    let common = |gap: f64| gaps.iter().filter(|it| (**it - gap).abs() < 0.6).count();
    let wanted = (gaps.len() / 8).max(2);
    gaps.iter().copied().find(|it| common(*it) >= wanted).or(gaps.first().copied()).unwrap_or(14.0)
}
