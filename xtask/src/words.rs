//! The words of the plan are sent once: the page shows them all, so that what starts the app puts them together from the page
//! (`public/handover.js`), and the module holds numbers only.
//!
//! How to is a list of steps. Each gives some words of its own, then moves along the text of the page and takes so many units
//! of UTF-16 from there. The whole text lies beside it as a file, for a page that is not as it was written.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use serde_json::json;

use crate::later::{self, bundled};
use crate::pages::made;
use crate::project;
use crate::setup::Tools;
use crate::slim::hash;

/// The shortest text worth taking from the page, measured by what is left after brotli.
const SHORTEST: usize = 12;
/// What stands in the script in place of the steps.
const HERE: &str = "WORDS";

/// Adds what lets the app take the page over, which must be as visitors get it, and the words for any other.
pub(crate) fn add(tools: &Tools, site: &Path) -> Result<()> {
    let words = made("words.txt")?;
    let page = fs::read_to_string(site.join("index.html"))?;
    let script = handover(tools, site, &words, &text_of(&page)?)?;
    later::put(site, "handover", script.as_bytes())
}

/// The script for these words beside this text of the page; the words as a whole are put into the site.
pub(crate) fn handover(tools: &Tools, site: &Path, words: &str, page: &str) -> Result<String> {
    let whole = format!("plan-words-{}.txt", hash(words.as_bytes()));
    fs::write(site.join(&whole), words)?;
    let steps = Steps::find(words, page);
    ensure!(steps.follow(page) == words, "the words of the plan do not come out as they were");
    let Steps { own, moves, lengths } = steps;
    let told = json!({ "own": own, "moves": moves, "lengths": lengths, "sum": sum(words), "whole": whole });
    let work = project::target().join("site").join("later");
    let script = String::from_utf8(bundled(tools, &work, "public/handover.js", "handover", &[])?)?;
    ensure!(script.matches(HERE).count() == 1, "public/handover.js does not have {HERE} once");
    Ok(script.replace(HERE, &told.to_string()))
}

/// A sum that is soon made in the browser.
fn sum(words: &str) -> i32 {
    words.encode_utf16().fold(0_i32, |sum, unit| sum.wrapping_mul(31).wrapping_add(i32::from(unit)))
}

/// The text of the leaflet in a page of ours, as a browser gives it.
fn text_of(page: &str) -> Result<String> {
    let start = page.find("<div class=\"cp__page cp-leaflet").context("the page has no leaflet")?;
    let end = page.find("</main>").context("the page has no end of its main part")?;
    let leaflet = page.get(start..end).context("the leaflet is not in the main part")?;
    let leaflet = leaflet.trim_end();
    let mut text = String::new();
    let mut rest = leaflet.strip_suffix("</div>").context("the leaflet does not end")?;
    while let Some((before, tag)) = rest.split_once('<') {
        text += before;
        rest = after_tag(tag).context("a tag does not end")?;
    }
    text += rest;
    // What views write of entities; `&amp;` last, for it may stand before the rest of another.
    for (written, meant) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
        text = text.replace(written, meant);
    }
    Ok(text)
}

/// What follows a tag, in whose quotes anything may stand.
pub(crate) fn after_tag(tag: &str) -> Option<&str> {
    let mut quoted = false;
    for (at, letter) in tag.char_indices() {
        match letter {
            '"' => quoted = !quoted,
            '>' if !quoted => return tag.get(at + 1..),
            _ => {}
        }
    }
    None
}

/// How to put a text together from another.
#[derive(Debug, Default, PartialEq)]
struct Steps {
    own: Vec<String>,
    moves: Vec<i64>,
    lengths: Vec<usize>,
}

