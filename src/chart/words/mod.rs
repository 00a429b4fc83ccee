//! What each chart says: headline, sentence for who hears it, table, notes, and the words of each mark; and the pieces of sentences
//! that they share.

pub(super) mod course;
pub(super) mod directions;
pub(super) mod measures;
pub(super) mod money;
pub(super) mod over_time;
pub(super) mod pairs;
pub(super) mod partners;
pub(super) mod priorities;
pub(super) mod survey;
pub(super) mod target;
pub(super) mod ward;

use super::sheet::{Ask, HEADLINE_WORDS, MARK, Note, NoteKind};
pub(super) use crate::plan::counted;
use crate::plan::{Caveat, Plan, Polarity, thousands};
use crate::query::describe;

/// A whole number with its commas.
pub(super) fn whole(number: usize) -> String {
    thousands(u32::try_from(number).unwrap_or(u32::MAX))
}

/// A small number as a word, a larger one in digits.
pub(super) fn small_number(number: usize) -> String {
    const WORDS: [&str; 10] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    WORDS.get(number).map_or_else(|| whole(number), |it| (*it).to_owned())
}

/// Parts in a row: `a`, `a and b`, `a, b and c`.
#[must_use]
pub fn listed(parts: &[impl AsRef<str>]) -> String {
    let mut row = String::new();
    for (at, part) in parts.iter().enumerate() {
        row.push_str(match at {
            0 => "",
            last if last + 1 == parts.len() => " and ",
            _ => ", ",
        });
        row.push_str(part.as_ref());
    }
    row
}

/// A text with a capital at its start.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|it| it.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A text without a capital at its start.
pub(super) fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|it| it.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// The first wording that is short enough for a headline. The last one must always be.
pub(super) fn headline<const N: usize>(wordings: [String; N]) -> String {
    let fits = |it: &String| !it.is_empty() && it.split_whitespace().count() <= HEADLINE_WORDS;
    let last = wordings.last().cloned().unwrap_or_default();
    wordings.into_iter().find(fits).unwrap_or(last)
}

/// A signed whole percentage in words that can be read aloud: `down 48 per cent`.
pub(super) fn moved(change: i32) -> String {
    match change {
        0 => "no change".to_owned(),
        down if down < 0 => ["down ", &down.unsigned_abs().to_string(), " per cent"].concat(),
        up => ["up ", &up.to_string(), " per cent"].concat(),
    }
}

/// Whether down or up would be good news, in a few words.
pub(super) fn good_news(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::Lower => "lower is better",
        Polarity::Higher => "higher is better",
        Polarity::Neither => "neither way is good or bad in itself",
    }
}

/// The source line of what is taken from the plan.
pub(super) fn plan_source(plan: &Plan) -> String {
    let edition = &plan.edition;
    ["Source: ", &edition.title.quote, ", ", &edition.update.quote, ", from ", &edition.partnership].concat()
}

/// A subtitle: measure, place, period; and what the visitor chose, so that a picture taken away says it too.
pub(super) fn subtitle(ask: &Ask<'_>, measure: &str, period: &str) -> String {
    let mut text = [measure, ", ", &ask.plan.edition.place, ", ", period].concat();
    let filter = describe(ask.facts, ask.query);
    if !filter.is_empty() {
        text.push_str(". Only for: ");
        text.push_str(&filter);
    }
    text
}

/// What the edition says of figures from a disturbed year, beside `touched` of the figures on show.
pub(super) fn disturbed(plan: &Plan, touched: usize, of: usize) -> Option<Note> {
    let Caveat { short, source } = plan.edition.caveat.as_ref().filter(|_| touched > 0)?;
    let cite = &plan.section(source.section).cite;
    let which = match (touched, of) {
        (1, 1) => "the figure".to_owned(),
        (some, all) if some == all => ["all ", &whole(all), " figures"].concat(),
        (some, all) => [&whole(some), " of the ", &whole(all), " figures"].concat(),
    };
    let words = [MARK, ": ", &lowered(short.trim_end_matches('.')), ". ", &capital(&which), " here."].concat();
    let alone = [&*words, " The plan’s own words: “", &source.quote, "” (", cite, ")"].concat();
    Some(Note { kind: NoteKind::Caveat, words, alone })
}

/// A note of a kind.
pub(super) fn note(kind: NoteKind, words: impl Into<String>) -> Note {
    Note { kind, words: words.into(), alone: String::new() }
}

/// The parts that are there, with ` · ` between them.
pub(super) fn dotted(parts: &[&str]) -> String {
    let there: Vec<&str> = parts.iter().copied().filter(|it| !it.is_empty()).collect();
    there.join(" · ")
}

/// A text that ends as a sentence does.
pub(super) fn sentence(text: &str) -> String {
    let ends = text.ends_with(['.', '!', '?', '”']);
    [text, if ends || text.is_empty() { "" } else { "." }].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_read_well() {
        assert_eq!([counted(1, "sum", "sums"), counted(1180, "sum", "sums")], ["1 sum", "1,180 sums"]);
        for (parts, row) in [(&["a"][..], "a"), (&["a", "b"], "a and b"), (&["a", "b", "c"], "a, b and c")] {
            assert_eq!(listed(parts), row);
        }
        assert_eq!([moved(-48), moved(0), moved(6)], ["down 48 per cent", "no change", "up 6 per cent"]);
        assert_eq!([capital("für"), capital("élan"), capital("")], ["Für", "Élan", ""]);
        assert_eq!(dotted(&["a", "", "b"]), "a · b");
        assert_eq!([sentence("a"), sentence("a."), sentence("")], ["a.", "a.", ""]);
    }

    #[test]
    fn a_headline_is_never_too_long() {
        let long = "word ".repeat(HEADLINE_WORDS + 1);
        let fits = "word ".repeat(HEADLINE_WORDS);
        assert_eq!(headline([long.clone(), "short".to_owned()]), "short");
        assert_eq!(headline([fits.clone(), "short".to_owned()]), fits);
        assert_eq!(headline([String::new(), "short".to_owned()]), "short");
    }
}