impl Steps {
    /// Takes the longest text that is there at every place, unless a longer one begins at the next.
    fn find(words: &str, page: &str) -> Self {
        let [words, page] = [words, page].map(|it| it.encode_utf16().collect::<Vec<u16>>());
        let mut places: HashMap<&[u16], Vec<usize>> = HashMap::new();
        for (at, window) in page.windows(SHORTEST).enumerate() {
            places.entry(window).or_default().push(at);
        }
        let longest = |at: usize, near: usize| {
            let start = words.get(at..at + SHORTEST).filter(|it| !it.first().is_some_and(|unit| second_half(*unit)))?;
            let all = places.get(start)?.iter().map(|place| (common(&words, at, &page, *place), *place));
            all.max_by_key(|(length, place)| (*length, std::cmp::Reverse(place.abs_diff(near))))
        };
        let mut all = Self::default();
        let (mut at, mut near, mut own) = (0, 0, Vec::new());
        while let Some(unit) = words.get(at) {
            let found = longest(at, near);
            let better = longest(at + 1, near).map(|(length, _)| length);
            match found {
                Some((length, place)) if better.is_none_or(|better| better <= length) => {
                    all.add(&own, signed(place) - signed(near), length);
                    own.clear();
                    near = place + length;
                    at += length;
                }
                _ => {
                    own.push(*unit);
                    at += 1;
                }
            }
        }
        all.add(&own, 0, 0);
        all
    }

    fn add(&mut self, own: &[u16], step: i64, length: usize) {
        self.own.push(String::from_utf16_lossy(own));
        self.moves.push(step);
        self.lengths.push(length);
    }

    /// What the browser does with them.
    fn follow(&self, page: &str) -> String {
        let page: Vec<u16> = page.encode_utf16().collect();
        let (mut at, mut text) = (0, Vec::new());
        for ((own, step), length) in self.own.iter().zip(&self.moves).zip(&self.lengths) {
            at += step;
            text.extend(own.encode_utf16());
            let from = usize::try_from(at).unwrap_or(usize::MAX);
            text.extend(page.get(from..).and_then(|rest| rest.get(..*length)).unwrap_or_default());
            at += signed(*length);
        }
        String::from_utf16_lossy(&text)
    }
}

/// How long two texts are the same from these places on, in whole characters.
fn common(a: &[u16], at: usize, b: &[u16], place: usize) -> usize {
    let [a, b] = [a.get(at..), b.get(place..)].map(Option::unwrap_or_default);
    let same = a.iter().zip(b).take_while(|(one, other)| one == other).count();
    same - usize::from(a.get(same).is_some_and(|it| second_half(*it)))
}

/// Whether a unit is the second of a character of two.
const fn second_half(unit: u16) -> bool {
    matches!(unit, 0xDC00..=0xDFFF)
}

fn signed(place: usize) -> i64 {
    i64::try_from(place).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_of_a_page_is_what_a_browser_would_give() {
        let page = "<main><div class=\"cp__page cp-leaflet\" data-a=\"x > y\"><p title=\"&lt;\">Tom &amp; Ann’s &amp;lt; <b>5</b> &lt; 6\n</div>\n  </main>";
        assert_eq!(text_of(page).unwrap(), "Tom & Ann’s &lt; 5 < 6\n");
        assert!(text_of("<main></main>").is_err());
    }

    #[test]
    fn words_come_out_as_they_were() {
        for (words, page) in [
            ("a wheel that is ever so long 🎡 or a car", "a wheel that is ever so long 🎢, not a wheel"),
            ("🎢 a wheel that is ever so long", "🅢 a wheel that is ever so long"),
            ("", ""),
            ("nothing of it is there", ""),
            ("Help for victims of crime. asb-2 Noise at night.", "Night. Noise at night. Help for victims of crime."),
            ("the same words, the same words, twice", "here are the same words, once"),
            ("🏠 a house in the street 🏠 and again", "there is a house in the street 🏠 of ours"),
        ] {
            let steps = Steps::find(words, page);
            assert_eq!(steps.follow(page), words);
        }
    }

    #[test]
    fn long_words_are_taken_from_the_page_and_short_ones_are_not() {
        let steps = Steps::find("id-1 Fewer burglaries than before.", "What: Fewer burglaries than before. Night.");
        let expected = Steps { own: vec!["id-1".into(), String::new()], moves: vec![5, 0], lengths: vec![30, 0] };
        assert_eq!(steps, expected);
        assert_eq!(Steps::find("short", "short").own, ["short"]);
    }

    #[test]
    fn the_sum_is_that_of_the_browser() {
        assert_eq!(sum(""), 0);
        assert_eq!(sum("ab"), 97 * 31 + 98);
        // In a browser: [..."A plan is a plan."].reduce((sum, it) => (Math.imul(sum, 31) + it.charCodeAt()) | 0, 0)
        assert_eq!(sum("A plan is a plan."), SUM_IN_A_BROWSER);
    }

    const SUM_IN_A_BROWSER: i32 = -1_565_211_608;
}
